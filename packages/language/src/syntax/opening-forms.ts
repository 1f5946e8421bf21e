/**
 * Days and hours of opening as people say them: `Mon-Fri 9-5`, `weekends 10am to noon`, `monday and friday`, `24/7`.
 *
 * What is said is understood as a whole or not at all. Of hours such as `9 to 5` only their author knows whether the
 * afternoon is meant or the night, so they are read both ways.
 */
import type { IToken } from "chevrotain";
import { habits } from "./habits.ts";
import { weekdayWords } from "./tokens.ts";
import { openingHours, properForm } from "./value-forms.ts";

/** Days from one to another, as places in the week; Monday is 0. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** Something that was understood, and the place behind it. */
interface Understood<T> {
  readonly value: T;
  readonly end: number;
}

const WHOLE_WEEK: Days = { first: 0, last: 6 };
const ALL_DAY = "00:00 to 24:00";
/** More stretches are no opening. */
const MOST_LISTED = 14;

/** The `open` sentences that say the same; each reading has its own. None where the words say something else. */
export function openingsSaid(tokens: readonly IToken[]): readonly (readonly string[])[] {
  const words = tokens.map(({ image }) => image.toLowerCase());
  const said = daysThenHours(words) ?? hoursThenDays(words);
  if (said === null) return [];
  const readings = said.hours.every((hours) => hours.length === 1) ? [0] : [0, 1];
  return readings.map((reading) =>
    said.days.flatMap((days) =>
      said.hours.map((hours) => `open ${daysText(days)} ${hours[reading] ?? hours[0]}`),
    ),
  );
}

/** The days of the week that words name, all of them; null where they say something else. */
export function daysSaid(tokens: readonly IToken[]): readonly Days[] | null {
  const words = tokens.map(({ image }) => image.toLowerCase());
  const days = daysAt(words, 0);
  return days !== null && skipped(words, days.end, /^all$|^day$/) === words.length ? days.value : null;
}

/** `monday`, `monday to friday` */
export function daysText({ first, last }: Days): string {
  return first === last ? `${weekdayWords[first]}` : `${weekdayWords[first]} to ${weekdayWords[last]}`;
}

/** Stretches of days that follow each other, in the order of the week. */
export function stretchesOf(days: ReadonlySet<number>): readonly Days[] {
  const stretches: Days[] = [];
  for (let day = 0; day < 7; day++) {
    const before = stretches.at(-1);
    if (!days.has(day)) continue;
    if (before?.last === day - 1) stretches[stretches.length - 1] = { first: before.first, last: day };
    else stretches.push({ first: day, last: day });
  }
  return stretches;
}

/** All days from the first to the last, also round the end of the week. */
export function daysOf({ first, last }: Days): readonly number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
}

interface Said {
  readonly days: readonly Days[];
  /** Of each stretch of time its readings, the likelier first. */
  readonly hours: readonly (readonly string[])[];
}

function daysThenHours(words: readonly string[]): Said | null {
  const days = daysAt(words, 0);
  const hours = hoursAt(words, days?.end ?? 0);
  if (hours === null || hours.end < words.length) return null;
  if (days !== null) return { days: days.value, hours: hours.value };
  return isAlways(words) ? { days: [WHOLE_WEEK], hours: hours.value } : null;
}

function hoursThenDays(words: readonly string[]): Said | null {
  const hours = hoursAt(words, 0);
  const days = hours === null ? null : daysAt(words, hours.end);
  return hours === null || days === null || days.end < words.length
    ? null
    : { days: days.value, hours: hours.value };
}

/** Hours that are said of all days. */
function isAlways(words: readonly string[]): boolean {
  return wholeDayEnd(words, 0) === words.length;
}

function daysAt(words: readonly string[], start: number): Understood<readonly Days[]> | null {
  const listed: Days[] = [];
  let at = skipped(words, start, /^(?:on|from|every|each|at|the|all|:)$/);
  for (;;) {
    const days = stretchAt(words, at);
    if (days === null) break;
    listed.push(days.value);
    at = days.end;
    const behind = skipped(words, at, /^(?:,|and|&|or|\/|;)$/);
    if (behind === at || listed.length === MOST_LISTED || stretchAt(words, behind) === null) break;
    at = behind;
  }
  if (listed.length === 0) return null;
  const value = listed.length === 1 ? listed : stretchesOf(new Set(listed.flatMap(daysOf)));
  return { value, end: at };
}

function stretchAt(words: readonly string[], at: number): Understood<Days> | null {
  const [word = "", next = "", third = ""] = words.slice(at, at + 3);
  if (/^weekdays?$/.test(word)) return { value: { first: 0, last: 4 }, end: at + 1 };
  if (/^weekends?$/.test(word)) return { value: { first: 5, last: 6 }, end: at + 1 };
  if (/^(?:daily|everyday)$/.test(word)) return { value: WHOLE_WEEK, end: at + 1 };
  const isEvery = words[at - 1] === "every" || words[at - 1] === "each";
  if (isEvery && word === "day") return { value: WHOLE_WEEK, end: at + 1 };
  const first = weekday(word);
  if (first === null) return null;
  const last = /^(?:to|-|\u2013|until|till|through|thru)$/.test(next) ? weekday(third) : null;
  return last === null
    ? { value: { first, last: first }, end: at + 1 }
    : { value: { first, last }, end: at + 3 };
}

