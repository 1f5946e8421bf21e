/**
 * When a standard is judged, and which stretch of time each judgement looks at, for the reference (§3.6, §4.1, §4.3).
 */
import type {
  AgreementPlan,
  Assessment,
  CalendarUnit,
  Condition,
  MoneyPlan,
  SpanUnit,
  Window,
  ZoneTable,
} from "@tenet-lang/evaluator";
import { type Calendar, isOpeningDay } from "./calendars.ts";
import {
  addCalendar,
  addMonths,
  addSpan,
  dayFrom,
  nextSpan,
  previousSpan,
  showDay,
  spanLabel,
  spanStart,
  startOfDay,
} from "./time.ts";

/** One moment of judging: a calendar period, or the day on which a rolling or latest window is assessed. */
export interface Occasion {
  readonly label: string;
  /** The day whose limits, amendments and active partners hold (§4.3.5). */
  readonly governs: number;
  /** First civil day after the window; its first instant is the assessment. */
  readonly end: number;
  /** The calendar period's first day; null for an assessment day. */
  readonly periodStart: number | null;
  readonly runsPastAgreement: boolean;
}

/** Everything of the agreement that places a window in time. */
export interface Frame {
  readonly agreement: AgreementPlan;
  readonly zone: ZoneTable;
  readonly asOf: number;
  /** The agreement's business days. */
  readonly businessDays: Calendar | null;
  /** Of several versions that are judged together: the days of this one (§4.8.3); null where it is alone. */
  readonly seasons: Seasons | null;
}

export interface Seasons {
  /** Is this version in force on a day? */
  isInForce(day: number): boolean;
  /** Is some version? */
  isCovered(day: number): boolean;
  /** The version of a day, or of the last day before it that has one; before all versions the first. */
  latestBy(day: number): string;
  /** What the version in force on a day says of money; null where none is in force. */
  moneyOn(day: number): readonly MoneyPlan<Condition>[] | null;
}

/** All moments of judging, in order. */
export function occasions(
  window: Window,
  assessed: Assessment | null,
  frame: Frame,
  partnersDay: (field: string) => number | null,
): readonly Occasion[] {
  if (assessed !== null) return assessmentDays(assessed, frame);
  if (window.kind === "partner_year") return partnerYears(partnersDay(window.from), frame);
  return window.kind === "calendar" ? calendarPeriods(window.span, frame) : [];
}

/** §3.6.22, §4.3.23: years from a date of the partner's own; a partner without it has none. */
function partnerYears(from: number | null, frame: Frame): readonly Occasion[] {
  const found: Occasion[] = [];
  if (from === null) return found;
  for (let year = 0; ; year += 1) {
    const [start, end] = [addMonths(from, 12 * year), addMonths(from, 12 * (year + 1))];
    if (startOfDay(frame.zone, start) >= frame.asOf) return found;
    if (start < firstDay(frame) || isPast(start, frame) || !isOurs(start, frame)) continue;
    found.push({
      label: showDay(start),
      governs: start,
      end,
      periodStart: start,
      runsPastAgreement: runsPast(start, end, frame),
    });
  }
}

/** §4.8.4. */
const isOurs = (day: number, { seasons }: Frame): boolean => seasons === null || seasons.isInForce(day);

/** §4.3.5, §4.8.5: is there a day of a window, from its first to its last, on which no version is in force? */
function runsPast(first: number, end: number, frame: Frame): boolean {
  const { seasons } = frame;
  if (seasons === null) return isPast(end - 1, frame);
  for (let day = first; day < end; day += 1) if (!seasons.isCovered(day)) return true;
  return false;
}

const firstDay = ({ agreement }: Frame): number => dayFrom(agreement.effective.from);
const isPast = (day: number, { agreement }: Frame): boolean =>
  agreement.effective.until !== null && day > dayFrom(agreement.effective.until);

/** §4.1: every period that starts inside `effective` and before `as of`. */
function calendarPeriods(unit: CalendarUnit, frame: Frame): readonly Occasion[] {
  const found: Occasion[] = [];
  for (const start of spanStarts(unit, frame)) {
    const startsInside = start >= firstDay(frame) && !isPast(start, frame) && isOurs(start, frame);
    if (!startsInside || startOfDay(frame.zone, start) >= frame.asOf) continue;
    const end = nextSpan(start, unit, frame.agreement.yearStarts);
    found.push({
      label: spanLabel(start, unit, frame.agreement.yearStarts),
      governs: start,
      end,
      periodStart: start,
      runsPastAgreement: runsPast(start, end, frame),
    });
  }
  return found;
}

/** §4.3.2: day N of each span (the last day where the span is shorter), or the first instant after each span. */
function assessmentDays(assessed: Assessment, frame: Frame): readonly Occasion[] {
  return spanStarts(assessed.span, frame).flatMap((start) => {
    const next = nextSpan(start, assessed.span, frame.agreement.yearStarts);
    const day = assessmentDay(assessed, start, next, frame);
    if (day === null) return [];
    const inside = assessed.kind === "end_of" ? day - 1 : day;
    if (inside < firstDay(frame) || isPast(inside, frame) || startOfDay(frame.zone, day) > frame.asOf)
      return [];
    if (!isOurs(inside, frame)) return [];
    const governs = isPast(day, frame) || !isOurs(day, frame) ? inside : day;
    return [{ label: showDay(day), governs, end: day, periodStart: null, runsPastAgreement: false }];
  });
}

/** §3.6.24, §3.6.25: the day in the span that starts on one day and ends before another; null where there is none. */
function assessmentDay(
  assessed: Assessment,
  start: number,
  next: number,
  { businessDays }: Frame,
): number | null {
  if (assessed.kind === "end_of") return next;
  if (assessed.kind === "on_day") return Math.min(start + assessed.day - 1, next - 1);
  if (businessDays === null) throw new RangeError("the agreement has no business days");
  const days: number[] = [];
  for (let day = start; day < next; day += 1) if (isOpeningDay(businessDays, day)) days.push(day);
  return days[Math.min(assessed.day, days.length) - 1] ?? null;
}

/** The first days of all spans from the one that holds the agreement's first day to the one that holds `as of`. */
function spanStarts(unit: CalendarUnit, frame: Frame): readonly number[] {
  const starts: number[] = [];
  const { yearStarts } = frame.agreement;
  let start = spanStart(firstDay(frame), unit, yearStarts);
  while (startOfDay(frame.zone, start) <= frame.asOf) {
    starts.push(start);
    start = nextSpan(start, unit, yearStarts);
  }
  return starts;
}

/** The civil days [first, end) that a rolling window covers on an assessment day (§4.3.2). */
export function rollingDays(
  window: Extract<Window, { kind: "rolling" }>,
  assessmentDay: number,
  { agreement }: Frame,
): { readonly first: number; readonly end: number } {
  if (!window.whole) {
    return { first: addCalendar(assessmentDay, -window.count, window.unit), end: assessmentDay };
  }
  const end = spanStart(assessmentDay, window.unit, agreement.yearStarts);
  let first = end;
  for (let n = 0; n < window.count; n += 1) first = previousSpan(first, window.unit, agreement.yearStarts);
  return { first, end };
}

/** The instant at which all rows have arrived: the window's end, plus `final` (§3.5). */
export function finalInstant(
  end: number,
  final: { count: number; unit: SpanUnit } | null,
  zone: ZoneTable,
): number {
  const instant = startOfDay(zone, end);
  return final === null ? instant : addSpan(zone, instant, final.count, final.unit);
}
