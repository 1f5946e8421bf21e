/** Metrics, and the standards that they are held to. */
import type { Span } from "../source/source-file.ts";
import type {
  Because,
  Condition,
  DateValue,
  DeclarationBase,
  Each,
  EachSpan,
  Excluding,
  Name,
  Node,
  NumberValue,
  Percent,
  Population,
  Quantity,
  Test,
  Text,
} from "./ast-parts.ts";

export interface MetricDeclaration extends DeclarationBase<MetricSentence> {
  readonly kind: "Metric";
  readonly name: Name;
  readonly label: Text | null;
  readonly form: MetricForm;
}
export interface StandardDeclaration extends DeclarationBase<StandardSentence> {
  readonly kind: "Standard";
  readonly name: Name;
  readonly label: Text | null;
}
export type MetricForm = Node &
  (
    | { readonly kind: "Share"; readonly numerator: Population; readonly denominator: Population }
    | { readonly kind: "Count"; readonly population: Population }
    | { readonly kind: "Distinct"; readonly field: Name; readonly population: Population }
    | {
        readonly kind: "Average" | "Sum" | "Median" | "Lowest" | "Highest" | "Latest";
        readonly field: Name;
        readonly population: Population;
      }
    | { readonly kind: "PeriodMean"; readonly metric: Name; readonly each: EachSpan }
    | {
        readonly kind: "Percentile";
        readonly percent: NumberValue;
        readonly field: Name;
        readonly population: Population;
      }
    | {
        readonly kind: "NetScore";
        readonly field: Name;
        readonly population: Population;
        readonly promoters: readonly [NumberValue, NumberValue];
        readonly detractors: readonly [NumberValue, NumberValue];
      }
    | {
        readonly kind: "Rate";
        readonly numerator: Population;
        readonly per: NumberValue;
        readonly denominator: Population;
      }
    | { readonly kind: "Ratio"; readonly numerator: Name; readonly denominator: Name }
    /** `percent of time outside CLOCK`. */
    | { readonly kind: "TimeOutside"; readonly clock: Name }
  );
export type MetricSentence =
  | (Node & { readonly kind: "MetricDated"; readonly field: Name })
  | (Node & { readonly kind: "Final"; readonly length: Quantity })
  | (Node & { readonly kind: "CountsAtMost"; readonly rows: NumberValue; readonly per: Name })
  | (Node & { readonly kind: "Better"; readonly direction: "higher" | "lower" });
export type StandardSentence =
  | Because
  /** `applies to partners [where …]`. */
  | (Node & { readonly kind: "AppliesTo"; readonly where: Condition | null })
  | (Node & { readonly kind: "AppliesWhen"; readonly condition: Condition })
  | Requires
  | (Node & {
      readonly kind: "Tolerates";
      readonly fewerThan: NumberValue;
      readonly metric: Name;
      readonly limit: Name;
    })
  | (Node & { readonly kind: "WarnsWhen"; readonly condition: Condition })
  | Measured
  | Assessed
  | Needs
  | Excluding
  | (Node & { readonly kind: "Covers"; readonly names: readonly Name[] })
  | (Node & { readonly kind: "BindsBrand" })
  /** `judged with 95% confidence otherwise pending`. */
  | (Node & { readonly kind: "JudgedWith"; readonly percent: Percent; readonly otherwise: Name })
  | (Node & { readonly kind: "MissingData"; readonly verdict: Name });
/** One `requires` sentence: one limit (with rows where it varies), or several joined by `or`. */
export interface Requires extends Node {
  readonly kind: "Requires";
  readonly limits: readonly Limit[];
}
export interface Limit extends Node {
  readonly kind: "Limit";
  readonly metric: Name;
  readonly rows: readonly LimitRow[];
}
/** A comparison with values, or with the other partners. */
export type LimitTest = Test | PeerAverage | InBest;
/** `at least peer average by region`. */
export interface PeerAverage extends Node {
  readonly kind: "PeerAverage";
  readonly direction: "atLeast" | "atMost";
  readonly by: Name | null;
  /** The words before the field: `at least peer average`. */
  readonly operatorSpan: Span;
}
/** `in best 25% of peers by region`. */
export interface InBest extends Node {
  readonly kind: "InBest";
  readonly percent: Percent;
  readonly by: Name | null;
  /** The words before the percentage: `in best`. */
  readonly operatorSpan: Span;
}
export interface LimitRow extends Node {
  readonly kind: "LimitRow";
  readonly test: LimitTest;
  readonly group: Name | null;
  readonly where: Condition | null;
  readonly otherwise: boolean;
  readonly from: DateValue | null;
}
export interface Measured extends Node {
  readonly kind: "Measured";
  readonly window:
    | Each
    | (Node & { readonly kind: "Rolling"; readonly length: Quantity })
    | (Node & { readonly kind: "LatestRows"; readonly count: NumberValue; readonly dataset: Name });
  readonly when: Condition | null;
  readonly otherwise: boolean;
}
export interface Assessed extends Node {
  readonly kind: "Assessed";
  /** Null: at the end of. */
  readonly day: NumberValue | null;
  /** `on business day`. */
  readonly business: boolean;
  readonly each: Each;
}
export interface Needs extends Node {
  readonly kind: "Needs";
  /** Empty: `needs no minimum`. */
  readonly rows: readonly NeedRow[];
  readonly otherwise: Name | null;
}
export interface NeedRow extends Node {
  readonly kind: "NeedRow";
  readonly atLeast: NumberValue;
  readonly counts: Name | null;
  readonly where: Condition | null;
}
