/**
 * What consequences read of one party: verdicts, metrics over days, partner fields, rows paid for.
 *
 * Everything that is found is a function of a plan and of this interface, so each kind of consequence can be tried by
 * hand-made facts. `party-reading.ts` gives it for what was judged. Days are day numbers, spans half-open, instants
 * microseconds, as everywhere.
 */
import type { MetricUnit } from "../bundle/metric-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import type { Exact } from "../exact/ratio.ts";
import type { MetricValue, Party } from "../judge/result.ts";
import type { FactValue } from "../measure/facts.ts";
import type { BusinessCalendar } from "../time/business.ts";
import type { DaySpan } from "../time/spans.ts";
import type { TimeFrame } from "../time/windows.ts";
import type { Decisions, FactReader } from "./decision.ts";

/** A verdict as it is read: one that a ramp-up makes unjudged for the declaration in hand is none of the six (SPEC §3.7.6). */
export type ReadKind = VerdictKind | "unjudged";

/** A verdict as arithmetic and events read it. */
export interface VerdictFact {
  /** Name of the standard or duty. */
  readonly name: string;
  /** Label of its window. */
  readonly label: string;
  /** The version that judged it. */
  readonly version: string;
  readonly firstDay: number;
  /** The day after its last: the assessment day (SPEC §4.3.24). */
  readonly endDay: number;
  /** First instants of these days. */
  readonly start: number;
  readonly end: number;
  readonly verdict: ReadKind;
  /** Neither pending nor flagged provisional. */
  readonly isSettled: boolean;
  /** The limit in force, where the standard has exactly one; null where none was looked at. */
  readonly limit: LimitFact | null;
  /** A metric that the standard reads, in the verdict's window. */
  metric(name: string): MeasuredFact;
}

/** The one limit of a standard at a verdict. */
export interface LimitFact {
  /** Which side of the bound is better; null for `is`, `is not`, `from … to` and ranks. */
  readonly better: "above" | "below" | null;
  /** The bound, or the peer average. */
  readonly bound: Exact | null;
  /** As comparisons read it: rounded where the agreement rounds. */
  readonly value: Exact | null;
  /** `at least 95%`. */
  readonly text: string;
}

/** A metric's value over some days. */
export interface MeasuredFact {
  /** Exact. */
  readonly value: FactValue | null;
  /** As comparisons read it. */
  readonly compared: FactValue | null;
  /** May neither rows that arrive nor cases that are open change it? */
  readonly isFinal: boolean;
}

/** A verdict read for a period or at a day. */
export interface ReadVerdict {
  readonly verdict: ReadKind;
  readonly isSettled: boolean;
  /** Label of the window, or of the latest of several. */
  readonly label: string;
}

/** Rows paid for of one period that lie in the same windows and fulfil the same conditions. */
export interface PaidRows {
  /** A day of the windows in which they lie. */
  readonly day: number;
  readonly rows: number;
  /** Are they cases that have not stopped? */
  readonly isOpen: boolean;
  /** Is the row condition of each `gives` true, in the order written? */
  readonly holds: readonly boolean[];
  /** For each `gives`, what its amount is multiplied by or taken of, added up; null: all these rows lack it. */
  readonly sums: readonly (Exact | null)[];
}

export interface Reading {
  readonly party: Party;
  readonly frame: TimeFrame;
  /** Version of the agreement whose findings are made. */
  readonly version: string;
  /** Verdicts of a standard or duty, in the order of their windows' ends, then beginnings (SPEC §4.4.2). */
  verdicts(name: string): readonly VerdictFact[];
  /** Is it a standard, and neither a duty nor an attestation? */
  isStandard(name: string): boolean;
  /** Is it a standard whose windows are spans of the calendar, or partner years? Then a row's date finds its verdict. */
  hasSpans(name: string): boolean;
  /** The verdict of an attestation at an instant; null for other names. */
  attestation(name: string, instant: number): VerdictKind | null;
  /**
   * A metric over days that were asked for before rows were read. It is assessed on the day after them, or on one that
   * is given: what holds on a day (SPEC §4.3.24) is read there. Rows arrive from the day after them on, too, or from
   * where their window ends (SPEC §4.3.13).
   */
  metric(name: string, days: DaySpan, assessedOn?: number, endsOn?: number): MeasuredFact;
  metricUnit(name: string): MetricUnit;
  /** A field of the partner, as rules read it. */
  partner: FactReader;
  isActive(first: number, last: number): boolean;
  /** Does a ramp-up suspend the declaration, or (for scores) excuse the partner, at an instant? */
  isSuspended(declaration: string, instant: number): boolean;
  isExcused(instant: number): boolean;
  /** Rows of a dataset that a credit or bonus pays for, in a period. */
  paid(declaration: string, dataset: string, days: DaySpan): readonly PaidRows[];
  /** What people call a standard, duty, attestation or metric. */
  nameOf(name: string): string;
  /** A value of a metric for the result. */
  shown(metric: string, value: Exact): MetricValue;
  /** Decimals to which a value of a unit is rounded; null: not at all (SPEC §4.2.7). */
  decimalsOf(unit: MetricUnit): number | null;
  readonly businessDays: BusinessCalendar | null;
}

/**
 * A declaration of one version, and what it reads of one party. Where several versions are judged together, what
 * follows is found from the sites of all that declare the name, as one series (SPEC §4.8.6).
 */
export interface Site<P> {
  readonly plan: P;
  readonly reading: Reading;
  readonly decisions: Decisions;
}

/** A period of findings. */
export interface FindingPeriod {
  readonly label: string;
  readonly days: DaySpan;
  readonly start: number;
  readonly end: number;
}
