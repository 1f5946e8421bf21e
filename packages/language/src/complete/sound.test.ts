/**
 * What is offered checks: another name, value or operator in the place of the one that stands is never itself a mistake.
 * What follows it in the sentence may no longer fit; that is said elsewhere.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { IToken } from "chevrotain";
import { expect, test } from "vitest";
import { examples } from "../../../../examples/examples.ts";
import { consequenceParties } from "../check/rules/consequence-parties.rule.ts";
import { countsAsMissed } from "../check/rules/counts-as-missed.rule.ts";
import { datedNeeded } from "../check/rules/dated-needed.rule.ts";
import { exclusionUnread } from "../check/rules/exclusion-unread.rule.ts";
import { latestDataset } from "../check/rules/latest-dataset.rule.ts";
import { missingUnsaid } from "../check/rules/missing-unsaid.rule.ts";
import { mixedOwes } from "../check/rules/mixed-owes.rule.ts";
import { mixedParties } from "../check/rules/mixed-parties.rule.ts";
import { needsCounts } from "../check/rules/needs-counts.rule.ts";
import { sameMiss } from "../check/rules/same-miss.rule.ts";
import { checkAgreement } from "../check-agreement.ts";
import { sourceFile } from "../source/source-file.ts";
import { lex } from "../syntax/lexer.ts";
import { type ParsedFile, parse } from "../syntax/parse.ts";
import { type Loaded, loadAgreement } from "../workspace/load.ts";
import { complete } from "./complete.ts";
import type { ItemKind } from "./item.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (path: string): string | null =>
  existsSync(root + path) ? readFileSync(root + path, "utf8") : null;
const kinds: ReadonlySet<ItemKind> = new Set([
  "dataset",
  "clock",
  "calendar",
  "metric",
  "standard",
  "consequence",
  "name",
  "field",
  "member",
]);
/** Every so many words are tried, with every fifth of what is offered there. */
const step = Number(process.env.TENET_STEP ?? 23);

/** The agreement with another word in the place of one. */
function withWord(loaded: Loaded, parsed: ParsedFile, token: IToken, word: string): Loaded {
  const { startOffset: at, image } = token;
  const { path, text } = parsed.file;
  const now = parse(sourceFile(path, text.slice(0, at) + word + text.slice(at + image.length)));
  const files = loaded.files.map((one) => (one === parsed ? now : one));
  return { ...loaded, root: loaded.root === parsed ? now : loaded.root, files, diagnostics: now.diagnostics };
}

/** What two sentences say against each other: which of them is wrong, and whether the other will stay, nobody knows. */
const betweenSentences: ReadonlySet<string> = new Set([
  mixedParties.code,
  needsCounts.code,
  exclusionUnread.code,
  countsAsMissed.code,
  consequenceParties.code,
  datedNeeded.code,
  sameMiss.code,
  mixedOwes.code,
  latestDataset.code,
  missingUnsaid.code,
]);

/** What is said of that very word. */
function saidOf(changed: Loaded, path: string, start: number, word: string): readonly string[] {
  const all = [...changed.diagnostics, ...checkAgreement(changed).diagnostics];
  return all
    .filter(
      ({ file, span }) => file.path === path && span.start === start && span.end === start + word.length,
    )
    .filter(({ severity, code }) => severity === "error" && !betweenSentences.has(code))
    .map(({ code, message }) => `${code} ${message}`);
}

test.each(examples.map(({ path }) => path))(
  "what is offered in %s checks",
  (path) => {
    const loaded = loadAgreement(`examples/${path}`, read);
    const wrong: string[] = [];
    let tried = 0;
    let turn = path.length;
    for (const parsed of loaded.files) {
      for (const token of lex(parsed.file.text)) {
        const { startOffset: at, image } = token;
        const without = sourceFile(
          parsed.file.path,
          parsed.file.text.slice(0, at) + parsed.file.text.slice(at + image.length),
        );
        if (token.tokenType.name === "Comment" || token.tokenType.name === "LineBreak") continue;
        turn += 1;
        if (turn % step !== 0) continue;
        const { items } = complete(loaded, { ...parsed, file: without }, at);
        const offered = items.filter(({ kind, label }) => kinds.has(kind) && label !== image);
        for (const { label } of offered.filter((_, index) => (index + turn) % 5 === 0)) {
          tried += 1;
          const said = saidOf(withWord(loaded, parsed, token, label), parsed.file.path, at, label);
          const line = parsed.file.text.slice(0, at).split("\n").at(-1);
          // A field of another dataset is said to be found there by the words that follow it.
          if (/^ {2}(?:dated|partner) $/.test(line ?? "")) continue;
          for (const one of said) wrong.push(`${line}<${label}>: ${one}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(5);
  },
  300_000,
);
