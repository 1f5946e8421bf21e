/**
 * One metric over the windows of one `measured` line.
 *
 * Before rows are read, `metricMeasure` names the units that the metric needs (a ratio: those of both its metrics; a
 * mean of periods: its metric over the periods). Afterwards `metric-facts.ts` answers for it.
 */
import type { MetricForm, MetricPlan } from "../bundle/metric-plan.ts";
import type { CalendarUnit } from "../bundle/plan.ts";
import type { FieldType } from "../bundle/table-plan.ts";
import { populationsOf } from "./needed.ts";
import type { Run } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import type { Unit, UnitSpec } from "./unit-spec.ts";
import { unitSpecs } from "./unit-specs.ts";
import { partsOf, type WindowSet } from "./window-set.ts";

export interface MetricMeasure {
  readonly plan: MetricPlan;
  /** Type of the field that is measured, where there is one. */
  readonly type: FieldType | null;
  readonly set: WindowSet;
  readonly units: readonly Unit[];
  /** All rows of each population's dataset, by the metric's date. */
  readonly rows: readonly Unit[];
  /** The metrics that a ratio divides, or the one whose period values a mean averages. */
  readonly operands: readonly MetricMeasure[];
  /** A mean of periods: the metric over the periods, and the windows they lie in. */
  readonly periods: {
    readonly measure: MetricMeasure;
    readonly set: WindowSet;
    readonly within: WindowSet;
  } | null;
}

/** Gives a unit of some windows; null where the dataset is not to be had. */
export type UnitMaker = (spec: UnitSpec, set: WindowSet) => Unit | null;

/** Measures that were made: metrics that share a part share its measure, however they are built on each other. */
export type MadeMeasures = Map<WindowSet, Map<string, MetricMeasure>>;

/** Names the units of a metric; `group` is the field of `for each`, or null. */
export function metricMeasure(
  name: string,
  set: WindowSet,
  group: string | null,
  run: Run,
  unitOf: UnitMaker,
  made: MadeMeasures = new Map(),
): MetricMeasure {
  const ofSet = made.get(set) ?? new Map<string, MetricMeasure>();
  made.set(set, ofSet);
  const known = ofSet.get(name);
  if (known !== undefined) return known;
  const measure = newMeasure(name, set, group, run, unitOf, made);
  ofSet.set(name, measure);
  return measure;
}

function newMeasure(
  name: string,
  set: WindowSet,
  group: string | null,
  run: Run,
  unitOf: UnitMaker,
  made: MadeMeasures,
): MetricMeasure {
  const plan = run.bundle.metrics.find((metric) => metric.name === name);
  if (plan === undefined) throw new Error(`the bundle has no metric ${name}`);
  const populations = populationsOf(plan.form);
  const inner = (operand: string, of: WindowSet): MetricMeasure =>
    metricMeasure(operand, of, group, run, unitOf, made);
  const isGiven = (unit: Unit | null): unit is Unit => unit !== null;
  const rowSpec = (dataset: string): UnitSpec => ({
    dataset,
    dated: plan.dated,
    group,
    countsAtMost: null,
    measure: { kind: "count", where: null },
  });
  const periods = plan.form.kind === "period_mean" ? periodsOf(plan.form, set, run) : null;
  return {
    plan,
    type: measuredType(plan.form, run),
    set,
    units: unitSpecs(plan, group, (dataset) => isClock(run, dataset))
      .map((spec) => unitOf(spec, set))
      .filter(isGiven),
    rows: populations.map(({ dataset }) => unitOf(rowSpec(dataset), set)).filter(isGiven),
    operands: operandNames(plan.form).map((operand) => inner(operand, set)),
    periods:
      periods === null
        ? null
        : { measure: inner(periods.metric, periods.set), set: periods.set, within: set },
  };
}

function periodsOf(
  form: MetricForm & { kind: "period_mean" },
  set: WindowSet,
  run: Run,
): { metric: string; set: WindowSet } {
  const span: CalendarUnit = form.span;
  return { metric: form.metric, set: partsOf(set, span, run.frame) };
}

function operandNames(form: MetricForm): readonly string[] {
  if (form.kind === "ratio") return [form.numerator, form.denominator];
  return form.kind === "period_mean" ? [form.metric] : [];
}

function measuredType(form: MetricForm, run: Run): FieldType | null {
  if (!("field" in form && "population" in form)) return null;
  return fieldType(run, form.population.dataset, form.field);
}

/** The type of a dataset's field. */
export function fieldType(run: Run, dataset: string, field: string): FieldType {
  const fields = run.table(dataset)?.plan.fields ?? [];
  return fields[fieldIndex(fields, field)]?.type ?? { kind: "text" };
}

/** Is a dataset one of cases? */
export function isClock(run: Run, dataset: string): boolean {
  return run.bundle.clocks.some(({ name }) => name === dataset);
}

/** A metric's measure and those that it is built on, each once. */
export function partsOfMeasure(measure: MetricMeasure): ReadonlySet<MetricMeasure> {
  const parts = new Set([measure]);
  // A set may grow while it is walked: what is added is visited too.
  for (const part of parts) for (const operand of part.operands) parts.add(operand);
  return parts;
}
