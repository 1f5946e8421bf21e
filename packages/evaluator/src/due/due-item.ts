/** One thing that is due: what it is, whose, when, and how it stands (SPEC §7.8.1). */
import type { Party } from "../judge/result.ts";

export interface DueItem {
  readonly kind: "case" | "attestation" | "duty" | "cure" | "notice";
  /** Name of the clock, attestation, duty or escalation. */
  readonly name: string;
  readonly party: Party;
  /** Key of the case, label of the period, or name of the step. */
  readonly key: string;
  /** UTC; null where there is no such instant, and while a case is paused before it is due. */
  readonly due: string | null;
  /** Counted microseconds until a case is due, as text, negative once it is overdue; null for all others. */
  readonly remaining: string | null;
  readonly state: "running" | "paused" | "overdue" | "open" | "delivered";
  /** Has a case used up the share of its time that its clock warns at? */
  readonly warned: boolean;
  readonly text: string;
}
