/**
 * Three values as numbers that make the connectives plain: FALSE 0, UNDECIDED 1, TRUE 2, so that `and` is the smaller,
 * `or` the larger and `not` the mirror image. A comparison with a missing value is undecided (SPEC §2).
 */
export type Truth = 0 | 1 | 2;
export const FALSE = 0;
export const UNDECIDED = 1;
export const TRUE = 2;

/** A condition ready to be asked about the row at an index of the table's current columns. */
export type RowTest = (row: number) => Truth;

/** The columns that a table's closures read; the table moves it from chunk to chunk. */
export interface RowView {
  columns: readonly (Float64Array | null)[];
  big: ReadonlyMap<number, ReadonlyMap<number, bigint>> | null;
  /** Row of the partners table that belongs to the row in hand, or -1. */
  partnerRow: number;
}

/** A truth as two bits, of which `and` and `or` are those of the bits: false 00, undecided 01, true 11. */
export function truthBits(of: Truth): number {
  return of + (of >> 1);
}

export function truth(value: boolean): Truth {
  return value ? TRUE : FALSE;
}
