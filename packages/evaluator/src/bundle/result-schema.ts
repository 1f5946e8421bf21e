/**
 * The shape of a result, as a zod schema, from which the published JSON Schema is made.
 *
 * Others build on the JSON that judging prints. This says the same as the types of `judge/result.ts` (a test holds
 * the two equal); it is never used while judging, and this folder may not know that one.
 */
import * as z from "zod";
import { finding, metricValue, party, period } from "./finding-schema.ts";
import { name, positive, text, verdictKind } from "./word-schema.ts";

const count = z.int().min(0);
const digits = z.string().regex(/^(0|-?[1-9][0-9]*)$/);
/** UTC, with a fraction only where it is not a whole second. */
const instant = z.iso.datetime();
const side = z.enum(["partner", "brand"]);

const distanceParts = {
  direction: z.enum(["short", "margin"]),
  rows: count.nullable(),
  gap: z.strictObject({ numerator: digits, denominator: digits }).nullable(),
  text,
};
const distance = z.strictObject(distanceParts).meta({ id: "Distance" });

const limitResult = z
  .strictObject({
    metric: name,
    comparison: text,
    limit: text,
    met: z.boolean().nullable(),
    group: text.nullable(),
    value: metricValue.nullable(),
    distance: distance.nullable(),
    toleratedBy: name.nullable(),
    amendment: name.nullable(),
    requirement: count,
    bound: metricValue.nullable(),
    peers: count.nullable(),
    rank: positive.nullable(),
    confidence: z.strictObject({ percent: text, wrongSide: z.boolean().nullable() }).nullable(),
    origin: z.strictObject({ file: text, line: positive, text }),
  })
  .meta({ id: "LimitResult" });

const metricResult = z
  .strictObject({
    metric: name,
    group: text.nullable(),
    value: metricValue.nullable(),
    missing: count,
    outside: count,
  })
  .meta({ id: "MetricResult" });

/** A verdict. */
export const verdict = z
  .strictObject({
    kind: z.enum(["standard", "attestation", "duty"]),
    standard: name,
    label: text,
    party,
    owes: side,
    period,
    verdict: verdictKind,
    version: text,
    earlier: verdictKind.nullable(),
    due: instant.nullable(),
    owed: z.boolean().nullable(),
    missedBy: name.nullable(),
    limits: z.array(limitResult),
    distance: z.strictObject({ ...distanceParts, metric: name, group: text.nullable() }).nullable(),
    metrics: z.array(metricResult),
    rows: z.strictObject({
      used: count,
      missing: count,
      excluded: z.array(z.strictObject({ by: name, rows: count })),
    }),
    smallGroups: z.array(z.strictObject({ metric: name, group: text, rows: count })),
    flags: z.array(z.enum(["warning", "provisional", "restated", "ramp_up"])),
    reasons: z.array(text),
    provisional: verdictKind.nullable(),
    origin: z.strictObject({ file: text, line: positive }),
  })
  .meta({ id: "Verdict" });

const dataError = z
  .strictObject({
    code: text,
    source: text,
    row: positive.nullable(),
    column: text.nullable(),
    value: text.nullable(),
    message: text,
  })
  .meta({ id: "DataError" });

const dataSummary = z
  .strictObject({
    dataset: name,
    version: text.exactOptional(),
    source: text,
    rows: count,
    used: count,
    setAside: count,
    duplicates: count,
    superseded: count,
    nobodys: count,
    afterAsOf: count,
    undated: count,
    unknownPartners: z.array(text).max(20),
    ignoredColumns: z.array(text),
    clockChanges: z.strictObject({ skipped: count, repeated: count }),
    errors: z.array(dataError),
    errorCount: count,
  })
  .meta({ id: "DataSummary" });

const clockSummary = z
  .strictObject({
    clock: name,
    version: text.exactOptional(),
    dataset: name,
    cases: count,
    used: count,
    nobodys: count,
    setAside: count,
    met: count.nullable(),
    missed: count.nullable(),
    pending: count.nullable(),
    notStarted: count,
    undated: count,
    withoutKey: count,
    paused: count,
    pausedKeys: z.array(text).max(20),
  })
  .meta({ id: "ClockSummary" });

/** What judging gives back. */
export const resultSchema = z
  .strictObject({
    schema: z.literal("tenet.verdicts/1"),
    asOf: instant,
    agreement: z.strictObject({ name, label: text, version: text, fingerprint: text }),
    versions: z.array(
      z.strictObject({
        version: text,
        from: z.iso.date(),
        until: z.iso.date().nullable(),
        fingerprint: text,
      }),
    ),
    verdicts: z.array(verdict),
    findings: z.array(finding),
    data: z.array(dataSummary),
    clocks: z.array(clockSummary),
    problems: z.array(z.strictObject({ code: text, message: text })),
  })
  .meta({ id: "JudgeResult" });
