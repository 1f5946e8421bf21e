/** What follows from verdicts: credits, bonuses, points, escalations, ratchets, scorecards and tiers. */
import type { Span } from "../source/source-file.ts";
import type {
  Because,
  Condition,
  DeclarationBase,
  Each,
  Excluding,
  Money,
  Name,
  Node,
  NumberValue,
  Percent,
  Quantity,
  Test,
  Text,
  Unit,
  Value,
} from "./ast-parts.ts";
import type { Assessed, Measured } from "./ast-standards.ts";

/** `10% of monthly_invoice`, `500 EUR`. */
export type Amount = PercentOf | Money;
export interface PercentOf extends Node {
  readonly kind: "PercentOf";
  readonly percent: Percent;
  readonly of: Name;
}

/** `missed`, `missed 2 times in rolling 3 months`, `met 12 months in a row`. */
export interface EventNode extends Node {
  readonly kind: "Event";
  readonly what: "met" | "missed" | "exceeded";
  readonly count: EventCount | null;
}
export type EventCount =
  | (Node & { readonly kind: "TimesIn"; readonly times: NumberValue; readonly length: Quantity })
  | (Node & {
      readonly kind: "InARow";
      readonly length: NumberValue;
      readonly unit: Unit | "half_year";
      readonly unitSpan: Span;
    });

export interface CreditDeclaration extends DeclarationBase<CreditSentence> {
  readonly kind: "Credit";
  readonly name: Name;
  readonly label: Text | null;
  readonly on: Name | null;
}
export interface BonusDeclaration extends DeclarationBase<MoneySentence> {
  readonly kind: "Bonus";
  readonly name: Name;
  readonly label: Text | null;
  readonly on: Name | null;
}
export type CreditSentence =
  | MoneySentence
  | (Node & { readonly kind: "PutsAtRisk"; readonly amount: Amount; readonly each: Each })
  /** `weight 60% to NAME when missed`. */
  | (Node & { readonly kind: "MissWeight"; readonly percent: Percent; readonly name: Name })
  | (Node & { readonly kind: "Forgives"; readonly misses: NumberValue; readonly each: Each })
  | (Node & { readonly kind: "EarnsBack"; readonly event: EventNode });
/** Sentences that credits and bonuses share. */
export type MoneySentence =
  | Because
  | (Node & { readonly kind: "PaysForRows"; readonly dataset: Name })
  | Gives
  | Capped
  /** `unless NAME is VERDICT`. */
  | (Node & { readonly kind: "Unless"; readonly name: Name; readonly verdict: Name })
  | (Node & { readonly kind: "IgnoresAmounts"; readonly amount: Money })
  | Excluding
  | (Node & { readonly kind: "AdditionalTo"; readonly credit: Name });
export interface Gives extends Node {
  readonly kind: "Gives";
  readonly amount: Amount;
  readonly times: GivesTimes | null;
  readonly when: Condition | null;
}
/** What an amount is multiplied by. */
export type GivesTimes =
  | (Node & { readonly kind: "PointsBelowLimit" })
  /** `for each started hour of FIELD in DATASET`. */
  | (Node & {
      readonly kind: "StartedUnits";
      readonly unit: Unit;
      readonly unitSpan: Span;
      readonly field: Name;
      readonly dataset: Name;
    });
/** `capped at 2_000 EUR each calendar year`; a bare percentage (without `each`) belongs to a ratchet. */
export interface Capped extends Node {
  readonly kind: "Capped";
  readonly amount: Amount | Percent;
  readonly each: Each | null;
}

export interface PointsDeclaration extends DeclarationBase<PointsSentence> {
  readonly kind: "Points";
  readonly name: Name;
  readonly label: Text | null;
  readonly on: Name;
}
export type PointsSentence = GivesPoints | (Node & { readonly kind: "Doubled"; readonly event: EventNode });
export interface GivesPoints extends Node {
  readonly kind: "GivesPoints";
  readonly points: NumberValue;
  /** Null: otherwise. */
  readonly when: { readonly metric: Name; readonly test: Test } | null;
}

export interface EscalationDeclaration extends DeclarationBase<EscalationSentence> {
  readonly kind: "Escalation";
  readonly name: Name;
  readonly label: Text | null;
  readonly on: Name | null;
}
export type EscalationSentence =
  | Step
  /** `resets after EVENT`. */
  | (Node & { readonly kind: "Resets"; readonly event: EventNode });
export interface Step extends Node {
  readonly kind: "Step";
  readonly name: Name;
  readonly label: Text | null;
  readonly when: EventNode | StepConditions;
  /** `cure within LENGTH`. */
  readonly cure: Quantity | null;
  /** `notice within LENGTH`. */
  readonly notice: Quantity | null;
}
/** Comparisons joined by `and`. */
export interface StepConditions extends Node {
  readonly kind: "StepConditions";
  readonly of: readonly StepCondition[];
}
/** `expected_level is missed`, `cure_plan is not cured`, `cure_plan is cured`. */
export interface StepCondition extends Node {
  readonly kind: "StepCondition";
  readonly name: Name;
  readonly negated: boolean;
  /** A verdict's name, or `cured`. */
  readonly value: Name;
}

export interface RatchetDeclaration extends DeclarationBase<RatchetSentence> {
  readonly kind: "Ratchet";
  readonly name: Name;
  readonly label: Text | null;
  readonly on: Name;
}
export type RatchetSentence =
  | (Node & { readonly kind: "RatchetWhen"; readonly event: EventNode })
  /** `raises limit to halfway between limit and average`. */
  | (Node & { readonly kind: "RaisesLimit" })
  | Capped;

export interface ScorecardDeclaration extends DeclarationBase<ScorecardSentence> {
  readonly kind: "Scorecard";
  readonly name: Name;
  readonly label: Text | null;
}
export type ScorecardSentence = ScoreWeight | Measured | Assessed;
/** `weight 40% to METRIC scaled from A to B`. */
export interface ScoreWeight extends Node {
  readonly kind: "ScoreWeight";
  readonly percent: Percent;
  readonly metric: Name;
  readonly from: Value;
  readonly to: Value;
}

export interface TiersDeclaration extends DeclarationBase<TiersSentence> {
  readonly kind: "Tiers";
  readonly name: Name;
  readonly label: Text | null;
}
export type TiersSentence = Level | Assessed;
export interface Level extends Node {
  readonly kind: "Level";
  readonly name: Name;
  readonly label: Text | null;
  /** Null: otherwise. */
  readonly when: Condition | null;
}
