/** The instant up to which data is read, from what people type. */
import { formatInstant, parseDay, parseInstant, type ZoneTable, zoneClock } from "@tenet-lang/evaluator";
import { instantWords } from "../reporters/words.ts";

const MICROS_PER_SECOND = 1_000_000;
const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;

const forms =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:(?:T| | at )(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(?<zone>Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/;

/** What may be typed, for messages. */
export const asOfForms =
  "2026-03-01, 2026-03-01T09:30 (in the agreement's time zone) or 2026-03-01T08:30:00Z";

/**
 * The instant in UTC of a date (its first instant), a date and time (both in the agreement's time zone), or an
 * instant with its own offset; null where the text is none of them, or lies outside the agreement's zone table.
 */
export function instantOf(text: string, zone: ZoneTable): string | null {
  const { day, time, zone: offset } = forms.exec(text)?.groups ?? {};
  if (day === undefined) return null;
  const civil = parseDay(day);
  // Read as if it were UTC: what differs is the offset, which the agreement's zone or the text itself gives.
  const naive = parseInstant(`${day}T${time ?? "00:00"}Z`);
  if (civil === null || naive === null) return null;
  const clock = zoneClock(zone);
  if (time === undefined) return written(clock.startOfDay(civil));
  const midnight = parseInstant(`${day}T00:00Z`) ?? Number.NaN;
  if (offset === undefined) return written(clock.instantOf(civil, naive - midnight));
  return written(naive - minutesOf(offset) * MICROS_PER_MINUTE);
}

/** `2026-03-01 00:00 Europe/Amsterdam`, for people: an instant on the clocks of the agreement's zone. */
export function localWords(instant: string, { zone, from, offset }: ZoneTable): string {
  const micros = parseInstant(instant);
  if (micros === null) return instant;
  const row = from.findLastIndex((seconds) => seconds * MICROS_PER_SECOND <= micros);
  const local = formatInstant(micros + (offset[Math.max(0, row)] ?? 0) * MICROS_PER_SECOND);
  return `${instantWords(local).replace(/ UTC$/, "")} ${zone}`;
}

function minutesOf(offset: string): number {
  if (offset === "Z") return 0;
  const [hours, minutes] = offset.slice(1).split(":").map(Number);
  const size = (hours ?? 0) * 60 + (minutes ?? 0);
  return offset.startsWith("-") ? -size : size;
}

function written(instant: number): string | null {
  return Number.isNaN(instant) ? null : formatInstant(instant);
}
