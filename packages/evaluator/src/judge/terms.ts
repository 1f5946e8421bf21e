/**
 * The seam of terms: what an agreement may say beyond limits on the measured values of one party.
 *
 * Limits relative to peers, confidence, ramp-ups, attestations and duties are a part of their own, `termEngine` of
 * `@tenet-lang/evaluator/terms`, and are handed in. They are an addition to the run (`measure/addition.ts`); when rows
 * are read they are asked, standard by standard and cell by cell, for what comes between the six steps of SPEC §4.1.1,
 * and for the verdicts that are not of standards. A bundle that says such things is not judged without it.
 */
import type { VerdictKind } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { LimitPlan, LimitRowPlan, StandardPlan } from "../bundle/standard-plan.ts";
import type { Exact } from "../exact/ratio.ts";
import type { Addition } from "../measure/addition.ts";
import type { FactValue } from "../measure/facts.ts";
import type { Tie } from "../measure/metric-facts.ts";
import type { Run } from "../measure/run.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import type { Occasion } from "../time/windows.ts";
import type { Distance, Verdict } from "./result.ts";
import type { TextMatcher } from "./rule-test.ts";

export interface TermEngine {
  /** The terms of a bundle; asked once for every run. */
  of(bundle: Bundle): Terms;
}

export interface Terms extends Addition {
  /** Rows of which a metric that is measured beside standards asks which is newer while nothing tells. */
  ties(): readonly { readonly metric: string; readonly ties: readonly Tie[] }[];
  /** What they say once the rows are read. */
  in(book: VerdictBook): RunTerms;
}

/** The verdicts of a run's standards, by party and window. */
export interface VerdictBook {
  readonly run: Run;
  readonly patterns: TextMatcher | null;
  /** The verdicts of a party, in order of time; none for a standard that was not measured. */
  verdictsOf(standard: string, party: number): readonly WindowVerdict[];
}

export interface WindowVerdict {
  readonly occasion: Occasion;
  readonly verdict: VerdictKind;
}

export interface RunTerms {
  /** The terms of a standard that is being judged. */
  of(standing: Standing): StandingTerms;
  /** Verdicts of attestations and duties for a party, each in order of time. */
  verdicts(party: number): readonly TermVerdict[];
  /** The verdict of an attestation at an instant (SPEC §3.9.7). */
  attestationAt(name: string, party: number, instant: number): VerdictKind;
  /** Names of the declarations that ramp-ups suspend for a partner at an instant (SPEC §3.8.18). */
  suspendedAt(party: number, instant: number): ReadonlySet<string>;
  /** Does a ramp-up without `suspends` run for a partner at an instant (SPEC §3.8.17)? */
  isExcusedAt(party: number, instant: number): boolean;
}

/** A verdict that is not of a standard. */
export interface TermVerdict {
  readonly verdict: Verdict;
  /** The window: first day, the day after its last, and their instants. */
  readonly firstDay: number;
  readonly endDay: number;
  readonly start: number;
  readonly end: number;
}

/** A standard while it is judged. */
export interface Standing {
  readonly standard: StandardPlan;
  readonly run: Run;
  readonly lines: readonly LineMeasure[];
  readonly parties: readonly number[];
  cellsOf(party: number): readonly number[];
  /** Has the cell's party such a window? */
  isCell(cell: number): boolean;
  occasionOf(cell: number): Occasion;
  /** The line that is in force in a cell. */
  lineAt(cell: number): LineMeasure;
  /** Does step 1 rule the cell out? */
  isOut(cell: number): boolean;
  /** May rows still arrive? */
  isOpen(cell: number): boolean;
  /** Is nothing in the way of step 6: is it in, final, and are there enough rows? */
  reachesLimits(cell: number): boolean;
}

export interface StandingTerms {
  /** A fact that rules read of peers or of confidence, by cell; null where the name is of none. */
  fact(name: string, line: LineMeasure, group: Group | null): ((cell: number) => TermFact) | null;
  /** Is a peer not yet judged (SPEC §4.1.29)? */
  awaitsPeers(cell: number): boolean;
  circumstances(cell: number): Circumstances;
  /** What peers and confidence say of a limit. */
  limit(plan: LimitPlan, row: LimitRowPlan, group: Group | null, cell: number): LimitTerms | null;
}

export type TermFact = Exact | boolean | null;

/** What bears on a verdict beside its limits. */
export interface Circumstances {
  /** Name of the ramp-up that excuses it. */
  readonly excusedBy: string | null;
  /** Name of a ramp-up that runs and suspends something. */
  readonly suspendedBy: string | null;
  /** Names of the declarations for which it is unjudged. */
  readonly suspends: ReadonlySet<string>;
  /** Name of the duty whose miss counts as its own. */
  readonly missedBy: string | null;
  /** Name of such a duty that is not yet judged. */
  readonly awaitedDuty: string | null;
}

/** Nothing bears on it. */
export const PLAIN: Circumstances = {
  excusedBy: null,
  suspendedBy: null,
  suspends: new Set(),
  missedBy: null,
  awaitedDuty: null,
};

export interface LimitTerms {
  /** Is a relative limit met, before any tolerance? Null where that is undecided, and for others. */
  readonly isMet: boolean | null;
  /** The peer average. */
  readonly bound: FactValue | null;
  readonly peers: number | null;
  readonly rank: number | null;
  /** Distance of a relative limit. */
  readonly distance: Distance | null;
  readonly confidence: { readonly percent: string; readonly wrongSide: boolean | null } | null;
  /** Goes on after the limit's sentence; empty where there is nothing to say. */
  readonly text: string;
}
