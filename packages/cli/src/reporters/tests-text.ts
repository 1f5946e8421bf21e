/** Test results for people: every test by its label; of those that failed, what was expected and what was found. */
import { inert } from "./inert.ts";
import { hanging } from "./layout.ts";
import type { View } from "./palette.ts";
import type { TestExpectation, TestedFile, TestProblem, TestResult } from "./tested.ts";
import { count } from "./words.ts";

/** The report. */
export function testsText(files: readonly TestedFile[], view: View): string {
  const blocks = files.map((file) =>
    [
      view.palette.heading(inert(file.path)),
      ...(file.report.tests.length === 0 ? [view.palette.quiet("  no tests")] : []),
      ...file.report.tests.flatMap((test) => testLines(test, file, view)),
    ].join("\n"),
  );
  return `${[...blocks, summary(files, view)].join("\n\n")}\n`;
}

function testLines(test: TestResult, file: TestedFile, view: View): readonly string[] {
  const { palette } = view;
  const label = inert(test.label);
  if (test.passed) return [`  ${palette.good("✓")} ${label}`];
  const failed = test.problems.length > 0 ? [] : test.expectations.filter(({ passed }) => !passed);
  const place = inert(`${file.pathOf(test.origin.file)}:${test.origin.line}`);
  return [
    `  ${palette.bad("✗")} ${palette.heading(label)}  ${palette.quiet(place)}`,
    ...test.problems.flatMap((problem) =>
      hanging("      ! ", inert(problemWords(problem, file)), view.width),
    ),
    ...failed.flatMap((expectation) => expectationLines(expectation, file, view)),
  ];
}

/** `samples/january.csv:12: …`: what was wrong with the data of a test. */
export function problemWords({ file, line, message }: TestProblem, { pathOf }: TestedFile): string {
  return `${pathOf(file)}${line === null ? "" : `:${line}`}: ${message}`;
}

function expectationLines(
  { origin, expected, actual, reasons }: TestExpectation,
  file: TestedFile,
  view: View,
): readonly string[] {
  const { palette, width } = view;
  const place = inert(`${file.pathOf(origin.file)}:${origin.line}`);
  return [
    ...hanging("    ", inert(origin.text), width),
    `      ${palette.quiet(place)}`,
    ...hanging("      expected ", inert(expected), width).map((line) => palette.good(line)),
    ...hanging("      found    ", inert(actual), width).map((line) => palette.bad(line)),
    ...reasons.flatMap((reason) => hanging("      - ", inert(reason), width)),
  ];
}

function summary(files: readonly TestedFile[], { palette }: View): string {
  const passed = files.reduce((sum, { report }) => sum + report.passed, 0);
  const failed = files.reduce((sum, { report }) => sum + report.failed, 0);
  const parts = [
    ...(failed > 0 ? [palette.bad(`${failed} failed`)] : []),
    ...(passed > 0 ? [palette.good(`${passed} passed`)] : []),
  ];
  return `${count(passed + failed, "test")}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
}
