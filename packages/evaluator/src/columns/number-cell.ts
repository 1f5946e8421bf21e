/**
 * Numbers, money and durations as exact whole numbers at their field's scale.
 *
 * A number is digits with an optional minus and an optional point, and nothing else: no exponent, no spaces, no
 * thousands unless the field says how they are written. A value is never rounded to fit; one that is finer than its
 * field is refused (SPEC §4.7).
 */
import type { DurationUnit, Ratio } from "../bundle/plan.ts";
import type { FieldType, NumberForm } from "../bundle/table-plan.ts";
import { type Reading, refuse, wholeReading } from "./cell.ts";

/** Decimals at which a number is held where none are declared. */
const DEFAULT_DECIMALS = 6;

const MICROS: Readonly<Record<DurationUnit, number>> = {
  second: 1_000_000,
  minute: 60_000_000,
  hour: 3_600_000_000,
  day: 86_400_000_000,
  week: 604_800_000_000,
};

type NumberType = FieldType & { kind: "number" };

/** Decimals of the whole number that stands for a value of this type; 0 where it is not a decimal. */
export function decimalsOf(type: FieldType): number {
  if (type.kind === "money") return type.decimals;
  return type.kind === "number" || type.kind === "total" ? (type.decimals ?? DEFAULT_DECIMALS) : 0;
}

/** Microseconds in a unit of elapsed time. */
export function microsOf(unit: DurationUnit): number {
  return MICROS[unit];
}

/** Sign, digits before and digits behind the point. */
interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function plainDecimal(text: string): Decimal | null {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  return match === null
    ? null
    : { negative: match[1] === "-", whole: match[2] ?? "", fraction: match[3] ?? "" };
}

/** Reads `1.234,56` by its form: if there are group signs at all, they stand in threes from the right. */
function groupedDecimal(text: string, form: NumberForm): Decimal | null {
  const at = form.decimal === null ? -1 : text.indexOf(form.decimal);
  const head = at < 0 ? text : text.slice(0, at);
  const fraction = at < 0 ? "" : text.slice(at + 1);
  if (at >= 0 && !/^[0-9]+$/.test(fraction)) return null;
  const negative = head.startsWith("-");
  const digits = negative ? head.slice(1) : head;
  const groups = form.group === null ? [digits] : digits.split(form.group);
  const isGrouped = groups.every((group, index) => (index === 0 ? /^[0-9]{1,3}$/ : /^[0-9]{3}$/).test(group));
  if (groups.length === 1 ? !/^[0-9]+$/.test(digits) : !isGrouped) return null;
  return { negative, whole: groups.join(""), fraction };
}

/** The decimal at so many decimals; zeros beyond them do not count. */
function scaled(decimal: Decimal, decimals: number): Reading {
  const fraction = decimal.fraction.replace(/0+$/, "");
  if (fraction.length > decimals) return refuse("TEN4103", finerThan(decimals));
  return wholeReading(decimal.negative, decimal.whole + fraction.padEnd(decimals, "0"));
}

function finerThan(decimals: number): string {
  if (decimals === 0) return "is not a whole number";
  return `has more than ${decimals} ${decimals === 1 ? "decimal" : "decimals"}`;
}

/** Reads text as a number of this type; `written` only for text, never for the numbers of JSON. */
export function readNumber(text: string, type: NumberType, written: NumberForm | null): Reading {
  const decimal = written === null ? plainDecimal(text) : groupedDecimal(text, written);
  if (decimal === null) return refuse("TEN4102", `is not a ${expectedNumber(type, written)}`);
  const value = scaled(decimal, decimalsOf(type));
  return isOutside(value, type) ? refuse("TEN4104", `lies outside ${rangeText(type)}`) : value;
}

function expectedNumber(type: NumberType, written: NumberForm | null): string {
  if (written !== null) return `number written as \`${sampleOf(written)}\``;
  return type.decimals === 0 ? "whole number" : "whole or decimal number";
}

function sampleOf({ group, decimal }: NumberForm): string {
  return `1${group ?? ""}234${decimal === null ? "" : `${decimal}56`}`;
}

