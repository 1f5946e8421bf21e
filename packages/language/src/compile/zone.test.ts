import type { AgreementPlan, ZoneTable } from "@tenet-lang/evaluator";
import { describe, expect, it } from "vitest";
import { epochSeconds, fitsTable, zonedInstant, zoneTable } from "./zone.ts";

const agreement = (
  timeZone: string,
  from = "2026-01-01",
  until: string | null = "2026-12-31",
): AgreementPlan => ({
  name: "a",
  label: "A",
  version: "1.0.0",
  supersedes: null,
  effective: { from, until },
  owner: null,
  timeZone,
  currency: null,
  businessDays: null,
  yearStarts: { month: 1, day: 1 },
  rounding: null,
  because: null,
  origin: { file: "a.tenet", line: 1, text: 'agreement a "A"' },
});

/** The table's offset at an instant. */
function offsetAt({ from, offset }: ZoneTable, seconds: number): number | undefined {
  return offset[from.findLastIndex((start) => start <= seconds)];
}

/** The offset that the runtime's own formatting shows. */
function shownOffset(zone: string, seconds: number): number {
  const style = {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  } as const;
  const format = new Intl.DateTimeFormat("en-US", { ...style, timeZone: zone, hourCycle: "h23" });
  const part = Object.fromEntries(
    format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
}

describe("the table of a zone", () => {
  it.each([
    "Europe/Amsterdam",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "UTC",
  ])("agrees with the runtime on every tenth day: %s", (zone) => {
    const table = zoneTable(agreement(zone), "test");
    const day = 86_400;
    const last = epochSeconds(`${table.through}T00:00:00Z`);
    for (let at = table.from[0] ?? 0; at < last; at += 10 * day + 3601) {
      expect([at, offsetAt(table, at)]).toEqual([at, shownOffset(zone, at)]);
    }
  });

  it("starts in 1970 and ends ten years after the first day", () => {
    const table = zoneTable(agreement("Europe/Amsterdam"), "2026c");
    expect(table).toMatchObject({
      zone: "Europe/Amsterdam",
      through: "2036-01-01",
      origin: { library: "tzdata", version: "2026c" },
    });
    expect(table.from[0]).toBe(0);
    expect(table.from.at(-1)).toBe(epochSeconds("2035-10-28T01:00:00Z"));
    expect(table.offset.at(-1)).toBe(3600);
  });

  it("ends a year after the last day where that is later", () => {
    expect(zoneTable(agreement("UTC", "2026-03-01", null), "test").through).toBe("2036-03-01");
    expect(zoneTable(agreement("UTC", "2026-03-01", "2028-02-29"), "test").through).toBe("2036-03-01");
    expect(zoneTable(agreement("UTC", "2026-03-01", "2036-02-29"), "test").through).toBe("2037-02-28");
  });

  it("holds one entry for a zone without changes", () => {
    const { from, offset } = zoneTable(agreement("UTC"), "test");
    expect([from, offset]).toEqual([[0], [0]]);
  });

  it("reaches a change on its last day", () => {
    const { from, through } = zoneTable(agreement("Europe/Amsterdam", "2016-01-01", "2035-03-25"), "test");
    expect(through).toBe("2036-03-25");
    expect(from.at(-1)).toBe(epochSeconds("2035-10-28T01:00:00Z"));
  });
});

describe("an instant in a zone", () => {
  it.each([
    ["2026-01-28", "17:00", "2026-01-28T16:00:00Z"],
    ["2026-07-01", "00:00:30", "2026-06-30T22:00:30Z"],
    // Skipped: forward by the gap, to 03:30 of summer time.
    ["2026-03-29", "02:30", "2026-03-29T01:30:00Z"],
    ["2026-03-29", "02:00", "2026-03-29T01:00:00Z"],
    ["2026-03-29", "03:00", "2026-03-29T01:00:00Z"],
    // Repeated: the earlier, in summer time still.
    ["2026-10-25", "02:30", "2026-10-25T00:30:00Z"],
    ["2026-10-25", "03:00", "2026-10-25T02:00:00Z"],
  ])("of Amsterdam: %s %s is %s", (date, time, instant) => {
    expect(zonedInstant("Europe/Amsterdam", date, time)).toBe(instant);
  });
});

describe("a term", () => {
  it.each([
    [null, true],
    ["2126-01-01", true],
    ["2126-01-02", false],
    ["9999-12-31", false],
  ])("until %s fits: %s", (until, fits) => {
    expect(fitsTable({ from: "2026-01-01", until })).toBe(fits);
  });
});
