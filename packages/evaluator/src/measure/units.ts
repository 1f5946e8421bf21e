/**
 * Units: one aggregate each, fed with rows of a pass.
 *
 * A metric is measured by one unit (a share, a sum, …) or two (a rate). A unit asks its population's conditions of a
 * row, takes the row's value into the cell of its party and window, and says whether something was missing: an
 * undecided condition, or a value that had to be left out. With `for each` a unit keeps one state per group value;
 * with `counts at most` it holds rows back until the newest of each kind can be chosen.
 */

import { reportFatal } from "../columns/read-tally.ts";
import { answerKind } from "./answer-kind.ts";
import { countsOnly } from "./cases.ts";
import { columnAdder } from "./column-units.ts";
import { exactAt } from "./conditions.ts";
import type { Table } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import { columnReader, dateReader, identityReader, thenReader } from "./table.ts";
import { type RowTest, TRUE, UNDECIDED } from "./truth.ts";
import {
  type ConditionMaker,
  type Unit,
  type UnitMeasure,
  type UnitSpec,
  type UnitState,
  unitState,
} from "./unit-spec.ts";

type Adder = (row: number, cell: number) => boolean;
type TestOf = ConditionMaker["testOf"];

export function makeUnit(spec: UnitSpec, table: Table, conditions: ConditionMaker): Unit {
  const { testOf } = conditions;
  const whole = unitState();
  const groups = new Map<number | bigint, UnitState>();
  const holders: Holder[] = [];
  function adderOf(state: UnitState): Adder {
    const adder = measureAdder(spec, table, state, testOf);
    if (spec.countsAtMost === null) return adder;
    const holder = holdBack(spec, table, testOf, adder);
    holders.push(holder);
    return holder.add;
  }
  const add = spec.group === null ? adderOf(whole) : groupedAdder(spec.group, table, groups, adderOf);
  return {
    spec,
    add,
    addAll: columnAdder(spec, table, whole, conditions) ?? rowByRow(add),
    whole,
    groups,
    emptyState: unitState,
    finish(missing) {
      for (const holder of holders) holder.release(missing);
    },
  };
}

/** Takes placed rows one by one. */
function rowByRow(add: Adder): Unit["addAll"] {
  return ({ count, rows, cells, missed }, face) => {
    let isAny = false;
    for (let at = 0; at < count; at += 1) {
      const cell = cells[at] as number;
      face(cell);
      const isMissing = add(rows[at] as number, cell);
      missed[at] = isMissing ? 1 : 0;
      if (isMissing) isAny = true;
    }
    return isAny;
  };
}

/** A row without a value in the group field stands in no group, and counts as a row with something missing. */
function groupedAdder(
  field: string,
  table: Table,
  groups: Map<number | bigint, UnitState>,
  adderOf: (state: UnitState) => Adder,
): Adder {
  const group = identityReader(table, field);
  const adders = new Map<number | bigint, Adder>();
  return (row, cell) => {
    const value = group(row);
    if (Number.isNaN(value)) return true;
    let adder = adders.get(value);
    if (adder === undefined) {
      const state = unitState();
      groups.set(value, state);
      adder = adderOf(state);
      adders.set(value, adder);
    }
    return adder(row, cell);
  };
}

function measureAdder(spec: UnitSpec, table: Table, state: UnitState, testOf: TestOf): Adder {
  const { measure } = spec;
  if (measure.kind === "share") {
    return shareAdder(testOf(measure.numerator, table), testOf(measure.denominator, table), state);
  }
  const test = testOf(measure.where, table);
  if (measure.kind === "count") return populationAdder(test, state, () => false);
  return populationAdder(test, state, valueAdder(measure, spec.dated, table, state));
}

function shareAdder(numerator: RowTest, denominator: RowTest, state: UnitState): Adder {
  const { share, rows, missing } = state;
  return (row, cell) => {
    const among = denominator(row);
    const good = numerator(row);
    if (among !== TRUE) {
      if (good === TRUE) share.outside.add(cell, 1);
      if (among === UNDECIDED) missing.add(cell, 1);
      return among === UNDECIDED;
    }
    rows.add(cell, 1);
    if (good === TRUE) share.numerator.add(cell, 1);
    if (good === UNDECIDED) missing.add(cell, 1);
    return good === UNDECIDED;
  };
}

function populationAdder(test: RowTest, state: UnitState, value: Adder): Adder {
  const { rows, missing } = state;
  return (row, cell) => {
    const belongs = test(row);
    if (belongs === TRUE) rows.add(cell, 1);
    const isMissing = belongs === UNDECIDED || (belongs === TRUE && value(row, cell));
    if (isMissing) missing.add(cell, 1);
    return isMissing;
  };
}

/** Takes the value of a row of the population; true where it is missing. */
function valueAdder(
  measure: UnitMeasure & { field: string },
  dated: string | null,
  table: Table,
  state: UnitState,
): Adder {
  const { view } = table;
  const index = fieldIndex(table.plan.fields, measure.field);
  const read = columnReader(table, measure.field);
  const bigOf = (row: number, value: number): bigint | null =>
    Number.isFinite(value) ? null : exactAt(view, index, row);
  if (measure.kind === "latest") return latestAdder(table, dated, state, read, bigOf);
  const take = valueTaker(measure, table, index, state);
  return (row, cell) => {
    const value = read(row);
    if (Number.isNaN(value)) return true;
    take(cell, value, bigOf(row, value));
    return false;
  };
}

function valueTaker(
  measure: UnitMeasure & { field: string },
  table: Table,
  index: number,
  state: UnitState,
): (cell: number, value: number, big: bigint | null) => void {
  switch (measure.kind) {
    case "sum":
      return state.sum.add;
    case "distinct":
      return state.distinct.add;
    case "rank":
      return state.rank.add;
    case "net_score": {
      const kindOf = answerKind(measure, table.plan.fields[index]?.type ?? { kind: "text" });
      return (cell, value, big) => state.netScore.add(cell, kindOf(value, big));
    }
    default:
      return () => undefined;
  }
}

