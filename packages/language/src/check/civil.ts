/** Dates, times and periods as written: whether they exist, and how they compare. ISO text compares as text. */
import { daysInMonth } from "../syntax/months.ts";

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether `HH:mm` or `HH:mm:ss` is a time of the day (24:00 is not). */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text);
}

/** The same day so many years later; 29 February becomes the 28th where there is none. */
export function yearsAfter(date: string, years: number): string {
  const later = `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`;
  return isDate(later) ? later : `${later.slice(0, 4)}-02-28`;
}

/** What kind of span a period's label names: `2026-W10` is a week; null where there is no such period. */
export function periodKind(text: string): "day" | "week" | "month" | "quarter" | "half_year" | "year" | null {
  if (/^\d{4}$/.test(text)) return "year";
  if (/^\d{4}-Q[1-4]$/.test(text)) return "quarter";
  if (/^\d{4}-H[12]$/.test(text)) return "half_year";
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return "month";
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week !== null)
    return Number(week[2]) >= 1 && Number(week[2]) <= isoWeeks(Number(week[1])) ? "week" : null;
  return isDate(text) ? "day" : null;
}

/** A year has 53 ISO weeks where it starts on a Thursday, or on a Wednesday and leaps. */
function isoWeeks(year: number): 52 | 53 {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const weekdayOfNewYear = (before + leapDays + 1) % 7;
  const leaps = daysInMonth(year, 2) === 29;
  return weekdayOfNewYear === 4 || (weekdayOfNewYear === 3 && leaps) ? 53 : 52;
}
