/**
 * What the reference knows of a row, and of a case of a clock, which is a row too.
 */
import type { Value } from "./cells.ts";
import type { Stretch } from "./stretches.ts";

export interface Row {
  readonly dataset: string;
  /** Place in the file, from 1; only names the row, never orders it. */
  readonly line: number;
  readonly values: ReadonlyMap<string, Value | null>;
  /** Instant of its `dated` field (a date's first instant). */
  at: number | null;
  /** Of `dated A then B`, the value of B. */
  second: Value | null;
  partners: readonly string[];
  /** Of a case of a clock: what is known of it beyond its fields. */
  readonly facts: CaseFacts | null;
}

/** What is known of a case beyond its fields. */
export interface CaseFacts extends History, Terms {
  /** The row that gives it its fields. */
  readonly source: Row;
  /** May it stand in a share, and in `needs` (§3.4.25)? */
  readonly isDecided: boolean;
}

/** When a case ran. */
export interface History {
  readonly startedAt: number;
  /** Null while it runs, also again. */
  readonly stoppedAt: number | null;
  /** The stretches in which it ran and was not paused, up to the stop or to `as of`. */
  readonly active: readonly Stretch[];
  /** Is it paused at `as of`? */
  readonly isPaused: boolean;
}

/** What was agreed of a case, and how it stands. */
export interface Terms {
  /** Microseconds. */
  readonly elapsed: number;
  readonly dueAt: number | null;
  /** Null without `due`, or where its field is missing. */
  readonly overdue: number | null;
  readonly verdict: "met" | "missed" | "pending" | null;
  readonly isWarned: boolean;
}
