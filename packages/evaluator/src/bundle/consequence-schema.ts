/** Schema of consequences. Mirrors `consequence-plan.ts`, every object closed. */
import * as z from "zod";
import { length } from "./clock-schema.ts";
import type {
  Amount,
  EscalationPlan,
  EventPlan,
  EventRule,
  GivesPlan,
  MoneyPlan,
  PointsPlan,
  RatchetPlan,
  RuleName,
  ScorecardPlan,
  StepPlan,
  TiersPlan,
  UnlessPlan,
} from "./consequence-plan.ts";
import { condition, unit } from "./metric-schema.ts";
import { assessment, ruleName } from "./standard-schema.ts";
import {
  calendarUnit,
  currency,
  decimals,
  durationUnit,
  name,
  origin,
  party,
  positive,
  ratio,
  text,
  verdictKind,
} from "./word-schema.ts";

const eventParts = {
  what: z.enum(["met", "missed", "exceeded"]),
  count: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("once") }),
    z.strictObject({ kind: z.literal("times"), times: positive, span: calendarUnit, spans: positive }),
    z.strictObject({ kind: z.literal("row"), length: positive }),
  ]),
};
const event = z.strictObject(eventParts).meta({ id: "EventPlan" }) satisfies z.ZodType<EventPlan>;
const eventRule = z
  .strictObject({ ...eventParts, when: ruleName.nullable() })
  .meta({ id: "EventRule" }) satisfies z.ZodType<EventRule<RuleName>>;

const base = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("row"), field: name }),
  z.strictObject({ kind: z.literal("partner"), field: name }),
  z.strictObject({ kind: z.literal("metric"), name }),
]);

const amount = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("money"), value: ratio }),
    z.strictObject({ kind: z.literal("percent"), percent: ratio, of: base }),
  ])
  .meta({ id: "Amount" }) satisfies z.ZodType<Amount>;

const verdictTestParts = {
  name,
  operator: z.enum(["is", "is_not", "is_one_of"]),
  verdicts: z.array(verdictKind).min(1).max(6),
};
const verdictTest = z.strictObject(verdictTestParts).meta({ id: "VerdictTest" });
const unless = z
  .strictObject({ ...verdictTestParts, when: ruleName.nullable(), origin })
  .meta({ id: "UnlessPlan" }) satisfies z.ZodType<UnlessPlan<RuleName>>;

const gives = z
  .strictObject({
    amount,
    times: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("once") }),
      z.strictObject({ kind: z.literal("points_below") }),
      z.strictObject({
        kind: z.literal("started"),
        unit: durationUnit,
        field: name,
        dataset: name,
        openingDays: z.boolean(),
      }),
    ]),
    where: condition.nullable(),
    verdicts: z.array(verdictTest),
    when: ruleName.nullable(),
    metrics: z.array(name),
    origin,
  })
  .meta({ id: "GivesPlan" }) satisfies z.ZodType<GivesPlan<RuleName>>;

/** A credit or a bonus. */
export const money = z
  .strictObject({
    kind: z.enum(["credit", "bonus"]),
    name,
    label: text.nullable(),
    party,
    owedBy: party,
    currency,
    decimals,
    span: calendarUnit,
    on: name.nullable(),
    rows: name.nullable(),
    pool: z
      .strictObject({
        atRisk: amount,
        weights: z.array(z.strictObject({ name, percent: ratio, origin })).min(1),
        origin,
      })
      .nullable(),
    gives: z.array(gives),
    forgives: z.strictObject({ misses: positive, span: calendarUnit, origin }).nullable(),
    caps: z.array(z.strictObject({ amount, span: calendarUnit, origin })),
    unless: z.array(unless),
    ignores: ratio.nullable(),
    earnsBack: eventRule.nullable(),
    excluding: z.array(name),
    additionalTo: name.nullable(),
    because: text.nullable(),
    origin,
  })
  .meta({ id: "MoneyPlan" }) satisfies z.ZodType<MoneyPlan<RuleName>>;

/** Penalty points. */
export const points = z
  .strictObject({
    name,
    label: text.nullable(),
    party,
    on: name,
    bands: z.array(z.strictObject({ points: ratio, when: ruleName.nullable(), origin })).min(1),
    doubled: eventRule.nullable(),
    origin,
  })
  .meta({ id: "PointsPlan" }) satisfies z.ZodType<PointsPlan<RuleName>>;

const step = z
  .strictObject({
    name,
    label: text.nullable(),
    condition: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("event"), event }),
      z.strictObject({
        kind: z.literal("all"),
        verdicts: z.array(verdictTest),
        steps: z.array(z.strictObject({ step: name, cured: z.boolean() })),
      }),
    ]),
    when: ruleName.nullable(),
    cure: length.nullable(),
    notice: length.nullable(),
    origin,
  })
  .meta({ id: "StepPlan" }) satisfies z.ZodType<StepPlan<RuleName>>;

/** Steps that follow when verdicts repeat. */
export const escalation = z
  .strictObject({
    name,
    label: text.nullable(),
    party,
    on: name.nullable(),
    line: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("verdicts"), of: name }),
      z.strictObject({ kind: z.literal("months") }),
    ]),
    steps: z.array(step).min(1),
    resets: eventRule.nullable(),
    origin,
  })
  .meta({ id: "EscalationPlan" }) satisfies z.ZodType<EscalationPlan<RuleName>>;

/** A limit that proposes to rise. */
export const ratchet = z
  .strictObject({
    name,
    label: text.nullable(),
    party,
    on: name,
    metric: name,
    unit,
    raises: z.enum(["higher", "lower"]),
    when: eventRule,
    cappedAt: ratio.nullable(),
    origin,
  })
  .meta({ id: "RatchetPlan" }) satisfies z.ZodType<RatchetPlan<RuleName>>;

/** A weighted score. */
export const scorecard = z
  .strictObject({
    name,
    label: text.nullable(),
    party,
    weights: z.array(z.strictObject({ metric: name, percent: ratio, from: ratio, to: ratio, origin })).min(1),
    window: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("calendar"), span: calendarUnit }),
      z.strictObject({ kind: z.literal("rolling"), count: positive, unit: calendarUnit, whole: z.boolean() }),
    ]),
    assessed: assessment.nullable(),
    origin,
  })
  .meta({ id: "ScorecardPlan" }) satisfies z.ZodType<ScorecardPlan>;

/** Levels that parties reach. */
export const tiers = z
  .strictObject({
    name,
    label: text.nullable(),
    party,
    assessed: assessment,
    levels: z
      .array(z.strictObject({ name, label: text.nullable(), when: ruleName.nullable(), origin }))
      .min(1),
    verdicts: z.array(name),
    scores: z.array(name),
    metrics: z.array(name),
    origin,
  })
  .meta({ id: "TiersPlan" }) satisfies z.ZodType<TiersPlan<RuleName>>;
