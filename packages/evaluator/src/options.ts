/** What the evaluator is given beside the bundle. */
import type { Bundle } from "./bundle/rule.ts";
import type { ChunkSource } from "./columns/chunk.ts";
import type { FormEngine } from "./columns/time-cell.ts";
import type { Decided } from "./explain/decided.ts";
import type { ConsequenceEngine } from "./judge/judged.ts";
import type { NewestEngine } from "./judge/newest-engine.ts";
import type { Verdict } from "./judge/result.ts";
import type { TermEngine } from "./judge/terms.ts";
import type { ClockEngine } from "./measure/clock-engine.ts";
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
  /**
   * Needed where a program's own rows have dates or durations in a written form: `formEngine` of
   * `@tenet-lang/evaluator/forms`. Files bring it with them.
   */
  readonly forms?: FormEngine;
  /** Needed where the agreement has clocks or calendars: `clockEngine` of `@tenet-lang/evaluator/clocks`. */
  readonly clocks?: ClockEngine;
  /** Needed where the agreement has consequences: `consequenceEngine` of `@tenet-lang/evaluator/consequences`. */
  readonly consequences?: ConsequenceEngine;
  /**
   * Needed where the agreement asks which rows are newest (`over latest`, `counts at most`, `latest FIELD`):
   * `newestEngine` of `@tenet-lang/evaluator/newest`.
   */
  readonly newest?: NewestEngine;
  /**
   * Needed where the agreement has relative limits, confidence, ramp-ups, attestations or duties: `termEngine` of
   * `@tenet-lang/evaluator/terms`.
   */
  readonly terms?: TermEngine;
  /** Give verdicts for this partner only. */
  readonly partner?: string;
  /** Judge this standard, attestation or duty only. */
  readonly standard?: string;
  /** Data errors listed per dataset; 100 by default. All are counted. */
  readonly maxErrors?: number;
  /** Is told of every verdict of a standard how it came about, when the verdicts are made. */
  readonly onDecided?: (verdict: Verdict, decided: Decided) => void;
}

/** May rows with errors be set aside? */
export function isTolerant({ tolerateBadRows = 0 }: JudgeOptions): boolean {
  return tolerateBadRows > 0;
}

/** Names of the standards to measure; null: all. A duty whose miss counts as that of the standard may read others. */
export function standardsOf({ duties }: Bundle, { standard }: JudgeOptions): ReadonlySet<string> | null {
  if (standard === undefined) return null;
  const concerned = duties.filter(({ name, missedCounts }) => name === standard || missedCounts === standard);
  return new Set([standard, ...concerned.flatMap(({ when }) => when?.verdicts ?? [])]);
}
