import type { FieldType } from "@tenet-lang/evaluator";
import { expect, test } from "vitest";
import { cellOf } from "./cells.ts";

const number = (written: { group: string | null; decimal: string } | null): FieldType => ({
  kind: "number",
  decimals: null,
  from: null,
  to: null,
  written,
});
const duration = (unit: "second" | "minute" | "hour" | "day", written: string | null = null): FieldType => ({
  kind: "duration",
  unit,
  written,
});
const date = (written: string | null): FieldType => ({ kind: "date", written });
const timestamp = (written: string | null): FieldType => ({ kind: "timestamp", written });
const yesNo: FieldType = { kind: "yes_no", yes: ["1"], no: ["0"] };
const outcome: FieldType = {
  kind: "one_of",
  members: [
    { name: "lost", written: "L" },
    { name: "found", written: "found" },
  ],
};

test.each<[string, FieldType, string, string]>([
  ["text as it stands", { kind: "text" }, "10 seconds", "10 seconds"],
  ["yes as the file says it", yesNo, "yes", "1"],
  ["no as the file says it", yesNo, "no", "0"],
  ["a member as the file spells it", outcome, "lost", "L"],
  ["a number", number(null), "-1_000.50", "-1000.50"],
  ["a number with its decimal sign", number({ group: ".", decimal: "," }), "1_234.5", "1234,5"],
  ["money", { kind: "money", currency: "EUR", decimals: 2 }, "4.50 EUR", "4.50"],
  ["a duration in its own unit", duration("second"), "10 seconds", "10"],
  ["a duration in a smaller unit", duration("hour"), "90 minutes", "1.5"],
  ["a duration in a larger unit", duration("second"), "1.5 hours", "5400"],
  ["a negative duration", duration("minute"), "-90 seconds", "-1.5"],
  ["a duration as it is written", duration("second", "H:mm:ss"), "90 minutes", "1:30:00"],
  ["a duration with padded hours", duration("second", "HH:mm"), "90 minutes", "01:30"],
  ["a duration of one part", duration("second", "mm"), "2 hours", "120"],
  ["a duration in days", duration("hour", "D HH"), "50 hours", "2 02"],
  ["a duration in thousandths", duration("second", "ss.SSS"), "1.25 seconds", "01.250"],
  ["a date", date(null), "2026-03-04", "2026-03-04"],
  ["a date as it is written", date("D/M/YYYY"), "2026-03-04", "4/3/2026"],
  ["a timestamp", timestamp(null), "2026-03-04 at 17:05", "2026-03-04T17:05:00"],
  ["a timestamp with seconds", timestamp(null), "2026-03-04T17:05:09", "2026-03-04T17:05:09"],
  [
    "a timestamp with an offset",
    timestamp(null),
    "2026-03-04 17:05:09.25+01:00",
    "2026-03-04T17:05:09.25+01:00",
  ],
  ["an afternoon", timestamp("DD.MM.YYYY hh:mm A"), "2026-03-04 at 17:05", "04.03.2026 05:05 PM"],
  ["noon", timestamp("DD.MM.YYYY h:mm A"), "2026-03-04 at 12:00", "04.03.2026 12:00 PM"],
  ["midnight", timestamp("DD.MM.YYYY h:mm A"), "2026-03-04 at 00:30", "04.03.2026 12:30 AM"],
])("%s", (_, type, cell, text) => {
  expect(cellOf(type, cell)).toEqual({ text });
});

test.each<[string, FieldType, string]>([
  ["a yes that is written in the file's way", yesNo, "1"],
  ["a member that is none", outcome, "L"],
  ["a number with a sign of the file", number({ group: ".", decimal: "," }), "1234,5"],
  ["a number in words", number(null), "ten"],
  ["money without its currency", { kind: "money", currency: "EUR", decimals: 2 }, "4.50"],
  ["money of another currency", { kind: "money", currency: "EUR", decimals: 2 }, "4.50 USD"],
  ["a duration without a unit", duration("second"), "10"],
  ["a duration in months", duration("second"), "2 months"],
  ["a duration that has no end in its unit", duration("hour"), "20 minutes"],
  ["a duration finer than its form", duration("second", "H:mm"), "90 seconds"],
  ["a date that does not exist", date(null), "2026-02-30"],
  ["a timestamp without a time", timestamp(null), "2026-02-03"],
  ["a timestamp finer than its form", timestamp("D/M/YYYY HH:mm"), "2026-03-04 10:00:09"],
  ["a timestamp at a time that no clock shows", timestamp(null), "2026-02-03 at 24:00"],
  [
    "a timestamp with an offset that its form has no place for",
    timestamp("D/M/YYYY HH:mm"),
    "2026-03-04T10:00Z",
  ],
  ["a computed field", { kind: "days", from: "a", to: "b", calendar: null }, "3"],
])("refused: %s", (_, type, cell) => {
  expect(cellOf(type, cell)).toEqual(expect.objectContaining({ problem: expect.any(String) }));
});
