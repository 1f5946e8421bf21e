/** What running an agreement's tests gives: plain data for reporters, with no rendering in it. */
import type { Origin } from "@tenet-lang/evaluator";

/** All tests of an agreement, in the order in which they are written. */
export interface TestReport {
  readonly tests: readonly TestResult[];
  /** Tests that passed, and tests that did not. */
  readonly passed: number;
  readonly failed: number;
}

/** One `test` declaration. */
export interface TestResult {
  readonly name: string;
  readonly label: string;
  readonly origin: Origin;
  /** Every expectation holds, and nothing was wrong with the data. */
  readonly passed: boolean;
  /** The instant up to which the rows were read, UTC: the one written, or the one worked out. */
  readonly asOf: string;
  readonly expectations: readonly ExpectationResult[];
  /** What was wrong with the given data; the expectations of such a test have not been tried. */
  readonly problems: readonly TestProblem[];
}

/** One `expect` sentence. */
export interface ExpectationResult {
  readonly origin: Origin;
  readonly passed: boolean;
  /** What is expected, and what was found, in the words of the language: `met`, `missed because on_time`, `94.5%`. */
  readonly expected: string;
  readonly actual: string;
  /** Why the verdict is what it is, from the verdict itself; empty where there is none. */
  readonly reasons: readonly string[];
}

/** Something that keeps a test from being run, or that the evaluator refused in its data. */
export interface TestProblem {
  readonly message: string;
  /** File of the agreement, or the sample file. */
  readonly file: string;
  /** Line of that file; null for the file as a whole. */
  readonly line: number | null;
}
