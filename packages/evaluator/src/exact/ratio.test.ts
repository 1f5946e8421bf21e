import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ceilDivide,
  compareExact,
  exact,
  floorDivide,
  formatExact,
  lowestTerms,
  parseDecimal,
  roundHalfUp,
} from "./ratio.ts";
import { compareText } from "./text-order.ts";

test("a ratio that doubles would round up to the limit stays below it", () => {
  expect(949999999999999 / 999999999999999 >= 0.95).toBe(true);
  expect(compareExact(exact(949999999999999n, 999999999999999n), exact(95n, 100n))).toBe(-1);
  expect(compareExact(exact(95n, 100n), exact(19n, 20n))).toBe(0);
});

test.each([
  [exact(1695n, 2000n), 2, "85/100"],
  [exact(847n, 1000n), 2, "85/100"],
  [exact(8449n, 10000n), 2, "84/100"],
  [exact(-25n, 10n), 0, "-3/1"],
  [exact(25n, 10n), 0, "3/1"],
  [exact(-24n, 10n), 0, "-2/1"],
])("%o rounds to %i decimals as %s", (value, decimals, expected) => {
  const { numerator, denominator } = roundHalfUp(value, decimals);
  expect(`${numerator}/${denominator}`).toBe(expected);
});

test.each([
  ["95", "100", "0.95"],
  ["949", "999", "0.94…"],
  ["-1", "3", "-0.33…"],
  ["42", "10", "4.2"],
  ["300", "100", "3"],
  ["-1", "1000", "-0.00…"],
])("%s/%s is shown as %s", (numerator, denominator, expected) => {
  expect(formatExact(exact(BigInt(numerator), BigInt(denominator)))).toBe(expected);
});

test("division to whole numbers goes down and up for either sign", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 50n }), (a, b) => {
      expect(floorDivide(a, b)).toBe(BigInt(Math.floor(Number(a) / Number(b))));
      expect(ceilDivide(a, b)).toBe(BigInt(Math.ceil(Number(a) / Number(b)) || 0));
    }),
  );
});

test("lowest terms have a positive denominator", () => {
  expect(lowestTerms(6n, -4n)).toEqual(exact(-3n, 2n));
  expect(lowestTerms(0n, 7n)).toEqual(exact(0n, 1n));
});

test.each(["1e3", "0x10", " 1", "1,5", "", ".5", "5."])("`%s` is no plain decimal", (text) => {
  expect(parseDecimal(text)).toBeNull();
});

test("text is ordered by code point", () => {
  const words = ["😀", "\ufffd", "a", "Z", "", "ab", "10", "9"];
  const byCodePoint = [...words].sort((a, b) => {
    const [x, y] = [[...a], [...b]].map((letters) => letters.map((letter) => letter.codePointAt(0) ?? 0));
    for (let at = 0; at < Math.min(x?.length ?? 0, y?.length ?? 0); at += 1) {
      if (x?.[at] !== y?.[at]) return (x?.[at] ?? 0) - (y?.[at] ?? 0);
    }
    return (x?.length ?? 0) - (y?.length ?? 0);
  });
  expect([...words].sort(compareText)).toEqual(byCodePoint);
});
