/**
 * What a bundle needs of its data: which fields of a dataset are read at all, and which datasets must be stored.
 *
 * Both are found by walking the plans. A dataset must be stored where rows of it are looked up from elsewhere, or
 * where they must be compared with each other before they can count; all others stream.
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Condition, Population } from "../bundle/condition-plan.ts";
import type { MetricForm, MetricPlan } from "../bundle/metric-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";
import { CASE, DECIDED, finalField } from "./cases.ts";
import { metricsOf } from "./metrics-of.ts";

/** Fields read per dataset (`partners` included), and the datasets to store. */
export interface Needs {
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly stored: ReadonlySet<string>;
  /** Datasets that some plan reads: without them nothing can be judged. */
  readonly referred: ReadonlySet<string>;
  /** Datasets whose rows a standard counts: where no partners are declared, theirs are the partners. */
  readonly counted: ReadonlySet<string>;
  /** Clocks whose cases are made. */
  readonly clocks: ReadonlySet<string>;
  /** Look-ups in business days, by the dataset of the row that looks up. */
  readonly reaches: ReadonlyMap<string, readonly Reach[]>;
}

/** A look-up in so many business days after a field. */
export interface Reach {
  readonly field: string;
  readonly days: number;
}

/** What is read beside what standards read. */
export interface Reading {
  /** Metrics that are measured, with those that they are built from. */
  readonly metrics: readonly string[];
  /** Datasets and clocks whose rows it counts by itself: they make partners where none are declared. */
  readonly counted?: readonly string[];
  /** Takes down fields, and datasets or clocks: those that must be given, and those that must be stored. */
  needs(walk: Walk): void;
}

/** Takes down what a clock reads; `wanted` are the fields of its cases that something reads. */
export type NeedOfClock = (clock: ClockPlan, bundle: Bundle, wanted: ReadonlySet<string>, walk: Walk) => void;

export function needsOf(
  bundle: Bundle,
  tolerant: boolean,
  standards: ReadonlySet<string> | null,
  needOfClock: NeedOfClock | null = null,
  readings: readonly Reading[] = [],
): Needs {
  const judged = bundle.standards.filter(({ name }) => standards === null || standards.has(name));
  const metrics = metricsRead(bundle, [
    ...judged.flatMap((standard) => [
      ...metricsOf(standard),
      ...standard.measured.flatMap((line) => line.metrics),
    ]),
    ...readings.flatMap((reading) => reading.metrics),
  ]);
  const fields = new Map<string, Set<string>>();
  const stored = new Set<string>(["partners"]);
  const referred = new Set<string>(bundle.partners === null ? [] : ["partners"]);
  const reaches = new Map<string, Reach[]>();
  const walk: Walk = {
    need(dataset, ...names) {
      const known = fields.get(dataset) ?? new Set<string>();
      for (const name of names) known.add(name);
      fields.set(dataset, known);
    },
    store: (dataset) => stored.add(dataset),
    refer: (dataset) => referred.add(dataset),
    reach: (dataset, reach) => reaches.set(dataset, [...(reaches.get(dataset) ?? []), reach]),
  };
  for (const dataset of bundle.datasets) {
    needOfDataset(dataset, tolerant, walk);
    needOfPartnerDays(dataset, bundle, walk);
  }
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
  for (const reading of readings) reading.needs(walk);
  const made = new Set<string>();
  for (const clock of bundle.clocks) {
    if (!referred.delete(clock.name)) continue;
    made.add(clock.name);
    needOfClock?.(clock, bundle, fields.get(clock.name) ?? new Set(), walk);
  }
  const counted = new Set([
    ...metrics.flatMap(({ form }) => countedBy(form)),
    ...readings.flatMap((reading) => reading.counted ?? []),
  ]);
  return { fields, stored, referred, counted, clocks: made, reaches };
}

/** The metrics of some names, and those from which they are built. */
export function metricsRead(bundle: Bundle, named: readonly string[]): readonly MetricPlan[] {
  const names = new Set(named);
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
  reach?(dataset: string, reach: Reach): void;
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

/** Business days of partners are counted after reading, and may set rows aside: they are worked out in any case. */
function needOfPartnerDays({ name, fields }: DatasetPlan, { calendars }: Bundle, walk: Walk): void {
  for (const { name: field, type } of fields) {
    if (type.kind !== "days") continue;
    const calendar = calendars.find((each) => each.name === type.calendar);
    if (calendar?.closed.kind === "by_partner") walk.need(name, field, type.from, type.to);
  }
}

export function needOfMetric(metric: MetricPlan, walk: Walk): void {
  const { form, dated, countsAtMost } = metric;
  if (form.kind === "time_outside") {
    walk.refer(form.clock);
    walk.need(form.clock, CASE);
  }
  for (const population of populationsOf(form)) {
    needOfPopulation(population, walk);
    if (dated !== null) walk.need(population.dataset, dated);
    if ("field" in form) walk.need(population.dataset, form.field, finalField(form));
    if (form.kind === "share") walk.need(population.dataset, DECIDED);
    if (countsAtMost !== null) {
      walk.need(population.dataset, countsAtMost.per);
      walk.store(population.dataset);
    }
  }
}

/** Datasets and clocks whose rows a form counts. */
function countedBy(form: MetricForm): readonly string[] {
  return form.kind === "time_outside" ? [form.clock] : populationsOf(form).map(({ dataset }) => dataset);
}

/** The populations that a form names itself. */
export function populationsOf(form: MetricForm): readonly Population[] {
  switch (form.kind) {
    case "share":
    case "rate":
      return [form.numerator, form.denominator];
    case "ratio":
    case "period_mean":
    case "time_outside":
      return [];
    default:
      return [form.population];
  }
}

/** Takes down what a population reads of its dataset. */
export function needOfPopulation(population: Population, walk: Walk): void {
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
      if (condition.within?.unit === "business_day")
        walk.reach?.(dataset, { field: condition.within.after, days: condition.within.count });
      if (condition.where !== null) needOfCondition(condition.where, condition.dataset, walk);
  }
}

export function needOfStandard(standard: StandardPlan, bundle: Bundle, walk: Walk): void {
  if (standard.needs?.counts.kind === "dataset") {
    walk.refer(standard.needs.counts.name);
    walk.need(standard.needs.counts.name, DECIDED);
  }
  for (const { window } of standard.measured) {
    if (window.kind !== "latest") continue;
    walk.store(window.population.dataset);
    needOfPopulation(window.population, walk);
  }
  const groups = standard.requires
    .flatMap(({ alternatives }) => alternatives)
    .flatMap(({ group }) => group ?? []);
  // Which datasets have such a field is found out when they are read.
  for (const { name } of [...bundle.datasets, ...bundle.clocks]) walk.need(name, ...groups);
}
