import type { ZoneTable } from "@tenet-lang/evaluator";
import { expect, test } from "vitest";
import { instantOf, localWords } from "./as-of.ts";

/** One hour east of UTC; two from 2026-03-29T01:00Z to 2026-10-25T01:00Z. */
const amsterdam: ZoneTable = {
  zone: "Europe/Amsterdam",
  from: [Date.UTC(2020, 0) / 1000, Date.UTC(2026, 2, 29, 1) / 1000, Date.UTC(2026, 9, 25, 1) / 1000],
  offset: [3600, 7200, 3600],
  through: "2030-12-31",
  origin: { library: "none", version: "1" },
};

test.each([
  ["2026-03-01", "2026-02-28T23:00:00Z"],
  ["2026-07-01", "2026-06-30T22:00:00Z"],
  ["2026-03-01T09:30", "2026-03-01T08:30:00Z"],
  ["2026-03-01 09:30:15", "2026-03-01T08:30:15Z"],
  ["2026-03-01 at 09:30", "2026-03-01T08:30:00Z"],
  ["2026-03-01T09:30Z", "2026-03-01T09:30:00Z"],
  ["2026-03-01T09:30:00.25Z", "2026-03-01T09:30:00.25Z"],
  ["2026-03-01T09:30:00+02:00", "2026-03-01T07:30:00Z"],
  ["2026-03-01T00:30-05:30", "2026-03-01T06:00:00Z"],
  ["2026-03-29T02:30", "2026-03-29T01:30:00Z"],
  ["2026-10-25T02:30", "2026-10-25T00:30:00Z"],
])("%s is the instant %s", (text, instant) => {
  expect(instantOf(text, amsterdam)).toBe(instant);
});

test.each([
  "",
  "yesterday",
  "2026-3-1",
  "2026-02-30",
  "2026-13-01",
  "2026-03-01T24:30",
  "2026-03-01T09:60Z",
  "2026-03-01Z",
  "01/02/2026",
  "2026-03-01T09:30+2",
  "2026-03-01T09:30+25:00",
  "9999-01-01T00:00",
])("%j is none", (text) => {
  expect(instantOf(text, amsterdam)).toBeNull();
});

test.each([
  ["2026-02-28T23:00:00Z", "2026-03-01 00:00 Europe/Amsterdam"],
  ["2026-06-30T22:00:07Z", "2026-07-01 00:00:07 Europe/Amsterdam"],
  ["1999-12-31T23:00:00Z", "2000-01-01 00:00 Europe/Amsterdam"],
])("%s is %s to people", (instant, words) => {
  expect(localWords(instant, amsterdam)).toBe(words);
});
