/** What is decided of a standard, cell by cell, and everything that an explanation needs of it. */
import type { VerdictKind } from "../bundle/plan.ts";
import type { LimitPlan, LimitRowPlan, StandardPlan } from "../bundle/standard-plan.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import type { Occasion } from "../time/windows.ts";
import type { Circumstances, LimitTerms } from "./terms.ts";

/** A limit's answer: 0 missed, 1 undecided, 2 met. Within `or` the larger holds, within all the smaller. */
export type LimitState = 0 | 1 | 2;

export interface StandardJudge {
  readonly standard: StandardPlan;
  readonly lines: readonly LineMeasure[];
  /** Parties that get verdicts. */
  readonly parties: readonly number[];
  /** The cells of a party, in order of time. */
  cellsOf(party: number): readonly number[];
  occasionOf(cell: number): Occasion;
  code(cell: number): VerdictKind;
  decide(cell: number): Decision;
}

export interface Decision {
  readonly cell: number;
  readonly party: number;
  readonly occasion: Occasion;
  readonly line: LineMeasure;
  /** Which `measured` sentence the line is of, counted from 0. */
  readonly sentence: number;
  readonly verdict: VerdictKind;
  /** What decided it. */
  readonly why: Why;
  /** What steps 4 to 6 say, whatever came before them; null where nothing was measured. */
  readonly found: Judged | null;
  readonly limits: readonly LimitDecision[];
  readonly smallGroups: readonly { readonly metric: string; readonly group: string; readonly rows: number }[];
  /** Texts of the warnings that hold. */
  readonly warnings: readonly string[];
  /** Which sentence of the scope, or of the gates, is the first that is not true; null where they decided nothing. */
  readonly barred: number | null;
  /** Least number of rows that `needs` asks for, where it is in force, and which of its rows says so. */
  readonly needs: { readonly atLeast: number; readonly found: number; readonly row: number } | null;
  readonly circumstances: Circumstances;
}

export interface Judged {
  readonly verdict: VerdictKind;
  readonly why: Why;
}

export type Why =
  | "beyond"
  | "inactive"
  | "scope"
  | "gate"
  | "pending"
  | "peers"
  | "excused"
  | "duty"
  | "empty"
  | "needs"
  | "limits";

export interface LimitDecision {
  readonly requirement: number;
  readonly plan: LimitPlan;
  readonly row: LimitRowPlan;
  readonly group: Group | null;
  readonly state: LimitState;
  /** Missed, but turned to met by its tolerance. */
  readonly tolerated: boolean;
  readonly facts: MetricFacts;
  /** What peers and confidence say of it; null where it asks for neither. */
  readonly terms: LimitTerms | null;
}
