/** Cells as ranges of bytes, with the quick ways to read whole columns of them. */
import type { RowList } from "../columns/table-reader.ts";

/** A batch of rows whose cells stand in one buffer. */
export interface CellRanges {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** Start and end of each cell, `stride` numbers per row; a missing cell is an empty range. */
  readonly bounds: Int32Array;
  readonly stride: number;
  /** What each cell is, at half of its place in `bounds`; null where all are text. */
  readonly kinds: Uint8Array | null;
}

/** Kinds of a cell. Only JSON has other cells than text. */
export const TEXT = 0;
export const NUMBER = 1;
export const TRUE = 2;
export const FALSE = 3;
export const NESTED = 4;

/**
 * Writes the numbers of one field's cells into its column; rows whose cell it does not know for sure it leaves to
 * the field's own reader. It must never write anything else than that reader would.
 *
 * Each filler is a loop of its own over the rows, even where two look alike: a loop that calls what it is given is
 * several times slower than one whose calls are known.
 */
export type ColumnFiller = (cells: CellRanges, column: Float64Array, left: RowList) => void;

/** How missing cells of a field are told and treated. */
export interface MissingRule {
  readonly optional: boolean;
  /** Spellings beside the empty cell, as bytes. */
  readonly spellings: readonly Uint8Array[];
  /** 1 at the first byte of each spelling: a cell that starts with another byte is not missing. */
  readonly firsts: Uint8Array;
}

/**
 * Deals with a cell that may be missing, as it is empty or starts like a spelling: true where it is, and then either
 * NaN stands in the column or the row is left.
 */
export function passMissing(
  { bytes, bounds, kinds }: CellRanges,
  row: number,
  bound: number,
  rule: MissingRule,
  column: Float64Array,
  left: RowList,
): boolean {
  const start = bounds[bound] as number;
  const end = bounds[bound + 1] as number;
  if (start < end && !isSpelling(bytes, start, end, rule.spellings)) return false;
  // What lists and objects are is for the plain path to say, and truth values too.
  const isCertain = start === end || kinds === null || (kinds[bound >> 1] as number) <= NUMBER;
  if (rule.optional && isCertain) column[row] = Number.NaN;
  else left.push(row);
  return true;
}

/** Do the bytes of a range spell one of these? */
export function isSpelling(
  bytes: Uint8Array,
  start: number,
  end: number,
  spellings: readonly Uint8Array[],
): boolean {
  return spellings.some((spelling) => {
    if (spelling.length !== end - start) return false;
    for (let at = 0; at < spelling.length; at += 1) if (spelling[at] !== bytes[start + at]) return false;
    return true;
  });
}
