/** Calendar spans: which hold whole others, and how long they are at least. */
import type { Assessment, CalendarUnit, Window } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";

/** A span of the calendar; null for hours and shorter. */
export function calendarUnit(unit: ast.EachSpan["unit"]): CalendarUnit | null {
  return unit === "second" || unit === "minute" || unit === "hour" ? null : unit;
}

const MONTHS: Readonly<Partial<Record<CalendarUnit, number>>> = { month: 1, quarter: 3, half_year: 6, year: 12 };
const DAYS: Readonly<Partial<Record<CalendarUnit, number>>> = { day: 1, week: 7 };

/**
 * Whether every span of `outer` is made of whole spans of `inner`. Quarters and longer follow the business year, so
 * months fill them only where that starts on the first of a month.
 */
export function holdsWhole(outer: CalendarUnit, inner: CalendarUnit, yearStartsOnFirst: boolean): boolean {
  if (inner === outer || inner === "day") return true;
  const [outerMonths, innerMonths] = [MONTHS[outer], MONTHS[inner]];
  if (outerMonths === undefined || innerMonths === undefined) return false;
  return innerMonths < outerMonths && (inner !== "month" || yearStartsOnFirst);
}

/** Whether a window is made of whole spans, wherever it lies. */
export function windowHoldsWhole(
  window: Window,
  assessed: Assessment | null,
  span: CalendarUnit,
  yearStartsOnFirst: boolean,
): boolean {
  if (window.kind === "latest") return false;
  if (span === "day") return true;
  if (window.kind === "calendar") return holdsWhole(window.span, span, yearStartsOnFirst);
  if (window.whole) return holdsWhole(window.unit, span, yearStartsOnFirst);
  return assessed?.kind === "end_of" && startsWithSpan(window, assessed.span, span, yearStartsOnFirst);
}

/** A window of N months that ends where a month ends is made of whole months; of N quarters, of whole quarters. */
function startsWithSpan(
  window: Window & { readonly kind: "rolling" },
  step: CalendarUnit,
  span: CalendarUnit,
  yearStartsOnFirst: boolean,
): boolean {
  if (!holdsWhole(step, span, yearStartsOnFirst)) return false;
  const days = DAYS[window.unit];
  if (span === "week") return days !== undefined && (days * window.count) % 7 === 0;
  const months = MONTHS[window.unit];
  const wanted = MONTHS[span];
  return months !== undefined && wanted !== undefined && (months * window.count) % wanted === 0;
}

const LEAST_DAYS: Readonly<Record<CalendarUnit, number>> = {
  day: 1,
  week: 7,
  month: 28,
  quarter: 90,
  half_year: 181,
  year: 365,
};
const MOST_DAYS: Readonly<Record<CalendarUnit, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  half_year: 184,
  year: 366,
};

/** The most days that a span has. */
export function mostDays(span: CalendarUnit): number {
  return MOST_DAYS[span];
}

/** Whether a rolling window is surely longer than the step between two assessments, so that rows count in several. */
export function windowsOverlap(window: Window, step: CalendarUnit): boolean {
  if (window.kind !== "rolling") return false;
  const [months, stepMonths] = [MONTHS[window.unit], MONTHS[step]];
  if (months !== undefined && stepMonths !== undefined) return months * window.count > stepMonths;
  return LEAST_DAYS[window.unit] * window.count > MOST_DAYS[step];
}
