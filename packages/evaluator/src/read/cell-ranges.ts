/** Cells as ranges of bytes, with the quick ways to read whole columns of them. */
import type { RowList } from "../columns/table-reader.ts";

/** A batch of rows whose cells stand in one buffer. */
export interface CellRanges {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** Start and end of each cell, `stride` numbers per row; a missing cell is an empty range. */
  readonly bounds: Int32Array;
  readonly stride: number;
  /** What each cell is, `stride / 2` per row; null where all are text. */
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
 */
export type ColumnFiller = (cells: CellRanges, column: Float64Array, left: RowList) => void;

/** Spellings of a missing value, as bytes. The empty cell is not among them. */
export interface MissingSpellings {
  /** 1 at the first byte of each spelling. */
  readonly first: Uint8Array;
  readonly spellings: readonly Uint8Array[];
}

function isSpelledMissing(bytes: Uint8Array, start: number, end: number, missing: MissingSpellings): boolean {
  return missing.spellings.some((spelling) => {
    if (spelling.length !== end - start) return false;
    for (let at = 0; at < spelling.length; at += 1) if (spelling[at] !== bytes[start + at]) return false;
    return true;
  });
}

/** How a filler treats missing cells of its field. */
export interface MissingRule {
  readonly optional: boolean;
  readonly missing: MissingSpellings;
}

export const PRESENT = 0;
/** Missing, and may be. */
export const MISSING = 1;
/** Missing where it may not be, or a number of JSON that could be a spelling of missing: for the plain path. */
export const DOUBTFUL = 2;

/** Is the cell of a range missing? `cell` is its place among `kinds`. */
export function presenceOf(
  { bytes, kinds }: CellRanges,
  start: number,
  end: number,
  cell: number,
  { optional, missing }: MissingRule,
): number {
  if (start === end) return optional ? MISSING : DOUBTFUL;
  if (missing.first[bytes[start] as number] === 0 || !isSpelledMissing(bytes, start, end, missing))
    return PRESENT;
  return optional && (kinds === null || kinds[cell] === TEXT) ? MISSING : DOUBTFUL;
}
