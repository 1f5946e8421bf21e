/** The periods of findings that follow no verdicts (SPEC §3.7.9). */
import type { CalendarUnit } from "../bundle/plan.ts";
import { type DaySpan, nextSpan, spanAround, spanLabel } from "../time/spans.ts";
import type { TimeFrame } from "../time/windows.ts";
import { governsPeriod } from "./governing.ts";
import type { FindingPeriod } from "./reading.ts";

/** Spans that have at least one day of the agreement and whose first instant is before `as of`. */
export function periodsOf(unit: CalendarUnit, frame: TimeFrame): readonly FindingPeriod[] {
  const { clock, asOf, until, yearStarts } = frame;
  const found: FindingPeriod[] = [];
  for (
    let days = spanAround(unit, frame.from, yearStarts);
    clock.startOfDay(days.start) < asOf && (until === null || days.start <= until);
    days = nextSpan(unit, days, yearStarts)
  ) {
    found.push(periodOf(days, spanLabel(unit, days, yearStarts), frame));
  }
  return found;
}

/** Those of them in which this version gives the findings of credits and bonuses (SPEC §4.8.6). */
export function periodsGiven(unit: CalendarUnit, frame: TimeFrame): readonly FindingPeriod[] {
  return periodsOf(unit, frame).filter(({ days }) => governsPeriod(days, frame.seasons));
}

/** Some days as a period. */
export function periodOf(days: DaySpan, label: string, { clock }: TimeFrame): FindingPeriod {
  return { label, days, start: clock.startOfDay(days.start), end: clock.startOfDay(days.end) };
}
