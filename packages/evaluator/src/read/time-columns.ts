/**
 * ISO dates and timestamps straight from bytes.
 *
 * A month is looked up rather than worked out, and so is the first instant of a day: on a day without a change of
 * the clock every time is that instant plus the time of day. Days with a change, days beyond the zone's table and
 * all other forms are left to the plain path.
 */
import type { FieldPlan } from "../bundle/table-plan.ts";
import { civilDay } from "../columns/time-cell.ts";
import { daysInMonth } from "../time/civil.ts";
import { MICROS_PER_DAY, MICROS_PER_SECOND } from "../time/instant.ts";
import type { ZoneClock } from "../time/zone.ts";
import {
  type CellRanges,
  type ColumnFiller,
  isSpelling,
  type MissingRule,
  NUMBER,
  passMissing,
  TEXT,
} from "./cell-ranges.ts";

const DASH = 0x2d;
const COLON = 0x3a;
const POINT = 0x2e;
const PLUS = 0x2b;
const ZERO = 0x30;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
const SPACE = 0x20;

/** The filler of a date or timestamp column without a written form; null for other fields. */
export function timeFiller(
  { type }: FieldPlan,
  slots: readonly number[],
  rule: MissingRule,
  zone: ZoneClock,
): ColumnFiller | null {
  const [slot = 0] = slots;
  if (type.kind === "date" && slots.length > 1) return datePartsFiller(slots, rule);
  if (type.kind === "date" && type.written === null) return dateFiller(slot, rule);
  return type.kind === "timestamp" && type.written === null ? timestampFiller(slot, rule, zone) : null;
}

function dateFiller(slot: number, rule: MissingRule): ColumnFiller {
  const { firsts } = rule;
  const months = new MonthTable();
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const mayMiss = start === end || firsts[bytes[start] as number] !== 0;
      if (mayMiss && passMissing(cells, row, bound, rule, column, left)) continue;
      const isDate = end - start === 10 && (kinds === null || kinds[bound >> 1] === TEXT);
      const day = isDate ? dayAt(bytes, start, months) : NO_DAY;
      column[row] = day;
      if (day === NO_DAY) left.push(row);
    }
  };
}

function timestampFiller(slot: number, rule: MissingRule, zone: ZoneClock): ColumnFiller {
  const { firsts } = rule;
  const months = new MonthTable();
  const localDays = new DayStarts((day) => plainStart(zone, day));
  const utcDays = new DayStarts((day) => (isCovered(zone, day) ? day * MICROS_PER_DAY : Number.NaN));
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const mayMiss = start === end || firsts[bytes[start] as number] !== 0;
      if (mayMiss && passMissing(cells, row, bound, rule, column, left)) continue;
      let instant = Number.NaN;
      if (end - start >= SHORTEST && (kinds === null || kinds[bound >> 1] === TEXT)) {
        const day = dayAt(bytes, start, months);
        const tail = tailAt(bytes, start, end);
        const time = timeAt(bytes, start, tail);
        if (day === NO_DAY) instant = Number.NaN;
        else if (tail === end) instant = localDays.startOf(day) + time;
        else instant = utcDays.startOf(day) + time - offsetAt(bytes, tail, end);
      }
      column[row] = instant;
      if (Number.isNaN(instant)) left.push(row);
    }
  };
}

/** Length of `YYYY-MM-DDTHH:mm`. */
const SHORTEST = 16;
/** Length of `YYYY-MM-DDTHH:mm:ss`. */
const WITH_SECONDS = 19;

/** No day that a date of four digits can name. */
const NO_DAY = -0x80000000;

/** Negative unless all of some digits are 0 to 9. */
function isDigits(a: number, b: number, c: number, d: number): number {
  return a | b | c | d | (9 - a) | (9 - b) | (9 - c) | (9 - d);
}

