/**
 * ISO dates and timestamps straight from bytes.
 *
 * A local time costs a look at its day: on a day without a change of the clock every time is the day's first instant
 * plus the time of day, so a day is asked about once. Days with a change, days beyond the zone's table and all
 * other forms are left to the plain path.
 */
import type { FieldPlan } from "../bundle/plan.ts";
import { civilDay } from "../columns/time-cell.ts";
import { MICROS_PER_DAY, MICROS_PER_SECOND } from "../time/instant.ts";
import type { ZoneClock } from "../time/zone.ts";
import {
  type CellRanges,
  type ColumnFiller,
  MISSING,
  type MissingRule,
  NUMBER,
  PRESENT,
  presenceOf,
  TEXT,
} from "./cell-ranges.ts";

const DASH = 0x2d;
const COLON = 0x3a;
const POINT = 0x2e;
const PLUS = 0x2b;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
const SPACE = 0x20;

/** No part of a date or time reaches 100, so it stands for "no two digits". */
const NO_DIGITS = 100;

/** The filler of a date or timestamp column without a written form; null for other fields. */
export function timeFiller(
  field: FieldPlan,
  slots: readonly number[],
  rule: MissingRule,
  zone: ZoneClock,
): ColumnFiller | null {
  const { type } = field;
  const [slot = 0] = slots;
  if (type.kind === "date" && slots.length > 1) return datePartsFiller(slots, rule);
  if (type.kind === "date" && type.written === null) return cellFiller(slot, rule, readDate);
  if (type.kind !== "timestamp" || type.written !== null) return null;
  const days = dayCache(zone);
  return cellFiller(slot, rule, (bytes, start, end) => readTimestamp(bytes, start, end, days));
}

/** Fills a column of text cells by a reader that answers NaN where it is not certain. */
function cellFiller(
  slot: number,
  rule: MissingRule,
  read: (bytes: Uint8Array, start: number, end: number) => number,
): ColumnFiller {
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const presence = presenceOf(cells, start, end, bound / 2, rule);
      const isText = kinds === null || kinds[bound / 2] === TEXT;
      const value = presence === PRESENT && isText ? read(bytes, start, end) : Number.NaN;
      column[row] = value;
      if (Number.isNaN(value) && presence !== MISSING) left.push(row);
    }
  };
}

/** `YYYY-MM-DD` as a day number. */
function readDate(bytes: Uint8Array, start: number, end: number): number {
  return end - start === 10 ? dayAt(bytes, start) : Number.NaN;
}

function dayAt(bytes: Uint8Array, start: number): number {
  if (bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return Number.NaN;
  const century = twoDigits(bytes, start);
  const year = twoDigits(bytes, start + 2);
  if (century === NO_DIGITS || year === NO_DIGITS) return Number.NaN;
  return (
    civilDay(century * 100 + year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8)) ?? Number.NaN
  );
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 0x30;
  const ones = (bytes[at + 1] as number) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

function readTimestamp(bytes: Uint8Array, start: number, end: number, days: DayCache): number {
  const divider = bytes[start + 10];
  if (end - start < 16 || (divider !== LETTER_T && divider !== SPACE) || bytes[start + 13] !== COLON)
    return Number.NaN;
  const day = dayAt(bytes, start);
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  let at = start + 16;
  let second = 0;
  let micros = 0;
  if (at + 3 <= end && bytes[at] === COLON) {
    second = twoDigits(bytes, at + 1);
    at += 3;
    if (at < end && bytes[at] === POINT) {
      const fraction = at + 1;
      let worth = MICROS_PER_SECOND;
      for (at = fraction; at < end && isDigit(bytes[at] as number); at += 1) {
        worth /= 10;
        micros += ((bytes[at] as number) - 0x30) * worth;
      }
      if (at === fraction || at > fraction + 6) return Number.NaN;
    }
  }
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  const time = (hour * 3600 + minute * 60 + second) * MICROS_PER_SECOND + micros;
  if (at === end) return days.localStart(day) + time;
  return days.utcStart(day) + time - offsetAt(bytes, at, end);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Microseconds east of UTC of a `Z`, `±HH:MM` or `±HHMM` that fills the rest of the cell. */
function offsetAt(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at];
  if (sign === LETTER_Z) return end === at + 1 ? 0 : Number.NaN;
  if (sign !== PLUS && sign !== DASH) return Number.NaN;
  const hasColon = bytes[at + 3] === COLON;
  if (end - at !== (hasColon ? 6 : 5)) return Number.NaN;
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, at + (hasColon ? 4 : 3));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (sign === PLUS ? 1 : -1) * (hours * 3600 + minutes * 60) * MICROS_PER_SECOND;
}

