import { expect, test } from "vitest";
import type { Finding } from "../judge/finding.ts";
import { isOurs } from "./governing.ts";
import { day } from "./made-reading.ts";

/** This version holds March, another one February; nobody January. */
const march = {
  isInForce: (at: number) => at >= day("2026-03-01"),
  isCovered: (first: number) => first >= day("2026-02-01"),
  governs: () => true,
};

const finding = (kind: Finding["kind"], firstDay: string, lastDay: string): Finding =>
  ({ kind, period: { label: "", start: "", end: "", firstDay, lastDay } }) as Finding;

test.each([
  ["credit", "2026-03-01", "2026-03-31", true],
  ["credit", "2026-02-15", "2026-03-31", false],
  ["credit", "2026-01-15", "2026-02-15", false],
  ["escalation", "2026-02-01", "2026-02-28", true],
  ["tiers", "2026-02-01", "2026-02-27", true],
] as const)("%s of %s to %s: %s", (kind, first, last, expected) => {
  expect(isOurs(finding(kind, first, last), march)).toBe(expected);
});
