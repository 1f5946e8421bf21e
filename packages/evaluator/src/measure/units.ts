/**
 * Units: one aggregate each, fed with rows of a pass.
 *
 * A metric is measured by one unit (a share, a sum, …) or two (a rate). A unit asks its population's conditions of a
 * row, takes the row's value into the cell of its party and window, and says whether something was missing: an
 * undecided condition, or a value that had to be left out. With `for each` a unit keeps one state per group value;
 * with `counts at most` it holds rows back until the newest of each kind can be chosen.
 */

import { answerKind } from "./answer-kind.ts";
import { columnAdder } from "./column-units.ts";
import { exactAt } from "./conditions.ts";
import type { Holder, NewestMeasures } from "./newest-measures.ts";
import type { Table } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import { columnReader, dateReader, identityReader, thenReader } from "./table.ts";
import { type RowTest, TRUE, UNDECIDED } from "./truth.ts";
import {
  type Adder,
  type ConditionMaker,
  type Unit,
  type UnitMeasure,
  type UnitSpec,
  type UnitState,
  unitState,
} from "./unit-spec.ts";

type TestOf = ConditionMaker["testOf"];

export function makeUnit(
  spec: UnitSpec,
  table: Table,
  conditions: ConditionMaker,
  newest: NewestMeasures | null,
): Unit {
  const { testOf } = conditions;
  const stateMaker = (): UnitState => unitState(newest?.aggregate() ?? null);
  const whole = stateMaker();
  const groups = new Map<number | bigint, UnitState>();
  const holders: Holder[] = [];
  function adderOf(state: UnitState): Adder {
    const adder = measureAdder(spec, table, state, testOf);
    if (spec.countsAtMost === null || newest === null) return adder;
    const holder = newest.holdBack(spec, table, testOf, adder, state.cuts);
    holders.push(holder);
    return holder.add;
  }
  const add =
    spec.group === null ? adderOf(whole) : groupedAdder(spec.group, table, groups, stateMaker, adderOf);
  return {
    spec,
    add,
    addAll: columnAdder(spec, table, whole, conditions) ?? rowByRow(add),
    whole,
    groups,
    emptyState: stateMaker,
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
  stateMaker: () => UnitState,
  adderOf: (state: UnitState) => Adder,
): Adder {
  const group = identityReader(table, field);
  const adders = new Map<number | bigint, Adder>();
  return (row, cell) => {
    const value = group(row);
    if (Number.isNaN(value)) return true;
    let adder = adders.get(value);
    if (adder === undefined) {
      const state = stateMaker();
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
  if (measure.kind === "own") return measure.taker(table, testOf);
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
    state.latest?.add(cell, { date: date(row), second: then(row), value, big: bigOf(row, value), line });
    return false;
  };
}
