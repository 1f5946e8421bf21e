/** The quick way to read columns must say exactly what the plain way says. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { bytesOf, field, type ReadOutcome, readTable, types } from "../../../../test/support/read-table.ts";
import type { FieldPlan, FieldType } from "../bundle/table-plan.ts";
import { csvReader } from "./csv.ts";
import { jsonReader } from "./json.ts";
import { byteSource } from "./record-reader.ts";

/** Setting TENET_LONG asks for many more. */
const RUNS = process.env.TENET_LONG === undefined ? 30 : 1000;
vi.setConfig({ testTimeout: 120_000 });

const MISSING = ["NA", "-1", "0", "é", "2026-01-01", "NA "];

/** Reads the same bytes in both ways. */
function bothWays(
  content: string,
  fields: readonly FieldPlan[],
  format: "csv" | "ndjson",
): { quick: ReadOutcome; plain: ReadOutcome } {
  const read = (isQuick: boolean): ReadOutcome => {
    const settings = { isQuick, room: 256 };
    const source = byteSource("d", bytesOf(content), (context) =>
      format === "csv" ? csvReader("d", context, [","], settings) : jsonReader("d", context, false, settings),
    );
    return readTable(source, fields, { missing: MISSING, maxErrors: Number.POSITIVE_INFINITY });
  };
  return { quick: read(true), plain: read(false) };
}

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const two = fc.oneof(
  fc.constantFrom("00", "01", "02", "12", "23", "24", "29", "30", "31", "59", "60"),
  digits(0, 3),
);
const sign = fc.constantFrom("", "", "", "-", "+", "--", " ");

const numberText = fc.oneof(
  fc
    .tuple(sign, digits(0, 18), fc.constantFrom(".", ",", "", ".."), digits(0, 9))
    .map((parts) => parts.join("")),
  fc
    .tuple(
      sign,
      digits(1, 3),
      fc.constantFrom("", ".", ","),
      fc.constantFrom("", "0", "5", "25", "000000", "0000001"),
    )
    .map((parts) => parts.join("")),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }).map(String),
  fc.double({ noNaN: true }).map(String),
  fc.constantFrom(
    "9007199254740991",
    "9007199254740992",
    "-9007199254740993",
    "9007199254.740991",
    "9007199254.740992",
    "1e3",
    "1.5E2",
    "-0",
    "0.0",
    "9".repeat(39),
  ),
);
const dateText = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc
    .tuple(
      fc.oneof(fc.constantFrom("2024", "2026", "1900", "0000", "9999"), digits(3, 5)),
      fc.constantFrom("-", "/", ""),
      two,
      fc.constantFrom("-", "/"),
      two,
    )
    .map((parts) => parts.join("")),
);
const clockText = fc
  .tuple(
    two,
    fc.constantFrom(":", ":", ""),
    two,
    fc.constantFrom("", ":00", ":59", ":60", ":07.5", ":07.123456", ":07.1234567", ":07.1234560", ":07."),
    fc.constantFrom("", "", "Z", "z", "+02:00", "-0530", "+24:00", "+2", "+02:60", " Z"),
  )
  .map((parts) => parts.join(""));
const timestampText = fc.oneof(
  fc.tuple(dateText, fc.constantFrom("T", " ", "t", "  ", ""), clockText).map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom("2026-03-29", "2026-10-25", "2030-12-31", "2031-01-01"),
      fc.constantFrom("T", " "),
      clockText,
    )
    .map((parts) => parts.join("")),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc
    .date({ noInvalidDate: true, min: new Date("2025-01-01"), max: new Date("2031-06-01") })
    .map((date) => date.toISOString().slice(0, 19)),
);
const someText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("yes", "no", "true", "ja", "FAIL-1", "delivered", "returned", "Delivered", "x".repeat(70)),
);
const spelled = fc.constantFrom("", ...MISSING);
const anyCell = fc.oneof(spelled, someText, numberText, dateText, timestampText);

