/** Schema of what describes files: fields, datasets, partners. Mirrors `table-plan.ts`, every object closed. */
import * as z from "zod";
import type { DatasetPlan, FieldPlan, FieldType, PartnersPlan } from "./table-plan.ts";
import { currency, decimals, durationUnit, name, origin, ratio, someText, text } from "./word-schema.ts";

const numberForm = z.strictObject({
  group: z.string().length(1).nullable(),
  decimal: z.string().length(1).nullable(),
});

const fieldType = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("text") }),
    z.strictObject({
      kind: z.literal("yes_no"),
      yes: z.array(someText).min(1),
      no: z.array(someText).min(1),
    }),
    z.strictObject({
      kind: z.literal("number"),
      decimals: decimals.nullable(),
      from: ratio.nullable(),
      to: ratio.nullable(),
      written: numberForm.nullable(),
    }),
    z.strictObject({ kind: z.literal("date"), written: someText.nullable() }),
    z.strictObject({ kind: z.literal("timestamp"), written: someText.nullable() }),
    z.strictObject({ kind: z.literal("duration"), unit: durationUnit, written: someText.nullable() }),
    z.strictObject({ kind: z.literal("money"), currency, decimals }),
    z.strictObject({
      kind: z.literal("one_of"),
      members: z.array(z.strictObject({ name, written: text })).min(1),
    }),
    z.strictObject({ kind: z.literal("total"), of: z.array(name).min(1), decimals: decimals.nullable() }),
    z.strictObject({ kind: z.literal("days"), from: name, to: name, calendar: name.nullable() }),
  ])
  .meta({ id: "FieldType" }) satisfies z.ZodType<FieldType>;

const field = z
  .strictObject({
    name,
    type: fieldType,
    optional: z.boolean(),
    personal: z.boolean(),
    columns: z.array(text).max(3),
    origin,
  })
  .meta({ id: "FieldPlan" }) satisfies z.ZodType<FieldPlan>;

const via = z.strictObject({ kind: z.literal("via"), field: name, dataset: name, key: name });

/** A dataset: its file, its fields and how to read them. */
export const dataset = z
  .strictObject({
    name,
    label: text.nullable(),
    source: text,
    key: name.nullable(),
    partner: z
      .discriminatedUnion("kind", [z.strictObject({ kind: z.literal("field"), field: name }), via])
      .nullable(),
    dated: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("field"), field: name, then: name.nullable() }),
        via,
      ])
      .nullable(),
    missing: z.array(text),
    duplicatesOnce: z.boolean(),
    valid: z.strictObject({ from: name, until: name }).nullable(),
    keepsLatest: z.strictObject({ per: name, by: name, then: name.nullable() }).nullable(),
    fields: z.array(field).min(1),
    origin,
  })
  .meta({ id: "DatasetPlan" }) satisfies z.ZodType<DatasetPlan>;

/** The partners' own table. */
export const partners = z
  .strictObject({
    source: text,
    key: name,
    active: z.strictObject({ from: name, until: name.nullable() }).nullable(),
    fields: z.array(field).min(1),
    origin,
  })
  .meta({ id: "PartnersPlan" }) satisfies z.ZodType<PartnersPlan>;
