import type { FieldType } from "@tenet-lang/evaluator";
import { describe, expect, test } from "vitest";
import { properCells, properCount } from "./cell-forms.ts";

const money: FieldType = { kind: "money", currency: "EUR", decimals: 2 };
const yen: FieldType = { kind: "money", currency: "JPY", decimals: 0 };
const number: FieldType = { kind: "number", decimals: null, from: null, to: null, written: null };
const wait: FieldType = { kind: "duration", unit: "minute", written: null };
const day: FieldType = { kind: "date", written: null };
const moment: FieldType = { kind: "timestamp", written: null };
const yesNo: FieldType = { kind: "yes_no", yes: ["yes"], no: ["no"] };
const outcome: FieldType = { kind: "one_of", members: [{ name: "lost", written: "L" }] };

describe("a cell of a spreadsheet", () => {
  test.each<[string, FieldType, string, readonly string[]]>([
    ["decimal comma", number, "95,5", ["95.5"]],
    ["thousands and a decimal comma", number, "1.000,50", ["1000.50"]],
    ["thousands and a decimal point", number, "1,000.50", ["1000.50"]],
    ["thousands", number, "1,000,000", ["1000000"]],
    ["thousands with blanks", number, "1 000", ["1000"]],
    ["k", number, "5k", ["5000"]],
    ["a percentage", number, "93.5%", ["93.5"]],
    ["words", number, "many", []],
    ["a sign before", money, "€5,50", ["5.50 EUR"]],
    ["a sign behind", money, "5 €", ["5 EUR"]],
    ["a code before", money, "EUR 1.234,50", ["1234.50 EUR"]],
    ["no currency", money, "5", ["5 EUR"]],
    ["another currency", money, "$5", []],
    ["a sign of which there are several", yen, "¥5", []],
    ["no unit", wait, "10", ["10 minutes"]],
    ["a short unit", wait, "30s", ["30 seconds"]],
    ["a length that the unit of the file cannot hold", wait, "10s", []],
    ["a unit and a decimal comma", wait, "2,5 h", ["2.5 hours"]],
    ["hours, minutes and seconds", wait, "01:30:00", ["5400 seconds"]],
    ["day first", day, "31.01.2026", ["2026-01-31"]],
    ["a day that may be two", day, "03/04/2026", ["2026-04-03", "2026-03-04"]],
    ["a day at midnight", day, "2026-01-31 00:00:00", ["2026-01-31"]],
    ["a day with a time", day, "2026-01-31 09:00", []],
    ["day first and a time", moment, "31.01.2026 9:00", ["2026-01-31 at 09:00"]],
    ["half days", moment, "2026-01-31 9:30 pm", ["2026-01-31 at 21:30"]],
    ["a day without a time", moment, "2026-01-31", ["2026-01-31 at 00:00"]],
    ["y", yesNo, "Y", ["yes"]],
    ["0", yesNo, "0", ["no"]],
    ["maybe", yesNo, "maybe", []],
    ["as the file writes it", outcome, "L", ["lost"]],
  ])("%s", (_, type, text, meant) => {
    expect(properCells(type, text)).toEqual(meant);
  });

  test.each([
    ["1,000", "1000"],
    ["2x", "2"],
    ["3 rows", "3"],
    ["12", "12"],
    ["2.5", null],
    ["many", null],
  ])("%s rows", (text, count) => {
    expect(properCount(text)).toBe(count);
  });
});
