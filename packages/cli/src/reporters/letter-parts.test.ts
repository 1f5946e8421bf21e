/** What values are made of, in words. */
import type { Bundle, MetricForm, MetricPlan } from "@tenet-lang/evaluator";
import { expect, test } from "vitest";
import { bundle } from "../../../../test/cli/results.ts";
import { partsOf } from "./letter-parts.ts";

const [plan] = bundle.metrics;
const population = { dataset: "deliveries", where: null };

/** A bundle in which deliveries have a field `stars` with so many decimals. */
function withDecimals(decimals: number | null): Bundle {
  const type = { kind: "number", decimals, from: null, to: null, written: null } as const;
  const dataset = { name: "deliveries", fields: [{ name: "stars", type }] };
  return { ...bundle, datasets: [dataset as unknown as Bundle["datasets"][number]] };
}

function words(form: MetricForm, numerator: string, denominator: string, of: Bundle = bundle): string {
  const value = { numerator, denominator, text: "" };
  return partsOf({ ...plan, form } as MetricPlan, value, of).join();
}

const average: MetricForm = { kind: "average", field: "stars", population };
const netScore = { kind: "net_score", field: "stars", population } as MetricForm;
const rate: MetricForm = { kind: "rate", numerator: population, per: "1000", denominator: population };

test.each([
  [0, "336", "30", "a sum of 336 over 30 values"],
  [0, "4", "1", "a sum of 4 over 1 value"],
  [2, "336050", "3000", "a sum of 3,360.5 over 30 values"],
  [1, "-5", "20", "a sum of -0.5 over 2 values"],
  [null, "3365", "300", "3365 ÷ 300"],
])("an average of numbers with %s decimals", (decimals, numerator, denominator, expected) => {
  expect(words(average, numerator, denominator, withDecimals(decimals))).toBe(expected);
});

test.each([
  ["200", "12", "2 more promoters than detractors among 12 answers"],
  ["100", "1200", "1 more promoter than detractors among 1,200 answers"],
  ["-100", "3", "1 more detractor than promoters among 3 answers"],
  ["0", "9", "as many promoters as detractors among 9 answers"],
])("a net score of %s / %s", (numerator, denominator, expected) => {
  expect(words(netScore, numerator, denominator)).toBe(expected);
});

test("a rate names both counts, and what stands for itself nothing", () => {
  expect(words(rate, "5000", "1190")).toBe("5 deliveries to 1,190 deliveries");
  expect(words({ kind: "count", population }, "7", "1")).toBe("");
});
