/** What an earlier result said otherwise, for the reference (§4.1.26). */
import type { VerdictKind } from "@tenet-lang/evaluator";
import type { LimitVerdict } from "./limits.ts";
import { compare } from "./rational.ts";
import type { ReferenceVerdict } from "./standards.ts";

/** What is compared of a verdict of an earlier result. */
export interface EarlierVerdict {
  readonly standard: string;
  readonly party: string;
  readonly period: string;
  readonly verdict: VerdictKind;
  readonly limits: readonly Pick<LimitVerdict, "requirement" | "metric" | "group" | "value">[];
}

/** The verdicts that are restated, with what they were. */
export function restated(
  now: readonly ReferenceVerdict[],
  earlier: readonly EarlierVerdict[],
): ReadonlyMap<ReferenceVerdict, VerdictKind> {
  const found = now.flatMap((verdict) => {
    const before = earlier.find(
      (one) =>
        one.standard === verdict.standard && one.party === verdict.party && one.period === verdict.period,
    );
    if (before === undefined || before.verdict === "pending" || verdict.verdict === "pending") return [];
    const isAnother =
      before.verdict !== verdict.verdict || verdict.limits.some((limit) => isOther(limit, before));
    return isAnother ? [[verdict, before.verdict] as const] : [];
  });
  return new Map(found);
}

/** Is there the same limit, of the same group, with another value? */
function isOther(limit: LimitVerdict, { limits }: EarlierVerdict): boolean {
  const { requirement, metric, group, value } = limit;
  const before = limits.find(
    (one) => one.requirement === requirement && one.metric === metric && one.group === group,
  );
  return before !== undefined && !isSame(before.value, value);
}

function isSame(a: LimitVerdict["value"], b: LimitVerdict["value"]): boolean {
  const isNumber = (value: typeof a): value is Exclude<typeof a, null | string | boolean> =>
    value !== null && typeof value === "object";
  return isNumber(a) && isNumber(b) ? compare(a, b) === 0 : a === b;
}
