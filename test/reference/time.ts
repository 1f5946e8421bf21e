/**
 * Civil time for the reference: days are whole numbers since 1970-01-01, instants microseconds since that day's
 * start in UTC, and the agreement's zone is a table of offsets (§3.3, §4.3). No library and no `Date`.
 */
import type { CalendarUnit, SpanUnit, ZoneTable } from "@tenet-lang/evaluator";

import { memory } from "./memo.ts";

export const microsPerSecond = 1_000_000;
export const microsPerDay = 86_400 * microsPerSecond;

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of a civil day (Gregorian, by its Julian day number). */
export function dayOf({ year, month, day }: Civil): number {
  const early = month < 3 ? 1 : 0;
  const y = year + 4800 - early;
  const m = month + 12 * early - 3;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + leaps - 32045 - 2440588;
}

/** The civil day of a number: the year and month are guessed low and moved up. */
export function civilOf(number: number): Civil {
  let year = 1970 + Math.floor(number / 366);
  while (dayOf({ year: year + 1, month: 1, day: 1 }) <= number) year += 1;
  let month = 1;
  while (month < 12 && dayOf({ year, month: month + 1, day: 1 }) <= number) month += 1;
  return { year, month, day: number - dayOf({ year, month, day: 1 }) + 1 };
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return dayOf(next) - dayOf({ year, month, day: 1 });
}

/** The same day of the month N months on (or back); month ends clamp (§4.3.2). */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilOf(number);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayOf({ year: newYear, month: newMonth, day: Math.min(day, daysIn(newYear, newMonth)) });
}

