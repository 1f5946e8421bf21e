/**
 * What an earlier result said otherwise: marks verdicts as `restated` (SPEC §4.1.26).
 *
 * Rows arrive late and are corrected, so a month that was met in April may be missed in June. Nothing forbids that,
 * but nobody should find out by chance. A verdict that was final and is another now, or rests on another figure,
 * carries a flag, the earlier verdict, and a reason with both figures. It changes no verdict.
 */
import type { VerdictKind } from "../bundle/plan.ts";
import type { JudgeResult, LimitResult, MetricValue, Verdict } from "../judge/result.ts";
import { type EarlierResult, type EarlierVerdict, limitKey, verdictKey } from "./earlier.ts";

export { type EarlierResult, readEarlier } from "./earlier.ts";

/** The result with what the earlier one said otherwise; the two are of agreements of one name. */
export function restate(result: JudgeResult, earlier: EarlierResult): JudgeResult {
  const verdicts = result.verdicts.map((verdict) => {
    const before = earlier.verdicts.get(verdictKey(verdict));
    return before === undefined ? verdict : restated(verdict, before);
  });
  return { ...result, verdicts };
}

function restated(verdict: Verdict, before: EarlierVerdict): Verdict {
  if (verdict.verdict === "pending" || before.verdict === "pending") return verdict;
  const changes = verdict.limits.flatMap((limit) => changeOf(limit, before));
  if (before.verdict === verdict.verdict && changes.length === 0) return verdict;
  return {
    ...verdict,
    earlier: before.verdict,
    flags: [...verdict.flags, "restated" as const].toSorted((a, b) => orderOf(a) - orderOf(b)),
    reasons: [...verdict.reasons, reason(before.verdict, verdict.verdict, [...new Set(changes)])],
  };
}

const order = ["warning", "provisional", "restated", "ramp_up"] as const;

function orderOf(flag: Verdict["flags"][number]): number {
  return order.indexOf(flag);
}

/** What the earlier result measured for this limit, where it is another value. */
function changeOf(limit: LimitResult, { limits }: EarlierVerdict): readonly string[] {
  const before = limits.get(limitKey(limit));
  if (before === undefined || isSame(before, limit.value)) return [];
  const name = limit.group === null ? limit.metric : `${limit.metric} for ${limit.group}`;
  return [`${name.replaceAll("_", " ")} was ${words(before)} and is ${words(limit.value)}`];
}

/** Fractions are equal if their cross products are; a text has no numerator. */
function isSame(left: MetricValue | null, right: MetricValue | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.numerator === null || right.numerator === null) {
    return left.numerator === right.numerator && left.text === right.text;
  }
  const [a, b] = [BigInt(left.numerator), BigInt(left.denominator ?? "1")];
  const [c, d] = [BigInt(right.numerator), BigInt(right.denominator ?? "1")];
  return a * d === c * b;
}

/** `97% (97 of 100)`. */
function words(value: MetricValue | null): string {
  if (value === null) return "without a value";
  const isShare = value.text.endsWith("%") && value.numerator !== null && value.denominator !== null;
  const shown = value.rounded?.text ?? value.text;
  return isShare ? `${shown} (${value.numerator} of ${value.denominator})` : shown;
}

function reason(before: VerdictKind, now: VerdictKind, changes: readonly string[]): string {
  const said = before.replaceAll("_", " ");
  const head = before === now ? `Restated, and still ${said}` : `Restated: an earlier result said ${said}`;
  return [head, ...changes].join("; ");
}
