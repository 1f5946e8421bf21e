/** What a standard reads, for the reference (§4.1.16): metrics, what they are made of, and fields of rows. */
import type { Condition, MetricPlan, Population } from "@tenet-lang/evaluator";
import type { Model, StandardModel } from "../../packages/language/src/check/model.ts";

/** Metrics that a standard names, those of `measured … when` aside. */
export function metricsRead(standard: StandardModel): readonly string[] {
  const limits = standard.requires.flatMap(({ alternatives }) => alternatives);
  const conditions = [...standard.gates, ...standard.warnings.map(({ condition }) => condition)];
  const needs = standard.needs?.counts.kind === "metric" ? [standard.needs.counts.name] : [];
  const tolerating = limits.flatMap(({ tolerates }) => (tolerates === null ? [] : [tolerates.metric]));
  const named = limits.map(({ metric }) => metric);
  return [...new Set([...named, ...tolerating, ...conditions.flatMap(metricsNamed), ...needs])];
}

/** Metrics that only choose the window. */
export const metricsChoosing = ({ measured }: StandardModel): readonly string[] =>
  measured.flatMap(({ when }) => (when === null ? [] : metricsNamed(when)));

function metricsNamed(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.of.flatMap(metricsNamed);
    case "not":
      return metricsNamed(condition.of);
    case "has":
      return [];
    case "compare":
      return condition.left.kind === "metric" ? [condition.left.name] : [];
  }
}

/** A metric, and those that it is made of. */
export function withParts(model: Model, name: string): readonly MetricPlan[] {
  const plan = model.metrics.find((metric) => metric.name === name);
  if (plan === undefined) return [];
  const parts = plan.form.kind === "ratio" ? [plan.form.numerator, plan.form.denominator] : [];
  const averaged = plan.form.kind === "period_mean" ? [plan.form.metric] : [];
  return [plan, ...[...parts, ...averaged].flatMap((part) => withParts(model, part))];
}

/** The populations that a form names itself. */
export function populationsOf({ form }: MetricPlan): readonly Population[] {
  if (form.kind === "share" || form.kind === "rate") return [form.numerator, form.denominator];
  return "population" in form ? [form.population] : [];
}

/** The datasets that some standard counts. */
export function datasetsCounted(model: Model): readonly string[] {
  const plans = model.standards.flatMap((standard) =>
    [...metricsRead(standard), ...metricsChoosing(standard)].flatMap((name) => withParts(model, name)),
  );
  return [...new Set(plans.flatMap((plan) => populationsOf(plan).map(({ dataset }) => dataset)))];
}

/** Fields of a dataset that a standard reads: in conditions, values, dates, groups and exclusions. */
export function fieldsRead(model: Model, standard: StandardModel, dataset: string): readonly string[] {
  const plans = [...metricsRead(standard), ...metricsChoosing(standard)].flatMap((name) =>
    withParts(model, name),
  );
  const windows = standard.measured.flatMap(({ window }) =>
    window.kind === "latest" ? [window.population] : [],
  );
  const excluding = model.exclusions.filter(({ name }) => standard.excluding.includes(name));
  const populations = [
    ...plans.flatMap(populationsOf),
    ...windows,
    ...excluding.map(({ removes }) => removes),
  ];
  const tested = populations
    .filter((one) => one.dataset === dataset)
    .flatMap(({ where }) => fieldsTested(where));
  const ofMetrics = plans
    .filter((plan) => populationsOf(plan).some((one) => one.dataset === dataset))
    .flatMap(({ form, dated, countsAtMost }) => [
      "field" in form ? form.field : null,
      dated,
      countsAtMost?.per ?? null,
    ]);
  const groups = standard.requires.flatMap(({ alternatives }) => alternatives.map(({ group }) => group));
  const fields = model.datasets.find(({ name }) => name === dataset)?.fields ?? [];
  const all = [...tested, ...ofMetrics, ...groups];
  return fields.map(({ name }) => name).filter((name) => all.includes(name));
}

function fieldsTested(condition: Condition | null): readonly string[] {
  switch (condition?.kind) {
    case undefined:
      return [];
    case "and":
    case "or":
      return condition.of.flatMap(fieldsTested);
    case "not":
      return fieldsTested(condition.of);
    case "has":
      return [condition.key, ...(condition.within === null ? [] : [condition.within.after])];
    case "compare": {
      const { left, right } = condition;
      const own = left.kind === "field" || left.kind === "date_of" ? [left.name] : [];
      return [...own, ...right.flatMap((literal) => (literal.kind === "field" ? [literal.name] : []))];
    }
  }
}
