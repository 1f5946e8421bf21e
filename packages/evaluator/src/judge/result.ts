/**
 * What judging gives back: the published contract of `tenet.verdicts/1`.
 *
 * A result is plain JSON and the same bytes for the same bundle, data and `as of`. Verdicts are sorted by standard,
 * party and period. Every verdict explains itself: the limits in force and where they were written, each metric's
 * exact value, the rows behind it, the distance to the limit and reasons in plain language (SPEC §4.1).
 */
import type { VerdictKind } from "../bundle/plan.ts";
import type { ClockSummary } from "../measure/clock-engine.ts";
import type { DataSummary } from "../measure/summary.ts";
import type { Finding } from "./finding.ts";
import type { MetricValue, Party, Period } from "./result-parts.ts";

export type { MetricValue, Party, Period } from "./result-parts.ts";

export interface JudgeResult {
  readonly schema: "tenet.verdicts/1";
  /** Instant up to which data was read, UTC. */
  readonly asOf: string;
  readonly agreement: {
    readonly name: string;
    readonly label: string;
    readonly version: string;
    readonly fingerprint: string;
  };
  /** All versions that were given, from the first (SPEC §4.8.7). */
  readonly versions: readonly VersionSummary[];
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly data: readonly DataSummary[];
  /** The cases of every clock that was read. */
  readonly clocks: readonly ClockSummary[];
  /** What made judging impossible (data errors beyond the tolerated ones, a dataset not given); verdicts are empty then. */
  readonly problems: readonly Problem[];
}

/** One version of an agreement, and the days that it says it is in effect. */
export interface VersionSummary {
  readonly version: string;
  readonly from: string;
  readonly until: string | null;
  readonly fingerprint: string;
}

export interface Verdict {
  readonly kind: "standard" | "attestation" | "duty";
  /** Name of the standard, attestation or duty. */
  readonly standard: string;
  readonly label: string;
  readonly party: Party;
  /** Whose duty it is: `brand` also where the brand owes it to the partner that the verdict is about. */
  readonly owes: "partner" | "brand";
  readonly period: Period;
  readonly verdict: VerdictKind;
  /** Version of the agreement that judged it. */
  readonly version: string;
  /** Verdict of the earlier result, where it is `restated`. */
  readonly earlier: VerdictKind | null;
  /** Due instant of an attestation or duty. */
  readonly due: string | null;
  /** Of a pending attestation or duty: is it owed whatever comes? Null of others. */
  readonly owed: boolean | null;
  /** The duty whose miss counts as this standard's own. */
  readonly missedBy: string | null;
  readonly limits: readonly LimitResult[];
  /** Distance of the verdict as a whole: the nearest limit's, named; null where nothing was compared. */
  readonly distance: (Distance & { readonly metric: string; readonly group: string | null }) | null;
  /** Every metric that the standard reads in this window, limits' and others'. */
  readonly metrics: readonly MetricResult[];
  readonly rows: RowCounts;
  /** Groups left out because they have too few rows. */
  readonly smallGroups: readonly { readonly metric: string; readonly group: string; readonly rows: number }[];
  readonly flags: readonly Flag[];
  readonly reasons: readonly string[];
  /** What the limits alone say, where the verdict is `pending` or `excused`. */
  readonly provisional: VerdictKind | null;
  readonly origin: { readonly file: string; readonly line: number };
}

export type Flag = "warning" | "provisional" | "restated" | "ramp_up";

export interface LimitResult {
  readonly metric: string;
  /** Words of the comparison: `at least`. */
  readonly comparison: string;
  /** `95%`. */
  readonly limit: string;
  /** True met, false missed, null undecided. */
  readonly met: boolean | null;
  /** Value of the `for each` field, or null. */
  readonly group: string | null;
  readonly value: MetricValue | null;
  readonly distance: Distance | null;
  /** The metric that turned a missed limit to met. */
  readonly toleratedBy: string | null;
  /** Name of the amendment that set the limit. */
  readonly amendment: string | null;
  /** Index of the `requires` sentence; limits of one sentence are alternatives. */
  readonly requirement: number;
  /** The peer average, for limits against it. */
  readonly bound: MetricValue | null;
  /** How many peers there were, for relative limits. */
  readonly peers: number | null;
  /** The rank, for `in best`. */
  readonly rank: number | null;
  /** For `judged with`: whether the interval lies wholly on the wrong side; null without an interval. */
  readonly confidence: { readonly percent: string; readonly wrongSide: boolean | null } | null;
  readonly origin: { readonly file: string; readonly line: number; readonly text: string };
}

export interface MetricResult {
  readonly metric: string;
  readonly group: string | null;
  readonly value: MetricValue | null;
  /** Rows in which a population condition was undecided, or whose value was missing and left out. */
  readonly missing: number;
  /** Numerator rows that are not in the denominator (shares only). */
  readonly outside: number;
}

export interface Distance {
  readonly direction: "short" | "margin";
  /** Fewest rows to change to meet the limit (short), most that may still change (margin); null where only the gap is known. */
  readonly rows: number | null;
  /** Absolute difference between value and limit in the metric's unit; null where rows are given. */
  readonly gap: { readonly numerator: string; readonly denominator: string } | null;
  readonly text: string;
}

export interface RowCounts {
  readonly used: number;
  readonly missing: number;
  readonly excluded: readonly { readonly by: string; readonly rows: number }[];
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}
