/**
 * The part of an agreement that a test is about: the standards it names and the metrics these read.
 *
 * A verdict is expected of one standard. A metric's value is measured by every standard that reads the metric over
 * windows of the expected kind; if the test also expects a verdict of such a standard, by that one alone.
 * A test runs on these standards and on nothing else. Rows that a person invents for one standard would otherwise have to satisfy all of
 * them (a mystery visit needs a score, a survey a department), and an undecided tie in a metric that the test never
 * mentions would spoil it.
 */
import type { Bundle, Condition, MetricPlan } from "@tenet-lang/evaluator";
import { periodKind } from "../check/civil.ts";
import type { ExpectModel, Model, StandardModel, TestModel } from "../check/model.ts";

export interface TestedPart {
  readonly standards: readonly StandardModel[];
  /** Metrics that these standards read, with the metrics that those are made of. */
  readonly metrics: readonly MetricPlan[];
  /** The bundle with nothing else in it. */
  readonly bundle: Bundle;
  /** The standards that decide an expectation; none where nothing measures its metric over such a period. */
  decidedBy(expect: ExpectModel): readonly StandardModel[];
}

/** The standards that a test's expectations are about, and what they read. */
export function testedPart(model: Model, bundle: Bundle, test: TestModel): TestedPart {
  const expected = new Set(test.expects.map(({ subject }) => subject));
  function decidedBy(expect: ExpectModel): readonly StandardModel[] {
    if (expect.kind === "verdict") return model.standards.filter(({ name }) => name === expect.subject);
    const measuring = model.standards.filter(
      (standard) =>
        isNamedLike(standard, expect.period) &&
        metricsRead(standard, model.metrics).some(({ name }) => name === expect.subject),
    );
    const named = measuring.filter(({ name }) => expected.has(name));
    return named.length > 0 ? named : measuring;
  }
  const standards = [...new Set(test.expects.flatMap(decidedBy))];
  const metrics = [...new Set(standards.flatMap((standard) => metricsRead(standard, model.metrics)))];
  return { standards, metrics, bundle: partOf(bundle, standards, metrics), decidedBy };
}

/** Rolling and latest windows are named by a day, calendar windows by a span of their own kind. */
function isNamedLike({ measured }: StandardModel, period: string): boolean {
  const window = measured[0]?.window;
  return window !== undefined && periodKind(period) === (window.kind === "calendar" ? window.span : "day");
}

function partOf(
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

/** Every metric that a standard reads, also by way of a ratio or a mean of periods. */
export function metricsRead(standard: StandardModel, metrics: readonly MetricPlan[]): readonly MetricPlan[] {
  const byName = new Map(metrics.map((metric) => [metric.name, metric]));
  const found = new Set<MetricPlan>();
  const visit = (name: string): void => {
    const metric = byName.get(name);
    if (metric === undefined || found.has(metric)) return;
    found.add(metric);
    for (const part of partsOf(metric)) visit(part);
  };
  for (const name of namesRead(standard)) visit(name);
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
