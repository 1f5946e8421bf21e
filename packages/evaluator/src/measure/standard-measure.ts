/**
 * What one standard measures: per `measured` line its windows, the facts of its metrics, and the rows behind them.
 *
 * The units are named here before any row is read; afterwards everything is asked by cell, which is
 * `party × windows + window`.
 */
import type { StandardPlan } from "../bundle/standard-plan.ts";
import { compareText } from "../exact/text-order.ts";
import type { Grid } from "../metrics/grid.ts";
import { DECIDED, isYes } from "./cases.ts";
import type { ClockEngine, OpenCases } from "./clock-engine.ts";
import type { CutTie } from "./cut-ties.ts";
import { type MetricFacts, metricFacts, stateOf } from "./metric-facts.ts";
import {
  fieldType,
  isClock,
  type MadeMeasures,
  type MetricMeasure,
  metricMeasure,
  partsOfMeasure,
} from "./metric-measure.ts";
import { metricsOf } from "./metrics-of.ts";
import type { Pass, RowCounter } from "./pass.ts";
import type { Run } from "./run.ts";
import { dateKind, valueText } from "./table.ts";
import type { Unit, UnitSpec } from "./unit-spec.ts";
import { daysAt, occasionAt, type WindowSet } from "./window-set.ts";

/** Gives the pass of a dataset in some windows under some exclusions; one pass serves all who ask alike. */
export type PassMaker = (dataset: string, windows: WindowSet, excluding: readonly string[]) => Pass | null;

export interface LineMeasure {
  readonly windows: WindowSet;
  /** Facts of a metric of the standard; `group` is a value of the `for each` field. */
  facts(metric: string, group: Group | null): MetricFacts;
  /** Rows of the dataset (or value of the count) that `needs` counts; of one group where given. */
  needed(cell: number, group: Group | null): number;
  /** Values of a group field among the rows of a metric's datasets in the cell, in code-point order. */
  groupsAt(metric: string, field: string, cell: number): readonly string[];
  /** Rows of the datasets that the metrics read, after exclusions. */
  used(cell: number): number;
  /** Of the used rows: those with something missing. */
  missing(cell: number): number;
  excluded(cell: number): readonly ExclusionRows[];
  /** Cases of clocks among the used rows that are still open. */
  open(cell: number): OpenCases;
  /** First instant of the cell's window: of a latest window that of its oldest row, or its end where it is empty. */
  startOf(cell: number): number;
  /** Ties at the cut of a latest window. */
  cuts(cell: number): readonly CutTie[];
}

export interface Group {
  readonly field: string;
  readonly value: string;
}

export interface ExclusionRows {
  readonly by: string;
  readonly rows: number;
  /** Rows left in because the evidence was not recorded. */
  readonly unproven: number;
}

