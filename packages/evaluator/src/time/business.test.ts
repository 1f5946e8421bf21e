import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarPlan, OpeningPlan } from "../bundle/clock-plan.ts";
import type { ZoneTable } from "../bundle/plan.ts";
import { businessCalendar, businessDaysBetween } from "./business.ts";
import { formatDay, parseDay } from "./civil.ts";
import { formatInstant, parseInstant } from "./instant.ts";
import { zoneClock } from "./zone.ts";

const HOUR = 3_600_000_000;

const zone = (name: string, ...changes: readonly (readonly [at: string, offset: number])[]): ZoneTable => ({
  zone: name,
  from: changes.map(([at]) => (parseInstant(at) ?? Number.NaN) / 1_000_000),
  offset: changes.map(([, hours]) => hours * 3600),
  through: "2028-12-31",
  origin: { library: "test", version: "1" },
});

const start = "2020-01-01T00:00:00Z";
const zones = {
  utc: zone("UTC", [start, 0]),
  amsterdam: zone(
    "Europe/Amsterdam",
    [start, 1],
    ["2026-03-29T01:00:00Z", 2],
    ["2026-10-25T01:00:00Z", 1],
    ["2027-03-28T01:00:00Z", 2],
    ["2027-10-31T01:00:00Z", 1],
  ),
  newYork: zone(
    "America/New_York",
    [start, -5],
    ["2026-03-08T07:00:00Z", -4],
    ["2026-11-01T06:00:00Z", -5],
    ["2027-03-14T07:00:00Z", -4],
    ["2027-11-07T06:00:00Z", -5],
  ),
  lordHowe: zone(
    "Australia/Lord_Howe",
    [start, 11],
    ["2026-04-04T15:00:00Z", 10.5],
    ["2026-10-03T15:30:00Z", 11],
    ["2027-04-03T15:00:00Z", 10.5],
    ["2027-10-02T15:30:00Z", 11],
  ),
  kathmandu: zone("Asia/Kathmandu", [start, 5.75]),
};

const origin = { file: "a.tenet", line: 1, text: "" };

const plan = (change: Partial<CalendarPlan>): CalendarPlan => ({
  name: "hours",
  label: null,
  zone: zones.amsterdam,
  open: [],
  closed: { kind: "same", days: [] },
  cutOff: null,
  from: "2026-01-01",
  through: "2028-12-31",
  origin,
  holidayOrigin: null,
  ...change,
});

const daily = (from: number, to: number, days = [0, 1, 2, 3, 4, 5, 6]): OpeningPlan[] =>
  days.map((weekday) => ({ weekday, from, to }));
const same = (...days: string[]): CalendarPlan["closed"] => ({ kind: "same", days });
const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const day = (text: string): number => parseDay(text) ?? Number.NaN;

/** Monday to Friday 06:00 to 14:00, Friday 20:00 to 02:00, closed on 14 August, cut off 11:30. */
const laundry = businessCalendar(
  plan({
    zone: zone("Europe/Rome", [start, 1], ["2026-03-29T01:00:00Z", 2], ["2026-10-25T01:00:00Z", 1]),
    open: [...daily(360, 840, [0, 1, 2, 3, 4]), { weekday: 4, from: 1200, to: 1560 }],
    closed: same("2026-08-14"),
    cutOff: 690,
  }),
);

test("the example of §4.3.22: one business day from Thursday is due on Saturday at 02:00", () => {
  const onTime = laundry.dayZero(at("2026-07-09T09:30:00Z"));
  expect(formatDay(onTime)).toBe("2026-07-09");
  expect(formatDay(laundry.businessDay(onTime, 1))).toBe("2026-07-10");
  expect(formatInstant(laundry.closingTime(laundry.businessDay(onTime, 1)))).toBe("2026-07-11T00:00:00Z");
  const late = laundry.dayZero(at("2026-07-09T09:31:00Z"));
  expect(formatDay(late)).toBe("2026-07-10");
  expect(formatInstant(laundry.closingTime(laundry.businessDay(late, 1)))).toBe("2026-07-13T12:00:00Z");
});

test("the cut-off itself is in time, a microsecond later is not", () => {
  expect(laundry.dayZero(at("2026-07-08T09:30:00Z"))).toBe(day("2026-07-08"));
  expect(laundry.dayZero(at("2026-07-08T09:30:00.000001Z"))).toBe(day("2026-07-09"));
});

test("with a cut-off, what happens on a closed day counts for the next opening day; without one for its own", () => {
  expect(laundry.dayZero(at("2026-07-12T08:00:00Z"))).toBe(day("2026-07-13"));
  expect(laundry.dayZeroOfDate(day("2026-07-12"))).toBe(day("2026-07-13"));
  const plain = businessCalendar(plan({ open: daily(540, 1020, [0, 1, 2, 3, 4]) }));
  expect(plain.dayZero(at("2026-07-12T08:00:00Z"))).toBe(day("2026-07-12"));
  expect(plain.businessDay(day("2026-07-12"), 1)).toBe(day("2026-07-13"));
});

