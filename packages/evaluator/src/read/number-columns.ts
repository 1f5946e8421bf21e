/**
 * Numbers, money and durations straight from bytes.
 *
 * Up to sixteen digits are gathered, exactly, and multiplied once by what one unit of their last digit is worth in
 * the column. Everything longer, finer or otherwise written is left.
 */
import type { FieldType } from "../bundle/table-plan.ts";
import { boundsOf, decimalsOf, microsOf } from "../columns/number-cell.ts";
import { type ColumnFiller, type MissingRule, NUMBER, passMissing } from "./cell-ranges.ts";

const POINT = 0x2e;
const MINUS = 0x2d;
const ZERO = 0x30;

/** What digits are worth, and what values a column takes. */
interface NumberRule {
  /** Byte between whole and fraction. */
  readonly point: number;
  /** Worth of the last digit, by the number of digits in the fraction. */
  readonly worths: Float64Array;
  readonly least: number;
  readonly greatest: number;
}

/** The filler of a number, money or duration column; null for other types and forms that need the plain path. */
export function numberFiller(type: FieldType, slot: number, rule: MissingRule): ColumnFiller | null {
  const numbers = numberRule(type);
  if (numbers === null) return null;
  const { least, greatest, point, worths } = numbers;
  const { firsts } = rule;
  // JSON's own numbers always have a point; a form with another sign holds for text alone.
  const mostKind = point === POINT ? NUMBER : NUMBER - 1;
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const mayMiss = start === end || firsts[bytes[start] as number] !== 0;
      if (mayMiss && passMissing(cells, row, bound, rule, column, left)) continue;
      const value = numberOf(bytes, start, end, point, worths);
      const isKnown =
        value >= least && value <= greatest && (kinds === null || (kinds[bound >> 1] as number) <= mostKind);
      if (isKnown) column[row] = value;
      else left.push(row);
    }
  };
}

function numberRule(type: FieldType): NumberRule | null {
  const open = { least: lower(null), greatest: upper(null) };
  switch (type.kind) {
    case "number": {
      const point = type.written === null ? "." : type.written.decimal;
      if (point === null || !/^[.,]$/.test(point)) return null;
      const { least, greatest } = boundsOf(type);
      const worths = worthsOf(10 ** decimalsOf(type));
      return { point: point.charCodeAt(0), worths, least: lower(least), greatest: upper(greatest) };
    }
    case "money":
      return { point: POINT, worths: worthsOf(10 ** type.decimals), ...open };
    case "duration":
      return type.written === null ? { point: POINT, worths: worthsOf(microsOf(type.unit)), ...open } : null;
    default:
      return null;
  }
}

/**
 * Worth of one unit of the digit at each place behind the point, as long as it is a whole number; NaN where doubles
 * do not hold it for sure.
 */
function worthsOf(unit: number): Float64Array {
  const worths: number[] = [];
  for (let worth = unit; Number.isInteger(worth); worth /= 10) {
    worths.push(Number.isSafeInteger(worth) ? worth : Number.NaN);
  }
  return Float64Array.from(worths);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** A bound beyond 2^53 either holds for every double that is read here, or for none: those are left. */
function lower(least: bigint | null): number {
  if (least === null || least < -SAFE) return -Number.MAX_SAFE_INTEGER;
  return least > SAFE ? Number.POSITIVE_INFINITY : Number(least);
}

function upper(greatest: bigint | null): number {
  if (greatest === null || greatest > SAFE) return Number.MAX_SAFE_INTEGER;
  return greatest < -SAFE ? Number.NEGATIVE_INFINITY : Number(greatest);
}

/** The value at the column's scale, or NaN where it is not certain. */
function numberOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  point: number,
  worths: Float64Array,
): number {
  const sign = bytes[start] as number;
  const first = sign === MINUS ? start + 1 : start;
  if (end - first > MOST_BYTES) return Number.NaN;
  // Nine digits fit a small whole number, which is quicker to add to; further ones are added to a double.
  const near = Math.min(end, first + SMALL_BYTES);
  let small = 0;
  let fraction = -1;
  let at = first;
  for (; at < near; at += 1) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit >= 0 && digit <= 9) small = (small * 10 + digit) | 0;
    else if (bytes[at] === point && fraction < 0 && at > first) fraction = at + 1;
    else return Number.NaN;
  }
  let digits = small;
  for (; at < end; at += 1) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (bytes[at] === point && fraction < 0) fraction = at + 1;
    else return Number.NaN;
  }
  const places = fraction < 0 ? 0 : end - fraction;
  if (end === first || fraction === end || places >= worths.length) return Number.NaN;
  // A product beyond 2^53 may be rounded, but never to below it: the caller's bounds leave it.
  const value = digits * (worths[places] as number);
  return sign === MINUS ? 0 - value : value;
}

const SMALL_BYTES = 9;
/** Digits and point: sixteen digits may pass 2^53, and then their product does too. */
const MOST_BYTES = 16;
