/**
 * Open time, opening days and business days of one calendar (SPEC §3.3, §4.3.18 to §4.3.22).
 *
 * A calendar is read in its own zone, whatever the agreement's. When it is made, every opening of its table becomes a
 * stretch of instants, and the stretches become one ascending list without overlaps, with the open time before each.
 * Whatever is asked afterwards is a binary search: the open time between two instants is the difference of two such
 * sums, moving on by open time is the same search the other way round, and business days are differences of counts
 * of opening days. Hours are real ones: on the day when the clock is put back, `00:00 to 24:00` has 25 of them. What
 * lies outside the table has no answer (NaN), since holidays there are unknown.
 */
import type { CalendarPlan, OpeningPlan } from "../bundle/clock-plan.ts";
import { parseDay, weekday } from "./civil.ts";
import { type ZoneClock, zoneClock } from "./zone.ts";

/** Days are day numbers, instants microseconds; NaN where the table does not reach. */
export interface BusinessCalendar {
  readonly name: string;
  /** First and last day of the table. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Civil day of an instant in the calendar's zone. */
  dayOf(instant: number): number;
  /** Open microseconds between two instants, the first not after the second. */
  openTime(from: number, to: number): number;
  /** The first instant by which so much open time has passed. */
  moveOn(instant: number, openTime: number): number;
  isOpeningDay(day: number): boolean;
  /** The latest end of the openings that begin on a day; NaN where it is no opening day. */
  closingTime(day: number): number;
  /** The openings that begin on a day. */
  openings(day: number): readonly { readonly start: number; readonly end: number }[];
  /** The day from which business days after an instant are counted. */
  dayZero(instant: number): number;
  /** The same for a date, which is never later than a cut-off. */
  dayZeroOfDate(day: number): number;
  /** The N-th opening day after a day; for N = 0 the day itself. */
  businessDay(dayZero: number, count: number): number;
  /** Opening days after one day, up to and including another that is not before it. */
  openingDays(after: number, upTo: number): number;
}

/** Makes a calendar ready for asking; `regionDays` are closed beside those of everybody. */
export function businessCalendar(plan: CalendarPlan, regionDays: readonly string[] = []): BusinessCalendar {
  const clock = zoneClock(plan.zone);
  const firstDay = parseDay(plan.from) ?? 0;
  const lastDay = parseDay(plan.through) ?? -1;
  const closed = new Set([...plan.closed.days, ...regionDays].map((day) => parseDay(day)));
  const days = openingDaysOf(plan, closed, firstDay, lastDay, clock);
  const stretches = stretchesOf(days.openings);
  const tableStart = clock.startOfDay(firstDay);
  const tableEnd = clock.startOfDay(lastDay + 1);

  const holds = (instant: number): boolean => instant >= tableStart && instant <= tableEnd;
  const isInside = (day: number): boolean => day >= firstDay && day <= lastDay;
  const closingTime = (day: number): number => days.closing[day - firstDay] ?? Number.NaN;
  const isOpeningDay = (day: number): boolean => isInside(day) && !Number.isNaN(closingTime(day));
  /** How many opening days there are up to and including a day. */
  const countTo = (day: number): number => {
    if (day === firstDay - 1) return 0;
    return isInside(day) ? (days.counts[day - firstDay] ?? Number.NaN) : Number.NaN;
  };
  function businessDay(dayZero: number, count: number): number {
    if (count === 0) return dayZero;
    const wanted = countTo(dayZero) + count;
    // A comparison with NaN is false: a day outside has no business days after it.
    const index = firstWhere(days.counts.length, (at) => (days.counts[at] ?? 0) >= wanted);
    return wanted > 0 && index < days.counts.length ? firstDay + index : Number.NaN;
  }
  /** Without a cut-off an event counts for its own day, open or closed. */
  function dayZeroAt(day: number, isLate: (day: number) => boolean): number {
    if (!isInside(day)) return Number.NaN;
    if (plan.cutOff === null) return day;
    return isOpeningDay(day) && !isLate(day) ? day : businessDay(day, 1);
  }
  return {
    name: plan.name,
    firstDay,
    lastDay,
    dayOf: clock.dayOf,
    openTime(from, to) {
      return holds(from) && holds(to) ? openBefore(stretches, to) - openBefore(stretches, from) : Number.NaN;
    },
    moveOn(instant, openTime) {
      if (!holds(instant)) return Number.NaN;
      return openTime === 0 ? instant : instantOfOpen(stretches, openBefore(stretches, instant) + openTime);
    },
    isOpeningDay,
    closingTime,
    openings: (day) => days.byDay.get(day) ?? [],
    dayZero: (instant) =>
      dayZeroAt(clock.dayOf(instant), (day) => {
        const cutOff = clock.instantOf(day, (plan.cutOff ?? 0) * MICROS_PER_MINUTE);
        return instant > Math.min(cutOff, closingTime(day));
      }),
    dayZeroOfDate: (day) => dayZeroAt(day, () => false),
    businessDay,
    openingDays: (after, upTo) => countTo(upTo) - countTo(after),
  };
}