test("a cut-off after closing is the closing time", () => {
  const early = businessCalendar(plan({ zone: zones.utc, open: daily(540, 1020), cutOff: 1200 }));
  expect(early.dayZero(at("2026-07-08T17:00:00Z"))).toBe(day("2026-07-08"));
  expect(early.dayZero(at("2026-07-08T17:00:00.000001Z"))).toBe(day("2026-07-09"));
});

test("a date is never later than a cut-off", () => {
  expect(laundry.dayZeroOfDate(day("2026-07-09"))).toBe(day("2026-07-09"));
});

test("on a closed day no opening begins, and a night before it ends at midnight", () => {
  expect(laundry.isOpeningDay(day("2026-08-14"))).toBe(false);
  expect(laundry.closingTime(day("2026-08-14"))).toBeNaN();
  const night = plan({ zone: zones.utc, open: daily(1320, 1560), closed: same("2026-08-15") });
  const nights = businessCalendar(night);
  expect(formatInstant(nights.closingTime(day("2026-08-13")))).toBe("2026-08-14T02:00:00Z");
  expect(formatInstant(nights.closingTime(day("2026-08-14")))).toBe("2026-08-15T00:00:00Z");
  expect(nights.openTime(at("2026-08-14T12:00:00Z"), at("2026-08-16T12:00:00Z"))).toBe(2 * HOUR);
});

test("days of a region are closed beside those of everybody", () => {
  const open = daily(0, 1440);
  const region = businessCalendar(plan({ zone: zones.utc, open, closed: same("2026-05-01") }), [
    "2026-05-02",
  ]);
  expect([1, 2, 3].map((date) => region.isOpeningDay(day(`2026-05-0${date}`)))).toEqual([false, false, true]);
});

test.each([
  ["amsterdam", "2026-03-29", 23],
  ["amsterdam", "2026-10-25", 25],
  ["newYork", "2026-03-08", 23],
  ["newYork", "2026-11-01", 25],
  ["lordHowe", "2026-04-05", 24.5],
  ["lordHowe", "2026-10-04", 23.5],
  ["kathmandu", "2026-03-29", 24],
] as const)("00:00 to 24:00 in %s on %s has %d hours", (name, date, hours) => {
  const calendar = businessCalendar(plan({ zone: zones[name], open: daily(0, 1440) }));
  const clock = zoneClock(zones[name]);
  const [from, to] = [clock.startOfDay(day(date)), clock.startOfDay(day(date) + 1)];
  expect(calendar.openTime(from, to)).toBe(hours * HOUR);
  expect(calendar.closingTime(day(date))).toBe(to);
});

test("an opening that the clock skips whole is empty, and its day is no opening day", () => {
  const calendar = businessCalendar(plan({ open: daily(120, 180, [6]) }));
  expect(calendar.isOpeningDay(day("2026-03-22"))).toBe(true);
  // 02:00 to 03:00 moves to 03:00 to 03:00.
  expect(calendar.isOpeningDay(day("2026-03-29"))).toBe(false);
  expect(calendar.businessDay(day("2026-03-22"), 1)).toBe(day("2026-04-05"));
});

test("time opened twice counts once", () => {
  const open = [...daily(540, 900), ...daily(840, 1020), ...daily(600, 660)];
  const calendar = businessCalendar(plan({ zone: zones.utc, open }));
  expect(calendar.openTime(at("2026-05-04T00:00:00Z"), at("2026-05-05T00:00:00Z"))).toBe(8 * HOUR);
});

test("moving on ends with the opening and not with the next one's beginning", () => {
  const office = businessCalendar(plan({ zone: zones.utc, open: daily(540, 1020, [0, 1, 2, 3, 4]) }));
  expect(formatInstant(office.moveOn(at("2026-07-10T16:00:00Z"), HOUR))).toBe("2026-07-10T17:00:00Z");
  expect(formatInstant(office.moveOn(at("2026-07-10T16:00:00Z"), HOUR + 1))).toBe(
    "2026-07-13T09:00:00.000001Z",
  );
  expect(formatInstant(office.moveOn(at("2026-07-11T12:00:00Z"), HOUR))).toBe("2026-07-13T10:00:00Z");
  expect(office.moveOn(at("2026-07-11T12:00:00Z"), 0)).toBe(at("2026-07-11T12:00:00Z"));
});

test("business days over the year's end and a leap day", () => {
  const office = businessCalendar(
    plan({ open: daily(540, 1020, [0, 1, 2, 3, 4]), closed: same("2027-01-01") }),
  );
  expect(formatDay(office.businessDay(day("2026-12-31"), 1))).toBe("2027-01-04");
  expect(office.openingDays(day("2026-12-30"), day("2027-01-04"))).toBe(2);
  expect(formatDay(office.businessDay(day("2028-02-28"), 1))).toBe("2028-02-29");
  expect(office.openingDays(day("2028-02-28"), day("2028-03-01"))).toBe(2);
});

