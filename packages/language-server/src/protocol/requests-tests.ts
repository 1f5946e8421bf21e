/** `tenet/tests` and `tenet/runTests`: the tests that stand in agreements. Plain JSON both ways. */
import type { Location, Range, TextDocumentIdentifier } from "vscode-languageserver";

/** The tests of one file. */
export interface TestsParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface ListedTest {
  readonly name: string;
  readonly label: string;
  /** The whole declaration. */
  readonly range: Range;
  /** Its name. */
  readonly nameRange: Range;
}

/** Runs tests of one file; all of them where none is named. */
export interface RunTestsParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly names: readonly string[] | null;
}

export interface TestRun {
  /** Why nothing could be run; null where it was. */
  readonly obstacle: string | null;
  readonly tests: readonly RanTest[];
  /** What these tests tried of the agreement's standards. */
  readonly coverage: readonly CoveredStandard[];
}

export interface RanTest {
  readonly name: string;
  readonly passed: boolean;
  /** Expectations that do not hold, and what is wrong with the data. */
  readonly failures: readonly TestFailure[];
}

export interface TestFailure {
  readonly message: string;
  /** Null where something other than an expectation failed. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly location: Location | null;
}

/** A standard, and the rows of its limits: each is a branch of what it can say. */
export interface CoveredStandard {
  readonly name: string;
  readonly location: Location;
  /** How many verdicts on it were expected. */
  readonly verdicts: number;
  readonly limits: readonly CoveredLimit[];
}

export interface CoveredLimit {
  readonly location: Location;
  readonly met: number;
  readonly missed: number;
}
