import { expect, test } from "vitest";
import type { MetricPlan } from "../bundle/metric-plan.ts";
import { exact } from "../exact/ratio.ts";
import { counted, gapWords, moneyWords, rowWords, valueWords } from "./words.ts";

test("one row is named in the singular, whatever its plural ends in", () => {
  const one = (plural: string): string => counted(1, plural);
  expect(["deliveries", "calls", "branches", "losses", "boxes", "responses", "cases"].map(one)).toEqual([
    "1 delivery",
    "1 call",
    "1 branch",
    "1 loss",
    "1 box",
    "1 response",
    "1 case",
  ]);
  expect(counted(0n, "calls")).toBe("0 calls");
  expect(counted(2, "branches")).toBe("2 branches");
});

test("cases of a clock are cases, and different values are called by their field", () => {
  const clocks = [{ name: "repair_time" }, { name: "call_backs" }] as never;
  const noun = (form: unknown): string => rowWords({ form } as MetricPlan, { clocks });
  const population = (dataset: string) => ({ dataset, where: null });
  expect(noun({ kind: "share", numerator: population("repair_time") })).toBe("cases");
  expect(noun({ kind: "share", numerator: population("call_backs") })).toBe("call backs");
  expect(noun({ kind: "share", numerator: population("late_vans") })).toBe("late vans");
  expect(noun({ kind: "average", population: population("repair_time") })).toBe("cases");
  expect(noun({ kind: "distinct", field: "brand", population: population("jobs") })).toBe("brands");
  expect(noun({ kind: "distinct", field: "country", population: population("jobs") })).toBe("countries");
  expect(noun({ kind: "distinct", field: "key", population: population("jobs") })).toBe("keys");
  expect(noun({ kind: "distinct", field: "tax_box", population: population("jobs") })).toBe("tax boxes");
  expect(noun({ kind: "time_outside" })).toBe("rows");
});

test.each([
  [exact(29740n, 100n), "EUR", 2, "297.40 EUR"],
  [exact(0n, 7n), "EUR", 2, "0.00 EUR"],
  [exact(1_000_000n, 1n), "EUR", 2, "1,000,000.00 EUR"],
  [exact(100n, 3n), "EUR", 2, "33.33… EUR"],
  [exact(-1n, 300n), "EUR", 2, "-0.00… EUR"],
  [exact(-2469n, 2n), "JPY", 0, "-1,234… JPY"],
  [exact(-123n, 1n), "JPY", 0, "-123 JPY"],
  [exact(1000_125n, 1000n), "KWD", 3, "1,000.125 KWD"],
  [exact(12_345_678n, 10_000n), "CLF", 4, "1,234.5678 CLF"],
])("%o %s is written with its %i minor digits: %s", (value, currency, decimals, expected) => {
  const unit = { kind: "money", currency, decimals } as const;
  expect(moneyWords(value, unit)).toBe(expected);
  expect([valueWords(value, unit), gapWords(value, unit)]).toEqual([expected, expected]);
});
