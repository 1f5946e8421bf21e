/** Mistakes with consequences, peers, ramp-ups, confidence, attestations and duties, planted like those of `planted.ts`. */
import type { EventPlan, Length, LimitComparison } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import { limits, standards } from "./changes.ts";
import { inModel, type Mistake } from "./plant.ts";

type Kind = "credits" | "bonuses" | "points" | "escalations" | "ratchets" | "scorecards" | "tiers";

/** Changes every declaration of a kind. */
const each = <K extends Kind>(
  model: Model,
  kind: K,
  change: (plan: Model[K][number]) => Model[K][number],
): Model => ({ ...model, [kind]: model[kind].map(change) });

const money = (model: Model, change: (plan: Model["credits"][number]) => Model["credits"][number]): Model =>
  each(each(model, "credits", change), "bonuses", change);

/** Changes every event that something counts. */
function events(model: Model, change: <E extends EventPlan>(event: E) => E): Model {
  const maybe = <E extends EventPlan>(event: E | null): E | null => event && change(event);
  const paid = money(model, (plan) => ({ ...plan, earnsBack: maybe(plan.earnsBack) }));
  const pointed = each(paid, "points", (plan) => ({ ...plan, doubled: maybe(plan.doubled) }));
  return each(pointed, "escalations", (plan) => ({
    ...plan,
    resets: maybe(plan.resets),
    steps: plan.steps.map((step) =>
      step.condition.kind === "event"
        ? { ...step, condition: { ...step.condition, event: change(step.condition.event) } }
        : step,
    ),
  }));
}

const counts = (model: Model, change: (count: EventPlan["count"]) => EventPlan["count"]): Model =>
  events(model, (event) => ({ ...event, count: change(event.count) }));

/** Changes every length within which a step may be cured. */
const cures = (model: Model, change: (length: Length) => Length | null): Model =>
  each(model, "escalations", (plan) => ({
    ...plan,
    steps: plan.steps.map((step) => ({ ...step, cure: step.cure && change(step.cure) })),
  }));

const comparisons = (model: Model, change: (comparison: LimitComparison) => LimitComparison): Model =>
  limits(model, (limit) => ({
    ...limit,
    rows: limit.rows.map((row) => ({ ...row, comparison: change(row.comparison) })),
  }));

const longer = (length: Length): Length => {
  if (length.kind === "civil") return { ...length, count: length.count + 1 };
  return length.kind === "business" ? { ...length, days: length.days + 1 } : length;
};

