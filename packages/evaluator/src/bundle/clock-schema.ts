/** Schema of calendars and clocks. Mirrors `clock-plan.ts`, every object closed. */
import * as z from "zod";
import type { CalendarPlan, ClockPlan, Length, Trigger } from "./clock-plan.ts";
import { condition, literal } from "./metric-schema.ts";
import { date, durationUnit, name, origin, positive, ratio, text, zone } from "./word-schema.ts";

const closed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("same"), days: z.array(date) }),
  z.strictObject({
    kind: z.literal("by_partner"),
    field: name,
    days: z.array(date),
    regions: z.array(z.strictObject({ value: text, days: z.array(date) })),
  }),
]);

const opening = z.strictObject({
  weekday: z.int().min(0).max(6),
  from: z.int().min(0).max(1439),
  to: z.int().min(1).max(2879),
});

/** When somebody is open. */
export const calendar = z
  .strictObject({
    name,
    label: text.nullable(),
    zone,
    open: z.array(opening).min(1),
    closed,
    cutOff: z.int().min(0).max(1439).nullable(),
    from: date,
    through: date,
    origin,
    holidayOrigin: z.strictObject({ library: text, version: text }).nullable(),
  })
  .meta({ id: "CalendarPlan" }) satisfies z.ZodType<CalendarPlan>;

/** A length of whole days or longer. */
export const civilLength = z.strictObject({
  kind: z.literal("civil"),
  count: positive,
  unit: z.enum(["day", "week", "month", "quarter", "year"]),
});

/** A length of time in deadlines. */
export const length = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("elapsed"),
      count: ratio,
      unit: durationUnit,
      micros: z.string().regex(/^[1-9][0-9]{0,17}$/),
    }),
    civilLength,
    z.strictObject({ kind: z.literal("business"), days: z.int().min(0) }),
  ])
  .meta({ id: "Length" }) satisfies z.ZodType<Length>;

const becomes = z.strictObject({
  kind: z.literal("becomes"),
  field: name,
  value: literal,
  last: z.boolean(),
});

const trigger = z
  .discriminatedUnion("kind", [z.strictObject({ kind: z.literal("at"), field: name }), becomes])
  .meta({ id: "Trigger" }) satisfies z.ZodType<Trigger>;

const due = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("at"), field: name }),
  z.strictObject({
    kind: z.literal("within"),
    rows: z.array(z.strictObject({ length, where: condition.nullable(), origin })).min(1),
    calendar: name.nullable(),
  }),
]);

/** What makes the cases of a clock, and when they are due. */
export const clock = z
  .strictObject({
    name,
    label: text.nullable(),
    on: name,
    by: name.nullable(),
    starts: trigger,
    stops: trigger,
    restarts: z.array(becomes),
    pauses: condition.nullable(),
    calendar: name.nullable(),
    dated: z.enum(["started_at", "due_at", "stopped_at"]),
    due: due.nullable(),
    unit: durationUnit,
    warnsAt: ratio.nullable(),
    origin,
  })
  .meta({ id: "ClockPlan" }) satisfies z.ZodType<ClockPlan>;