/** A range as whole numbers at the type's scale; null where it is open. */
interface Bounds {
  readonly least: bigint | null;
  readonly greatest: bigint | null;
}

/** The least and the greatest whole number in range, worked out once for each type. */
export function boundsOf(type: NumberType): Bounds {
  const found = bounds.get(type) ?? newBounds(type);
  bounds.set(type, found);
  return found;
}

const bounds = new WeakMap<NumberType, Bounds>();

function newBounds(type: NumberType): Bounds {
  const scale = 10n ** BigInt(decimalsOf(type));
  return {
    least: type.from === null ? null : -floor(-BigInt(type.from.numerator) * scale, type.from.denominator),
    greatest: type.to === null ? null : floor(BigInt(type.to.numerator) * scale, type.to.denominator),
  };
}

function floor(numerator: bigint, denominator: string): bigint {
  const divisor = BigInt(denominator);
  const quotient = numerator / divisor;
  return numerator % divisor !== 0n && numerator < 0n ? quotient - 1n : quotient;
}

function isOutside(value: Reading, type: NumberType): boolean {
  if (typeof value === "object" || (type.from === null && type.to === null)) return false;
  const { least, greatest } = boundsOf(type);
  return (least !== null && value < least) || (greatest !== null && value > greatest);
}

function rangeText(type: NumberType): string {
  if (type.from === null) return `the range up to ${ratioText(type.to)}`;
  return type.to === null
    ? `the range from ${ratioText(type.from)}`
    : `${ratioText(type.from)} to ${ratioText(type.to)}`;
}

/** A bound as the decimal it was written as. */
function ratioText(ratio: Ratio | null): string {
  if (ratio === null) return "";
  const [numerator, denominator] = [BigInt(ratio.numerator), BigInt(ratio.denominator)];
  for (let decimals = 0, scale = 1n; decimals <= MOST_SHOWN; decimals += 1, scale *= 10n) {
    if ((numerator * scale) % denominator === 0n)
      return decimalText((numerator * scale) / denominator, decimals);
  }
  return `${ratio.numerator}/${ratio.denominator}`;
}

const MOST_SHOWN = 18;

function decimalText(value: bigint, decimals: number): string {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return `${value < 0n ? "-" : ""}${digits.slice(0, point)}${decimals === 0 ? "" : `.${digits.slice(point)}`}`;
}

/** Reads an amount of money: a plain number at the currency's minor units. */
export function readMoney(text: string, type: FieldType & { kind: "money" }): Reading {
  const decimal = plainDecimal(text);
  if (decimal === null)
    return refuse("TEN4102", `is not an amount of ${type.currency} (a plain number, no sign of currency)`);
  return scaled(decimal, type.decimals);
}

/** Reads a decimal number of a unit of time as microseconds. */
export function readAmountOfTime(text: string, unit: DurationUnit): Reading {
  const decimal = plainDecimal(text);
  if (decimal === null) return refuse("TEN4111", `is not a number of ${unit}s`);
  const fraction = decimal.fraction.replace(/0+$/, "");
  const digits = (decimal.whole + fraction).replace(/^0+/, "");
  // More digits than this cannot be a whole number of microseconds within the digits that are held.
  if (digits.length > 60) return refuse("TEN4105", "has too many digits for a duration");
  const micros = BigInt(digits === "" ? "0" : digits) * BigInt(MICROS[unit]);
  const scale = 10n ** BigInt(fraction.length);
  if (micros % scale !== 0n) return refuse("TEN4103", "is finer than a microsecond");
  return wholeReading(decimal.negative, String(micros / scale));
}

/**
 * Plain decimal text of a number written with an exponent, as JSON and JavaScript may write it; other text, and
 * exponents far beyond what a field can hold, come back unchanged.
 */
export function withoutExponent(text: string): string {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?[eE]([+-]?[0-9]{1,3})$/.exec(text);
  if (match === null) return text;
  const exponent = Number(match[4]);
  if (Math.abs(exponent) > 100) return text;
  const digits = (match[2] ?? "") + (match[3] ?? "");
  const point = (match[2] ?? "").length + exponent;
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, "0") || "0";
  const fraction = point < 0 ? "0".repeat(-point) + digits : digits.slice(point);
  return `${match[1]}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
