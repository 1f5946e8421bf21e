/**
 * What a bundle and the checked model hold of consequences (SPEC §3.7).
 *
 * The conventions are those of `plan.ts`: plain JSON, names resolved, literals typed. A plan that carries decisions is
 * generic in `When`: the checked model holds the `Condition` itself (the reference reads it there), the bundle holds
 * the name of the rule that it was compiled to. So `MoneyPlan<Condition>` is the model's shape and
 * `MoneyPlan<RuleName>` the bundle's.
 */
import type { Length } from "./clock-plan.ts";
import type { Condition } from "./condition-plan.ts";
import type { MetricUnit } from "./metric-plan.ts";
import type { CalendarUnit, DurationUnit, Origin, Ratio, VerdictKind } from "./plan.ts";
import type { Assessment } from "./standard-plan.ts";

/** Name of a rule of the bundle. */
export type RuleName = string;

/** Whose verdicts a consequence reads, and whom its findings are about. */
export type PartyKind = "partner" | "brand";

/** What is counted over the verdicts of one standard (SPEC §4.4). */
export interface EventPlan {
  readonly what: "met" | "missed" | "exceeded";
  readonly count:
    | { readonly kind: "once" }
    /** `2 times in rolling 3 months`. */
    | {
        readonly kind: "times";
        readonly times: number;
        readonly span: CalendarUnit;
        readonly spans: number;
      }
    /** `3 months in a row`; the unit is the standard's own, so the length says all. */
    | { readonly kind: "row"; readonly length: number };
}

/** An event, and the rule that says whether it holds at a verdict (SPEC §6.8). */
export interface EventRule<When> extends EventPlan {
  /** The rule over `now:`, `run:` and `times:` facts; null in the model, where the event says all. */
  readonly when: When | null;
}

/** What a percentage is of (SPEC §3.7.10). */
export type Base =
  /** Money field of the row paid for. */
  | { readonly kind: "row"; readonly field: string }
  | { readonly kind: "partner"; readonly field: string }
  | { readonly kind: "metric"; readonly name: string };

export type Amount =
  /** In whole currency units. */
  | { readonly kind: "money"; readonly value: Ratio }
  /** `10%` is 10/100. */
  | { readonly kind: "percent"; readonly percent: Ratio; readonly of: Base };

/** `NAME is VERDICT`, in the places where nothing else may stand. */
export interface VerdictTest {
  readonly name: string;
  readonly operator: "is" | "is_not" | "is_one_of";
  readonly verdicts: readonly VerdictKind[];
}

/** A credit or a bonus (SPEC §3.7.7 to §3.7.21, §4.6). */
export interface MoneyPlan<When> {
  readonly kind: "credit" | "bonus";
  readonly name: string;
  readonly label: string | null;
  readonly party: PartyKind;
  readonly owedBy: PartyKind;
  readonly currency: string;
  /** Minor digits of the currency. */
  readonly decimals: number;
  /** Span of the periods, worked out by the checker (SPEC §3.7.8). */
  readonly span: CalendarUnit;
  /** Standard of `on`. */
  readonly on: string | null;
  /** Dataset or clock of `pays for rows of`. */
  readonly rows: string | null;
  readonly pool: {
    readonly atRisk: Amount;
    readonly weights: readonly WeightPlan[];
    readonly origin: Origin;
  } | null;
  /** In the order written; those with a condition are bands, the others add (SPEC §3.7.12). */
  readonly gives: readonly GivesPlan<When>[];
  readonly forgives: {
    readonly misses: number;
    readonly span: CalendarUnit;
    readonly origin: Origin;
  } | null;
  readonly caps: readonly {
    readonly amount: Amount;
    readonly span: CalendarUnit;
    readonly origin: Origin;
  }[];
  readonly unless: readonly UnlessPlan<When>[];
  /** Whole currency units. */
  readonly ignores: Ratio | null;
  readonly earnsBack: EventRule<When> | null;
  readonly excluding: readonly string[];
  readonly additionalTo: string | null;
  readonly because: string | null;
  readonly origin: Origin;
}

/** `unless NAME is VERDICT`. */
export interface UnlessPlan<When> extends VerdictTest {
  /** The rule over the `verdict:` fact; null in the model, where the test says all. */
  readonly when: When | null;
  readonly origin: Origin;
}

export interface WeightPlan {
  /** A verdict name. */
  readonly name: string;
  /** `20%` is 20/100. */
  readonly percent: Ratio;
  readonly origin: Origin;
}