/** Names everything that a line must measure. Call before rows are read. */
export function lineMeasure(
  standard: StandardPlan,
  line: number,
  windows: WindowSet,
  run: Run,
  passOf: PassMaker,
  clocks: ClockEngine | null,
): LineMeasure {
  const { excluding } = standard;
  const read = new Map<Pass, Set<Unit>>();
  const unitOf = (spec: UnitSpec, set: WindowSet, isRead: boolean): Unit | null => {
    const pass = passOf(spec.dataset, set, excluding);
    const unit = pass?.unit(spec) ?? null;
    if (pass !== null && unit !== null && isRead && set === windows)
      read.set(pass, (read.get(pass) ?? new Set()).add(unit));
    return unit;
  };
  const measures = new Map<string | null, MadeMeasures>();
  const measureOf = (name: string, group: string | null, isRead: boolean): MetricMeasure => {
    const made = measures.get(group) ?? new Map();
    measures.set(group, made);
    return metricMeasure(name, windows, group, run, (spec, set) => unitOf(spec, set, isRead), made);
  };

  const choosing = standard.measured[line]?.metrics ?? [];
  const names = metricsOf(standard);
  const whole = new Map(names.map((name) => [name, measureOf(name, null, true)]));
  for (const name of choosing) if (!whole.has(name)) whole.set(name, measureOf(name, null, false));
  const grouped = groupedMeasures(standard, (name, field) => measureOf(name, field, true));
  const needs = needUnits(standard, run, (spec) => unitOf(spec, windows, false));
  const openAt = clocks?.openCases(
    read,
    names.flatMap((name) => [...partsOfMeasure(measureOf(name, null, true))]),
    (spec) => unitOf(spec, windows, false),
  );
  const counters = [...read].map(([pass, units]) => ({ pass, counter: pass.counter([...units]) }));
  const missingRows = new Map(
    [
      ...[...whole].map(([name, measure]) => [name, measure, null] as const),
      ...groupedEntries(grouped),
    ].flatMap(([key, measure, field]) => missingCounters(key, measure, field, [...read.keys()], run)),
  );
  const made = new Map<string, MetricFacts>();
  const sum = (of: (pass: Pass, counter: RowCounter) => number): number =>
    counters.reduce((total, { pass, counter }) => total + of(pass, counter), 0);

  function facts(metric: string, group: Group | null): MetricFacts {
    const key = group === null ? metric : `${metric}\n${group.field}\n${group.value}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const measure = group === null ? whole.get(metric) : grouped.get(`${metric}\n${group.field}`);
    if (measure === undefined) throw new Error(`metric ${metric} was not measured`);
    const found = metricFacts(measure, group?.value ?? null, run);
    const counted = missingRows.get(group === null ? metric : `${metric}\n${group.field}`);
    const missing = (cell: number): number => counted?.(cell, group?.value ?? null) ?? 0;
    const shown = counted === undefined ? found : { ...found, missing };
    made.set(key, shown);
    return shown;
  }
  return {
    windows,
    facts,
    needed(cell, group) {
      const { needs: plan } = standard;
      if (plan === null) return 0;
      if (plan.counts.kind === "metric" && group === null)
        return countOf(facts(plan.counts.name, null), cell);
      if (plan.counts.kind === "metric" && group !== null)
        return countOf(facts(plan.counts.name, group), cell);
      const unit = needs.get(group?.field ?? null);
      return unit === undefined || unit === null
        ? 0
        : stateOf(unit, group?.value ?? null, run).rows.get(cell);
    },
    groupsAt(metric, field, cell) {
      const measure = grouped.get(`${metric}\n${field}`);
      const found = new Set<string>();
      for (const unit of measure === undefined ? [] : rowUnits(measure)) {
        const type = fieldType(run, unit.spec.dataset, field);
        for (const [value, state] of unit.groups)
          if (state.rows.get(cell) > 0) found.add(valueText(type, value, run));
      }
      return [...found].sort(compareText);
    },
    open: openAt ?? (() => NO_CASES),
    startOf: (cell) => windowStart(windows, cell, [...read.keys()], run),
    cuts: (cell) => [...read.keys()].flatMap((pass) => pass.cuts.at(cell)),
    used: (cell) => sum((_, counter) => counter.used.get(cell)),
    missing: (cell) => sum((_, counter) => counter.missing.get(cell)),
    excluded: (cell) =>
      excluding.map((by) => ({
        by,
        rows: sum((pass, counter) => counter.excluded[pass.excluding.indexOf(by)]?.get(cell) ?? 0),
        unproven: sum((pass, counter) => counter.unproven[pass.excluding.indexOf(by)]?.get(cell) ?? 0),
      })),
  };
}

const NO_CASES: OpenCases = { count: 0, isProvisional: false };

function windowStart(windows: WindowSet, cell: number, passes: readonly Pass[], run: Run): number {
  const days = daysAt(windows, cell);
  if (days !== null) return run.clock.startOfDay(days.start);
  const end = run.clock.startOfDay(occasionAt(windows, cell)?.endDay ?? 0);
  const starts = passes.flatMap(({ oldest, table }) => {
    const date = oldest.get(cell);
    return date === undefined ? [] : [dateKind(table) === "date" ? run.clock.startOfDay(date) : date];
  });
  return Math.min(end, ...starts);
}

function countOf(facts: MetricFacts, cell: number): number {
  const value = facts.value(cell);
  return typeof value === "object" && value !== null ? Number(value.numerator) : 0;
}

/** Units that count all rows, of the metric and of those it is made of. */
function rowUnits(measure: MetricMeasure): readonly Unit[] {
  return [...partsOfMeasure(measure)].flatMap(({ rows }) => rows);
}

/** Rows of a metric with something missing, as a whole or in one group. */
type MissingRows = (cell: number, group: string | null) => number;

/** A metric of several units counts a row once, in however many of them something of it is missing. */
function missingCounters(
  key: string,
  measure: MetricMeasure,
  field: string | null,
  passes: readonly Pass[],
  run: Run,
): readonly (readonly [string, MissingRows])[] {
  if (measure.operands.length === 0 && measure.units.length < 2) return [];
  const units = new Set(ownUnits(measure));
  const counters = passes.flatMap((pass) => {
    const own = pass.units.filter((unit) => units.has(unit));
    return own.length === 0 ? [] : [{ pass, counter: pass.counter(own, field) }];
  });
  const missing: MissingRows = (cell, group) =>
    counters.reduce((total, { pass, counter }) => {
      const rows = group === null ? counter.missing : missingInGroup(pass, counter, field ?? "", group, run);
      return total + (rows?.get(cell) ?? 0);
    }, 0);
  return [[key, missing]];
}

function missingInGroup(
  pass: Pass,
  counter: RowCounter,
  field: string,
  group: string,
  run: Run,
): Grid | null {
  const type = fieldType(run, pass.table.plan.name, field);
  for (const [value, rows] of counter.groups?.missing ?? []) {
    if (!Number.isNaN(value) && valueText(type, value, run) === group) return rows;
  }
  return null;
}

/** Grouped measures with the field that they are grouped by, which their key ends in. */
function groupedEntries(
  grouped: ReadonlyMap<string, MetricMeasure>,
): readonly (readonly [string, MetricMeasure, string])[] {
  return [...grouped].map(([key, measure]) => [key, measure, key.slice(key.indexOf("\n") + 1)] as const);
}

/** The units of a metric and of those that it is made of. */
function ownUnits(measure: MetricMeasure): readonly Unit[] {
  return [...partsOfMeasure(measure)].flatMap(({ units }) => units);
}

/** Metrics by group field: those of grouped limits, with their tolerances and the count that `needs` asks for. */
function groupedMeasures(
  standard: StandardPlan,
  measureOf: (name: string, field: string) => MetricMeasure,
): ReadonlyMap<string, MetricMeasure> {
  const found = new Map<string, MetricMeasure>();
  for (const { metric, group, tolerates } of standard.requires.flatMap(({ alternatives }) => alternatives)) {
    if (group === null) continue;
    const counted = standard.needs?.counts.kind === "metric" ? [standard.needs.counts.name] : [];
    for (const name of [metric, ...(tolerates === null ? [] : [tolerates.metric]), ...counted]) {
      if (!found.has(`${name}\n${group}`)) found.set(`${name}\n${group}`, measureOf(name, group));
    }
  }
  return found;
}

/** Units that count rows for `needs`: whole (null) and by every group field. */
function needUnits(
  standard: StandardPlan,
  run: Run,
  unitOf: (spec: UnitSpec) => Unit | null,
): ReadonlyMap<string | null, Unit | null> {
  const { needs } = standard;
  if (needs === null || needs.counts.kind === "metric") return new Map();
  const dataset = needs.counts.name;
  const fields = standard.requires
    .flatMap(({ alternatives }) => alternatives)
    .flatMap(({ group }) => group ?? []);
  const spec = (group: string | null): UnitSpec => ({
    dataset,
    dated: null,
    group,
    countsAtMost: null,
    // A case whose verdict is not yet known counts towards nothing (SPEC §3.4.25).
    measure: { kind: "count", where: isClock(run, dataset) ? isYes(DECIDED) : null },
  });
  return new Map([null, ...fields].map((group) => [group, unitOf(spec(group))]));
}
