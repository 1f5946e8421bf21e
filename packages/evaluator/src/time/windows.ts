/**
 * Which windows a standard is judged on, and the days that each covers (SPEC §3.6, §4.3).
 *
 * A *calendar* window is a span of the calendar; a *rolling* window reaches back from an assessment day; a *latest*
 * window holds the newest rows before one. Every window has the day whose terms govern it: a calendar window's first
 * day, or the assessment day. Half-open everywhere: an end is the first instant that no longer belongs.
 */
import type { AgreementPlan, CalendarUnit, SpanUnit } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Assessment, Window } from "../bundle/standard-plan.ts";
import type { BusinessCalendar } from "./business.ts";
import { parseDay } from "./civil.ts";
import { type DaySpan, nextSpan, shiftDay, spanAround, spanLabel, type YearStart } from "./spans.ts";
import type { ZoneClock } from "./zone.ts";

/** A moment of judging: one verdict per party for each. */
export interface Occasion {
  readonly label: string;
  /** The day whose limits, amendments and active partners hold. */
  readonly governingDay: number;
  /** First day after the window: the period's end, or the assessment day. */
  readonly endDay: number;
  /** A period that runs past the agreement's last day. */
  readonly beyondAgreement: boolean;
  /** The calendar period or partner year; null for rolling and latest windows. */
  readonly span: DaySpan | null;
}

/** What enumerating windows needs to know of an agreement. */
export interface TimeFrame {
  readonly from: number;
  /** Last day; null until further notice. */
  readonly until: number | null;
  readonly yearStarts: YearStart;
  readonly clock: ZoneClock;
  readonly asOf: number;
  /** The agreement's business days, where it has any. */
  readonly businessDays: BusinessCalendar | null;
  /** Which days its versions hold; of one version alone, those of `from` and `until`. */
  readonly seasons: Seasons;
}

/** The days of a version among those that are judged together (SPEC §4.8). */
export interface Seasons {
  /** Is this version the one in force? */
  isInForce(day: number): boolean;
  /** Has every day from one to another a version in force? */
  isCovered(first: number, last: number): boolean;
  /** Is it the version of a day, or of the last day before it that has one; before all versions, the first? */
  governs(day: number): boolean;
  /** The version in force on a day, null where none is; a version alone has no others to ask. */
  readonly bundleOn?: (day: number) => Bundle | null;
}

/** The time frame of an agreement at an instant. */
export function timeFrame(
  agreement: AgreementPlan,
  clock: ZoneClock,
  asOf: number,
  businessDays: BusinessCalendar | null = null,
  seasons: Seasons | null = null,
): TimeFrame {
  const from = parseDay(agreement.effective.from) ?? 0;
  const until = agreement.effective.until === null ? null : parseDay(agreement.effective.until);
  const isInside = (day: number): boolean => day >= from && (until === null || day <= until);
  return {
    from,
    until,
    yearStarts: agreement.yearStarts,
    clock,
    asOf,
    businessDays,
    seasons: seasons ?? {
      isInForce: isInside,
      isCovered: (first, last) => isInside(first) && isInside(last),
      governs: () => true,
    },
  };
}

/** The occasions of a standard, in order of time. Rolling and latest windows need an assessment. */
export function occasions(
  window: Window,
  assessed: Assessment | null,
  frame: TimeFrame,
): readonly Occasion[] {
  const found =
    window.kind === "calendar"
      ? calendarPeriods(window.span, frame)
      : assessed === null
        ? []
        : assessments(assessed, frame);
  return found.filter(({ governingDay }) => frame.seasons.isInForce(governingDay));
}

/** The days that a rolling window covers, assessed on a day (SPEC §4.3.2). */
export function rollingDays(window: Window & { kind: "rolling" }, day: number, year: YearStart): DaySpan {
  if (!window.whole) return { start: shiftDay(day, window.unit, -window.count), end: day };
  const end = spanAround(window.unit, day, year).start;
  let start = end;
  for (let spans = 0; spans < window.count; spans += 1)
    start = spanAround(window.unit, start - 1, year).start;
  return { start, end };
}

