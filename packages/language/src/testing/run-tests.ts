/**
 * Runs the `test` declarations of an agreement: sample rows in, verdicts out, held against what is expected.
 *
 * A test replaces all data: what it gives is everything there is, and a dataset it does not give is empty. Where it
 * lists no partners, they are the ones that it names after `for` or that its rows name, always active, with nothing
 * known but the key. Only that of which a verdict or finding is expected is judged, with what it reads, by the same
 * evaluator as real data and with the same refusals; metrics of which a value is expected are measured over the period
 * itself. Without `as of`, rows are read up to the first instant at which all that is expected is final and due.
 *
 * The steps are files: `tested-part` finds the standards and metrics, `fields-read` what they read, `given-rows` fills
 * in what the tables leave out, `given-sources` hands rows and sample files to the evaluator, `expectations` compares.
 * Reading a sample file is the caller's work; nothing here touches the disk.
 */
import {
  type Bundle,
  type Decided,
  type Finding,
  formatInstant,
  type JudgeOptions,
  type JudgeResult,
  judge,
  type MetricPlan,
  type PartyKind,
  parseDay,
  parseInstant,
  type Verdict,
  type ZoneClock,
  zoneClock,
} from "@tenet-lang/evaluator/all";
import type { ExpectModel, Model, TestModel } from "../check/model.ts";
import { expectedText, expectedVerdicts, holdAgainst, holdFinding } from "./expectations.ts";
import { type FieldsRead, fieldsRead } from "./fields-read.ts";
import { givenRows } from "./given-rows.ts";
import {
  givenSources,
  listsPartners,
  partnersNamed,
  type ReadSample,
  type Sources,
} from "./given-sources.ts";
import { type Found, laterInstant, type Reading } from "./later-instant.ts";
import { defaultAsOf } from "./periods.ts";
import { readsOf, withParts } from "./reads.ts";
import type { ExpectationResult, TestProblem, TestReport, TestResult } from "./test-report.ts";
import { measuringStandard, partyOf, testedPart } from "./tested-part.ts";

export type { ReadSample } from "./given-sources.ts";
export type { TestReport, TestResult } from "./test-report.ts";

/** Which tests, and who hears of what they find. */
export interface RunOptions {
  /** Names of tests; all of them without it. */
  readonly only?: ReadonlySet<string>;
  /** Is told every verdict that an expectation is about, whether it came as expected or not. */
  readonly onExpected?: (verdict: Verdict) => void;
  /** Is told of every expectation that was tried, in the order written. */
  readonly onTried?: (tried: Tried) => void;
}

/** An expectation, and everything that it was held against. */
export interface Tried {
  readonly test: TestModel;
  readonly expect: ExpectModel;
  readonly result: ExpectationResult;
  /**
   * What was found; null where nothing was. Where a value is expected, the verdict of the standard that does nothing
   * but measure it.
   */
  readonly found: Verdict | Finding | null;
  /** How a standard's verdict came about; null of all others. */
  readonly decided: Decided | null;
}

/**
 * Runs the tests of a checked agreement. `bundle` is the compiled model; `readSample` gives the bytes of a sample
 * file by its path relative to the agreement's folder, or null where there is none.
 */
export function runTests(
  model: Model,
  bundle: Bundle,
  readSample: ReadSample,
  { only, ...heard }: RunOptions = {},
): TestReport {
  const asked = model.tests.filter(({ name }) => only === undefined || only.has(name));
  const tests = asked.map((test) => runTest(model, bundle, test, readSample, heard));
  const passed = tests.filter((test) => test.passed).length;
  return { tests, passed, failed: tests.length - passed };
}

