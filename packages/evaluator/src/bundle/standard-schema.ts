/**
 * Schema of what is owed: standards, their limits and windows, amendments. Mirrors `standard-plan.ts`, every object
 * closed.
 */
import * as z from "zod";
import { literal, population } from "./metric-schema.ts";
import type { AmendmentPlan, Assessment, LimitPlan, StandardPlan, Window } from "./standard-plan.ts";
import {
  calendarUnit,
  date,
  name,
  origin,
  party,
  positive,
  ratio,
  text,
  verdictKind,
} from "./word-schema.ts";

/**
 * A rule's name: the standard, then what the rule decides. The slash keeps it apart from the words that a rules
 * engine emits of its own accord (`success`, `error`).
 */
export const ruleName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z0-9_. ]+)+$/)
  .meta({ id: "RuleName" });

const window = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("calendar"), span: calendarUnit }),
    z.strictObject({ kind: z.literal("rolling"), count: positive, unit: calendarUnit, whole: z.boolean() }),
    z.strictObject({ kind: z.literal("partner_year"), from: name }),
    z.strictObject({ kind: z.literal("latest"), count: positive, population }),
  ])
  .meta({ id: "Window" }) satisfies z.ZodType<Window>;

/** The days on which something is judged. */
export const assessment = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("end_of"), span: calendarUnit }),
  z.strictObject({ kind: z.enum(["on_day", "on_business_day"]), day: positive, span: calendarUnit }),
]) satisfies z.ZodType<Assessment>;

const comparison = z.discriminatedUnion("operator", [
  z.strictObject({
    operator: z.enum(["is", "is_not", "at_least", "at_most", "more_than", "less_than", "between"]),
    values: z.array(literal).min(1).max(2),
    words: text,
    text,
  }),
  z.strictObject({
    operator: z.enum(["at_least_peers", "at_most_peers", "in_best"]),
    by: name.nullable(),
    best: ratio.nullable(),
    words: text,
    text,
  }),
]);

const limit = z
  .strictObject({
    metric: name,
    group: name.nullable(),
    rows: z
      .array(
        z.strictObject({
          comparison,
          applies: ruleName.nullable(),
          met: ruleName,
          missed: ruleName,
          amendment: name.nullable(),
          origin,
        }),
      )
      .min(1),
    tolerates: z.strictObject({ metric: name, fewerThan: positive, origin }).nullable(),
  })
  .meta({ id: "LimitPlan" }) satisfies z.ZodType<LimitPlan>;

const needs = z.strictObject({
  counts: z.strictObject({ kind: z.enum(["dataset", "metric"]), name }),
  rows: z
    .array(
      z.strictObject({
        applies: ruleName.nullable(),
        enough: ruleName,
        atLeast: z.int().min(0),
      }),
    )
    .min(1),
  otherwise: verdictKind,
  origin,
});

/** A standard: whom it binds, what it requires, over which stretch of rows. */
export const standard = z
  .strictObject({
    name,
    label: text,
    party,
    owes: party,
    covers: z.array(name),
    scope: z.array(ruleName),
    gates: z.array(ruleName),
    gateMetrics: z.array(name),
    requires: z.array(z.strictObject({ alternatives: z.array(limit).min(1), origin })).min(1),
    warnings: z.array(z.strictObject({ rule: ruleName, text, origin })),
    warningMetrics: z.array(name),
    measured: z.array(z.strictObject({ window, when: ruleName.nullable(), metrics: z.array(name) })).min(1),
    assessed: assessment.nullable(),
    needs: needs.nullable(),
    excluding: z.array(name),
    missingData: verdictKind.nullable(),
    confidence: z
      .strictObject({
        percent: z.literal([80, 90, 95, 99]),
        otherwise: verdictKind,
        origin,
      })
      .nullable(),
    because: text.nullable(),
    origin,
  })
  .meta({ id: "StandardPlan" }) satisfies z.ZodType<StandardPlan>;

/** A dated exception for one partner. */
export const amendment = z
  .strictObject({
    name,
    label: text.nullable(),
    standard: name,
    partner: text,
    from: date,
    until: date,
    metric: name,
    because: text,
    origin,
  })
  .meta({ id: "AmendmentPlan" }) satisfies z.ZodType<AmendmentPlan>;
