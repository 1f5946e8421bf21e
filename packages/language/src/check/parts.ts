/** Ramp-ups, attestations, duties, consequences, touchpoints and reports of all files, as far as they could be made. */
import type { ModelParts } from "@tenet-lang/evaluator";
import { attestationPlan } from "./attestations.ts";
import type { Judging } from "./consequence-reads.ts";
import { consequencesOf } from "./consequences.ts";
import { dutiesOf } from "./duties.ts";
import { rampUpPlan } from "./ramp-ups.ts";
import { declarationsOf } from "./scope.ts";
import { scorecardPlan } from "./scorecards.ts";
import { tiersPlan } from "./tiers.ts";
import { reportPlan, touchpointPlan } from "./touchpoints.ts";

/** The lists of the model; null in place of a declaration of which something was reported. */
export type CheckedParts = {
  readonly [K in keyof ModelParts]: readonly (ModelParts[K][number] | null)[];
};

/** Checks everything that stands beside standards. */
export function partsOf(judging: Judging): CheckedParts {
  const { world } = judging;
  const { scope } = world;
  const scorecards = declarationsOf(scope, "Scorecard").map((one) => scorecardPlan(world, one));
  const scored = new Map(
    scorecards.flatMap((plan) => (plan === null ? [] : [[plan.name, plan.party] as const])),
  );
  return {
    rampUps: declarationsOf(scope, "RampUp").map((one) => rampUpPlan(world, one)),
    attestations: declarationsOf(scope, "Attestation").map((one) => attestationPlan(world, one)),
    duties: dutiesOf(judging),
    ...consequencesOf(judging),
    scorecards,
    tiers: declarationsOf(scope, "Tiers").map((one) => tiersPlan(judging, one, scored)),
    touchpoints: declarationsOf(scope, "Touchpoint").map((one) => touchpointPlan(world, one)),
    reports: declarationsOf(scope, "Report").map((one) => reportPlan(world, one)),
  };
}
