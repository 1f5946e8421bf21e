/**
 * Runs the `test` declarations of an agreement: sample rows in, verdicts out, held against what is expected.
 *
 * A test replaces all data. What it gives is everything there is: a dataset it does not give is empty, and where the
 * agreement declares partners that the test does not list, every partner that it names exists, with nothing known
 * but the key. Only the standards that it names are judged (those that read a metric it names, too), by the same
 * evaluator as real data and with the same refusals. Without `as of`, the rows are judged at the first instant at
 * which the last expected period is final.
 *
 * The steps are files: `tested-part` finds the standards, `fields-read` what they read, `given-rows` fills in what
 * the tables leave out, `given-sources` hands rows and sample files to the evaluator, `expectations` compares.
 * Reading a sample file is the caller's work; nothing here touches the disk.
 */
import { type Bundle, type JudgeResult, judge, zoneClock } from "@tenet-lang/evaluator";
import { patternEngine } from "@tenet-lang/evaluator/patterns";
import type { ExpectModel, Model, TestModel } from "../check/model.ts";
import { expectedText, holdAgainst } from "./expectations.ts";
import { type FieldsRead, fieldsRead } from "./fields-read.ts";
import { givenRows } from "./given-rows.ts";
import { givenSources, type ReadSample } from "./given-sources.ts";
import { defaultAsOf } from "./periods.ts";
import type { ExpectationResult, TestProblem, TestReport, TestResult } from "./test-report.ts";
import { type TestedPart, testedPart } from "./tested-part.ts";

export type { ReadSample } from "./given-sources.ts";
export type { ExpectationResult, TestProblem, TestReport, TestResult } from "./test-report.ts";

/**
 * Runs all tests of a checked agreement. `bundle` is the compiled model; `readSample` gives the bytes of a sample
 * file by its path relative to the agreement's folder, or null where there is none.
 */
export function runTests(model: Model, bundle: Bundle, readSample: ReadSample): TestReport {
  const tests = model.tests.map((test) => runTest(model, bundle, test, readSample));
  const passed = tests.filter((test) => test.passed).length;
  return { tests, passed, failed: tests.length - passed };
}

function runTest(model: Model, bundle: Bundle, test: TestModel, readSample: ReadSample): TestResult {
  const part = testedPart(model, bundle, test);
  const clock = zoneClock(bundle.zone);
  const read = fieldsRead(part);
  const asOf = test.asOf ?? defaultAsOf(test, part, clock);
  const given = givenRows({ test, part, read, clock });
  const { sources, problems: unread } = givenSources(test, part.bundle, given.rows, readSample);
  const unready = [...given.problems, ...unknownPartners(test, part, read), ...unread];
  if (unready.length > 0) return resultOf(test, asOf, untried(test), unready);
  const judged = judge(part.bundle, sources, { asOf, patterns: patternEngine });
  // Every source above is there at once, so the evaluator has no reason to make anyone wait.
  if ("then" in judged) return resultOf(test, asOf, untried(test), [asTestProblem(test, "the rows were not there yet")]);
  const problems = problemsOf(test, judged);
  const expectations =
    problems.length > 0 ? untried(test) : test.expects.map((expect) => expectationOf(expect, part, judged.verdicts));
  return resultOf(test, asOf, expectations, problems);
}

function resultOf(
  test: TestModel,
  asOf: string,
  expectations: readonly ExpectationResult[],
  problems: readonly TestProblem[],
): TestResult {
  const { name, label, origin } = test;
  const passed = problems.length === 0 && expectations.every((expectation) => expectation.passed);
  return { name, label, origin, passed, asOf, expectations, problems };
}

function untried(test: TestModel): readonly ExpectationResult[] {
  return test.expects.map((expect) => ({
    origin: expect.origin,
    passed: false,
    expected: expectedText(expect),
    actual: "not tried",
    reasons: [],
  }));
}

function expectationOf(
  expect: ExpectModel,
  part: TestedPart,
  verdicts: JudgeResult["verdicts"],
): ExpectationResult {
  const deciding = part.decidedBy(expect).map(({ name }) => name);
  return { origin: expect.origin, expected: expectedText(expect), ...holdAgainst(expect, deciding, verdicts) };
}

/** Where the test lists no partners but its standards read what only a list can say. */
function unknownPartners(test: TestModel, { bundle }: TestedPart, read: FieldsRead): readonly TestProblem[] {
  const { partners } = bundle;
  if (partners === null || test.given.some(({ dataset }) => dataset === "partners")) return [];
  const known = [partners.key, partners.active?.from, partners.active?.until];
  const asked = partners.fields.filter(
    ({ name, optional }) => !optional && !known.includes(name) && read.get("partners")?.has(name) === true,
  );
  if (asked.length === 0) return [];
  const names = asked.map(({ name }) => `\`${name}\``).join(", ");
  return [asTestProblem(test, `write \`given partners\` with ${names}: the tested standards read it`)];
}

function asTestProblem({ origin }: TestModel, message: string): TestProblem {
  return { message, file: origin.file, line: origin.line };
}

/** Data errors, each at its line; a problem of the run only where no data error explains it. */
function problemsOf(test: TestModel, { data, problems }: JudgeResult): readonly TestProblem[] {
  const errors = data.flatMap((summary) => summary.errors);
  if (errors.length === 0) return problems.map(({ message }) => asTestProblem(test, message));
  return errors.map(({ source, row, column, message }) => ({
    message: column === null ? message : `\`${column}\`: ${message}`,
    file: source,
    line: row,
  }));
}
