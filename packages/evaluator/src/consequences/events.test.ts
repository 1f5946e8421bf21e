import { expect, test } from "vitest";
import type { EventPlan } from "../bundle/consequence-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import type { Decision } from "./decision.ts";
import { eventHolds } from "./events.ts";
import { atLeast, eventRule, madeDecisions, months, verdict } from "./made-reading.ts";

const YEAR = { month: 1, day: 1 };
const words: Readonly<Record<string, VerdictKind>> = {
  M: "missed",
  m: "met",
  n: "not_enough_data",
  p: "pending",
  e: "excused",
};

const ruled = (event: EventPlan): Decision => madeDecisions()(eventRule(event).when);

/** At which of some months an event holds: `.` or `!` each. */
function held(event: EventPlan, verdicts: string): string {
  const series = months(
    "2026-01",
    [...verdicts].map((letter) => words[letter] ?? "met"),
  );
  return series.map((_, at) => (eventHolds(ruled(event), series, at, YEAR) ? "!" : ".")).join("");
}

const twiceInThree: EventPlan = {
  what: "missed",
  count: { kind: "times", times: 2, span: "month", spans: 3 },
};
const threeInARow: EventPlan = { what: "missed", count: { kind: "row", length: 3 } };

test.each([
  [{ what: "missed", count: { kind: "once" } }, "mMnM", ".!.!"],
  [{ what: "met", count: { kind: "once" } }, "mMnp", "!..."],
  [twiceInThree, "MmM", "..!"],
  [twiceInThree, "MmmM", "...."],
  [twiceInThree, "MnMn", "..!."],
  [twiceInThree, "MMmm", ".!!."],
  [threeInARow, "MMM", "..!"],
  [threeInARow, "MMmM", "...."],
  [threeInARow, "MnMpM", "....!"],
  [threeInARow, "MMMeM", "..!!!"],
] as const)("%j over %s", (event, verdicts, expected) => {
  expect(held(event as EventPlan, verdicts)).toBe(expected);
});

test("rolling units are whole ones of the calendar", () => {
  const series = [verdict("day", "2026-01-01", "missed"), verdict("day", "2026-03-31", "missed")];
  expect(eventHolds(ruled(twiceInThree), series, 1, YEAR)).toBe(true);
  const later = [verdict("day", "2026-01-31", "missed"), verdict("day", "2026-04-01", "missed")];
  expect(eventHolds(ruled(twiceInThree), later, 1, YEAR)).toBe(false);
});

test("rolling days end with the verdict's last day", () => {
  const event: EventPlan = { what: "missed", count: { kind: "times", times: 2, span: "day", spans: 3 } };
  const series = (second: string) => [
    verdict("day", "2026-01-10", "missed"),
    verdict("day", second, "missed"),
  ];
  expect(eventHolds(ruled(event), series("2026-01-12"), 1, YEAR)).toBe(true);
  expect(eventHolds(ruled(event), series("2026-01-13"), 1, YEAR)).toBe(false);
});

test.each([
  ["95.1%", "met", true],
  ["95%", "met", false],
  ["95.1%", "missed", false],
] as const)("%s against at least 95%%, %s: exceeded %s", (found, kind, expected) => {
  const series = [verdict("month", "2026-01-01", kind, { limit: atLeast("95%", found) })];
  expect(eventHolds(ruled({ what: "exceeded", count: { kind: "once" } }), series, 0, YEAR)).toBe(expected);
});

test("units that reach back further than any verdict cost nothing", () => {
  const event: EventPlan = {
    what: "missed",
    count: { kind: "times", times: 2, span: "day", spans: Number.MAX_SAFE_INTEGER },
  };
  expect(held(event, "MmM")).toBe("..!");
});

test("what is before a reset is not counted", () => {
  const series = months("2026-01", ["missed", "missed", "missed"]);
  expect(eventHolds(ruled(threeInARow), series, 2, YEAR, 0)).toBe(true);
  expect(eventHolds(ruled(threeInARow), series, 2, YEAR, 1)).toBe(false);
});
