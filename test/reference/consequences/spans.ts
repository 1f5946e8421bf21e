/** Periods of the calendar in which consequences are found, for the reference (§3.7.9). */
import type { CalendarUnit } from "@tenet-lang/evaluator";
import { dayFrom, nextSpan, spanLabel, spanStart, startOfDay } from "../time.ts";
import type { Frame } from "../windows.ts";

/** Civil days, half-open. */
export interface Span {
  readonly first: number;
  readonly end: number;
  readonly label: string;
}

/** The span of a unit that holds a day. */
export function spanOf(day: number, unit: CalendarUnit, { agreement: { yearStarts } }: Frame): Span {
  const first = spanStart(day, unit, yearStarts);
  return { first, end: nextSpan(first, unit, yearStarts), label: spanLabel(first, unit, yearStarts) };
}

/** Every span with at least one day of `effective` that begins before `as of`. */
export function spansFound(unit: CalendarUnit, frame: Frame): readonly Span[] {
  const { from, until } = frame.agreement.effective;
  const last = until === null ? Number.POSITIVE_INFINITY : dayFrom(until);
  const found: Span[] = [];
  let span = spanOf(dayFrom(from), unit, frame);
  while (span.first <= last && startOfDay(frame.zone, span.first) < frame.asOf) {
    found.push(span);
    span = spanOf(span.end, unit, frame);
  }
  return found;
}

/** Is an instant at or after the end of a span? */
export const hasEnded = ({ end }: Span, { zone, asOf }: Frame): boolean => startOfDay(zone, end) <= asOf;
