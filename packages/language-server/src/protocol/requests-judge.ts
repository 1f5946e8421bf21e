/** `tenet/judge`: an agreement judged on its data, as a matrix of verdicts. Plain JSON both ways. */
import type { Location, TextDocumentIdentifier } from "vscode-languageserver";

export interface JudgeParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Data is read up to this: an instant in UTC, or a date. */
  readonly asOf: string;
}

/** Everything that a scorecard shows. */
export interface Scorecard {
  readonly title: string;
  readonly version: string;
  /** The instant up to which data was read, UTC. */
  readonly asOf: string;
  /** The same for people: the date in the agreement's own time zone, before which data was read, or during which. */
  readonly day: string;
  /** Why nothing could be judged; there are no verdicts then. */
  readonly obstacles: readonly string[];
  readonly standards: readonly JudgedStandard[];
  /** Keys of partners in the order of the result. */
  readonly parties: readonly string[];
  readonly verdicts: readonly JudgedVerdict[];
}

export interface JudgedStandard {
  readonly name: string;
  readonly label: string;
}

export interface JudgedVerdict {
  readonly standard: string;
  readonly party: string;
  readonly period: string;
  /** First and last day of the period. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** `met`, `missed`, `not_enough_data` … */
  readonly verdict: string;
  /** What the data says so far, where the verdict is not final. */
  readonly soFar: string | null;
  readonly hasWarning: boolean;
  /** The value that decided, and what it was held against: `94.2%`, `on_time at least 95%`. */
  readonly value: string | null;
  readonly limit: string | null;
  /** `2 deliveries short`. */
  readonly distance: string | null;
  readonly reasons: readonly string[];
  /** The sentence that decided, else that of the standard. */
  readonly location: Location | null;
}
