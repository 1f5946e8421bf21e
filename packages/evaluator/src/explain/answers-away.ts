import { type Exact, exact } from "../exact/ratio.ts";
import { comparisonHolds } from "../judge/comparison.ts";
import type { Compared, RowsAway } from "./rows-away.ts";
import { counted } from "./words.ts";

/** Net scores: promoters to be added, or detractors that may be. */
export function answersAway({ comparison, facts, cell, asked, isMet }: Compared): RowsAway | null {
  const [state] = facts.states;
  if (state === undefined || (comparison.operator !== "at_least" && comparison.operator !== "more_than"))
    return null;
  const { promoters, detractors, answers } = state.netScore;
  const net = BigInt(promoters.get(cell) - detractors.get(cell));
  const total = BigInt(answers.get(cell));
  const withAdded = (added: bigint, sign: bigint): Exact => exact(100n * (net + sign * added), total + added);
  const holds = (value: Exact): boolean => comparisonHolds(comparison, asked(value));
  if (!isMet) {
    const rows = firstWhere((added) => holds(withAdded(added, 1n)), total);
    return rows === null ? null : { rows: Number(rows), text: `${counted(rows, "promoters")} short` };
  }
  const fails = firstWhere((added) => !holds(withAdded(added, -1n)), total);
  return fails === null
    ? null
    : { rows: Number(fails - 1n), text: `room for ${counted(fails - 1n, "detractors")} more` };
}

/** The smallest count from 1 that passes a test which larger ones pass too; null where even very many do not. */
function firstWhere(test: (count: bigint) => boolean, scale: bigint): bigint | null {
  let high = 1n;
  const far = (scale + 1n) * 1_000_000_000n;
  while (!test(high)) {
    if (high > far) return null;
    high *= 2n;
  }
  let low = high / 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (test(middle)) high = middle;
    else low = middle;
  }
  return high;
}
