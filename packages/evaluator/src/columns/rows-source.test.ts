import { describe, expect, it } from "vitest";
import { field, readTable, readTableLater, types } from "../../../../test/support/read-table.ts";
import type { FieldPlan } from "../bundle/table-plan.ts";
import { dayFromCivil } from "../time/civil.ts";
import type { DataError } from "./chunk.ts";
import { rowsSource } from "./rows-source.ts";

/** Row, column, value and message of each error. */
function brief(errors: readonly DataError[]): unknown[] {
  return errors.map(({ row, column, value, message }) => [row, column, value, message]);
}

function readRows(rows: readonly unknown[], fields: readonly FieldPlan[], settings = {}) {
  return readTable(rowsSource("rows", rows as object[]), fields, settings);
}

describe("cells of rows", () => {
  it("are read by their types", () => {
    const fields = [
      field("t", types.text),
      field("b", types.yesNo),
      field("o", types.outcome),
      field("n", types.cents),
    ];
    const rows = [
      { t: " a ", b: "yes", o: "FAIL-1", n: "1.5" },
      { t: "é😀", b: false, o: "delivered", n: 2n },
      { t: "\ud800", b: "false", o: "returned", n: 0.07 },
    ];
    expect(readRows(rows, fields).rows).toEqual([
      [" a ", 1, 1, 150],
      ["é😀", 0, 0, 200],
      ["\ud800", 0, 2, 7],
    ]);
  });

  it("are refused where a value is none of the declared ones", () => {
    const fields = [field("b", types.yesNo), field("o", types.outcome)];
    const { tally, rows } = readRows(
      [
        { b: "Yes", o: "failed" },
        { b: "1", o: "Delivered" },
      ],
      fields,
    );
    expect(rows).toEqual([]);
    expect(brief(tally.errors)).toEqual([
      [1, "b", "Yes", "`Yes` is not `yes`, `true` (yes) or `no`, `false` (no)"],
      [1, "o", "failed", "`failed` is not one of `delivered`, `FAIL-1`, `returned`"],
      [2, "b", "1", "`1` is not `yes`, `true` (yes) or `no`, `false` (no)"],
      [2, "o", "Delivered", "`Delivered` is not one of `delivered`, `FAIL-1`, `returned`"],
    ]);
    expect(tally).toMatchObject({ rows: 2, setAside: 2, errorCount: 4, fatal: false });
  });

  it("are refused where a value is of another kind", () => {
    const fields = [field("t", types.text), field("d", types.date)];
    const rows = [
      { t: false, d: true },
      { t: ["a"], d: new Date(0) },
      { t: () => 1, d: Symbol("s") },
    ];
    expect(brief(readRows(rows, fields).tally.errors)).toEqual([
      [1, "t", "false", "`false` is yes or no, which this field cannot hold"],
      [1, "d", "true", "`true` is yes or no, which this field cannot hold"],
      [2, "t", null, "the value is a list, which no field can hold"],
      [2, "d", null, "the value is an object, which no field can hold"],
      [3, "t", null, "the value is a function, which no field can hold"],
      [3, "d", null, "the value is a symbol, which no field can hold"],
    ]);
  });

  it("take a number for the characters that write it", () => {
    const fields = [field("t", types.text), field("b", { kind: "yes_no", yes: ["1"], no: ["0"] })];
    const rows = [
      { t: 5, b: 1 },
      { t: 10n ** 20n, b: 0n },
      { t: 1e21, b: true },
      { t: -0, b: "0" },
    ];
    expect(readRows(rows, fields).rows).toEqual([
      ["5", 1],
      ["100000000000000000000", 0],
      ["1000000000000000000000", 1],
      ["0", 0],
    ]);
  });

  it("are missing where they are empty, absent, null or spelled so", () => {
    const fields = [field("t", types.text, { optional: true }), field("n", types.number, { optional: true })];
    const rows = [{ t: "", n: null }, {}, { t: undefined, n: "NA" }, { t: "?", n: "1" }, { t: "na", n: "2" }];
    expect(readRows(rows, fields, { missing: ["NA", "?"] }).rows).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, 1_000_000],
      ["na", 2_000_000],
    ]);
  });

  it("take a spelling of missing for missing even where it could be a value", () => {
    const fields = [field("n", types.number, { optional: true })];
    expect(readRows([{ n: "-1" }, { n: -1 }, { n: "-1.0" }], fields, { missing: ["-1"] }).rows).toEqual([
      [null],
      [null],
      [-1_000_000],
    ]);
  });

  it("may not be missing unless the field is optional", () => {
    const { tally } = readRows([{ n: "NA" }, { n: "" }, {}], [field("n", types.number)], { missing: ["NA"] });
    const message = "the value is missing, and `n` is not optional";
    expect(brief(tally.errors)).toEqual([
      [1, "n", "NA", message],
      [2, "n", "", message],
      [3, "n", null, message],
    ]);
    expect(tally.errors[0]).toMatchObject({ code: "TEN4101", source: "rows" });
  });

  it("of personal fields never show in an error", () => {
    const fields = [
      field("n", types.number, { personal: true }),
      field("d", types.date, { personal: true, columns: ["Y", "M", "D"] }),
    ];
    const { tally } = readRows([{ n: "secret", Y: "1999", M: "2", D: "30" }], fields);
    expect(JSON.stringify(tally.errors)).not.toMatch(/secret|1999|30/);
    expect(brief(tally.errors)).toEqual([
      [1, "n", null, "the value is not a whole or decimal number"],
      [1, "D", null, "the value is not a day of that year and month"],
    ]);
  });

  it("are cut to 80 characters in an error, never inside one", () => {
    const { tally } = readRows([{ n: "😀".repeat(100) }], [field("n", types.number)]);
    expect(tally.errors[0]?.value).toBe(`${"😀".repeat(79)}…`);
    expect(tally.errors[0]?.message).toBe(`\`${"😀".repeat(79)}…\` is not a whole or decimal number`);
  });
});

