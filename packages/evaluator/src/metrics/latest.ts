/** `latest FIELD`: the value of the newest row (made in `newest/`, which is handed in). */

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
