/** `tenet/tests`, `tenet/runTests` and `tenet/steps`: the tests that stand in agreements. Plain JSON both ways. */
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

/** Runs one test of a file, and says step by step how it came to what it found. */
export interface StepsParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly name: string;
}

export interface TestSteps {
  /** Why nothing could be run; null where it was. */
  readonly obstacle: string | null;
  readonly label: string;
  /** The head of the test; null where there is no such test. */
  readonly location: Location | null;
  /** The instant up to which rows were read, on the clocks of the agreement's zone. */
  readonly readUpTo: string;
  /** How the test ended; null where nothing was run. */
  readonly outcome: RanTest | null;
  /** What the test expects, in the order written; none where something is wrong with its data. */
  readonly expectations: readonly ExpectationSteps[];
}

/** One expectation: the sentences that were read for it, the last of which is the test's own. */
export interface ExpectationSteps {
  /** `punctual for P1 in 2026-01` */
  readonly title: string;
  /** The declaration of which something is expected. */
  readonly location: Location;
  readonly steps: readonly DecisionStep[];
}

export interface DecisionStep {
  readonly location: Location;
  /** What was read there, in a sentence. */
  readonly says: string;
  /** The same in a word or two. */
  readonly short: string;
  readonly values: readonly NamedValue[];
}

/** `on_time` is `95%`. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  /** Is it known by that name from there on, and not only where it was read? */
  readonly lasts: boolean;
}
