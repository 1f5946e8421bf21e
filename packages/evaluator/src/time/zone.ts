/**
 * Local time of one zone, from the offset table that the bundle carries.
 *
 * The table was resolved when the bundle was made, so no zone library is needed to judge and an update of one never
 * changes a verdict. A local time that does not exist (the clock jumped over it) moves forward by the gap; one that
 * exists twice is the earlier of the two (SPEC §3.2, §4.3).
 */
import type { ZoneTable } from "../bundle/plan.ts";
import { parseDay } from "./civil.ts";
import { MICROS_PER_DAY, MICROS_PER_SECOND } from "./instant.ts";

export interface ZoneClock {
  /** The instant of a local time (`micros` of the day); NaN where the date lies beyond the table. */
  instantOf(day: number, micros: number): number;
  /** Does this local time exist once, not at all, or twice? */
  localKind(day: number, micros: number): "plain" | "skipped" | "repeated";
  /** The civil date of an instant. */
  dayOf(instant: number): number;
  /** The first instant of a civil date. */
  startOfDay(day: number): number;
  /** The local time of an instant as microseconds since 1970-01-01T00:00 of the local clock. */
  localOf(instant: number): number;
}

/** Reads a zone table into a clock. */
export function zoneClock(table: ZoneTable): ZoneClock {
  const starts = table.from.map((seconds) => seconds * MICROS_PER_SECOND);
  const offsets = table.offset.map((seconds) => seconds * MICROS_PER_SECOND);
  const through = parseDay(table.through) ?? Number.POSITIVE_INFINITY;
  let recent = 0;

  /** Index of the offset that holds at an instant; before the table the first one does. */
  function indexAt(instant: number): number {
    if (holds(recent, instant)) return recent;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= instant) low = middle;
      else high = middle - 1;
    }
    recent = low;
    return low;
  }
  function holds(index: number, instant: number): boolean {
    return (
      (index === 0 || instant >= (starts[index] ?? 0)) &&
      instant < (starts[index + 1] ?? Number.POSITIVE_INFINITY)
    );
  }
  function offsetAt(instant: number): number {
    return offsets[indexAt(instant)] ?? 0;
  }
  /** The readings of a local time: with the offset a day before it, and a day after it. */
  function readings(local: number): { before: number; after: number } {
    return {
      before: local - offsetAt(local - MICROS_PER_DAY),
      after: local - offsetAt(local + MICROS_PER_DAY),
    };
  }
  function localOf(instant: number): number {
    return instant + offsetAt(instant);
  }
  function instantOf(day: number, micros: number): number {
    if (day > through) return Number.NaN;
    const local = day * MICROS_PER_DAY + micros;
    const { before, after } = readings(local);
    if (before === after) return before;
    // With the earlier offset the reading is right if the clock shows this time then; it is the earlier of two.
    if (localOf(before) === local) return before;
    if (localOf(after) === local) return after;
    // Skipped: reading it with the offset from before the gap moves it forward by the gap.
    return before;
  }
  return {
    instantOf,
    localOf,
    localKind(day, micros) {
      const local = day * MICROS_PER_DAY + micros;
      const { before, after } = readings(local);
      if (before === after) return "plain";
      const shows = [before, after].filter((instant) => localOf(instant) === local).length;
      return shows === 0 ? "skipped" : shows === 1 ? "plain" : "repeated";
    },
    dayOf: (instant) => Math.floor(localOf(instant) / MICROS_PER_DAY),
    startOfDay(day) {
      const start = instantOf(Math.min(day, through), 0);
      return day > through ? start + (day - through) * MICROS_PER_DAY : start;
    },
  };
}
