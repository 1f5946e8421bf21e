/**
 * Cells to values for the reference (§3.2, §4.7): text as a file holds it becomes a typed, exact value, nothing
 * where the cell is missing, or a data error.
 */
import type { DurationUnit, FieldType, NumberForm, ZoneTable } from "@tenet-lang/evaluator";
import { compare, decimal, type Rational, rational } from "./rational.ts";
import { checkedDay, civilDayAt, dayFrom, instantOf, microsPerDay, microsPerSecond } from "./time.ts";

/** A number: money in whole units, a duration in its field's unit (and how many microseconds that unit has). */
export interface Quantity extends Rational {
  readonly unitMicros?: number;
}

/** A value: a number, text or a member's name, yes/no, a civil day, or an instant. */
export type Value = Quantity | string | boolean | { readonly day: number } | { readonly instant: number };

/** Thrown for a value that its field does not allow; becomes a data error of the row. */
export class BadCell extends Error {}

const secondsPer: Record<DurationUnit, number> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** Microseconds of one unit. */
export const microsPer = (unit: DurationUnit): number => secondsPer[unit] * microsPerSecond;

/** The value of the field's cells (one; for a date perhaps two or three), none of which is missing. */
export function readCells(cells: readonly string[], type: FieldType, zone: ZoneTable): Value {
  const [cell = ""] = cells;
  switch (type.kind) {
    case "text":
      return cell;
    case "yes_no":
      return oneOf(cell, [
        ...type.yes.map((yes) => [yes, true] as const),
        ...type.no.map((no) => [no, false] as const),
      ]);
    case "one_of":
      return oneOf(
        cell,
        type.members.map((member) => [member.written, member.name] as const),
      );
    case "number": {
      const value = atScale(number(cell, type.written), type.decimals ?? 6);
      const bound = (ratio: { numerator: string; denominator: string }): Rational =>
        rational(BigInt(ratio.numerator), BigInt(ratio.denominator));
      if (type.from !== null && compare(value, bound(type.from)) < 0) throw new BadCell("below its range");
      if (type.to !== null && compare(value, bound(type.to)) > 0) throw new BadCell("above its range");
      return value;
    }
    case "money":
      return atScale(number(cell, null), type.decimals);
    case "duration":
      return duration(cell, type.unit, type.written);
    case "date":
      return { day: cells.length > 1 ? dateOfParts(cells) : date(cell, type.written) };
    case "timestamp":
      return { instant: timestamp(cell, type.written, zone) };
    default:
      throw new BadCell("a computed field has no cell");
  }
}

function oneOf<T>(cell: string, spellings: readonly (readonly [string, T])[]): T {
  const found = spellings.find(([spelling]) => spelling === cell);
  if (found === undefined) throw new BadCell("not one of the values allowed");
  return found[1];
}

/** §3.2 `written "1.234,56"`: groups of three are taken out, the decimal sign becomes a point. */
function number(cell: string, form: NumberForm | null): Rational {
  const group = form?.group ?? null;
  const sign = form === null ? "." : form.decimal;
  const [whole = "", fraction, ...rest] = sign === null ? [cell] : cell.split(sign);
  const plain = group === null ? whole : ungrouped(whole, group);
  const isNumber = /^-?\d+$/.test(plain) && (fraction === undefined || /^\d+$/.test(fraction));
  if (rest.length > 0 || !isNumber) throw new BadCell("not a number");
  return decimal(fraction === undefined ? plain : `${plain}.${fraction}`);
}

function ungrouped(whole: string, group: string): string {
  const parts = whole.split(group);
  const isGrouped = parts.length > 1;
  if (isGrouped && !parts.every((part, at) => (at === 0 ? /^-?\d{1,3}$/ : /^\d{3}$/).test(part))) {
    throw new BadCell("not grouped by thousands");
  }
  return parts.join("");
}

/** §4.2.1, §4.7: a value finer than its scale is a data error. */
function atScale(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  if ((value.n * scale) % value.d !== 0n) throw new BadCell("more decimals than declared");
  if (value.n * scale >= 10n ** 38n * value.d || -value.n * scale >= 10n ** 38n * value.d) {
    throw new BadCell("more than 38 digits");
  }
  return value;
}

/** A plain number of the unit, or the written form (`H:mm:ss`); whole microseconds at the finest. */
function duration(cell: string, unit: DurationUnit, written: string | null): Quantity {
  const perUnit = BigInt(microsPer(unit));
  const value = written === null ? number(cell, null) : clockDuration(cell, written, perUnit);
  if ((value.n * perUnit) % value.d !== 0n) throw new BadCell("finer than a microsecond");
  return { ...value, unitMicros: microsPer(unit) };
}

/** §3.2: a date from year and month columns is the first of that month. */
function dateOfParts(cells: readonly string[]): number {
  const forms = [/^\d{4}$/, /^\d{1,2}$/, /^\d{1,2}$/];
  const numbers = cells.map((cell, at) => (forms[at]?.test(cell) ? Number(cell) : Number.NaN));
  const [year = Number.NaN, month = Number.NaN, day = 1] = numbers;
  return exists(checkedDay(year, month, day));
}

