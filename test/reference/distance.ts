/**
 * How far a value is from its limit, for the reference (§4.1): by trying one row more, and one more, until it turns.
 */
import type { MetricPlan, PlainComparison } from "@tenet-lang/evaluator";
import { fromText, type Measured } from "./metrics.ts";
import { abs, ceiling, compare, type Rational, rational, reduced, subtract, times } from "./rational.ts";

export interface Distance {
  readonly direction: "short" | "margin";
  readonly rows: bigint | null;
  readonly gap: Rational | null;
}

type Meets = (value: Rational) => boolean;

/** How values are held against a limit: rounded, then compared. */
export interface Yardstick {
  round(value: Rational): Rational;
  meets(value: Rational, comparison: PlainComparison): boolean;
  bounds(comparison: PlainComparison): readonly Rational[];
}

/** Null where the value is no number. */
export function distance(
  plan: MetricPlan,
  measured: Measured,
  comparison: PlainComparison,
  yardstick: Yardstick,
): Distance | null {
  const { value } = measured;
  if (value === null || typeof value !== "object") return null;
  const isMet = yardstick.meets(value, comparison);
  const rows = rowsBetween(plan, measured, value, comparison, isMet, yardstick);
  const gap = rows === null ? gapTo(yardstick.round(value), yardstick.bounds(comparison)) : null;
  return rows === null && gap === null ? null : { direction: isMet ? "margin" : "short", rows, gap };
}

/** The difference between the (rounded) value and the nearest bound. */
function gapTo(value: Rational, bounds: readonly Rational[]): Rational | null {
  const gaps = bounds.map((bound) => {
    const { n, d } = reduced(subtract(value, bound));
    return { n: abs(n), d };
  });
  return gaps.sort(compare)[0] ?? null;
}

function rowsBetween(
  { form }: MetricPlan,
  measured: Measured,
  value: Rational,
  comparison: PlainComparison,
  isMet: boolean,
  yardstick: Yardstick,
): bigint | null {
  const { operator } = comparison;
  const meets = (candidate: Rational): boolean => yardstick.meets(candidate, comparison);
  const isBeyond = (candidate: Rational): boolean =>
    yardstick.bounds(comparison).every((bound) => compare(yardstick.round(candidate), bound) > 0);
  const toTurn = (start: bigint, most: bigint | null, made: (n: bigint) => Rational): bigint | null =>
    steps(start, operator, isMet, (n) => {
      if (n < 0n || (most !== null && n > most)) return null;
      return { isMet: meets(made(n)), isBeyond: isBeyond(made(n)) };
    });
  switch (form.kind) {
    case "share":
      return toTurn(value.n, value.d, (n) => ({ n, d: value.d }));
    case "count":
    case "distinct":
      return toTurn(value.n, null, (n) => rational(n));
    case "rate":
      return toTurn(value.n / BigInt(form.per), null, (n) => ({ n: n * BigInt(form.per), d: value.d }));
    case "median":
    case "percentile":
    case "lowest":
    case "highest":
      return rankRows(rankShare(form), measured, comparison, isMet, yardstick);
    case "net_score":
      return answersToAdd(measured, operator, isMet, meets);
    default:
      return null;
  }
}

/**
 * Rows to change, one at a time up or down, until meeting (short) or until just before failing (margin); null where
 * that never happens (§4.1.23). Above all bounds nothing turns any more.
 */
function steps(
  start: bigint,
  operator: PlainComparison["operator"],
  isMet: boolean,
  at: (n: bigint) => { readonly isMet: boolean; readonly isBeyond: boolean } | null,
): bigint | null {
  const turn = (direction: 1n | -1n): bigint | null => {
    for (let k = 1n; ; k += 1n) {
      const found = at(start + direction * k);
      if (found === null) return null;
      if (found.isMet !== isMet) return k;
      if (found.isBeyond && direction === 1n) return null;
    }
  };
  const smallest = (found: readonly (bigint | null)[]): bigint | null =>
    found.reduce((least, one) => (least === null || (one !== null && one < least) ? one : least), null);
  if (!isMet) return smallest([turn(1n), turn(-1n)]);
  const [up, down] = [turn(1n), turn(-1n)];
  const before = (turned: bigint | null): bigint | null => (turned === null ? null : turned - 1n);
  if (operator === "at_least" || operator === "more_than") return before(down);
  if (operator === "at_most" || operator === "less_than") return before(up);
  return before(smallest([up, down]));
}

function rankShare(form: MetricPlan["form"]): Rational {
  if (form.kind === "percentile") return fromText(form.percent);
  return form.kind === "median" ? rational(1, 2) : rational(form.kind === "lowest" ? 0 : 1);
}

/** The rank at which the value stands needs so many values on the right side: those too few, or to spare. */
function rankRows(
  share: Rational,
  { detail }: Measured,
  comparison: PlainComparison,
  isMet: boolean,
  yardstick: Yardstick,
): bigint | null {
  if (comparison.operator === "is" || comparison.operator === "is_not") return null;
  const size = BigInt(detail.length);
  const exact = ceiling(times(share, rational(size)));
  const rank = exact < 1n ? 1n : exact;
  const spare = sides(comparison).map((side) => {
    const isCeiling = side.operator === "at_most" || side.operator === "less_than";
    const right = BigInt(detail.filter((value) => yardstick.meets(value, side)).length);
    return right - (isCeiling ? rank : size - rank + 1n);
  });
  const least = spare.reduce((a, b) => (a - b > 0n ? b : a));
  return isMet ? least : -least;
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

/** Promoters to add until it meets; detractors that may be added while it does. Only of a floor. */
function answersToAdd(
  { detail }: Measured,
  operator: PlainComparison["operator"],
  isMet: boolean,
  meets: Meets,
): bigint | null {
  const [promoters, detractors, answers] = detail.map(({ n }) => n);
  if (promoters === undefined || detractors === undefined || answers === undefined) return null;
  if (operator !== "at_least" && operator !== "more_than") return null;
  const withMore = (k: bigint): boolean =>
    meets(rational(100n * (promoters - detractors + (isMet ? -k : k)), answers + k));
  const turned = firstTurn((k) => withMore(k) !== isMet);
  if (turned === null) return null;
  return isMet ? turned - 1n : turned;
}

/** The smallest count from which a monotonic test holds; null where it never does. */
function firstTurn(test: (k: bigint) => boolean): bigint | null {
  let high = 1n;
  while (!test(high)) {
    high *= 2n;
    if (high > 2n ** 64n) return null;
  }
  let low = high / 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (test(middle)) high = middle;
    else low = middle;
  }
  return high;
}
