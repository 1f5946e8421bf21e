/** Test results as JUnit XML: an agreement is a suite, a `test` declaration a case. */
import { type Case, junitXml } from "./junit.ts";
import type { TestedFile, TestResult } from "./tested.ts";
import { problemWords } from "./tests-text.ts";

/** An expectation that does not hold is a failure; data that cannot be tried is an error. */
export function testsJunit(files: readonly TestedFile[]): string {
  return junitXml(
    files.map((file) => ({ name: file.path, cases: file.report.tests.map((test) => caseOf(test, file)) })),
  );
}

function caseOf(test: TestResult, file: TestedFile): Case {
  const base = { name: test.label, className: test.name };
  if (test.passed) return { ...base, outcome: "passed", message: "" };
  if (test.problems.length > 0) {
    const details = test.problems.map((problem) => problemWords(problem, file));
    return { ...base, outcome: "error", message: details[0] ?? "", details };
  }
  const failed = test.expectations.filter(({ passed }) => !passed);
  const details = failed.flatMap(({ origin, expected, actual, reasons }) => [
    `${file.pathOf(origin.file)}:${origin.line}: ${origin.text}`,
    `  expected ${expected}`,
    `  found    ${actual}`,
    ...reasons.map((reason) => `  - ${reason}`),
  ]);
  const [first] = failed;
  const message = first === undefined ? "failed" : `expected ${first.expected}, found ${first.actual}`;
  return { ...base, outcome: "failure", message, details };
}
