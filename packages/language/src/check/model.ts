/**
 * The checked model: an agreement with every name resolved, every literal typed and every default filled in.
 *
 * It is what the checker gives where it found no error, and what compiling starts from. Datasets, clocks, metrics and
 * exclusions are already the plans that a bundle holds (their types are the evaluator's); calendars, standards,
 * amendments and tests are one step before: calendars name the regions whose holidays they keep, and limits still carry
 * their conditions, which compiling turns into rules; so do consequences, ramp-ups and duties. The reference evaluator
 * reads this model too, so it states meaning only, with nothing lowered and nothing left implicit.
 */
import type {
  AgreementPlan,
  AmendmentPlan,
  Assessment,
  ClockPlan,
  Condition,
  DatasetPlan,
  ExclusionPlan,
  LimitComparison,
  MetricPlan,
  ModelParts,
  OpeningPlan,
  Origin,
  PartnersPlan,
  PlainComparison,
  StandardPlan,
  VerdictKind,
  Window,
} from "@tenet-lang/evaluator";

export interface Model extends ModelParts {
  readonly agreement: AgreementPlan;
  readonly partners: PartnersPlan | null;
  readonly datasets: readonly DatasetPlan[];
  readonly calendars: readonly CalendarModel[];
  readonly clocks: readonly ClockPlan[];
  readonly metrics: readonly MetricPlan[];
  readonly exclusions: readonly ExclusionPlan[];
  readonly amendments: readonly AmendmentModel[];
  readonly standards: readonly StandardModel[];
  readonly tests: readonly TestModel[];
}

/** A calendar before its zone and its holidays are resolved. */
export interface CalendarModel {
  readonly name: string;
  readonly label: string | null;
  readonly timeZone: string;
  /** One entry per weekday and `open`, sorted by day, then by their ends. */
  readonly open: readonly OpeningPlan[];
  readonly closedOn: readonly string[];
  /** Codes of regions whose public holidays close it. */
  readonly regions: readonly string[];
  /** Partner field of `closed holidays by`. */
  readonly regionField: string | null;
  /** Minutes after midnight. */
  readonly cutOff: number | null;
  readonly origin: Origin;
}

export interface StandardModel {
  readonly name: string;
  readonly label: string;
  readonly party: "partner" | "brand";
  readonly owes: StandardPlan["owes"];
  /** Touchpoints. */
  readonly covers: readonly string[];
  /** `applies to partners where …`: partner operands only; all must be true. */
  readonly scope: readonly Condition[];
  /** `applies when …`: metric operands only; all must be true. */
  readonly gates: readonly Condition[];
  readonly requires: readonly RequirementModel[];
  readonly warnings: readonly {
    readonly condition: Condition;
    readonly text: string;
    readonly origin: Origin;
  }[];
  /** The last (or only) line has no `when`. */
  readonly measured: readonly { readonly window: Window; readonly when: Condition | null }[];
  readonly assessed: Assessment | null;
  /** Null for `needs no minimum`. */
  readonly needs: NeedsModel | null;
  readonly excluding: readonly string[];
  readonly missingData: VerdictKind | null;
  readonly confidence: StandardPlan["confidence"];
  readonly because: string | null;
  readonly origin: Origin;
}

/** One `requires` sentence. */
export interface RequirementModel {
  readonly alternatives: readonly LimitModel[];
  readonly origin: Origin;
}

export interface LimitModel {
  readonly metric: string;
  readonly group: string | null;
  /** First row whose condition is true and whose date has come; see SPEC §3.6. */
  readonly rows: readonly LimitRowModel[];
  readonly tolerates: { readonly metric: string; readonly fewerThan: number; readonly origin: Origin } | null;
}

export interface LimitRowModel {
  readonly comparison: LimitComparison;
  /** Partner operands only. */
  readonly where: Condition | null;
  /** First day on which the row is in force; null: always. */
  readonly from: string | null;
  readonly origin: Origin;
}

export interface NeedsModel {
  readonly counts: { readonly kind: "dataset" | "metric"; readonly name: string };
  readonly rows: readonly { readonly atLeast: number; readonly where: Condition | null }[];
  readonly otherwise: VerdictKind;
  readonly origin: Origin;
}

export interface AmendmentModel extends AmendmentPlan {
  /** The limit that stands instead, for the partner and dates of the plan. */
  readonly comparison: PlainComparison;
}

export interface TestModel {
  readonly name: string;
  readonly label: string;
  /** UTC instant, `YYYY-MM-DDTHH:mm:ssZ`; null: the first instant after the last expected period has become final. */
  readonly asOf: string | null;
  readonly given: readonly GivenModel[];
  readonly expects: readonly ExpectModel[];
  readonly origin: Origin;
}

export interface GivenModel {
  /** Dataset name, or `partners`. */
  readonly dataset: string;
  /** File beside the agreement, as written; null where a table stands. */
  readonly source: string | null;
  /** `for "P1" in 2026-01`. */
  readonly partner: string | null;
  readonly period: string | null;
  /** Field names of the header, without `rows`. */
  readonly columns: readonly string[];
  /** Cells as the file would write them; null is missing. `repeat` is the `rows` cell, default 1. */
  readonly rows: readonly {
    readonly repeat: number;
    readonly cells: readonly (string | null)[];
    readonly line: number;
  }[];
  readonly origin: Origin;
}

export interface ExpectModel {
  /** A verdict (of a standard, attestation or duty), a metric's value, or what a consequence finds. */
  readonly kind: "verdict" | "metric" | "finding";
  readonly subject: string;
  readonly party: string;
  readonly period: string;
  readonly negated: boolean;
  /** A verdict's name, a value, the name of a step or level; `none` where a consequence finds nothing. */
  readonly value:
    | { readonly kind: "verdict"; readonly verdict: VerdictKind }
    | {
        readonly kind: "ratio";
        readonly numerator: string;
        readonly denominator: string;
        readonly text: string;
      }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "none" };
  /** Metric whose limit must be the missed one. */
  readonly because: string | null;
  readonly origin: Origin;
}
