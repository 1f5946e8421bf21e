/** The periods of findings that follow no verdicts (SPEC §3.7.9). */
import type { MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { CalendarUnit } from "../bundle/plan.ts";
import { type DaySpan, nextSpan, spanAround, spanLabel } from "../time/spans.ts";
import type { TimeFrame } from "../time/windows.ts";
import { givenFrom } from "./governing.ts";
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

/**
 * The periods of a credit or bonus in which this version gives its findings (SPEC §4.8.6): whole spans, and what is left
 * of one where periods became longer in the middle of it.
 */
export function periodsGiven(plan: MoneyPlan<RuleName>, frame: TimeFrame): readonly FindingPeriod[] {
  const { clock, asOf, seasons } = frame;
  return periodsOf(plan.span, frame).flatMap((period) => {
    const start = givenFrom(period.days, plan, seasons);
    if (start === period.days.start) return [period];
    if (start === null || clock.startOfDay(start) >= asOf) return [];
    return [periodOf({ start, end: period.days.end }, period.label, frame)];
  });
}

/** Some days as a period. */
export function periodOf(days: DaySpan, label: string, { clock }: TimeFrame): FindingPeriod {
  return { label, days, start: clock.startOfDay(days.start), end: clock.startOfDay(days.end) };
}
