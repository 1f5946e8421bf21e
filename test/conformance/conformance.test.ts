/**
 * Every conformance case on the memory runtime and on the reference.
 *
 * A case says only what it is about; what it does not mention is not looked at. README.md describes the files.
 */
import type { Bundle } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { publicHolidays } from "../../packages/language/src/compile/holidays.ts";
import { prepare } from "../differential/run.ts";
import {
  agreementTexts,
  type CaseFile,
  type ConformanceCase,
  caseFiles,
  type ExpectedVerdict,
  otherFiles,
} from "./case-file.ts";
import { turnedAround } from "./data-files.ts";
import { compareBundle, readFromText } from "./expect-bundle.ts";
import { compareCases } from "./expect-cases.ts";
import { compareDiagnostics, isUnreadable } from "./expect-diagnostics.ts";
import { compareDue } from "./expect-due.ts";
import { compareFindings } from "./expect-findings.ts";
import { compareResult } from "./expect-result.ts";
import { compareTests } from "./expect-tests.ts";
import {
  askedOf,
  clockFactsOfMemory,
  dataFactsOfMemory,
  isFactOfMemory,
  lacksOf,
  referenceLacks,
} from "./reference-lacks.ts";
import { type Found, onMemory, onReference } from "./runtimes.ts";

for (const { path, file } of caseFiles()) {
  describe(`${path}: ${file.topic}`, () => {
    for (const one of file.cases) it(`${one.spec.join(", ")} ${one.title}`, () => check(one, file.parts));
  });
}

describe("reference-lacks.ts", () => {
  for (const lack of referenceLacks.filter(({ isTried }) => isTried)) {
    it(`is right: the reference lacks ${lack.name}`, () => {
      const fails = caseFiles().some(({ file }) =>
        file.cases.some((one) => lacks(one, lack.name) && failsOnReference(one, file.parts)),
      );
      expect(fails, "if it has them now, remove the line, so that their cases run on the reference").toBe(
        true,
      );
    });
  }
});

/** What a case is judged by; null where it is about checking only. */
interface Ready {
  readonly models: readonly Model[];
  readonly bundles: readonly Bundle[];
}

function check(one: ConformanceCase, parts: CaseFile["parts"]): void {
  const ready = prepared(one, parts);
  if (ready === null) return;
  const { models, bundles } = ready;
  const [model, bundle] = [models[0], bundles[0]];
  if (model === undefined || bundle === undefined) throw new RangeError("a case has an agreement");
  if (one.expect.tests !== undefined) {
    compareTests(one.expect.tests, model, bundle, otherFiles(one, parts));
    return;
  }
  if (one.expect.bundle !== undefined) {
    const texts = (agreement: readonly string[]): readonly string[] =>
      agreementTexts({ ...one, agreement }, parts);
    compareBundle(one.expect.bundle, bundle, (agreement) => fingerprintOfText(texts(agreement)[0] ?? ""));
    if (Object.keys(one.expect).length === 1) return;
  }
  const read = one.expect.bundle === undefined ? bundles : bundles.map(readFromText);
  const found = onMemory(one, read);
  compare(one, found, "memory");
  compareOrders(one, read, found);
  if (one.expect.due !== undefined) compareDue(one.expect.due, one, bundles);
  if (one.expect.cases !== undefined) compareCases(one.expect.cases, one, bundle);
  if (lacksOf(one).length === 0) compare(one, onReference(one, models, bundles), "reference");
}

/** The order of rows never counts (§1.4): read from the last to the first they give the same. */
function compareOrders(one: ConformanceCase, bundles: readonly Bundle[], { result }: Found): void {
  if (one.data === undefined || result === null || result.problems.length > 0) return;
  const data = Object.fromEntries(Object.entries(one.data).map(([name, file]) => [name, turnedAround(file)]));
  const again = onMemory({ ...one, data }, bundles).result;
  expect(again?.verdicts, "verdicts, the rows turned around").toEqual(result.verdicts);
  expect(again?.findings, "findings, the rows turned around").toEqual(result.findings);
}

function fingerprintOfText(text: string): string {
  const { bundle } = prepare(text, publicHolidays);
  if (bundle === null) throw new Error("the other agreement checks");
  return bundle.fingerprint;
}

/** Is it a case for the reference, but for this construct alone? */
function lacks(one: ConformanceCase, name: string): boolean {
  const { checks, diagnostics, tests, unreadable } = one.expect;
  if ([checks, diagnostics, tests, unreadable].some((about) => about !== undefined)) return false;
  const missing = lacksOf(one);
  return missing.length === 1 && missing[0] === name;
}

function failsOnReference(one: ConformanceCase, parts: CaseFile["parts"]): boolean {
  const ready = prepared(one, parts);
  if (ready === null) return false;
  try {
    compare(one, onReference(one, ready.models, ready.bundles), "reference");
    return false;
  } catch {
    return true;
  }
}

