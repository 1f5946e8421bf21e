/**
 * What a bundle and the checked model hold of facts that people state and deliver, of ramp-ups, and of the map and
 * the reports (SPEC §3.8.13, §3.9 to §3.11). Conventions and `When` as in `consequence-plan.ts`.
 */
import type { Length } from "./clock-plan.ts";
import type { Population } from "./condition-plan.ts";
import type { PartyKind } from "./consequence-plan.ts";
import type { CalendarUnit, Origin } from "./plan.ts";

/** A length of whole days or longer. */
export type CivilLength = Length & { readonly kind: "civil" };

/** A time in which a partner is new (SPEC §3.8.13). */
export interface RampUpPlan<When> {
  readonly name: string;
  readonly label: string | null;
  /** Over partner facts; null: all partners. */
  readonly scope: When | null;
  /** Partner field of `since`. */
  readonly since: string;
  readonly runs:
    | { readonly kind: "lasts"; readonly length: CivilLength }
    | { readonly kind: "until"; readonly rows: number; readonly population: Population };
  /** Names of declarations that are suspended, kinds already spelled out; null: verdicts are excused. */
  readonly suspends: readonly string[] | null;
  readonly origin: Origin;
}

/** A fact that somebody states and proves (SPEC §3.9.7). */
export interface AttestationPlan {
  readonly name: string;
  readonly label: string;
  readonly party: PartyKind;
  /** Word of `evidence`. */
  readonly evidence: string | null;
  readonly recorded: Population;
  /** How long a record is valid; null: for ever. */
  readonly valid:
    | { readonly kind: "length"; readonly length: CivilLength }
    /** Date or timestamp field of the record. */
    | { readonly kind: "until"; readonly field: string }
    /** The dataset's own `valid`. */
    | { readonly kind: "dataset" }
    | null;
  /** Null: due always. */
  readonly due: DuePlan | null;
  readonly origin: Origin;
}

/** Something to be delivered (SPEC §3.9.10). */
export interface DutyPlan<When> {
  readonly name: string;
  readonly label: string | null;
  readonly party: PartyKind;
  readonly delivers: string | null;
  readonly recorded: Population;
  readonly due: DuePlan;
  /** Over verdicts in the span and metrics measured over it. */
  readonly when: {
    readonly decision: When;
    readonly verdicts: readonly string[];
    readonly metrics: readonly string[];
  } | null;
  /** Standard that counts as missed if the duty is missed. */
  readonly missedCounts: string | null;
  readonly origin: Origin;
}

/** When something is due (SPEC §3.9.4). `calendar` is the agreement's business days where they are counted, else null. */
export type DuePlan =
  /** UTC instant, in time at or before it, and its civil date. */
  | { readonly kind: "at"; readonly instant: string; readonly date: string }
  | { readonly kind: "on"; readonly date: string }
  /** After a date of the partner. */
  | {
      readonly kind: "of";
      readonly length: Length;
      readonly field: string;
      readonly calendar: string | null;
    }
  /** After each span. */
  | {
      readonly kind: "after";
      readonly length: Length;
      readonly span: CalendarUnit;
      readonly calendar: string | null;
    };

/** Where customers meet the brand (SPEC §3.10). */
export interface TouchpointPlan<When> {
  readonly name: string;
  readonly label: string | null;
  readonly stage: string | null;
  readonly channel: string | null;
  readonly runBy: { readonly kind: "brand" } | { readonly kind: "partners"; readonly where: When | null };
  readonly origin: Origin;
}

export const reportParts = [
  "standards",
  "scorecards",
  "exclusions",
  "attestations",
  "duties",
  "credits",
  "bonuses",
  "points",
  "escalations",
  "ratchets",
  "tiers",
  "touchpoints",
] as const;

export type ReportPart = (typeof reportParts)[number];

/** An edition for one of the two sides (SPEC §3.11). */
export interface ReportPlan {
  readonly name: string;
  readonly label: string | null;
  readonly edition: PartyKind;
  readonly due: (DuePlan & { readonly kind: "after" }) | null;
  readonly shows: readonly ReportPart[];
  readonly peersAtLeast: number | null;
  readonly groupsUnder: number | null;
  readonly hidesPersonal: boolean;
  readonly origin: Origin;
}
