/** Lists of consequences, human facts and the rest, alike in a bundle and in a checked model but for their decisions. */

import type { Condition } from "./condition-plan.ts";
import type {
  EscalationPlan,
  MoneyPlan,
  PointsPlan,
  RatchetPlan,
  RuleName,
  ScorecardPlan,
  TiersPlan,
} from "./consequence-plan.ts";
import type { AttestationPlan, DutyPlan, RampUpPlan, ReportPlan, TouchpointPlan } from "./human-plan.ts";

/** Each in order of name. */
export interface Parts<When> {
  readonly rampUps: readonly RampUpPlan<When>[];
  readonly attestations: readonly AttestationPlan[];
  readonly duties: readonly DutyPlan<When>[];
  readonly credits: readonly MoneyPlan<When>[];
  readonly bonuses: readonly MoneyPlan<When>[];
  readonly points: readonly PointsPlan<When>[];
  readonly escalations: readonly EscalationPlan<When>[];
  readonly ratchets: readonly RatchetPlan<When>[];
  readonly scorecards: readonly ScorecardPlan[];
  readonly tiers: readonly TiersPlan<When>[];
  readonly touchpoints: readonly TouchpointPlan<When>[];
  readonly reports: readonly ReportPlan[];
}

export type BundleParts = Parts<RuleName>;
export type ModelParts = Parts<Condition>;