function prepared(one: ConformanceCase, parts: CaseFile["parts"]): Ready | null {
  expect(isUnreadable(one, parts), "is it no text?").toBe(one.expect.unreadable === true);
  if (one.expect.unreadable === true) return null;
  const files = otherFiles(one, parts);
  const versions = agreementTexts(one, parts).map((text) => prepare(text, publicHolidays, files));
  const said = versions.flatMap(({ diagnostics }) => diagnostics);
  const errors = said.filter(({ severity }) => severity === "error");
  if (one.expect.warnings !== undefined) {
    compareDiagnostics(
      one.expect.warnings,
      said.filter(({ severity }) => severity === "warning"),
    );
  }
  if (one.expect.diagnostics !== undefined) {
    compareDiagnostics(one.expect.diagnostics, errors);
    return null;
  }
  if (one.expect.checks === false) {
    expect(errors.length, "errors").toBeGreaterThan(0);
    return null;
  }
  expect(errors.map(({ message }) => message)).toEqual([]);
  if (one.expect.checks === true) return null;
  const models = versions.flatMap(({ model }) => model ?? []);
  const bundles = versions.flatMap(({ bundle }) => bundle ?? []);
  if (bundles.length < versions.length) throw new Error("a text without errors has a bundle");
  return { models, bundles };
}

function compare({ expect: expected }: ConformanceCase, found: Found, runtime: "memory" | "reference"): void {
  const isRefused = expected.dataErrors !== undefined || expected.refused === true;
  expect(found.isRefused, `${runtime}: is it refused?`).toBe(isRefused);
  for (const { dataset, rows } of expected.dataErrors ?? []) {
    expect([...new Set(found.errors.get(dataset))], `${runtime}: rows of ${dataset} with errors`).toEqual(
      rows,
    );
  }
  if (expected.verdictCount !== undefined) {
    expect(found.verdicts.length, `${runtime}: number of verdicts`).toBe(expected.verdictCount);
  }
  for (const verdict of expected.verdicts ?? []) compareVerdict(verdict, found, runtime);
  compareFindings(expected, found.findings, runtime);
  if (expected.result !== undefined) compareResult(expected.result, found, runtime);
  for (const { clock, ...counts } of expected.clocks ?? []) {
    const account = found.clocks.find((one) => one.clock === clock);
    for (const [key, value] of Object.entries(counts)) {
      if (runtime === "reference" && clockFactsOfMemory.includes(key)) continue;
      expect(account?.[key], `${runtime}: ${clock}.${key}`).toEqual(value);
    }
  }
  for (const { dataset, ...counts } of expected.data ?? []) {
    const summary = found.data.find((one) => one.dataset === dataset);
    for (const [key, value] of Object.entries(counts)) {
      if (runtime === "reference" && dataFactsOfMemory.includes(key)) continue;
      expect(summary?.[key], `${runtime}: ${dataset}.${key}`).toEqual(value);
    }
  }
}

/** Facts of a verdict of which a case may name a part. */
const inPart = ["distance", "origin"];

function compareVerdict(
  { limits, metrics, limitCount, metricCount, limitOrder, ...wanted }: ExpectedVerdict,
  found: Found,
  runtime: string,
): void {
  const { standard, party, period } = wanted;
  const name = `${runtime}: ${standard} ${party} ${period}`;
  const verdict = found.verdicts.find(
    (one) => one.standard === standard && one.party === party && one.period === period,
  );
  expect(verdict, `${name} is given`).toBeDefined();
  for (const [key, value] of Object.entries(wanted)) {
    if (runtime === "reference" && isFactOfMemory(key)) continue;
    const shown = inPart.includes(key) ? pick(verdict?.[key], value) : verdict?.[key];
    expect(shown, `${name}: ${key}`).toEqual(value);
  }
  const all = (verdict?.limits ?? []) as readonly Readonly<Record<string, unknown>>[];
  if (limitCount !== undefined) expect(all.length, `${name}: number of limits`).toBe(limitCount);
  const measured = (verdict?.metrics ?? []) as typeof all;
  if (metricCount !== undefined) expect(measured.length, `${name}: number of metrics`).toBe(metricCount);
  if (limitOrder !== undefined)
    expect(
      all.map(({ group }) => group),
      `${name}: groups`,
    ).toEqual(limitOrder);
  for (const limit of limits ?? []) expectOne(all, askedOf(limit, runtime), `${name}: a limit`);
  for (const metric of metrics ?? []) {
    expectOne(measured, askedOf(metric, runtime), `${name}: a metric`);
  }
}

/** At least one of the items has everything that is wanted. */
function expectOne(
  items: readonly Readonly<Record<string, unknown>>[],
  wanted: Readonly<Record<string, unknown>>,
  name: string,
): void {
  const alike = items.filter(
    ({ metric, group }) => metric === wanted.metric && (wanted.group === undefined || group === wanted.group),
  );
  const shown = alike.map((item) =>
    Object.fromEntries(Object.keys(wanted).map((key) => [key, pick(item[key], wanted[key])])),
  );
  expect(shown, name).toContainEqual(wanted);
}

/** Of an object only what is asked for. */
function pick(value: unknown, wanted: unknown): unknown {
  if (value === null || wanted === null || typeof value !== "object" || typeof wanted !== "object")
    return value;
  return Object.fromEntries(
    Object.keys(wanted).map((key) => [key, (value as Readonly<Record<string, unknown>>)[key] ?? null]),
  );
}