function runTest(
  model: Model,
  bundle: Bundle,
  test: TestModel,
  readSample: ReadSample,
  { onExpected, onTried }: Pick<RunOptions, "onExpected" | "onTried">,
): TestResult {
  const part = testedPart(model, bundle, test);
  const clock = zoneClock(bundle.zone);
  const read = fieldsRead(part, part.judged ?? bundle);
  const metricsOf = (expect: ExpectModel): readonly MetricPlan[] => decidingMetrics(expect, model);
  const asOf = test.asOf ?? defaultAsOf(test, model, metricsOf, clock);
  const metricDates = new Set(part.metrics.flatMap(({ dated }) => (dated === null ? [] : [dated])));
  const given = givenRows({ test, bundle, read, metricDates, clock });
  const { sources, problems: unread } = givenSources(test, bundle, given.rows, readSample);
  const unready = [...given.problems, ...unknownPartners(test, bundle, read), ...unread];
  if (unready.length > 0) return resultOf(test, asOf, untried(test), unready);
  const keys = namedPartners(test, bundle);
  const decided = new Map<Verdict, Decided>();
  const options =
    onTried === undefined ? {} : { onDecided: (...how: [Verdict, Decided]) => decided.set(...how) };
  const judgeAt = (tested: Bundle, at: string): Outcome =>
    outcomeOf(tested, test, sources, keys, { asOf: at, ...options });
  const later = (found: Outcome, at: string): string =>
    test.asOf === null ? laterInstant(test, found, readingOf(model), clock, at) : at;
  const judged = part.judged === null ? null : judgedInTime(part.judged, judgeAt, later, asOf);
  const at = judged?.asOf ?? asOf;
  const attested = part.attested === null ? [] : attestedAt(model, test, part.attested, judgeAt, clock);
  const measured = part.measured === null ? [] : [judgeAt(part.measured, at)];
  const results = [...(judged === null ? [] : [judged.outcome]), ...attested, ...measured];
  const problems = distinct(results.flatMap((result) => problemsOf(test, result)));
  const found = {
    verdicts: results.flatMap(({ verdicts }) => verdicts),
    findings: judged?.outcome.findings ?? [],
  };
  const tried =
    problems.length > 0 ? [] : test.expects.map((expect) => triedOf(test, expect, found, decided));
  const expectations = problems.length > 0 ? untried(test) : tried.map(({ result }) => result);
  for (const one of tried) onTried?.(one);
  if (onExpected !== undefined && problems.length === 0)
    for (const verdict of expectedVerdicts(test, found.verdicts)) onExpected(verdict);
  return resultOf(test, at, expectations, problems);
}

type JudgeAt = (tested: Bundle, at: string) => Outcome;

/** Judges, and again while what was found is due or final only later. */
function judgedInTime(
  tested: Bundle,
  judgeAt: JudgeAt,
  later: (found: Outcome, at: string) => string,
  first: string,
): { readonly outcome: Outcome; readonly asOf: string } {
  let asOf = first;
  for (;;) {
    const outcome = judgeAt(tested, asOf);
    const next = later(outcome, asOf);
    if (next === asOf) return { outcome, asOf };
    asOf = next;
  }
}

/** An attestation is judged at the first instant of the day that the expectation names, and never after `as of`. */
function attestedAt(
  { attestations }: Model,
  test: TestModel,
  tested: Bundle,
  judgeAt: JudgeAt,
  clock: ZoneClock,
): readonly Outcome[] {
  const expects = test.expects.filter(({ subject }) => attestations.some(({ name }) => name === subject));
  const last = test.asOf === null ? null : parseInstant(test.asOf);
  const instants = expects.flatMap(({ period }) => {
    const day = parseDay(period);
    return day === null ? [] : [Math.min(clock.startOfDay(day), last ?? Number.POSITIVE_INFINITY)];
  });
  return [...new Set(instants)].map((instant) => judgeAt(tested, formatInstant(instant)));
}

function decidingMetrics({ kind, subject }: ExpectModel, model: Model): readonly MetricPlan[] {
  return kind === "metric" ? withParts([subject], model.metrics) : readingOf(model).metricsOf(subject);
}

function readingOf(model: Model): Reading {
  return {
    namesOf: (name) => readsOf(model, [name]).names,
    metricsOf: (name) => withParts(readsOf(model, [name]).metrics, model.metrics),
  };
}

