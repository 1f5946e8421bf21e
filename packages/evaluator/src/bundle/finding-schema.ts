/** The shape of findings, as `judge/finding.ts` says it in types; part of the published schema of results. */
import * as z from "zod";
import { name, positive, text, verdictKind } from "./word-schema.ts";

const count = z.int().min(0);
const digits = z.string().regex(/^(0|-?[1-9][0-9]*)$/);
const day = z.iso.date();
/** UTC, with a fraction only where it is not a whole second. */
const instant = z.iso.datetime();
const place = z.strictObject({ file: text, line: positive });
const side = z.enum(["partner", "brand"]);

/** A party of a verdict or finding. */
export const party = z.strictObject({ kind: side, key: text }).meta({ id: "Party" });

/** A period of a verdict or finding. */
export const period = z
  .strictObject({ label: text, start: instant, end: instant, firstDay: day, lastDay: day })
  .meta({ id: "Period" });

/** A value: exact, in words, and rounded where the agreement rounds. */
export const metricValue = z
  .strictObject({
    numerator: digits.nullable(),
    denominator: digits.nullable(),
    text,
    rounded: z.strictObject({ numerator: digits, denominator: digits, text }).exactOptional(),
  })
  .meta({ id: "MetricValue" });

const exact = z.strictObject({ numerator: digits, denominator: digits }).meta({ id: "Exact" });
const money = z.strictObject({ amount: text, currency: text }).meta({ id: "MoneyAmount" });

const line = z
  .strictObject({
    what: z.enum([
      "miss",
      "forgiven",
      "gives",
      "pool",
      "cap",
      "rounding",
      "ignored",
      "band",
      "doubled",
      "limit",
      "average",
      "weight",
    ]),
    of: name.nullable(),
    period: text.nullable(),
    factors: z.array(exact),
    amount: exact,
    rows: count.nullable(),
    text,
    origin: place,
  })
  .meta({ id: "FindingLine" });

function findingOf<Kind extends string, Value extends z.ZodType, Details extends z.ZodType>(
  kind: Kind,
  value: Value,
  details: Details,
) {
  return z.strictObject({
    kind: z.literal(kind),
    name,
    label: text.nullable(),
    party,
    period,
    version: text,
    value: value.nullable(),
    exact: exact.nullable(),
    provisional: z.boolean(),
    lines: z.array(line),
    details,
    reasons: z.array(text),
    origin: place,
  });
}

/** What a consequence found. */
export const finding = z
  .discriminatedUnion("kind", [
    findingOf(
      "credit",
      money,
      z.strictObject({
        atRisk: money.nullable(),
        forgiven: count,
        missing: count,
        suppressedBy: name.nullable(),
        earnedBack: money.nullable(),
        owedBy: side,
      }),
    ),
    findingOf(
      "bonus",
      money,
      z.strictObject({ missing: count, suppressedBy: name.nullable(), owedBy: z.literal("brand") }),
    ),
    findingOf("points", text, z.strictObject({ band: count.nullable(), doubled: z.boolean(), total: text })),
    findingOf(
      "escalation",
      name,
      z.strictObject({
        found: z.array(
          z.strictObject({
            step: name,
            label: text.nullable(),
            on: day,
            cureUntil: day.nullable(),
            noticeUntil: day.nullable(),
          }),
        ),
        cured: z.array(name),
        holding: z.array(name),
        reset: z.boolean(),
      }),
    ),
    findingOf(
      "ratchet",
      text,
      z.strictObject({
        limit: metricValue.nullable(),
        average: metricValue.nullable(),
        capped: z.boolean(),
        begins: z.boolean(),
      }),
    ),
    findingOf(
      "scorecard",
      text,
      z.strictObject({
        rounded: z.strictObject({ numerator: digits, denominator: digits, text }).nullable(),
      }),
    ),
    findingOf(
      "tiers",
      name,
      z.strictObject({
        read: z.array(
          z.strictObject({
            name,
            verdict: verdictKind.nullable(),
            value: metricValue.nullable(),
            period: text.nullable(),
          }),
        ),
      }),
    ),
  ])
  .meta({ id: "Finding" });
