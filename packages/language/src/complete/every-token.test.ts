/** Every word of every example is offered at its place, when it is taken away and everything else is still there. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { IToken } from "chevrotain";
import { expect, test } from "vitest";
import { examples } from "../../../../examples/examples.ts";
import type { ReadFiles } from "../check/known-world.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { lex } from "../syntax/lexer.ts";
import { type ParsedFile, parse } from "../syntax/parse.ts";
import { isSlot } from "../syntax/ways.ts";
import { loadAgreement } from "../workspace/load.ts";
import { complete } from "./complete.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (path: string): string | null =>
  existsSync(root + path) ? readFileSync(root + path, "utf8") : null;
const skipped = new Set(["Comment", "LineBreak", ",", ".", ")"]);
const literal = new Set([
  "number",
  "percent",
  "date",
  "time",
  "period",
  "version",
  "text",
  "currency",
  "unit",
  "span",
  "weekday",
  "row",
]);

/** The file without a word. What the word does not declare is declared as before. */
function without({ file }: ParsedFile, token: IToken): SourceFile {
  const { startOffset: at, image } = token;
  return sourceFile(file.path, file.text.slice(0, at) + file.text.slice(at + image.length));
}

/** The files as they are while the word is missing; the trees of others, and of the rest of this one, are kept. */
function filesWithout(files: ReadFiles, parsed: ParsedFile, token: IToken): [ReadFiles, ParsedFile] {
  const file = without(parsed, token);
  const startsDeclaration = parsed.tree.declarations.some(
    ({ wordSpan }) => wordSpan.start === token.startOffset,
  );
  if (!startsDeclaration) return [files, { ...parsed, file }];
  const now = parse(file);
  const others = files.files.map((one) => (one === parsed ? now : one));
  return [{ root: files.root === parsed ? now : files.root, files: others }, now];
}

/** Whether the word, or a value of its kind where it is written out, is among what is offered. */
function isOffered(files: ReadFiles, parsed: ParsedFile, token: IToken): boolean {
  const [now, changed] = filesWithout(files, parsed, token);
  const { items, awaited } = complete(now, changed, token.startOffset);
  const isListed = items.some(({ label, insert }) =>
    [label, insert].some((text) => text.split(/\s/)[0] === token.image),
  );
  const ofKind = awaited.filter(({ slot }) => isSlot(token, slot));
  const isValue = items.length > 0 && ofKind.some(({ slot }) => literal.has(slot));
  return isListed || isValue || ofKind.some(({ isNew }) => isNew);
}

test.each(examples.map(({ path }) => path))(
  "every word of %s",
  (path) => {
    const loaded = loadAgreement(`examples/${path}`, read);
    const missing: string[] = [];
    let words = 0;
    for (const parsed of loaded.files) {
      for (const token of lex(parsed.file.text)) {
        if (skipped.has(token.tokenType.name)) continue;
        words += 1;
        const before = parsed.file.text.slice(0, token.startOffset).split("\n").at(-1);
        if (!isOffered(loaded, parsed, token)) missing.push(`${before}<${token.image}>`);
      }
    }
    expect(missing).toEqual([]);
    expect(words).toBeGreaterThan(500);
  },
  300_000,
);
