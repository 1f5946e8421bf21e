import { expect, test } from "vitest";
import { parseDay } from "./civil.ts";
import { formatInstant, parseInstant } from "./instant.ts";
import { zoneClock } from "./zone.ts";

/** Amsterdam in 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC. */
const amsterdam = zoneClock({
  zone: "Europe/Amsterdam",
  from: [0, 1774746000, 1792890000],
  offset: [3600, 7200, 3600],
  through: "2027-12-31",
  origin: { library: "test", version: "1" },
});

/** A zone whose clock falls back at midnight: 1 November 2026, 00:00 becomes 23:00 of 31 October. */
const midnight = zoneClock({
  zone: "Test/Midnight",
  from: [0, 1793505600],
  offset: [-14400, -18000],
  through: "2027-12-31",
  origin: { library: "test", version: "1" },
});

function at(clock: typeof amsterdam, date: string, hour: number, minute = 0): string {
  return formatInstant(clock.instantOf(parseDay(date) ?? Number.NaN, (hour * 60 + minute) * 60_000_000));
}

test("local times are read with the offset that holds", () => {
  expect(at(amsterdam, "2026-01-15", 12)).toBe("2026-01-15T11:00:00Z");
  expect(at(amsterdam, "2026-07-15", 12)).toBe("2026-07-15T10:00:00Z");
});

test("a skipped local time moves forward by the gap", () => {
  expect(at(amsterdam, "2026-03-29", 2, 30)).toBe("2026-03-29T01:30:00Z");
  expect(amsterdam.localKind(parseDay("2026-03-29") ?? 0, 9_000_000_000)).toBe("skipped");
});

test("a repeated local time is the earlier one", () => {
  expect(at(amsterdam, "2026-10-25", 2, 30)).toBe("2026-10-25T00:30:00Z");
  expect(amsterdam.localKind(parseDay("2026-10-25") ?? 0, 9_000_000_000)).toBe("repeated");
  expect(amsterdam.localKind(parseDay("2026-10-25") ?? 0, 0)).toBe("plain");
});

test("a day begins at its first instant, also where midnight comes twice", () => {
  expect(formatInstant(midnight.startOfDay(parseDay("2026-11-01") ?? 0))).toBe("2026-11-01T05:00:00Z");
  expect(formatInstant(amsterdam.startOfDay(parseDay("2026-03-30") ?? 0))).toBe("2026-03-29T22:00:00Z");
});

test("dates beyond the table have no instant", () => {
  expect(amsterdam.instantOf(parseDay("2028-01-01") ?? 0, 0)).toBeNaN();
});

test.each(["2026-01-31T23:00:00Z", "1969-12-31T23:59:59.5Z", "2026-01-01T00:00:00.000001Z"])(
  "%s is written as it is read",
  (text) => {
    expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(text);
  },
);

test.each([
  "2026-02-30T00:00:00Z",
  "2026-01-01T24:00:00Z",
  "2026-01-01T00:00:60Z",
  "2026-01-01",
  "2026-01-01T00:00:00",
])("`%s` is no instant", (text) => {
  expect(parseInstant(text)).toBeNull();
});
