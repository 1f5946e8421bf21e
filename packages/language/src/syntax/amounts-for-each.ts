/** Amounts for each of something, as in `gives 50 EUR per missed call`: where they are said, and of what. */
import { type IToken, tokenMatcher } from "chevrotain";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { fits } from "./expectations.ts";
import { across } from "./grammar/nodes.ts";
import { endOf } from "./lexer.ts";
import { reportAmountForEach } from "./rules/amount-for-each.rule.ts";
import { editedText, type Finding, replacing } from "./rules/finding.ts";
import { keyword, Name } from "./tokens.ts";
import type { Unread } from "./unread.ts";

/** In words; what is longer says more than what is counted. */
const longestCounted = 24;

/** The words behind an amount that say for each of what it is given. */
export function amountForEach({ file, kind, place, tokens }: Unread): Finding | null {
  const isMoney = kind.word === "credit" || kind.word === "bonus";
  if (!isMoney || tokens[0]?.tokenType !== keyword.gives) return null;
  const at = tokens.findIndex(({ image }, index) => index > 1 && /^(?:per|for|each|every|a|an)$/.test(image));
  const rest = at < 0 ? [] : tokens.slice(at);
  const [first, last] = [rest[0], rest.at(-1)];
  if (first === undefined || last === undefined || rest.length > longestCounted) return null;
  const asked = rest.findIndex(({ image }) => /^(?:where|when|if)$/.test(image));
  const counted = rest
    .slice(0, asked < 0 ? rest.length : asked)
    .filter(({ image }) => !/^(?:per|for|each|every|a|an|of)$/.test(image));
  if (counted.length === 0 || !counted.every((token) => tokenMatcher(token, Name))) return null;
  if (!fits(place, tokens.slice(0, at))) return null;
  const span = across(first, last);
  // Of all rows, where they are named; the names of an agreement say more.
  const before = { start: endOf(tokens[at - 1] as IToken), end: span.end };
  const fix: Fix = { ...replacing(before, "", "remove it here"), isGuess: true };
  const fixes = counted.length === 1 && asked < 0 ? [fix] : [];
  return reportAmountForEach(span, editedText(file, span, []), [], fixes);
}
