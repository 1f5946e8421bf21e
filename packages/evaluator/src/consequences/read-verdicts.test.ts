import { expect, test } from "vitest";
import { day, madeDecisions, months, reading, utc, verdict } from "./made-reading.ts";
import { verdictAt, verdictIn, verdictReader } from "./read-verdicts.ts";
import type { ReadKind } from "./reading.ts";

const quarter = {
  label: "2026-Q1",
  days: { start: day("2026-01-01"), end: day("2026-04-01") },
  end: utc.startOfDay(day("2026-04-01")),
};

test.each([
  [["met", "missed", "pending"], "missed"],
  [["met", "pending", "met"], "pending"],
  [["not_enough_data", "met", "excused"], "met"],
  [["excused", "not_enough_data"], "not_enough_data"],
] as const)("of %j in one period it is %s", (kinds, expected) => {
  expect(verdictIn(reading({ verdicts: months("2026-01", kinds) }), "on_time", quarter)?.verdict).toBe(
    expected,
  );
});

test("only windows whose last day lies in the period count", () => {
  const verdicts = [verdict("week", "2025-12-29", "missed"), verdict("week", "2026-03-30", "missed")];
  expect(verdictIn(reading({ verdicts: verdicts.slice(0, 1) }), "on_time", quarter)?.verdict).toBe("missed");
  expect(verdictIn(reading({ verdicts: verdicts.slice(1) }), "on_time", quarter)).toBeNull();
});

test("at a day it is the latest that had ended", () => {
  const made = reading({ verdicts: months("2026-01", ["met", "missed", "met"]) });
  const at = (text: string) => verdictAt(made, "on_time", utc.startOfDay(day(text)))?.label ?? null;
  expect([at("2026-01-31"), at("2026-02-01"), at("2026-03-31")]).toEqual([null, "2026-01", "2026-02"]);
});

test.each([
  ["is", "missed", true],
  ["is_not", "missed", false],
  ["is", "pending", false],
  ["is_not", "pending", true],
  ["is", "unjudged", false],
  ["is_not", "unjudged", true],
  ["is", null, false],
  ["is_not", null, false],
] as const)("`%s missed` of %s: %s", (operator, kind, expected) => {
  const decision = madeDecisions()(`verdict:on_time ${operator} missed`);
  const read = kind === null ? null : { verdict: kind as ReadKind, isSettled: true, label: "" };
  const asked = verdictReader((name) => (name === "on_time" ? read : null));
  expect(decision.holds(asked)).toBe(expected);
});
