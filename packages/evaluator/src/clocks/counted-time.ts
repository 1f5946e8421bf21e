/** How clocks count time. */
import type { BusinessCalendar } from "../time/business.ts";

/** How a clock counts time: in a calendar's openings, or all of it. NaN outside of the calendar's table. */
export interface CountedTime {
  between(from: number, to: number): number;
  moveOn(instant: number, time: number): number;
}

/** All time counts. */
export const allTime: CountedTime = {
  between: (from, to) => to - from,
  moveOn: (instant, time) => instant + time,
};

/** Time counts in the openings of a calendar. */
export function openTime(calendar: BusinessCalendar): CountedTime {
  return { between: calendar.openTime, moveOn: calendar.moveOn };
}