const written: readonly FieldType[] = [
  {
    kind: "number",
    decimals: 2,
    from: { numerator: "-5", denominator: "2" },
    to: { numerator: "1000", denominator: "1" },
    written: null,
  },
  {
    kind: "number",
    decimals: 0,
    from: { numerator: "99999999999999999", denominator: "1" },
    to: null,
    written: null,
  },
  {
    kind: "number",
    decimals: 3,
    from: null,
    to: { numerator: "99999999999999999", denominator: "1" },
    written: null,
  },
  { kind: "number", decimals: null, from: null, to: null, written: { group: ".", decimal: "," } },
  { kind: "number", decimals: null, from: null, to: null, written: { group: " ", decimal: "." } },
  { kind: "duration", unit: "minute", written: null },
  { kind: "duration", unit: "week", written: null },
  { kind: "duration", unit: "second", written: "H:mm:ss" },
  { kind: "duration", unit: "second", written: "nonsense" },
  { kind: "date", written: "D/M/YYYY" },
  { kind: "timestamp", written: "YYYY-MM-DD HH:mm:ss" },
  { kind: "yes_no", yes: ["ja", "1", "no"], no: ["no", "nein"] },
  {
    kind: "one_of",
    members: [
      { name: "a", written: "x" },
      { name: "b", written: "x" },
      { name: "c", written: "é" },
    ],
  },
];

/** One field per type, optional and not, and dates in columns. */
const fields: readonly FieldPlan[] = [...Object.values(types), ...written].flatMap((type, index) => [
  field(`m${index}`, type),
  field(`o${index}`, type, { optional: true, columns: [`m${index}`] }),
]);
const partFields: readonly FieldPlan[] = [
  field("ymd", types.date, { columns: ["a", "b", "c"] }),
  field("ym", types.date, { columns: ["a", "b"], optional: true }),
  field("dmy", types.date, { columns: ["c", "b", "a"], optional: true }),
];
const partText = fc.oneof(
  spelled,
  fc.constantFrom("2026", "2024", "1", "02", "2", "29", "30", "31", "12", "13", "00"),
  digits(1, 5),
  someText,
);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe("in CSV", () => {
  /** Every field by itself, so that a bad cell of one does not hide the values of another. */
  it.each(
    fields.map((plan) => [`${plan.optional ? "optional " : ""}${JSON.stringify(plan.type)}`, plan] as const),
  )("%s", (_, plan) => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 60 }), (cells) => {
        const [column = ""] = plan.columns;
        const { quick, plain } = bothWays([column, ...cells.map(quoted)].join("\n"), [plan], "csv");
        expect(quick).toEqual(plain);
        expect(plain.tally.rows).toBe(cells.length);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(partFields.map((plan) => [plan.name, plan] as const))("a date in columns: %s", (_, plan) => {
    fc.assert(
      fc.property(fc.array(fc.array(partText, { minLength: 3, maxLength: 3 }), { maxLength: 40 }), (rows) => {
        const content = ["a,b,c", ...rows.map((cells) => cells.map(quoted).join(","))].join("\n");
        const { quick, plain } = bothWays(content, [plan], "csv");
        expect(quick).toEqual(plain);
      }),
      { numRuns: RUNS * 4 },
    );
  });
});

describe("in NDJSON", () => {
  const anyValue = fc.oneof(
    anyCell.map((cell) => JSON.stringify(cell)),
    fc.constantFrom(
      "null",
      "true",
      "false",
      "[]",
      '{"a":1}',
      "1e3",
      "-0",
      "1.5E-2",
      "9007199254740993",
      "1e400",
      "0.1",
      "-1",
      "0",
      "2026",
      "12",
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  );
  it.each(
    [...fields, ...partFields].map((plan) => [`${plan.name} ${JSON.stringify(plan.type)}`, plan] as const),
  )("%s", (_, plan) => {
    fc.assert(
      fc.property(fc.array(fc.array(anyValue, { minLength: 3, maxLength: 3 }), { maxLength: 40 }), (rows) => {
        const content = rows
          .map(
            (values) =>
              `{${plan.columns.map((column, index) => `${JSON.stringify(column)}:${values[index] ?? "null"}`).join(",")}}`,
          )
          .join("\n");
        const { quick, plain } = bothWays(content, [plan], "ndjson");
        expect(quick).toEqual(plain);
        expect(plain.tally.rows).toBe(rows.length);
      }),
      { numRuns: RUNS },
    );
  });
});

it("a column remembers only so many written values, and stays right", () => {
  const plan = field("t", { kind: "duration", unit: "second", written: "H:mm:ss" });
  const cells = Array.from({ length: 70_000 }, (_, index) => `${index}:00:00`);
  const { quick } = bothWays(["t", ...cells, "0:00:01", ...cells.slice(0, 10)].join("\n"), [plan], "csv");
  expect(quick.tally.errorCount).toBe(0);
  expect(quick.rows.map(([value]) => value)).toEqual([
    ...cells.map((_, index) => index * 3_600_000_000),
    1_000_000,
    ...Array.from({ length: 10 }, (_, index) => index * 3_600_000_000),
  ]);
});