/** The day number of the `YYYY-MM-DD` that starts at an offset, or `NO_DAY`. */
function dayAt(bytes: Uint8Array, at: number, months: MonthTable): number {
  const thousands = (bytes[at] as number) - ZERO;
  const hundreds = (bytes[at + 1] as number) - ZERO;
  const tens = (bytes[at + 2] as number) - ZERO;
  const ones = (bytes[at + 3] as number) - ZERO;
  const month = (bytes[at + 5] as number) - ZERO;
  const monthOnes = (bytes[at + 6] as number) - ZERO;
  const day = (bytes[at + 8] as number) - ZERO;
  const dayOnes = (bytes[at + 9] as number) - ZERO;
  if ((isDigits(thousands, hundreds, tens, ones) | isDigits(month, monthOnes, day, dayOnes)) < 0)
    return NO_DAY;
  if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) return NO_DAY;
  const year = thousands * 1000 + hundreds * 100 + tens * 10 + ones;
  return months.dayOf(year, month * 10 + monthOnes, day * 10 + dayOnes);
}

/** Where the offset of a timestamp starts, or its end: behind the seconds and their fraction, if it has any. */
function tailAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < WITH_SECONDS || bytes[start + SHORTEST] !== COLON) return start + SHORTEST;
  let at = start + WITH_SECONDS;
  if (at === end || bytes[at] !== POINT) return at;
  at += 1;
  while (at < end && isDigit(bytes[at] as number)) at += 1;
  return at;
}

/** Microseconds of the day, from the hours up to where the offset starts; NaN where they are no time. */
function timeAt(bytes: Uint8Array, start: number, tail: number): number {
  const divider = bytes[start + 10];
  const hour = (bytes[start + 11] as number) - ZERO;
  const hourOnes = (bytes[start + 12] as number) - ZERO;
  const minute = (bytes[start + 14] as number) - ZERO;
  const minuteOnes = (bytes[start + 15] as number) - ZERO;
  if (isDigits(hour, hourOnes, minute, minuteOnes) < 0 || bytes[start + 13] !== COLON) return Number.NaN;
  if (divider !== LETTER_T && divider !== SPACE) return Number.NaN;
  let micros = 0;
  let seconds = (hour * 10 + hourOnes) * 3600 + (minute * 10 + minuteOnes) * 60;
  if (tail > start + SHORTEST) {
    const second = (bytes[start + 17] as number) - ZERO;
    const secondOnes = (bytes[start + 18] as number) - ZERO;
    if (isDigits(second, secondOnes, 0, 0) < 0 || second > 5) return Number.NaN;
    seconds += second * 10 + secondOnes;
    if (tail > start + WITH_SECONDS) micros = fractionOf(bytes, start + WITH_SECONDS + 1, tail);
  }
  return hour * 10 + hourOnes > 23 || minute > 5 ? Number.NaN : seconds * MICROS_PER_SECOND + micros;
}

/** One to six digits as microseconds. */
function fractionOf(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to > from + 6) return Number.NaN;
  let micros = 0;
  for (let at = from; at < from + 6; at += 1)
    micros = micros * 10 + (at < to ? (bytes[at] as number) - ZERO : 0);
  return micros;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Microseconds east of UTC of a `Z`, `±HH:MM`, `±HHMM` or `±HH` that fills the rest of the cell; NaN for all else. */
function offsetAt(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at];
  if (sign === LETTER_Z) return end === at + 1 ? 0 : Number.NaN;
  const length = end - at;
  const hasColon = length === 6 && bytes[at + 3] === COLON;
  if ((sign !== PLUS && sign !== DASH) || (length !== 3 && length !== 5 && !hasColon)) return Number.NaN;
  const minutesAt = at + (hasColon ? 4 : 3);
  const [hour, hourOnes] = [(bytes[at + 1] as number) - ZERO, (bytes[at + 2] as number) - ZERO];
  const minute = length === 3 ? 0 : (bytes[minutesAt] as number) - ZERO;
  const minuteOnes = length === 3 ? 0 : (bytes[minutesAt + 1] as number) - ZERO;
  if (isDigits(hour, hourOnes, minute, minuteOnes) < 0) return Number.NaN;
  const hours = hour * 10 + hourOnes;
  if (hours > 23 || minute > 5) return Number.NaN;
  return (sign === PLUS ? 1 : -1) * (hours * 3600 + (minute * 10 + minuteOnes) * 60) * MICROS_PER_SECOND;
}