/** `2026-01-31` as a day number; null where there is no such day. */
export function readDay(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found === null ? null : checkedDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** A day number, or null where the calendar has no such day. */
export function checkedDay(year: number, month: number, day: number): number | null {
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? dayOf({ year, month, day }) : null;
}

/** A day that the model holds as text. */
export const dayFrom = (text: string): number => readDay(text) ?? Number.NaN;

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** `2026-01-31`. */
export function showDay(number: number): string {
  const { year, month, day } = civilOf(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

// Zones (§3.2: a skipped local time moves forward by the gap, a repeated one is the earlier)

/** Microseconds east of UTC at an instant. */
function offsetAt(zone: ZoneTable, instant: number): number {
  const at = zone.from.findLastIndex((seconds) => seconds * microsPerSecond <= instant);
  return (zone.offset[Math.max(at, 0)] ?? 0) * microsPerSecond;
}

const different = memory<readonly number[]>();

/** The different offsets that the zone has had. */
const offsetsOf = (zone: ZoneTable): readonly number[] =>
  different.of(zone, zone, "", () => [...new Set(zone.offset)].map((seconds) => seconds * microsPerSecond));

/** The instant at which clocks of the zone show a day and a time of day. */
export function instantOf(zone: ZoneTable, day: number, timeOfDay: number): number {
  const local = day * microsPerDay + timeOfDay;
  const shown = offsetsOf(zone)
    .map((offset) => local - offset)
    .filter((at) => offsetAt(zone, at) === local - at);
  return shown.length > 0 ? Math.min(...shown) : local - offsetBeforeGap(zone, local);
}

/** The offset that held just before the gap in which a local time falls. */
function offsetBeforeGap(zone: ZoneTable, local: number): number {
  const offset = (at: number): number => (zone.offset[at] ?? 0) * microsPerSecond;
  const gap = zone.from.findIndex((seconds, at) => {
    const start = seconds * microsPerSecond;
    return at > 0 && local >= start + offset(at - 1) && local < start + offset(at);
  });
  return offset(gap - 1);
}

const starts = memory<number>();

/** The first instant of a civil day. */
export const startOfDay = (zone: ZoneTable, day: number): number =>
  starts.of(zone, zone, String(day), () => instantOf(zone, day, 0));

/** The civil day that clocks of the zone show at an instant. */
export const civilDayAt = (zone: ZoneTable, instant: number): number =>
  Math.floor((instant + offsetAt(zone, instant)) / microsPerDay);

// Spans (§3.1 `year starts on`, §3.6 `measured`)

export interface YearStart {
  readonly month: number;
  readonly day: number;
}

/** First day of the calendar span that holds a day. */
export function spanStart(day: number, unit: CalendarUnit, yearStart: YearStart): number {
  const { year, month } = civilOf(day);
  switch (unit) {
    case "day":
      return day;
    case "week":
      return day - ((((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
    case "month":
      return dayOf({ year, month, day: 1 });
    default:
      return partsOfYear(day, unit, yearStart).findLast((start) => start <= day) ?? day;
  }
}

/** First days of the quarters, halves or whole of the business year that holds a day, and of what follows it. */
function partsOfYear(
  day: number,
  unit: "quarter" | "half_year" | "year",
  yearStart: YearStart,
): readonly number[] {
  const start = businessYearOf(day, yearStart);
  const months = { quarter: [0, 3, 6, 9, 12], half_year: [0, 6, 12], year: [0, 12] }[unit];
  return months.map((count) => addMonths(start, count));
}

/** First day of the business year that holds a day. */
function businessYearOf(day: number, yearStart: YearStart): number {
  const { year } = civilOf(day);
  const startIn = (of: number): number =>
    dayOf({ year: of, month: yearStart.month, day: Math.min(yearStart.day, daysIn(of, yearStart.month)) });
  return startIn(year) <= day ? startIn(year) : startIn(year - 1);
}

/** First day of the span after the one that holds a day. */
export function nextSpan(day: number, unit: CalendarUnit, yearStart: YearStart): number {
  const start = spanStart(day, unit, yearStart);
  if (unit === "day" || unit === "week") return start + (unit === "day" ? 1 : 7);
  if (unit === "month") return addMonths(start, 1);
  return partsOfYear(day, unit, yearStart).find((next) => next > day) ?? day;
}

/** First day of the span before the one that holds a day. */
export const previousSpan = (day: number, unit: CalendarUnit, yearStart: YearStart): number =>
  spanStart(spanStart(day, unit, yearStart) - 1, unit, yearStart);

/** The name of the calendar span that starts on a day: `2026-W10`, `2026-01`, `2026-Q1`, `2026-H1`, `2026`. */
export function spanLabel(start: number, unit: CalendarUnit, yearStart: YearStart): string {
  const { year, month } = civilOf(start);
  switch (unit) {
    case "day":
      return showDay(start);
    case "week": {
      const thursday = start + 3;
      const isoYear = civilOf(thursday).year;
      const week = Math.floor((thursday - dayOf({ year: isoYear, month: 1, day: 1 })) / 7) + 1;
      return `${pad(isoYear, 4)}-W${pad(week, 2)}`;
    }
    case "month":
      return `${pad(year, 4)}-${pad(month, 2)}`;
    default: {
      const ofYear = businessYearOf(start, yearStart);
      const name = pad(civilOf(ofYear).year, 4);
      if (unit === "year") return name;
      const [letter, months] = unit === "quarter" ? ["Q", 3] : ["H", 6];
      let part = 1;
      while (addMonths(ofYear, months * part) <= start) part += 1;
      return `${name}-${letter}${part}`;
    }
  }
}

const monthsIn = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

/** A civil day moved by N calendar units; months, quarters and years clamp at month ends. */
export function addCalendar(day: number, count: number, unit: CalendarUnit): number {
  if (unit === "day") return day + count;
  if (unit === "week") return day + 7 * count;
  return addMonths(day, count * monthsIn[unit]);
}

const secondsIn = { second: 1, minute: 60, hour: 3600 } as const;

const spanUnits = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"] as const;

/** A unit of elapsed or civil time; the reference knows no business days. */
export function spanUnit(unit: string): SpanUnit {
  const found = spanUnits.find((known) => known === unit);
  if (found === undefined) throw new RangeError(`the reference does not know ${unit}`);
  return found;
}

/** An instant moved on: seconds to hours are elapsed time, days and longer are civil and keep the time of day (§2). */
export function addSpan(zone: ZoneTable, instant: number, count: number, unit: SpanUnit): number {
  if (unit === "second" || unit === "minute" || unit === "hour") {
    return instant + count * secondsIn[unit] * microsPerSecond;
  }
  const day = civilDayAt(zone, instant);
  const timeOfDay = instant + offsetAt(zone, instant) - day * microsPerDay;
  return instantOf(zone, addCalendar(day, count, unit), timeOfDay);
}

/** `2026-01-31T23:00:00Z` (with a fraction where there is one). */
export function showInstant(instant: number): string {
  const day = Math.floor(instant / microsPerDay);
  const micros = instant - day * microsPerDay;
  const seconds = Math.floor(micros / microsPerSecond);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) =>
    pad(part, 2),
  );
  const fraction = pad(micros % microsPerSecond, 6).replace(/0+$/, "");
  return `${showDay(day)}T${time.join(":")}${fraction === "" ? "" : `.${fraction}`}Z`;
}

/** An instant in UTC, as `showInstant` writes it. */
export function readInstant(text: string): number {
  const found = /^(.{10})T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?Z$/.exec(text);
  if (found === null) return Number.NaN;
  const [, day = "", hours, minutes, seconds, fraction = ""] = found;
  const inSeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return dayFrom(day) * microsPerDay + inSeconds * microsPerSecond + Number(fraction.padEnd(6, "0"));
}
