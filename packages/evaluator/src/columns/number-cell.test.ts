import { describe, expect, it } from "vitest";
import { field, readTable, types } from "../../../../test/support/read-table.ts";
import type { Ratio } from "../bundle/plan.ts";
import type { FieldType, NumberForm } from "../bundle/table-plan.ts";
import { withoutExponent } from "./number-cell.ts";
import { rowsSource } from "./rows-source.ts";

/** Reads one cell as a field of a type: its value, or the message of its error. */
function read(type: FieldType, cell: unknown, missing: readonly string[] = []): unknown {
  const fields = [field("x", type)];
  const { rows, tally } = readTable(rowsSource("rows", [{ x: cell }]), fields, { missing });
  return tally.errors[0]?.message ?? rows[0]?.[0];
}

function number(more: { decimals?: number; from?: Ratio; to?: Ratio; written?: NumberForm }): FieldType {
  return { ...types.number, ...more };
}

const ratio = (numerator: string, denominator = "1"): Ratio => ({ numerator, denominator });

describe("a number", () => {
  it.each([
    ["0", 0],
    ["-0", 0],
    ["-20", -20_000_000],
    ["4.2", 4_200_000],
    ["007", 7_000_000],
    ["0.000001", 1],
    ["1.50000000000000000000", 1_500_000],
    ["9007199254.740991", 9007199254740991],
    ["9007199254.740992", 9007199254740992n],
    ["-9007199254740993", -9007199254740993000000n],
    ["99999999999999999999999999999999", 99999999999999999999999999999999000000n],
  ])("reads %s exactly", (text, value) => {
    expect(Object.is(read(types.number, text), value)).toBe(true);
  });

  it.each([
    "",
    " ",
    " 1",
    "1 ",
    "12x",
    "+5",
    "1e3",
    "0x10",
    "1,5",
    "1_000",
    ".5",
    "5.",
    ".",
    "-",
    "+",
    "--1",
    "1.2.3",
    "95%",
    "NaN",
    "Infinity",
    "٣",
  ])("refuses `%s`", (text) => {
    const message =
      text === ""
        ? "the value is missing, and `x` is not optional"
        : `\`${text}\` is not a whole or decimal number`;
    expect(read(types.number, text)).toBe(message);
  });

  it("refuses more digits than are held", () => {
    expect(read(types.whole, "9".repeat(38))).toBe(BigInt("9".repeat(38)));
    expect(read(types.whole, `0${"9".repeat(38)}`)).toBe(BigInt("9".repeat(38)));
    expect(read(types.whole, `1${"0".repeat(38)}`)).toMatch(/ has more than 38 digits$/);
    expect(read(types.number, "9".repeat(33))).toMatch(/ has more than 38 digits$/);
  });

  it("refuses a value that is finer than declared, zeros apart", () => {
    expect(read(types.cents, "1.250")).toBe(125);
    expect(read(types.cents, "1.251")).toBe("`1.251` has more than 2 decimals");
    expect(read(types.number, "0.0000001")).toBe("`0.0000001` has more than 6 decimals");
    expect(read(number({ decimals: 1 }), "0.25")).toBe("`0.25` has more than 1 decimal");
    expect(read(types.whole, "5.0")).toBe(5);
    expect(read(types.whole, "5.5")).toBe("`5.5` is not a whole number");
    expect(read(types.whole, "five")).toBe("`five` is not a whole number");
  });

  it("refuses a value outside its range, the ends included in it", () => {
    const stars = number({ from: ratio("1"), to: ratio("5") });
    expect(read(stars, "1")).toBe(1_000_000);
    expect(read(stars, "5.000")).toBe(5_000_000);
    expect(read(stars, "5.000001")).toBe("`5.000001` lies outside 1 to 5");
    expect(read(stars, "0.999999")).toBe("`0.999999` lies outside 1 to 5");
    expect(read(number({ from: ratio("-1", "2"), to: ratio("7", "4") }), "1.76")).toBe(
      "`1.76` lies outside -0.5 to 1.75",
    );
    expect(read(number({ decimals: 0, from: ratio("1", "3"), to: ratio("10", "3") }), "3")).toBe(3);
    expect(read(number({ decimals: 0, from: ratio("1", "3"), to: ratio("10", "3") }), "4")).toBe(
      "`4` lies outside 1/3 to 10/3",
    );
    expect(read(number({ from: ratio("0") }), "-1")).toBe("`-1` lies outside the range from 0");
    expect(read(number({ to: ratio("0") }), "1")).toBe("`1` lies outside the range up to 0");
    expect(read(number({ from: ratio("10000000000000000") }), "9999999999999999.999999")).toMatch(
      /lies outside/,
    );
    expect(read(number({ from: ratio("10000000000000000") }), "10000000000000000")).toBe(10n ** 22n);
  });

  it("reads its written form, group signs in threes or not at all", () => {
    const german = number({ written: { group: ".", decimal: "," } });
    expect(read(german, "1.234,56")).toBe(1_234_560_000);
    expect(read(german, "1234,56")).toBe(1_234_560_000);
    expect(read(german, "-1.234.567")).toBe(-1_234_567_000_000);
    for (const text of [
      "1.23,4",
      "12.34",
      "1234.567",
      ".234",
      "1..234",
      "1,2,3",
      "1.234,",
      "1,234.5",
      "1.234,5x",
      "- 1",
    ]) {
      expect(read(german, text)).toBe(`\`${text}\` is not a number written as \`1.234,56\``);
    }
    const spaced = number({ written: { group: " ", decimal: "." } });
    expect(read(spaced, "12 345.5")).toBe(12_345_500_000);
    expect(read(spaced, "12 3456")).toBe("`12 3456` is not a number written as `1 234.56`");
    const plain = number({ written: { group: null, decimal: "," } });
    expect(read(plain, "1234,5")).toBe(1_234_500_000);
    expect(read(plain, "1.234,5")).toBe("`1.234,5` is not a number written as `1234,56`");
  });

  it("takes numbers of a program as their shortest decimal, whatever the written form", () => {
    expect(read(types.number, 0.1)).toBe(100_000);
    expect(read(types.number, -0)).toBe(0);
    expect(read(types.number, 1e21)).toBe(10n ** 27n);
    expect(read(types.number, 1e-6)).toBe(1);
    expect(read(types.number, 1e-7)).toBe("`0.0000001` has more than 6 decimals");
    expect(read(types.number, 0.1 + 0.2)).toBe("`0.30000000000000004` has more than 6 decimals");
    expect(read(types.whole, 9007199254740993n)).toBe(9007199254740993n);
    expect(read(number({ written: { group: ".", decimal: "," } }), 1.5)).toBe(1_500_000);
    expect(read(types.number, Number.NaN)).toBe(
      "the value is no finite number (NaN), which no field can hold",
    );
    expect(read(types.number, Number.POSITIVE_INFINITY)).toBe(
      "the value is no finite number (Infinity), which no field can hold",
    );
    expect(read(types.number, true)).toBe("`true` is yes or no, which this field cannot hold");
  });
});

