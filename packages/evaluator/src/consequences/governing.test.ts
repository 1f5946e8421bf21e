import { expect, test } from "vitest";
import { governsPeriod } from "./governing.ts";
import { day } from "./made-reading.ts";

/** This version holds March, another one February; nobody January. */
const march = {
  isInForce: (at: number) => at >= day("2026-03-01"),
  isCovered: (first: number) => first >= day("2026-02-01"),
  governs: () => true,
};

test.each([
  ["2026-03-01", "2026-04-01", true],
  ["2026-02-28", "2026-04-01", false],
  ["2026-01-15", "2026-02-02", false],
  ["2026-01-15", "2026-02-01", false],
] as const)("from %s to before %s: %s", (start, end, expected) => {
  expect(governsPeriod({ start: day(start), end: day(end) }, march)).toBe(expected);
});
