/** The last day of a cure or a notice (SPEC §3.7.28). */
import type { Length } from "../bundle/clock-plan.ts";
import { shiftDay } from "../time/spans.ts";
import type { Reading } from "./reading.ts";

/**
 * The day to whose end a length runs that counts from an assessment day: the N-th opening day after it, or the day
 * moved by the length. Null where the calendar does not reach so far.
 */
export function lastDayOf(length: Length, from: number, { businessDays }: Reading): number | null {
  switch (length.kind) {
    case "civil":
      return shiftDay(from, length.unit, length.count);
    case "business": {
      const day = businessDays?.businessDay(from, length.days) ?? Number.NaN;
      return Number.isNaN(day) ? null : day;
    }
    case "elapsed":
      return from + Number(BigInt(length.micros) / MICROS_PER_DAY);
  }
}

const MICROS_PER_DAY = 86_400_000_000n;
