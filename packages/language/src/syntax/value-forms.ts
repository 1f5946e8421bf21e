/**
 * How a value that is written another way is written here: `31/01/2026`, `60s`, `8:00`, `8:00-18:00`.
 *
 * Only what can mean one thing is rewritten; for `03/04/2026` nobody but the author knows.
 */
import { monthNumbers } from "./months.ts";

const units: ReadonlyMap<string, string> = new Map([
  ...(["s", "sec", "secs", "second", "seconds"] as const).map((unit) => [unit, "seconds"] as const),
  ...(["min", "mins", "minute", "minutes"] as const).map((unit) => [unit, "minutes"] as const),
  ...(["h", "hr", "hrs", "hour", "hours"] as const).map((unit) => [unit, "hours"] as const),
  ...(["d", "day", "days"] as const).map((unit) => [unit, "days"] as const),
  ...(["w", "week", "weeks"] as const).map((unit) => [unit, "weeks"] as const),
  ...(["month", "months"] as const).map((unit) => [unit, "months"] as const),
]);

/** Nothing longer is a slip of notation. */
const longestValue = 40;

/** The proper form of a malformed value, or null. */
export function properForm(text: string): string | null {
  if (text.length > longestValue) return null;
  return (
    dayFirst(text) ??
    yearFirst(text) ??
    namedMonth(text) ??
    instant(text) ??
    time(text) ??
    hours(text) ??
    halfDay(text) ??
    period(text) ??
    monthFirst(text) ??
    range(text) ??
    thousands(text) ??
    amount(text)
  );
}

/** The two days that a date in another notation may be; none where it is one, or no date. */
export function possibleDates(text: string): readonly string[] {
  const [, first = "", second = "", year = ""] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return [isoDate(year, second, first), isoDate(year, first, second)].filter((date) => date !== null);
}

/** Whether the text is a date in some notation, even if it is not known which. */
export function looksLikeDate(text: string): boolean {
  return text.length <= longestValue && /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text);
}

function dayFirst(text: string): string | null {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (match === null) return null;
  const [, first = "", second = "", year = ""] = match;
  const same = first === second;
  if (Number(first) > 12 || same) return isoDate(year, second, first);
  return Number(second) > 12 ? isoDate(year, first, second) : null;
}

function yearFirst(text: string): string | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  return match === null ? null : isoDate(match[1] ?? "", match[2] ?? "", match[3] ?? "");
}

/** `1-Jan-2026`, and `1-Jan-26` as spreadsheets show it. */
function namedMonth(text: string): string | null {
  const [, day, name, year] = /^(\d{1,2})[-/.]?([A-Za-z]{3,9})[-/.]?((?:20)?\d\d)$/.exec(text) ?? [];
  const month = monthNumbers.get(name?.toLowerCase() ?? "");
  if (day === undefined || year === undefined || month === undefined) return null;
  return isoDate(year.length === 2 ? `20${year}` : year, month, day);
}

function isoDate(year: string, month: string, day: string): string | null {
  const isPossible = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isPossible ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

function instant(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00)?$/.exec(text);
  return match === null ? null : `${match[1]} at ${match[2]}`;
}

/** `8am`, `6:30pm`: twelve is the first hour of each half. */
function halfDay(text: string): string | null {
  const match = /^(\d{1,2})(?::(\d\d))?(am|pm)$/i.exec(text);
  const hour = Number(match?.[1] ?? 0);
  if (match === null || hour < 1 || hour > 12) return null;
  const hours = (hour % 12) + (match[3]?.toLowerCase() === "pm" ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${match[2] ?? "00"}`;
}

/** `8:00-18:00`, of one day. */
function hours(text: string): string | null {
  const match = /^([\d:]+(?:am|pm)?)[-\u2013]([\d:]+(?:am|pm)?)$/i.exec(text);
  if (match === null) return null;
  const [from, to] = [match[1] ?? "", match[2] ?? ""].map((end) => time(end) ?? halfDay(end));
  return from == null || to == null ? null : `${from} to ${to}`;
}

function time(text: string): string | null {
  const match = /^(\d{1,2}):(\d\d)(?::00)?$/.exec(text);
  return match === null ? null : `${(match[1] ?? "").padStart(2, "0")}:${match[2]}`;
}

function period(text: string): string | null {
  const match = /^(\d{4})-?([WwQqHh]?)(\d{1,2})$/.exec(text);
  if (match === null || !/[-WQH]/i.test(text)) return null;
  const letter = (match[2] ?? "").toUpperCase();
  const digits = match[3] ?? "";
  if (letter === "Q" || letter === "H") return digits.length === 1 ? `${match[1]}-${letter}${digits}` : null;
  return `${match[1]}-${letter}${digits.padStart(2, "0")}`;
}

/** `9-17`, of a day. */
export function openingHours(text: string): string | null {
  const [, from, to] = /^([01]?\d|2[0-4])[-\u2013]([01]?\d|2[0-4])$/.exec(text) ?? [];
  return from === undefined || to === undefined
    ? null
    : `${from.padStart(2, "0")}:00 to ${to.padStart(2, "0")}:00`;
}

/** `9-10`, of a scale. */
function range(text: string): string | null {
  const match = /^(\d{1,3})(?:[-\u2013]|\.\.)(\d{1,3})$/.exec(text);
  return match === null ? null : `${match[1]} to ${match[2]}`;
}

/** `01/2026` */
function monthFirst(text: string): string | null {
  const match = /^(0?[1-9]|1[0-2])[-/.](\d{4})$/.exec(text);
  return match === null ? null : `${match[2]}-${(match[1] ?? "").padStart(2, "0")}`;
}

/** `5k` */
function thousands(text: string): string | null {
  const whole = /^(-?\d+)k$/i.exec(text)?.[1];
  return whole === undefined ? null : `${whole}_000`;
}

function amount(text: string): string | null {
  const match = /^(-?\d[\d_]*(?:\.\d+)?)(?:[._]+|-?([A-Za-z]+))$/.exec(text);
  if (match === null) return null;
  const [, number = "", suffix = ""] = match;
  if (suffix === "") return number;
  if (/^[A-Z]{3}$/.test(suffix)) return `${number} ${suffix}`;
  if (suffix.toLowerCase() === "pct") return `${number}%`;
  const unit = units.get(suffix.toLowerCase());
  return unit === undefined ? null : `${number} ${unit}`;
}
