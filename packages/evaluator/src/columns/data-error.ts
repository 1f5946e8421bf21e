/** What could not be read, and why. */

/** A cell, row or file that could not be read. */
export interface DataError {
  /** `TEN4xxx`. */
  readonly code: string;
  readonly source: string;
  /** 1-based line of the file where the row starts, or row number for rows without lines; null for the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  /** The value as found, cut at 80 characters; null for a personal field. */
  readonly value: string | null;
  readonly message: string;
}
