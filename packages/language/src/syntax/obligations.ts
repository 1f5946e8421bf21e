/** Limits that are said as what somebody must do: `must keep quick at least 95%`, `the partner must reach quick >= 95%`. */
import type { IToken } from "chevrotain";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { across } from "./grammar/nodes.ts";
import { repaired } from "./repair.ts";
import { mended } from "./repairs.ts";
import { editedText, type Finding } from "./rules/finding.ts";
import { reportLimitWithoutRequires } from "./rules/limit-without-requires.rule.ts";
import { keyword, PlainName } from "./tokens.ts";
import type { Unread } from "./unread.ts";

/** Who must do something is said in so many words, and what must be done with a metric as well. */
const mostWords = 3;

/** A sentence of a standard in which somebody must do something with a metric. */
export function obligationOf({ file, kind, place, tokens }: Unread): Finding | null {
  if (kind.word !== "standard" || place !== (kind.sentence?.place ?? null)) return null;
  const must = tokens.slice(0, mostWords + 1).findIndex(({ image }) => MUST.test(image));
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (must < 0 || first === undefined || last === undefined) return null;
  for (let at = must + 1; at <= must + mostWords; at++) {
    const name = tokens[at];
    // What must not be done is another limit.
    if (/^(?:not|never|no|avoid)$/i.test(tokens[at - 1]?.image ?? "")) return null;
    // Right behind the first word, the metric is what is read there anyway.
    if (at === 1 || name?.tokenType !== PlainName || SAYS_NOTHING.test(name.image)) continue;
    const required = repaired(tokens, { kind: "notation", at: 0, remove: at, words: "requires" });
    const { tokens: meant, edits, repairs } = mended(file, place, required);
    if (meant?.[1] !== name || edits.length < repairs.length) continue;
    // What it would be required for was not said.
    if (meant.some(isFor) && !tokens.some(isFor)) continue;
    const start: TextEdit = { span: { start: first.startOffset, end: name.startOffset }, text: "requires " };
    const span = across(first, last);
    const all = [start, ...edits];
    // Whether somebody else than a partner owes it, `requires` does not say.
    return reportLimitWithoutRequires(span, editedText(file, span, all), all, must > 0);
  }
  return null;
}

function isFor({ tokenType }: IToken): boolean {
  return tokenType === keyword.for;
}

const MUST = /^(?:must|shall|should)$/i;
/** Between the word and what must be done. */
const SAYS_NOTHING = /^(?:be|always|ever|also|not|never|no|avoid)$/i;
