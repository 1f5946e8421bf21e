/**
 * When a case is due, how long it took, and whether that was in time (SPEC §3.4.17 to §3.4.22, §3.4.24).
 *
 * What asks for a day outside of a calendar's table has no answer (null): a data error of the case.
 */
import type { Exact } from "../exact/ratio.ts";
import {
  type CaseFacts,
  type CaseHistory,
  type CaseVerdict,
  MET,
  MISSED,
  PENDING_VERDICT,
} from "../measure/cases.ts";
import type { CountedTime } from "./counted-time.ts";

/** What a case is held to. */
export type CaseDeadline =
  | { readonly kind: "none" }
  /** An instant, whatever was paused. */
  | { readonly kind: "at"; readonly instant: number }
  /** So much counted time. */
  | { readonly kind: "within"; readonly length: number };

/** What the time of a case is measured by. */
export interface CaseMeasure {
  readonly time: CountedTime;
  /** Share of the time until due from which a case is warned about. */
  readonly warnsAt: Exact | null;
  readonly asOf: number;
}

/** Everything that is known of a case. */
export function caseFacts(
  history: CaseHistory,
  deadline: CaseDeadline,
  measure: CaseMeasure,
): CaseFacts | null {
  const elapsed = countedSince(Number.NEGATIVE_INFINITY, history, measure);
  if (Number.isNaN(elapsed)) return null;
  if (deadline.kind === "none") return { ...history, elapsed, ...NEVER_DUE };
  const due =
    deadline.kind === "at"
      ? heldToInstant(history, deadline.instant, measure)
      : heldToLength(history, elapsed, deadline.length, measure);
  if (due === null || Number.isNaN(due.overdue)) return null;
  const { dueAt, overdue, left } = due;
  const isWarned = isNear(history, elapsed, due.length, measure);
  if (isWarned === null) return null;
  return {
    ...history,
    elapsed,
    dueAt,
    overdue,
    left,
    isWarned,
    verdict: verdictOf(history, dueAt, measure.asOf),
  };
}

const NEVER_DUE = {
  dueAt: Number.NaN,
  overdue: Number.NaN,
  left: Number.NaN,
  verdict: null,
  isWarned: false,
} as const;

interface Held {
  /** NaN for a case that is paused before it is due. */
  readonly dueAt: number;
  readonly overdue: number;
  readonly left: number;
  /** Counted time from start to due. */
  readonly length: () => number;
}

function heldToInstant(history: CaseHistory, dueAt: number, measure: CaseMeasure): Held {
  const { time, asOf } = measure;
  const overdue = countedSince(dueAt, history, measure);
  const left = asOf < dueAt ? time.between(asOf, dueAt) : -overdue;
  const length = (): number => (dueAt > history.startedAt ? time.between(history.startedAt, dueAt) : 0);
  return { dueAt, overdue, left, length };
}

function heldToLength(
  history: CaseHistory,
  elapsed: number,
  length: number,
  measure: CaseMeasure,
): Held | null {
  const dueAt = reaching(history, length, measure);
  if (Number.isNaN(length) || dueAt === null) return null;
  return { dueAt, overdue: Math.max(0, elapsed - length), left: length - elapsed, length: () => length };
}

/** The first instant at which a case has taken so much counted time; null outside of the table. */
function reaching(history: CaseHistory, length: number, { time, asOf }: CaseMeasure): number | null {
  const { ran, startedAt, stoppedAt, isPaused } = history;
  if (length === 0) return startedAt;
  let left = length;
  for (let at = 0; at < ran.length; at += 2) {
    const [from, to] = [ran[at] ?? 0, ran[at + 1] ?? 0];
    const counted = time.between(from, to);
    if (counted >= left) return time.moveOn(from, left);
    left -= counted;
  }
  if (isPaused) return Number.NaN;
  const dueAt = time.moveOn(Number.isNaN(stoppedAt) ? asOf : stoppedAt, left);
  return Number.isNaN(dueAt) ? null : dueAt;
}

/** Counted time in which a case ran, from an instant on. */
function countedSince(instant: number, { ran }: CaseHistory, { time }: CaseMeasure): number {
  let sum = 0;
  for (let at = 0; at < ran.length; at += 2) {
    const [from, to] = [Math.max(ran[at] ?? 0, instant), ran[at + 1] ?? 0];
    if (from < to) sum += time.between(from, to);
  }
  return sum;
}

/** Stopped in time, stopped or running too late, or still to be seen. */
function verdictOf({ stoppedAt }: CaseHistory, dueAt: number, asOf: number): CaseVerdict {
  if (!Number.isNaN(stoppedAt)) return stoppedAt <= dueAt ? MET : MISSED;
  return asOf > dueAt ? MISSED : PENDING_VERDICT;
}

/** Has a running case used up the share of its time that is warned at? Null where that time is not known. */
function isNear(
  { stoppedAt }: CaseHistory,
  elapsed: number,
  lengthOf: () => number,
  { warnsAt }: CaseMeasure,
): boolean | null {
  if (warnsAt === null || !Number.isNaN(stoppedAt)) return false;
  const length = lengthOf();
  if (Number.isNaN(length)) return null;
  return BigInt(elapsed) * warnsAt.denominator >= warnsAt.numerator * BigInt(length);
}
