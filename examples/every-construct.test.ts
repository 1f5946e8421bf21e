/**
 * One example uses every construct of the language. What the constructs are is read from the grammar: the words that
 * begin declarations, the words that begin the sentences of each, and the kinds of nodes that the parser makes of the
 * file in which the grammar's own tests write every form.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadAgreement, parse, sourceFile } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { theGrammar } from "../packages/language/src/syntax/declaration-rules.ts";
import { everyConstruct } from "./examples.ts";
import { textUnder } from "./judge-agreement.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const everyForm = new URL("../packages/language/src/syntax/every-form.tenet", import.meta.url);

const { files } = loadAgreement(everyConstruct, textUnder(root));
const declarations = files.flatMap(({ file, tree }) =>
  tree.declarations.map((declaration) => ({ declaration, text: file.text })),
);

/** `agreement`, `agreement: version`, …: each declaration word, and each with the first words of its sentences. */
function constructsWritten(): ReadonlySet<string> {
  return new Set(
    declarations.flatMap(({ declaration, text }) => {
      const word = text.slice(declaration.wordSpan.start, declaration.wordSpan.end);
      const sentences = "sentences" in declaration ? declaration.sentences : [];
      return [word, ...sentences.map(({ span }) => `${word}: ${firstWord(text.slice(span.start))}`)];
    }),
  );
}

function firstWord(text: string): string {
  return /^\w+/.exec(text)?.[0] ?? "";
}

/** Kinds of all nodes in a tree. */
function kindsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  if ("kind" in value && typeof value.kind === "string") found.add(value.kind);
  for (const part of Object.values(value)) kindsIn(part, found);
  return found;
}

describe(everyConstruct, () => {
  it("uses every declaration, and every sentence that it may have", () => {
    const grammar = [...theGrammar().kinds.values()].flatMap(({ word, firstWords }) => [
      word,
      ...[...firstWords].map((first) => `${word}: ${first}`),
    ]);
    const written = constructsWritten();
    expect(grammar.length).toBeGreaterThan(100);
    expect(grammar.filter((construct) => !written.has(construct))).toEqual([]);
  });

  it("uses every kind of node that the parser makes", () => {
    const { tree } = parse(sourceFile("every-form.tenet", readFileSync(everyForm, "utf8")));
    const written = kindsIn(declarations.map(({ declaration }) => declaration));
    expect([...kindsIn(tree.declarations)].filter((kind) => !written.has(kind))).toEqual([]);
  });
});
