/** Lines that belong together though they do not say so: what is said of the break between them. */
import type { IToken } from "chevrotain";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { fits, type Place, walk } from "./expectations.ts";
import { across } from "./grammar/nodes.ts";
import type { SentenceTokens } from "./layout.ts";
import { type Finding, replacing } from "./rules/finding.ts";
import { reportIncompleteSentence } from "./rules/incomplete-sentence.rule.ts";
import { DateToken, keyword, NumberToken, Percent } from "./tokens.ts";
import { expectedText } from "./wording.ts";

/** No sentence starts with a value or a sign of comparison: `95% where …` is a row whose first words are lacking. */
export function startsWithValue({ tokens: [first] }: SentenceTokens): boolean {
  return (
    first?.tokenType === NumberToken ||
    first?.tokenType === Percent ||
    first?.tokenType === DateToken ||
    /^[<>=]/.test(first?.image ?? "")
  );
}

/** Two lines that would be one sentence, if the second started with a word that continues the first. */
export function brokenOff(
  file: SourceFile,
  place: Place,
  above: readonly IToken[],
  below: readonly IToken[],
): Finding {
  return reportIncompleteSentence(
    spanOfSentence(above).end,
    expectedText(walk(place, above).next),
    above.at(-1)?.image ?? "",
    onOneLine(file, above, below),
  );
}

/** Puts a line behind the one above it, unless a comment stands between them. */
export function onOneLine(
  file: SourceFile,
  above: readonly IToken[],
  below: readonly IToken[],
): readonly Fix[] {
  const between = { start: spanOfSentence(above).end, end: spanOfSentence(below).start };
  const isBlank = /^\s*$/.test(file.text.slice(between.start, between.end));
  return isBlank ? [replacing(between, " ", "write it on one line")] : [];
}

/** From the first word to the last. */
export function spanOfSentence(tokens: readonly IToken[]): Span {
  return across(tokens[0] as IToken, tokens.at(-1) as IToken);
}

/** Whether a sentence may have rows of values, one on each line. */
export function hasRows({ tokens: [first] }: SentenceTokens): boolean {
  return [keyword.requires, keyword.needs, keyword.due].some((type) => type === first?.tokenType);
}

/** A sentence with all lines below it that start with a value, so that they are one mistake; if they are one. */
export function withValueLines(
  pending: SentenceTokens[],
  entry: { readonly place: Place } | null,
  sentence: SentenceTokens,
): SentenceTokens {
  let { tokens, lines } = sentence;
  let count = 0;
  for (
    let below = pending.at(-1);
    below !== undefined && startsWithValue(below);
    below = pending.at(-1 - count)
  ) {
    const by = tokens.length;
    lines = [...lines, ...below.lines.map((start) => start + by)];
    tokens = [...tokens, ...below.tokens];
    count += 1;
  }
  // What would be right on one line is broken off at a wrong place, and said to be.
  if (count === 0 || fits(entry?.place ?? null, tokens)) return sentence;
  pending.length -= count;
  return { tokens, lines };
}
