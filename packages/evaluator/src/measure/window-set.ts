/**
 * The windows of one `measured` line as ranges of days, and the question that every row asks: which windows hold a
 * row of this date?
 *
 * Windows are ordered by time, both at their starts and at their ends, so a date always falls into a contiguous run
 * of them; the run is looked up in a table of their borders. Days begin at the first instant of the civil date in the
 * agreement's zone, also where a clock change at midnight repeats or skips it (SPEC §4.3.1).
 */
import type { CalendarUnit } from "../bundle/plan.ts";
import type { Assessment, Window } from "../bundle/standard-plan.ts";
import { type DaySpan, nextSpan, spanAround } from "../time/spans.ts";
import { type Occasion, occasions, rollingDays, type TimeFrame } from "../time/windows.ts";

export interface WindowSet {
  readonly window: Window;
  readonly occasions: readonly Occasion[];
  /** Days of each occasion; a latest window has none of its own (null). */
  readonly days: readonly DaySpan[] | null;
  /** Each partner's own windows, of which there are at most as many; null where all have the same. */
  readonly own: ((party: number) => WindowSet) | null;
}

/** The occasion of a cell; null where the partner has no such window. */
export function occasionAt({ occasions: all, own }: WindowSet, cell: number): Occasion | null {
  const width = all.length;
  const found = own === null ? all : own(Math.floor(cell / width)).occasions;
  return found[cell % width] ?? null;
}

/** The days of a cell; null where it has none of its own, or the partner no such window. */
export function daysAt({ occasions: all, days, own }: WindowSet, cell: number): DaySpan | null {
  const width = all.length;
  const found = own === null ? days : own(Math.floor(cell / width)).days;
  return found?.[cell % width] ?? null;
}

/** A contiguous run of occasions: `from` inclusive, `to` exclusive. */
export interface OccasionRange {
  from: number;
  to: number;
}

/** The windows of a `measured` line. */
export function windowSet(window: Window, assessed: Assessment | null, frame: TimeFrame): WindowSet {
  const found = occasions(window, assessed, frame);
  if (window.kind === "latest") return { window, occasions: found, days: null, own: null };
  const days = found.map((occasion) =>
    window.kind === "rolling"
      ? rollingDays(window, occasion.endDay, frame.yearStarts)
      : (occasion.span ?? { start: occasion.governingDay, end: occasion.endDay }),
  );
  return { window, occasions: found, days, own: null };
}

/** Windows that are spans. */
export function spanSet(window: Window, found: readonly Occasion[]): WindowSet {
  return { window, occasions: found, days: found.flatMap(({ span }) => span ?? []), own: null };
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
  return daySet(spans);
}

/** Windows of given days, ascending both at their starts and at their ends. */
export function daySet(days: readonly DaySpan[]): WindowSet {
  const parts = days.map((span) => ({
    label: "",
    governingDay: span.start,
    endDay: span.end,
    beyondAgreement: false,
    span,
  }));
  return spanSet({ kind: "calendar", span: "day" }, parts);
}

/**
 * Finds the occasions that hold a value, which is a day or an instant: `startOf` gives the first such value of a day.
 * The range that it gives is used again for the next value.
 */
export function rangeFinder(
  days: readonly DaySpan[],
  startOf: (day: number) => number,
): (value: number) => OccasionRange {
  const borders = [...new Set(days.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const edges = Float64Array.from(borders, startOf);
  const from = Int32Array.from(borders, (day) => days.filter(({ end }) => end <= day).length);
  const to = Int32Array.from(borders, (day) => days.filter(({ start }) => start <= day).length);
  const [first = 0, last = 0] = [edges[0], edges[edges.length - 1]];
  const density = (edges.length - 1) / (last - first);
  const range: OccasionRange = { from: 0, to: 0 };
  return (value) => {
    range.from = 0;
    range.to = 0;
    if (!(value >= first && value < last)) return range;
    // Windows are of much the same length, so the guess is seldom far off.
    let index = Math.floor((value - first) * density);
    while (value < (edges[index] ?? Number.POSITIVE_INFINITY)) index -= 1;
    while (value >= (edges[index + 1] ?? Number.POSITIVE_INFINITY)) index += 1;
    range.from = from[index] ?? 0;
    range.to = to[index] ?? 0;
    return range;
  };
}
