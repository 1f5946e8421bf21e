/**
 * `latest FIELD`: the value of the newest row.
 *
 * Rows that share an instant are ordered by the dataset's second key. Where that leaves the newest rows tied with
 * different values, no value can be named, and the cell reports the tie as a data error would (SPEC §3.2, §3.5).
 */

export interface LatestAggregate {
  /** `date` orders rows, `second` those of one date (NaN where there is none); `line` names the row in a tie. */
  add(cell: number, row: LatestRow): void;
  /** The newest row with a value; null if there is none. */
  finish(cell: number): LatestRow | null;
  /** Two newest rows with different values, in file order; null where there is no such tie. */
  tie(cell: number): readonly [LatestRow, LatestRow] | null;
}

export interface LatestRow {
  readonly date: number;
  readonly second: number;
  readonly value: number;
  readonly big: bigint | null;
  readonly line: number;
}

export function latestAggregate(): LatestAggregate {
  const newest = new Map<number, LatestRow>();
  const ties = new Map<number, readonly [LatestRow, LatestRow]>();
  return {
    add(cell, row) {
      const held = newest.get(cell);
      const order = held === undefined ? 1 : row.date - held.date || compareSecond(row.second, held.second);
      if (order > 0 || held === undefined) {
        newest.set(cell, row);
        ties.delete(cell);
      } else if (order === 0 && (row.value !== held.value || row.big !== held.big)) {
        ties.set(cell, held.line < row.line ? [held, row] : [row, held]);
      }
    },
    finish: (cell) => newest.get(cell) ?? null,
    tie: (cell) => ties.get(cell) ?? null,
  };
}

/** A missing second key orders before any given one. */
function compareSecond(a: number, b: number): number {
  const [left, right] = [
    Number.isNaN(a) ? Number.NEGATIVE_INFINITY : a,
    Number.isNaN(b) ? Number.NEGATIVE_INFINITY : b,
  ];
  return left === right ? 0 : left - right;
}
