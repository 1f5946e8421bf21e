/**
 * Parts that everyday speech leaves out of a sentence and that decide what it means: what a percentage is a
 * percentage of, that a limit is required, what holds where there are too few rows.
 *
 * Each is recognised by the sentence fitting once the part stands there, so the fix always leads to a right sentence.
 */
import type { IToken } from "chevrotain";
import type { SourceFile } from "../source/source-file.ts";
import type { Kind } from "./declaration-rules.ts";
import { fits, type Place, type Walk } from "./expectations.ts";
import { endOf, lex } from "./lexer.ts";
import { mended, repaired } from "./repairs.ts";
import type { Finding } from "./rules/finding.ts";
import { reportLimitWithoutRequires } from "./rules/limit-without-requires.rule.ts";
import { reportNeedsWithoutOtherwise } from "./rules/needs-without-otherwise.rule.ts";
import { reportShareWithoutWhole } from "./rules/share-without-whole.rule.ts";
import { keyword, PlainName } from "./tokens.ts";

/** A sentence that does not fit. */
export interface Lacking {
  readonly file: SourceFile;
  readonly kind: Kind;
  readonly place: Place;
  readonly tokens: readonly IToken[];
}

/** What is said about the missing part, and the sentence with it. */
export interface Omission {
  readonly finding: Finding;
  readonly meant: readonly IToken[];
  readonly later: null;
}

/** The part that the sentence lacks, if it is one of these. */
export function omissionOf(lacking: Lacking, now: Walk): Omission | null {
  return withoutWhole(lacking, now) ?? withoutOtherwise(lacking, now) ?? withoutRequires(lacking, now);
}

/** `percent of parcels where damaged is yes` */
function withoutWhole({ kind, place, tokens }: Lacking, { reached, next }: Walk): Omission | null {
  const last = tokens.at(-1);
  if (kind.word !== "metric" || last === undefined || reached < tokens.length) return null;
  if (!next.some((step) => step.type === keyword.out)) return null;
  const percent = tokens.findIndex((token) => token.tokenType === keyword.percent);
  const dataset = tokens[percent + 2]?.image ?? "";
  const meant = extended(tokens, `out of ${dataset}`);
  if (percent < 0 || !fits(place, meant)) return null;
  // A share of all rows among all rows is 100% for ever: then something else was meant.
  const isPart = tokens.some((token) => token.tokenType === keyword.where);
  return { finding: reportShareWithoutWhole(endOf(last), dataset, isPart), meant, later: null };
}

/** `needs at least 30 parcels` */
function withoutOtherwise({ kind, place, tokens }: Lacking, { reached }: Walk): Omission | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (kind.word !== "standard" || first?.tokenType !== keyword.needs || last === undefined) return null;
  const meant = extended(tokens, "otherwise not_enough_data");
  if (reached < tokens.length || !fits(place, meant)) return null;
  return { finding: reportNeedsWithoutOtherwise(endOf(last)), meant, later: null };
}

/** `damage_share must be at most 2%` */
function withoutRequires({ file, kind, place, tokens }: Lacking, { reached }: Walk): Omission | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (kind.word !== "standard" || place !== (kind.sentence?.place ?? null)) return null;
  if (reached > 0 || first?.tokenType !== PlainName || last === undefined) return null;
  const required = repaired(tokens, { kind: "missing", at: 0, remove: 0, words: "requires" });
  const { tokens: meant, edits } = mended(file, place, required);
  if (meant === null || meant[1]?.image !== first.image) return null;
  const span = { start: first.startOffset, end: endOf(last) };
  const all = [{ span: { start: span.start, end: span.start }, text: "requires " }, ...edits];
  return { finding: reportLimitWithoutRequires(file, span, all), meant, later: null };
}

/** The sentence with words after its last. */
function extended(tokens: readonly IToken[], words: string): IToken[] {
  const end = endOf(tokens.at(-1) as IToken);
  const added = lex(words);
  for (const word of added) {
    word.startOffset = end;
    word.endOffset = end - 1;
  }
  return [...tokens, ...added];
}
