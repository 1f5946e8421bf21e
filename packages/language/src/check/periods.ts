/** How long the periods of a credit or bonus are (SPEC §3.7.8). */
import type { CalendarUnit } from "@tenet-lang/evaluator";
import type { Span } from "../source/source-file.ts";
import type { Judging } from "./consequence-reads.ts";
import { reportOddPeriods } from "./rules/odd-periods.rule.ts";
import type { Site } from "./site.ts";
import { mostDays } from "./spans.ts";

/** A span that a sentence names. */
export interface NamedSpan {
  readonly unit: CalendarUnit;
  readonly span: Span;
}

/**
 * The span of the periods: the one that comes from what is at risk or judged, or a shorter one where a cap or a
 * forgiveness is not made of whole periods of it. Null where the spans do not go together.
 */
export function periodOf(
  { yearStarts }: Judging,
  site: Site,
  own: CalendarUnit,
  puts: NamedSpan | null,
  counted: readonly NamedSpan[],
): CalendarUnit | null {
  const startsOnFirst = yearStarts.day === 1;
  const odd = counted.filter(({ unit }) => !isMadeOf(unit, own, startsOnFirst));
  const [shortest] = [...odd].sort((a, b) => mostDays(a.unit) - mostDays(b.unit));
  const period = shortest?.unit ?? own;
  const all = puts === null ? counted : [puts, ...counted];
  const misfit = all.find(({ unit }) => !isMadeOf(unit, period, startsOnFirst));
  // Where nothing is shorter, everything counted is made of whole periods, and so is what is at risk.
  if (misfit === undefined || shortest === undefined) return period;
  reportOddPeriods(site, misfit, shortest);
  return null;
}

const PARTS: Readonly<Record<CalendarUnit, readonly CalendarUnit[]>> = {
  day: ["day"],
  week: ["day", "week"],
  month: ["day", "month"],
  quarter: ["day", "quarter"],
  half_year: ["day", "quarter", "half_year"],
  year: ["day", "quarter", "half_year", "year"],
};
const LONGER_THAN_MONTHS: ReadonlySet<CalendarUnit> = new Set(["quarter", "half_year", "year"]);

/** Whether a span is made of whole periods; of months only where years start with one. */
function isMadeOf(span: CalendarUnit, period: CalendarUnit, startsOnFirst: boolean): boolean {
  if (period === "month" && LONGER_THAN_MONTHS.has(span)) return startsOnFirst;
  return PARTS[span].includes(period);
}