test.each([
  // Wednesday before the cut-off to the Monday after.
  ["2026-07-08T08:00:00Z", "2026-07-13", 3],
  // Day 0 is Thursday then.
  ["2026-07-08T10:00:00Z", "2026-07-13", 2],
  ["2026-07-08T08:00:00Z", "2026-07-08", 0],
  ["2026-07-08T10:00:00Z", "2026-07-09", 0],
  ["2026-07-08T10:00:00Z", "2026-07-10", 1],
  // Backwards the days after B up to A's own day count, whatever the cut-off.
  ["2026-07-08T10:00:00Z", "2026-07-07", -1],
  ["2026-07-13T10:00:00Z", "2026-07-09", -2],
  ["2026-07-12T10:00:00Z", "2026-07-11", 0],
] as const)("business days from %s to %s are %i", (from, to, count) => {
  const instant = at(from);
  const begin = { day: laundry.dayOf(instant), dayZero: laundry.dayZero(instant) };
  expect(businessDaysBetween(laundry, begin, day(to)) + 0).toBe(count);
});

test("nothing is known outside the table, at its ends just so", () => {
  const office = businessCalendar(plan({ zone: zones.utc, open: daily(540, 1020) }));
  const [first, last] = [at("2026-01-01T00:00:00Z"), at("2029-01-01T00:00:00Z")];
  expect(office.openTime(first, first + 10 * HOUR)).toBe(HOUR);
  expect(office.openTime(first - 1, first)).toBeNaN();
  expect(office.openTime(last - 24 * HOUR, last)).toBe(8 * HOUR);
  expect(office.openTime(last, last + 1)).toBeNaN();
  expect(office.moveOn(last - 24 * HOUR, 8 * HOUR)).toBe(last - 7 * HOUR);
  expect(office.moveOn(last - 24 * HOUR, 8 * HOUR + 1)).toBeNaN();
  expect(office.businessDay(office.lastDay - 1, 1)).toBe(office.lastDay);
  expect(office.businessDay(office.lastDay, 1)).toBeNaN();
  expect(office.dayZero(first - 1)).toBeNaN();
  expect(office.dayZeroOfDate(office.lastDay + 1)).toBeNaN();
  expect(office.openingDays(office.firstDay - 1, office.firstDay)).toBe(1);
  expect(office.openingDays(office.firstDay - 2, office.firstDay)).toBeNaN();
});

test("a last night of the table ends with the table", () => {
  const nights = businessCalendar(plan({ zone: zones.utc, open: daily(1320, 1560) }));
  expect(formatInstant(nights.closingTime(nights.lastDay))).toBe("2029-01-01T00:00:00Z");
});

describe.each(Object.keys(zones) as (keyof typeof zones)[])("in %s", (name) => {
  const instants = fc
    .bigInt({ min: BigInt(at("2026-01-03T00:00:00Z")), max: BigInt(at("2028-06-01T00:00:00Z")) })
    .map(Number);
  const openings = fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 1440 }),
      )
      .map(([weekday, from, length]) => ({ weekday, from, to: Math.min(from + length, 2879) })),
    { minLength: 1, maxLength: 10 },
  );
  const closedDays = fc.uniqueArray(fc.integer({ min: day("2026-01-01"), max: day("2028-12-31") }), {
    maxLength: 60,
  });
  const calendars = fc
    .tuple(openings, closedDays)
    .map(([open, closed]) =>
      businessCalendar(
        plan({ zone: zones[name], open, closed: same(...closed.sort((a, b) => a - b).map(formatDay)) }),
      ),
    );

  test("the open time of two halves adds up to that of the whole", () => {
    fc.assert(
      fc.property(calendars, instants, instants, instants, (calendar, ...three) => {
        const [a, b, c] = three.sort((x, y) => x - y) as [number, number, number];
        expect(calendar.openTime(a, b) + calendar.openTime(b, c)).toBe(calendar.openTime(a, c));
      }),
    );
  });

  test("a calendar that is always open measures elapsed time", () => {
    const always = businessCalendar(plan({ zone: zones[name], open: daily(0, 1440) }));
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(always.openTime(from, to)).toBe(to - from);
        expect(always.moveOn(from, to - from)).toBe(to);
      }),
    );
  });

  test("moving on by an open time and measuring gives it back, and no earlier instant does", () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 500 * 3600 }), (calendar, from, seconds) => {
        const moved = calendar.moveOn(from, seconds * 1_000_000);
        if (Number.isNaN(moved)) return;
        expect(calendar.openTime(from, moved)).toBe(seconds * 1_000_000);
        expect(calendar.openTime(from, moved - 1)).toBe(seconds * 1_000_000 - 1);
      }),
    );
  });

  test("business days are the opening days, counted one by one", () => {
    fc.assert(
      fc.property(
        calendars,
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 40 }),
        (calendar, skip, count) => {
          const from = calendar.firstDay + skip;
          let [found, left] = [from, count];
          while (left > 0 && found < calendar.lastDay) {
            found += 1;
            if (calendar.isOpeningDay(found)) left -= 1;
          }
          if (left > 0) return;
          expect(calendar.businessDay(from, count)).toBe(found);
          expect(calendar.openingDays(from, found)).toBe(count);
        },
      ),
    );
  });
});
