/**
 * Units that take thousands of rows in one loop.
 *
 * Shares, counts, sums and net scores are adding; where their conditions ask nothing about the partner, the truths of
 * all rows are worked out column by column (`truth-columns.ts`) and added up without a call per row. What they write
 * is what the row-by-row way of `units.ts` would write, which serves all other units.
 */
import { answerKind } from "./answer-kind.ts";
import { exactAt } from "./conditions.ts";
import type { Table } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import { isOfRowAlone, type TruthColumn, truthColumn } from "./truth-columns.ts";
import type { ConditionMaker, Unit, UnitSpec, UnitState } from "./unit-spec.ts";

type ColumnAdder = Unit["addAll"];

/** The loop of a unit; null where its rows must be taken one by one. */
export function columnAdder(
  spec: UnitSpec,
  table: Table,
  state: UnitState,
  conditions: ConditionMaker,
): ColumnAdder | null {
  const { measure } = spec;
  if (spec.group !== null || spec.countsAtMost !== null) return null;
  const sides = measure.kind === "share" ? [measure.denominator, measure.numerator] : [measure.where];
  const parts = sides.map((where) => conditions.partOf(where, table));
  if (!parts.every(isOfRowAlone)) return null;
  const [population, numerator] = parts.map((part) => truthColumn(part, table.view));
  if (population === undefined) return null;
  switch (measure.kind) {
    case "share":
      return numerator === undefined ? null : shareColumn(population, numerator, state);
    case "count":
      return countColumn(population, state);
    case "sum":
      return valueColumn(measure.field, population, table, state, state.sum.add);
    case "net_score": {
      const kindOf = answerKind(
        measure,
        table.plan.fields[fieldIndex(table.plan.fields, measure.field)]?.type,
      );
      const take: ValueTaker = (cell, value, big) => state.netScore.add(cell, kindOf(value, big));
      return valueColumn(measure.field, population, table, state, take);
    }
    default:
      return null;
  }
}

const TRUE_BITS = 0b11;
const UNDECIDED_BITS = 0b01;

/** What a row adds, by the truth bits of denominator and numerator: `4 × denominator + numerator`. */
function shareTable(adds: (among: number, good: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, code) => (adds(code >> 2, code & 3) ? 1 : 0));
}

const IN_NUMERATOR = shareTable((among, good) => among === TRUE_BITS && good === TRUE_BITS);
const OUTSIDE = shareTable((among, good) => among !== TRUE_BITS && good === TRUE_BITS);
const UNTOLD = shareTable((among, good) => (among === TRUE_BITS ? good : among) === UNDECIDED_BITS);

function shareColumn(
  denominator: TruthColumn,
  numerator: TruthColumn,
  { share, rows, missing }: UnitState,
): ColumnAdder {
  return ({ from, to, count, rows: places, cells, reach, missed }) => {
    const [among, good] = [denominator(from, to), numerator(from, to)];
    const grids = [rows, share.numerator, share.outside, missing].map((grid) => grid.values(reach));
    const [inRows, inNumerator, outside, untold] = grids as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let anyMissed = 0;
    for (let at = 0; at < count; at += 1) {
      const place = (places[at] as number) - from;
      const cell = cells[at] as number;
      const code = (among[place] as number) * 4 + (good[place] as number);
      const isMissed = UNTOLD[code] as number;
      (inRows[cell] as number) += code >> 3;
      (inNumerator[cell] as number) += IN_NUMERATOR[code] as number;
      (outside[cell] as number) += OUTSIDE[code] as number;
      (untold[cell] as number) += isMissed;
      missed[at] = isMissed;
      anyMissed |= isMissed;
    }
    return anyMissed !== 0;
  };
}

/** Adds a row to the population if its bits are 11; 1 if they are 01. */
function countRow(bits: number, cell: number, inRows: Float64Array): number {
  (inRows[cell] as number) += bits >> 1;
  return (bits & 1) ^ (bits >> 1);
}

function countColumn(population: TruthColumn, { rows, missing }: UnitState): ColumnAdder {
  return ({ from, to, count, rows: places, cells, reach, missed }) => {
    const truths = population(from, to);
    const [inRows, untold] = [rows.values(reach), missing.values(reach)];
    let anyMissed = 0;
    for (let at = 0; at < count; at += 1) {
      const cell = cells[at] as number;
      const isMissed = countRow(truths[(places[at] as number) - from] as number, cell, inRows);
      (untold[cell] as number) += isMissed;
      missed[at] = isMissed;
      anyMissed |= isMissed;
    }
    return anyMissed !== 0;
  };
}

type ValueTaker = (cell: number, value: number, big: bigint | null) => void;

function valueColumn(
  field: string,
  population: TruthColumn,
  table: Table,
  { rows, missing }: UnitState,
  take: ValueTaker,
): ColumnAdder {
  const { view } = table;
  const index = fieldIndex(table.plan.fields, field);
  return ({ from, to, count, rows: places, cells, reach, missed }) => {
    const truths = population(from, to);
    const values = view.columns[index];
    const [inRows, untold] = [rows.values(reach), missing.values(reach)];
    let anyMissed = 0;
    for (let at = 0; at < count; at += 1) {
      const row = places[at] as number;
      const cell = cells[at] as number;
      const bits = truths[row - from] as number;
      let isMissed = countRow(bits, cell, inRows);
      if (bits === TRUE_BITS) {
        const value = values?.[row] ?? Number.NaN;
        if (Number.isNaN(value)) isMissed = 1;
        else take(cell, value, Number.isFinite(value) ? null : exactAt(view, index, row));
      }
      (untold[cell] as number) += isMissed;
      missed[at] = isMissed;
      anyMissed |= isMissed;
    }
    return anyMissed !== 0;
  };
}
