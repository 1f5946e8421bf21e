/**
 * One metric over the windows of one `measured` line.
 *
 * Before rows are read, `metricMeasure` names the units that the metric needs (a ratio: those of both its metrics; a
 * mean of periods: its metric over the periods). Afterwards `metricFacts` answers for it cell by cell, as a whole or
 * for one value of the `for each` field.
 */
import type { Population } from "../bundle/condition-plan.ts";
import type { MetricForm, MetricPlan } from "../bundle/metric-plan.ts";
import type { CalendarUnit } from "../bundle/plan.ts";
import type { FieldType } from "../bundle/table-plan.ts";
import type { LatestRow } from "../metrics/latest.ts";
import { CASE, finalField, OVERLAP, ofDecided } from "./cases.ts";
import type { CutTie } from "./cut-ties.ts";
import { type FactValue, factAt } from "./facts.ts";
import { populationsOf } from "./needed.ts";
import type { Run } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import { valueText } from "./table.ts";
import type { Unit, UnitMeasure, UnitSpec, UnitState } from "./unit-spec.ts";
import { daysAt, partsOf, type WindowSet } from "./window-set.ts";

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

/** The units that measure a metric; `group` is the field of `for each`. */
export function unitSpecs(
  plan: MetricPlan,
  group: string | null,
  hasCases: (dataset: string) => boolean,
): readonly UnitSpec[] {
  const { form, dated, countsAtMost } = plan;
  const spec = (dataset: string, measure: UnitMeasure): UnitSpec => ({
    dataset,
    dated,
    group,
    countsAtMost,
    measure,
  });
  switch (form.kind) {
    case "ratio":
    case "period_mean":
      return [];
    case "time_outside":
      return [coverSpec(form.clock)];
    case "share": {
      const { dataset } = form.denominator;
      const [numerator, denominator] = [form.numerator.where, form.denominator.where].map((where) =>
        hasCases(dataset) ? ofDecided(where) : where,
      );
      return [
        spec(dataset, { kind: "share", numerator: numerator ?? null, denominator: denominator ?? null }),
      ];
    }
    case "rate":
      return [form.numerator, form.denominator].map(({ dataset, where }) =>
        spec(dataset, { kind: "count", where }),
      );
    default:
      return [spec(form.population.dataset, populationMeasure(form, hasCases(form.population.dataset)))];
  }
}

/** Which cases overlap each window. */
function coverSpec(clock: string): UnitSpec {
  const measure: UnitMeasure = { kind: "distinct", field: CASE, where: null };
  return { dataset: clock, dated: OVERLAP, group: null, countsAtMost: null, measure };
}

type PopulationForm = Exclude<
  MetricForm,
  { kind: "ratio" | "period_mean" | "share" | "rate" | "time_outside" }
>;

function populationMeasure(form: PopulationForm, hasCases: boolean): UnitMeasure {
  const { where } = form.population;
  const fieldOf = (of: PopulationForm & { readonly field: string }): string =>
    hasCases ? finalField(of) : of.field;
  switch (form.kind) {
    case "count":
      return { kind: "count", where };
    case "net_score":
      return {
        kind: "net_score",
        field: form.field,
        where,
        promoters: form.promoters,
        detractors: form.detractors,
      };
    case "distinct":
    case "latest":
      return { kind: form.kind, field: fieldOf(form), where };
    case "sum":
    case "average":
      return { kind: "sum", field: fieldOf(form), where };
    default:
      return { kind: "rank", field: fieldOf(form), where };
  }
}

/** A tie of `latest`: the field, its dataset, and the rows. */
export interface LatestTie {
  readonly dataset: string;
  readonly field: string;
  readonly rows: readonly [LatestRow, LatestRow];
}

export type Tie = LatestTie | CutTie;

/** The answers of a metric, by cell. */
export interface MetricFacts {
  readonly plan: MetricPlan;
  readonly type: FieldType | null;
  /** Aggregates of the metric's own units: for distances. */
  readonly states: readonly UnitState[];
  value(cell: number): FactValue | null;
  /** Is every population empty (SPEC §4.1)? */
  isEmpty(cell: number): boolean;
  /** Rows with an undecided condition or a value left out. */
  missing(cell: number): number;
  /** Rows that nothing tells apart, where the metric asks which of them is newer. */
  ties(cell: number): readonly Tie[];
  /** Numerator rows outside the denominator. */
  outside(cell: number): number;
}

/** Facts of a measured metric; `group` is a value of the `for each` field, or null for the whole. */
export function metricFacts(measure: MetricMeasure, group: string | null, run: Run): MetricFacts {
  const byGroup = madeFacts.get(measure) ?? new Map<string | null, MetricFacts>();
  madeFacts.set(measure, byGroup);
  const facts = byGroup.get(group) ?? newFacts(measure, group, run);
  byGroup.set(group, facts);
  return facts;
}

