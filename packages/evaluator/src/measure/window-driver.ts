/**
 * Rows into windows by their own dates.
 *
 * Rows come by the thousand. Each is placed first: in which windows of which party, by each date that some metric goes
 * by, and what the exclusions say. Then every unit takes all rows placed by its date at once, and last the rows in
 * which a unit met something missing are counted.
 */
import type { RangeOf } from "./date-ranges.ts";
import { type MissingMarks, type MissingRows, missingMarks, missingRows } from "./missing-rows.ts";
import { type Driver, firstEffect, type Pass, REMOVES, type RowCounter, type RowExclusion } from "./pass.ts";
import { PlacedRows } from "./placed-rows.ts";
import type { Unit } from "./unit-spec.ts";
import { forEachVisit, partnerFacer } from "./visits.ts";

/** A date that some metric of the pass goes by, and the windows of the row in hand. */
export interface DateVariant {
  readonly dated: string | null;
  readonly range: RangeOf;
  from: number;
  to: number;
}

/** Rows that are placed at a time. */
const ROWS = 4096;

/** Takes rows of a pass; `unitDates` are the places in `dates` of what its units go by. */
export function windowDriver(
  pass: Pass,
  removes: readonly RowExclusion[],
  dates: readonly DateVariant[],
  unitDates: readonly number[],
): Driver {
  const { table } = pass;
  const width = pass.windows.occasions.length;
  const face = partnerFacer(table);
  const faceCell = (cell: number): void => face(Math.floor(cell / width));
  let taking: Taking | null = null;

  function take(from: number, to: number): void {
    taking ??= takingOf(pass, unitDates);
    const { lists, units, counters, missing } = taking;
    for (const list of lists) list.rows.clear(from, to);
    const placeRow = rowPlacer(pass, removes, dates, lists, face);
    forEachVisit(table, from, to, placeRow);
    for (const { counter, list } of counters) countUsed(counter, list.rows);
    for (const { unit, list, marks } of units) {
      if (list.rows.count === 0 || !unit.addAll(list.rows, faceCell)) continue;
      for (const mark of marks) mark.take(list.rows);
    }
    for (const { marks } of counters) marks.count(missing);
  }
  return {
    take(length) {
      for (let from = 0; from < length; from += ROWS) take(from, Math.min(from + ROWS, length));
    },
    finish() {
      (taking?.missing ?? missingRows(pass)).finishUnits();
    },
  };
}

/** Rows placed by one date, or once each by several. */
interface List {
  readonly dates: readonly number[];
  readonly rows: PlacedRows;
}

/** Who takes which list; known once all units and counters are made. */
interface Taking {
  readonly lists: readonly List[];
  readonly units: readonly {
    readonly unit: Unit;
    readonly list: List;
    readonly marks: readonly MissingMarks[];
  }[];
  readonly counters: readonly {
    readonly counter: RowCounter;
    readonly list: List;
    readonly marks: MissingMarks;
  }[];
  readonly missing: MissingRows;
}

function takingOf(pass: Pass, unitDates: readonly number[]): Taking {
  const lists = new Map<string, List>();
  const listOf = (dates: readonly number[]): List => {
    const list = lists.get(dates.join()) ?? { dates, rows: new PlacedRows() };
    lists.set(dates.join(), list);
    return list;
  };
  const counters = pass.counters.map((counter) => ({
    counter,
    list: listOf([...counter.dates].sort((a, b) => a - b)),
    marks: missingMarks(counter),
  }));
  const units = pass.units.map((unit, index) => ({
    unit,
    list: listOf([unitDates[index] ?? 0]),
    marks: counters.filter(({ counter }) => counter.units.has(unit)).map(({ marks }) => marks),
  }));
  return { lists: [...lists.values()], units, counters, missing: missingRows(pass) };
}

/** Places a row for a party in every list, unless an exclusion removes it. */
function rowPlacer(
  { counters, windows }: Pass,
  removes: readonly RowExclusion[],
  dates: readonly DateVariant[],
  lists: readonly List[],
  face: (party: number) => void,
): (row: number, party: number) => void {
  const width = windows.occasions.length;
  function findWindows(row: number, party: number): { readonly first: number; readonly last: number } {
    let [first, last] = [width, 0];
    for (const variant of dates) {
      const { from, to } = variant.range(row, party);
      variant.from = from;
      variant.to = to;
      if (from >= to) continue;
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
    return { first, last };
  }
  const isIn = (window: number, date: number): boolean => {
    const variant = dates[date];
    return variant !== undefined && window >= variant.from && window < variant.to;
  };
  function isRemoved(row: number, party: number, first: number, last: number): boolean {
    face(party);
    const verdict = firstEffect(removes, row, party);
    if (verdict === null) return false;
    const of = verdict.effect === REMOVES ? "excluded" : "unproven";
    for (const counter of counters) {
      for (let window = first; window < last; window += 1) {
        if (counter.dates.some((date) => isIn(window, date)))
          counter[of][verdict.by]?.add(party * width + window, 1);
      }
    }
    return verdict.effect === REMOVES;
  }
  function placeByOne(row: number, party: number): void {
    const [variant] = dates;
    const [list] = lists;
    if (variant === undefined || list === undefined) return;
    const { from, to } = variant.range(row, party);
    variant.from = from;
    variant.to = to;
    if (from >= to || (removes.length > 0 && isRemoved(row, party, from, to))) return;
    for (let window = from; window < to; window += 1) list.rows.add(row, party * width + window);
  }
  function placeBySeveral(row: number, party: number): void {
    const { first, last } = findWindows(row, party);
    if (first >= last || (removes.length > 0 && isRemoved(row, party, first, last))) return;
    for (const list of lists) {
      for (let window = first; window < last; window += 1) {
        if (list.dates.some((date) => isIn(window, date))) list.rows.add(row, party * width + window);
      }
    }
  }
  return dates.length === 1 ? placeByOne : placeBySeveral;
}

function countUsed({ used }: RowCounter, { count, cells, reach }: PlacedRows): void {
  const values = used.values(reach);
  for (let at = 0; at < count; at += 1) {
    const cell = cells[at] as number;
    values[cell] = (values[cell] as number) + 1;
  }
}
