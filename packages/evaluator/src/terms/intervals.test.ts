import { describe, expect, it } from "vitest";
import { literal } from "../../../../test/support/standing-bundle.ts";
import type { PlainComparison } from "../bundle/standard-plan.ts";
import { isOnWrongSide, type Sample } from "./intervals.ts";
import { type Percent, tSquared, zSquared } from "./quantiles.ts";

type Operator = PlainComparison["operator"];
type Bound = readonly [numerator: number, denominator: number];

const asked = (operator: Operator, ...bounds: readonly Bound[]): PlainComparison => ({
  operator,
  values: bounds.map(([numerator, denominator]) => literal(numerator, denominator)),
  words: "",
  text: "",
});

const share = (hits: number, rows: number): Sample => ({
  kind: "share",
  hits: BigInt(hits),
  rows: BigInt(rows),
});

const mean = (...values: readonly number[]): Sample => ({
  kind: "mean",
  count: BigInt(values.length),
  sum: values.reduce((sum, value) => sum + BigInt(Math.round(value * 1000)), 0n),
  squares: values.reduce((sum, value) => sum + BigInt(Math.round(value * 1000)) ** 2n, 0n),
  scale: 1000n,
});

const net = (promoters: number, detractors: number, answers: number): Sample => ({
  kind: "net",
  promoters: BigInt(promoters),
  detractors: BigInt(detractors),
  answers: BigInt(answers),
});

/** Ends of an interval, found by asking bounds ever closer: to a millionth. */
function endsOf(sample: Sample, percent: Percent, from: number, to: number): readonly [string, string] {
  const MICRO = 1_000_000;
  const search = (operator: Operator, isBeyond: boolean): string => {
    let [low, high] = [from * MICRO, to * MICRO];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (isOnWrongSide(asked(operator, [middle, MICRO]), sample, percent) === isBeyond) high = middle;
      else low = middle;
    }
    return (low / MICRO).toFixed(4);
  };
  // `at most V` is wrong while V is below the low end; `at least V` once V is above the high one.
  return [search("at_most", false), search("at_least", true)];
}

describe("quantiles", () => {
  it("take the next smaller number of degrees", () => {
    expect(zSquared(95)).toBe(3841459n);
    expect([1n, 2n, 100n, 119n, 120n, 999n, 1000n, 5000n].map((f) => tSquared(95, f))).toEqual([
      161447639n,
      18512821n,
      3936143n,
      3936143n,
      3920124n,
      3860124n,
      3850775n,
      3850775n,
    ]);
    expect(tSquared(80, 5n)).toBe(2178234n);
    expect(tSquared(99, 5n)).toBe(16258177n);
  });
});

describe("the interval of a share", () => {
  // Newcombe, Statistics in Medicine 17 (1998), 857-872, table I: Wilson's score interval without correction.
  it.each([
    [81, 263, "0.2553", "0.3662"],
    [15, 148, "0.0624", "0.1605"],
    [0, 20, "0.0000", "0.1611"],
    [1, 29, "0.0061", "0.1718"],
  ])("of %i of %i is the published one", (hits, rows, low, high) => {
    expect(endsOf(share(hits, rows), 95, 0, 1)).toEqual([low, high]);
  });

  it("decides the examples of the specification", () => {
    const limit = asked("at_least", [95, 100]);
    expect([92, 91, 90].map((hits) => isOnWrongSide(limit, share(hits, 100), 95))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("is wide where there is little, and there is none of nothing", () => {
    const limit = asked("at_least", [90, 100]);
    expect([3, 7, 70].map((tens) => isOnWrongSide(limit, share(tens * 8, tens * 10), 95))).toEqual([
      false,
      true,
      true,
    ]);
    expect(isOnWrongSide(limit, share(0, 0), 95)).toBe(null);
  });

  it("ends at 1 where all hit, and that end belongs to it", () => {
    expect(isOnWrongSide(asked("more_than", [1, 1]), share(5, 5), 95)).toBe(true);
    expect(isOnWrongSide(asked("at_least", [1, 1]), share(5, 5), 95)).toBe(false);
    expect(isOnWrongSide(asked("less_than", [0, 1]), share(0, 5), 95)).toBe(true);
    expect(isOnWrongSide(asked("at_most", [0, 1]), share(0, 5), 95)).toBe(false);
    expect(isOnWrongSide(asked("at_least", [11, 10]), share(5, 5), 95)).toBe(true);
  });

  it("is asked on both sides of a range, and of `is` and `is not`", () => {
    const of = (comparison: PlainComparison): readonly (boolean | null)[] =>
      [10, 50, 90].map((hits) => isOnWrongSide(comparison, share(hits, 100), 95));
    expect(of(asked("between", [4, 10], [6, 10]))).toEqual([true, false, true]);
    expect(of(asked("is", [1, 2]))).toEqual([true, false, true]);
    expect(of(asked("is_not", [1, 2]))).toEqual([false, false, false]);
  });
});

describe("the interval of an average", () => {
  it("is the published one", () => {
    // Student's own sleep data (Biometrika 6, 1908): the differences between two drugs.
    const sleep = mean(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4);
    expect(endsOf(sleep, 95, -10, 10)).toEqual(["0.7001", "2.4599"]);
    expect(endsOf(sleep, 99, -10, 10)).toEqual(["0.3159", "2.8441"]);
  });

  it("has none of one value, and no width where all are equal", () => {
    expect(isOnWrongSide(asked("at_least", [5, 1]), mean(4), 95)).toBe(null);
    const equal = mean(4, 4, 4);
    expect(isOnWrongSide(asked("at_least", [4, 1]), equal, 95)).toBe(false);
    expect(isOnWrongSide(asked("more_than", [4, 1]), equal, 95)).toBe(true);
    expect(isOnWrongSide(asked("less_than", [4, 1]), equal, 95)).toBe(true);
    expect(isOnWrongSide(asked("is_not", [4, 1]), equal, 95)).toBe(true);
    expect(isOnWrongSide(asked("is", [4, 1]), equal, 95)).toBe(false);
  });
});

describe("the interval of a net score", () => {
  it("is that of its answers, times 100", () => {
    // 50 promoters, 20 detractors, 30 others: 30, and half a width of 1.959964 × √(0.61 / 100) × 100.
    expect(endsOf(net(50, 20, 100), 95, -100, 100)).toEqual(["14.6922", "45.3078"]);
  });

  it("has no width where all answers are alike", () => {
    expect(isOnWrongSide(asked("more_than", [100, 1]), net(5, 0, 5), 95)).toBe(true);
    expect(isOnWrongSide(asked("at_least", [100, 1]), net(5, 0, 5), 95)).toBe(false);
    expect(isOnWrongSide(asked("at_least", [0, 1]), net(0, 0, 0), 95)).toBe(null);
  });
});