describe("rows", () => {
  it("must be objects, and only their own properties count", () => {
    const rows = [
      "a",
      null,
      5,
      [1],
      Object.create({ t: "inherited" }),
      { t: "own" },
      Object.assign(Object.create(null), { t: "bare" }),
    ];
    const { rows: read, tally, lines } = readRows(rows, [field("t", types.text, { optional: true })]);
    expect(read).toEqual([[null], ["own"], ["bare"]]);
    expect(lines).toEqual([5, 6, 7]);
    expect(brief(tally.errors)).toEqual(
      [
        [1, "a string"],
        [2, "nothing"],
        [3, "a number"],
        [4, "a list"],
      ].map(([row, what]) => [
        row,
        null,
        null,
        `this row is ${what}, and a row is an object with the columns as its properties`,
      ]),
    );
    expect(tally).toMatchObject({ rows: 7, setAside: 4 });
  });

  it("may have columns with the names of built-in properties", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const fields = names.map((name, index) =>
      field(`f${index}`, types.text, { columns: [name], optional: true }),
    );
    const row = JSON.parse(
      '{"__proto__":"a","constructor":"b","toString":"c","hasOwnProperty":"d"}',
    ) as object;
    const { rows, tally } = readRows([row, {}], fields);
    expect(rows).toEqual([
      ["a", "b", "c", "d"],
      [null, null, null, null],
    ]);
    expect(tally.errorCount).toBe(0);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it("name columns that no field reads, each once", () => {
    const { tally } = readRows(
      [
        { t: "a", x: 1 },
        { y: 2, x: 3, t: "b" },
      ],
      [field("t", types.text)],
    );
    expect(tally.ignoredColumns).toEqual(["x", "y"]);
  });

  it("may be one object, filled anew for each", () => {
    const one = { n: 0 };
    function* rows(): Generator<object> {
      for (one.n = 1; one.n <= 3; one.n += 1) yield one;
    }
    expect(readTable(rowsSource("rows", rows()), [field("n", types.whole)]).rows).toEqual([[1], [2], [3]]);
  });

  it("may come in time", async () => {
    async function* rows(): AsyncGenerator<object> {
      for (let n = 0; n < 5000; n += 1) yield { n: n % 1000 === 999 ? "x" : n };
    }
    const {
      rows: read,
      lines,
      tally,
    } = await readTableLater(rowsSource("rows", rows()), [field("n", types.whole)]);
    expect(read.length).toBe(4995);
    expect([read[998], read[999], lines[999], read[4994], lines[4994]]).toEqual([
      [998],
      [1000],
      1001,
      [4998],
      4999,
    ]);
    expect(tally.errors.map(({ row }) => row)).toEqual([1000, 2000, 3000, 4000, 5000]);
  });

  it("list their errors in order, and only so many", () => {
    const rows = Array.from({ length: 10 }, () => ({ a: "?", b: "?" }));
    const { tally } = readRows(rows, [field("a", types.whole), field("b", types.whole)], { maxErrors: 3 });
    expect(tally.errors.map(({ row, column }) => [row, column])).toEqual([
      [1, "a"],
      [1, "b"],
      [2, "a"],
    ]);
    expect(tally).toMatchObject({ errorCount: 20, setAside: 10 });
  });

  it("are checked in fields that nobody needs, too", () => {
    const fields = [field("t", types.text), field("n", types.whole), field("u", types.text)];
    const rows = [
      { t: "a", n: "1", u: "" },
      { t: "b", n: "x", u: "u" },
      { t: "c", n: "3", u: "v" },
    ];
    const { rows: read, tally } = readRows(rows, fields, { needed: [true, false, false] });
    expect(read).toEqual([["c"]]);
    expect(tally.errors.map(({ row, column }) => [row, column])).toEqual([
      [1, "u"],
      [2, "n"],
    ]);
  });
});

describe("duplicates counted once", () => {
  const fields = [field("t", types.text, { optional: true })];

  it("are rows equal in every column, also in those nobody reads", () => {
    const rows = [
      { t: "a", x: 1 },
      { x: 1, t: "a" },
      { t: "a", x: 2 },
      { t: "a", x: "1" },
      { t: "a", x: 1, y: null },
      { t: "a", x: { z: 1 } },
      { t: "a", x: { z: 1 } },
      { t: "ax" },
      { t: "", x: "t" },
    ];
    const { rows: read, lines, tally } = readRows(rows, fields, { duplicatesOnce: true });
    expect(lines).toEqual([1, 3, 6, 8, 9]);
    expect(read.at(-1)).toEqual([null]);
    expect(tally).toMatchObject({ rows: 9, duplicates: 4, setAside: 0 });
  });

  it("are not looked for among rows with bad cells", () => {
    const rows = [{ t: true }, { t: true }, { t: "a" }, { t: "a" }];
    const { tally } = readRows(rows, fields, { duplicatesOnce: true });
    expect(tally).toMatchObject({ rows: 4, duplicates: 1, setAside: 2, errorCount: 2 });
  });

  it("are found however far apart, and kept where nobody asks", () => {
    const rows = Array.from({ length: 9000 }, (_, index) => ({ t: String(index % 4500) }));
    expect(readRows(rows, fields, { duplicatesOnce: true }).tally.duplicates).toBe(4500);
    expect(readRows(rows, fields).rows.length).toBe(9000);
  });
});

describe("computed fields", () => {
  it("add up number fields at one scale, exactly", () => {
    const fields = [
      field("a", types.whole),
      field("b", types.cents),
      field("c", types.number, { optional: true }),
      field("sum", { kind: "total", of: ["a", "b", "c"], decimals: null }),
    ];
    const rows = [
      { a: 1, b: "0.25", c: "0.000001" },
      { a: 1, b: "0.25" },
      { a: "90071992547409920", b: "0.01", c: "0.1" },
      { a: "-9007199254740993", b: "0", c: "9007199254740993" },
    ];
    const { rows: read, tally } = readRows(rows, fields, { needed: [false, false, false, true] });
    expect(read).toEqual([[1_250_001], [null], [90071992547409920110000n], [0]]);
    expect(tally.errorCount).toBe(0);
  });

  it("refuse a total that does not fit", () => {
    const fields = [
      field("a", types.cents),
      field("b", types.cents),
      field("sum", { kind: "total", of: ["a", "b"], decimals: 1 }),
    ];
    const huge = `${"9".repeat(36)}`;
    const { rows, tally } = readRows(
      [
        { a: "0.05", b: "0.05" },
        { a: "0.01", b: "0" },
        { a: `${huge}.99`, b: `${huge}.99` },
      ],
      fields,
    );
    expect(rows).toEqual([[5, 5, 1]]);
    expect(brief(tally.errors)).toEqual([
      [2, "sum", null, "the value of this total has more than 1 decimals"],
      [3, "sum", null, "the value of this total has more than 1 decimals"],
    ]);
    const whole = [
      field("a", types.whole),
      field("b", types.whole),
      field("sum", { kind: "total", of: ["a", "b"], decimals: 0 }),
    ];
    const nines = "9".repeat(38);
    expect(
      brief(readRows([{ a: nines, b: "1" }], whole, { needed: [true, true, false] }).tally.errors),
    ).toEqual([[1, "sum", null, "the value of this total has more than 38 digits"]]);
  });

  it("count days between dates, and between timestamps by their civil date", () => {
    const fields = [
      field("from", types.date),
      field("to", types.timestamp, { optional: true }),
      field("late", { kind: "days", from: "from", to: "to", calendar: null }),
    ];
    const rows = [
      { from: "2026-01-30", to: "2026-01-31T23:30:00Z" },
      { from: "2026-02-02", to: "2026-02-01T12:00" },
      { from: "2026-02-02" },
    ];
    expect(readRows(rows, fields, { needed: [false, false, true] }).rows).toEqual([[2], [-1], [null]]);
  });

  it("may stand before and on top of the fields they are made of", () => {
    const fields = [
      field("all", { kind: "total", of: ["part", "c"], decimals: 0 }),
      field("part", { kind: "total", of: ["a", "b"], decimals: 0 }),
      field("a", types.whole),
      field("b", types.whole),
      field("c", types.whole),
    ];
    expect(readRows([{ a: 1, b: 2, c: 4 }], fields).rows).toEqual([[7, 3, 1, 2, 4]]);
  });
});

describe("big numbers", () => {
  it("keep to their rows when others are set aside", () => {
    const big = 2n ** 60n;
    const rows = [{ n: "x" }, { n: big }, { n: 1 }, { n: "y" }, { n: -big }];
    expect(readRows(rows, [field("n", types.whole)]).rows).toEqual([[big], [1], [-big]]);
  });
});

it("days are counted with the zone of the agreement", () => {
  const fields = [
    field("t", types.timestamp),
    field("d", types.date),
    field("n", { kind: "days", from: "d", to: "t", calendar: null }),
  ];
  const { rows } = readRows([{ t: "2026-06-30T22:30:00Z", d: "2026-07-01" }], fields);
  expect(rows[0]?.slice(1)).toEqual([dayFromCivil(2026, 7, 1), 0]);
});
