/**
 * What consequences find: the published contract of `findings` (SPEC §7.6).
 *
 * A finding says what an agreement gives for one declaration, one party and one period, with every line of its
 * arithmetic. It is a value, never an act: nothing here pays, warns or ends anything.
 */
import type { Ratio, VerdictKind } from "../bundle/plan.ts";
import type { MetricValue, Party, Period } from "./result-parts.ts";

/** An amount for people and for books. */
export interface MoneyAmount {
  /** With all minor digits: `150.00`. */
  readonly amount: string;
  readonly currency: string;
}

/** A consequence that was found. */
export type Finding =
  | CreditFinding
  | BonusFinding
  | PointsFinding
  | EscalationFinding
  | RatchetFinding
  | ScorecardFinding
  | TiersFinding;

export type FindingKind = Finding["kind"];

interface FindingOf<Kind extends string, Value, Details> {
  readonly kind: Kind;
  readonly name: string;
  readonly label: string | null;
  readonly party: Party;
  readonly period: Period;
  /** Version of the agreement that gave it. */
  readonly version: string;
  /** Null where there is none. */
  readonly value: Value | null;
  /** Amounts before rounding, points, scores and proposals, in lowest terms; null for the others. */
  readonly exact: Ratio | null;
  readonly provisional: boolean;
  /** Their amounts add up to the value. */
  readonly lines: readonly FindingLine[];
  readonly details: Details;
  readonly reasons: readonly string[];
  readonly origin: { readonly file: string; readonly line: number };
}

export type CreditFinding = FindingOf<
  "credit",
  MoneyAmount,
  {
    /** What `puts` says; null without it. */
    readonly atRisk: MoneyAmount | null;
    /** Misses that were forgiven. */
    readonly forgiven: number;
    /** Rows left out because their base or their field is missing. */
    readonly missing: number;
    /** Name of the first `unless` that is true. */
    readonly suppressedBy: string | null;
    /** Null without `earns back`. */
    readonly earnedBack: MoneyAmount | null;
    readonly owedBy: "partner" | "brand";
  }
>;

export type BonusFinding = FindingOf<
  "bonus",
  MoneyAmount,
  { readonly missing: number; readonly suppressedBy: string | null; readonly owedBy: "brand" }
>;

export type PointsFinding = FindingOf<
  "points",
  string,
  {
    /** Index of the sentence, from 0. */
    readonly band: number | null;
    readonly doubled: boolean;
    /** Sum of the party's points so far. */
    readonly total: string;
  }
>;

/** The value is the last step that holds, or `none`. */
export type EscalationFinding = FindingOf<
  "escalation",
  string,
  {
    /** Steps that began at this assessment. */
    readonly found: readonly {
      readonly step: string;
      readonly label: string | null;
      /** The assessment day. */
      readonly on: string;
      readonly cureUntil: string | null;
      readonly noticeUntil: string | null;
    }[];
    readonly cured: readonly string[];
    /** All steps that hold, in the order written. */
    readonly holding: readonly string[];
    readonly reset: boolean;
  }
>;

/** The value is the proposal in words, or `none`. */
export type RatchetFinding = FindingOf<
  "ratchet",
  string,
  {
    readonly limit: MetricValue | null;
    readonly average: MetricValue | null;
    readonly capped: boolean;
    /** The event did not hold at the verdict before. */
    readonly begins: boolean;
  }
>;

export type ScorecardFinding = FindingOf<
  "scorecard",
  string,
  { readonly rounded: (Ratio & { readonly text: string }) | null }
>;

/** The value is the level. */
export type TiersFinding = FindingOf<
  "tiers",
  string,
  {
    readonly read: readonly {
      readonly name: string;
      readonly verdict: VerdictKind | null;
      readonly value: MetricValue | null;
      /** Label of the period that was read. */
      readonly period: string | null;
    }[];
  }
>;

/** One line of a finding's arithmetic. */
export interface FindingLine {
  readonly what:
    | "miss"
    | "forgiven"
    | "gives"
    | "pool"
    | "cap"
    | "rounding"
    | "ignored"
    | "band"
    | "doubled"
    | "limit"
    | "average"
    | "weight";
  /** What it is about: a verdict name, a metric. */
  readonly of: string | null;
  /** Label of the verdict that it comes from. */
  readonly period: string | null;
  /** The amount is their product; where there are none it stands for itself. */
  readonly factors: readonly Ratio[];
  readonly amount: Ratio;
  readonly rows: number | null;
  readonly text: string;
  readonly origin: { readonly file: string; readonly line: number };
}
