/**
 * Clauses of real contracts, judged: what comes out is what was worked out on paper.
 *
 * Verdicts and findings are compared as lines of text, all of them at once, so that a failure reads as a list of what
 * is missing and what is too much. `clause.ts` describes the files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { type Bundle, judge } from "@tenet-lang/evaluator/all";
import { csv, ndjson } from "@tenet-lang/evaluator/read";
import { expect, it } from "vitest";
import { compileAgreement } from "../../examples/judge-agreement.ts";
import { coverageMarkdown } from "../../scripts/generate-coverage.ts";
import {
  type Clause,
  clauses,
  type ExpectedFinding,
  type ExpectedValue,
  type ExpectedVerdict,
  hasAgreement,
} from "./clause.ts";

type Result = Awaited<ReturnType<typeof judge>>;
type Verdict = Result["verdicts"][number];
type Finding = Result["findings"][number];
type Measured = Pick<Verdict["metrics"][number], "value">;

for (const clause of clauses()) {
  const { folder, expected } = clause;
  if (hasAgreement(clause)) it(`${folder}: ${expected.title}`, () => check(clause));
  else it(`${folder}: not carried, and says why`, () => expect(expected).toMatchObject(notCarried));
}

it("numbers each clause once, as its folder does", () => {
  const all = clauses();
  expect(new Set(all.map(({ expected }) => expected.clause)).size).toBe(all.length);
  expect(all.map(({ folder }) => Number.parseInt(folder, 10))).toEqual(
    all.map(({ expected }) => expected.clause),
  );
});

it("says of each clause that is not carried fully what is missing, and of no other", () => {
  for (const { folder, expected } of clauses()) {
    expect(expected.missing === null, folder).toBe(expected.carried === "fully");
  }
});

it("keeps the page of coverage up to date", () => {
  const page = join(import.meta.dirname, "../../grammar/coverage.md");
  expect(readFileSync(page, "utf8")).toBe(coverageMarkdown());
});

const notCarried = { carried: "no", missing: expect.any(String), verdicts: [], findings: [] };

async function check({ path, expected }: Clause): Promise<void> {
  const { bundle, diagnostics } = await compileAgreement(path, "agreement.tenet");
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  if (bundle === null) throw new Error("a text without errors has a bundle");
  const rows = rowsOf(path);
  expect(Object.keys(rows).sort(), "files of rows").toEqual(tablesOf(bundle));
  const result = await judge(bundle, rows, { asOf: expected.asOf });
  expect(result.problems).toEqual([]);
  compareVerdicts(expected.verdicts, result.verdicts);
  compareFindings(expected.findings, result.findings, expected.findingsComplete !== false);
}

/** What the agreement reads: a file that nobody reads would prove nothing. */
function tablesOf({ datasets, partners }: Bundle): readonly string[] {
  const names = datasets.map(({ name }) => name);
  return (partners === null ? names : [...names, "partners"]).sort();
}

/** The rows of each dataset, by the name of its file. */
function rowsOf(path: string): Readonly<Record<string, ReturnType<typeof csv>>> {
  const folder = join(path, "rows");
  return Object.fromEntries(
    readdirSync(folder).map((file) => {
      const read = extname(file) === ".csv" ? csv : ndjson;
      return [basename(file, extname(file)), read(file, [readFileSync(join(folder, file))])];
    }),
  );
}

function compareVerdicts(expected: readonly ExpectedVerdict[], found: readonly Verdict[]): void {
  const given = found.map((verdict) => `${nameOfVerdict(identity(verdict))} ${verdict.verdict}`);
  const wanted = expected.map((verdict) => `${nameOfVerdict(verdict)} ${verdict.verdict}`);
  expect(given.sort()).toEqual(wanted.sort());
  const byName = new Map(found.map((verdict) => [nameOfVerdict(identity(verdict)), verdict]));
  const values = expected.flatMap((verdict) => {
    const name = nameOfVerdict(verdict);
    const judged = byName.get(name);
    return [verdict, ...(verdict.others ?? [])].filter(isStated).map((value) => ({
      wanted: `${name} ${shownValue(value)}`,
      given: `${name} ${judged === undefined ? "not given" : shownAs(value, judged)}`,
    }));
  });
  expect(values.map((value) => value.given)).toEqual(values.map((value) => value.wanted));
}

function identity({ standard, party, period }: Verdict): Omit<ExpectedVerdict, "verdict"> {
  return { standard, partner: party.key, period: period.label };
}

function nameOfVerdict({ standard, partner, period }: Omit<ExpectedVerdict, "verdict">): string {
  return `${standard} of ${partner} in ${period}:`;
}

function isStated({ value, numerator, denominator }: ExpectedValue): boolean {
  return value !== undefined || numerator !== undefined || denominator !== undefined;
}

/** A value as far as it is stated. */
function shownValue({ metric, group, value, numerator, denominator }: ExpectedValue): string {
  const parts = [metric, group, value === null ? "no value" : value, fraction(numerator, denominator)];
  return parts.filter((part) => part !== undefined).join(" ");
}

function fraction(numerator: string | undefined, denominator: string | undefined): string | undefined {
  if (numerator === undefined && denominator === undefined) return undefined;
  return `(${numerator ?? ""}/${denominator ?? ""})`;
}

/** What a verdict gives for a value, in as much as the expected one states. */
function shownAs(wanted: ExpectedValue, verdict: Verdict): string {
  const { metric, group } = wanted;
  const value = measured(wanted, verdict)?.value ?? null;
  return shownValue({
    ...(metric === undefined ? {} : { metric }),
    ...(group === undefined ? {} : { group }),
    ...(wanted.value === undefined ? {} : { value: value?.text ?? null }),
    ...(wanted.numerator === undefined ? {} : { numerator: value?.numerator ?? "none" }),
    ...(wanted.denominator === undefined ? {} : { denominator: value?.denominator ?? "none" }),
  });
}

/** The limit or metric that is meant: limits first, since of several groups they have each. */
function measured({ metric, group }: ExpectedValue, verdict: Verdict): Measured | undefined {
  return [...verdict.limits, ...verdict.metrics].find(
    (one) => (metric === undefined || one.metric === metric) && (group === undefined || one.group === group),
  );
}

function compareFindings(
  expected: readonly ExpectedFinding[],
  found: readonly Finding[],
  isComplete: boolean,
): void {
  const given = found.map(({ kind, name, party, period, value }) => {
    return { kind, name, partner: party.key, period: period.label, value };
  });
  const compared = isComplete ? given : given.filter((finding) => !isNothing(finding));
  expect(compared.map(shownFinding).sort()).toEqual(expected.map(shownFinding).sort());
}

function shownFinding({ kind, name, partner, period, value }: ExpectedFinding): string {
  const shown =
    typeof value === "object" && value !== null ? `${value.amount} ${value.currency}` : `${value}`;
  return `${kind} ${name} of ${partner} in ${period}: ${shown}`;
}

function isNothing({ value }: ExpectedFinding): boolean {
  if (value === null || value === "none" || value === "0") return true;
  return typeof value === "object" && Number(value.amount) === 0;
}
