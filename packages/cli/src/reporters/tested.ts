/** The tests of one agreement file, as the reports take them. */
import type { TestReport } from "@tenet-lang/language";

/** An agreement with its results. */
export interface TestedFile {
  /** Path of the agreement, as the reader of the report would write it. */
  readonly path: string;
  readonly report: TestReport;
  /** Path of a file of the agreement, likewise; the report names it relative to the agreement's folder. */
  readonly pathOf: (file: string) => string;
}

/** One `test` declaration. */
export type TestResult = TestReport["tests"][number];
/** One `expect` sentence. */
export type TestExpectation = TestResult["expectations"][number];
/** Something wrong with the data of a test. */
export type TestProblem = TestResult["problems"][number];
