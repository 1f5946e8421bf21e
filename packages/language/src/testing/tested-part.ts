/**
 * The part of an agreement that a test is about: the standards it names and the metrics these read.
 *
 * A test runs on this part alone. Rows that a person invents for one standard would otherwise have to satisfy all of
 * them (a mystery visit needs a score, a survey a department), and an undecided tie in a metric that the test never
 * mentions would spoil it.
 */
import type { Bundle, Condition, MetricPlan } from "@tenet-lang/evaluator";
import type { Model, StandardModel, TestModel } from "../check/model.ts";

export interface TestedPart {
  readonly standards: readonly StandardModel[];
  /** Metrics that these standards read, with the metrics that those are made of. */
  readonly metrics: readonly MetricPlan[];
  /** The bundle with nothing else in it. */
  readonly bundle: Bundle;
}

/** The standards that a test expects a verdict of, and those that read a metric it expects a value of. */
export function testedPart(model: Model, bundle: Bundle, test: TestModel): TestedPart {
  const subjects = new Set(test.expects.map(({ subject }) => subject));
  const standards = model.standards.filter(
    (standard) =>
      subjects.has(standard.name) || metricsRead(standard, model.metrics).some(({ name }) => subjects.has(name)),
  );
  const metrics = [...new Set(standards.flatMap((standard) => metricsRead(standard, model.metrics)))];
  const named = new Set(standards.map(({ name }) => name));
  return {
    standards,
    metrics,
    bundle: {
      ...bundle,
      standards: bundle.standards.filter(({ name }) => named.has(name)),
      metrics: bundle.metrics.filter(({ name }) => metrics.some((metric) => metric.name === name)),
      amendments: bundle.amendments.filter(({ standard }) => named.has(standard)),
    },
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
