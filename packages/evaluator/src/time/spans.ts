/**
 * Calendar spans: days, ISO weeks, months, quarters, half years and years, as half-open ranges of civil days.
 *
 * `year starts on` moves years, and with them half years and quarters; such a year is named by the calendar year in
 * which it starts (SPEC §3.1, §4.3.1). Months and weeks never move.
 */
import type { CalendarUnit } from "../bundle/plan.ts";
import { addMonths, civilFromDay, dayFromCivil, pad, weekday } from "./civil.ts";

/** Half-open: `end` is the first day after the span. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

export interface YearStart {
  readonly month: number;
  readonly day: number;
}

/** The span of a unit that holds a day. */
export function spanAround(unit: CalendarUnit, day: number, year: YearStart): DaySpan {
  switch (unit) {
    case "day":
      return { start: day, end: day + 1 };
    case "week": {
      const start = day - weekday(day);
      return { start, end: start + 7 };
    }
    case "month": {
      const { year: y, month } = civilFromDay(day);
      const start = dayFromCivil(y, month, 1);
      return { start, end: addMonths(start, 1) };
    }
    case "quarter":
      return partOfYear(day, year, 3);
    case "half_year":
      return partOfYear(day, year, 6);
    case "year":
      return partOfYear(day, year, 12);
  }
}

/** The span after a span of the same unit. */
export function nextSpan(unit: CalendarUnit, span: DaySpan, year: YearStart): DaySpan {
  return spanAround(unit, span.end, year);
}

/** `2026-01-20`, `2026-W10`, `2026-01`, `2026-Q1`, `2026-H1`, `2026`. */
export function spanLabel(unit: CalendarUnit, span: DaySpan, year: YearStart): string {
  const civil = civilFromDay(span.start);
  switch (unit) {
    case "day":
      return `${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`;
    case "week":
      return isoWeekLabel(span.start);
    case "month":
      return `${pad(civil.year, 4)}-${pad(civil.month, 2)}`;
    case "quarter":
      return `${pad(yearNumber(span.start, year), 4)}-Q${partIndex(span.start, year, 3) + 1}`;
    case "half_year":
      return `${pad(yearNumber(span.start, year), 4)}-H${partIndex(span.start, year, 6) + 1}`;
    case "year":
      return pad(yearNumber(span.start, year), 4);
  }
}

/** Moves a day by a number of units, month ends clamped: for rolling windows and `final`. */
export function shiftDay(day: number, unit: CalendarUnit, count: number): number {
  switch (unit) {
    case "day":
      return day + count;
    case "week":
      return day + 7 * count;
    case "month":
      return addMonths(day, count);
    case "quarter":
      return addMonths(day, 3 * count);
    case "half_year":
      return addMonths(day, 6 * count);
    case "year":
      return addMonths(day, 12 * count);
  }
}

/** First day of the business year that holds a day. */
function startOfYear(day: number, year: YearStart): number {
  const { year: y } = civilFromDay(day);
  const start = dayFromCivil(y, year.month, year.day);
  return start <= day ? start : dayFromCivil(y - 1, year.month, year.day);
}

function yearNumber(day: number, year: YearStart): number {
  return civilFromDay(startOfYear(day, year)).year;
}

/** Which part of the business year (of `months` months each) holds a day, from 0. */
function partIndex(day: number, year: YearStart, months: number): number {
  const start = startOfYear(day, year);
  let index = 0;
  while (addMonths(start, (index + 1) * months) <= day) index += 1;
  return index;
}

function partOfYear(day: number, year: YearStart, months: number): DaySpan {
  const start = startOfYear(day, year);
  const index = partIndex(day, year, months);
  return { start: addMonths(start, index * months), end: addMonths(start, (index + 1) * months) };
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function isoWeekLabel(monday: number): string {
  const { year } = civilFromDay(monday + 3);
  const week = Math.floor((monday + 3 - dayFromCivil(year, 1, 1)) / 7) + 1;
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}
