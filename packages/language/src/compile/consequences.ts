/**
 * Consequences as plans: each of their decisions becomes a rule over facts (SPEC §6.8).
 *
 * Events are counted before rules are asked: how many verdicts in a row are so, and how many within so many units, are
 * facts, and a rule only says how many it takes. Conditions on rows paid for are no rules; they stay as they are.
 */
import type {
  BundleParts,
  Condition,
  EscalationPlan,
  EventPlan,
  EventRule,
  GivesPlan,
  MoneyPlan,
  PointsPlan,
  RatchetPlan,
  RuleCondition,
  RuleName,
  StepPlan,
  VerdictTest,
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
    ratchets: byName(model.ratchets).map((plan) => ratchetPlan(plan, emit)),
  };
}

function moneyPlan(plan: MoneyPlan<Condition>, emit: Emit): MoneyPlan<RuleName> {
  const gives = plan.gives.map((one, index) => ({
    ...one,
    when: givenWhen(one, `${plan.name}/gives ${index + 1}`, emit),
  }));
  const unless = plan.unless.map((one, index) => ({
    ...one,
    when: emit(`${plan.name}/unless ${index + 1}`, verdictCondition(one)),
  }));
  return { ...plan, gives, unless, earnsBack: eventRule(plan.earnsBack, `${plan.name}/earns back`, emit) };
}

/** What is asked of a period, or of the verdicts that go with a row; the condition on the row itself is no rule. */
function givenWhen({ when, verdicts }: GivesPlan<Condition>, name: RuleName, emit: Emit): RuleName | null {
  if (when !== null) return emit(name, trueOf(when));
  const [first, ...rest] = verdicts.map(verdictCondition);
  return first === undefined ? null : emit(name, allOf([first, ...rest]));
}

function pointsPlan(plan: PointsPlan<Condition>, emit: Emit): PointsPlan<RuleName> {
  const bands = plan.bands.map((band, index) => ({
    ...band,
    when: band.when === null ? null : emit(`${plan.name}/band ${index + 1}`, trueOf(band.when)),
  }));
  return { ...plan, bands, doubled: eventRule(plan.doubled, `${plan.name}/doubled`, emit) };
}

function escalationPlan(plan: EscalationPlan<Condition>, emit: Emit): EscalationPlan<RuleName> {
  const steps = plan.steps.map((step) => ({
    ...step,
    when: emit(`${plan.name}/step ${step.name}`, stepCondition(step.condition)),
  }));
  return { ...plan, steps, resets: eventRule(plan.resets, `${plan.name}/resets`, emit) };
}

function ratchetPlan(plan: RatchetPlan<Condition>, emit: Emit): RatchetPlan<RuleName> {
  const when = { ...plan.when, when: emit(`${plan.name}/when`, eventCondition(plan.when)) };
  return { ...plan, when };
}

function eventRule(
  event: EventRule<Condition> | null,
  name: RuleName,
  emit: Emit,
): EventRule<RuleName> | null {
  return event === null ? null : { ...event, when: emit(name, eventCondition(event)) };
}

function stepCondition(condition: StepPlan<Condition>["condition"]): RuleCondition {
  if (condition.kind === "event") return eventCondition(condition.event);
  const verdicts = condition.verdicts.map(verdictCondition);
  const steps = condition.steps.map(({ step, cured }) =>
    leaf(`step:${step}`, "strict:is", cured ? "cured" : "not_cured"),
  );
  const [first, ...rest] = [...verdicts, ...steps];
  if (first === undefined) throw new Error("INVARIANT: a step has a condition");
  return allOf([first, ...rest]);
}

/** `NAME is VERDICT` */
function verdictCondition({ name, operator, verdicts }: VerdictTest): RuleCondition {
  return trueOf({
    kind: "compare",
    left: { kind: "verdict", name },
    operator,
    right: verdicts.map((verdict) => ({ kind: "verdict", verdict })),
  });
}

/** The verdict itself, or how many it takes. */
function eventCondition({ what, count }: EventPlan): RuleCondition {
  switch (count.kind) {
    case "once":
      return leaf(`now:${what}`, "strict:is", true);
    case "row":
      return leaf(`run:${what}`, "strict:at_least", whole(count.length));
    case "times":
      return leaf(`times:${what}:${count.spans}:${count.span}`, "strict:at_least", whole(count.times));
  }
}
