/** When something is due, for the reference (§3.9.4, §3.9.5, §3.9.11). */
import type { DuePlan, Length } from "@tenet-lang/evaluator";
import { businessDue, type Calendar, closingTime, OutsideTable, openingDayAfter } from "../calendars.ts";
import type { Value } from "../cells.ts";
import { addCalendar, civilDayAt, dayFrom, readInstant, startOfDay } from "../time.ts";
import type { World } from "../views.ts";
import type { FactRecord } from "./records.ts";

export interface Due {
  readonly instant: number;
  /** The civil day of the instant, or the day that ends with it. */
  readonly day: number;
  /** Is what happens at the instant itself in time? */
  readonly isInclusive: boolean;
}

/** The first day of a span and the day after its last. */
export interface DueSpan {
  readonly first: number;
  readonly end: number;
}

/** When it is due for a party; null where the partner lacks the date that it is due after. */
export function dueOf(plan: DuePlan, world: World, partner: string | null, span: DueSpan | null): Due | null {
  try {
    return found(plan, world, partner, span);
  } catch (error) {
    // §3.9.16: the calendar's table does not reach so far.
    if (error instanceof OutsideTable) return null;
    throw error;
  }
}

function found(plan: DuePlan, world: World, partner: string | null, span: DueSpan | null): Due | null {
  const { zone } = world.frame;
  switch (plan.kind) {
    case "at":
      return atInstant(readInstant(plan.instant), world);
    case "on":
      return atEndOf(dayFrom(plan.date), world);
    case "of": {
      const value = fieldOf(plan.field, world, partner);
      return value === null ? null : dueAfterField(plan, value, world, partner);
    }
    case "after": {
      if (span === null) return null;
      const { length } = plan;
      if (length.kind === "civil")
        return atEndOf(addCalendar(span.end, length.count, length.unit) - 1, world);
      if (length.kind === "elapsed")
        return atInstant(startOfDay(zone, span.end) + Number(length.micros), world);
      const calendar = calendarOf(plan, world, partner);
      // The span's last day is day 0, whatever the cut-off.
      return atInstant(closingTime(calendar, openingDayAfter(calendar, span.end - 1, length.days)), world);
    }
  }
}

function dueAfterField(
  plan: { readonly length: Length; readonly calendar: string | null },
  value: Value,
  world: World,
  partner: string | null,
): Due | null {
  const { length } = plan;
  const { zone } = world.frame;
  if (typeof value !== "object") return null;
  if (length.kind === "business")
    return atInstant(businessDue(calendarOf(plan, world, partner), value, length.days), world);
  if (length.kind === "civil") {
    const day = "day" in value ? value.day : "instant" in value ? civilDayAt(zone, value.instant) : null;
    return day === null ? null : atEndOf(addCalendar(day, length.count, length.unit), world);
  }
  return "instant" in value ? atInstant(value.instant + Number(length.micros), world) : null;
}

function calendarOf(
  { calendar }: { readonly calendar: string | null },
  world: World,
  partner: string | null,
): Calendar {
  const found = calendar === null ? null : world.calendar(calendar, partner);
  if (found === null) throw new RangeError("there are no business days");
  return found;
}

const fieldOf = (field: string, world: World, partner: string | null): Value | null =>
  world.tables.partners.get(partner ?? "")?.get(field) ?? null;

const atInstant = (instant: number, { frame }: World): Due => ({
  instant,
  day: civilDayAt(frame.zone, instant),
  isInclusive: true,
});

const atEndOf = (day: number, { frame }: World): Due => ({
  instant: startOfDay(frame.zone, day + 1),
  day,
  isInclusive: false,
});

/** §3.9.4, §3.9.5: a record dated by a date goes by its date. */
export function isInTime({ at, day, isDay }: FactRecord, due: Due): boolean {
  if (isDay) return day <= due.day;
  return due.isInclusive ? at <= due.instant : at < due.instant;
}
