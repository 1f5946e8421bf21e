/**
 * How far a value is from its limit (SPEC §4.1.18 to §4.1.24).
 *
 * Where rows can be counted, the distance is a number of rows: the possible numerators at the same denominator are
 * searched for the nearest that meets the limit, or the last that still does. The search asks the same comparison,
 * with the same rounding, that decided, so that one row fewer than the distance never flips the verdict. Where rows
 * cannot be counted the gap between value and limit is given.
 */
import type { LimitComparison, PlainComparison } from "../bundle/standard-plan.ts";
import { compareExact, type Exact, lowestTerms, roundHalfUp, subtractExact } from "../exact/ratio.ts";
import { comparisonHolds, literalRatio } from "../judge/comparison.ts";
import type { LimitDecision } from "../judge/decision.ts";
import { roundingOf } from "../judge/facts.ts";
import type { Distance } from "../judge/result.ts";
import { isExact } from "../measure/facts.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import type { Run as MeasuredRun } from "../measure/run.ts";
import { answersAway } from "./answers-away.ts";
import { numeratorAway } from "./numerator-away.ts";
import { rankAway } from "./rank-away.ts";
import type { Compared, RowsAway } from "./rows-away.ts";
import { gapWords, rowWords } from "./words.ts";

/** The distance of a limit: from its own bound, or from what others have reached. */
export function limitDistance(
  { row, facts, terms }: LimitDecision,
  cell: number,
  run: MeasuredRun,
): Distance | null {
  const decimals = roundingOf(facts.plan, run);
  const noun = rowWords(facts.plan, run.bundle);
  return distanceOf(row.comparison, facts, cell, decimals, noun) ?? terms?.distance ?? null;
}

/** The distance of a metric's value in a cell from a comparison; null where there is nothing to compare. */
export function distanceOf(
  comparison: LimitComparison,
  facts: MetricFacts,
  cell: number,
  decimals: number | null,
  noun: string,
): Distance | null {
  // The distance to peers is a gap that only their values tell.
  if (!("values" in comparison)) return null;
  const value = facts.value(cell);
  if (!isExact(value)) return null;
  const asked = (candidate: Exact): Exact =>
    decimals === null ? candidate : roundHalfUp(candidate, decimals);
  const isMet = comparisonHolds(comparison, asked(value));
  const direction = isMet ? "margin" : "short";
  const rows = rowsAway({ comparison, facts, cell, asked, isMet, noun });
  if (rows !== null) return { direction, rows: rows.rows, gap: null, text: rows.text };
  const gap = gapOf(comparison, asked(value));
  if (gap === null) return null;
  const words = gapWords(gap, facts.plan.unit);
  const text = isMet
    ? `${words} to spare`
    : `${words} ${isBelow(comparison, asked(value)) ? "below" : "above"} the limit`;
  return {
    direction,
    rows: null,
    gap: { numerator: String(gap.numerator), denominator: String(gap.denominator) },
    text,
  };
}

function rowsAway(compared: Compared): RowsAway | null {
  switch (compared.facts.plan.form.kind) {
    case "share":
    case "count":
    case "distinct":
    case "rate":
      return numeratorAway(compared);
    case "median":
    case "percentile":
    case "lowest":
    case "highest":
      return rankAway(compared);
    case "net_score":
      return answersAway(compared);
    default:
      return null;
  }
}

/** Absolute difference from the limit (for `from A to B` the nearer end), in lowest terms. */
function gapOf(comparison: PlainComparison, value: Exact): Exact | null {
  const gaps = comparison.values.flatMap((literal) => {
    const bound = literalRatio(literal);
    if (bound === null) return [];
    const gap = subtractExact(value, bound);
    return [lowestTerms(gap.numerator < 0n ? -gap.numerator : gap.numerator, gap.denominator)];
  });
  return gaps.reduce<Exact | null>(
    (best, gap) => (best === null || compareExact(gap, best) < 0 ? gap : best),
    null,
  );
}

function isBelow(comparison: PlainComparison, value: Exact): boolean {
  const [first] = comparison.values;
  const bound = first === undefined ? null : literalRatio(first);
  return bound !== null && compareExact(value, bound) < 0;
}
