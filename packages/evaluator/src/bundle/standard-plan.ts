/** Standards as a bundle holds them, with what changes them: exclusions and amendments (SPEC §3.6, §3.8). */
import type { Literal, Population } from "./condition-plan.ts";
import type { CalendarUnit, Origin, Ratio, VerdictKind } from "./plan.ts";

/** The stretch of rows that a standard is judged on (SPEC §3.6, §4.3). */
export type Window =
  | { readonly kind: "calendar"; readonly span: CalendarUnit }
  /** `whole`: the N whole calendar spans before the one that holds the assessment day. */
  | { readonly kind: "rolling"; readonly count: number; readonly unit: CalendarUnit; readonly whole: boolean }
  /** Years of each partner's own, counted from a date of the partner (SPEC §3.6.22). */
  | { readonly kind: "partner_year"; readonly from: string }
  | { readonly kind: "latest"; readonly count: number; readonly population: Population };

export type Assessment =
  | { readonly kind: "end_of"; readonly span: CalendarUnit }
  | { readonly kind: "on_day"; readonly day: number; readonly span: CalendarUnit }
  /** Business days of the agreement. */
  | { readonly kind: "on_business_day"; readonly day: number; readonly span: CalendarUnit };

export interface ExclusionPlan {
  readonly name: string;
  readonly label: string | null;
  readonly removes: Population;
  readonly affected: { readonly partners: number; readonly by: string | null } | null;
  /** Text of `needs evidence`; null where none is asked for. */
  readonly evidence: string | null;
  readonly recorded: Population | null;
  readonly because: string | null;
  readonly origin: Origin;
}

/** A comparison of a limit, ready for judging and for showing. */
export type LimitComparison = PlainComparison | RelativeComparison;

/** A comparison with values that the agreement says. */
export interface PlainComparison {
  readonly operator: "is" | "is_not" | "at_least" | "at_most" | "more_than" | "less_than" | "between";
  readonly values: readonly Literal[];
  /** The comparison's words: `at least`. */
  readonly words: string;
  /** The limit's words: `95%`, `60 seconds`, `3.5 to 4.5`. */
  readonly text: string;
}

/**
 * A comparison with the other partners (SPEC §4.5). The row's rules read `peers:METRIC:BY:difference` (at least or at
 * most 0) or `peers:METRIC:BY:standing` (at most `best`).
 */
export interface RelativeComparison {
  readonly operator: "at_least_peers" | "at_most_peers" | "in_best";
  /** Partner field of `by`; null: all partners are peers. */
  readonly by: string | null;
  /** `in best P%` as a ratio of 1 (25% is 25/100); null for the average. */
  readonly best: Ratio | null;
  /** `at least`, `at most` or `in best`. */
  readonly words: string;
  /** `peer average by category`, `25% of peers`. */
  readonly text: string;
}

/** One row of a limit: in force where its `applies` rule fires (null: always) and no earlier row's does. */
export interface LimitRowPlan {
  readonly comparison: LimitComparison;
  /** Name of the rule that says whether this row is the one in force; null where the limit has a single row. */
  readonly applies: string | null;
  /** Names of the rules that fire when the limit of this row is met, and when it is missed. */
  readonly met: string;
  readonly missed: string;
  /** Name of the amendment that this row comes from. */
  readonly amendment: string | null;
  readonly origin: Origin;
}

export interface LimitPlan {
  readonly metric: string;
  /** Field of `for each`; the limit must hold in every group separately. */
  readonly group: string | null;
  readonly rows: readonly LimitRowPlan[];
  /** Metric of a `tolerates` sentence on this limit, with the bound; its decision is part of the rows' rules. */
  readonly tolerates: { readonly metric: string; readonly fewerThan: number; readonly origin: Origin } | null;
}

/** One `requires` sentence: limits joined by `or` (most have one). */
export interface RequirementPlan {
  readonly alternatives: readonly LimitPlan[];
  readonly origin: Origin;
}

export interface NeedRowPlan {
  /** Name of the rule that says whether this row is the one in force; null: always. */
  readonly applies: string | null;
  /** Name of the rule that fires when there are enough rows. */
  readonly enough: string;
  readonly atLeast: number;
}

export interface StandardPlan {
  readonly name: string;
  readonly label: string;
  readonly party: "partner" | "brand";
  /** Whose duty it is: the party's own, or the brand's towards the partner (`binds brand`). */
  readonly owes: "partner" | "brand";
  /** Touchpoints; they decide nothing. */
  readonly covers: readonly string[];
  /** Names of rules that must all fire for the standard to apply (over partner facts, over metric facts). */
  readonly scope: readonly string[];
  readonly gates: readonly string[];
  /** Metrics that gates read. */
  readonly gateMetrics: readonly string[];
  readonly requires: readonly RequirementPlan[];
  readonly warnings: readonly { readonly rule: string; readonly text: string; readonly origin: Origin }[];
  readonly warningMetrics: readonly string[];
  /** First line whose rule fires over its own window's metrics; null: otherwise. */
  readonly measured: readonly {
    readonly window: Window;
    readonly when: string | null;
    readonly metrics: readonly string[];
  }[];
  readonly assessed: Assessment | null;
  /** Null for `needs no minimum`. */
  readonly needs: {
    /** What is counted: rows of a dataset, or a `number of` metric. */
    readonly counts: { readonly kind: "dataset" | "metric"; readonly name: string };
    readonly rows: readonly NeedRowPlan[];
    readonly otherwise: VerdictKind;
    readonly origin: Origin;
  } | null;
  readonly excluding: readonly string[];
  readonly missingData: VerdictKind | null;
  /** `judged with`: then the `missed` rules of the limits also ask the fact `confident:RULE` (SPEC §4.2.10). */
  readonly confidence: ConfidencePlan | null;
  readonly because: string | null;
  readonly origin: Origin;
}

export interface ConfidencePlan {
  readonly percent: 80 | 90 | 95 | 99;
  /** Verdict where a value is neither met nor missed with confidence. */
  readonly otherwise: VerdictKind;
  readonly origin: Origin;
}

export interface AmendmentPlan {
  readonly name: string;
  readonly label: string | null;
  readonly standard: string;
  readonly partner: string;
  /** Inclusive dates. */
  readonly from: string;
  readonly until: string;
  readonly metric: string;
  readonly because: string;
  readonly origin: Origin;
}
