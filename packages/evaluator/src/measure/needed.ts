/**
 * What a bundle needs of its data: which fields of a dataset are read at all, and which datasets must be stored.
 *
 * Both are found by walking the plans. A dataset must be stored where rows of it are looked up from elsewhere, or
 * where they must be compared with each other before they can count; all others stream.
 */
import type {
  Condition,
  DatasetPlan,
  MetricForm,
  MetricPlan,
  Population,
  StandardPlan,
} from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import { metricsOf } from "./metrics-of.ts";

/** Fields read per dataset (`partners` included), and the datasets to store. */
export interface Needs {
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly stored: ReadonlySet<string>;
  /** Datasets that some plan reads: without them nothing can be judged. */
  readonly referred: ReadonlySet<string>;
  /** Datasets whose rows a standard counts: where no partners are declared, theirs are the partners. */
  readonly counted: ReadonlySet<string>;
}

export function needsOf(bundle: Bundle, tolerant: boolean, standards: ReadonlySet<string> | null): Needs {
  const judged = bundle.standards.filter(({ name }) => standards === null || standards.has(name));
  const metrics = metricsRead(bundle, judged);
  const fields = new Map<string, Set<string>>();
  const stored = new Set<string>(["partners"]);
  const referred = new Set<string>(bundle.partners === null ? [] : ["partners"]);
  const walk: Walk = {
    need(dataset, ...names) {
      const known = fields.get(dataset) ?? new Set<string>();
      for (const name of names) known.add(name);
      fields.set(dataset, known);
    },
    store: (dataset) => stored.add(dataset),
    refer: (dataset) => referred.add(dataset),
  };
  for (const dataset of bundle.datasets) needOfDataset(dataset, tolerant, walk);
  for (const metric of metrics) needOfMetric(metric, walk);
  const excluding = new Set(judged.flatMap((standard) => standard.excluding));
  for (const exclusion of bundle.exclusions.filter(({ name }) => excluding.has(name))) {
    needOfPopulation(exclusion.removes, walk);
    if (exclusion.affected !== null) walk.store(exclusion.removes.dataset);
    if (exclusion.affected?.by) walk.need(exclusion.removes.dataset, exclusion.affected.by);
    if (exclusion.recorded !== null) {
      needOfPopulation(exclusion.recorded, walk);
      walk.store(exclusion.recorded.dataset);
    }
  }
  if (bundle.partners !== null) walk.need("partners", ...bundle.partners.fields.map(({ name }) => name));
  for (const standard of judged) needOfStandard(standard, bundle, walk);
  const counted = new Set(metrics.flatMap(({ form }) => populationsOf(form)).map(({ dataset }) => dataset));
  return { fields, stored, referred, counted };
}

/** The metrics that standards name, and those from which they are built. */
function metricsRead(bundle: Bundle, standards: readonly StandardPlan[]): readonly MetricPlan[] {
  const names = new Set(
    standards.flatMap((standard) => [
      ...metricsOf(standard),
      ...standard.measured.flatMap(({ metrics }) => metrics),
    ]),
  );
  // A set may grow while it is walked: what is added is visited too.
  for (const name of names) {
    const form = bundle.metrics.find((metric) => metric.name === name)?.form;
    if (form?.kind === "ratio") names.add(form.numerator).add(form.denominator);
    if (form?.kind === "period_mean") names.add(form.metric);
  }
  return bundle.metrics.filter(({ name }) => names.has(name));
}

/** What takes down the needs of a plan as they are found. */
export interface Walk {
  need(dataset: string, ...names: readonly string[]): void;
  store(dataset: string): void;
  refer(dataset: string): void;
}

function needOfDataset(dataset: DatasetPlan, tolerant: boolean, walk: Walk): void {
  const { name, key, partner, dated, valid, keepsLatest } = dataset;
  if (key !== null) walk.need(name, key);
  if (key !== null && tolerant) walk.store(name);
  if (partner?.kind === "field") walk.need(name, partner.field);
  if (dated?.kind === "field") walk.need(name, dated.field, ...(dated.then === null ? [] : [dated.then]));
  for (const via of [partner, dated]) {
    if (via?.kind !== "via") continue;
    walk.need(name, via.key);
    walk.need(via.dataset, via.key, via.field);
    walk.store(via.dataset);
    walk.refer(via.dataset);
  }
  if (valid !== null) walk.need(name, valid.from, valid.until);
  if (keepsLatest !== null) {
    walk.need(
      name,
      keepsLatest.per,
      keepsLatest.by,
      ...(keepsLatest.then === null ? [] : [keepsLatest.then]),
    );
    walk.store(name);
  }
}

function needOfMetric(metric: MetricPlan, walk: Walk): void {
  const { form, dated, countsAtMost } = metric;
  for (const population of populationsOf(form)) {
    needOfPopulation(population, walk);
    if (dated !== null) walk.need(population.dataset, dated);
    if ("field" in form) walk.need(population.dataset, form.field);
    if (countsAtMost !== null) {
      walk.need(population.dataset, countsAtMost.per);
      walk.store(population.dataset);
    }
  }
}

/** The populations that a form names itself. */
export function populationsOf(form: MetricForm): readonly Population[] {
  switch (form.kind) {
    case "share":
    case "rate":
      return [form.numerator, form.denominator];
    case "ratio":
    case "period_mean":
      return [];
    default:
      return [form.population];
  }
}

function needOfPopulation(population: Population, walk: Walk): void {
  walk.need(population.dataset);
  walk.refer(population.dataset);
  if (population.where !== null) needOfCondition(population.where, population.dataset, walk);
}

/** Takes down what a condition on rows of a dataset reads. */
export function needOfCondition(condition: Condition, dataset: string, walk: Walk): void {
  switch (condition.kind) {
    case "and":
    case "or":
      for (const part of condition.of) needOfCondition(part, dataset, walk);
      return;
    case "not":
      needOfCondition(condition.of, dataset, walk);
      return;
    case "compare":
      if (condition.left.kind === "field" || condition.left.kind === "date_of")
        walk.need(dataset, condition.left.name);
      for (const value of condition.right) if (value.kind === "field") walk.need(dataset, value.name);
      return;
    case "has":
      walk.store(condition.dataset);
      walk.refer(condition.dataset);
      walk.need(dataset, condition.key, ...(condition.within === null ? [] : [condition.within.after]));
      walk.need(condition.dataset, condition.key);
      if (condition.where !== null) needOfCondition(condition.where, condition.dataset, walk);
  }
}

function needOfStandard(standard: StandardPlan, bundle: Bundle, walk: Walk): void {
  if (standard.needs?.counts.kind === "dataset") walk.refer(standard.needs.counts.name);
  for (const { window } of standard.measured) {
    if (window.kind !== "latest") continue;
    walk.store(window.population.dataset);
    needOfPopulation(window.population, walk);
  }
  const groups = standard.requires
    .flatMap(({ alternatives }) => alternatives)
    .flatMap(({ group }) => group ?? []);
  if (groups.length === 0) return;
  for (const dataset of bundle.datasets) {
    const names = dataset.fields.map(({ name }) => name).filter((name) => groups.includes(name));
    if (names.length > 0) walk.need(dataset.name, ...names);
  }
}
