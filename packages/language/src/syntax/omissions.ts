/**
 * Parts that everyday speech leaves out of a sentence and that decide what it means: what a percentage is a
 * percentage of, that a limit is required, what holds where there are too few rows.
 *
 * Each is recognised by the sentence fitting once the part stands there, small slips aside, so the fix always leads to
 * a right sentence.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { fits, type Place, type Walk, walk } from "./expectations.ts";
import { habits } from "./habits.ts";
import { endOf, lex } from "./lexer.ts";
import { repaired } from "./repair.ts";
import { mended } from "./repairs.ts";
import { editedText, type Finding } from "./rules/finding.ts";
import { reportLimitWithoutRequires, reportLimitWithoutSide } from "./rules/limit-without-requires.rule.ts";
import { reportNeedsWithoutOtherwise } from "./rules/needs-without-otherwise.rule.ts";
import { reportShareWithoutWhole } from "./rules/share-without-whole.rule.ts";
import { keyword, Name, NumberToken, Percent, PlainName } from "./tokens.ts";
import type { Unread } from "./unread.ts";

/** What is said about the missing part, and the sentence with it, where that is certain. */
export interface Omission {
  readonly finding: Finding;
  readonly meant: readonly IToken[] | null;
}

/** The part that the sentence lacks, if it is one of these. */
export function omissionOf(lacking: Unread, now: Walk): Omission | null {
  return (
    withoutWhole(lacking) ??
    withoutOtherwise(lacking) ??
    withoutRequires(lacking, now) ??
    requiredWithoutSide(lacking)
  );
}

/** `percent of parcels where damaged is yes` */
function withoutWhole(lacking: Unread): Omission | null {
  const { kind, tokens } = lacking;
  const percent = tokens.findIndex((token) => token.tokenType === keyword.percent);
  if (kind.word !== "metric" || percent < 0 || tokens.some((token) => token.image === "out")) return null;
  const dataset = tokens[percent + (tokens[percent + 1]?.tokenType === keyword.of ? 2 : 1)];
  if (dataset === undefined || !tokenMatcher(dataset, Name)) return null;
  const completed = completedBy(lacking, `out of ${dataset.image}`);
  if (completed === null) return null;
  // A share of all rows among all rows is 100% for ever: then something else was meant.
  const isPart = tokens.some((token) => token.tokenType === keyword.where);
  const fixes = isPart ? [completed.fix] : [];
  const finding = reportShareWithoutWhole(endOfAll(tokens), dataset.image, fixes);
  return { finding, meant: completed.meant };
}

/** `needs at least 30 parcels` */
function withoutOtherwise(lacking: Unread): Omission | null {
  const { kind, tokens } = lacking;
  if (kind.word !== "standard" || tokens[0]?.tokenType !== keyword.needs) return null;
  const at = tokens.findIndex((token) => token.tokenType === keyword.otherwise);
  if (at >= 0 && at < tokens.length - 1) return null;
  const words = at < 0 ? "otherwise not_enough_data" : "not_enough_data";
  const completed = completedBy(lacking, words);
  if (completed === null) return null;
  const { title, edits } = completed.fix;
  const finding = reportNeedsWithoutOtherwise(endOfAll(tokens), title, edits);
  return { finding, meant: completed.meant };
}

/** The sentence with words after its last, and with its slips mended; null where that does not make it right. */
function completedBy(
  { file, place, tokens }: Unread,
  words: string,
): { readonly fix: Fix; readonly meant: readonly IToken[] } | null {
  const end = endOfAll(tokens);
  const added = lex(words);
  for (const word of added) {
    word.startOffset = end;
    word.endOffset = end - 1;
  }
  const whole = [...tokens, ...added];
  const last = { span: { start: end, end }, text: ` ${words}` };
  if (fits(place, whole)) return { fix: { title: `add ${words}`, edits: [last] }, meant: whole };
  const { tokens: meant, repairs, edits } = mended(file, place, whole);
  const isOnlyBefore = edits.every(({ span }) => span.end < end);
  if (meant === null || !isOnlyBefore || edits.length < repairs.length) return null;
  const all = [...edits, last];
  return { fix: { title: `write ${editedText(file, spanOfAll(tokens), all)}`, edits: all }, meant };
}

