/** Standards that come down to one limit, as points below it, ratchets and `exceeded` ask for. */
import type { LimitComparison } from "@tenet-lang/evaluator";
import type { Judging } from "./consequence-reads.ts";
import type { CheckedStandard } from "./standards.ts";
import type { Metric } from "./world.ts";

/** The one limit of a standard: its metric, and every comparison that may be in force. */
export interface OneLimit {
  readonly metric: Metric;
  readonly comparisons: readonly LimitComparison[];
}

/** The limit of a standard; null where there is not exactly one for all rows, undefined where that is not known. */
export function oneLimit(judging: Judging, { model }: CheckedStandard): OneLimit | null | undefined {
  if (model === null) return undefined;
  const limits = model.requires.flatMap((requirement) => requirement.alternatives);
  const [limit] = limits;
  if (limit === undefined || limits.length > 1 || limit.group !== null) return null;
  const metric = judging.world.metrics.get(limit.metric);
  const changes = judging.amendments.filter((one) => one?.standard === model.name);
  if (metric === undefined) return undefined;
  const comparisons = [...limit.rows, ...changes.filter((one) => one !== null)].map((row) => row.comparison);
  return { metric, comparisons };
}

/** Which values are better than a bound; null for a comparison that has no better side. */
export function betterSide({ operator }: LimitComparison): "higher" | "lower" | null {
  switch (operator) {
    case "at_least":
    case "more_than":
    case "at_least_peers":
      return "higher";
    case "at_most":
    case "less_than":
    case "at_most_peers":
      return "lower";
    default:
      return null;
  }
}
