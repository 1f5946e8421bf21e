/** How the grammar's tokens are called in messages: in the words of whoever writes agreements. */
import type { TokenType } from "chevrotain";
import { type Place, type Step, stepsFrom } from "./expectations.ts";
import * as tokens from "./tokens.ts";

const descriptions = new Map<TokenType, string>([
  [tokens.Name, "a name"],
  [tokens.Text, 'a text in `"`'],
  [tokens.NumberToken, "a number"],
  [tokens.Percent, "a percentage such as `95%`"],
  [tokens.DateToken, "a date such as `2026-01-31`"],
  [tokens.Time, "a time such as `17:00`"],
  [tokens.Period, "a period such as `2026-01`"],
  [tokens.Version, "a version such as `2.1.0`"],
  [tokens.Currency, "a currency such as `EUR`"],
  [tokens.Unit, "a unit of time such as `days`"],
  [tokens.SpanUnit, "`day`, `week`, `month`, `quarter` or `year`"],
  [tokens.Weekday, "a day of the week such as `monday`"],
  [tokens.Row, "a table"],
]);

const values = [
  tokens.Name,
  tokens.Text,
  tokens.NumberToken,
  tokens.Percent,
  tokens.DateToken,
  tokens.Period,
];
const anyValue = [...values, tokens.Time, tokens.Version];
const mostNamed = 8;
const longestQuote = 60;

/** The word that a token type stands for, or null where it is not a word of the language. */
export function keywordOf(type: TokenType): string | null {
  return type.name.startsWith("'") ? type.name.slice(1, -1) : null;
}

/** The words that could come next. */
export function keywordsAmong(steps: readonly Step[]): string[] {
  return steps.map((step) => keywordOf(step.type)).filter((word) => word !== null);
}

/** What could come next, as words that belong together: `at least`, `each calendar`. */
export function phrasesOf(step: Step): string[] {
  const first = keywordOf(step.type);
  return first === null ? [] : extended(first, step.then, 2);
}

/** Follows a word as long as there is hardly a choice of what comes after it. */
function extended(phrase: string, place: Place, more: number): string[] {
  const { next: steps, mayEnd } = stepsFrom(place);
  const words = keywordsAmong(steps);
  if (mayEnd || more === 0 || words.length !== steps.length || words.length === 0 || words.length > 2)
    return [phrase];
  return steps.flatMap((step) => extended(`${phrase} ${keywordOf(step.type)}`, step.then, more - 1));
}

/** The list of what was expected: "`at least`, `at most` or a name". */
export function expectedText(steps: readonly Step[]): string {
  const types = new Set(steps.map((step) => step.type));
  const isValue = anyValue.every((type) => types.has(type));
  const described = [...types]
    .filter((type) => keywordOf(type) === null && !(isValue && anyValue.includes(type)))
    .map((type) => descriptions.get(type) ?? `\`${type.name}\``);
  const phrases = steps.flatMap(phrasesOf).map((phrase) => `\`${phrase}\``);
  const all = [...new Set([...(isValue ? ["a value"] : []), ...described, ...phrases])];
  return listText(all);
}

/** "a, b or c"; a list that is longer than `most` is cut short. */
export function listText(items: readonly string[], most: number = mostNamed): string {
  const shown = items.length > most ? [...items.slice(0, most - 1), "…"] : items;
  if (shown.length < 2) return shown.join("");
  const last = shown.at(-1);
  return last === "…" ? shown.join(", ") : `${shown.slice(0, -1).join(", ")} or ${last}`;
}

/** The user's own words, in backticks; long ones are cut short, and nothing in them is hidden or ends the line. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 2 * longestQuote)];
  const shown =
    characters.length > longestQuote ? [...characters.slice(0, longestQuote - 1), "…"] : characters;
  const plain = shown.join("").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  return `\`${plain.replaceAll("`", "'")}\``;
}