/** The civil day of an instant or date, and the day from which business days after it are counted. */
export function momentOf(
  calendar: BusinessCalendar,
  value: number,
  isInstant: boolean,
): { readonly day: number; readonly dayZero: number } {
  return isInstant
    ? { day: calendar.dayOf(value), dayZero: calendar.dayZero(value) }
    : { day: value, dayZero: calendar.dayZeroOfDate(value) };
}

/**
 * Business days from one moment to another, as a computed field counts them: negative where the second is on an
 * earlier day (SPEC §3.2.42).
 */
export function businessDaysBetween(
  calendar: BusinessCalendar,
  from: { readonly day: number; readonly dayZero: number },
  to: number,
): number {
  if (to < from.day) return -calendar.openingDays(to, from.day);
  return to <= from.dayZero ? calendar.openingDays(to, to) : calendar.openingDays(from.dayZero, to);
}

const MICROS_PER_MINUTE = 60_000_000;
const MINUTES_PER_DAY = 1440;

/** From an instant until before another. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What each day of the table opens: the stretches that begin on it, their latest end, and how many opening days there are up to it. */
interface OpeningDays {
  readonly openings: readonly Stretch[];
  readonly byDay: ReadonlyMap<number, readonly Stretch[]>;
  readonly closing: Float64Array;
  readonly counts: Float64Array;
}

function openingDaysOf(
  plan: CalendarPlan,
  closed: ReadonlySet<number | null>,
  firstDay: number,
  lastDay: number,
  clock: ZoneClock,
): OpeningDays {
  const size = Math.max(0, lastDay - firstDay + 1);
  const closing = new Float64Array(size).fill(Number.NaN);
  const counts = new Float64Array(size);
  const openings: Stretch[] = [];
  const byDay = new Map<number, readonly Stretch[]>();
  const byWeekday = Array.from({ length: 7 }, (_, day) => plan.open.filter((open) => open.weekday === day));
  for (let index = 0; index < size; index += 1) {
    const day = firstDay + index;
    counts[index] = counts[index - 1] ?? 0;
    if (closed.has(day)) continue;
    const isLastMoment = closed.has(day + 1) || day === lastDay;
    for (const opening of byWeekday[weekday(day)] ?? []) {
      const stretch = stretchOf(opening, day, isLastMoment, clock);
      if (stretch.end <= stretch.start) continue;
      openings.push(stretch);
      byDay.set(day, [...(byDay.get(day) ?? []), stretch]);
      if (Number.isNaN(closing[index])) counts[index] = (counts[index] ?? 0) + 1;
      closing[index] = Math.max(
        stretch.end,
        Number.isNaN(closing[index]) ? stretch.end : (closing[index] ?? 0),
      );
    }
  }
  return { openings, byDay, closing, counts };
}

/** An opening that begins on a day; a closed day after it, or the table's end, cuts it at midnight. */
function stretchOf({ from, to }: OpeningPlan, day: number, isCut: boolean, clock: ZoneClock): Stretch {
  const midnight = clock.startOfDay(day + 1);
  const start = clock.instantOf(day, from * MICROS_PER_MINUTE);
  if (to < MINUTES_PER_DAY) return { start, end: clock.instantOf(day, to * MICROS_PER_MINUTE) };
  if (to === MINUTES_PER_DAY || isCut) return { start, end: midnight };
  return { start, end: clock.instantOf(day + 1, (to - MINUTES_PER_DAY) * MICROS_PER_MINUTE) };
}

/** Ascending stretches without overlaps, and the open time before each of them. */
interface Stretches {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
}

function stretchesOf(openings: readonly Stretch[]): Stretches {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...openings].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  const before = new Float64Array(merged.length);
  for (let index = 1; index < merged.length; index += 1) {
    const { start, end } = merged[index - 1] ?? { start: 0, end: 0 };
    before[index] = (before[index - 1] ?? 0) + end - start;
  }
  return {
    starts: Float64Array.from(merged, ({ start }) => start),
    ends: Float64Array.from(merged, ({ end }) => end),
    before,
  };
}

/** All open time of the table before an instant. */
function openBefore({ starts, ends, before }: Stretches, instant: number): number {
  const index = firstWhere(starts.length, (at) => (starts[at] ?? 0) >= instant) - 1;
  if (index < 0) return 0;
  return (before[index] ?? 0) + Math.min(instant, ends[index] ?? 0) - (starts[index] ?? 0);
}

/** The first instant before which there is so much open time in the table, which is more than none. */
function instantOfOpen({ starts, ends, before }: Stretches, openTime: number): number {
  const index = firstWhere(starts.length, (at) => (before[at] ?? 0) >= openTime) - 1;
  const instant = (starts[index] ?? Number.NaN) + openTime - (before[index] ?? 0);
  return instant <= (ends[index] ?? Number.NaN) ? instant : Number.NaN;
}

/** The first place for which an ascending test holds; the length where it holds for none. */
function firstWhere(length: number, test: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