const madeFacts = new WeakMap<MetricMeasure, Map<string | null, MetricFacts>>();

function newFacts(measure: MetricMeasure, group: string | null, run: Run): MetricFacts {
  const { plan, type, periods } = measure;
  const states = measure.units.map((unit) => stateOf(unit, group, run));
  const rows = measure.rows.map((unit) => stateOf(unit, group, run));
  const operands = measure.operands.map((operand) => metricFacts(operand, group, run));
  const overPeriods = periods === null ? null : metricFacts(periods.measure, group, run);
  const valuesOf = (cell: number): readonly (FactValue | null)[] => {
    if (periods === null || overPeriods === null) return operands.map(({ value }) => value(cell));
    return periodCells(periods, cell).map((part) => overPeriods.value(part));
  };
  const textOf = (value: number): string => (type === null ? "" : valueText(type, value, run));
  const operandUnits = measure.operands.map((operand) => operand.plan.unit);
  const parts = { states, type, operands: valuesOf, operandUnits, textOf };
  const value =
    plan.form.kind === "time_outside"
      ? remembered(timeOutside(plan.form.clock, measure.set, states[0], run))
      : (cell: number): FactValue | null => factAt(plan, parts, cell);
  const total = (of: (facts: MetricFacts) => number): number =>
    operands.reduce((sum, operand) => sum + of(operand), 0);
  const ties = (cell: number): readonly Tie[] => {
    if (periods !== null && overPeriods !== null)
      return periodCells(periods, cell).flatMap((part) => overPeriods.ties(part));
    const own = plan.form.kind === "latest" ? latestTies(plan.form, states[0], cell) : [];
    const cuts = states.flatMap((state) => state.cuts.at(cell));
    return [...own, ...cuts, ...operands.flatMap((operand) => operand.ties(cell))];
  };
  if (operands.length > 0) {
    return {
      plan,
      type,
      states,
      value: remembered(value),
      isEmpty: remembered((cell) => operands.every(({ isEmpty }) => isEmpty(cell))),
      missing: remembered((cell) => total(({ missing }) => missing(cell))),
      outside: () => 0,
      ties: remembered(ties),
    };
  }
  const isBeforeWhere =
    plan.form.kind === "count" || plan.form.kind === "distinct" || plan.form.kind === "rate";
  return {
    plan,
    type,
    states,
    value,
    isEmpty: (cell) =>
      plan.form.kind !== "time_outside" &&
      (isBeforeWhere ? rows : states).every((state) => state.rows.get(cell) === 0),
    missing: (cell) => states.reduce((sum, state) => sum + state.missing.get(cell), 0),
    outside: (cell) => states.reduce((sum, state) => sum + state.share.outside.get(cell), 0),
    ties,
  };
}

function latestTies(
  { population, field }: { readonly population: Population; readonly field: string },
  state: UnitState | undefined,
  cell: number,
): readonly LatestTie[] {
  const rows = state?.latest?.tie(cell) ?? null;
  return rows === null ? [] : [{ dataset: population.dataset, field, rows }];
}

/** The share of time that no case of a clock covers; a unit has found the cases that overlap each window. */
function timeOutside(
  clock: string,
  windows: WindowSet,
  state: UnitState | undefined,
  run: Run,
): (cell: number) => FactValue | null {
  const cases = run.table(clock)?.cases;
  return cases?.timeOutside(windows, (cell) => state?.distinct.values(cell) ?? []) ?? (() => null);
}

/** Works out each cell once: metrics may be built on each other in many ways. */
function remembered<T>(of: (cell: number) => T): (cell: number) => T {
  const known = new Map<number, { readonly value: T }>();
  return (cell) => {
    const found = known.get(cell) ?? { value: of(cell) };
    known.set(cell, found);
    return found.value;
  };
}

/** The cells of the periods that lie wholly inside a cell's window. */
function periodCells(periods: NonNullable<MetricMeasure["periods"]>, cell: number): readonly number[] {
  const width = periods.within.occasions.length;
  const window = daysAt(periods.within, cell);
  if (window === null) return [];
  const base = Math.floor(cell / width) * periods.set.occasions.length;
  return (periods.set.days ?? []).flatMap((days, index) =>
    days.start >= window.start && days.end <= window.end ? [base + index] : [],
  );
}

const nothing = new WeakMap<Unit, UnitState>();

/** The state of a group, or of the whole; a group that never occurred has an empty one. */
export function stateOf(unit: Unit, group: string | null, run: Run): UnitState {
  if (group === null || unit.spec.group === null) return unit.whole;
  const type = fieldType(run, unit.spec.dataset, unit.spec.group);
  for (const [value, state] of unit.groups) if (valueText(type, value, run) === group) return state;
  const empty = nothing.get(unit) ?? unit.emptyState();
  nothing.set(unit, empty);
  return empty;
}
