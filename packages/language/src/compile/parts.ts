/**
 * Ramp-ups, duties, tiers and touchpoints as plans: their conditions become rules, and the plan holds the names
 * (SPEC §6.8). What decides nothing by a condition is taken as it is.
 */
import type {
  BundleParts,
  Condition,
  DutyPlan,
  RampUpPlan,
  RuleName,
  TiersPlan,
  TouchpointPlan,
} from "@tenet-lang/evaluator";
import type { Model } from "../check/model.ts";
import { byName } from "./by-name.ts";
import { trueOf } from "./conditions.ts";
import { consequencesOf } from "./consequences.ts";
import type { Emit } from "./limits.ts";

/** The lists of consequences, human facts and the rest, in order of name. */
export function partsOf(model: Model, emit: Emit): BundleParts {
  return {
    rampUps: byName(model.rampUps).map((plan) => rampUpPlan(plan, emit)),
    attestations: byName(model.attestations),
    duties: byName(model.duties).map((plan) => dutyPlan(plan, emit)),
    ...consequencesOf(model, emit),
    scorecards: byName(model.scorecards),
    tiers: byName(model.tiers).map((plan) => tiersPlan(plan, emit)),
    touchpoints: byName(model.touchpoints).map((plan) => touchpointPlan(plan, emit)),
    reports: byName(model.reports),
  };
}

function rampUpPlan(plan: RampUpPlan<Condition>, emit: Emit): RampUpPlan<RuleName> {
  return { ...plan, scope: emitted(plan.scope, `${plan.name}/scope`, emit) };
}

function dutyPlan(plan: DutyPlan<Condition>, emit: Emit): DutyPlan<RuleName> {
  const { when } = plan;
  if (when === null) return { ...plan, when };
  return { ...plan, when: { ...when, decision: emit(`${plan.name}/when`, trueOf(when.decision)) } };
}

function tiersPlan(plan: TiersPlan<Condition>, emit: Emit): TiersPlan<RuleName> {
  const levels = plan.levels.map((level) => ({
    ...level,
    when: emitted(level.when, `${plan.name}/level ${level.name}`, emit),
  }));
  return { ...plan, levels };
}

function touchpointPlan(plan: TouchpointPlan<Condition>, emit: Emit): TouchpointPlan<RuleName> {
  const { runBy } = plan;
  if (runBy.kind === "brand") return { ...plan, runBy };
  return { ...plan, runBy: { ...runBy, where: emitted(runBy.where, `${plan.name}/run by`, emit) } };
}

/** The rule of a condition that may be left out. */
function emitted(condition: Condition | null, name: string, emit: Emit): RuleName | null {
  return condition === null ? null : emit(name, trueOf(condition));
}