describe("money", () => {
  it("is a plain number at the minor units", () => {
    expect(read(types.euro, "12.5")).toBe(1250);
    expect(read(types.euro, "-0.01")).toBe(-1);
    expect(read(types.euro, 12.34)).toBe(1234);
    expect(read({ kind: "money", currency: "JPY", decimals: 0 }, "500")).toBe(500);
    expect(read({ kind: "money", currency: "JPY", decimals: 0 }, "500.5")).toBe(
      "`500.5` is not a whole number",
    );
    expect(read(types.euro, "12.345")).toBe("`12.345` has more than 2 decimals");
    expect(read(types.euro, "€5")).toBe("`€5` is not an amount of EUR (a plain number, no sign of currency)");
  });
});

describe("a duration", () => {
  it("is a decimal number of its unit, exact to the microsecond", () => {
    expect(read(types.seconds, "60")).toBe(60_000_000);
    expect(read(types.seconds, "-2.5")).toBe(-2_500_000);
    expect(read(types.seconds, "-0")).toBe(0);
    expect(read(types.seconds, 1.5)).toBe(1_500_000);
    expect(read({ ...types.seconds, unit: "minute" }, "0.00000005")).toBe(3);
    expect(read({ ...types.seconds, unit: "hour" }, "1.25")).toBe(4_500_000_000);
    expect(read({ ...types.seconds, unit: "week" }, "1")).toBe(604_800_000_000);
    expect(read({ ...types.seconds, unit: "day" }, "104249.992")).toBe(104_249_992n * 86_400_000n);
    expect(read(types.seconds, "0.0000001")).toBe("`0.0000001` is finer than a microsecond");
    expect(read({ ...types.seconds, unit: "minute" }, "1:30")).toBe("`1:30` is not a number of minutes");
    expect(read(types.seconds, "9".repeat(33))).toMatch(/ has more than 38 digits$/);
    expect(read(types.seconds, "9".repeat(200))).toMatch(/ has too many digits for a duration$/);
  });

  it("reads a written form whose first part counts on", () => {
    const talk: FieldType = { kind: "duration", unit: "second", written: "H:mm:ss" };
    expect(read(talk, "0:01:30")).toBe(90_000_000);
    expect(read(talk, "-100:00:01")).toBe(-360_001_000_000);
    expect(read(talk, "-0:00:00")).toBe(0);
    expect(read(talk, 90)).toBe(90_000_000);
    for (const text of [
      "1:60:00",
      "1:00:60",
      "1:0:00",
      "1:00",
      "+1:00:00",
      "1:00:00 ",
      "--1:00:00",
      ":00:00",
    ]) {
      expect(read(talk, text)).toBe(`\`${text}\` is not a duration (H:mm:ss)`);
    }
    const short: FieldType = { kind: "duration", unit: "minute", written: "mm:ss.SSS" };
    expect(read(short, "90:59.250")).toBe(5_459_250_000);
    expect(read(short, "9:59.250")).toBe("`9:59.250` is not a duration (mm:ss.SSS)");
    expect(read(talk, `${"9".repeat(40)}:00:00`)).toMatch(/ has more than 38 digits$/);
    expect(read(talk, "9999999999:00:00")).toBe(35_999_999_996_400_000_000n);
    expect(read({ ...types.seconds, written: "h" }, "1")).toBe(
      "`1` cannot be read: the form `h` has `h`, which no duration has",
    );
  });
});

describe("an exponent", () => {
  it.each([
    ["1e3", "1000"],
    ["1.5E+2", "150"],
    ["-1.25e1", "-12.5"],
    ["1e-7", "0.0000001"],
    ["12.5e-3", "0.0125"],
    ["1.2345e2", "123.45"],
    ["12", "12"],
    ["1e400", "1e400"],
    ["1e9999", "1e9999"],
  ])("of %s is written out as %s", (text, plain) => {
    expect(withoutExponent(text)).toBe(plain);
  });
});
