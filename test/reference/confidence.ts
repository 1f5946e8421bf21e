/**
 * `judged with P% confidence`, for the reference (§4.2.10 to §4.2.14): does the whole interval lie on the wrong side of
 * a limit? The quantiles are read from the tables of SPEC.md, and all else is done on exact ratios.
 */
import { readFileSync } from "node:fs";
import type { ConfidencePlan, MetricPlan, PlainComparison } from "@tenet-lang/evaluator";
import type { Measured } from "./metrics.ts";
import { add, decimal, type Rational, rational, subtract, times } from "./rational.ts";

type Percent = ConfidencePlan["percent"];

/** Signs that say where a bound lies: F above, at or below 0, and C likewise. */
interface Place {
  readonly f: number;
  readonly c: number;
}

const columns: readonly Percent[] = [80, 90, 95, 99];
const spec = readFileSync(new URL("../../grammar/SPEC.md", import.meta.url), "utf8");

/** t², by degrees of freedom. */
const studentRows = [
  ...spec.matchAll(/^\| (\d+) +\| (\d+\.\d{6}) +\| (\d+\.\d{6}) +\| (\d+\.\d{6}) +\| (\d+\.\d{6}) +\|$/gm),
].map(([, freedom, ...squares]) => ({ freedom: Number(freedom), squares }));

/** z², by confidence. */
const normal = new Map(
  [...spec.matchAll(/(80|90|95|99)% (\d\.\d{6})/g)].map(([, percent, square]) => [Number(percent), square]),
);

const normalSquare = (percent: Percent): Rational => quantile(normal.get(percent));

function studentSquare(percent: Percent, freedom: number): Rational {
  const row = studentRows.findLast((one) => one.freedom <= freedom);
  return quantile(row?.squares[columns.indexOf(percent)]);
}

function quantile(text: string | undefined): Rational {
  if (text === undefined) throw new RangeError("SPEC.md has no such quantile");
  return decimal(text);
}

/** Does the interval lie wholly on the wrong side? Null where there is no interval. */
export function isWrongSide(
  plan: MetricPlan,
  measured: Measured,
  { operator, values }: PlainComparison,
  percent: Percent,
): boolean | null {
  const placeOf = placing(plan, measured, percent);
  if (placeOf === null) return null;
  const bounds = values.flatMap((value) =>
    value.kind === "number"
      ? [placeOf(rational(BigInt(value.value.numerator), BigInt(value.value.denominator)))]
      : [],
  );
  const [first, second = first] = bounds;
  if (first === undefined || second === undefined) return null;
  const isShare = plan.form.kind === "share";
  const highBelow = ({ f, c }: Place): boolean => f > 0 && c > 0;
  const highAtMost = ({ f, c }: Place): boolean => f >= 0 && (isShare ? c > 0 : c >= 0);
  const lowAbove = ({ f, c }: Place): boolean => f > 0 && c < 0;
  const lowAtLeast = ({ f, c }: Place): boolean => f >= 0 && (isShare ? c < 0 : c <= 0);
  switch (operator) {
    case "at_least":
      return highBelow(first);
    case "more_than":
      return highAtMost(first);
    case "at_most":
      return lowAbove(first);
    case "less_than":
      return lowAtLeast(first);
    case "between":
      return highBelow(first) || lowAbove(second);
    case "is":
      return highBelow(first) || lowAbove(first);
    case "is_not":
      return highAtMost(first) && lowAtLeast(first);
    default:
      return null;
  }
}

/** Where a bound lies to the interval of a value (§4.2.12). */
function placing(
  plan: MetricPlan,
  { value, detail }: Measured,
  percent: Percent,
): ((bound: Rational) => Place) | null {
  if (value === null || typeof value !== "object") return null;
  switch (plan.form.kind) {
    case "share":
      return (bound) => shareAt(rational(value.n), rational(value.d), bound, normalSquare(percent));
    case "average":
      return detail.length < 2
        ? null
        : (bound) => averageAt(detail, bound, studentSquare(percent, detail.length - 1));
    case "net_score": {
      const [good = rational(0), bad = rational(0), answers = rational(0)] = detail;
      return (bound) => scoreAt(good, bad, answers, bound, normalSquare(percent));
    }
    default:
      return null;
  }
}

const sign = ({ n }: Rational): number => (n > 0n ? 1 : n < 0n ? -1 : 0);
const square = (one: Rational): Rational => times(one, one);
const product = (...factors: readonly Rational[]): Rational => factors.reduce(times, rational(1));

function shareAt(k: Rational, n: Rational, v: Rational, z: Rational): Place {
  const spread = product(z, n, v, subtract(rational(1), v));
  const centre = subtract(product(rational(2), add(n, z), v), add(times(rational(2), k), z));
  return { f: sign(subtract(square(subtract(k, times(n, v))), spread)), c: sign(centre) };
}

function averageAt(values: readonly Rational[], v: Rational, t: Rational): Place {
  const n = rational(values.length);
  const sum = values.reduce(add, rational(0));
  const squares = values.map(square).reduce(add, rational(0));
  const centre = subtract(times(n, v), sum);
  const spread = subtract(times(n, squares), square(sum));
  return {
    f: sign(subtract(times(rational(values.length - 1), square(centre)), times(t, spread))),
    c: sign(centre),
  };
}

function scoreAt(good: Rational, bad: Rational, n: Rational, v: Rational, z: Rational): Place {
  const difference = subtract(good, bad);
  const centre = subtract(product(n, v, rational(1, 100)), difference);
  const spread = subtract(times(n, add(good, bad)), square(difference));
  return { f: sign(subtract(times(n, square(centre)), times(z, spread))), c: sign(centre) };
}
