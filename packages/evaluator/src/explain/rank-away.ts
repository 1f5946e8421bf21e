/**
 * The distance of a value by its rank, a median say (SPEC §4.1.21): how many values are on the right side of the limit,
 * against how many it takes.
 */
import type { MetricPlan } from "../bundle/metric-plan.ts";
import type { PlainComparison } from "../bundle/standard-plan.ts";
import { ceilDivide, fromText } from "../exact/ratio.ts";
import { comparisonHolds } from "../judge/comparison.ts";
import { scaled } from "../measure/facts.ts";
import type { Compared, RowsAway } from "./rows-away.ts";
import { counted } from "./words.ts";

/** Nearest-rank values: how many values are on the right side of the bound, against how many it takes. */
export function rankAway({ comparison, facts, cell, asked, isMet, noun }: Compared): RowsAway | null {
  const [state] = facts.states;
  if (state === undefined || comparison.operator === "is" || comparison.operator === "is_not") return null;
  const size = state.rank.count(cell);
  const rank = rankOf(facts.plan, size);
  const surplus = sides(comparison).map((side) => {
    const holds = (value: bigint): boolean => comparisonHolds(side, asked(scaled(value, facts.type, 1n)));
    const wantsLow = side.operator === "at_most" || side.operator === "less_than";
    return state.rank.countWhere(cell, holds) - (wantsLow ? rank : size - rank + 1);
  });
  const least = Math.min(...surplus);
  if (isMet) return { rows: least, text: `${counted(least, noun)} to spare` };
  return { rows: -least, text: `${counted(-least, noun)} too many on the wrong side of the limit` };
}

function rankOf(metric: MetricPlan, size: number): number {
  switch (metric.form.kind) {
    case "percentile": {
      const share = fromText(metric.form.percent);
      return Math.max(1, Number(ceilDivide(share.numerator * BigInt(size), share.denominator)));
    }
    case "median":
      return Math.max(1, Math.ceil(size / 2));
    case "lowest":
      return 1;
    default:
      return size;
  }
}

/** `from A to B` is two limits at once. */
function sides(comparison: PlainComparison): readonly PlainComparison[] {
  const [low, high] = comparison.values;
  if (comparison.operator !== "between" || low === undefined || high === undefined) return [comparison];
  return [
    { ...comparison, operator: "at_least", values: [low] },
    { ...comparison, operator: "at_most", values: [high] },
  ];
}
