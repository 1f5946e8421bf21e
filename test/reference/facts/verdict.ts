/** The verdict of an attestation or duty, as the reference gives it (§7.3.3). */
import type { VerdictKind } from "@tenet-lang/evaluator";
import type { ReferenceVerdict } from "../standards.ts";
import { dayFrom, showInstant } from "../time.ts";
import { type Side, viewOf, type World } from "../views.ts";
import type { Due } from "./due.ts";

export interface FactFound {
  readonly kind: "attestation" | "duty";
  readonly standard: string;
  readonly party: string;
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly verdict: VerdictKind;
  readonly provisional: VerdictKind | null;
  readonly due: Due | null;
  /** Of a pending duty: does its `when` read a pending verdict? */
  readonly isWaiting?: boolean;
  /** Records that were read. */
  readonly used: number;
  readonly partner: string | null;
  readonly world: World;
}

/** Nothing is measured: no limits, no metrics, no flags. */
export function factVerdict({
  due,
  partner,
  world,
  isWaiting = false,
  ...found
}: FactFound): ReferenceVerdict {
  const day = dayFrom(world.frame.agreement.effective.from);
  const origin = { file: "", line: 0, text: "" };
  const standard: Side["standard"] = {
    ...{ name: found.standard, label: "", party: "partner", owes: "partner", covers: [], scope: [] },
    ...{ gates: [], warnings: [], measured: [], requires: [], assessed: null, needs: null, excluding: [] },
    ...{ missingData: null, confidence: null, because: null, origin },
  };
  const side: Side = { world, partner, standard, removed: new Map() };
  const view = viewOf(side, { kind: "days", first: day, end: day, assessed: day });
  const occasion = {
    label: found.period,
    governs: day,
    end: day,
    periodStart: day,
    runsPastAgreement: false,
  };
  return {
    ...found,
    due: due === null ? null : showInstant(due.instant),
    owed: found.verdict === "pending" ? !isWaiting : null,
    missedBy: null,
    ...{ limits: [], smallGroups: [], metrics: [], isWarning: false, isByLimits: false },
    ...{ missing: 0, excluded: new Map(), isProvisional: false, isRampUp: false },
    basis: { occasion, side, partner, line: -1, view, asked: [], groupViews: new Map() },
  };
}
