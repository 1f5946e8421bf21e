/** Days and periods as people say them: `1 July 2026`, `Dec 31, 2026`, `January 2026`, `Q1 2026`, `31.12.2026`. */
import type { IToken } from "chevrotain";
import { type Step, walk } from "./expectations.ts";
import { daysInMonth, monthNumbers } from "./months.ts";
import type { Misfit, Repair } from "./repair.ts";
import * as types from "./tokens.ts";
import { properForm } from "./value-forms.ts";

/** The same day or period in the one form that it has here, where such a value can stand. */
export function* datesInWords({ place, tokens, walk: { reached, next } }: Misfit): Generator<Repair> {
  yield* datesAt(tokens, reached, next);
  // The number that it starts with was taken for a value.
  if (tokens[reached - 1]?.tokenType === types.NumberToken)
    yield* datesAt(tokens, reached - 1, walk(place, tokens.slice(0, reached - 1)).next);
}

function* datesAt(tokens: readonly IToken[], at: number, next: readonly Step[]): Generator<Repair> {
  const expects = (type: unknown): boolean => next.some((step) => step.type === type);
  if (!expects(types.DateToken) && !expects(types.Period)) return;
  const words = tokens.slice(at, at + 4);
  const month = periodIn(words);
  const found = dayIn(words) ?? (expects(types.Period) ? month : dayOf(month, tokens[at - 1]));
  if (found !== null) yield { kind: "notation", at, remove: found.length, words: found.text };
}

/** `1st January 2026`, `January 1st, 2026`: the day at a word with its ordinal ending, or at the month before it. */
export function ordinalDay(
  tokens: readonly IToken[],
  index: number,
): { readonly at: number; readonly length: number; readonly text: string } | null {
  for (const at of [index, index - 1]) {
    const words = tokens.slice(Math.max(0, at), at + 4).map((token, nth) => {
      const plain = at + nth === index ? /^(\d{1,2})(?:st|nd|rd|th)$/i.exec(token.image)?.[1] : undefined;
      return plain === undefined ? token.image : plain;
    });
    const found = at < 0 ? null : dayOfWords(words);
    if (found !== null) return { at, ...found };
  }
  return null;
}

interface Found {
  readonly text: string;
  /** In words. */
  readonly length: number;
}

/** `1 July 2026`, `July 1, 2026`, `31.12.2026`. */
function dayIn(words: readonly IToken[]): Found | null {
  const dotted = words[0]?.tokenType === types.Version ? properForm(words[0].image) : null;
  return dotted === null ? dayOfWords(words.map(({ image }) => image)) : { text: dotted, length: 1 };
}

function dayOfWords([one = "", two = "", three = "", four = ""]: readonly string[]): Found | null {
  const ofMonth = two === "of" ? dateOf(four, three, one) : null;
  if (ofMonth !== null) return { text: ofMonth, length: 4 };
  const dayFirst = dateOf(three, two, one);
  if (dayFirst !== null) return { text: dayFirst, length: 3 };
  const withComma = three === "," ? dateOf(four, one, two) : null;
  if (withComma !== null) return { text: withComma, length: 4 };
  const monthFirst = dateOf(three, one, two);
  return monthFirst === null ? null : { text: monthFirst, length: 3 };
}

function dateOf(year: string, month: string, day: string): string | null {
  const number = monthNumbers.get(month.toLowerCase());
  if (number === undefined || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(day)) return null;
  return `${year}-${number}-${day.padStart(2, "0")}`;
}

/** The day with which a month begins, or ends behind `until`. */
function dayOf(month: Found | null, before: IToken | undefined): Found | null {
  const [year = "", number = ""] = month?.text.split("-") ?? [];
  if (month === null || !/^\d\d$/.test(number)) return null;
  const day =
    before?.tokenType === types.keyword.until ? `${daysInMonth(Number(year), Number(number))}` : "01";
  return { text: `${year}-${number}-${day}`, length: month.length };
}

/** `January 2026`, `Q1 2026`, `2026 Q1`, `H1 2026`. */
function periodIn(words: readonly IToken[]): Found | null {
  const [one = "", two = ""] = words.map(({ image }) => image);
  const text = periodOf(one, two) ?? periodOf(two, one);
  return text === null ? null : { text, length: 2 };
}

function periodOf(part: string, year: string): string | null {
  if (!/^\d{4}$/.test(year)) return null;
  const month = monthNumbers.get(part.toLowerCase());
  if (month !== undefined) return `${year}-${month}`;
  return /^(?:q[1-4]|h[12])$/i.test(part) ? `${year}-${part.toUpperCase()}` : null;
}
