import { expect, test } from "vitest";
import type { CalendarUnit } from "../bundle/plan.ts";
import { formatDay, parseDay } from "./civil.ts";
import { nextSpan, shiftDay, spanAround, spanLabel } from "./spans.ts";

const january = { month: 1, day: 1 };
const april = { month: 4, day: 1 };
const sixthOfApril = { month: 4, day: 6 };

function shown(unit: CalendarUnit, date: string, year = january): string {
  const span = spanAround(unit, parseDay(date) ?? Number.NaN, year);
  return `${spanLabel(unit, span, year)} ${formatDay(span.start)} ${formatDay(span.end)}`;
}

test.each([
  ["day", "2026-02-28", "2026-02-28 2026-02-28 2026-03-01"],
  ["week", "2026-01-01", "2026-W01 2025-12-29 2026-01-05"],
  ["week", "2027-01-01", "2026-W53 2026-12-28 2027-01-04"],
  ["month", "2024-02-29", "2024-02 2024-02-01 2024-03-01"],
  ["quarter", "2026-12-31", "2026-Q4 2026-10-01 2027-01-01"],
  ["half_year", "2026-06-30", "2026-H1 2026-01-01 2026-07-01"],
  ["year", "2026-06-30", "2026 2026-01-01 2027-01-01"],
] as const)("the %s of %s is %s", (unit, date, expected) => {
  expect(shown(unit, date)).toBe(expected);
});

test("a business year is named by the year in which it starts", () => {
  expect(shown("year", "2026-03-31", april)).toBe("2025 2025-04-01 2026-04-01");
  expect(shown("year", "2026-04-01", april)).toBe("2026 2026-04-01 2027-04-01");
  expect(shown("quarter", "2027-01-15", april)).toBe("2026-Q4 2027-01-01 2027-04-01");
  expect(shown("half_year", "2026-10-01", april)).toBe("2026-H2 2026-10-01 2027-04-01");
  expect(shown("quarter", "2026-07-05", sixthOfApril)).toBe("2026-Q1 2026-04-06 2026-07-06");
  expect(shown("quarter", "2026-07-06", sixthOfApril)).toBe("2026-Q2 2026-07-06 2026-10-06");
});

test("spans follow each other without gap or overlap", () => {
  for (const unit of ["day", "week", "month", "quarter", "half_year", "year"] as const) {
    let span = spanAround(unit, parseDay("2023-12-15") ?? 0, sixthOfApril);
    for (let step = 0; step < 60; step += 1) {
      const next = nextSpan(unit, span, sixthOfApril);
      expect(next.start).toBe(span.end);
      span = next;
    }
  }
});

test("month ends clamp when a day is moved", () => {
  const day = parseDay("2026-05-31") ?? 0;
  expect(formatDay(shiftDay(day, "quarter", -1))).toBe("2026-02-28");
  expect(formatDay(shiftDay(day, "year", -2))).toBe("2024-05-31");
  expect(formatDay(shiftDay(day, "week", -2))).toBe("2026-05-17");
});
