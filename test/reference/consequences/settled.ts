/** What a credit or bonus came to in a period, for the reference. */
import type { Condition, MoneyPlan } from "@tenet-lang/evaluator";
import type { Rational } from "../rational.ts";
import type { Line } from "./finding.ts";
import type { MissedAt } from "./forgiveness.ts";
import type { Reader } from "./reader.ts";
import type { Span } from "./spans.ts";

/** What a period came to. */
export interface Settled {
  /** The declaration as the version that gives the finding has it, and what it reads. */
  readonly plan: MoneyPlan<Condition>;
  readonly reader: Reader;
  readonly period: Span;
  /** Null where an amount would be due that cannot be worked out. */
  readonly exact: Rational | null;
  /** Rounded, and 0 where it is small; of a null 0. */
  readonly final: Rational;
  readonly lines: readonly Line[];
  /** What each verdict gave (after the pool), and what all gave together: the sum of §4.6.5. */
  readonly costs: readonly { readonly verdict: MissedAt; readonly amount: Rational }[];
  readonly sum: Rational;
  readonly forgiven: number;
  readonly missing: number;
  readonly suppressedBy: string | null;
}
