/**
 * The windows of one `measured` line as ranges of days, and the question that every row asks: which windows hold a
 * row of this date?
 *
 * Windows are ordered by time, both at their starts and at their ends, so a date always falls into a contiguous run
 * of them; the run is looked up in a table by day. Days begin at the first instant of the civil date in the
 * agreement's zone, also where a clock change at midnight repeats or skips it (SPEC §4.3.1).
 */
import type { Assessment, CalendarUnit, Window } from "../bundle/plan.ts";
import { type DaySpan, nextSpan, spanAround } from "../time/spans.ts";
import { type Occasion, occasions, rollingDays, type TimeFrame } from "../time/windows.ts";
import type { ZoneClock } from "../time/zone.ts";

export interface WindowSet {
  readonly window: Window;
  readonly occasions: readonly Occasion[];
  /** Days of each occasion; a latest window has none of its own (null). */
  readonly days: readonly DaySpan[] | null;
}

/** A contiguous run of occasions: `from` inclusive, `to` exclusive. */
export interface OccasionRange {
  from: number;
  to: number;
}

/** The windows of a `measured` line. */
export function windowSet(window: Window, assessed: Assessment | null, frame: TimeFrame): WindowSet {
  const found = occasions(window, assessed, frame);
  if (window.kind === "latest") return { window, occasions: found, days: null };
  const days = found.map((occasion) =>
    window.kind === "rolling"
      ? rollingDays(window, occasion.endDay, frame.yearStarts)
      : (occasion.span ?? { start: occasion.governingDay, end: occasion.endDay }),
  );
  return { window, occasions: found, days };
}

/** The whole spans that lie between the first and the last day of a set: for means of period values. */
export function partsOf(set: WindowSet, unit: CalendarUnit, frame: TimeFrame): WindowSet {
  const days = set.days ?? [];
  const first = Math.min(...days.map(({ start }) => start));
  const last = Math.max(...days.map(({ end }) => end));
  const spans: DaySpan[] = [];
  for (
    let span = spanAround(unit, first, frame.yearStarts);
    days.length > 0 && span.start < last;
    span = nextSpan(unit, span, frame.yearStarts)
  ) {
    spans.push(span);
  }
  const parts = spans.map((span) => ({
    label: "",
    governingDay: span.start,
    endDay: span.end,
    beyondAgreement: false,
    span,
  }));
  return { window: { kind: "calendar", span: unit }, occasions: parts, days: spans };
}

/** Finds the occasions that hold a day (or an instant); writes them into one range that is used again. */
export interface RangeFinder {
  ofDay(day: number): OccasionRange;
  ofInstant(instant: number): OccasionRange;
}

export function rangeFinder(days: readonly DaySpan[], clock: ZoneClock): RangeFinder {
  const first = days.length === 0 ? 0 : Math.min(...days.map(({ start }) => start));
  const last = days.length === 0 ? 0 : Math.max(...days.map(({ end }) => end));
  const size = last - first;
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  let [ended, started] = [0, 0];
  for (let index = 0; index < size; index += 1) {
    const day = first + index;
    while (ended < days.length && (days[ended]?.end ?? 0) <= day) ended += 1;
    while (started < days.length && (days[started]?.start ?? 0) <= day) started += 1;
    from[index] = ended;
    to[index] = started;
  }
  const starts = new Float64Array(size + 1);
  for (let index = 0; index <= size; index += 1) starts[index] = clock.startOfDay(first + index);
  const range: OccasionRange = { from: 0, to: 0 };

  function ofDay(day: number): OccasionRange {
    const index = day - first;
    const inside = index >= 0 && index < size;
    range.from = inside ? (from[index] ?? 0) : 0;
    range.to = inside ? (to[index] ?? 0) : 0;
    return range;
  }
  /** A day's first instant can differ from where the civil date changes, so the guess is corrected by the table. */
  function ofInstant(instant: number): OccasionRange {
    if (!(instant >= (starts[0] ?? 0) && instant < (starts[size] ?? 0))) return ofDay(first - 1);
    let index = Math.min(Math.max(clock.dayOf(instant) - first, 0), size - 1);
    while (instant < (starts[index] ?? 0)) index -= 1;
    while (instant >= (starts[index + 1] ?? 0)) index += 1;
    return ofDay(first + index);
  }
  return { ofDay, ofInstant };
}
