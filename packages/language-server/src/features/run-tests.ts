/** Runs the tests of a file, and says what they tried of the standards. */
import type { Bundle, Verdict } from "@tenet-lang/evaluator";
import { coverageOf, type Model, runTests, type TestResult } from "@tenet-lang/language";
import type { Location } from "vscode-languageserver";
import type { ModelContext } from "../analysis/phase.ts";
import { locationOf, pathBeside } from "../data/origins.ts";
import { readBeside } from "../data/sources.ts";
import type {
  CoveredStandard,
  RanTest,
  RunTestsParams,
  TestFailure,
  TestRun,
} from "../protocol/requests-tests.ts";
import { feature } from "./feature.ts";

export const runTestsOfFile = feature<"model", RunTestsParams, TestRun>({
  method: "tenet/runTests",
  needs: "model",
  otherwise: nothingRun("the file is not known"),
  capabilities: {},
  answer: async (context, { names }) => {
    const { analysed, analysis } = context;
    const { bundle } = await analysis.compiled(analysed);
    const { model } = analysed;
    if (!context.isTrusted) return nothingRun("tests run only in folders that you trust");
    if (model === null || bundle === null) return nothingRun(obstacleOf(context));
    return ranIn(context, model, bundle, names);
  },
});

function nothingRun(obstacle: string): TestRun {
  return { obstacle, tests: [], coverage: [] };
}

/** Why nothing can be run in an agreement that has no bundle. */
export function obstacleOf({ analysed: { diagnostics } }: ModelContext): string {
  const error = diagnostics.find(({ severity }) => severity === "error");
  return error === undefined
    ? "no agreement uses this file, so there is nothing to test it in"
    : `the agreement has a mistake: ${error.message}`;
}

async function ranIn(
  context: ModelContext,
  model: Model,
  bundle: Bundle,
  names: readonly string[] | null,
): Promise<TestRun> {
  const asked = testsOfFile(context, model).filter((name) => names === null || names.includes(name));
  const samples = await samplesOf(context, model, new Set(asked));
  const verdicts: Verdict[] = [];
  const report = runTests(model, bundle, (path) => samples.get(path) ?? null, {
    only: new Set(asked),
    onExpected: (verdict) => verdicts.push(verdict),
  });
  return {
    obstacle: null,
    tests: report.tests.map((result) => ranTest(context, result)),
    coverage: coverageOf(model, verdicts).flatMap((tried) => covered(context, tried)),
  };
}

/** An agreement may have tests in several files; those of the others are asked for with their own. */
export function testsOfFile({ analysed, file }: ModelContext, { tests }: Model): readonly string[] {
  return tests
    .filter(({ origin }) => pathBeside(analysed, origin.file) === file.path)
    .map(({ name }) => name);
}

/** Sample files, read before the tests run: they wait for nothing. */
export async function samplesOf(
  { host, analysed }: ModelContext,
  { tests }: Model,
  asked: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const { name, given } of tests)
    for (const { source, origin } of given) {
      if (source === null || !asked.has(name)) continue;
      const path = [...origin.file.split("/").slice(0, -1), source].join("/");
      const bytes = await readBeside(host, analysed, path);
      if (bytes !== null) found.set(path, bytes);
    }
  return found;
}

/** How a test ended, for people. */
export function ranTest(
  context: ModelContext,
  { name, passed, expectations, problems }: TestResult,
): RanTest {
  const failed = expectations.filter((expectation) => !expectation.passed && problems.length === 0);
  const failures: TestFailure[] = [
    ...problems.map(({ message, file, line }) => ({
      message,
      expected: null,
      actual: null,
      location: line === null ? null : placeOf(context, { file, line }),
    })),
    ...failed.map(({ origin, expected, actual, reasons }) => ({
      message: [`expected ${expected}, found ${actual}`, ...reasons].join("\n"),
      expected,
      actual,
      location: placeOf(context, origin),
    })),
  ];
  return { name, passed, failures };
}

function covered(
  context: ModelContext,
  { name, origin, verdicts, limits }: ReturnType<typeof coverageOf>[number],
): readonly CoveredStandard[] {
  const location = placeOf(context, origin);
  if (location === null) return [];
  const rows = limits.flatMap(({ origin: place, met, missed }) => {
    const at = placeOf(context, place);
    return at === null ? [] : [{ location: at, met, missed }];
  });
  return [{ name, location, verdicts, limits: rows }];
}

function placeOf(
  { analysed, uriOf }: ModelContext,
  origin: { readonly file: string; readonly line: number },
): Location | null {
  return locationOf(analysed, origin, uriOf);
}
