/**
 * The distance of a metric that counts rows (SPEC §4.1.19, §4.1.20): the possible numerators at the same denominator
 * are searched for the nearest that meets the limit, or the last that still does.
 */
import type { MetricPlan } from "../bundle/metric-plan.ts";
import type { PlainComparison } from "../bundle/standard-plan.ts";
import { compareExact, type Exact, exact } from "../exact/ratio.ts";
import { literalRatio } from "../judge/comparison.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import type { Compared, RowsAway } from "./rows-away.ts";
import { counted } from "./words.ts";

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

/** Rows to be added or taken away; null where no number of them would do. */
export function numeratorAway({ comparison, facts, cell, asked, isMet, noun }: Compared): RowsAway | null {
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
function meetingRuns(
  comparison: PlainComparison,
  possible: Numerators,
  asked: Compared["asked"],
): readonly Run[] {
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
