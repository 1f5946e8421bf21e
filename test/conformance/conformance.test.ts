/**
 * Every conformance case on the memory runtime and on the reference.
 *
 * A case says only what it is about; what it does not mention is not looked at. README.md describes the files.
 */
import { describe, expect, it } from "vitest";
import { publicHolidays } from "../../packages/language/src/compile/holidays.ts";
import { prepare } from "../differential/run.ts";
import {
  agreementText,
  type CaseFile,
  type ConformanceCase,
  caseFiles,
  type ExpectedVerdict,
} from "./case-file.ts";
import { type Found, onMemory, onReference } from "./runtimes.ts";

for (const { path, file } of caseFiles()) {
  describe(`${path}: ${file.topic}`, () => {
    for (const one of file.cases) it(`${one.spec.join(", ")} ${one.title}`, () => check(one, file.parts));
  });
}

function check(one: ConformanceCase, parts: CaseFile["parts"]): void {
  const { model, bundle, diagnostics } = prepare(agreementText(one, parts), publicHolidays);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (one.expect.checks === false) {
    expect(errors.length, "errors").toBeGreaterThan(0);
    return;
  }
  expect(errors.map(({ message }) => message)).toEqual([]);
  if (one.expect.checks === true) return;
  if (model === null || bundle === null) throw new Error("a text without errors has a bundle");
  compare(one, onMemory(one, bundle), "memory");
  compare(one, onReference(one, model, bundle), "reference");
}

/** Facts about files that the reference, which takes rows, does not know. */
const aboutFiles = ["ignoredColumns", "skipped", "repeated"];

function compare({ expect: expected }: ConformanceCase, found: Found, runtime: string): void {
  expect(found.isRefused, `${runtime}: is the data refused?`).toBe(expected.dataErrors !== undefined);
  for (const { dataset, rows } of expected.dataErrors ?? []) {
    expect([...new Set(found.errors.get(dataset))], `${runtime}: rows of ${dataset} with errors`).toEqual(
      rows,
    );
  }
  if (expected.verdictCount !== undefined) {
    expect(found.verdicts.length, `${runtime}: number of verdicts`).toBe(expected.verdictCount);
  }
  for (const verdict of expected.verdicts ?? []) compareVerdict(verdict, found, runtime);
  for (const { clock, ...counts } of expected.clocks ?? []) {
    const account = found.clocks.find((one) => one.clock === clock);
    for (const [key, value] of Object.entries(counts))
      expect(account?.[key], `${runtime}: ${clock}.${key}`).toEqual(value);
  }
  for (const { dataset, ...counts } of expected.data ?? []) {
    const summary = found.data.find((one) => one.dataset === dataset);
    for (const [key, value] of Object.entries(counts)) {
      if (runtime === "reference" && aboutFiles.includes(key)) continue;
      expect(summary?.[key], `${runtime}: ${dataset}.${key}`).toEqual(value);
    }
  }
}

function compareVerdict(
  { limits, metrics, limitCount, limitOrder, ...wanted }: ExpectedVerdict,
  found: Found,
  runtime: string,
): void {
  const { standard, party, period } = wanted;
  const name = `${runtime}: ${standard} ${party} ${period}`;
  const verdict = found.verdicts.find(
    (one) => one.standard === standard && one.party === party && one.period === period,
  );
  expect(verdict, `${name} is given`).toBeDefined();
  for (const [key, value] of Object.entries(wanted)) expect(verdict?.[key], `${name}: ${key}`).toEqual(value);
  const all = (verdict?.limits ?? []) as readonly Readonly<Record<string, unknown>>[];
  if (limitCount !== undefined) expect(all.length, `${name}: number of limits`).toBe(limitCount);
  if (limitOrder !== undefined)
    expect(
      all.map(({ group }) => group),
      `${name}: groups`,
    ).toEqual(limitOrder);
  for (const limit of limits ?? []) expectOne(all, limit, `${name}: a limit`);
  for (const metric of metrics ?? []) {
    expectOne((verdict?.metrics ?? []) as typeof all, metric, `${name}: a metric`);
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
