/** Limits that are said before what they limit: `at least 95% of quick`, `>= 95 % quick`, `95% or more of quick`. */
import { type IToken, tokenMatcher } from "chevrotain";
import { walk } from "./expectations.ts";
import { currencySigns, habits, longestHabit } from "./habits.ts";
import { lex } from "./lexer.ts";
import type { Misfit, Repair } from "./repair.ts";
import * as types from "./tokens.ts";

/** A part of a limit, and of how many words it is. */
interface Part {
  readonly text: string;
  readonly length: number;
}

const SIDES: ReadonlySet<string> = new Set(["at least", "at most", "more than", "less than", "fewer than"]);
const UPWARDS = ["more", "higher", "above", "better", "greater", "over", "longer", "later"];
const DOWNWARDS = ["less", "lower", "below", "fewer", "under", "shorter", "earlier"];

/** What `or more` behind a value says. */
export const sideBehind: ReadonlyMap<string, string> = new Map([
  ...UPWARDS.map((word) => [word, "at least"] as const),
  ...DOWNWARDS.map((word) => [word, "at most"] as const),
]);

/** The name first, then the limit, where a name must come; a first word as in `minimum 95%` was taken for one. */
export function* limitsInFront({ place, tokens, walk: { reached, next } }: Misfit): Generator<Repair> {
  for (const at of [reached, reached - 1]) {
    if (at < 0) continue;
    const steps = at === reached ? next : walk(place, tokens.slice(0, at)).next;
    const turned = steps.some(({ type }) => type === types.Name) ? turnedAt(tokens, at) : null;
    if (turned === null) continue;
    const said = tokens.slice(at, at + turned.length).map(({ image }) => image);
    const isSame = said.toSorted().join(" ") === turned.text.split(" ").toSorted().join(" ");
    yield { kind: isSame ? "order" : "notation", at, remove: turned.length, words: turned.text };
  }
}

function turnedAt(tokens: readonly IToken[], at: number): Part | null {
  const begin = past(tokens, at, ARTICLES);
  const front = sideAt(tokens, begin);
  const value = valueAt(tokens, front === null ? begin : past(tokens, begin + front.length, OF));
  if (value === null) return null;
  const [or, word] = tokens.slice(value.end, value.end + 2);
  const behind = or?.tokenType === types.keyword.or ? sideBehind.get(word?.image ?? "") : undefined;
  const side = front?.text ?? behind;
  if (side === undefined) return null;
  const end = front === null ? value.end + 2 : value.end;
  const named = past(tokens, past(tokens, end, LINKS), ARTICLES);
  const name = tokens[named];
  if (name === undefined || !tokenMatcher(name, types.Name)) return null;
  return { text: `${name.image} ${side} ${value.text}`, length: named + 1 - at };
}

const ARTICLES = /^(?:a|an|the|our|their)$/;
const OF = /^of$/;
const LINKS = /^(?:of|for|in|on)$/;

/** The place behind a small word, if it stands there. */
function past(tokens: readonly IToken[], at: number, words: RegExp): number {
  return words.test(tokens[at]?.image ?? "") ? at + 1 : at;
}

/** `at least`, `>=`, `minimum`. */
function sideAt(tokens: readonly IToken[], at: number): Part | null {
  for (let length = longestHabit; length >= 1; length--) {
    const text = tokens
      .slice(at, at + length)
      .map(({ image }) => image.toLowerCase())
      .join(" ");
    const side = SIDES.has(text) ? text : habits.get(text)?.find((words) => SIDES.has(words));
    if (side !== undefined && tokens.length >= at + length) return { text: side, length };
  }
  return null;
}

/** `95%`, `95 %`, `2 hours`, `2 hrs`, `500 EUR`, `€500`, `30`, and where it ends. */
function valueAt(tokens: readonly IToken[], at: number): { text: string; end: number } | null {
  const [value, unit] = tokens.slice(at, at + 2);
  if (value === undefined) return null;
  if (value.tokenType === types.Percent) return { text: value.image, end: at + 1 };
  const sign = currencySigns.get(value.image);
  if (sign !== undefined && unit?.tokenType === types.NumberToken)
    return { text: `${unit.image} ${sign}`, end: at + 2 };
  if (value.tokenType !== types.NumberToken) return null;
  const suffix = suffixOf(unit);
  return suffix === null
    ? { text: value.image, end: at + 1 }
    : { text: `${value.image}${suffix}`, end: at + 2 };
}

function suffixOf(unit: IToken | undefined): string | null {
  if (unit === undefined) return null;
  if (/^(?:%|percent|pct)$/.test(unit.image)) return "%";
  const meant = [unit.image, ...(habits.get(unit.image.toLowerCase()) ?? [])];
  const words = meant.find((one) => {
    const [token, ...others] = lex(one);
    return token !== undefined && others.length === 0 && isUnit(token);
  });
  return words === undefined ? sign(unit) : ` ${words}`;
}

function isUnit(token: IToken): boolean {
  return tokenMatcher(token, types.Unit) || token.tokenType === types.Currency;
}

function sign({ image }: IToken): string | null {
  const currency = currencySigns.get(image);
  return currency === undefined ? null : ` ${currency}`;
}
