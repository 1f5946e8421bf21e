/**
 * Compares the findings of a runtime with those that a case expects (README.md).
 *
 * A finding is looked up by consequence, party and period, and by kind where that is said. `lines` are all of its
 * lines in their order, each with what the case says of it; every other key is a fact or a detail of its own.
 */
import { expect } from "vitest";
import type { Expectation, ExpectedFinding } from "./case-file.ts";
import { detailWords, type Facts, type FoundFinding } from "./found-findings.ts";

/** Facts for people and books that the reference does not give. */
const isNotOfReference = (key: string, { kind }: Facts): boolean =>
  ["currency", "label", "line"].includes(key) || (key === "text" && kind === "points");

export function compareFindings(
  { findings, findingCount, findingOrder }: Expectation,
  found: readonly FoundFinding[],
  runtime: "memory" | "reference",
): void {
  if (findingCount !== undefined) {
    expect(found.length, `${runtime}: number of findings`).toBe(findingCount);
  }
  if (findingOrder !== undefined) {
    const names = found.map(({ facts }) => nameOf(facts));
    expect(names, `${runtime}: findings in order`).toEqual(findingOrder);
  }
  for (const wanted of findings ?? []) compareFinding(wanted, found, runtime);
}

/** `credit late P1 2026-01` */
const nameOf = ({ kind, consequence, party, period }: Facts): string =>
  `${kind} ${consequence} ${party} ${period}`;

function compareFinding(
  { consequence, party, period, kind, lines, ...wanted }: ExpectedFinding,
  found: readonly FoundFinding[],
  runtime: "memory" | "reference",
): void {
  const name = `${runtime}: ${kind ?? "finding"} ${consequence} ${party} ${period}`;
  const alike = found.filter(
    ({ facts }) =>
      facts.consequence === consequence &&
      facts.party === party &&
      facts.period === period &&
      (kind === undefined || facts.kind === kind),
  );
  expect(alike.length, `${name} is given once`).toBe(1);
  const [finding] = alike;
  if (finding === undefined) return;
  for (const [key, value] of Object.entries(wanted)) {
    if (runtime === "reference" && isNotOfReference(key, finding.facts)) continue;
    const isDetail = Object.hasOwn(finding.details, key);
    const isKnown = isDetail || Object.hasOwn(finding.facts, key);
    expect(isKnown, `${name} has ${key}`).toBe(true);
    if (isDetail) expect(finding.details[key], `${name}: ${key}`).toBe(detailWords(key, value));
    else expect(finding.facts[key], `${name}: ${key}`).toEqual(value);
  }
  if (lines !== undefined) compareLines(lines, finding.lines, name);
}

/** All lines in order; of each only what the case says. */
function compareLines(wanted: readonly Facts[], found: readonly Facts[], name: string): void {
  const shown = found.map((line, at) =>
    Object.fromEntries(Object.keys(wanted[at] ?? line).map((key) => [key, line[key]])),
  );
  expect(shown, `${name}: lines`).toEqual(wanted);
}
