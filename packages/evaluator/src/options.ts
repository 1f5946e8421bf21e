/** What the evaluator is given beside the bundle. */
import type { ChunkSource } from "./columns/chunk.ts";
import type { PatternEngine } from "./measure/conditions.ts";

/** Rows of one dataset: objects keyed by the file's column names, or a reader of `@tenet-lang/evaluator/read`. */
export type SyncSource = Iterable<object> | ChunkSource;
export type Source = SyncSource | AsyncIterable<object>;

export interface JudgeOptions {
  /** UTC instant up to which rows are read, `2026-03-01T00:00:00Z`. */
  readonly asOf: string;
  /** Rows with data errors that may be set aside; 0 by default: any data error stops the run. */
  readonly tolerateBadRows?: number;
  /** Needed where the agreement says `matches`: `patternEngine` of `@tenet-lang/evaluator/patterns`. */
  readonly patterns?: PatternEngine;
  /** Give verdicts for this partner only. */
  readonly partner?: string;
  /** Judge this standard only. */
  readonly standard?: string;
  /** Data errors listed per dataset; 100 by default. All are counted. */
  readonly maxErrors?: number;
}

/** May rows with errors be set aside? */
export function isTolerant({ tolerateBadRows = 0 }: JudgeOptions): boolean {
  return tolerateBadRows > 0;
}

/** Names of the standards to judge; null: all. */
export function standardsOf({ standard }: JudgeOptions): ReadonlySet<string> | null {
  return standard === undefined ? null : new Set([standard]);
}