/** Partners that the test names after `for`. */
function namedPartners(test: TestModel, bundle: Bundle): ReadonlySet<string> {
  const ofBrand = new Set(
    judgedPlans(bundle).flatMap(({ name, party }) => (party === "brand" ? [name] : [])),
  );
  const isOfBrand = ({ kind, subject }: ExpectModel): boolean =>
    kind === "metric" ? partyOf(bundle, subject) === "brand" : ofBrand.has(subject);
  const withPartner = new Set(
    bundle.datasets.flatMap(({ name, partner }) => (partner === null ? [] : [name])),
  );
  return new Set([
    ...test.given.flatMap(({ dataset, partner }) =>
      partner === null || !withPartner.has(dataset) ? [] : [partner],
    ),
    ...test.expects.flatMap((expect) => (isOfBrand(expect) ? [] : [expect.party])),
  ]);
}

/** Everything that has verdicts or findings about a party. */
function judgedPlans(bundle: Bundle): readonly { readonly name: string; readonly party: PartyKind }[] {
  const { standards, attestations, duties, credits, bonuses } = bundle;
  const { points, escalations, ratchets, scorecards, tiers } = bundle;
  const facts = [...standards, ...attestations, ...duties];
  return [...facts, ...credits, ...bonuses, ...points, ...escalations, ...ratchets, ...scorecards, ...tiers];
}

/** Judges; where the test lists no partners, again with those that turn up in its rows, until none is new. */
function outcomeOf(
  bundle: Bundle,
  test: TestModel,
  sources: Sources,
  named: ReadonlySet<string>,
  options: JudgeOptions,
): Outcome {
  const keys = new Set(named);
  for (;;) {
    const partners = listsPartners(test) ? {} : { partners: partnersNamed(keys, bundle, test) };
    const judged = judge(bundle, { ...sources, ...partners }, options);
    // Every source is there at once, so the evaluator has no reason to make anyone wait.
    if ("then" in judged)
      return { verdicts: [], findings: [], data: [], problems: [{ message: "the rows were not there yet" }] };
    const known = keys.size;
    if (!listsPartners(test))
      for (const key of judged.data.flatMap((data) => data.unknownPartners)) keys.add(key);
    if (keys.size === known) return judged;
  }
}

/** What a run gave, as far as tests look at it. */
interface Outcome extends Found {
  readonly data: JudgeResult["data"];
  readonly problems: readonly { readonly message: string }[];
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

function triedOf(
  test: TestModel,
  expect: ExpectModel,
  { verdicts, findings }: Found,
  decided: ReadonlyMap<Verdict | Finding, Decided>,
): Tried {
  const name = expect.kind === "metric" ? measuringStandard(expect) : expect.subject;
  const { found, ...held } =
    expect.kind === "finding" ? holdFinding(expect, findings) : holdAgainst(expect, name, verdicts);
  const result = { origin: expect.origin, expected: expectedText(expect), ...held };
  return { test, expect, result, found, decided: found === null ? null : (decided.get(found) ?? null) };
}

/** Where the test lists no partners but what it tests reads what only a list can say. */
function unknownPartners(test: TestModel, { partners }: Bundle, read: FieldsRead): readonly TestProblem[] {
  if (partners === null || listsPartners(test)) return [];
  const asked = partners.fields.filter(
    ({ name, optional }) => !optional && name !== partners.key && read.get("partners")?.has(name) === true,
  );
  if (asked.length === 0) return [];
  const names = asked.map(({ name }) => `\`${name}\``).join(", ");
  return [asTestProblem(test, `write \`given partners\` with ${names}: the tested standards read it`)];
}

function asTestProblem({ origin }: TestModel, message: string): TestProblem {
  return { message, file: origin.file, line: origin.line };
}

/** Data errors, each at its line; a problem of the run only where no data error explains it. */
function problemsOf(test: TestModel, { data, problems }: Outcome): readonly TestProblem[] {
  const errors = data.flatMap((summary) => summary.errors);
  if (errors.length === 0) return problems.map(({ message }) => asTestProblem(test, message));
  return errors.map(({ source, row, column, message }) => ({
    message: column === null ? message : `\`${column}\`: ${message}`,
    file: source,
    line: row,
  }));
}

/** Judging and measuring read the same rows, and so find the same mistakes in them. */
function distinct(problems: readonly TestProblem[]): readonly TestProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
