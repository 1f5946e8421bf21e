/** What a standard reads, for the reference (§4.1.16): metrics, what they are made of, and fields of rows. */
import type { ClockPlan, Condition, MetricPlan, Population } from "@tenet-lang/evaluator";
import type { Model, StandardModel } from "../../packages/language/src/check/model.ts";
import { consequenceReader, fieldsPaid, rowsPaid } from "./consequences/read.ts";
import { memory } from "./memo.ts";

const metricsOf = memory<readonly string[]>();

/** Metrics that a standard names, those of `measured … when` aside. */
export const metricsRead = (standard: StandardModel): readonly string[] =>
  metricsOf.of(standard, standard, "", () => namedBy(standard));

function namedBy(standard: StandardModel): readonly string[] {
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

const plansOf = memory<readonly MetricPlan[]>();

/** The metrics that a standard measures, and those that they are made of. */
const plansRead = (model: Model, standard: StandardModel): readonly MetricPlan[] =>
  plansOf.of(model, standard, "", () =>
    [...metricsRead(standard), ...metricsChoosing(standard)].flatMap((name) => withParts(model, name)),
  );

/** The datasets and clocks whose rows a form counts. */
const countedBy = (plan: MetricPlan): readonly string[] =>
  plan.form.kind === "time_outside" ? [plan.form.clock] : populationsOf(plan).map(({ dataset }) => dataset);

/** The datasets that standards, consequences and duties count, or in which facts are recorded. */
export function datasetsCounted(model: Model): readonly string[] {
  const readers = [...model.standards, consequenceReader(model)];
  const recorded = [...model.attestations, ...model.duties].filter(({ party }) => party === "partner");
  return [
    ...new Set([
      ...readers.flatMap((reader) => plansRead(model, reader).flatMap(countedBy)),
      ...rowsPaid(model).map(({ dataset }) => dataset),
      ...recorded.map((one) => one.recorded.dataset),
    ]),
  ];
}

/** The populations that a standard asks for, in metrics, windows and exclusions. */
function populationsRead(model: Model, standard: StandardModel): readonly Population[] {
  const windows = standard.measured.flatMap(({ window }) =>
    window.kind === "latest" ? [window.population] : [],
  );
  const excluding = model.exclusions.filter(({ name }) => standard.excluding.includes(name));
  const removing = excluding.flatMap(({ removes, recorded }) =>
    recorded === null ? [removes] : [removes, recorded],
  );
  return [...plansRead(model, standard).flatMap(populationsOf), ...windows, ...removing];
}

/** The clocks that a standard or a consequence reads, directly or through a look-up. */
export function clocksRead(model: Model): readonly ClockPlan[] {
  const paid = rowsPaid(model).flatMap(({ dataset, gives }) => [
    dataset,
    ...fieldsTested(gives.where, dataset).map((one) => one.dataset),
  ]);
  const named = [...model.standards, consequenceReader(model)].flatMap((standard) => {
    const populations = populationsRead(model, standard);
    const lookedUp = populations.flatMap(({ where, dataset }) => fieldsTested(where, dataset));
    const counted = standard.needs?.counts.kind === "dataset" ? [standard.needs.counts.name] : [];
    return [
      ...plansRead(model, standard).flatMap(countedBy),
      ...[...populations, ...lookedUp].map(({ dataset }) => dataset),
      ...counted,
    ];
  });
  const newcomers = model.rampUps.flatMap(({ runs }) => (runs.kind === "until" ? [runs.population] : []));
  const others = [...newcomers, ...recordedIn(model)];
  const lookedUp = others.flatMap(({ where, dataset }) => fieldsTested(where, dataset));
  const ofFacts = [...others, ...lookedUp].map(({ dataset }) => dataset);
  return model.clocks.filter(({ name }) => [...named, ...paid, ...ofFacts].includes(name));
}

/** The populations in which facts are recorded. */
const recordedIn = ({ attestations, duties }: Model): readonly Population[] =>
  [...attestations, ...duties].map(({ recorded }) => recorded);

/** The fields of its dataset that a clock reads. */
export function fieldsOf({ by, starts, stops, restarts, pauses, due, on }: ClockPlan): readonly string[] {
  const paused = fieldsTested(pauses, on).map(({ field }) => field);
  const ofDue =
    due === null
      ? []
      : due.kind === "at"
        ? [due.field]
        : due.rows.flatMap(({ where }) => fieldsTested(where, on).map(({ field }) => field));
  return [by, ...[starts, stops, ...restarts].map(({ field }) => field), ...paused, ...ofDue].filter(
    (field) => field !== null,
  );
}

/**
 * Fields of a dataset that a standard reads (§3.2.15): in conditions, values, dates, groups, exclusions, and through
 * look-ups of any dataset.
 */
export const fieldsRead = (model: Model, standard: StandardModel, dataset: string): readonly string[] =>
  fieldsOfStandard.of(model, standard, dataset, () => fieldsReadBy(model, standard, dataset));

const fieldsOfStandard = memory<readonly string[]>();

function fieldsReadBy(model: Model, standard: StandardModel, dataset: string): readonly string[] {
  const plans = plansRead(model, standard);
  const excluding = model.exclusions.filter(({ name }) => standard.excluding.includes(name));
  const tested = populationsRead(model, standard).flatMap((one) => fieldsTested(one.where, one.dataset));
  const ofMetrics = plans
    .filter((plan) => populationsOf(plan).some((one) => one.dataset === dataset))
    .flatMap(({ form, dated, countsAtMost }) => [
      "field" in form ? form.field : null,
      dated,
      countsAtMost?.per ?? null,
    ]);
  const affecting = excluding.flatMap(({ removes, affected }) =>
    removes.dataset === dataset ? [affected?.by ?? null] : [],
  );
  const groups = standard.requires.flatMap(({ alternatives }) => alternatives.map(({ group }) => group));
  const here = tested.filter((one) => one.dataset === dataset).map(({ field }) => field);
  const all = [...here, ...ofMetrics, ...affecting, ...groups];
  const fields = model.datasets.find(({ name }) => name === dataset)?.fields ?? [];
  return fields.map(({ name }) => name).filter((name) => all.includes(name));
}

/** Fields of a dataset that consequences read by themselves. */
export function fieldsReadByConsequences(model: Model, dataset: string): readonly string[] {
  const paid = rowsPaid(model).flatMap((one) => [
    ...(one.dataset === dataset ? fieldsPaid(one) : []),
    ...fieldsTested(one.gives.where, one.dataset)
      .filter((tested) => tested.dataset === dataset)
      .map(({ field }) => field),
  ]);
  return [...paid, ...fieldsRead(model, consequenceReader(model), dataset)];
}

interface FieldOf {
  readonly dataset: string;
  readonly field: string;
}

function fieldsTested(condition: Condition | null, dataset: string): readonly FieldOf[] {
  const own = (field: string): FieldOf => ({ dataset, field });
  switch (condition?.kind) {
    case undefined:
      return [];
    case "and":
    case "or":
      return condition.of.flatMap((part) => fieldsTested(part, dataset));
    case "not":
      return fieldsTested(condition.of, dataset);
    case "has":
      return [
        own(condition.key),
        ...(condition.within === null ? [] : [own(condition.within.after)]),
        { dataset: condition.dataset, field: condition.key },
        ...fieldsTested(condition.where, condition.dataset),
      ];
    case "compare": {
      const { left, right } = condition;
      const onRight = right.flatMap((literal) => (literal.kind === "field" ? [own(literal.name)] : []));
      return left.kind === "field" || left.kind === "date_of" ? [own(left.name), ...onRight] : onRight;
    }
  }
}
