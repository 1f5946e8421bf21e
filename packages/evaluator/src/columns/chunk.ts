/**
 * Rows as typed columns.
 *
 * Whatever the rows came from (CSV bytes, NDJSON, objects of the embedding program), the evaluator sees *chunks*: a
 * few thousand rows of one dataset, one `Float64Array` per field. Every type has one number for a value and NaN for
 * a missing one, so that conditions and aggregates are plain loops over numbers:
 *
 * | type | number |
 * |---|---|
 * | text | code in the run's `TextPool` (equal text, equal code, in all datasets) |
 * | one_of | index of the member |
 * | yes_no | 1 or 0 |
 * | number, total, money | whole number at the field's scale (declared decimals or 6; the currency's minor units) |
 * | duration | microseconds |
 * | date | days since 1970-01-01 |
 * | timestamp | microseconds since 1970-01-01T00:00Z |
 * | days | whole days |
 *
 * A whole number that passes 2^53 stands in `big` under its column and row, and its cell holds ±Infinity, so that
 * nothing is ever rounded. A *source* gives the chunks of one dataset when it is opened with the plan it must obey;
 * it counts and reports what it set aside. This folder reads cells; it opens no file and knows no metric.
 */
import type { DatasetPlan, FieldPlan } from "../bundle/table-plan.ts";
import type { BusinessCalendar } from "../time/business.ts";
import type { ZoneClock } from "../time/zone.ts";
import type { DataError } from "./data-error.ts";
import type { FormEngine } from "./time-cell.ts";

export type { DataError } from "./data-error.ts";

export interface Chunk {
  readonly length: number;
  /** One per field of the table plan, in its order; null where the field was not asked for. */
  readonly columns: readonly (Float64Array | null)[];
  /** Line (1-based) of the file where each row starts, or its row number where there are no lines. */
  readonly lines: Float64Array;
  /** Column index → row index → exact value, for cells that hold ±Infinity; null where there is none. */
  readonly big: ReadonlyMap<number, ReadonlyMap<number, bigint>> | null;
}

/** Text ↔ code, shared by all datasets of a run. Codes count up from 0. */
export interface TextPool {
  code(text: string): number;
  /** The code of a text that stands as UTF-8 in a range of bytes, which must be valid. */
  codeOfBytes(bytes: Uint8Array, start: number, end: number): number;
  /** The code of a text that was seen, or -1. */
  find(text: string): number;
  text(code: number): string;
  readonly size: number;
}

/** What a source must obey: the part of a dataset (or of the partners) that concerns reading. */
export interface TablePlan {
  readonly name: string;
  readonly fields: readonly FieldPlan[];
  readonly missing: readonly string[];
  readonly duplicatesOnce: boolean;
  /** Whose the rows are; partners are their own. */
  readonly partner?: DatasetPlan["partner"];
}

export interface ReadContext {
  readonly plan: TablePlan;
  /** Per field: must its column be filled? Cells of other fields are still checked. */
  readonly needed: readonly boolean[];
  readonly pool: TextPool;
  readonly zone: ZoneClock;
  /** Calendars in which business days are counted while a row is read; null for those that depend on its partner. */
  readonly calendars?: (name: string) => BusinessCalendar | null;
  /** What reads written forms, where some field has one. */
  readonly forms?: FormEngine | null;
  /** How rows fared; the source adds to it while it reads. */
  readonly tally: ReadTally;
}

/** Counts kept by a source. `rows` counts every data row found, whatever became of it. */
export interface ReadTally {
  rows: number;
  /** Rows with at least one bad cell. */
  setAside: number;
  /** Codes of the partners that these rows name; NaN where they name none. */
  readonly setAsideOf: Set<number>;
  /** Exact duplicates dropped (`duplicates counted once`). */
  duplicates: number;
  skippedTimes: number;
  repeatedTimes: number;
  ignoredColumns: readonly string[];
  /** Errors kept for listing (at most `maxErrors`); `errorCount` counts all of them. */
  readonly errors: DataError[];
  errorCount: number;
  readonly maxErrors: number;
  /** The source cannot be read at all (no header, a declared column is missing, …): also counted as an error. */
  fatal: boolean;
}

/** Something that gives the rows of one dataset as chunks. A chunk may be reused by the source after the next is taken. */
export interface ChunkSource {
  readonly kind: "chunks";
  /** Shown in results and errors: the file's name as given. */
  readonly name: string;
  /** What reads the written forms of its dates and durations, where it brings that with it. */
  readonly forms?: FormEngine;
  /** Makes the pool that holds its texts best; a run takes that of its first source that has one. */
  readonly pool?: () => TextPool;
  open(context: ReadContext): Iterable<Chunk> | AsyncIterable<Chunk>;
}
