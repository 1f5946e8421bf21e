/** Counts rows in which some unit met something missing: each once per counter, in however many of its units. */
import { type Grid, grid } from "../metrics/grid.ts";
import type { Pass, RowCounter } from "./pass.ts";
import type { Placed } from "./placed-rows.ts";
import type { Unit } from "./unit-spec.ts";

export interface MissingRows {
  /** Counts a row in which this unit met something missing, if the counter has not counted it yet. */
  count(counter: RowCounter, row: number, cell: number): void;
  /** Finishes the units of the pass, some of which only now name their rows. */
  finishUnits(): void;
}

/** The missing rows of a pass whose units and counters are all made. */
export function missingRows({ units, counters }: Pass): MissingRows {
  // Only units that hold rows back may name a row again that another unit has named before.
  const holdsBack = units.some(({ spec }) => spec.countsAtMost !== null);
  const counted = new Map(counters.map((counter) => [counter, new Set<string>()]));
  function count(counter: RowCounter, row: number, cell: number): void {
    if (holdsBack) {
      const keys = counted.get(counter);
      const key = `${row} ${cell}`;
      if (keys === undefined || keys.has(key)) return;
      keys.add(key);
    }
    counter.missing.add(cell, 1);
    if (counter.groups !== null) gridOf(counter.groups.missing, counter.groups.of(row)).add(cell, 1);
  }
  const countersOf = (unit: Unit): readonly RowCounter[] =>
    counters.filter((counter) => counter.units.has(unit));
  return {
    count,
    finishUnits() {
      for (const unit of units) {
        const concerned = countersOf(unit);
        unit.finish((row, cell) => {
          for (const counter of concerned) count(counter, row, cell);
        });
      }
    },
  };
}

function gridOf(grids: Map<number | bigint, Grid>, value: number | bigint): Grid {
  const found = grids.get(value) ?? grid();
  grids.set(value, found);
  return found;
}

/** Gathers the rows in which some of a counter's units met something missing. */
export interface MissingMarks {
  /** Takes the marks of a unit that has just taken these rows. */
  take(placed: Placed): void;
  /** Counts the marked rows and forgets them. */
  count(missing: MissingRows): void;
}

/** The marks of a counter; all of its units take their rows from one list, or else from several. */
export function missingMarks(counter: RowCounter): MissingMarks {
  return counter.dates.length === 1 ? marksOfList(counter) : marksOfLists(counter);
}

function marksOfList(counter: RowCounter): MissingMarks {
  let marks = new Uint8Array(0);
  let marked: Placed | null = null;
  return {
    take(placed) {
      const { count, missed } = placed;
      if (marks.length < count) marks = new Uint8Array(missed.length);
      if (marked === null) marks.fill(0, 0, count);
      marked = placed;
      for (let at = 0; at < count; at += 1) marks[at] = (marks[at] as number) | (missed[at] as number);
    },
    count(missing) {
      if (marked === null) return;
      const { count, rows, cells } = marked;
      for (let at = 0; at < count; at += 1) {
        if (marks[at] === 1) missing.count(counter, rows[at] as number, cells[at] as number);
      }
      marked = null;
    },
  };
}

function marksOfLists(counter: RowCounter): MissingMarks {
  const marked = new Map<number, Set<number>>();
  return {
    take({ count, rows, cells, missed }) {
      for (let at = 0; at < count; at += 1) {
        if (missed[at] !== 1) continue;
        const row = rows[at] as number;
        const cellsOfRow = marked.get(row) ?? new Set<number>();
        marked.set(row, cellsOfRow.add(cells[at] as number));
      }
    },
    count(missing) {
      for (const [row, cells] of marked) for (const cell of cells) missing.count(counter, row, cell);
      marked.clear();
    },
  };
}
