/**
 * The cases of a clock as rows.
 *
 * To everything that counts rows a clock is a stored dataset like others (`clocks.ts` makes it). Besides the fields
 * that an agreement may name, its table has columns of its own, whose names begin with a space so that no declared
 * field is called so. They say what the rules of SPEC §3.4.25 to §3.4.27 ask about a case, and let these rules be
 * plain conditions and fields of the units that measure them.
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Condition } from "../bundle/condition-plan.ts";
import type { MetricForm } from "../bundle/metric-plan.ts";
import type { Exact } from "../exact/ratio.ts";
import type { WindowSet } from "./window-set.ts";

/** May the case stand in a share, and in `needs`? It is not pending, nor running in a clock without `due`. */
export const DECIDED = " decided";
/** Is its verdict pending? */
export const PENDING = " pending";
/** Has it not stopped? */
export const OPEN = " open";
/** The columns of its own that a clock always has. */
export const caseQuestions = [PENDING, OPEN] as const;
/** `elapsed` and `overdue` of a case that has stopped; missing of others. */
export const FINAL_ELAPSED = " elapsed";
export const FINAL_OVERDUE = " overdue";
/** The number of the case's row. */
export const CASE = " case";
/** A field as an agreement names it: a column of its own stands for the one that it is made of. */
export function shownName(field: string): string {
  return field.trimStart();
}

/** Stands for the date of cases that are in a window if they overlap it. */
export const OVERLAP = " overlap";

/** What is known of the cases of one clock beyond their columns; all by row. */
export interface Cases {
  readonly clock: ClockPlan;
  /** Row of the clock's dataset that a case takes its fields from. */
  readonly sourceRow: readonly number[];
  /** Null for a case that is set aside. */
  readonly facts: readonly (CaseFacts | null)[];
  /** Keys (or rows) that never started. */
  readonly notStarted: number;
  /** Rows of a log without a key or a date. */
  readonly withoutKey: number;
  /** The share of counted time that no case covers, by cell; `rowsAt` gives the cases that a window overlaps. */
  timeOutside(
    windows: WindowSet,
    rowsAt: (cell: number) => Iterable<number | bigint>,
  ): (cell: number) => Exact | null;
}

/** When a case ran. */
export interface CaseHistory {
  readonly startedAt: number;
  /** NaN while the case runs. */
  readonly stoppedAt: number;
  /** Not stopped, and paused at `as of`. */
  readonly isPaused: boolean;
  /** Stretches in which it ran and was not paused: from, to, from, to, … */
  readonly ran: readonly number[];
}

export interface CaseFacts extends CaseHistory {
  readonly elapsed: number;
  /** NaN where there is none. */
  readonly dueAt: number;
  readonly overdue: number;
  readonly verdict: CaseVerdict | null;
  /** Counted microseconds until it is due, negative once it is overdue; NaN where it is never due. */
  readonly left: number;
  readonly isWarned: boolean;
}

export type CaseVerdict = typeof MET | typeof MISSED | typeof PENDING_VERDICT;
/** Places in `caseVerdicts`. */
export const MET = 0;
export const MISSED = 1;
export const PENDING_VERDICT = 2;

/** The condition of a population, and that the case is decided. */
export function ofDecided(where: Condition | null): Condition {
  const decided = isYes(DECIDED);
  return where === null ? decided : { kind: "and", of: [decided, where] };
}

export function isYes(name: string): Condition {
  return {
    kind: "compare",
    left: { kind: "field", name },
    operator: "is",
    right: [{ kind: "yes_no", value: true }],
  };
}

/** The field of a form that measures how long cases took; null of others. */
function timeField(form: MetricForm): "elapsed" | "overdue" | null {
  if (!("field" in form) || form.kind === "distinct" || form.kind === "net_score") return null;
  return form.field === "elapsed" || form.field === "overdue" ? form.field : null;
}

/** Does a metric leave out, or take so far, the time of cases that have not stopped? */
export function readsTime(form: MetricForm): boolean {
  return timeField(form) !== null;
}

/** The column that a form reads: averages, ranks and `latest` leave out what is not final (SPEC §3.4.26). */
export function finalField(form: MetricForm & { readonly field: string }): string {
  const field = form.kind === "sum" ? null : timeField(form);
  if (field === null) return form.field;
  return field === "elapsed" ? FINAL_ELAPSED : FINAL_OVERDUE;
}