export interface GivesPlan<When> {
  readonly amount: Amount;
  readonly times:
    | { readonly kind: "once" }
    | { readonly kind: "points_below" }
    | {
        readonly kind: "started";
        readonly unit: DurationUnit;
        readonly field: string;
        readonly dataset: string;
        /** Count the opening days of the clock's calendar instead of units (SPEC §3.7.18). */
        readonly openingDays: boolean;
      };
  /** With rows paid for: the condition on the row, and the verdicts that go with it. Null and empty: always. */
  readonly where: Condition | null;
  readonly verdicts: readonly VerdictTest[];
  /**
   * Without rows paid for, the decision over metrics, verdicts in the period and partner fields; with them, over the
   * verdicts that go with the row (in the model null, where `verdicts` says all). Null: always.
   */
  readonly when: When | null;
  /** Metrics that `when` reads. */
  readonly metrics: readonly string[];
  readonly origin: Origin;
}

/** Penalty points for each verdict of a standard (SPEC §3.7.22). */
export interface PointsPlan<When> {
  readonly name: string;
  readonly label: string | null;
  readonly party: PartyKind;
  readonly on: string;
  /** Read from the first; the last has no condition. */
  readonly bands: readonly {
    readonly points: Ratio;
    readonly when: When | null;
    readonly origin: Origin;
  }[];
  readonly doubled: EventRule<When> | null;
  readonly origin: Origin;
}

/** What may follow when verdicts repeat (SPEC §3.7.25). */
export interface EscalationPlan<When> {
  readonly name: string;
  readonly label: string | null;
  readonly party: PartyKind;
  readonly on: string | null;
  /** The line of assessments: the verdicts of a standard or duty, or the calendar months. */
  readonly line: { readonly kind: "verdicts"; readonly of: string } | { readonly kind: "months" };
  readonly steps: readonly StepPlan<When>[];
  readonly resets: EventRule<When> | null;
  readonly origin: Origin;
}

export interface StepPlan<When> {
  readonly name: string;
  readonly label: string | null;
  /** Says all; kept beside the rule, so that events can be counted and verdict names looked up. */
  readonly condition:
    | { readonly kind: "event"; readonly event: EventPlan }
    | {
        readonly kind: "all";
        readonly verdicts: readonly VerdictTest[];
        readonly steps: readonly { readonly step: string; readonly cured: boolean }[];
      };
  /** The rule over `now:`, `run:`, `times:`, `verdict:` and `step:` facts; null in the model, where `condition` is enough. */
  readonly when: When | null;
  readonly cure: Length | null;
  readonly notice: Length | null;
  readonly origin: Origin;
}

/** A limit that proposes to rise (SPEC §3.7.32). */
export interface RatchetPlan<When> {
  readonly name: string;
  readonly label: string | null;
  readonly party: PartyKind;
  readonly on: string;
  /** The one limit's metric, its unit and its direction. */
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly raises: "higher" | "lower";
  /** Always so many in a row. */
  readonly when: EventRule<When>;
  /** `98%` is 98/100. */
  readonly cappedAt: Ratio | null;
  readonly origin: Origin;
}

/** A weighted sum of metrics, each scaled to 0 to 100 (SPEC §3.7.35). */
export interface ScorecardPlan {
  readonly name: string;
  readonly label: string | null;
  readonly party: PartyKind;
  readonly weights: readonly {
    readonly metric: string;
    readonly percent: Ratio;
    /** Values of the metric, in its unit, that stand for 0 and for 100. */
    readonly from: Ratio;
    readonly to: Ratio;
    readonly origin: Origin;
  }[];
  readonly window:
    | { readonly kind: "calendar"; readonly span: CalendarUnit }
    | {
        readonly kind: "rolling";
        readonly count: number;
        readonly unit: CalendarUnit;
        readonly whole: boolean;
      };
  readonly assessed: Assessment | null;
  readonly origin: Origin;
}

/** Levels that parties reach (SPEC §3.7.37). */
export interface TiersPlan<When> {
  readonly name: string;
  readonly label: string | null;
  readonly party: PartyKind;
  readonly assessed: Assessment;
  /** Read from the first; the last has no condition. */
  readonly levels: readonly {
    readonly name: string;
    readonly label: string | null;
    readonly when: When | null;
    readonly origin: Origin;
  }[];
  /** What the levels read: verdict names, scorecards, metrics. */
  readonly verdicts: readonly string[];
  readonly scores: readonly string[];
  readonly metrics: readonly string[];
  readonly origin: Origin;
}
