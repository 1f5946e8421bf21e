import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, civilFromDay, dayFromCivil, formatDay, isCivilDate, parseDay, weekday } from "./civil.ts";

test("1970-01-01 is day 0, a Thursday", () => {
  expect(dayFromCivil(1970, 1, 1)).toBe(0);
  expect(weekday(0)).toBe(3);
});

test("civil dates and day numbers are inverse, and agree with the platform's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const { year, month, day: dayOfMonth } = civilFromDay(day);
      expect(dayFromCivil(year, month, dayOfMonth)).toBe(day);
      const platform = new Date(day * 86_400_000);
      expect([year, month, dayOfMonth]).toEqual([
        platform.getUTCFullYear(),
        platform.getUTCMonth() + 1,
        platform.getUTCDate(),
      ]);
      expect(weekday(day)).toBe((platform.getUTCDay() + 6) % 7);
    }),
  );
});

test("30 February is no date, 29 February only in leap years", () => {
  expect(isCivilDate(2024, 2, 29)).toBe(true);
  expect(isCivilDate(2026, 2, 29)).toBe(false);
  expect(isCivilDate(2000, 2, 29)).toBe(true);
  expect(isCivilDate(1900, 2, 29)).toBe(false);
  expect(isCivilDate(2026, 2, 30)).toBe(false);
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-12-31", 2, "2027-02-28"],
  ["2026-01-15", -13, "2024-12-15"],
])("%s and %i months is %s", (from, months, to) => {
  expect(formatDay(addMonths(parseDay(from) ?? Number.NaN, months))).toBe(to);
});

test.each(["2026-1-01", "2026-02-30", "26-01-01", "2026-01-01T00:00", ""])(
  "`%s` is not read as a date",
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);
