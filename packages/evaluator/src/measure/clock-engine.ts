/**
 * The seam of clocks and business calendars.
 *
 * Most agreements count civil days and have no clock, so what opening hours, business days and cases need is a part of
 * its own, `clockEngine` of `@tenet-lang/evaluator/clocks`, and is handed in. Here stands what a run asks of it. A
 * bundle with calendars or clocks is not judged without it (`problems.ts`).
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";
import type { BusinessCalendar } from "../time/business.ts";
import type { Cases } from "./cases.ts";
import type { MetricMeasure } from "./metric-measure.ts";
import type { NeedOfClock, Reach } from "./needed.ts";
import type { Pass } from "./pass.ts";
import type { Table } from "./run.ts";
import type { ConditionMaker, Unit, UnitSpec } from "./unit-spec.ts";

export interface ClockEngine {
  /** Clocks as datasets, with the columns of their own. */
  datasets(bundle: Pick<Bundle, "datasets" | "clocks">): readonly DatasetPlan[];
  readonly needs: NeedOfClock;
  calendars(bundle: Pick<Bundle, "calendars">): CalendarBook;
  /**
   * Makes the cases of a clock's table; `wanted` are the fields of them that something reads, and `isOutside` tells the
   * cases that ask for days which no calendar knows.
   */
  makeCases(
    table: Table,
    clock: ClockPlan,
    wanted: ReadonlySet<string>,
    isOutside: OutsideTest | null,
    testOf: ConditionMaker["testOf"],
  ): Cases;
  /** What a table's rows ask of calendars once the partners are known; null where they ask nothing. */
  outsideTest(table: Table, reaches: readonly Reach[]): OutsideTest | null;
  /** Names the units that count open cases; the answer is by cell, once the rows are read. */
  openCases(
    read: ReadonlyMap<Pass, ReadonlySet<Unit>>,
    measures: readonly MetricMeasure[],
    unitOf: (spec: UnitSpec) => Unit | null,
  ): (cell: number) => OpenCases;
  /** The account of every clock that was read. */
  summaries(tables: readonly Table[]): readonly ClockSummary[];
}

/** The calendars of a bundle, made ready when they are first asked for; one that closes by partner, once for every region. */
export interface CalendarBook {
  /** A calendar that is the same for everybody; null for others. */
  shared(name: string): BusinessCalendar | null;
  /** A calendar for partners of a region; null for a region that it does not know. */
  ofRegion(name: string, region: string): BusinessCalendar | null;
}

/** Fills what calendars say of a row; true where one of them cannot. */
export type OutsideTest = (row: number) => boolean;

/** Cases that are still open behind the values of a standard (SPEC §3.4.27). */
export interface OpenCases {
  /** Cases among the used rows that have not stopped. */
  readonly count: number;
  /** May what is open still change a value? */
  readonly isProvisional: boolean;
}

/** The account of a clock's cases (SPEC §4.7.13, §7.7): cases = used + nobodys + setAside, always. */
export interface ClockSummary {
  readonly clock: string;
  /** The version that counted so, where several are judged together (SPEC §4.8.7). */
  readonly version?: string;
  /** What the clock reads. */
  readonly dataset: string;
  /** Cases that have started. */
  readonly cases: number;
  readonly used: number;
  readonly nobodys: number;
  readonly setAside: number;
  /** Verdicts among the used; null for a clock without `due`. */
  readonly met: number | null;
  readonly missed: number | null;
  readonly pending: number | null;
  /** Keys (or rows) that never started. */
  readonly notStarted: number;
  /** Used cases without the date of the clock, which stand in no window. */
  readonly undated: number;
  /** Rows of a log without a key or a date. */
  readonly withoutKey: number;
  /** Used cases that are paused at `as of`. */
  readonly paused: number;
  /** Their keys, the first twenty in code-point order; none where the key is personal. */
  readonly pausedKeys: readonly string[];
}
