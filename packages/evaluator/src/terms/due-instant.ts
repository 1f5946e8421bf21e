/** When an attestation or duty is due, and what is in time (SPEC §3.9.4, §3.9.5, §3.9.11). */
import type { Length } from "../bundle/clock-plan.ts";
import type { DuePlan } from "../bundle/human-plan.ts";
import { partnerDay } from "../measure/partner-day.ts";
import type { Run } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import { parseDay } from "../time/civil.ts";
import { parseInstant } from "../time/instant.ts";
import { type DaySpan, shiftDay } from "../time/spans.ts";
import type { HumanRecord } from "./records.ts";

export interface Due {
  readonly instant: number;
  /** Is what happens at the instant itself in time? A day that ends is over at its end. */
  readonly isInclusive: boolean;
  /** The day of the instant, or the day that ends with it. */
  readonly day: number;
}

/** When something is due for a party; null where no date says so, or a calendar does not reach so far. */
export function dueOf(plan: DuePlan, run: Run, party: number, span: DaySpan | null): Due | null {
  switch (plan.kind) {
    case "at":
      return moment(parseInstant(plan.instant) ?? Number.NaN, run);
    case "on":
      return endOfDay(parseDay(plan.date) ?? Number.NaN, run);
    case "of":
      return dueOfField(plan, run, party);
    case "after":
      return span === null ? null : dueAfter(plan, run, party, span);
  }
}

/** Is a record in time? */
export function isInTime({ day, isDay, instant }: HumanRecord, due: Due): boolean {
  if (isDay) return day <= due.day;
  return due.isInclusive ? instant <= due.instant : instant < due.instant;
}

function moment(instant: number, run: Run): Due | null {
  return Number.isNaN(instant) ? null : { instant, isInclusive: true, day: run.clock.dayOf(instant) };
}

function endOfDay(day: number, run: Run): Due | null {
  return Number.isNaN(day) ? null : { instant: run.clock.startOfDay(day + 1), isInclusive: false, day };
}

function dueOfField(plan: DuePlan & { kind: "of" }, run: Run, party: number): Due | null {
  const { length, field, calendar } = plan;
  const day = partnerDay(run, field, party);
  if (length.kind === "civil") return endOfDay(shiftDay(day, length.unit, length.count), run);
  const instant = partnerInstant(field, run, party);
  if (length.kind === "elapsed")
    return moment((instant ?? run.clock.startOfDay(day)) + Number(length.micros), run);
  return closing(length, calendar, run, party, ({ dayZero, dayZeroOfDate }) =>
    instant === null ? dayZeroOfDate(day) : dayZero(instant),
  );
}

/** The instant of a timestamp field; null where the field is a date. */
function partnerInstant(field: string, run: Run, party: number): number | null {
  const table = run.table("partners");
  const index = fieldIndex(table?.plan.fields ?? [], field);
  if (table === null || table.plan.fields[index]?.type.kind !== "timestamp") return null;
  return table.view.columns[index]?.[run.parties.rowOf(party)] ?? Number.NaN;
}

function dueAfter(plan: DuePlan & { kind: "after" }, run: Run, party: number, span: DaySpan): Due | null {
  const { length, calendar } = plan;
  // The span's last day moved on: its end is the end of what `within N days after` counts.
  if (length.kind === "civil") return endOfDay(shiftDay(span.end, length.unit, length.count) - 1, run);
  if (length.kind === "elapsed") return moment(run.clock.startOfDay(span.end) + Number(length.micros), run);
  return closing(length, calendar, run, party, () => span.end - 1);
}

type Calendar = NonNullable<ReturnType<Run["calendar"]>>;

/** The closing time of the N-th business day. */
function closing(
  { days }: Length & { kind: "business" },
  calendar: string | null,
  run: Run,
  party: number,
  dayZeroOf: (calendar: Calendar) => number,
): Due | null {
  const found = calendar === null ? null : run.calendar(calendar, party);
  if (found === null) return null;
  return moment(found.closingTime(found.businessDay(dayZeroOf(found), days)), run);
}
