/**
 * Confidence intervals, without ever taking a square root (SPEC §4.2.11 to §4.2.13).
 *
 * Where an end of an interval lies, seen from a bound, is the sign of two whole numbers: F compares the squares of the
 * bound's distance and of the interval's half width, C says on which side of the interval's middle the bound is. A
 * share has Wilson's interval, an average Student's t, a net score the normal one of its answers.
 */
import type { PlainComparison } from "../bundle/standard-plan.ts";
import type { Exact } from "../exact/ratio.ts";
import { literalRatio } from "../judge/comparison.ts";
import { MILLION, type Percent, tSquared, zSquared } from "./quantiles.ts";

/** What an interval is made from. */
export type Sample =
  | { readonly kind: "share"; readonly hits: bigint; readonly rows: bigint }
  /** Whole numbers at a scale: their sum and the sum of their squares. */
  | {
      readonly kind: "mean";
      readonly count: bigint;
      readonly sum: bigint;
      readonly squares: bigint;
      readonly scale: bigint;
    }
  | {
      readonly kind: "net";
      readonly promoters: bigint;
      readonly detractors: bigint;
      readonly answers: bigint;
    };

/** Does the whole interval lie on the wrong side of a comparison? Null where there is no interval. */
export function isOnWrongSide(comparison: PlainComparison, sample: Sample, percent: Percent): boolean | null {
  const [low, high] = comparison.values.map((literal) => literalRatio(literal));
  if (low === null || low === undefined || !hasInterval(sample)) return null;
  const at = (bound: Exact): Ends => endsAt(bound, sample, percent);
  const ends = at(low);
  switch (comparison.operator) {
    case "at_least":
      return ends.highBelow;
    case "more_than":
      return ends.highAtMost;
    case "at_most":
      return ends.lowAbove;
    case "less_than":
      return ends.lowAtLeast;
    case "between":
      return ends.highBelow || at(high ?? low).lowAbove;
    case "is":
      return ends.highBelow || ends.lowAbove;
    case "is_not":
      return ends.highAtMost && ends.lowAtLeast;
  }
}

/** Where the ends of an interval lie, seen from a bound. */
interface Ends {
  readonly highBelow: boolean;
  readonly highAtMost: boolean;
  readonly lowAbove: boolean;
  readonly lowAtLeast: boolean;
}

/** One value alone tells nothing of how they vary. */
function hasInterval(sample: Sample): boolean {
  if (sample.kind === "mean") return sample.count > 1n;
  return (sample.kind === "share" ? sample.rows : sample.answers) > 0n;
}

function endsAt(bound: Exact, sample: Sample, percent: Percent): Ends {
  switch (sample.kind) {
    case "share":
      return shareEnds(bound, sample, zSquared(percent));
    case "mean":
      return meanEnds(bound, sample, tSquared(percent, sample.count - 1n));
    case "net":
      return netEnds(bound, sample, zSquared(percent));
  }
}

/** F and C of the table in §4.2.12, each times what makes it whole and keeps its sign. */
function shareEnds(bound: Exact, { hits, rows }: Sample & { kind: "share" }, z: bigint): Ends {
  const { numerator: v, denominator: d } = bound;
  const away = hits * d - rows * v;
  const f = away * away * MILLION - z * rows * v * (d - v);
  const c = 2n * (rows * MILLION + z) * v - (2n * hits * MILLION + z) * d;
  return {
    highBelow: f > 0n && c > 0n,
    highAtMost: f >= 0n && c > 0n,
    lowAbove: f > 0n && c < 0n,
    lowAtLeast: f >= 0n && c < 0n,
  };
}

function meanEnds(bound: Exact, { count, sum, squares, scale }: Sample & { kind: "mean" }, t: bigint): Ends {
  const { numerator: v, denominator: d } = bound;
  const c = count * v * scale - sum * d;
  const spread = count * squares - sum * sum;
  return symmetricEnds((count - 1n) * c * c * MILLION - t * spread * d * d, c);
}

function netEnds(
  bound: Exact,
  { promoters, detractors, answers }: Sample & { kind: "net" },
  z: bigint,
): Ends {
  // The score is a hundred times what its answers average.
  const { numerator: v, denominator: d } = {
    numerator: bound.numerator,
    denominator: bound.denominator * 100n,
  };
  const net = promoters - detractors;
  const c = answers * v - net * d;
  const spread = answers * (promoters + detractors) - net * net;
  return symmetricEnds(answers * c * c * MILLION - z * spread * d * d, c);
}

function symmetricEnds(f: bigint, c: bigint): Ends {
  return {
    highBelow: f > 0n && c > 0n,
    highAtMost: f >= 0n && c >= 0n,
    lowAbove: f > 0n && c < 0n,
    lowAtLeast: f >= 0n && c <= 0n,
  };
}
