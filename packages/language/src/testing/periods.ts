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
  type Window,
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
 * The first instant at which every expected window has ended and become final, as far as the periods say it (SPEC
 * §3.12.15). `metricsOf` gives the metrics that decide an expectation.
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
    const end = endOf(days, labelOf(model, expect));
    return [clock.startOfDay(end), ...metricsOf(expect).map(({ final }) => finalInstant(end, final, clock))];
  });
  return formatInstant(Math.max(...instants));
}

/** What a period names: the span itself, a day at whose first instant something is judged, or a partner's year. */
type Label = "span" | "day" | "year";

function endOf({ start, end }: DaySpan, label: Label): number {
  if (label === "day") return start;
  return label === "span" ? end : addMonths(start, 12);
}

function labelOf(model: Model, { kind, subject }: ExpectModel): Label {
  return kind === "metric" ? "span" : labelOfName(model, subject);
}

function labelOfName(model: Model, subject: string): Label {
  const isNamed = ({ name }: { readonly name: string }): boolean => name === subject;
  const standard = model.standards.find(isNamed);
  if (standard !== undefined) return labelOfWindow(standard.measured[0]?.window);
  const scorecard = model.scorecards.find(isNamed);
  if (scorecard !== undefined) return labelOfWindow(scorecard.window);
  const judged = model.points.find(isNamed) ?? model.ratchets.find(isNamed);
  if (judged !== undefined) return labelOfName(model, judged.on);
  const line = model.escalations.find(isNamed)?.line;
  if (line?.kind === "verdicts") return labelOfName(model, line.of);
  return model.tiers.some(isNamed) || model.attestations.some(isNamed) ? "day" : "span";
}

function labelOfWindow(window: Window | undefined): Label {
  if (window?.kind === "partner_year") return "year";
  return window?.kind === "calendar" ? "span" : "day";
}
