/**
 * How the `test` declarations of a case's text fare (SPEC §3.12): the case's `expect.tests`, one for each.
 *
 * Running tests is the language's work, on the memory runtime; nothing else of such a case is judged.
 */

import type { Bundle } from "@tenet-lang/evaluator/all";
import { type Model, runTests, type TestResult } from "@tenet-lang/language";
import { expect } from "vitest";
import type { ExpectedTest, OtherFiles } from "./case-file.ts";

export function compareTests(
  expected: readonly ExpectedTest[],
  model: Model,
  bundle: Bundle,
  files: OtherFiles,
): void {
  const { tests } = runTests(model, bundle, (path) => bytesOf(files[path]));
  expect(tests.map(({ name }) => name)).toEqual(expected.map(({ test }) => test));
  for (const [index, wanted] of expected.entries()) {
    const result = tests[index];
    if (result !== undefined) expect(facts(result, wanted), wanted.test).toEqual(wanted);
  }
}

const bytesOf = (text: string | undefined): Uint8Array | null =>
  text === undefined ? null : new TextEncoder().encode(text);

/** What is asked of a test, as it was found. */
function facts(
  { name, passed, asOf, expectations, problems, origin }: TestResult,
  wanted: ExpectedTest,
): object {
  const all: Required<ExpectedTest> = {
    test: name,
    passed,
    asOf,
    holds: expectations.map((one) => one.passed),
    actual: expectations.map((one) => one.actual),
    wrongLines: problems.map(({ line }) => (line === null ? null : line - origin.line + 1)),
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in wanted));
}
