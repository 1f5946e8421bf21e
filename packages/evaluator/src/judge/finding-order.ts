/** The order of findings (SPEC §7.6.1). */
import { compareText } from "../exact/text-order.ts";
import type { Finding, FindingKind } from "./finding.ts";

const KINDS: readonly FindingKind[] = [
  "credit",
  "bonus",
  "points",
  "escalation",
  "ratchet",
  "scorecard",
  "tiers",
];

/** By kind, name, party, and the start and label of the period. */
export function findingOrder(a: Finding, b: Finding): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareText(a.name, b.name) ||
    compareText(a.party.key, b.party.key) ||
    compareText(a.period.start, b.period.start) ||
    compareText(a.period.label, b.period.label)
  );
}