/** `monday`, `mondays`, `mon` */
function weekday(word: string): number | null {
  const days: readonly string[] = weekdayWords;
  const day = [word, word.replace(/s$/, ""), habits.get(word)?.[0] ?? ""].find((one) => days.includes(one));
  return day === undefined ? null : days.indexOf(day);
}

function hoursAt(words: readonly string[], start: number): Understood<readonly (readonly string[])[]> | null {
  const listed: (readonly string[])[] = [];
  let at = skipped(words, start, /^(?:from|between|at|,|:)$/);
  const whole = wholeDayEnd(words, at);
  if (whole !== null) return { value: [[ALL_DAY]], end: whole };
  for (;;) {
    const hours = rangeAt(words, at);
    if (hours === null) break;
    listed.push(hours.value);
    at = hours.end;
    const behind = skipped(words, at, /^(?:,|and|&|;)$/);
    if (behind === at || listed.length === MOST_LISTED || rangeAt(words, behind) === null) break;
    at = behind;
  }
  return listed.length === 0 ? null : { value: listed, end: at };
}

const WHOLE_DAYS: readonly string[] = [
  "24 hours a day",
  "24 hours per day",
  "24 hours",
  "24h",
  "all day",
  "around the clock",
  "round the clock",
  "day and night",
  "always",
  "24 / 7",
  "24/7",
  "24x7",
  "24 x 7",
];

/** Where words end that say all day long; null where they say something else. */
function wholeDayEnd(words: readonly string[], at: number): number | null {
  for (const said of WHOLE_DAYS) {
    const length = said.split(" ").length;
    if (words.slice(at, at + length).join(" ") === said) return at + length;
  }
  return null;
}

/** `9-17`, `9am to 5pm`, `09:00 - noon`; `9 to 5` has two readings. */
function rangeAt(words: readonly string[], at: number): Understood<readonly string[]> | null {
  const joined = openingHours(words[at] ?? "") ?? properForm(words[at] ?? "");
  const [, first, last] = /^(\d\d:\d\d) to (\d\d:\d\d)$/.exec(joined ?? "") ?? [];
  if (first !== undefined && last !== undefined) {
    const isBare = /^\d{1,2}[-\u2013]\d{1,2}$/.test(words[at] ?? "");
    return { value: readings(first, last, isBare), end: at + 1 };
  }
  const from = timeAt(words, at);
  if (from === null || !/^(?:to|-|\u2013|until|till|and)$/.test(words[from.end] ?? "")) return null;
  const to = timeAt(words, from.end + 1);
  if (to === null) return null;
  const isBare = /^\d{1,2}$/.test(words[to.end - 1] ?? "");
  return { value: readings(from.value, to.value, isBare), end: to.end };
}

/** Where the end is a bare number that would lie before the beginning, the afternoon is likelier than the night. */
function readings(from: string, to: string, isBare: boolean): readonly string[] {
  const hour = Number(to.slice(0, 2)) + 12;
  const asWritten = `${from} to ${to}`;
  return isBare && to <= from && hour <= 24 ? [`${from} to ${hour}:00`, asWritten] : [asWritten];
}

function timeAt(words: readonly string[], at: number): Understood<string> | null {
  const [word = "", half = ""] = words.slice(at, at + 2);
  if (word === "noon" || word === "midday") return { value: "12:00", end: at + 1 };
  // As the beginning of an opening, the first instant of the day; as its end, the first of the next.
  if (word === "midnight") return { value: isBegin(words, at) ? "00:00" : "24:00", end: at + 1 };
  if (/^[ap]m$/.test(half)) {
    const value = properForm(`${word.replace(".", ":")}${half}`);
    return value === null ? null : { value, end: at + 2 };
  }
  const [, hour, minute = "00"] = /^([01]?\d|2[0-4])(?:\.([0-5]\d))?$/.exec(word) ?? [];
  const value = hour === undefined ? clockTime(word) : `${hour.padStart(2, "0")}:${minute}`;
  return value === null ? null : { value, end: at + 1 };
}

function isBegin(words: readonly string[], at: number): boolean {
  return !/^(?:to|-|\u2013|until|till|and)$/.test(words[at - 1] ?? "");
}

/** `9:00`, `5pm`, `09h00`, `9h30`. */
function clockTime(word: string): string | null {
  const proper = properForm(word.replace(/^(\d{1,2})h(\d\d)$/, "$1:$2")) ?? word;
  return /^\d\d:\d\d$/.test(proper) ? proper : null;
}

/** The place behind words that say nothing by themselves. */
function skipped(words: readonly string[], start: number, small: RegExp): number {
  let at = start;
  while (small.test(words[at] ?? "")) at += 1;
  return at;
}
