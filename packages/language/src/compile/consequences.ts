/**
 * Consequences as plans: the conditions of bands and steps become rules over facts (SPEC §6.8).
 *
 * Events are counted before rules are asked: how many verdicts in a row are so, and how many within so many units, are
 * facts, and a rule only says how many it takes. Conditions on rows paid for are no rules; they stay as they are.
 */
import type {
  BundleParts,
  Condition,
  EscalationPlan,
  EventPlan,
  MoneyPlan,
  PointsPlan,
  RuleCondition,
  RuleName,
  StepPlan,
} from "@tenet-lang/evaluator";
import type { Model } from "../check/model.ts";
import { byName } from "./by-name.ts";
import { allOf, leaf, trueOf, whole } from "./conditions.ts";
import type { Emit } from "./limits.ts";

type Consequences = Pick<BundleParts, "credits" | "bonuses" | "points" | "escalations" | "ratchets">;

/** The lists of what follows from verdicts, in order of name. */
export function consequencesOf(model: Model, emit: Emit): Consequences {
  return {
    credits: byName(model.credits).map((plan) => moneyPlan(plan, emit)),
    bonuses: byName(model.bonuses).map((plan) => moneyPlan(plan, emit)),
    points: byName(model.points).map((plan) => pointsPlan(plan, emit)),
    escalations: byName(model.escalations).map((plan) => escalationPlan(plan, emit)),
    ratchets: byName(model.ratchets),
  };
}

function moneyPlan(plan: MoneyPlan<Condition>, emit: Emit): MoneyPlan<RuleName> {
  const gives = plan.gives.map((one, index) => ({
    ...one,
    when: one.when === null ? null : emit(`${plan.name}/gives ${index + 1}`, trueOf(one.when)),
  }));
  return { ...plan, gives };
}

function pointsPlan(plan: PointsPlan<Condition>, emit: Emit): PointsPlan<RuleName> {
  const bands = plan.bands.map((band, index) => ({
    ...band,
    when: band.when === null ? null : emit(`${plan.name}/band ${index + 1}`, trueOf(band.when)),
  }));
  return { ...plan, bands };
}

function escalationPlan(plan: EscalationPlan<Condition>, emit: Emit): EscalationPlan<RuleName> {
  const steps = plan.steps.map((step) => ({
    ...step,
    when: emit(`${plan.name}/step ${step.name}`, stepCondition(step.condition)),
  }));
  return { ...plan, steps };
}

function stepCondition(condition: StepPlan<Condition>["condition"]): RuleCondition {
  if (condition.kind === "event") return eventCondition(condition.event);
  const verdicts = condition.verdicts.map(({ name, operator, verdicts: wanted }) =>
    trueOf({
      kind: "compare",
      left: { kind: "verdict", name },
      operator,
      right: wanted.map((verdict) => ({ kind: "verdict", verdict })),
    }),
  );
  const steps = condition.steps.map(({ step, cured }) =>
    leaf(`step:${step}`, "strict:is", cured ? "cured" : "not_cured"),
  );
  const [first, ...rest] = [...verdicts, ...steps];
  if (first === undefined) throw new Error("INVARIANT: a step has a condition");
  return allOf([first, ...rest]);
}

/** How many it takes: one by itself is the first of a row. */
function eventCondition({ what, count }: EventPlan): RuleCondition {
  switch (count.kind) {
    case "once":
      return leaf(`run:${what}`, "strict:at_least", whole(1));
    case "row":
      return leaf(`run:${what}`, "strict:at_least", whole(count.length));
    case "times":
      return leaf(`times:${what}:${count.spans}:${count.span}`, "strict:at_least", whole(count.times));
  }
}
