/**
 * What a test expects, held against what the evaluator found.
 *
 * A verdict is found by standard, party and period. A metric's value is taken from the verdicts of the standards
 * that measure it; where two of them measure it differently (one leaves rows out, the other does not) the expectation
 * cannot hold until the test names one of them. Values are compared as exact ratios, after the agreement's rounding.
 */
import type { LimitResult, MetricValue, Verdict } from "@tenet-lang/evaluator";
import type { ExpectModel } from "../check/model.ts";

/** How one `expect` sentence fared. */
export interface Finding {
  readonly passed: boolean;
  /** What was found, in the words of the language: `missed`, `94.5%`, `no value`. */
  readonly actual: string;
  /** The verdict's own reasons, where there is a verdict. */
  readonly reasons: readonly string[];
}

/** Holds one expectation against the verdicts of the standards that decide it. */
export function holdAgainst(
  expect: ExpectModel,
  deciding: readonly string[],
  verdicts: readonly Verdict[],
): Finding {
  const own = verdicts.filter(({ standard }) => deciding.includes(standard));
  return expect.kind === "verdict" ? holdVerdict(expect, own) : holdMetric(expect, own);
}

/** The expectation in words: `not missed`, `missed because on_time`, `95%`. */
export function expectedText({ negated, value, because }: ExpectModel): string {
  const wanted = value.kind === "verdict" ? value.verdict : value.text;
  return `${negated ? "not " : ""}${wanted}${because === null ? "" : ` because ${because}`}`;
}

function holdVerdict(expect: ExpectModel, verdicts: readonly Verdict[]): Finding {
  const found = verdicts.find((verdict) => isAbout(verdict, expect));
  if (found === undefined) return absent(`no verdict${insteadText(verdicts, expect)}`);
  const isSame = expect.value.kind === "verdict" && expect.value.verdict === found.verdict;
  const causes = missedMetrics(found.limits);
  const hasCause = expect.because === null || causes.includes(expect.because);
  return {
    passed: expect.negated ? !isSame : isSame && hasCause,
    actual: found.verdict === "missed" && causes.length > 0 ? `missed because ${causes.join(", ")}` : found.verdict,
    reasons: found.reasons,
  };
}

function isAbout({ party, period }: Verdict, expect: ExpectModel): boolean {
  return party.key === expect.party && period.label === expect.period;
}

function absent(actual: string): Finding {
  return { passed: false, actual, reasons: [] };
}

/** Which periods the party does have a verdict for: a wrong name is the usual cause. */
function insteadText(verdicts: readonly Verdict[], { party }: ExpectModel): string {
  const own = verdicts.filter((verdict) => verdict.party.key === party);
  const labels = [...new Set(own.map(({ period }) => period.label))];
  if (labels.length > 0) {
    const [first = "", last = ""] = [labels[0], labels.at(-1)];
    return labels.length === 1 ? `; there is one for ${first}` : `; there are some from ${first} to ${last}`;
  }
  const parties = [...new Set(verdicts.map((verdict) => verdict.party.key))];
  return parties.length === 0 ? "" : `; there are some for ${parties.slice(0, 5).map(quoted).join(", ")}`;
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** Metrics whose limit is the cause of a miss: every alternative of their `requires` sentence is missed. */
function missedMetrics(limits: readonly LimitResult[]): readonly string[] {
  const isMissed = (requirement: number, metric: string): boolean =>
    limits.some((limit) => limit.requirement === requirement && limit.metric === metric && limit.met === false);
  const causes = limits.filter(
    ({ requirement }) =>
      !limits.some((other) => other.requirement === requirement && !isMissed(requirement, other.metric)),
  );
  return [...new Set(causes.map(({ metric }) => metric))];
}

function holdMetric(expect: ExpectModel, verdicts: readonly Verdict[]): Finding {
  const about = verdicts.filter((verdict) => isAbout(verdict, expect));
  const found = about.flatMap((verdict) =>
    verdict.metrics
      .filter(({ metric, group }) => metric === expect.subject && group === null)
      .map(({ value }) => ({ value, standard: verdict.standard, reasons: verdict.reasons })),
  );
  const [first] = found;
  if (first === undefined) return absent(`not measured${insteadText(verdicts, expect)}`);
  if (found.some(({ value }) => !areSame(value, first.value))) {
    const texts = found.map(({ standard, value }) => `${valueText(value)} in ${standard}`);
    return { passed: false, actual: texts.join(", "), reasons: first.reasons };
  }
  const isSame = first.value !== null && isExpected(first.value, expect);
  const passed = first.value !== null && isSame !== expect.negated;
  return { passed, actual: valueText(first.value), reasons: first.reasons };
}

function valueText(value: MetricValue | null): string {
  if (value === null) return "no value";
  if (value.rounded !== undefined && value.rounded.text !== value.text) return `${value.rounded.text} (${value.text})`;
  return value.text;
}

function isExpected(value: MetricValue, { value: expected }: ExpectModel): boolean {
  if (expected.kind !== "ratio") return expected.kind === "text" && value.text === expected.text;
  const { numerator, denominator } = value.rounded ?? value;
  return numerator !== null && denominator !== null && areEqual({ numerator, denominator }, expected);
}

function areSame(left: MetricValue | null, right: MetricValue | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.numerator === null || left.denominator === null) return left.text === right.text;
  if (right.numerator === null || right.denominator === null) return false;
  return areEqual(
    { numerator: left.numerator, denominator: left.denominator },
    { numerator: right.numerator, denominator: right.denominator },
  );
}

/** Cross-multiplied whole numbers: nothing is divided, nothing rounded. */
function areEqual(
  left: { readonly numerator: string; readonly denominator: string },
  right: { readonly numerator: string; readonly denominator: string },
): boolean {
  return BigInt(left.numerator) * BigInt(right.denominator) === BigInt(right.numerator) * BigInt(left.denominator);
}