/** First instants of days, where a time of that day needs nothing else; NaN where it does. */
interface DayCache {
  /** Of the zone's own days. */
  localStart(day: number): number;
  /** Of days in UTC. */
  utcStart(day: number): number;
}

function dayCache(zone: ZoneClock): DayCache {
  return {
    localStart: remembered((day) => plainStart(zone, day)),
    utcStart: remembered((day) => (isCovered(zone, day) ? day * MICROS_PER_DAY : Number.NaN)),
  };
}

/** Days of more than a lifetime; a file with more of them starts anew. */
const MOST_DAYS = 1 << 16;

function remembered(startOf: (day: number) => number): (day: number) => number {
  const starts = new Map<number, number>();
  let lastDay = Number.NaN;
  let lastStart = Number.NaN;
  return (day) => {
    if (day === lastDay) return lastStart;
    let start = starts.get(day);
    if (start === undefined) {
      if (starts.size >= MOST_DAYS) starts.clear();
      start = startOf(day);
      starts.set(day, start);
    }
    lastDay = day;
    lastStart = start;
    return start;
  };
}

/** The first instant of a day on which the zone's clock does not change. */
function plainStart(zone: ZoneClock, day: number): number {
  const last = MICROS_PER_DAY - 1;
  if (!isCovered(zone, day)) return Number.NaN;
  const start = zone.instantOf(day, 0);
  const isPlain = zone.localKind(day, 0) === "plain" && zone.localKind(day, last) === "plain";
  return isPlain && zone.instantOf(day, last) - start === last ? start : Number.NaN;
}

/** Can instants of this day and the days beside it be told, in safe integers and by the zone's table? */
function isCovered(zone: ZoneClock, day: number): boolean {
  return (
    Number.isSafeInteger((Math.abs(day) + 4) * MICROS_PER_DAY) && !Number.isNaN(zone.instantOf(day + 2, 0))
  );
}

/** Fills a date from its year, month and (if there is one) day columns. */
function datePartsFiller(slots: readonly number[], rule: MissingRule): ColumnFiller {
  const [yearSlot = 0, monthSlot = 0, daySlot = -1] = slots;
  return (cells, column, left) => {
    for (let row = 0; row < cells.rows; row += 1) {
      const year = partAt(cells, row, yearSlot, 4, rule);
      const month = partAt(cells, row, monthSlot, 2, rule);
      const day = daySlot < 0 ? (year === ABSENT ? ABSENT : 1) : partAt(cells, row, daySlot, 2, rule);
      const isMissing = year === ABSENT && month === ABSENT && day === ABSENT;
      const found = year < 0 || month < 0 || day < 0 ? null : civilDay(year, month, day);
      column[row] = found ?? Number.NaN;
      if (found === null && !isMissing) left.push(row);
    }
  };
}

const ABSENT = -1;
const UNSURE = -2;

/** A part of a date: four digits for a year, one or two for a month or day. */
function partAt(cells: CellRanges, row: number, slot: number, most: number, rule: MissingRule): number {
  const { bytes, bounds, stride, kinds } = cells;
  const start = bounds[row * stride + slot * 2] as number;
  const end = bounds[row * stride + slot * 2 + 1] as number;
  const presence = presenceOf(cells, start, end, (row * stride) / 2 + slot, rule);
  if (presence !== PRESENT) return presence === MISSING ? ABSENT : UNSURE;
  if (kinds !== null && (kinds[(row * stride) / 2 + slot] as number) > NUMBER) return UNSURE;
  if (end - start > most || (most === 4 && end - start < 4)) return UNSURE;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    if (!isDigit(bytes[at] as number)) return UNSURE;
    value = value * 10 + (bytes[at] as number) - 0x30;
  }
  return value;
}
