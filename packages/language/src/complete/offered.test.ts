/**
 * What is offered is of the language: put where the cursor is, each offer is read without a mistake; and a sentence
 * offered in a declaration goes with the sentences that stand there.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { everyConstruct, examples } from "../../../../examples/examples.ts";
import { assessed } from "../check/rules/assessed.rule.ts";
import { belowLimit } from "../check/rules/below-limit.rule.ts";
import { due } from "../check/rules/due.rule.ts";
import { forgivesNothing } from "../check/rules/forgives-nothing.rule.ts";
import { rampUp } from "../check/rules/ramp-up.rule.ts";
import { repeatedSentence } from "../check/rules/repeated-sentence.rule.ts";
import { trigger } from "../check/rules/trigger.rule.ts";
import { warnsAt } from "../check/rules/warns-at.rule.ts";
import { checkAgreement } from "../check-agreement.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import { lex } from "../syntax/lexer.ts";
import { parse } from "../syntax/parse.ts";
import { bareCondition } from "../syntax/rules/bare-condition.rule.ts";
import { type Loaded, loadAgreement } from "../workspace/load.ts";
import { complete } from "./complete.ts";
import type { CompletionItem } from "./item.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (path: string): string | null =>
  existsSync(root + path) ? readFileSync(root + path, "utf8") : null;
const paths = examples.map(({ path }) => `examples/${path}`);
/** Every so many words are tried. */
const step = Number(process.env.TENET_STEP ?? 97);
/** Of long lists, such as all currencies, so many. */
const most = 40;

function loadedWith(path: string, text: string): Loaded {
  return loadAgreement(path, (asked) => (asked === path ? text : read(asked)));
}

/** What is said of a word that was written at an offset; that a sentence is not over yet is said behind it. */
function saidOf(diagnostics: readonly Diagnostic[], at: number, word: string): readonly string[] {
  return diagnostics
    .filter(({ span }) => span.start >= at && span.start < at + word.length && span.end <= at + word.length)
    .filter(({ code }) => code !== bareCondition.code)
    .map(({ code, message }) => `${code} ${message}`);
}

test.each(paths)(
  "every word that is offered in %s is read",
  (path) => {
    const text = read(path) ?? "";
    const wrong: string[] = [];
    let tried = 0;
    const { declarations } = parse(sourceFile(path, text)).tree;
    const words = lex(text).filter(({ tokenType }) => !["Comment", "LineBreak"].includes(tokenType.name));
    for (const { startOffset: at } of words.filter((_, index) => index % step === path.length % step)) {
      const lineEnd = text.indexOf("\n", at);
      const cut = text.slice(0, at) + text.slice(lineEnd);
      const loaded = loadedWith(path, cut);
      const { items, replaced } = complete(loaded, loaded.root, at);
      // The declaration up to here is read as it is in the file.
      const endOfLine = cut.indexOf("\n", replaced.end);
      const start = declarations.findLast(({ span }) => span.start < at)?.span.start ?? 0;
      for (const { insert } of items.slice(0, most)) {
        tried += 1;
        const now = cut.slice(start, replaced.start) + insert + cut.slice(replaced.end, endOfLine);
        const said = saidOf(parse(sourceFile(path, now)).diagnostics, replaced.start - start, insert);
        wrong.push(...said.map((one) => `${cut.slice(0, at).split("\n").at(-1)}<${insert}>: ${one}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  },
  300_000,
);

/** What a second sentence, or one in the wrong company, is told. */
const company: ReadonlySet<string> = new Set(
  [repeatedSentence, assessed, belowLimit, forgivesNothing, rampUp, due, trigger, warnsAt].map(
    ({ code }) => code,
  ),
);

/** The text of a snippet whose holes are left as they are. */
function written({ snippet, insert }: CompletionItem): string {
  const names = new Map<string, string>();
  return (snippet ?? insert)
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, "$1")
    .replace(/\$\{(\d+):([^}]*)\}/g, (_, hole: string, name: string) => {
      names.set(hole, name);
      return name;
    })
    .replace(/\$\{(\d+)\}/g, (_, hole: string) => names.get(hole) ?? "");
}

/** Declarations of the same sentences are offered the same. */
const seen = new Set<string>();

test.each(paths.filter((path) => path.endsWith(everyConstruct) || path.includes("courier")))(
  "every sentence that is offered at the end of a declaration of %s goes with the others",
  (path) => {
    const text = read(path) ?? "";
    const wrong: string[] = [];
    let tried = 0;
    for (const { kind, sentences, span } of loadedWith(path, text).root.tree.declarations) {
      const form = [kind, ...new Set(sentences.map((sentence) => sentence.kind))].join(" ");
      if (seen.has(form)) continue;
      seen.add(form);
      const at = span.end + 3;
      const open = `${text.slice(0, span.end)}\n  ${text.slice(span.end)}`;
      const loaded = loadedWith(path, open);
      const { items } = complete(loaded, loaded.root, at);
      for (const item of items.filter((one) => one.kind === "sentence")) {
        tried += 1;
        const now = loadedWith(path, open.slice(0, at) + written(item) + open.slice(at));
        const syntax = saidOf(now.root.diagnostics, at, written(item));
        const inside = { start: span.start, end: at + written(item).length };
        const said = checkAgreement(now)
          .diagnostics.filter(({ code }) => company.has(code))
          .filter(
            (one) => one.file.path === path && one.span.start >= inside.start && one.span.end <= inside.end,
          );
        const all = [...syntax, ...said.map(({ message }) => message)];
        wrong.push(...all.map((one) => `${kind} + ${item.label}: ${one}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(10);
  },
  300_000,
);