export const consequenceMistakes: readonly Mistake[] = [
  inModel("nothing is forgiven", (model) => money(model, (plan) => ({ ...plan, forgives: null }))),
  inModel("one miss too many is forgiven", (model) =>
    money(model, (plan) => ({
      ...plan,
      forgives: plan.forgives && { ...plan.forgives, misses: plan.forgives.misses + 1 },
    })),
  ),
  inModel("caps are forgotten", (model) => money(model, (plan) => ({ ...plan, caps: [] }))),
  inModel("a cap forgets the periods before", (model) =>
    money(model, (plan) => ({ ...plan, caps: plan.caps.map((one) => ({ ...one, span: plan.span })) })),
  ),
  inModel("small amounts are paid", (model) => money(model, (plan) => ({ ...plan, ignores: null }))),
  inModel("unless is forgotten", (model) => money(model, (plan) => ({ ...plan, unless: [] }))),
  inModel("nothing is earned back", (model) => money(model, (plan) => ({ ...plan, earnsBack: null }))),
  inModel("rows paid for are not excluded", (model) => money(model, (plan) => ({ ...plan, excluding: [] }))),
  inModel("bands are read from the last", (model) =>
    money(model, (plan) => ({ ...plan, gives: [...plan.gives].reverse() })),
  ),
  inModel("rows are paid whatever the verdict", (model) =>
    money(model, (plan) => ({ ...plan, gives: plan.gives.map((one) => ({ ...one, verdicts: [] })) })),
  ),
  inModel("opening days are days of 24 hours", (model) =>
    money(model, (plan) => ({
      ...plan,
      gives: plan.gives.map((one) =>
        one.times.kind === "started" ? { ...one, times: { ...one.times, openingDays: false } } : one,
      ),
    })),
  ),
  inModel("amounts are rounded to whole units", (model) =>
    money(model, (plan) => ({ ...plan, decimals: 0 })),
  ),
  inModel("points are never doubled", (model) =>
    each(model, "points", (plan) => ({ ...plan, doubled: null })),
  ),
  inModel("a row is one verdict longer", (model) =>
    counts(model, (count) => (count.kind === "row" ? { ...count, length: count.length + 1 } : count)),
  ),
  inModel("one time fewer is enough", (model) =>
    counts(model, (count) =>
      count.kind === "times" ? { ...count, times: Math.max(1, count.times - 1) } : count,
    ),
  ),
  inModel("times are counted without end", (model) =>
    counts(model, (count) => (count.kind === "times" ? { ...count, spans: count.spans + 20 } : count)),
  ),
  inModel("exceeded is met", (model) =>
    events(model, (event) => (event.what === "exceeded" ? { ...event, what: "met" } : event)),
  ),
  inModel("steps are never reset", (model) =>
    each(model, "escalations", (plan) => ({ ...plan, resets: null })),
  ),
  inModel("steps are never cured", (model) => cures(model, () => null)),
  inModel("a cure may take a day, or a unit, longer", (model) => cures(model, longer)),
  inModel("a ratchet waits for one verdict more", (model) =>
    each(model, "ratchets", (plan) => ({
      ...plan,
      when:
        plan.when.count.kind === "row"
          ? { ...plan.when, count: { ...plan.when.count, length: plan.when.count.length + 1 } }
          : plan.when,
    })),
  ),
  inModel("a score runs the other way", (model) =>
    each(model, "scorecards", (plan) => ({
      ...plan,
      weights: plan.weights.map((one) => ({ ...one, from: one.to, to: one.from })),
    })),
  ),
  inModel("levels are read from the last but one", (model) =>
    each(model, "tiers", ({ levels, ...plan }) => ({
      ...plan,
      levels: [...levels.slice(0, -1).reverse(), ...levels.slice(-1)],
    })),
  ),
  inModel("ramp-ups are forgotten", (model) => ({ ...model, rampUps: [] })),
  inModel("ramp-ups excuse where they suspend", (model) => ({
    ...model,
    rampUps: model.rampUps.map((one) => ({ ...one, suspends: null })),
  })),
  inModel("a ramp-up is a unit longer", (model) => ({
    ...model,
    rampUps: model.rampUps.map((one) =>
      one.runs.kind === "lasts"
        ? {
            ...one,
            runs: { ...one.runs, length: { ...one.runs.length, count: one.runs.length.count + 1 } },
          }
        : { ...one, runs: { ...one.runs, rows: one.runs.rows + 1 } },
    ),
  })),
  inModel("partner years are calendar years", (model) =>
    standards(model, (one) => ({
      ...one,
      measured: one.measured.map(({ window, when }) => ({
        window: window.kind === "partner_year" ? { kind: "calendar", span: "year" } : window,
        when,
      })),
    })),
  ),
  inModel("peers of other kinds count, too", (model) =>
    comparisons(model, (comparison) => ("by" in comparison ? { ...comparison, by: null } : comparison)),
  ),
  inModel("confidence is forgotten", (model) => standards(model, (one) => ({ ...one, confidence: null }))),
  inModel("confidence is lower", (model) =>
    standards(model, (one) => ({
      ...one,
      confidence: one.confidence && { ...one.confidence, percent: 80 },
    })),
  ),
  inModel("a record is valid for ever", (model) => ({
    ...model,
    attestations: model.attestations.map((one) => ({ ...one, valid: null })),
  })),
  inModel("an attestation is due always", (model) => ({
    ...model,
    attestations: model.attestations.map((one) => ({ ...one, due: null })),
  })),
  inModel("a duty is owed whatever it asks", (model) => ({
    ...model,
    duties: model.duties.map((one) => ({ ...one, when: null })),
  })),
  inModel("a duty that is missed stays without effect", (model) => ({
    ...model,
    duties: model.duties.map((one) => ({ ...one, missedCounts: null })),
  })),
  inModel("a deadline is a day, or a unit, later", (model) => ({
    ...model,
    duties: model.duties.map((one) => ({
      ...one,
      due: "length" in one.due ? { ...one.due, length: longer(one.due.length) } : one.due,
    })),
  })),
  inModel("records are taken whatever they are", (model) => ({
    ...model,
    duties: model.duties.map((one) => ({ ...one, recorded: { ...one.recorded, where: null } })),
  })),
];
