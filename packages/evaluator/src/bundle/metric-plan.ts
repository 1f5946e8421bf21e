/** Metrics as a bundle holds them (SPEC §3.5). */
import type { Population } from "./condition-plan.ts";
import type { CalendarUnit, DurationUnit, Origin, Ratio, SpanUnit } from "./plan.ts";

/** What a metric's value is counted in. */
export type MetricUnit =
  | { readonly kind: "percent" }
  | { readonly kind: "count" }
  | { readonly kind: "number" }
  | { readonly kind: "duration"; readonly unit: DurationUnit }
  | { readonly kind: "money"; readonly currency: string; readonly decimals: number }
  /** Only for `latest`: the value is a name or text of the data, not a number. */
  | { readonly kind: "member"; readonly members: readonly string[] }
  | { readonly kind: "yes_no" }
  | { readonly kind: "text" };

/** The forms of a metric, and no others (SPEC §3.5). */
export type MetricForm =
  | { readonly kind: "share"; readonly numerator: Population; readonly denominator: Population }
  | { readonly kind: "count"; readonly population: Population }
  | { readonly kind: "distinct"; readonly field: string; readonly population: Population }
  | {
      readonly kind: "average" | "sum" | "median" | "lowest" | "highest" | "latest";
      readonly field: string;
      readonly population: Population;
    }
  /** `percent` is a decimal above 0 and up to 100, as a ratio of 1 (90 is 90/100). */
  | {
      readonly kind: "percentile";
      readonly percent: Ratio;
      readonly field: string;
      readonly population: Population;
    }
  | {
      readonly kind: "net_score";
      readonly field: string;
      readonly population: Population;
      /** Inclusive ranges of the answer. */
      readonly promoters: readonly [Ratio, Ratio];
      readonly detractors: readonly [Ratio, Ratio];
    }
  | {
      readonly kind: "rate";
      readonly numerator: Population;
      /** A positive whole number, as decimal text. */
      readonly per: string;
      readonly denominator: Population;
    }
  /** Names of metrics. */
  | { readonly kind: "ratio"; readonly numerator: string; readonly denominator: string }
  | { readonly kind: "period_mean"; readonly metric: string; readonly span: CalendarUnit }
  /** Of the time of the window, what no case of a clock covers. */
  | { readonly kind: "time_outside"; readonly clock: string };

export interface MetricPlan {
  readonly name: string;
  readonly label: string | null;
  readonly form: MetricForm;
  readonly unit: MetricUnit;
  /** Overrides the date of the form's (one) dataset. */
  readonly dated: string | null;
  /** Rows may arrive until this long after the period. */
  readonly final: { readonly count: number; readonly unit: SpanUnit } | null;
  /** Newest rows first, at most so many per value of the field. */
  readonly countsAtMost: { readonly rows: number; readonly per: string } | null;
  readonly better: "higher" | "lower" | null;
  readonly origin: Origin;
}
