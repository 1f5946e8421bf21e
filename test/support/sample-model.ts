/** A small checked model, and the parts to change it with. */
import type {
  Condition,
  LimitComparison,
  Literal,
  MetricPlan,
  Origin,
  PlainComparison,
} from "../../packages/evaluator/src/index.ts";
import type {
  AmendmentModel,
  LimitModel,
  LimitRowModel,
  Model,
  StandardModel,
} from "../../packages/language/src/check/model.ts";
import { noParts } from "./no-parts.ts";

const originAt = (line: number, text: string): Origin => ({ file: "sample.tenet", line, text });

/** A number of hundredths as a literal: `percent(95)` is 95%. */
export const percent = (hundredths: number): Literal => ({
  kind: "number",
  value: { numerator: String(hundredths), denominator: "100" },
});

/** `at least N%`. */
export const atLeast = (hundredths: number): PlainComparison => ({
  operator: "at_least",
  values: [percent(hundredths)],
  words: "at least",
  text: `${hundredths}%`,
});

/** `partner.country is "XX"`. */
export const inCountry = (country: string): Condition => ({
  kind: "compare",
  left: { kind: "partner", name: "country" },
  operator: "is",
  right: [{ kind: "text", text: country }],
});

/** `METRIC less than N%`. */
export const below = (metric: string, hundredths: number): Condition => ({
  kind: "compare",
  left: { kind: "metric", name: metric },
  operator: "less_than",
  right: [percent(hundredths)],
});

/** A row of a limit. */
export const row = (
  comparison: LimitComparison,
  where: Condition | null = null,
  from: string | null = null,
): LimitRowModel => ({ comparison, where, from, origin: originAt(30, comparison.text) });

/** A limit with rows. */
export const limit = (metric: string, ...rows: readonly LimitRowModel[]): LimitModel => ({
  metric,
  group: null,
  rows,
  tolerates: null,
});

/** A standard that requires limits, each in a sentence of its own. */
export function standard(
  name: string,
  limits: readonly LimitModel[],
  more: Partial<StandardModel> = {},
): StandardModel {
  return {
    name,
    label: name,
    party: "partner",
    owes: "partner",
    covers: [],
    scope: [],
    gates: [],
    requires: limits.map((one) => ({ alternatives: [one], origin: originAt(29, "requires") })),
    warnings: [],
    measured: [{ window: { kind: "calendar", span: "month" }, when: null }],
    assessed: null,
    needs: null,
    excluding: [],
    missingData: null,
    confidence: null,
    because: null,
    origin: originAt(28, `standard ${name}`),
    ...more,
  };
}

/** An amendment of the limit of `on_time`. */
export function amendment(name: string, more: Partial<AmendmentModel> = {}): AmendmentModel {
  return {
    name,
    label: null,
    standard: "punctual",
    partner: "P1",
    from: "2026-11-01",
    until: "2026-12-31",
    metric: "on_time",
    because: "Peak season",
    comparison: atLeast(90),
    origin: originAt(50, `amendment ${name}`),
    ...more,
  };
}

const metric = (name: string, form: MetricPlan["form"], unit: MetricPlan["unit"]): MetricPlan => ({
  name,
  label: null,
  form,
  unit,
  dated: null,
  final: null,
  countsAtMost: null,
  better: null,
  origin: originAt(20, `metric ${name}`),
});

const field = (name: string, kind: "text" | "timestamp" | "date") => ({
  name,
  type: kind === "text" ? { kind } : { kind, written: null },
  optional: false,
  personal: false,
  columns: [name],
  origin: originAt(10, `field ${name}`),
});

const parcels = { dataset: "parcels", where: null };

/** A model with one dataset, metrics `on_time`, `tracked` (percentages) and `late` (a count), and given standards. */
export function sampleModel(standards: readonly StandardModel[], more: Partial<Model> = {}): Model {
  return {
    agreement: {
      name: "sample",
      label: "Sample",
      version: "1.0.0",
      supersedes: null,
      effective: { from: "2026-01-01", until: "2026-12-31" },
      owner: null,
      timeZone: "Europe/Amsterdam",
      businessDays: null,
      currency: null,
      yearStarts: { month: 1, day: 1 },
      rounding: null,
      because: null,
      origin: originAt(1, 'agreement sample "Sample"'),
    },
    partners: {
      source: "partners.csv",
      key: "partner_id",
      active: null,
      fields: [field("partner_id", "text"), field("country", "text"), field("since", "date")],
      origin: originAt(7, "partners"),
    },
    datasets: [
      {
        name: "parcels",
        label: null,
        source: "parcels.csv",
        key: null,
        partner: { kind: "field", field: "partner_id" },
        dated: { kind: "field", field: "at", then: null },
        missing: [],
        duplicatesOnce: false,
        valid: null,
        keepsLatest: null,
        fields: [field("partner_id", "text"), field("at", "timestamp")],
        origin: originAt(9, "dataset parcels"),
      },
    ],
    calendars: [],
    clocks: [],
    metrics: [
      metric("on_time", { kind: "share", numerator: parcels, denominator: parcels }, { kind: "percent" }),
      metric("tracked", { kind: "share", numerator: parcels, denominator: parcels }, { kind: "percent" }),
      metric("late", { kind: "count", population: parcels }, { kind: "count" }),
    ],
    exclusions: [],
    amendments: [],
    standards,
    ...noParts,
    tests: [],
    ...more,
  };
}
