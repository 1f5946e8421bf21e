/**
 * Opening hours and business days, for the reference (§3.3, §4.3.18 to §4.3.22): a calendar is a list of openings for
 * every civil day of its zone, and all questions are answered by walking along that list.
 */
import type { CalendarPlan, OpeningPlan } from "@tenet-lang/evaluator";
import { BadCell, type Value } from "./cells.ts";
import { memory } from "./memo.ts";
import type { Stretch } from "./stretches.ts";
import { civilDayAt, dayFrom, instantOf, microsPerSecond, startOfDay } from "./time.ts";

/** A calendar as it is for somebody: with the days on which it is closed for them. */
export interface Calendar {
  readonly plan: CalendarPlan;
  isClosed(day: number): boolean;
}

/** Thrown where a day outside of a calendar's table is asked for (§3.3.10); becomes a data error. */
export class OutsideTable extends BadCell {}

const microsPerMinute = 60 * microsPerSecond;

/**
 * A calendar for a partner: with `by partner`, the holidays of the partner's region are closed as well (§3.3.9). Null
 * where the region is not known.
 */
export function calendarFor(plan: CalendarPlan, region: Value | null): Calendar | null {
  const { closed } = plan;
  if (closed.kind === "same") return closedOn(plan, closed.days);
  const found = closed.regions.find(({ value }) => value === region);
  return found === undefined ? null : closedOn(plan, [...closed.days, ...found.days]);
}

const calendars = memory<Calendar>();

const closedOn = (plan: CalendarPlan, days: readonly string[]): Calendar =>
  calendars.of(plan, plan, days.join(), () => {
    const closed = new Set(days.map(dayFrom));
    return { plan, isClosed: (day) => closed.has(day) };
  });

/** The civil day of an instant in the calendar's zone. */
export const dayIn = ({ plan }: Calendar, instant: number): number => civilDayAt(plan.zone, instant);

/** The civil day of a date, or of an instant in the calendar's zone. */
export function dayOfValue(calendar: Calendar, value: Value | null): number | null {
  if (value === null || typeof value !== "object") return null;
  if ("day" in value) return value.day;
  return "instant" in value ? dayIn(calendar, value.instant) : null;
}

function checked({ plan }: Calendar, day: number): number {
  if (day < dayFrom(plan.from) || day > dayFrom(plan.through))
    throw new OutsideTable(`${plan.name} does not know the day`);
  return day;
}

const opened = memory<readonly Stretch[]>();

/** §3.3.2 to §3.3.5: the openings that begin on a day and are not empty, by their beginnings. */
export function openings(calendar: Calendar, day: number): readonly Stretch[] {
  return opened.of(calendar, calendar, String(day), () => {
    if (calendar.isClosed(day)) return [];
    const weekday = (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
    return calendar.plan.open
      .filter((one) => one.weekday === weekday)
      .map((one) => opening(calendar, day, one))
      .filter(({ from, to }) => to > from)
      .sort((a, b) => a.from - b.from);
  });
}

function opening(calendar: Calendar, day: number, { from, to }: OpeningPlan): Stretch {
  const { zone } = calendar.plan;
  const at = (minute: number): number =>
    minute < 1440
      ? instantOf(zone, day, minute * microsPerMinute)
      : instantOf(zone, day + 1, (minute - 1440) * microsPerMinute);
  const midnight = startOfDay(zone, day + 1);
  const end = to === 1440 ? midnight : at(to);
  return { from: at(from), to: calendar.isClosed(day + 1) ? Math.min(end, midnight) : end };
}

/** The open stretches from an instant on, without overlaps, day by day. */
function* openFrom(calendar: Calendar, instant: number): Generator<Stretch> {
  let reached = instant;
  const first = checked(calendar, dayIn(calendar, instant));
  for (let day = first - 1; ; day += 1) {
    if (day > first) checked(calendar, day);
    for (const { from, to } of openings(calendar, day)) {
      const begin = Math.max(from, reached);
      if (to <= begin) continue;
      yield { from: begin, to };
      reached = to;
    }
  }
}

/** §4.3.19: the open time between two instants. */
export function openTime(calendar: Calendar, from: number, to: number): number {
  checked(calendar, dayIn(calendar, from));
  const last = checked(calendar, dayIn(calendar, to));
  let sum = 0;
  let reached = from;
  for (let day = dayIn(calendar, from) - 1; day <= last; day += 1) {
    for (const open of openings(calendar, day)) {
      const [begin, end] = [Math.max(open.from, reached), Math.min(open.to, to)];
      if (end <= begin) continue;
      sum += end - begin;
      reached = end;
    }
  }
  return sum;
}

/** §4.3.20: the first instant by which so much open time has passed. */
export function moveOn(calendar: Calendar, instant: number, time: number): number {
  if (time === 0) return instant;
  let rest = time;
  for (const { from, to } of openFrom(calendar, instant)) {
    if (to - from >= rest) return from + rest;
    rest -= to - from;
  }
  return Number.NaN;
}

/** §3.3.6. */
export const isOpeningDay = (calendar: Calendar, day: number): boolean =>
  openings(calendar, checked(calendar, day)).length > 0;

/** §3.3.6: the latest end of the openings that begin on a day. */
export const closingTime = (calendar: Calendar, day: number): number =>
  Math.max(...openings(calendar, day).map(({ to }) => to));

/** The N-th opening day after a day. */
export function openingDayAfter(calendar: Calendar, day: number, count: number): number {
  let [found, rest] = [day, count];
  while (rest > 0) {
    found += 1;
    if (isOpeningDay(calendar, found)) rest -= 1;
  }
  return found;
}

/** How many opening days there are after one day, up to and including another. */
export function openingDaysBetween(calendar: Calendar, after: number, until: number): number {
  let count = 0;
  for (let day = after + 1; day <= until; day += 1) if (isOpeningDay(calendar, day)) count += 1;
  return count;
}

/** §4.3.22: the day from which business days are counted; a date is never later than a cut-off. */
export function dayZero(calendar: Calendar, value: Value): number {
  const day = checked(calendar, dayOfValue(calendar, value) ?? Number.NaN);
  const { cutOff, zone } = calendar.plan;
  if (cutOff === null) return day;
  if (!isOpeningDay(calendar, day)) return openingDayAfter(calendar, day, 1);
  const last = Math.min(instantOf(zone, day, cutOff * microsPerMinute), closingTime(calendar, day));
  const isLate = typeof value === "object" && "instant" in value && value.instant > last;
  return isLate ? openingDayAfter(calendar, day, 1) : day;
}

/** §4.3.22: the closing time of the N-th business day after an event. */
export const businessDue = (calendar: Calendar, event: Value, days: number): number =>
  closingTime(calendar, openingDayAfter(calendar, dayZero(calendar, event), days));

/** §3.2.42 `days from A to B in CALENDAR`. */
export function businessDays(calendar: Calendar, from: Value | null, to: Value | null): number | null {
  const [start, end] = [dayOfValue(calendar, from), dayOfValue(calendar, to)];
  if (from === null || start === null || end === null) return null;
  checked(calendar, end);
  if (end < checked(calendar, start)) return -openingDaysBetween(calendar, end, start);
  return openingDaysBetween(calendar, dayZero(calendar, from), end);
}
