import { expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { isDate, isTime, periodKind } from "./civil.ts";
import { currencyDecimals } from "./currencies.ts";
import { compareRatios, decimalRatio, percentRatio, scaledRatio, wholeNumber } from "./exact.ts";
import { wordsOf } from "./site.ts";
import { canHold } from "./spans.ts";
import { numberForm } from "./written-forms.ts";

test.each([
  ["95", "95", "1"],
  ["4.20", "420", "100"],
  ["-0.5", "-5", "10"],
  ["-0", "0", "1"],
  ["007", "7", "1"],
  ["0.1", "1", "10"],
])("%s is %s/%s", (text, numerator, denominator) => {
  expect(decimalRatio(text)).toEqual({ numerator, denominator });
});

test("percentages, scaling and comparing are exact", () => {
  expect(percentRatio("99.5")).toEqual({ numerator: "995", denominator: "1000" });
  expect(scaledRatio(decimalRatio("1.5"), 3600n, 60n)).toEqual({ numerator: "90", denominator: "1" });
  expect(scaledRatio(decimalRatio("-20"), 60n, 3600n)).toEqual({ numerator: "-1", denominator: "3" });
  expect(scaledRatio(decimalRatio("0"), 60n, 3600n)).toEqual({ numerator: "0", denominator: "1" });
  expect(Math.sign(compareRatios(decimalRatio("0.30"), decimalRatio("0.3")))).toBe(0);
  expect(Math.sign(compareRatios(decimalRatio("-1"), decimalRatio("0.5")))).toBe(-1);
});

test.each([
  ["1", 1, 1],
  ["0", 1, null],
  ["0", 0, 0],
  ["-1", 0, null],
  ["2.0", 1, null],
  ["1234567890123456", 1, null],
])("%s as a whole number of at least %s: %s", (text, least, value) => {
  expect(wholeNumber(text, least)).toBe(value);
});

test.each([
  ["2026-02-28", true],
  ["2026-02-29", false],
  ["2024-02-29", true],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2026-13-01", false],
  ["2026-04-31", false],
  ["2026-00-10", false],
  ["0000-01-01", false],
])("%s is a date: %s", (text, is) => {
  expect(isDate(text)).toBe(is);
});

test.each([
  ["00:00", true],
  ["23:59", true],
  ["24:00", false],
  ["9:00", false],
  ["12:60", false],
  ["12:30:59", true],
])("%s is a time: %s", (text, is) => {
  expect(isTime(text)).toBe(is);
});

test.each([
  ["2026", "year"],
  ["2026-H2", "half_year"],
  ["2026-H3", null],
  ["2026-Q4", "quarter"],
  ["2026-Q5", null],
  ["2026-12", "month"],
  ["2026-13", null],
  ["2026-W53", "week"],
  ["2025-W53", null],
  ["2020-W53", "week"],
  ["2015-W53", "week"],
  ["2024-W53", null],
  ["2026-W00", null],
  ["2026-01-31", "day"],
  ["2026-01-32", null],
])("%s names a %s", (text, kind) => {
  expect(periodKind(text)).toBe(kind);
});

test.each([
  ["EUR", 2],
  ["JPY", 0],
  ["KWD", 3],
  ["CLF", 4],
  ["EUX", null],
])("%s has %s decimals", (code, decimals) => {
  expect(currencyDecimals(code)).toBe(decimals);
});

test.each([
  ["1.234,56", { group: ".", decimal: "," }],
  ["1,234.56", { group: ",", decimal: "." }],
  ["1 234,56", { group: " ", decimal: "," }],
  ["1'234.56", { group: "'", decimal: "." }],
  ["1234,56", { group: null, decimal: "," }],
  ["1234.56", { group: null, decimal: "." }],
  ["1.234", { group: ".", decimal: null }],
  ["1'234", { group: "'", decimal: null }],
  ["1234", { group: null, decimal: null }],
  ["1.234.56", null],
  ["12.34", null],
  ["1_234.56", null],
])("the number form %s", (sample, form) => {
  expect(numberForm(sample)).toEqual(form);
});

test.each([
  [{ kind: "latest", count: 9, population: { dataset: "d", where: null } }, "day", false],
  [{ kind: "calendar", span: "week" }, "month", false],
  [{ kind: "calendar", span: "month" }, "week", true],
  [{ kind: "calendar", span: "month" }, "month", true],
  [{ kind: "rolling", count: 27, unit: "day", whole: false }, "month", false],
  [{ kind: "rolling", count: 28, unit: "day", whole: false }, "month", true],
  [{ kind: "rolling", count: 12, unit: "month", whole: false }, "year", true],
] as const)("%j can hold a whole %s: %s", (window, span, can) => {
  expect(canHold(window, span)).toBe(can);
});

test("a sentence is told on one line, without comments, its texts untouched", () => {
  const text = 'requires x # a\n\n    at least  95%   where n is "a  # b"\r\n   and m is 1';
  const file = sourceFile("a", text);
  expect(wordsOf(file, { start: 0, end: text.length })).toBe(
    'requires x at least 95% where n is "a  # b" and m is 1',
  );
});
