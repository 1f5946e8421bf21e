/** Counting of rows and errors while a source is read. */
import type { DataError, ReadTally } from "./chunk.ts";

/** A tally at zero that lists at most so many errors; all are counted. */
export function readTally(maxErrors: number): ReadTally {
  return {
    rows: 0,
    setAside: 0,
    setAsideOf: new Set(),
    duplicates: 0,
    skippedTimes: 0,
    repeatedTimes: 0,
    ignoredColumns: [],
    errors: [],
    errorCount: 0,
    maxErrors,
    fatal: false,
  };
}

/** Counts an error, and lists it while there is room. */
export function reportError(tally: ReadTally, error: DataError): void {
  tally.errorCount += 1;
  if (tally.errors.length < tally.maxErrors) tally.errors.push(error);
}

/** Counts an error after which the source cannot be read further. */
export function reportFatal(tally: ReadTally, error: DataError): void {
  tally.fatal = true;
  reportError(tally, error);
}
