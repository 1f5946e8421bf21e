/**
 * How far a value is from its limit (SPEC §4.1.18 to §4.1.24).
 *
 * Where rows can be counted, the distance is a number of rows: the possible numerators at the same denominator are
 * searched for the nearest that meets the limit, or the last that still does. The search asks the same comparison,
 * with the same rounding, that decided, so that one row fewer than the distance never flips the verdict. Where rows
 * cannot be counted the gap between value and limit is given.
 */
import type { MetricPlan } from "../bundle/metric-plan.ts";
import type { LimitComparison, PlainComparison } from "../bundle/standard-plan.ts";
import {
  ceilDivide,
  compareExact,
  type Exact,
  exact,
  fromText,
  lowestTerms,
  roundHalfUp,
  subtractExact,
} from "../exact/ratio.ts";
import { comparisonHolds, literalRatio } from "../judge/comparison.ts";
import type { LimitDecision } from "../judge/decision.ts";
import { roundingOf } from "../judge/facts.ts";
import type { Distance } from "../judge/result.ts";
import { isExact, scaled } from "../measure/facts.ts";
import type { MetricFacts } from "../measure/metric-measure.ts";
import type { Run as MeasuredRun } from "../measure/run.ts";
import { counted, gapWords, rowWords } from "./words.ts";

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
  const rows = rowsAway(comparison, facts, cell, asked, isMet, noun);
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

type Asked = (value: Exact) => Exact;

interface RowsAway {
  readonly rows: number;
  readonly text: string;
}

function rowsAway(
  comparison: PlainComparison,
  facts: MetricFacts,
  cell: number,
  asked: Asked,
  isMet: boolean,
  noun: string,
): RowsAway | null {
  switch (facts.plan.form.kind) {
    case "share":
    case "count":
    case "distinct":
    case "rate":
      return numeratorAway(comparison, facts, cell, asked, isMet, noun);
    case "median":
    case "percentile":
    case "lowest":
    case "highest":
      return rankAway(comparison, facts, cell, asked, isMet, noun);
    case "net_score":
      return answersAway(comparison, facts, cell, asked, isMet);
    default:
      return null;
  }
}

/** The possible numerators of a metric that counts rows, and the value that each would give. */
interface Numerators {
  readonly present: bigint;
  /** Null: without end. */
  readonly most: bigint | null;
  readonly valueOf: (rows: bigint) => Exact;
}

function numerators(facts: MetricFacts, cell: number): Numerators | null {
  const [state, other] = facts.states;
  if (state === undefined) return null;
  const { form } = facts.plan;
  const rows = BigInt(state.rows.get(cell));
  if (form.kind === "share") {
    return {
      present: BigInt(state.share.numerator.get(cell)),
      most: rows,
      valueOf: (count) => exact(count, rows),
    };
  }
  if (form.kind === "distinct") {
    return { present: BigInt(state.distinct.finish(cell)), most: null, valueOf: (count) => exact(count, 1n) };
  }
  if (form.kind === "rate") {
    const below = BigInt(other?.rows.get(cell) ?? 0);
    return { present: rows, most: null, valueOf: (count) => exact(BigInt(form.per) * count, below) };
  }
  return { present: rows, most: null, valueOf: (count) => exact(count, 1n) };
}

/** A run of numerators that meet a comparison; `to` null: without end. */
interface Run {
  readonly from: bigint;
  readonly to: bigint | null;
}

function numeratorAway(
  comparison: PlainComparison,
  facts: MetricFacts,
  cell: number,
  asked: Asked,
  isMet: boolean,
  noun: string,
): RowsAway | null {
  const possible = numerators(facts, cell);
  if (possible === null) return null;
  const runs = meetingRuns(comparison, possible, asked);
  const { present, most } = possible;
  if (!isMet) {
    const aims = runs.map(({ from, to }) =>
      present < from ? from : to !== null && present > to ? to : present,
    );
    const nearest = aims.reduce<bigint | null>(
      (best, aim) => (best === null || away(aim, present) < away(best, present) ? aim : best),
      null,
    );
    if (nearest === null) return null;
    const rows = Number(away(nearest, present));
    return { rows, text: shortWords(rows, nearest, present, possible, facts.plan, noun) };
  }
  const run = runs.find(({ from, to }) => present >= from && (to === null || present <= to));
  if (run === undefined) return null;
  const down = run.from > 0n ? present - run.from : null;
  const up = run.to !== null && (most === null || run.to < most) ? run.to - present : null;
  const margin = down === null ? up : up === null || down < up ? down : up;
  return margin === null ? null : { rows: Number(margin), text: `${counted(margin, noun)} to spare` };
}

function away(a: bigint, b: bigint): bigint {
  return a < b ? b - a : a - b;
}

function shortWords(
  rows: number,
  aim: bigint,
  present: bigint,
  possible: Numerators,
  metric: MetricPlan,
  noun: string,
): string {
  const target =
    possible.most === null || metric.form.kind !== "share" ? `${aim}` : `${aim} of ${possible.most}`;
  const amount = aim > present ? `${counted(rows, noun)} short` : `${counted(rows, noun)} too many`;
  return `${amount} (${target} would have met it)`;
}

/** The numerators that meet a comparison: at most two runs, each between two thresholds. */
function meetingRuns(comparison: PlainComparison, possible: Numerators, asked: Asked): readonly Run[] {
  const [low, high] = comparison.values.map((literal) => literalRatio(literal));
  if (low === null || low === undefined) return [];
  const reaches = (bound: Exact): bigint | null =>
    firstNumerator(possible, (value) => compareExact(asked(value), bound) >= 0);
  const passes = (bound: Exact): bigint | null =>
    firstNumerator(possible, (value) => compareExact(asked(value), bound) > 0);
  const run = (from: bigint | null, end: bigint | null): readonly Run[] => {
    const to = end === null ? possible.most : end - 1n;
    return from === null || (to !== null && to < from) ? [] : [{ from, to }];
  };
  switch (comparison.operator) {
    case "at_least":
      return run(reaches(low), null);
    case "more_than":
      return run(passes(low), null);
    case "at_most":
      return run(0n, passes(low));
    case "less_than":
      return run(0n, reaches(low));
    case "is":
      return run(reaches(low), passes(low));
    case "is_not":
      return joined([...run(0n, reaches(low)), ...run(passes(low), null)]);
    case "between":
      return run(reaches(low), passes(high ?? low));
  }
}

/** Runs that touch are one: nothing between them fails. */
function joined(runs: readonly Run[]): readonly Run[] {
  const [first, second] = runs;
  if (first === undefined || second === undefined || first.to === null || first.to + 1n < second.from)
    return runs;
  return [{ from: first.from, to: second.to }];
}

/** The smallest possible numerator whose value passes a test that larger ones pass too; null where none does. */
function firstNumerator(possible: Numerators, test: (value: Exact) => boolean): bigint | null {
  const holds = (count: bigint): boolean => test(possible.valueOf(count));
  if (holds(0n)) return 0n;
  let high = possible.most ?? 1n;
  while (possible.most === null && !holds(high)) high *= 2n;
  if (!holds(high)) return null;
  let low = 0n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Nearest-rank values: how many values are on the right side of the bound, against how many it takes. */
function rankAway(
  comparison: PlainComparison,
  facts: MetricFacts,
  cell: number,
  asked: Asked,
  isMet: boolean,
  noun: string,
): RowsAway | null {
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

/** Net scores: promoters to be added, or detractors that may be. */
function answersAway(
  comparison: PlainComparison,
  facts: MetricFacts,
  cell: number,
  asked: Asked,
  isMet: boolean,
): RowsAway | null {
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