/** Places of the tables below: months of 256 years, days of eleven; others take turns. */
const PLACES = 1 << 12;

/** First days and lengths of months. */
class MonthTable {
  private readonly keys = new Int32Array(PLACES).fill(-1);
  private readonly firstDays = new Int32Array(PLACES);
  private readonly lengths = new Uint8Array(PLACES);

  dayOf(year: number, month: number, day: number): number {
    const key = year * 16 + month;
    const place = key & (PLACES - 1);
    if (month > 12) return NO_DAY;
    if (this.keys[place] !== key) this.learn(place, key, year, month);
    return day >= 1 && day <= (this.lengths[place] as number)
      ? (this.firstDays[place] as number) + day - 1
      : NO_DAY;
  }

  private learn(place: number, key: number, year: number, month: number): void {
    const first = civilDay(year, month, 1);
    this.keys[place] = key;
    this.firstDays[place] = first ?? 0;
    this.lengths[place] = first === null ? 0 : daysInMonth(year, month);
  }
}

/** First instants of days; NaN for days whose times need more than that. */
class DayStarts {
  private readonly days = new Int32Array(PLACES).fill(NO_DAY);
  private readonly starts = new Float64Array(PLACES);
  private readonly read: (day: number) => number;

  constructor(read: (day: number) => number) {
    this.read = read;
  }

  startOf(day: number): number {
    const place = day & (PLACES - 1);
    if (this.days[place] !== day) {
      this.days[place] = day;
      this.starts[place] = this.read(day);
    }
    return this.starts[place] as number;
  }
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
  const [yearSlot = 0, monthSlot = 0, daySlot = null] = slots;
  const months = new MonthTable();
  return (cells, column, left) => {
    for (let row = 0; row < cells.rows; row += 1) {
      const year = partAt(cells, row, yearSlot, 4, rule);
      const month = partAt(cells, row, monthSlot, 2, rule);
      const day = daySlot === null ? Math.min(year, 1) : partAt(cells, row, daySlot, 2, rule);
      const isGiven = year >= 0 && month >= 0 && day >= 0;
      const found = isGiven ? months.dayOf(year, month, day) : NO_DAY;
      const isMissing = year === ABSENT && month === ABSENT && day === ABSENT && rule.optional;
      column[row] = isMissing ? Number.NaN : found;
      if (found === NO_DAY && !isMissing) left.push(row);
    }
  };
}

const ABSENT = -1;
const UNSURE = -2;

/** A part of a date: four digits for a year, one or two for a month or day; below 0 where there is none. */
function partAt(cells: CellRanges, row: number, slot: number, most: number, rule: MissingRule): number {
  const { bytes, bounds, stride, kinds } = cells;
  const bound = row * stride + slot * 2;
  const start = bounds[bound] as number;
  const end = bounds[bound + 1] as number;
  const kind = kinds === null ? TEXT : (kinds[bound >> 1] as number);
  if (start === end) return ABSENT;
  if (rule.firsts[bytes[start] as number] !== 0 && isSpelling(bytes, start, end, rule.spellings)) {
    return kind <= NUMBER ? ABSENT : UNSURE;
  }
  if (kind > NUMBER || end - start > most || (most === 4 && end - start < 4)) return UNSURE;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    if (!isDigit(bytes[at] as number)) return UNSURE;
    value = value * 10 + (bytes[at] as number) - ZERO;
  }
  return value;
}
