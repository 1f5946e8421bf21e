/** The smallest parts of a bundle's schema: names, exact numbers, dates, places. */
import * as z from "zod";
import type { Origin, Ratio, ZoneTable } from "./plan.ts";

/** Seconds; no zone is a day away from UTC. */
const DAY = 86_400;

/** A declared name. */
export const name = z
  .string()

  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
  .meta({ id: "Name" });

/** Text for people, or from the agreement; may be empty. */
export const text = z.string();

/** Text that says something. */
export const someText = z.string().min(1);

/** A count of things, at least one. */
export const positive = z.int().min(1);

/** Digits after the point that a value is held with. */
export const decimals = z.int().min(0).max(18);

/** Three capitals. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** A civil date, `YYYY-MM-DD`. */
export const date = z.iso.date().meta({ id: "Date" });

/** A UTC instant to the second, `YYYY-MM-DDTHH:mm:ssZ`. */
export const instant = z.iso.datetime({ precision: 0 }).meta({ id: "Instant" });

/** An exact number. The digits are bounded: judging holds 38 of them. */
export const ratio = z
  .strictObject({
    numerator: z.string().regex(/^(0|-?[1-9][0-9]{0,37})$/),
    denominator: z.string().regex(/^[1-9][0-9]{0,37}$/),
  })
  .meta({ id: "Ratio" }) satisfies z.ZodType<Ratio>;

/** Offsets of one zone. */
export const zone = z
  .strictObject({
    zone: someText,
    from: z.array(z.int()).min(1),
    offset: z.array(z.int().gt(-DAY).lt(DAY)).min(1),
    through: date,
    origin: z.strictObject({ library: text, version: text }),
  })
  .meta({ id: "ZoneTable" }) satisfies z.ZodType<ZoneTable>;

/** Where a sentence stands. */
export const origin = z
  .strictObject({
    file: text,
    line: positive,
    text,
    sentences: z.array(z.strictObject({ line: positive, text })).optional(),
  })
  .meta({ id: "Origin" }) satisfies z.ZodType<Origin>;

/** One of the two sides of an agreement. */
export const party = z.enum(["partner", "brand"]);

export const durationUnit = z.enum(["second", "minute", "hour", "day", "week"]);
export const calendarUnit = z.enum(["day", "week", "month", "quarter", "half_year", "year"]);
export const spanUnit = z.enum(["second", "minute", "hour", "day", "week", "month", "quarter", "year"]);
export const lookupUnit = z.enum([...spanUnit.options, "business_day"]);
export const verdictKind = z
  .enum(["met", "missed", "not_enough_data", "not_applicable", "excused", "pending"])
  .meta({ id: "VerdictKind" });
