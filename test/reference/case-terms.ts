/** How long a case took and when it was due, for the reference (§3.4.16 to §3.4.24). */

import type { ClockPlan, Length } from "@tenet-lang/evaluator";
import { businessDue, type Calendar, moveOn, openTime } from "./calendars.ts";
import { counts, type Sight } from "./conditions.ts";
import type { History, Terms } from "./row.ts";
import { after, type Stretch } from "./stretches.ts";

/** What a clock counts by: its own calendar, and the one whose business days its lengths count. */
export interface Calendars {
  readonly counting: Calendar | null;
  readonly lengths: Calendar | null;
}

/** The terms of a case; its conditions see its newest row. */
export function termsOf(
  clock: ClockPlan,
  history: History,
  asOf: number,
  sight: Sight,
  { counting, lengths }: Calendars,
): Terms {
  const between = (from: number, to: number): number =>
    counting === null ? to - from : openTime(counting, from, to);
  const moved = (from: number, time: number): number =>
    counting === null ? from + time : moveOn(counting, from, time);
  const sum = (stretches: readonly Stretch[]): number =>
    stretches.reduce((all, { from, to }) => all + between(from, to), 0);
  const { startedAt, stoppedAt, active } = history;
  const elapsed = sum(active);
  const none = { elapsed, dueAt: null, overdue: null, verdict: null, isWarned: false };
  const { due, warnsAt } = clock;
  if (due === null) return none;
  const isWarnedOf = (length: number): boolean =>
    warnsAt !== null &&
    stoppedAt === null &&
    BigInt(elapsed) * BigInt(warnsAt.denominator) >= BigInt(length) * BigInt(warnsAt.numerator);
  const judged = (dueAt: number | null, length: number): Terms => ({
    elapsed,
    dueAt,
    overdue: dueAt === null ? 0 : sum(after(active, dueAt)),
    verdict: verdictOf(stoppedAt, dueAt, asOf),
    isWarned: isWarnedOf(length),
  });
  if (due.kind === "at") {
    const value = sight.field(due.field);
    if (value === null || typeof value !== "object" || !("instant" in value)) return none;
    return judged(value.instant, value.instant > startedAt ? between(startedAt, value.instant) : 0);
  }
  const row = due.rows.find(({ where }) => counts(where, sight));
  if (row === undefined) return none;
  const length = lengthOf(row.length, startedAt, lengths, between);
  return judged(dueOf(history, length, asOf, between, moved), length);
}

/** §3.4.19: so much time, or the counted time up to the closing time of a business day. */
function lengthOf(
  length: Length,
  startedAt: number,
  calendar: Calendar | null,
  between: (from: number, to: number) => number,
): number {
  if (length.kind === "elapsed") return Number(length.micros);
  if (length.kind !== "business" || calendar === null) throw new RangeError("a clock has no such length");
  return between(startedAt, businessDue(calendar, { instant: startedAt }, length.days));
}

/** §3.4.20: the first instant at which the elapsed time has reached a length; null while a pause keeps it from that. */
function dueOf(
  { startedAt, stoppedAt, active, isPaused }: History,
  length: number,
  asOf: number,
  between: (from: number, to: number) => number,
  moved: (from: number, time: number) => number,
): number | null {
  if (length === 0) return startedAt;
  let rest = length;
  for (const { from, to } of active) {
    const time = between(from, to);
    if (time >= rest) return moved(from, rest);
    rest -= time;
  }
  return isPaused ? null : moved(stoppedAt ?? asOf, rest);
}

/** §3.4.22. */
function verdictOf(
  stoppedAt: number | null,
  dueAt: number | null,
  asOf: number,
): "met" | "missed" | "pending" {
  if (stoppedAt !== null) return dueAt !== null && stoppedAt <= dueAt ? "met" : "missed";
  return dueAt !== null && asOf > dueAt ? "missed" : "pending";
}
