/** Lengths of time and instants as people write them on a list of what is due. */
import type { ZoneTable } from "../bundle/plan.ts";
import { formatDay } from "../time/civil.ts";
import { formatInstant, MICROS_PER_DAY, parseInstant } from "../time/instant.ts";
import { zoneClock } from "../time/zone.ts";

const MICROS_PER_MINUTE = 60_000_000n;
/** From so many hours on, days are easier to grasp. */
const MANY_HOURS = 48n;

/**
 * Counted time without its sign: `2 h 05 min`, `3 days 4 h`. In opening hours a day has no length of its own, so such
 * time stays in hours.
 */
export function lengthWords(micros: string, isOpeningTime: boolean): string {
  const whole = BigInt(micros);
  const minutes = (whole < 0n ? -whole : whole) / MICROS_PER_MINUTE;
  return !isOpeningTime && minutes >= MANY_HOURS * 60n ? inDays(minutes) : inHours(minutes);
}

function inDays(minutes: bigint): string {
  const hours = minutes / 60n;
  return `${hours / 24n} days ${hours % 24n} h`;
}

function inHours(minutes: bigint): string {
  if (minutes < 60n) return `${minutes} min`;
  return `${minutes / 60n} h ${String(minutes % 60n).padStart(2, "0")} min`;
}

/**
 * The day that ends with an instant, where one does: what is due by the end of the 15th is not read as due on the 16th.
 * Null for an instant within a day.
 */
export function endedDay(instant: string, table: ZoneTable): string | null {
  const local = zoneClock(table).localOf(parseInstant(instant) ?? 0);
  return local % MICROS_PER_DAY === 0 ? formatDay(local / MICROS_PER_DAY - 1) : null;
}

/** `2026-03-01 09:30 Europe/Lisbon`: an instant on the clocks of the agreement's zone. */
export function localWords(instant: string, table: ZoneTable): string {
  const local = formatInstant(zoneClock(table).localOf(parseInstant(instant) ?? 0)).replace("T", " ");
  return `${local.replace(/(:\d\d)(?::00)?Z$/, "$1")} ${table.zone}`;
}