function latestAdder(
  table: Table,
  dated: string | null,
  state: UnitState,
  read: (row: number) => number,
  bigOf: (row: number, value: number) => bigint | null,
): Adder {
  const date = dated === null ? dateReader(table) : columnReader(table, dated);
  const then = thenReader(table);
  return (row, cell) => {
    const value = read(row);
    if (Number.isNaN(value)) return true;
    const line = table.lineOf(row);
    state.latest.add(cell, { date: date(row), second: then(row), value, big: bigOf(row, value), line });
    return false;
  };
}

interface Holder {
  readonly add: Adder;
  release(missing: (row: number, cell: number) => void): void;
}

/** Rows of one cell that wait for the choice, and the partner that they are judged for. */
interface HeldRows {
  readonly partnerRow: number;
  readonly byValue: Map<number | bigint, number[]>;
}

/** `counts at most N rows per FIELD`: keeps row numbers by cell, and lets the newest N of each value through. */
function holdBack(spec: UnitSpec, table: Table, testOf: TestOf, adder: Adder): Holder {
  const { countsAtMost, measure } = spec;
  const population = testOf(measure.kind === "share" ? measure.denominator : measure.where, table);
  const per = identityReader(table, countsAtMost?.per ?? "");
  const partners = table.run.table("partners")?.view ?? null;
  const held = new Map<number, HeldRows>();
  return {
    add(row, cell) {
      const value = per(row);
      if (population(row) !== TRUE || Number.isNaN(value)) return adder(row, cell);
      const waiting = held.get(cell) ?? { partnerRow: partners?.partnerRow ?? -1, byValue: new Map() };
      held.set(cell, waiting);
      const rows = waiting.byValue.get(value) ?? [];
      waiting.byValue.set(value, rows);
      rows.push(row);
      return false;
    },
    release(missing) {
      const order = newestFirst(table, spec.dated);
      for (const [cell, { partnerRow, byValue }] of held) {
        if (partners !== null) partners.partnerRow = partnerRow;
        for (const rows of byValue.values()) {
          for (const row of cutAt(countsAtMost?.rows ?? 0, order(rows), order, table))
            if (adder(row, cell)) missing(row, cell);
        }
      }
    },
  };
}

/** Orders rows of a stored table from newest to oldest; a missing second key is the oldest. */
export interface NewestFirst {
  (rows: readonly number[]): number[];
  /** Does nothing tell which of two rows is newer? */
  readonly isTie: (a: number, b: number) => boolean;
  readonly isSameDate: (a: number, b: number) => boolean;
}

export function newestFirst(table: Table, dated: string | null): NewestFirst {
  const date = dated === null ? dateReader(table) : columnReader(table, dated);
  const then = thenReader(table);
  const later = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
  const compare = (a: number, b: number): number => {
    const [x, y] = [later(then(a)), later(then(b))];
    return date(b) - date(a) || (x === y ? 0 : y - x);
  };
  const isTie = (a: number, b: number): boolean => {
    const [x, y] = [then(a), then(b)];
    return date(a) === date(b) && (x === y || Number.isNaN(x) || Number.isNaN(y));
  };
  return Object.assign((rows: readonly number[]) => [...rows].sort(compare), {
    isTie,
    isSameDate: (a: number, b: number): boolean => date(a) === date(b),
  });
}

/**
 * The first `count` of ordered rows. Where rows on both sides of the cut are tied and differ in a column that the run
 * reads, it cannot be told which of them counts: a data error (SPEC §3.2).
 */
export function cutAt(
  count: number,
  ordered: readonly number[],
  order: NewestFirst,
  table: Table,
): readonly number[] {
  const last = ordered[count - 1];
  if (last !== undefined) {
    // Only rows of the cut's own date can be tied across it, and they stand together.
    let [from, to] = [count - 1, count];
    while (from > 0 && order.isSameDate(ordered[from - 1] ?? last, last)) from -= 1;
    while (to < ordered.length && order.isSameDate(ordered[to] ?? last, last)) to += 1;
    refuseUnclear(ordered.slice(from, count), ordered.slice(count, to), order, table);
  }
  return ordered.slice(0, count);
}

function refuseUnclear(
  kept: readonly number[],
  dropped: readonly number[],
  order: NewestFirst,
  table: Table,
): void {
  for (const row of dropped) {
    const twin = kept.find((other) => order.isTie(other, row) && differ(table, other, row));
    if (twin === undefined) continue;
    reportCutTie(table, twin, row);
    return;
  }
}

function differ(table: Table, a: number, b: number): boolean {
  return table.view.columns.some((column, index) => {
    const name = table.plan.fields[index]?.name ?? "";
    if (column === null || name === table.plan.key || countsOnly(name)) return false;
    const [x, y] = [column[a] ?? Number.NaN, column[b] ?? Number.NaN];
    const isSame =
      x === y ? Number.isFinite(x) || exactAt(table.view, index, a) === exactAt(table.view, index, b) : false;
    return !isSame && !(Number.isNaN(x) && Number.isNaN(y));
  });
}

function reportCutTie(table: Table, a: number, b: number): void {
  const lines = [table.lineOf(a), table.lineOf(b)].sort((x, y) => x - y);
  reportFatal(table.tally, {
    code: "TEN4033",
    source: table.plan.source,
    row: lines[0] ?? null,
    column: null,
    value: null,
    message: `rows ${lines.join(" and ")} share an instant, and which of them is newer decides a value; say \`dated … then …\``,
  });
}