/** `damage_share must be at most 2%` */
function withoutRequires({ file, kind, place, tokens }: Unread, { reached }: Walk): Omission | null {
  const [first] = tokens;
  if (kind.word !== "standard" || place !== (kind.sentence?.place ?? null) || reached > 0) return null;
  if (first?.tokenType !== PlainName || didYouMean(first.image, kind.firstWords) !== null) return null;
  const span = spanOfAll(tokens);
  const start: TextEdit = { span: { start: span.start, end: span.start }, text: "requires " };
  const required = repaired(tokens, { kind: "missing", at: 0, remove: 0, words: "requires" });
  const { tokens: meant, edits } = mended(file, place, required);
  const saysMore = meant?.some((token) => token.tokenType === keyword.for) === true;
  if (meant !== null && meant[1]?.image === first.image && !saysMore) {
    const all = [start, ...edits];
    return {
      finding: reportLimitWithoutRequires(span, editedText(file, span, all), all),
      meant,
    };
  }
  return begunLimit(file, place, required, start) ?? withoutSide(place, tokens, span);
}

/** A limit that goes on with something that no limit has: its beginning is mended, the rest is looked at then. */
function begunLimit(
  file: SourceFile,
  place: Place,
  required: readonly IToken[],
  start: TextEdit,
): Omission | null {
  const { reached, mayEnd } = walk(place, required);
  const last = required[reached - 1];
  if (!mayEnd || last === undefined) return null;
  const span = { start: start.span.start, end: endOf(last) };
  const finding = reportLimitWithoutRequires(span, editedText(file, span, [start]), [start]);
  return { finding, meant: null };
}

/** `on_time 95%`, `on_time target 95%` */
function withoutSide(place: Place, tokens: readonly IToken[], span: Span): Omission | null {
  const isRequired = tokens.length > 2 && isTargetWord(tokens[0]);
  const [name, value] = [tokens[isRequired ? 1 : 0], tokens.at(-1)];
  return tokens.length > 4 ? null : sidesOf(place, name, value, span);
}

/** `requires 95% of on_time`, `requires on_time of 95%`, `requires on_time target 95%` */
function requiredWithoutSide({ kind, place, tokens }: Unread): Omission | null {
  const [first, one, link, other, ...others] = tokens;
  if (kind.word !== "standard" || first?.tokenType !== keyword.requires) return null;
  if (link === undefined || others.length > 0) return null;
  if (!isTargetWord(link) && !/^(?:of|for|at|to)$/.test(link.image)) return null;
  const span = spanOfAll(tokens);
  return sidesOf(place, one, other, span) ?? sidesOf(place, other, one, span);
}

function isTargetWord(token: IToken | undefined): boolean {
  return habits.get(token?.image ?? "")?.includes("requires") === true;
}

function sidesOf(
  place: Place,
  name: IToken | undefined,
  value: IToken | undefined,
  span: Span,
): Omission | null {
  if (value?.tokenType !== Percent && value?.tokenType !== NumberToken) return null;
  const sentences = ["at least", "at most"].map((words) => `requires ${name?.image} ${words} ${value.image}`);
  if (!sentences.every((sentence) => fits(place, lex(sentence)))) return null;
  return { finding: reportLimitWithoutSide(span, sentences), meant: null };
}

function spanOfAll(tokens: readonly IToken[]): Span {
  return { start: tokens[0]?.startOffset ?? 0, end: endOfAll(tokens) };
}

function endOfAll(tokens: readonly IToken[]): number {
  return endOf(tokens.at(-1) as IToken);
}