function exists(day: number | null): number {
  if (day === null) throw new BadCell("no such date");
  return day;
}

function date(cell: string, written: string | null): number {
  const { year, month, day } = byTokens(cell, written ?? "YYYY-MM-DD");
  return exists(checkedDay(year, month, day));
}

/** §3.2: without an offset, a local time of the agreement's zone. */
function timestamp(cell: string, written: string | null, zone: ZoneTable): number {
  if (written !== null) return localTime(byTokens(cell, written), 0, zone);
  const found =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(cell);
  if (found === null) throw new BadCell("not a timestamp");
  const [, year, month, date, hour, minute, second = "0", fraction = "", offset] = found;
  if (/[^0]/.test(fraction.slice(6))) throw new BadCell("finer than a microsecond");
  const micros = Number(fraction.slice(0, 6).padEnd(6, "0"));
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(date),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millis: 0,
  };
  if (offset === undefined) return localTime(parts, micros, zone);
  const day = exists(checkedDay(parts.year, parts.month, parts.day));
  return held(day * microsPerDay + timeOfDay(parts) + micros - offsetMicros(offset), zone);
}

/** §6.6: an instant that the zone table reaches. */
function held(instant: number, zone: ZoneTable): number {
  const isHeld = Number.isSafeInteger(instant) && civilDayAt(zone, instant) <= dayFrom(zone.through);
  if (!isHeld) throw new BadCell("beyond the agreement's time zone table");
  return instant;
}

function offsetMicros(offset: string): number {
  if (offset === "Z") return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(":", "") || "0")];
  const size = (hours * 3600 + minutes * 60) * microsPerSecond;
  return offset.startsWith("-") ? -size : size;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millis: number;
}

function timeOfDay({ hour, minute, second, millis }: Parts): number {
  if (hour > 23 || minute > 59 || second > 59) throw new BadCell("no such time");
  return (hour * 3600 + minute * 60 + second) * microsPerSecond + millis * 1000;
}

function localTime(parts: Parts, micros: number, zone: ZoneTable): number {
  const day = exists(checkedDay(parts.year, parts.month, parts.day));
  return held(instantOf(zone, day, timeOfDay(parts) + micros), zone);
}

const tokens: Record<string, string> = {
  YYYY: "(?<year>\\d{4})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{2})",
  H: "(?<hour>\\d{1,2})",
  hh: "(?<twelve>\\d{2})",
  h: "(?<twelve>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  SSS: "(?<millis>\\d{3})",
  A: "(?<half>AM|PM|am|pm)",
};

const token = /YYYY|MM?|DD?|HH?|hh?|mm|ss|SSS|A|[\s\S]/g;

/** §3.2.34: the tokens of a written form, everything else standing for itself. */
function byTokens(cell: string, written: string): Parts {
  const pattern = (written.match(token) ?? []).map((part) => tokens[part] ?? escaped(part)).join("");
  const found = new RegExp(`^${pattern}$`).exec(cell)?.groups;
  if (found === undefined) throw new BadCell(`not written as ${written}`);
  const part = (name: string, absent: number): number => Number(found[name] ?? absent);
  const twelve = found.twelve === undefined ? null : part("twelve", 0);
  if (twelve !== null && (twelve < 1 || twelve > 12)) throw new BadCell("no such time");
  const isAfternoon = found.half?.toUpperCase() === "PM";
  return {
    year: part("year", 0),
    month: part("month", 0),
    day: part("day", 1),
    hour: twelve === null ? part("hour", 0) : (twelve % 12) + (isAfternoon ? 12 : 0),
    minute: part("minute", 0),
    second: part("second", 0),
    millis: part("millis", 0),
  };
}

const escaped = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

const unitSeconds: Record<string, number> = { D: 86_400, H: 3600, m: 60, s: 1 };
const mostOf: Record<string, number> = { H: 23, m: 59, s: 59 };

/** §3.2.36: the first token of a duration has no upper bound, the others keep theirs. */
function clockDuration(cell: string, written: string, perUnit: bigint): Rational {
  const negative = cell.startsWith("-");
  const names: string[] = [];
  const pattern = (written.match(token) ?? []).map((part) => {
    if (tokens[part] === undefined) return escaped(part);
    names.push(part);
    if (names.length === 1) return `(\\d{${part.length},})`;
    return part.length === 1 ? "(\\d{1,2})" : `(\\d{${part.length}})`;
  });
  const found = new RegExp(`^${pattern.join("")}$`).exec(negative ? cell.slice(1) : cell);
  if (found === null) throw new BadCell(`not written as ${written}`);
  const micros = names.reduce((sum, name, at) => {
    const count = BigInt(found[at + 1] ?? "0");
    const most = mostOf[name[0] ?? ""];
    if (at > 0 && most !== undefined && name !== "SSS" && count > BigInt(most))
      throw new BadCell("no such time");
    const unit = name === "SSS" ? 1000 : (unitSeconds[name[0] ?? ""] ?? 0) * microsPerSecond;
    return sum + count * BigInt(unit);
  }, 0n);
  return rational(negative ? -micros : micros, perUnit);
}
