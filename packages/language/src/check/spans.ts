/** Calendar spans: which there are, and how long they can be. */
import type { CalendarUnit, Window } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";

/** A span of the calendar; null for hours and shorter. */
export function calendarUnit(unit: ast.EachSpan["unit"]): CalendarUnit | null {
  return unit === "second" || unit === "minute" || unit === "hour" ? null : unit;
}

const LEAST_DAYS: Readonly<Record<CalendarUnit, number>> = {
  day: 1,
  week: 7,
  month: 28,
  quarter: 89,
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

/** The fewest days that a span has. */
export function leastDays(span: CalendarUnit): number {
  return LEAST_DAYS[span];
}

/** Whether a whole span can ever lie in a window. The newest rows have no length of time. */
export function canHold(window: Window, span: CalendarUnit): boolean {
  switch (window.kind) {
    case "latest":
      return false;
    case "calendar":
      return MOST_DAYS[window.span] >= LEAST_DAYS[span];
    case "partner_year":
      return true;
    case "rolling":
      return MOST_DAYS[window.unit] * window.count >= LEAST_DAYS[span];
  }
}
