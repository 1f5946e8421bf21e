/**
 * How far a value is from its limit, for the reference (§4.1): by trying one row more, and one more, until it turns.
 */
import type { LimitComparison, MetricPlan } from "@tenet-lang/evaluator";
import type { Measured } from "./metrics.ts";
import { abs, ceiling, compare, type Rational, rational, reduced, subtract, times } from "./rational.ts";

export interface Distance {
  readonly direction: "short" | "margin";
  readonly rows: bigint | null;
  readonly gap: Rational | null;
}

type Meets = (value: Rational) => boolean;

/** Null where the value is no number. */
export function distance(
  plan: MetricPlan,
  measured: Measured,
  comparison: LimitComparison,
  bounds: readonly Rational[],
  meets: Meets,
  round: (value: Rational) => Rational,
): Distance | null {
  const { value } = measured;
  if (value === null || typeof value !== "object") return null;
  const isMet = meets(value);
  const rows = rowsBetween(plan, measured, value, comparison, isMet, meets);
  const gap = rows === null ? gapTo(round(value), comparison, bounds, isMet) : null;
  return { direction: isMet ? "margin" : "short", rows, gap };
}

/** The difference between the (rounded) value and the nearest bound. */
function gapTo(
  value: Rational,
  comparison: LimitComparison,
  bounds: readonly Rational[],
  isMet: boolean,
): Rational | null {
  if (comparison.operator === "is_not" && !isMet) return null;
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
  comparison: LimitComparison,
  isMet: boolean,
  meets: Meets,
): bigint | null {
  const { operator } = comparison;
  switch (form.kind) {
    case "share":
      return steps(value.n, value.d, operator, isMet, (n) => meets({ n, d: value.d }));
    case "count":
    case "distinct":
      return steps(value.n, null, operator, isMet, (n) => meets(rational(n)));
    case "rate":
      return steps(value.n / BigInt(form.per), null, operator, isMet, (n) =>
        meets({ n: n * BigInt(form.per), d: value.d }),
      );
    case "median":
    case "percentile":
    case "lowest":
    case "highest":
      return rankRows(
        form.kind,
        form.kind === "percentile" ? form.percent : null,
        measured,
        operator,
        isMet,
        meets,
      );
    case "net_score":
      return answersToAdd(measured, operator, isMet, meets);
    default:
      return null;
  }
}

/** Rows to change, one at a time up or down between 0 and `most`, until meeting (short) or until just before failing (margin). */
function steps(
  start: bigint,
  most: bigint | null,
  operator: LimitComparison["operator"],
  isMet: boolean,
  meets: (n: bigint) => boolean,
): bigint | null {
  const far = 1_000_000n;
  const turn = (direction: 1n | -1n): bigint | null => {
    for (let k = 1n; k <= far; k += 1n) {
      const n = start + direction * k;
      if (n < 0n || (most !== null && n > most)) return null;
      if (meets(n) !== isMet) return k;
    }
    return null;
  };
  const smallest = (found: readonly (bigint | null)[]): bigint | null =>
    found.reduce((least, one) => (least === null || (one !== null && one < least) ? one : least), null);
  if (!isMet) return smallest([turn(1n), turn(-1n)]);
  const [up, down] = [turn(1n), turn(-1n)];
  const room = (found: bigint | null, all: bigint | null): bigint | null =>
    found === null ? all : found - 1n;
  if (operator === "at_least" || operator === "more_than") return room(down, start);
  if (operator === "at_most" || operator === "less_than")
    return room(up, most === null ? null : most - start);
  const first = smallest([up, down]);
  return first === null ? null : first - 1n;
}

/** The rank at which the value stands needs so many values on the right side: those too few, or to spare. */
function rankRows(
  kind: "median" | "percentile" | "lowest" | "highest",
  percent: { readonly numerator: string; readonly denominator: string } | null,
  { detail }: Measured,
  operator: LimitComparison["operator"],
  isMet: boolean,
  meets: Meets,
): bigint | null {
  const isCeiling = operator === "at_most" || operator === "less_than";
  if (!isCeiling && operator !== "at_least" && operator !== "more_than") return null;
  const part = { median: rational(1, 2), lowest: rational(0), highest: rational(1) };
  const share =
    percent === null
      ? part[kind as keyof typeof part]
      : rational(BigInt(percent.numerator), BigInt(percent.denominator));
  const size = BigInt(detail.length);
  const exact = ceiling(times(share, rational(size)));
  const rank = exact < 1n ? 1n : exact;
  const right = BigInt(detail.filter(meets).length);
  const wanted = isCeiling ? rank : size - rank + 1n;
  return isMet ? right - wanted : wanted - right;
}

/** Promoters to add until it meets; detractors that may be added while it does. For a ceiling, the other way round. */
function answersToAdd(
  { detail }: Measured,
  operator: LimitComparison["operator"],
  isMet: boolean,
  meets: Meets,
): bigint | null {
  const [promoters, detractors, answers] = detail.map(({ n }) => n);
  if (promoters === undefined || detractors === undefined || answers === undefined) return null;
  const isFloor = operator === "at_least" || operator === "more_than";
  const isCeiling = operator === "at_most" || operator === "less_than";
  if (!isFloor && !isCeiling) return null;
  const addsPromoters = isFloor !== isMet;
  const withMore = (k: bigint): boolean =>
    meets(rational(100n * (promoters - detractors + (addsPromoters ? k : -k)), answers + k));
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
