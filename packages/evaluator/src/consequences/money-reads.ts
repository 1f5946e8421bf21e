/**
 * All that a credit or bonus reads for a period, and whether it is final (SPEC §3.7.3).
 *
 * What is read follows from the sentences alone: a name that stands in one of them is read, whether or not it changed
 * the amount. So whether a finding may still change can be said without following how it was worked out.
 */
import type { MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import { type DaySpan, spanAround } from "../time/spans.ts";
import { capMetrics, periodMetrics } from "./asked.ts";
import type { Decisions } from "./decision.ts";
import { firstWhere } from "./in-order.ts";
import { datasetsPaid, rowsPaid } from "./paid-rows.ts";
import { verdictsWithin } from "./read-verdicts.ts";
import type { FindingPeriod, Reading, VerdictFact } from "./reading.ts";

type Plan = MoneyPlan<RuleName>;

interface Asked {
  readonly plan: Plan;
  readonly reading: Reading;
  readonly decisions: Decisions;
  readonly period: FindingPeriod;
  readonly isOwnDay: (day: number) => boolean;
}

/** What was found for an earlier period. */
interface Earlier {
  readonly period: FindingPeriod;
  readonly isProvisional: boolean;
}

/** Is everything that is read for a period final, and the period over? `before` are the periods before it. */
export function isMoneyFinal(asked: Asked, before: readonly Earlier[]): boolean {
  const { reading, period } = asked;
  return (
    period.end <= reading.frame.asOf &&
    areVerdictsSettled(asked) &&
    areMetricsFinal(asked) &&
    areRowsFinal(asked) &&
    before.every((one) => !one.isProvisional || !isRead(one, asked))
  );
}

function areVerdictsSettled(asked: Asked): boolean {
  const { plan, reading, period } = asked;
  const read = [
    ...namesIn(asked).map((name) => verdictsWithin(reading, name, period.days)),
    ...namesOfRows(plan).map((name) => sharingDays(reading, name, period.days)),
    ...costlyNames(plan).map((name) => verdictsWithin(reading, name, costlyDays(asked))),
  ];
  return read.every((facts) => facts.every(({ isSettled }) => isSettled));
}

/** Every verdict name in the sentences. */
function namesIn({ plan, decisions }: Asked): readonly string[] {
  const facts = plan.gives.flatMap(({ when }) => decisions(when).facts);
  return [
    ...costlyNames(plan),
    ...plan.unless.map(({ name }) => name),
    ...plan.gives.flatMap(({ verdicts }) => verdicts.map(({ name }) => name)),
    ...facts.flatMap((fact) => (fact.startsWith("verdict:") ? [fact.slice("verdict:".length)] : [])),
  ];
}

/** Names that conditions on rows read. */
function namesOfRows({ rows, gives }: Plan): readonly string[] {
  return rows === null ? [] : gives.flatMap(({ verdicts }) => verdicts.map(({ name }) => name));
}

/** A row may lie in any window that shares a day with the period. */
function sharingDays(reading: Reading, name: string, { start, end }: DaySpan): readonly VerdictFact[] {
  if (!reading.hasSpans(name)) return [];
  const series = reading.verdicts(name);
  return series
    .slice(firstWhere(series, ({ endDay }) => endDay > start))
    .filter(({ firstDay }) => firstDay < end);
}

/** Names whose verdicts cost something: those weighted and that of `on`. */
function costlyNames({ pool, on }: Plan): readonly string[] {
  return [...(pool?.weights ?? []).map(({ name }) => name), ...(on === null ? [] : [on])];
}

/** The days whose misses take part: of the period, of the span of `forgives` so far, or all so far. */
function costlyDays({ plan, reading, period }: Asked): DaySpan {
  const { start, end } = period.days;
  if (plan.earnsBack !== null) return { start: Number.NEGATIVE_INFINITY, end };
  if (plan.forgives === null) return { start, end };
  return { start: spanAround(plan.forgives.span, start, reading.frame.yearStarts).start, end };
}

function areMetricsFinal({ plan, reading, period }: Asked): boolean {
  return (
    periodMetrics(plan).every((name) => reading.metric(name, period.days).isFinal) &&
    capMetrics(plan).every(
      ({ name, span }) => reading.metric(name, aroundPeriod(span, period, reading)).isFinal,
    )
  );
}

/** Cases that are paid for, or whose time is, go on changing until they stop. */
function areRowsFinal(asked: Asked): boolean {
  const read = datasetsPaid(asked.plan).flatMap((dataset) => rowsPaid(dataset, asked));
  return read.every(({ isOpen }) => !isOpen);
}

/** Is a finding of an earlier period read: under a cap of the same span, or by `earns back`? */
function isRead({ period: { days } }: Earlier, { plan, reading, period }: Asked): boolean {
  return (
    plan.earnsBack !== null ||
    plan.caps.some(({ span }) => days.start >= aroundPeriod(span, period, reading).start)
  );
}

function aroundPeriod(span: Plan["span"], { days }: FindingPeriod, { frame }: Reading): DaySpan {
  return spanAround(span, days.end - 1, frame.yearStarts);
}
