/**
 * The shape of a bundle, as a zod schema.
 *
 * It says the same as the types in `plan.ts` and `rule.ts` (a test holds them equal) and is stricter where a type
 * cannot be: every object is closed, so a key that nobody reads is refused and not carried along; exact numbers are
 * canonical decimal text; names are names. From it comes the published JSON Schema. What a schema cannot see (that a
 * rule which a standard names exists, that a field is the dataset's) is in `references.ts`.
 */
import * as z from "zod";
import { calendar, clock } from "./clock-schema.ts";
import { escalation, money, points, ratchet, scorecard, tiers } from "./consequence-schema.ts";
import { attestation, duty, rampUp, report, touchpoint } from "./human-schema.ts";
import { exclusion, metric } from "./metric-schema.ts";
import type { AgreementPlan } from "./plan.ts";
import { type Bundle, type Rule, type RuleCondition, strictOperators } from "./rule.ts";
import { amendment, ruleName, standard } from "./standard-schema.ts";
import { dataset, partners } from "./table-schema.ts";
import { currency, date, name, origin, ratio, someText, text, zone } from "./word-schema.ts";

const agreement = z
  .strictObject({
    name,
    label: text,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    supersedes: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .nullable(),
    effective: z.strictObject({ from: date, until: date.nullable() }),
    owner: text.nullable(),
    timeZone: someText,
    businessDays: name.nullable(),
    currency: currency.nullable(),
    yearStarts: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
    rounding: z.int().min(0).max(18).nullable(),
    because: text.nullable(),
    origin,
  })
  .meta({ id: "AgreementPlan" }) satisfies z.ZodType<AgreementPlan>;

const scalar = z.union([ratio, z.string(), z.boolean()]);

const ruleCondition: z.ZodType<RuleCondition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(ruleCondition).min(1) }),
      z.strictObject({ any: z.array(ruleCondition).min(1) }),
      z.strictObject({ not: ruleCondition }),
      z.strictObject({
        fact: someText,
        operator: z.enum(strictOperators),
        value: z.union([ratio, z.string(), z.boolean(), z.array(scalar).min(1)]),
      }),
    ]),
  )
  .meta({ id: "RuleCondition" });

/** One decision, closed to everything that a rules engine would resolve, call or look up. */
export const ruleSchema = z
  .strictObject({
    name: ruleName,
    conditions: z.strictObject({ all: z.array(ruleCondition).min(1) }),
    event: z.strictObject({ type: ruleName }),
  })
  .meta({ id: "Rule" }) satisfies z.ZodType<Rule>;

/** The whole bundle. */
export const bundleSchema = z
  .strictObject({
    schema: z.literal("tenet.bundle/1"),
    fingerprint: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    agreement,
    zone,
    partners: partners.nullable(),
    datasets: z.array(dataset),
    calendars: z.array(calendar),
    clocks: z.array(clock),
    metrics: z.array(metric),
    exclusions: z.array(exclusion),
    amendments: z.array(amendment),
    standards: z.array(standard),
    rampUps: z.array(rampUp),
    attestations: z.array(attestation),
    duties: z.array(duty),
    credits: z.array(money),
    bonuses: z.array(money),
    points: z.array(points),
    escalations: z.array(escalation),
    ratchets: z.array(ratchet),
    scorecards: z.array(scorecard),
    tiers: z.array(tiers),
    touchpoints: z.array(touchpoint),
    reports: z.array(report),
    rules: z.array(ruleSchema),
  })
  .meta({ id: "Bundle" }) satisfies z.ZodType<Bundle>;
