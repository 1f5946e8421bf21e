import { describe, expect, it } from "vitest";
import { field, readTable, types } from "../../../../test/support/read-table.ts";
import type { FieldType } from "../bundle/table-plan.ts";
import { dayFromCivil } from "../time/civil.ts";
import { rowsSource } from "./rows-source.ts";

function read(type: FieldType, cell: unknown): unknown {
  const { rows, tally } = readTable(rowsSource("rows", [{ x: cell }]), [field("x", type)]);
  return tally.errors[0]?.message ?? rows[0]?.[0];
}

const micros = (...parts: [number, number, number?, number?, number?, number?, number?]): number =>
  Date.UTC(...(parts as [number, number])) * 1000;

describe("a date", () => {
  it("is an existing day", () => {
    expect(read(types.date, "2026-01-31")).toBe(dayFromCivil(2026, 1, 31));
    expect(read(types.date, "2024-02-29")).toBe(dayFromCivil(2024, 2, 29));
    expect(read(types.date, "9999-12-31")).toBe(dayFromCivil(9999, 12, 31));
    for (const text of [
      "2026-02-30",
      "2025-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-1-01",
      "01/02/2026",
      "2026-01-31 ",
      "0000-01-01",
      "20260131",
      "2026-01-31T00:00",
    ]) {
      expect(read(types.date, text)).toBe(`\`${text}\` is not a date (YYYY-MM-DD)`);
    }
    expect(read(types.date, 20260131)).toBe("`20260131` is not a date (YYYY-MM-DD)");
    expect(read({ kind: "date", written: "YYYYMMDD" }, 20260131)).toBe(dayFromCivil(2026, 1, 31));
  });

  it("is read by its written form", () => {
    const written = (form: string): FieldType => ({ kind: "date", written: form });
    const day = dayFromCivil(2026, 3, 4);
    expect(read(written("D/M/YYYY"), "4/3/2026")).toBe(day);
    expect(read(written("D/M/YYYY"), "04/03/2026")).toBe(day);
    expect(read(written("DD.MM.YYYY"), "04.03.2026")).toBe(day);
    expect(read(written("DD.MM.YYYY"), "4.3.2026")).toBe("`4.3.2026` is not a date (DD.MM.YYYY)");
    expect(read(written("YYYYMMDD"), "20260304")).toBe(day);
    expect(read(written("MM/YYYY"), "03/2026")).toBe(dayFromCivil(2026, 3, 1));
    expect(read(written("D/M/YYYY"), "31/2/2026")).toBe("`31/2/2026` is not a date (D/M/YYYY)");
    expect(read(written("D/M/YYYY"), "4-3-2026")).toBe("`4-3-2026` is not a date (D/M/YYYY)");
  });

  it("may stand in columns of its year, month and day", () => {
    const fields = [field("d", types.date, { columns: ["Y", "M", "D"], optional: true })];
    const parts = (...[Y, M, D]: unknown[]): unknown => {
      const { rows, tally } = readTable(rowsSource("rows", [{ Y, M, D }]), fields, { missing: ["NA"] });
      const [error] = tally.errors;
      return error === undefined ? rows[0]?.[0] : [error.column, error.value, error.message];
    };
    expect(parts("2026", "3", "4")).toBe(dayFromCivil(2026, 3, 4));
    expect(parts(2026, 3, 4)).toBe(dayFromCivil(2026, 3, 4));
    expect(parts("", "NA", null)).toBe(null);
    expect(parts("2026", "NA", "4")).toEqual([
      "M",
      "NA",
      "the value is missing, and the other columns of this date are not",
    ]);
    expect(parts("26", "3", "4")).toEqual(["Y", "26", "`26` is not a year (YYYY)"]);
    expect(parts("2026", "13", "4")).toEqual(["M", "13", "`13` is not a month (1 to 12)"]);
    expect(parts("2026", "3", "0")).toEqual(["D", "0", "`0` is not a day (1 to 31)"]);
    expect(parts("2026", "2", "30")).toEqual(["D", "30", "`30` is not a day of that year and month"]);
    expect(parts("2026", "2", 1.5)).toEqual(["D", "1.5", "`1.5` is not a day (1 to 31)"]);
    const monthly = [field("d", types.date, { columns: ["Y", "M"] })];
    expect(readTable(rowsSource("rows", [{ Y: "2026", M: "07" }]), monthly).rows).toEqual([
      [dayFromCivil(2026, 7, 1)],
    ]);
    const { tally } = readTable(rowsSource("rows", [{}]), monthly);
    expect(tally.errors.map(({ column, message }) => [column, message])).toEqual([
      ["Y", "the value is missing, and `d` is not optional"],
    ]);
  });
});

