import { expect, test } from "vitest";
import { allRules } from "./all-rules.ts";

test("four of five codes offer a fix; the others say why they have none", () => {
  const offered = allRules.filter(({ fix }) => fix === "offered");
  expect(offered.length / allRules.length).toBeGreaterThanOrEqual(0.8);
});

test("no code is given twice", () => {
  expect(new Set(allRules.map(({ code }) => code)).size).toBe(allRules.length);
});
