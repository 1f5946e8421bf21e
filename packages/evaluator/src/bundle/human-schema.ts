/** Schema of human facts, ramp-ups, touchpoints and reports. Mirrors `human-plan.ts`, every object closed. */
import * as z from "zod";
import { civilLength, length } from "./clock-schema.ts";
import type { RuleName } from "./consequence-plan.ts";
import {
  type AttestationPlan,
  type DuePlan,
  type DutyPlan,
  type RampUpPlan,
  type ReportPlan,
  reportParts,
  type TouchpointPlan,
} from "./human-plan.ts";
import { population } from "./metric-schema.ts";
import { ruleName } from "./standard-schema.ts";
import { calendarUnit, date, instant, name, origin, party, positive, someText, text } from "./word-schema.ts";

/** A time in which a partner is new. */
export const rampUp = z
  .strictObject({
    name,
    label: text.nullable(),
    scope: ruleName.nullable(),
    since: name,
    runs: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("lasts"), length: civilLength }),
      z.strictObject({ kind: z.literal("until"), rows: positive, population }),
    ]),
    suspends: z.array(name).nullable(),
    origin,
  })
  .meta({ id: "RampUpPlan" }) satisfies z.ZodType<RampUpPlan<RuleName>>;

const after = z.strictObject({
  kind: z.literal("after"),
  length,
  span: calendarUnit,
  calendar: name.nullable(),
});

const due = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("at"), instant, date }),
    z.strictObject({ kind: z.literal("on"), date }),
    z.strictObject({ kind: z.literal("of"), length, field: name, calendar: name.nullable() }),
    after,
  ])
  .meta({ id: "DuePlan" }) satisfies z.ZodType<DuePlan>;

/** A fact that somebody states and proves. */
export const attestation = z
  .strictObject({
    name,
    label: text,
    party,
    evidence: someText.nullable(),
    recorded: population,
    valid: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("length"), length: civilLength }),
        z.strictObject({ kind: z.literal("until"), field: name }),
        z.strictObject({ kind: z.literal("dataset") }),
      ])
      .nullable(),
    due: due.nullable(),
    origin,
  })
  .meta({ id: "AttestationPlan" }) satisfies z.ZodType<AttestationPlan>;

/** Something to be delivered. */
export const duty = z
  .strictObject({
    name,
    label: text.nullable(),
    party,
    delivers: text.nullable(),
    recorded: population,
    due,
    when: z.strictObject({ decision: ruleName, verdicts: z.array(name), metrics: z.array(name) }).nullable(),
    missedCounts: name.nullable(),
    origin,
  })
  .meta({ id: "DutyPlan" }) satisfies z.ZodType<DutyPlan<RuleName>>;

/** Where customers meet the brand. */
export const touchpoint = z
  .strictObject({
    name,
    label: text.nullable(),
    stage: someText.nullable(),
    channel: someText.nullable(),
    runBy: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("brand") }),
      z.strictObject({ kind: z.literal("partners"), where: ruleName.nullable() }),
    ]),
    origin,
  })
  .meta({ id: "TouchpointPlan" }) satisfies z.ZodType<TouchpointPlan<RuleName>>;

/** An edition for one of the two sides. */
export const report = z
  .strictObject({
    name,
    label: text.nullable(),
    edition: party,
    due: after.nullable(),
    shows: z.array(z.enum(reportParts)),
    peersAtLeast: positive.nullable(),
    groupsUnder: positive.nullable(),
    hidesPersonal: z.boolean(),
    origin,
  })
  .meta({ id: "ReportPlan" }) satisfies z.ZodType<ReportPlan>;
