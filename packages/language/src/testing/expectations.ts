/**
 * What a test expects, held against what the evaluator found.
 *
 * A verdict is found by its name, party and period, and so is what a consequence finds; a metric's value in the
 * verdict of the standard that does nothing but measure it. Values are compared as exact ratios, after the agreement's
 * rounding. Where nothing was found, an expectation fails whichever way it is put (SPEC §3.12.16 to §3.12.19).
 */
import type { Finding, LimitResult, MetricValue, Ratio, Verdict } from "@tenet-lang/evaluator";
import { decimalRatio } from "../check/exact.ts";
import type { ExpectModel, TestModel } from "../check/model.ts";

/** How one `expect` sentence fared. */
export interface Held {
  readonly passed: boolean;
  /** What was found, in the words of the language: `missed`, `94.5%`, `no value`. */
  readonly actual: string;
  /** The verdict's own reasons, where there is a verdict. */
  readonly reasons: readonly string[];
  /** What it was held against; null where nothing was found. */
  readonly found: Verdict | Finding | null;
}

/** Holds one expectation against the verdicts of the standard that judges or measures what it is about. */
export function holdAgainst(expect: ExpectModel, standard: string, verdicts: readonly Verdict[]): Held {
  const own = verdicts.filter((verdict) => verdict.standard === standard);
  const found = own.find((verdict) => isOf(expect, verdict));
  if (found === undefined)
    return { passed: false, actual: `no verdict${insteadText(own, expect)}`, reasons: [], found: null };
  return expect.kind === "verdict" ? holdVerdict(expect, found) : holdMetric(expect, found);
}

/** Holds one expectation against what its consequence found. */
export function holdFinding(expect: ExpectModel, findings: readonly Finding[]): Held {
  const own = findings.filter(({ name }) => name === expect.subject);
  const found = own.find((finding) => isOf(expect, finding));
  if (found === undefined)
    return { passed: false, actual: `no finding${insteadText(own, expect)}`, reasons: [], found: null };
  return {
    passed: isFound(found, expect.value) !== expect.negated,
    actual: findingText(found),
    reasons: found.reasons,
    found,
  };
}

/** The verdicts that a test says something about. */
export function expectedVerdicts({ expects }: TestModel, verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter((verdict) =>
    expects.some(
      (expect) => expect.kind === "verdict" && expect.subject === verdict.standard && isOf(expect, verdict),
    ),
  );
}

/** What verdicts and findings have in common: whose they are, and of which period. */
type Placed = Pick<Verdict, "party" | "period">;

function isOf(expect: ExpectModel, { party, period }: Placed): boolean {
  return party.key === expect.party && period.label === expect.period;
}

/** The expectation in words: `not missed`, `missed because on_time`, `95%`. */
export function expectedText({ negated, value, because }: ExpectModel): string {
  const wanted = value.kind === "verdict" ? value.verdict : value.kind === "none" ? "none" : value.text;
  return `${negated ? "not " : ""}${wanted}${because === null ? "" : ` because ${because}`}`;
}

function holdVerdict(expect: ExpectModel, found: Verdict): Held {
  const isSame = expect.value.kind === "verdict" && expect.value.verdict === found.verdict;
  const causes = missedMetrics(found.limits);
  const hasCause = expect.because === null || causes.includes(expect.because);
  return {
    passed: expect.negated ? !isSame : isSame && hasCause,
    actual:
      found.verdict === "missed" && causes.length > 0 ? `missed because ${causes.join(", ")}` : found.verdict,
    reasons: found.reasons,
    found,
  };
}

/** Which periods the party does have a verdict or finding for: a wrong name is the usual cause. */
function insteadText(placed: readonly Placed[], { party }: ExpectModel): string {
  const own = placed.filter((one) => one.party.key === party);
  const labels = [...new Set(own.map(({ period }) => period.label))];
  if (labels.length > 0) {
    const [first = "", last = ""] = [labels[0], labels.at(-1)];
    return labels.length === 1 ? `; there is one for ${first}` : `; there are some from ${first} to ${last}`;
  }
  const parties = [...new Set(placed.map((one) => one.party.key))];
  return parties.length === 0 ? "" : `; there are some for ${parties.slice(0, 5).map(quoted).join(", ")}`;
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** Metrics whose limit is the cause of a miss: every alternative of their `requires` sentence is missed. */
function missedMetrics(limits: readonly LimitResult[]): readonly string[] {
  const missed = new Set(limits.filter(({ met }) => met === false).map(alternativeOf));
  const causes = limits.filter(
    ({ requirement }) =>
      !limits.some((other) => other.requirement === requirement && !missed.has(alternativeOf(other))),
  );
  return [...new Set(causes.map(({ metric }) => metric))];
}

/** Which alternative of which sentence a limit is: all its groups are one, two limits on one metric are not. */
function alternativeOf({ requirement, metric, comparison, limit, group }: LimitResult): string {
  return JSON.stringify([requirement, metric, comparison, limit, group !== null]);
}

function holdMetric(expect: ExpectModel, found: Verdict): Held {
  const value =
    found.metrics.find(({ metric, group }) => metric === expect.subject && group === null)?.value ?? null;
  const passed = value !== null && isExpected(value, expect) !== expect.negated;
  return { passed, actual: value === null ? "no value" : valueText(value), reasons: [], found };
}

/** Is it what is expected? Nothing at all, and the word for it, are `none`. */
function isFound(finding: Finding, expected: ExpectModel["value"]): boolean {
  const isNone = finding.value === null || finding.value === "none";
  switch (expected.kind) {
    case "none":
      return isNone;
    case "text":
      return finding.value === expected.text;
    case "ratio": {
      const exact = isNone ? null : exactValue(finding);
      return exact !== null && areEqual(exact, expected);
    }
    case "verdict":
      return false;
  }
}

/** The number that people are told: amounts and scores as rounded, points and proposals as they are. */
function exactValue(finding: Finding): Ratio | null {
  switch (finding.kind) {
    case "credit":
    case "bonus":
      return finding.value === null ? null : decimalRatio(finding.value.amount);
    case "scorecard":
      return finding.details.rounded ?? finding.exact;
    default:
      return finding.exact;
  }
}

function findingText({ value }: Finding): string {
  if (value === null) return "none";
  return typeof value === "string" ? value : `${value.amount} ${value.currency}`;
}

/** As the expectation would have to be written: no value of the language has commas, which money has for people. */
function valueText({ text, numerator, rounded }: MetricValue): string {
  if (numerator === null) return text;
  const shown = rounded === undefined || rounded.text === text ? text : `${rounded.text} (${text})`;
  return shown.replaceAll(",", "");
}

function isExpected(value: MetricValue, { value: expected }: ExpectModel): boolean {
  if (expected.kind !== "ratio") return expected.kind === "text" && value.text === expected.text;
  const { numerator, denominator } = value.rounded ?? value;
  return numerator !== null && denominator !== null && areEqual({ numerator, denominator }, expected);
}

/** Cross-multiplied whole numbers: nothing is divided, nothing rounded. */
function areEqual(
  left: { readonly numerator: string; readonly denominator: string },
  right: { readonly numerator: string; readonly denominator: string },
): boolean {
  return (
    BigInt(left.numerator) * BigInt(right.denominator) === BigInt(right.numerator) * BigInt(left.denominator)
  );
}
