/**
 * Clauses of real contracts as data: how a folder of `test/clauses` is read.
 *
 * A folder holds one clause, written as an agreement (`agreement.tenet`), rows made by hand (`rows/DATASET.csv`), and
 * what somebody worked out on paper from the clause and the specification (`expected.json`). A key that is not known
 * is refused, so that a slip of the pen cannot switch a comparison off.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the clause promises about one standard, attestation or duty, one party and one period. */
export interface ExpectedVerdict extends ExpectedValue {
  readonly standard: string;
  readonly partner: string;
  readonly period: string;
  readonly verdict: string;
  /** Values of further metrics of the same verdict. */
  readonly others?: readonly ExpectedValue[];
}

/** Only the keys that are written are compared. */
export interface ExpectedValue {
  /** The metric meant; the first limit's where nothing is said. */
  readonly metric?: string;
  /** The group meant, of a limit with `for each`; the first where nothing is said. */
  readonly group?: string;
  /** As people read it (SPEC §4.2.9), null for no value. */
  readonly value?: string | null;
  readonly numerator?: string;
  readonly denominator?: string;
}

export interface ExpectedFinding {
  readonly kind: string;
  readonly name: string;
  readonly partner: string;
  readonly period: string;
  readonly value: string | { readonly amount: string; readonly currency: string } | null;
}

export interface Expected {
  /** Number of the clause in the collection. */
  readonly clause: number;
  readonly title: string;
  readonly asOf: string;
  readonly carried: "fully" | "partly" | "no";
  /** Which words of the clause the agreement does not carry, and why. */
  readonly missing: string | null;
  /** All verdicts that the agreement gives. */
  readonly verdicts: readonly ExpectedVerdict[];
  readonly findings: readonly ExpectedFinding[];
  /** False: findings that find nothing (0, `none`, null) are left out. */
  readonly findingsComplete?: boolean;
  /** The arithmetic behind what is not obvious. */
  readonly why: readonly string[];
}

export interface Clause {
  readonly folder: string;
  readonly path: string;
  readonly expected: Expected;
}

/** All clauses, by number. */
export function clauses(): readonly Clause[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readClause(name))
    .sort((a, b) => a.expected.clause - b.expected.clause);
}

/** Has the clause an agreement? What is not carried at all has none. */
export function hasAgreement({ path }: Clause): boolean {
  return existsSync(join(path, "agreement.tenet"));
}

function readClause(folder: string): Clause {
  const path = join(import.meta.dirname, folder);
  const expected = JSON.parse(readFileSync(join(path, "expected.json"), "utf8")) as Expected;
  refuseUnknownKeys(folder, expected);
  return { folder, path, expected };
}

const valueKeys = ["metric", "group", "value", "numerator", "denominator"];
const verdictKeys = ["standard", "partner", "period", "verdict", "others", ...valueKeys];
const findingKeys = ["kind", "name", "partner", "period", "value"];
const expectedKeys = [
  "clause",
  "title",
  "asOf",
  "carried",
  "missing",
  "verdicts",
  "findings",
  "findingsComplete",
  "why",
];

function refuseUnknownKeys(folder: string, expected: Expected): void {
  const objects: readonly (readonly [object, readonly string[]])[] = [
    [expected, expectedKeys],
    ...expected.verdicts.map((verdict) => [verdict, verdictKeys] as const),
    ...expected.verdicts.flatMap(({ others = [] }) => others.map((other) => [other, valueKeys] as const)),
    ...expected.findings.map((finding) => [finding, findingKeys] as const),
  ];
  for (const [object, known] of objects) {
    const unknown = Object.keys(object).filter((key) => !known.includes(key));
    if (unknown.length > 0) {
      throw new Error(
        `${folder}: expected.json has the unknown key ${unknown[0]} in ${JSON.stringify(object)}`,
      );
    }
  }
}
