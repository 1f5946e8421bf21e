/**
 * Schema of what is measured: conditions, populations, metrics, exclusions. Mirrors `metric-plan.ts`, `condition-plan.ts`
 * and the exclusions of `standard-plan.ts`, every object closed.
 */
import * as z from "zod";
import type { Condition, Literal, Operand, Population } from "./condition-plan.ts";
import type { MetricForm, MetricPlan, MetricUnit } from "./metric-plan.ts";
import type { ExclusionPlan } from "./standard-plan.ts";
import {
  calendarUnit,
  currency,
  date,
  decimals,
  durationUnit,
  instant,
  lookupUnit,
  name,
  origin,
  positive,
  ratio,
  spanUnit,
  text,
  verdictKind,
} from "./word-schema.ts";

const operand = z
  .strictObject({ kind: z.enum(["field", "date_of", "partner", "metric", "verdict", "score"]), name })
  .meta({ id: "Operand" }) satisfies z.ZodType<Operand>;

/** The right side of a comparison. */
export const literal = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("number"), value: ratio }),
    z.strictObject({ kind: z.literal("text"), text }),
    z.strictObject({ kind: z.literal("yes_no"), value: z.boolean() }),
    z.strictObject({ kind: z.literal("member"), name }),
    z.strictObject({ kind: z.literal("date"), date }),
    z.strictObject({ kind: z.literal("instant"), instant }),
    z.strictObject({ kind: z.literal("verdict"), verdict: verdictKind }),
    z.strictObject({ kind: z.literal("field"), name, civil: z.boolean() }),
  ])
  .meta({ id: "Literal" }) satisfies z.ZodType<Literal>;

const comparisonOperator = z.enum([
  "is",
  "is_not",
  "at_least",
  "at_most",
  "more_than",
  "less_than",
  "between",
  "is_one_of",
  "is_given",
  "is_not_given",
  "contains",
  "matches",
]);

const within = z.strictObject({ count: positive, unit: lookupUnit, after: name });

/** A three-valued condition. The recursion is bounded: depth was measured before. */
export const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.enum(["and", "or"]), of: z.array(condition).min(1) }),
      z.strictObject({ kind: z.literal("not"), of: condition }),
      z.strictObject({
        kind: z.literal("compare"),
        left: operand,
        operator: comparisonOperator,
        right: z.array(literal),
      }),
      z.strictObject({
        kind: z.literal("has"),
        dataset: name,
        key: name,
        within: within.nullable(),
        where: condition.nullable(),
      }),
    ]),
  )
  .meta({ id: "Condition" });

/** Rows of a dataset that meet a condition. */
export const population = z
  .strictObject({ dataset: name, where: condition.nullable() })
  .meta({ id: "Population" }) satisfies z.ZodType<Population>;

/** What a value is counted in. */
export const unit = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("percent") }),
    z.strictObject({ kind: z.literal("count") }),
    z.strictObject({ kind: z.literal("number") }),
    z.strictObject({ kind: z.literal("duration"), unit: durationUnit }),
    z.strictObject({ kind: z.literal("money"), currency, decimals }),
    z.strictObject({ kind: z.literal("member"), members: z.array(name).min(1) }),
    z.strictObject({ kind: z.literal("yes_no") }),
    z.strictObject({ kind: z.literal("text") }),
  ])
  .meta({ id: "MetricUnit" }) satisfies z.ZodType<MetricUnit>;

const range = z.tuple([ratio, ratio]);

const form = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("share"), numerator: population, denominator: population }),
    z.strictObject({ kind: z.literal("count"), population }),
    z.strictObject({ kind: z.literal("distinct"), field: name, population }),
    z.strictObject({
      kind: z.enum(["average", "sum", "median", "lowest", "highest", "latest"]),
      field: name,
      population,
    }),
    z.strictObject({ kind: z.literal("percentile"), percent: ratio, field: name, population }),
    z.strictObject({
      kind: z.literal("net_score"),
      field: name,
      population,
      promoters: range,
      detractors: range,
    }),
    z.strictObject({
      kind: z.literal("rate"),
      numerator: population,
      per: z.string().regex(/^[1-9][0-9]{0,14}$/),
      denominator: population,
    }),
    z.strictObject({ kind: z.literal("ratio"), numerator: name, denominator: name }),
    z.strictObject({ kind: z.literal("period_mean"), metric: name, span: calendarUnit }),
    z.strictObject({ kind: z.literal("time_outside"), clock: name }),
  ])
  .meta({ id: "MetricForm" }) satisfies z.ZodType<MetricForm>;

/** A metric: its form, unit and optional sentences. */
export const metric = z
  .strictObject({
    name,
    label: text.nullable(),
    form,
    unit,
    dated: name.nullable(),
    final: z.strictObject({ count: positive, unit: spanUnit }).nullable(),
    countsAtMost: z.strictObject({ rows: positive, per: name }).nullable(),
    better: z.enum(["higher", "lower"]).nullable(),
    origin,
  })
  .meta({ id: "MetricPlan" }) satisfies z.ZodType<MetricPlan>;

/** Rows that do not count, and why. */
export const exclusion = z
  .strictObject({
    name,
    label: text.nullable(),
    removes: population,
    affected: z.strictObject({ partners: positive, by: name.nullable() }).nullable(),
    evidence: text.nullable(),
    recorded: population.nullable(),
    because: text.nullable(),
    origin,
  })
  .meta({ id: "ExclusionPlan" }) satisfies z.ZodType<ExclusionPlan>;
