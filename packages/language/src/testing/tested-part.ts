/**
 * The part of an agreement that a test is about, as two small bundles.
 *
 * *Judged* are the standards of which a verdict is expected, and nothing else: rows that a person invents for one
 * standard would otherwise have to satisfy all of them (a mystery visit needs a score, a survey a department), and an
 * undecided tie in a metric that the test never mentions would spoil it. *Measured* are the metrics of which a value
 * is expected, each over the expected period itself, for every party, without gates and exclusions (SPEC §3.12.17).
 */
import {
  type Bundle,
  type CalendarUnit,
  type Condition,
  formatDay,
  type MetricPlan,
  type PartnersPlan,
  type StandardPlan,
} from "@tenet-lang/evaluator";
import { periodKind } from "../check/civil.ts";
import type { ExpectModel, Model, StandardModel, TestModel } from "../check/model.ts";
import { periodDays } from "./periods.ts";

export interface TestedPart {
  readonly standards: readonly StandardModel[];
  /** Metrics that these standards read or that a value is expected of, with the metrics that those are made of. */
  readonly metrics: readonly MetricPlan[];
  /** Null where no verdict is expected. */
  readonly judged: Bundle | null;
  /** Null where no value is expected. */
  readonly measured: Bundle | null;
}

/** What a test's expectations are about. */
export function testedPart(model: Model, bundle: Bundle, test: TestModel): TestedPart {
  const ofKind = (kind: ExpectModel["kind"]): readonly ExpectModel[] =>
    test.expects.filter((expect) => expect.kind === kind);
  const verdicts = new Set(ofKind("verdict").map(({ subject }) => subject));
  const standards = model.standards.filter(({ name }) => verdicts.has(name));
  const read = standards.flatMap((standard) => metricsRead(standard, model.metrics));
  const values = ofKind("metric");
  const expected = withParts(
    values.map(({ subject }) => subject),
    model.metrics,
  );
  const whole = withPartners(bundle);
  return {
    standards,
    metrics: [...new Set([...read, ...expected])],
    judged: standards.length === 0 ? null : judgingBundle(whole, standards, read),
    measured: values.length === 0 ? null : measuringBundle(whole, values, expected),
  };
}

/** Every metric that a standard reads, also by way of a ratio or a mean of periods. */
export function metricsRead(standard: StandardModel, metrics: readonly MetricPlan[]): readonly MetricPlan[] {
  return withParts(namesRead(standard), metrics);
}

/** The name of the standard that measures a metric over periods of one kind, in the measuring bundle. */
export function measuringStandard({ subject, period }: ExpectModel): string {
  return `${subject} each ${periodKind(period)}`;
}

/** Metrics by name, with the metrics that they are made of. */
export function withParts(names: readonly string[], metrics: readonly MetricPlan[]): readonly MetricPlan[] {
  const byName = new Map(metrics.map((metric) => [metric.name, metric]));
  const found = new Set<MetricPlan>();
  const visit = (name: string): void => {
    const metric = byName.get(name);
    if (metric === undefined || found.has(metric)) return;
    found.add(metric);
    for (const part of partsOf(metric)) visit(part);
  };
  for (const name of names) visit(name);
  return [...found];
}

function partsOf({ form }: MetricPlan): readonly string[] {
  if (form.kind === "ratio") return [form.numerator, form.denominator];
  return form.kind === "period_mean" ? [form.metric] : [];
}

function namesRead(standard: StandardModel): readonly string[] {
  const { requires, gates, warnings, measured, needs } = standard;
  const limits = requires.flatMap(({ alternatives }) => alternatives);
  const conditions = [
    ...gates,
    ...warnings.map(({ condition }) => condition),
    ...measured.flatMap(({ when }) => (when === null ? [] : [when])),
  ];
  return [
    ...limits.map(({ metric }) => metric),
    ...limits.flatMap(({ tolerates }) => (tolerates === null ? [] : [tolerates.metric])),
    ...(needs?.counts.kind === "metric" ? [needs.counts.name] : []),
    ...conditions.flatMap(metricsIn),
  ];
}

function metricsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.of.flatMap(metricsIn);
    case "not":
      return metricsIn(condition.of);
    case "compare":
      return condition.left.kind === "metric" ? [condition.left.name] : [];
    case "has":
      return [];
  }
}

/** A test lists its partners, or they are listed for it (SPEC §3.12.14), also where the agreement has no list. */
function withPartners(bundle: Bundle): Bundle {
  if (bundle.partners !== null) return bundle;
  const { origin } = bundle.agreement;
  const key = {
    name: "key",
    type: { kind: "text" },
    optional: false,
    personal: false,
    columns: ["key"],
    origin,
  } as const;
  const partners: PartnersPlan = { source: "", key: key.name, active: null, fields: [key], origin };
  return { ...bundle, partners };
}

function judgingBundle(
  bundle: Bundle,
  standards: readonly StandardModel[],
  metrics: readonly MetricPlan[],
): Bundle {
  const isTested = (standard: string): boolean => standards.some(({ name }) => name === standard);
  return {
    ...bundle,
    standards: bundle.standards.filter(({ name }) => isTested(name)),
    metrics: bundle.metrics.filter(({ name }) => metrics.some((metric) => metric.name === name)),
    amendments: bundle.amendments.filter(({ standard }) => isTested(standard)),
  };
}

function measuringBundle(
  bundle: Bundle,
  values: readonly ExpectModel[],
  metrics: readonly MetricPlan[],
): Bundle {
  const { agreement, partners } = bundle;
  const spans = values.flatMap(({ period }) => periodDays(period, agreement.yearStarts) ?? []);
  const from = formatDay(Math.min(...spans.map(({ start }) => start)));
  const until = formatDay(Math.max(...spans.map(({ end }) => end)));
  const standards = new Map<string, StandardPlan>();
  for (const value of values) {
    const span = periodKind(value.period);
    const name = measuringStandard(value);
    if (span !== null)
      standards.set(name, measuring(name, value.subject, span, partyOf(bundle, value.subject)));
  }
  return {
    ...bundle,
    agreement: { ...agreement, effective: { from, until } },
    partners: partners === null ? null : { ...partners, active: null },
    standards: [...standards.values()],
    metrics: bundle.metrics.filter(({ name }) => metrics.some((metric) => metric.name === name)),
    exclusions: [],
    amendments: [],
    rules: [],
  };
}

/** A standard that asks for nothing and reads one metric. */
function measuring(
  name: string,
  metric: string,
  span: CalendarUnit,
  party: StandardPlan["party"],
): StandardPlan {
  return {
    name,
    label: metric,
    party,
    scope: [],
    gates: [],
    gateMetrics: [],
    requires: [],
    warnings: [],
    warningMetrics: [metric],
    measured: [{ window: { kind: "calendar", span }, when: null, metrics: [] }],
    assessed: null,
    needs: null,
    excluding: [],
    missingData: null,
    because: null,
    origin: { file: "", line: 1, text: "" },
  };
}

/** Whose rows a metric reads; all of its datasets belong to partners, or none does. */
export function partyOf({ datasets, clocks, metrics }: Bundle, metric: string): StandardPlan["party"] {
  const named = withParts([metric], metrics).flatMap(({ form }) => {
    if (form.kind === "share" || form.kind === "rate") return [form.denominator.dataset];
    if (form.kind === "time_outside") return [form.clock];
    return "population" in form ? [form.population.dataset] : [];
  });
  const read = named.map((name) => clocks.find((clock) => clock.name === name)?.on ?? name);
  return datasets.some(({ name, partner }) => read.includes(name) && partner === null) ? "brand" : "partner";
}
