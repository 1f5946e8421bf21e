/** What consequences ask of a run before its rows are read: metrics over days of their own, and rows paid for. */
import type { Base, MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Assessment, Window } from "../bundle/standard-plan.ts";
import type { Consequences } from "../judge/judged.ts";
import type { Asking } from "../measure/addition.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import { needOfPopulation, type Walk } from "../measure/needed.ts";
import type { WindowSet } from "../measure/window-set.ts";
import { type DaySpan, spanAround } from "../time/spans.ts";
import { needOfPaid, type PaidReader, paidReader } from "./paid-rows.ts";
import { periodsGiven } from "./periods.ts";

/** A metric over some windows, once rows are read. */
export interface AskedMetric {
  readonly windows: WindowSet;
  readonly facts: () => MetricFacts;
  /** May cases that are still open change it? */
  readonly isOpen: (cell: number) => boolean;
}

export interface Asked {
  /** The places of parties in the run, the brand's among them. */
  readonly parties: () => number;
  /** By metric, over all windows that something asks for. */
  readonly metrics: ReadonlyMap<string, readonly AskedMetric[]>;
  /** By credit or bonus. */
  readonly paid: ReadonlyMap<string, PaidReader>;
  /** Windows of scorecards and assessments of tiers, by name. */
  readonly windows: ReadonlyMap<string, WindowSet>;
}

type Money = MoneyPlan<RuleName>;

/** Names of the metrics that consequences read over days of their own. */
export function metricsAsked(bundle: Bundle): readonly string[] {
  const money = moneyOf(bundle).flatMap((plan) => [
    ...periodMetrics(plan),
    ...capMetrics(plan).map(({ name }) => name),
  ]);
  const scores = bundle.scorecards.flatMap(({ weights }) => weights.map(({ metric }) => metric));
  return [...new Set([...money, ...scores, ...bundle.tiers.flatMap(({ metrics }) => metrics)])];
}

/** Takes down the fields and datasets of rows paid for. */
export function needsAsked(bundle: Bundle, walk: Walk): void {
  for (const plan of moneyOf(bundle)) {
    needOfPaid(plan, walk);
    for (const exclusion of bundle.exclusions.filter(({ name }) => plan.excluding.includes(name))) {
      const { removes, affected, recorded } = exclusion;
      needOfPopulation(removes, walk);
      if (affected !== null) walk.store(removes.dataset);
      if (affected !== null && affected.by !== null) walk.need(removes.dataset, affected.by);
      if (recorded === null) continue;
      needOfPopulation(recorded, walk);
      walk.store(recorded.dataset);
    }
  }
}

/** Names all that is measured; called before rows are read. */
export function ask(bundle: Bundle, asking: Asking): Asked {
  const metrics = new Map<string, AskedMetric[]>();
  const windows = new Map<string, WindowSet>();
  const paid = new Map<string, PaidReader>();
  const measure = (name: string, set: WindowSet): void => {
    metrics.set(name, [
      ...(metrics.get(name) ?? []),
      { windows: set, facts: asking.metric(name, set), isOpen: asking.isOpen(name, set) },
    ]);
  };
  for (const plan of moneyOf(bundle)) {
    const periods = periodsGiven(plan, asking.run.frame).map(({ days }) => days);
    for (const name of periodMetrics(plan)) measure(name, asking.daySet(periods));
    for (const { name, span } of capMetrics(plan)) {
      const { yearStarts } = asking.run.frame;
      const spans = periods.map((days) => spanAround(span, days.end - 1, yearStarts));
      measure(name, asking.daySet(eachOnce(spans)));
    }
    paid.set(plan.name, paidReader(plan, bundle, asking));
  }
  for (const card of bundle.scorecards) {
    const set = asking.windows(card.window, card.assessed);
    windows.set(card.name, set);
    for (const { metric } of card.weights) measure(metric, set);
  }
  for (const plan of bundle.tiers) {
    const set = asking.windows(lastSpan(plan.assessed), plan.assessed);
    windows.set(plan.name, set);
    for (const name of plan.metrics) measure(name, set);
  }
  return { parties: () => asking.run.parties.size, metrics, paid, windows };
}

/** Rows of which a metric asks which is newer while nothing tells, of all that was measured. */
export function tiesOf({ metrics, parties }: Asked): ReturnType<Consequences["ties"]> {
  return [...metrics].map(([metric, asked]) => {
    const ties = asked.flatMap(({ windows, facts }) => {
      const cells = parties() * windows.occasions.length;
      const found = facts();
      return Array.from({ length: cells }, (_, cell) => found.ties(cell)).flat();
    });
    return { metric, ties };
  });
}

/** The last whole span before an assessment day: what the metrics of tiers are measured over. */
function lastSpan({ span }: Assessment): Window {
  return { kind: "rolling", count: 1, unit: span, whole: true };
}

function eachOnce(spans: readonly DaySpan[]): readonly DaySpan[] {
  return spans.filter(({ start }, index) => start !== spans[index - 1]?.start);
}

export function moneyOf({ credits, bonuses }: Bundle): readonly Money[] {
  return [...credits, ...bonuses];
}

/** Metrics that are measured over the periods. */
export function periodMetrics({ pool, gives, on }: Money): readonly string[] {
  const amounts = [...(pool === null ? [] : [pool.atRisk]), ...gives.map(({ amount }) => amount)];
  const bases = amounts.flatMap((amount) => (amount.kind === "percent" ? nameOf(amount.of) : []));
  // What is put to verdicts reads metrics in their windows.
  const read = gives.flatMap(({ metrics, times }) =>
    on === null || times.kind === "started" ? metrics : [],
  );
  return [...new Set([...bases, ...read])];
}

/** Metrics of caps, each over the span of its cap that holds the period. */
export function capMetrics({
  caps,
}: Money): readonly { readonly name: string; readonly span: Money["span"] }[] {
  return caps.flatMap(({ amount, span }) =>
    amount.kind === "percent" ? nameOf(amount.of).map((name) => ({ name, span })) : [],
  );
}

function nameOf(base: Base): readonly string[] {
  return base.kind === "metric" ? [base.name] : [];
}