/** When rows that may arrive late have all arrived: `final` counted from the window's end. */
export function finalInstant(
  endDay: number,
  final: { count: number; unit: SpanUnit } | null,
  clock: ZoneClock,
): number {
  if (final === null) return clock.startOfDay(endDay);
  if (final.unit === "second" || final.unit === "minute" || final.unit === "hour") {
    return clock.startOfDay(endDay) + final.count * MICROS[final.unit];
  }
  return clock.startOfDay(shiftDay(endDay, final.unit, final.count));
}

/** An instant some units later: hours and shorter are elapsed time, days and longer keep the time of day. */
export function shiftInstant(instant: number, unit: SpanUnit, count: number, clock: ZoneClock): number {
  if (unit === "second" || unit === "minute" || unit === "hour") return instant + count * MICROS[unit];
  const local = clock.localOf(instant);
  const day = Math.floor(local / MICROS_OF_DAY);
  return clock.instantOf(shiftDay(day, unit, count), local - day * MICROS_OF_DAY);
}

const MICROS_OF_DAY = 86_400_000_000;
const MICROS = { second: 1_000_000, minute: 60_000_000, hour: 3_600_000_000 } as const;

function calendarPeriods(unit: CalendarUnit, frame: TimeFrame): readonly Occasion[] {
  const found: Occasion[] = [];
  for (const span of spansFrom(unit, frame)) {
    if (span.start < frame.from) continue;
    if (afterAgreement(span.start, frame) || frame.clock.startOfDay(span.start) >= frame.asOf) break;
    found.push({
      label: spanLabel(unit, span, frame.yearStarts),
      ...spanOccasion(span, frame),
    });
  }
  return found;
}

function assessments(assessed: Assessment, frame: TimeFrame): readonly Occasion[] {
  const found: Occasion[] = [];
  for (const span of spansFrom(assessed.span, frame)) {
    const day = assessmentDay(assessed, span, frame);
    if (day === null) continue;
    const lastDay = assessed.kind === "end_of" ? day - 1 : day;
    if (lastDay < frame.from) continue;
    if (afterAgreement(lastDay, frame) || frame.clock.startOfDay(day) > frame.asOf) break;
    // Between two versions a span is judged by the one in force on its last day.
    if (!frame.seasons.isInForce(lastDay)) continue;
    found.push({
      label: spanLabel("day", { start: day, end: day + 1 }, frame.yearStarts),
      governingDay: frame.seasons.isInForce(day) ? day : lastDay,
      endDay: day,
      beyondAgreement: false,
      span: null,
    });
  }
  return found;
}

/** A span that is judged, whatever it is called. */
export function spanOccasion(span: DaySpan, { seasons }: TimeFrame): Omit<Occasion, "label"> {
  return {
    governingDay: span.start,
    endDay: span.end,
    beyondAgreement: !seasons.isCovered(span.start, span.end - 1),
    span,
  };
}

/** The day of a span on which it is assessed; null where it has no business day. */
function assessmentDay(assessed: Assessment, span: DaySpan, { businessDays }: TimeFrame): number | null {
  if (assessed.kind === "end_of") return span.end;
  if (assessed.kind === "on_day") return Math.min(span.start + assessed.day - 1, span.end - 1);
  let [found, count] = [null as number | null, 0];
  for (let day = span.start; day < span.end && count < assessed.day; day += 1) {
    if (businessDays?.isOpeningDay(day) !== true) continue;
    found = day;
    count += 1;
  }
  return found;
}

/** Spans of a unit from the one that holds the agreement's first day; the caller stops. */
function* spansFrom(unit: CalendarUnit, frame: TimeFrame): Generator<DaySpan> {
  for (
    let span = spanAround(unit, frame.from, frame.yearStarts);
    ;
    span = nextSpan(unit, span, frame.yearStarts)
  ) {
    const start = frame.clock.startOfDay(span.start);
    if (!(start <= frame.asOf)) return;
    yield span;
  }
}

function afterAgreement(day: number, frame: TimeFrame): boolean {
  return frame.until !== null && day > frame.until;
}
