/** Periods as tests name them: the days they cover, and when all that belongs to them has arrived. */
import {
  addMonths,
  type DaySpan,
  dayFromCivil,
  finalInstant,
  formatInstant,
  type MetricPlan,
  parseDay,
  spanAround,
  type YearStart,
  type ZoneClock,
} from "@tenet-lang/evaluator";
import type { StandardModel, TestModel } from "../check/model.ts";
import { metricsRead, type TestedPart } from "./tested-part.ts";

/** The days of `2026-01-20`, `2026-W10`, `2026-01`, `2026-Q1`, `2026-H1` or `2026`; null for any other text. */
export function periodDays(label: string, year: YearStart): DaySpan | null {
  const day = parseDay(label);
  if (day !== null) return spanAround("day", day, year);
  const match = /^(\d{4})(?:-([WQH]?)(\d{1,2}))?$/.exec(label);
  if (match === null) return null;
  const [first, letter, number] = [Number(match[1]), match[2], Number(match[3] ?? 1)];
  // A business year is named by the calendar year in which it starts; the fourth of January lies in the first ISO week.
  const yearStart = dayFromCivil(first, year.month, year.day);
  switch (letter) {
    case undefined:
      return spanAround("year", yearStart, year);
    case "Q":
      return spanAround("quarter", addMonths(yearStart, 3 * (number - 1)), year);
    case "H":
      return spanAround("half_year", addMonths(yearStart, 6 * (number - 1)), year);
    case "W":
      return spanAround("week", dayFromCivil(first, 1, 4) + 7 * (number - 1), year);
    default:
      return spanAround("month", dayFromCivil(first, number, 1), year);
  }
}

/** The first instant after the last expected period has become final (SPEC §3.12). */
export function defaultAsOf(test: TestModel, part: TestedPart, clock: ZoneClock): string {
  const { agreement } = part.bundle;
  let latest = clock.startOfDay(parseDay(agreement.effective.from) ?? 0);
  for (const expect of test.expects) {
    const days = periodDays(expect.period, agreement.yearStarts);
    if (days === null) continue;
    for (const standard of part.decidedBy(expect)) {
      const final = finalFor(days, standard, metricsRead(standard, part.metrics), clock);
      latest = Math.max(latest, final);
    }
  }
  return formatInstant(latest);
}

/** A rolling or latest window is named by its assessment day, at whose first instant it ends. */
function finalFor(
  days: DaySpan,
  standard: StandardModel,
  metrics: readonly MetricPlan[],
  clock: ZoneClock,
): number {
  const end = standard.measured[0]?.window.kind === "calendar" ? days.end : days.start;
  return Math.max(clock.startOfDay(end), ...metrics.map(({ final }) => finalInstant(end, final, clock)));
}
