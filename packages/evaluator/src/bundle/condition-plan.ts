/** Conditions as a bundle holds them: names resolved, right sides of the left side's type (SPEC §2.4 to §2.8). */
import type { LookupUnit, Ratio, VerdictKind } from "./plan.ts";

/** Left side of a comparison. A `metric` stands only where metrics are read (gates, warnings, consequences). */
export type Operand =
  | { readonly kind: "field"; readonly name: string }
  /** The civil date of a timestamp field in the agreement's time zone. */
  | { readonly kind: "date_of"; readonly name: string }
  | { readonly kind: "partner"; readonly name: string }
  | { readonly kind: "metric"; readonly name: string }
  /** A standard, attestation or duty: its verdict, in consequences, duties and tiers (SPEC §3.7.4). */
  | { readonly kind: "verdict"; readonly name: string }
  /** A scorecard: its score, a number; only in tiers. */
  | { readonly kind: "score"; readonly name: string };

/** Right side of a comparison, of the left side's type. */
export type Literal =
  /** Numbers, percentages (95% is 95/100), money (in whole currency units), durations (in the left side's unit). */
  | { readonly kind: "number"; readonly value: Ratio }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "yes_no"; readonly value: boolean }
  | { readonly kind: "member"; readonly name: string }
  /** `YYYY-MM-DD`. */
  | { readonly kind: "date"; readonly date: string }
  /** UTC, `YYYY-MM-DDTHH:mm:ssZ`. */
  | { readonly kind: "instant"; readonly instant: string }
  /** What a verdict name is compared with. */
  | { readonly kind: "verdict"; readonly verdict: VerdictKind }
  /** Another field of the same row; `civil` where a timestamp is read by its civil date. */
  | { readonly kind: "field"; readonly name: string; readonly civil: boolean };

export type ComparisonOperator =
  | "is"
  | "is_not"
  | "at_least"
  | "at_most"
  | "more_than"
  | "less_than"
  /** `from A to B`, both ends included; two right sides. */
  | "between"
  /** One or more right sides. */
  | "is_one_of"
  /** No right side. */
  | "is_given"
  | "is_not_given"
  | "contains"
  | "matches";

/** A three-valued condition: true, false, or undecided where a value is missing (SPEC §2). */
export type Condition =
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | {
      readonly kind: "compare";
      readonly left: Operand;
      readonly operator: ComparisonOperator;
      readonly right: readonly Literal[];
    }
  /** `has DATASET with same KEY [in the N UNITS after FIELD] [where …]`. */
  | {
      readonly kind: "has";
      readonly dataset: string;
      readonly key: string;
      readonly within: { readonly count: number; readonly unit: LookupUnit; readonly after: string } | null;
      readonly where: Condition | null;
    };

export interface Population {
  readonly dataset: string;
  readonly where: Condition | null;
}
