/** Values in another notation: `95 %`, `€500`, `1,000`, `.5`, `"2.1.0"`. */
import type { IToken } from "chevrotain";
import { stepsFrom } from "./expectations.ts";
import { currencySigns } from "./habits.ts";
import { endOf, lex } from "./lexer.ts";
import type { Misfit, Proposal, Repair } from "./repair.ts";
import * as types from "./tokens.ts";
import { properForm } from "./value-forms.ts";

export const valueRepairs: readonly Proposal[] = [
  percentSigns,
  amounts,
  splitNumbers,
  spacedNumbers,
  sumsOfTime,
  joinedNames,
  barePoints,
  otherLiterals,
];

/** `95 %`, where any value may stand or a percentage must. */
function* percentSigns({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  for (const at of [reached - 1, reached]) {
    const [number, sign] = [tokens[at], tokens[at + 1]];
    const isPercent = /^(%|percent|pct)$/.test(sign?.image ?? "");
    if (number?.tokenType !== types.NumberToken || !isPercent) continue;
    yield { kind: "notation", at, remove: 2, words: `${number.image}%` };
  }
}

/** `€500`, `500€` and `EUR 500`, also with `1,000` */
function* amounts({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  for (let at = Math.max(0, reached - 3); at <= reached; at++) {
    const before = currencyOf(tokens[at], true);
    const number = numberAt(tokens, before === null ? at : at + 1);
    if (number === null) continue;
    const after = before === null ? currencyOf(tokens[at + number.length], false) : null;
    const currency = before ?? after;
    if (currency === null) continue;
    yield { kind: "notation", at, remove: number.length + 1, words: `${number.text} ${currency}` };
  }
}

/** The currency that a sign stands for; in front of a number, its three letters are out of place as well. */
function currencyOf(token: IToken | undefined, isInFront: boolean): string | null {
  if (isInFront && token?.tokenType === types.Currency) return token.image;
  return currencySigns.get(token?.image ?? "") ?? null;
}

/** A number, with commas between thousands or without, and of how many words it is. */
function numberAt(tokens: readonly IToken[], at: number): { text: string; length: number } | null {
  const first = tokens[at];
  if (first?.tokenType !== types.NumberToken) return null;
  let text = first.image;
  let end = at + 1;
  const isGroup = (group: IToken | undefined): boolean => /^\d{3}(?:\.\d+)?$/.test(group?.image ?? "");
  for (; tokens[end]?.image === "," && isGroup(tokens[end + 1]); end += 2)
    text += `_${tokens[end + 1]?.image}`;
  return { text, length: end - at };
}

/** `1,000`, `1,000.50`, `1.000,50` and `95,5%` */
function* splitNumbers({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  for (const at of [reached - 1, reached - 2]) {
    const [left, comma, right] = tokens.slice(Math.max(0, at), at + 3);
    if (at < 0 || left === undefined || right === undefined || comma?.image !== ",") continue;
    if (endOf(left) !== comma.startOffset || endOf(comma) !== right.startOffset) continue;
    if (left.tokenType !== types.NumberToken || !/^\d+(?:\.\d+)?%?$/.test(right.image)) continue;
    const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(left.image);
    if (grouped) {
      // Full stops between thousands, so the comma stands before the decimals.
      yield { kind: "notation", at, remove: 3, words: `${left.image.replaceAll(".", "_")}.${right.image}` };
      continue;
    }
    const isThousands = /^\d{3}(?:\.\d+)?%?$/.test(right.image);
    if (!isThousands && right.image.includes(".")) continue;
    yield { kind: "notation", at, remove: 3, words: `${left.image}${isThousands ? "_" : "."}${right.image}` };
  }
}

/** `1 000 000` */
function* spacedNumbers({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  const first = tokens[reached - 1];
  if (first?.tokenType !== types.NumberToken || !/^\d{1,3}$/.test(first.image)) return;
  let end = reached;
  while (/^\d{3}(?:\.\d+)?%?$/.test(tokens[end]?.image ?? "") && !/\D/.test(tokens[end - 1]?.image ?? ""))
    end += 1;
  const words = tokens.slice(reached - 1, end).map(({ image }) => image);
  if (words.length > 1)
    yield { kind: "notation", at: reached - 1, remove: words.length, words: words.join("_") };
}

/** Units of time, each with how many of the one behind it it has. */
const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^weeks?$/, "weeks", 7],
  [/^(?:days?|d)$/, "days", 24],
  [/^(?:hours?|hrs?|h)$/, "hours", 60],
  [/^(?:minutes?|mins?)$/, "minutes", 60],
  [/^(?:seconds?|secs?)$/, "seconds", 1],
];

/** `2 hours 30 minutes`, `1 hour and 30 minutes` */
function* sumsOfTime({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  const at = reached - 2;
  const [many, unit] = tokens.slice(Math.max(0, at), reached);
  const link = /^(?:and|,|&)$/.test(tokens[reached]?.image ?? "") ? 1 : 0;
  const [few, smaller] = tokens.slice(reached + link, reached + link + 2);
  const one = UNITS.findIndex(([words]) => words.test(unit?.image ?? ""));
  const other = UNITS.findIndex(([words]) => words.test(smaller?.image ?? ""));
  if (at < 0 || one < 0 || other <= one || !isWhole(many) || !isWhole(few)) return;
  const times = UNITS.slice(one, other).reduce((all, [, , each]) => all * each, 1);
  const sum = Number(many?.image) * times + Number(few?.image);
  yield { kind: "notation", at, remove: 4 + link, words: `${sum} ${UNITS[other]?.[1]}` };
}

function isWhole(token: IToken | undefined): boolean {
  return token?.tokenType === types.NumberToken && /^\d{1,6}$/.test(token.image);
}

/** `on-time` for `on_time` */
function* joinedNames({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  const [left, dash, right] = tokens.slice(Math.max(0, reached - 1), reached + 2);
  if (left === undefined || right === undefined || dash?.image !== "-") return;
  if (endOf(left) !== dash.startOffset || endOf(dash) !== right.startOffset) return;
  yield { kind: "notation", at: reached - 1, remove: 3, words: `${left.image}_${right.image}` };
}

/** `.5` for `0.5` */
function* barePoints({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  const [point, digits] = tokens.slice(reached, reached + 2);
  if (point?.image !== "." || digits === undefined || !/^\d+%?$/.test(digits.image)) return;
  if (endOf(point) === digits.startOffset)
    yield { kind: "notation", at: reached, remove: 2, words: `0.${digits.image}` };
}

/** A value in quotes, or short of a part: `"2.1.0"`, `2.1`, `eur`, `€`. */
function* otherLiterals({ tokens, walk: { reached, next } }: Misfit): Generator<Repair> {
  const token = tokens[reached];
  if (token === undefined) return;
  const expects = (type: unknown): boolean => next.some((step) => step.type === type);
  const change = (words: string, remove = 1): Repair => ({ kind: "notation", at: reached, remove, words });
  if (token.tokenType.CATEGORIES?.includes(types.Text)) {
    const inner = token.image.slice(1, -1).trim();
    const name = inner.toLowerCase().replace(/[ -]+/g, "_");
    const named = next.find((step) => step.type === types.Name);
    const isLabel =
      named !== undefined && stepsFrom(named.then).next.some((step) => step.type === types.Text);
    const isName = /^[a-z_]\w*$/.test(name);
    if (isLabel && isName) yield change(`${name} ${token.image}`);
    if (lex(inner).length === 1) yield change(inner);
    else if (named !== undefined && isName) yield change(name);
  }
  const isJoint = (types.reservedWords as readonly string[]).includes(token.image);
  if (expects(types.Currency) && !isJoint)
    yield change(currencySigns.get(token.image) ?? token.image.toUpperCase());
  if (expects(types.NumberToken) && token.tokenType === types.Percent) yield change(token.image.slice(0, -1));
  const ordinal = /^p(\d{1,2})$/i.exec(token.image)?.[1];
  if (ordinal !== undefined) yield change(`percentile ${ordinal}`);
  if (expects(types.Time)) yield* times(token, tokens[reached + 1], change);
  if (expects(types.Version)) yield* versions(token, tokens[reached + 1], tokens[reached + 2], change);
}

/** `9`, `9.30`, `9 am` */
function* times(
  token: IToken,
  half: IToken | undefined,
  change: (words: string, remove?: number) => Repair,
): Generator<Repair> {
  const said = /^(?:am|pm)$/i.test(half?.image ?? "")
    ? properForm(`${token.image.replace(".", ":")}${half?.image}`)
    : null;
  if (said !== null) yield change(said, 2);
  const [, hour, minute = "00"] = /^([01]?\d|2[0-4])(?:\.([0-5]\d))?$/.exec(token.image) ?? [];
  if (hour !== undefined) yield change(`${hour.padStart(2, "0")}:${minute}`);
}

function* versions(
  token: IToken,
  dot: IToken | undefined,
  rest: IToken | undefined,
  change: (words: string, remove?: number) => Repair,
): Generator<Repair> {
  if (/^\d+$/.test(token.image)) yield change(`${token.image}.0.0`);
  if (/^\d+\.\d+$/.test(token.image)) yield change(`${token.image}.0`);
  if (/^v\d+$/i.test(token.image) && dot?.image === "." && rest !== undefined) {
    const parts = `${token.image.slice(1)}.${rest.image}`;
    yield change(parts, 3);
    yield change(`${parts}.0`, 3);
  }
}
