import { expect, test } from "vitest";
import type { MetricPlan } from "../bundle/metric-plan.ts";
import { counted, rowWords } from "./words.ts";

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
