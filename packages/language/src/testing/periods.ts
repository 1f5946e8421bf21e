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
import type { ExpectModel, Model, TestModel } from "../check/model.ts";

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

/**
 * The first instant at which every expected window has ended and become final (SPEC §3.12.15). `metricsOf` gives the
 * metrics that decide an expectation.
 */
export function defaultAsOf(
  test: TestModel,
  model: Model,
  metricsOf: (expect: ExpectModel) => readonly MetricPlan[],
  clock: ZoneClock,
): string {
  const instants = test.expects.flatMap((expect) => {
    const days = periodDays(expect.period, model.agreement.yearStarts);
    if (days === null) return [];
    const end = isAssessmentDay(expect, model) ? days.start : days.end;
    return [clock.startOfDay(end), ...metricsOf(expect).map(({ final }) => finalInstant(end, final, clock))];
  });
  return formatInstant(Math.max(...instants));
}

/** A rolling or latest window is named by its assessment day, at whose first instant it ends. */
function isAssessmentDay({ kind, subject }: ExpectModel, { standards }: Model): boolean {
  if (kind === "metric") return false;
  const standard = standards.find(({ name }) => name === subject);
  return standard?.measured[0]?.window.kind !== "calendar";
}