describe("a timestamp", () => {
  it("is an instant, by its offset or else in the agreement's zone", () => {
    expect(read(types.timestamp, "2026-01-31T23:00:00Z")).toBe(micros(2026, 0, 31, 23));
    expect(read(types.timestamp, "2026-01-31 23:00Z")).toBe(micros(2026, 0, 31, 23));
    expect(read(types.timestamp, "2026-01-31T23:00:00+02:00")).toBe(micros(2026, 0, 31, 21));
    expect(read(types.timestamp, "2026-01-31T23:00+02")).toBe(micros(2026, 0, 31, 21));
    expect(read(types.timestamp, "2026-01-31T23:00:00-05")).toBe(micros(2026, 1, 1, 4));
    expect(read(types.timestamp, "2026-01-31T23:00:00.5-0530")).toBe(micros(2026, 1, 1, 4, 30, 0, 500));
    expect(read(types.timestamp, "2026-01-31T00:30")).toBe(micros(2026, 0, 30, 23, 30));
    expect(read(types.timestamp, "2026-07-01 12:00:00.000001")).toBe(micros(2026, 6, 1, 10) + 1);
    expect(read(types.timestamp, "2026-07-01 12:00:00.123456000")).toBe(micros(2026, 6, 1, 10) + 123_456);
  });

  it.each([
    "2026-01-31T24:00:00",
    "2026-01-31T23:60:00",
    "2026-06-30T23:59:60Z",
    "2026-02-30T10:00:00Z",
    "2026-01-31  10:00",
    "2026-01-31t10:00",
    "2026-01-31T10",
    "2026-01-31T10:00:00+2",
    "2026-01-31T10:00:00+24:00",
    "2026-01-31T10:00:00+02:60",
    "2026-01-31T10:00:00 Z",
    "2026-01-31T10:00:00.",
    "2026-01-31T10:00:00,5",
    "1/31/2026 10:00",
    "2026-1-31 10:00",
    "10:00",
  ])("refuses `%s`", (text) => {
    expect(read(types.timestamp, text)).toBe(`\`${text}\` is not a timestamp (YYYY-MM-DDTHH:mm:ss)`);
  });

  it("refuses a bare date, and what is finer than a microsecond", () => {
    expect(read(types.timestamp, "2026-01-31")).toBe(
      "`2026-01-31` is a date without a time, not a timestamp (YYYY-MM-DDTHH:mm:ss)",
    );
    expect(read(types.timestamp, "2026-01-31T10:00:00.0000001Z")).toMatch(/ is finer than a microsecond$/);
  });

  it("refuses times beyond what the zone is known for", () => {
    expect(read(types.timestamp, "2030-12-31T23:00")).toBe(micros(2030, 11, 31, 22));
    for (const text of [
      "2031-01-01T00:00",
      "2030-12-31T23:00:00Z",
      "9999-12-31T00:00:00Z",
      "9999-12-31 00:00",
      "0001-01-01T00:00:00Z",
      "0001-01-01 00:00",
    ]) {
      expect(read(types.timestamp, text)).toBe(
        `\`${text}\` lies outside the years that the agreement's time zone is known for`,
      );
    }
  });

  it("counts local times that were skipped or came twice", () => {
    const cells = [
      "2026-03-29T02:30",
      "2026-03-29T03:00",
      "2026-10-25T02:30",
      "2026-10-25T03:00",
      "2026-10-25T02:30+01:00",
    ];
    const { rows, tally } = readTable(
      rowsSource(
        "rows",
        cells.map((x) => ({ x })),
      ),
      [field("x", types.timestamp)],
    );
    expect(rows.flat()).toEqual([
      micros(2026, 2, 29, 1, 30),
      micros(2026, 2, 29, 1),
      micros(2026, 9, 25, 0, 30),
      micros(2026, 9, 25, 2),
      micros(2026, 9, 25, 1, 30),
    ]);
    expect([tally.skippedTimes, tally.repeatedTimes]).toEqual([1, 1]);
  });

  it("does not count moved times of rows that are set aside", () => {
    const rows = [{ x: "2026-03-29T02:30", n: "?" }];
    const { tally } = readTable(rowsSource("rows", rows), [
      field("x", types.timestamp),
      field("n", types.number),
    ]);
    expect([tally.skippedTimes, tally.setAside]).toEqual([0, 1]);
  });

  it("is read by its written form, in the agreement's zone", () => {
    const written = (form: string): FieldType => ({ kind: "timestamp", written: form });
    const noon = micros(2026, 6, 4, 10);
    expect(read(written("D/M/YYYY HH:mm"), "4/7/2026 12:00")).toBe(noon);
    expect(read(written("M/D/YYYY h:mm A"), "7/4/2026 12:00 PM")).toBe(noon);
    expect(read(written("M/D/YYYY h:mm A"), "7/4/2026 12:00 am")).toBe(micros(2026, 6, 3, 22));
    expect(read(written("M/D/YYYY hh:mm:ssA"), "7/4/2026 01:00:05pm")).toBe(noon + 3_605_000_000);
    expect(read(written("YYYY-MM-DD HH:mm:ss.SSS"), "2026-07-04 12:00:00.250")).toBe(noon + 250_000);
    expect(read(written("DD.MM.YYYY H"), "04.07.2026 12")).toBe(noon);
    for (const text of ["4/7/2026 24:00", "4/7/2026 1:00", "4/7/2026", "4/7/2026 12:60"]) {
      expect(read(written("D/M/YYYY HH:mm"), text)).toBe(`\`${text}\` is not a timestamp (D/M/YYYY HH:mm)`);
    }
    expect(read(written("M/D/YYYY h:mm A"), "7/4/2026 13:00 PM")).toMatch(/is not a timestamp/);
    expect(read(written("M/D/YYYY h:mm A"), "7/4/2026 0:30 AM")).toMatch(/is not a timestamp/);
  });
});
