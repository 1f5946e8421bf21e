/** What a few letters find, and which of two names they find first. */
import { expect, it } from "vitest";
import { likeness } from "./likeness.ts";

it("finds names that have the letters in their order", () => {
  expect(likeness("qc", "quick_calls")).not.toBeNull();
  expect(likeness("QUICK", "quick_calls")).not.toBeNull();
  expect(likeness("cq", "quick_calls")).toBeNull();
  expect(likeness("quickz", "quick_calls")).toBeNull();
  expect(likeness("", "anything")).toBe(0);
  expect(likeness("fast answ", "Fast answers")).not.toBeNull();
});

it("takes a whole name before a longer one, a word's start before its middle, one piece before several", () => {
  const better = (query: string, one: string, other: string) =>
    expect(likeness(query, one)).toBeGreaterThan(likeness(query, other) ?? Number.NaN);
  better("quick", "quick", "quick_calls");
  better("calls", "quick_calls", "call_lists");
  better("qc", "quick_calls", "quack");
});
