/** What people state and deliver, when it is due, and what is shown: ramp-ups, attestations, duties, touchpoints, reports. */
import type {
  Condition,
  DateValue,
  DeclarationBase,
  Each,
  Instant,
  Name,
  Node,
  NumberValue,
  Quantity,
  Recorded,
  Text,
} from "./ast-parts.ts";

/** `ramp_up NAME [for partners where …]`. */
export interface RampUpDeclaration extends DeclarationBase<RampUpSentence> {
  readonly kind: "RampUp";
  readonly name: Name;
  readonly label: Text | null;
  readonly where: Condition | null;
}
export type RampUpSentence =
  | (Node & { readonly kind: "Lasts"; readonly length: Quantity; readonly since: Name })
  /** `until 30 NAME since FIELD`. */
  | (Node & {
      readonly kind: "UntilRows";
      readonly count: NumberValue;
      readonly of: Name;
      readonly since: Name;
    })
  | (Node & { readonly kind: "Suspends"; readonly names: readonly Name[] });

export interface AttestationDeclaration extends DeclarationBase<AttestationSentence> {
  readonly kind: "Attestation";
  readonly name: Name;
  readonly label: Text | null;
}
export type AttestationSentence =
  | (Node & { readonly kind: "GivenBy"; readonly party: "partner" | "brand" })
  | (Node & { readonly kind: "EvidenceKind"; readonly word: Name })
  | Recorded
  | (Node & { readonly kind: "ValidFor"; readonly length: Quantity })
  | (Node & { readonly kind: "ValidUntil"; readonly field: Name })
  | DueSentence;

/** `duty NAME ["Label"] by partner|brand`. */
export interface DutyDeclaration extends DeclarationBase<DutySentence> {
  readonly kind: "Duty";
  readonly name: Name;
  readonly label: Text | null;
  readonly by: "partner" | "brand";
}
export type DutySentence =
  | (Node & { readonly kind: "Delivers"; readonly text: Text })
  | Recorded
  | DueSentence
  | (Node & { readonly kind: "DutyWhen"; readonly condition: Condition })
  /** `if missed STANDARD counts as missed`. */
  | (Node & { readonly kind: "IfMissed"; readonly standard: Name; readonly verdict: Name });

export interface DueSentence extends Node {
  readonly kind: "DueSentence";
  readonly due: Due;
}
export type Due =
  /** `within 10 days of FIELD`. */
  | (Node & { readonly kind: "DueOf"; readonly length: Quantity; readonly field: Name })
  /** `within 10 days after each calendar month`. */
  | (Node & { readonly kind: "DueAfter"; readonly length: Quantity; readonly each: Each })
  /** `on [business] day 10 after each calendar month`. */
  | (Node & {
      readonly kind: "DueOnDay";
      readonly business: boolean;
      readonly day: NumberValue;
      readonly each: Each;
    })
  /** `on 2026-06-30 at 12:00`. */
  | (Node & { readonly kind: "DueOn"; readonly at: DateValue | Instant });

export interface TouchpointDeclaration extends DeclarationBase<TouchpointSentence> {
  readonly kind: "Touchpoint";
  readonly name: Name;
  readonly label: Text | null;
}
export type TouchpointSentence =
  | (Node & { readonly kind: "Stage"; readonly word: Name })
  | (Node & { readonly kind: "Channel"; readonly word: Name })
  /** `run by partners [where …]`. */
  | (Node & { readonly kind: "RunBy"; readonly where: Condition | null });

/** `report NAME ["Label"] for partner|brand`. */
export interface ReportDeclaration extends DeclarationBase<ReportSentence> {
  readonly kind: "Report";
  readonly name: Name;
  readonly label: Text | null;
  readonly edition: "partner" | "brand";
}
export type ReportSentence =
  | DueSentence
  | (Node & { readonly kind: "Shows"; readonly names: readonly Name[] })
  | (Node & { readonly kind: "ComparesWithPeers"; readonly atLeast: NumberValue })
  | (Node & { readonly kind: "HidesGroups"; readonly under: NumberValue })
  | (Node & { readonly kind: "HidesPersonal" });
