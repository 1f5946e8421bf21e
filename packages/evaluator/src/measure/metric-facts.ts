/**
 * What a measured metric answers, cell by cell: as a whole or for one value of the `for each` field.
 *
 * A ratio asks the facts of its two metrics, a mean of periods those of its metric over the periods; metrics that share
 * a part share its facts, however they are built on each other.
 */
import type { Population } from "../bundle/condition-plan.ts";
import type { MetricPlan } from "../bundle/metric-plan.ts";
import type { FieldType } from "../bundle/table-plan.ts";
import type { LatestRow } from "../metrics/latest.ts";
import type { CutTie } from "./cut-ties.ts";
import { type FactValue, factAt } from "./facts.ts";
import { fieldType, type MetricMeasure } from "./metric-measure.ts";
import type { Run } from "./run.ts";
import { valueText } from "./table.ts";
import type { Unit, UnitState } from "./unit-spec.ts";
import { daysAt, type WindowSet } from "./window-set.ts";

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
