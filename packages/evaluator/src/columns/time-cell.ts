/**
 * Dates and timestamps.
 *
 * Without a written form a date is `YYYY-MM-DD` and a timestamp `YYYY-MM-DDTHH:mm[:ss[.fraction]]`, a space for the
 * `T` allowed, with or without `Z` or an offset. Nothing is guessed: 30 February, 24:00 and second 60 are refused,
 * and so is a bare date where a timestamp is declared. A time without an offset is read in the agreement's zone; one
 * that its clock skipped or repeated is told apart so that it can be counted (SPEC §3.2).
 */
import { dayFromCivil, isCivilDate } from "../time/civil.ts";
import { MICROS_PER_DAY, MICROS_PER_SECOND } from "../time/instant.ts";
import type { ZoneClock } from "../time/zone.ts";
import { type Reading, refuse } from "./cell.ts";

/** Reads the text of a cell that is not missing. */
export type TextReader = (text: string) => Reading;

const ISO_TIMESTAMP = "YYYY-MM-DDTHH:mm:ss";
const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** The day number of a date that exists; year 0 does not. */
export function civilDay(year: number, month: number, day: number): number | null {
  return year >= 1 && isCivilDate(year, month, day) ? dayFromCivil(year, month, day) : null;
}

/**
 * Readers of the forms in which files write dates, timestamps and durations. Most agreements have none, so they are a
 * part of their own: files bring it, the rows of a program need `formEngine` of `@tenet-lang/evaluator/forms`.
 */
export interface FormEngine {
  date(written: string): TextReader;
  timestamp(written: string, zone: ZoneClock): TextReader;
  duration(written: string): TextReader;
}

/** Reads a date as `YYYY-MM-DD`. */
export function readIsoDate(text: string): Reading {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match === null ? null : civilDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return day ?? refuse("TEN4108", "is not a date (YYYY-MM-DD)");
}

/** Reads a timestamp as ISO 8601 writes it. */
export function readIsoTimestamp(text: string, zone: ZoneClock): Reading {
  const match = TIMESTAMP.exec(text);
  const [year, month, date, hour, minute, second] = (match ?? [])
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (match === null || year === undefined || month === undefined || date === undefined)
    return notTimestamp(text);
  const fraction = (match[7] ?? "").replace(/0+$/, "");
  if (fraction.length > 6) return refuse("TEN4103", "is finer than a microsecond");
  const day = civilDay(year, month, date);
  const time = { hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 };
  const micros = microsOfDay(time, Number(fraction.padEnd(6, "0")));
  if (day === null || micros === null) return notTimestamp(text);
  if (match[8] === undefined) return localReading(day, micros, zone);
  const offset = offsetMicros(match[8]);
  return offset === null ? notTimestamp(text) : instantReading(day * MICROS_PER_DAY + micros - offset, zone);
}

function notTimestamp(text: string): Reading {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const why = isDate
    ? `is a date without a time, not a timestamp (${ISO_TIMESTAMP})`
    : `is not a timestamp (${ISO_TIMESTAMP})`;
  return refuse("TEN4109", why);
}

/** Microseconds since the day's midnight; null where the clock never shows this. */
export function microsOfDay(
  time: { hour: number; minute: number; second: number },
  micros: number,
): number | null {
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return null;
  return (time.hour * 3600 + time.minute * 60 + time.second) * MICROS_PER_SECOND + micros;
}

/** `Z`, `+02:00`, `-0530`, `+02` as microseconds east of UTC. */
function offsetMicros(text: string): number | null {
  if (text === "Z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), text.length === 3 ? 0 : Number(text.slice(-2))];
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60) * MICROS_PER_SECOND;
}

const BEYOND = refuse("TEN4110", "lies outside the years that the agreement's time zone is known for");

/** A time of the local clock as an instant. */
export function localReading(day: number, micros: number, zone: ZoneClock): Reading {
  if (!Number.isSafeInteger(day * MICROS_PER_DAY + micros)) return BEYOND;
  const instant = zone.instantOf(day, micros);
  if (!Number.isSafeInteger(instant)) return BEYOND;
  const kind = zone.localKind(day, micros);
  return kind === "plain" ? instant : { kind, instant };
}

/** An instant that was written with its offset. */
function instantReading(instant: number, zone: ZoneClock): Reading {
  if (!Number.isSafeInteger(instant)) return BEYOND;
  return Number.isNaN(zone.instantOf(zone.dayOf(instant), 0)) ? BEYOND : instant;
}
