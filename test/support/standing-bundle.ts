/** A bundle of one standard on the rows of some partners, to which tests add what they try. */
import { fingerprintOf } from "@tenet-lang/evaluator/bundle";
import type { Literal } from "../../packages/evaluator/src/bundle/condition-plan.ts";
import type { MetricForm, MetricPlan, MetricUnit } from "../../packages/evaluator/src/bundle/metric-plan.ts";
import type { Bundle, Rule, RuleCondition, RuleScalar } from "../../packages/evaluator/src/bundle/rule.ts";
import type {
  LimitComparison,
  LimitPlan,
  StandardPlan,
} from "../../packages/evaluator/src/bundle/standard-plan.ts";
import type { FieldPlan, FieldType } from "../../packages/evaluator/src/bundle/table-plan.ts";
import { utc } from "./clock-bundle.ts";
import { noParts } from "./no-parts.ts";

export const origin = { file: "standing.tenet", line: 1, text: "as written" };

export const field = (name: string, type: FieldType, optional = false): FieldPlan => ({
  name,
  type,
  optional,
  personal: false,
  columns: [name],
  origin,
});

export const text: FieldType = { kind: "text" };
export const date: FieldType = { kind: "date", written: null };
export const timestamp: FieldType = { kind: "timestamp", written: null };
export const yesNo: FieldType = { kind: "yes_no", yes: ["yes"], no: ["no"] };
export const number: FieldType = { kind: "number", decimals: null, from: null, to: null, written: null };

const good = {
  kind: "compare",
  left: { kind: "field", name: "good" },
  operator: "is",
  right: [{ kind: "yes_no", value: true }],
} as const;

const visits = { dataset: "visits", where: null };

/** The share of good visits. */
export const share: MetricForm = {
  kind: "share",
  numerator: { dataset: "visits", where: good },
  denominator: visits,
};
export const average: MetricForm = { kind: "average", field: "score", population: visits };
export const netScore: MetricForm = {
  kind: "net_score",
  field: "score",
  population: visits,
  promoters: [ratio(9), ratio(10)],
  detractors: [ratio(0), ratio(6)],
};

export function ratio(numerator: number, denominator = 1) {
  return { numerator: String(numerator), denominator: String(denominator) };
}

export const literal = (numerator: number, denominator = 1): Literal => ({
  kind: "number",
  value: ratio(numerator, denominator),
});

export const metric = (form: MetricForm, unit: MetricUnit, more: Partial<MetricPlan> = {}): MetricPlan => ({
  name: "quality",
  label: null,
  form,
  unit,
  dated: null,
  final: null,
  countsAtMost: null,
  better: "higher",
  origin,
  ...more,
});

export const rule = (name: string, ...all: readonly RuleCondition[]): Rule => ({
  name,
  conditions: { all },
  event: { type: name },
});

export const leaf = (
  fact: string,
  operator: `strict:${string}`,
  value: RuleScalar | readonly RuleScalar[],
): RuleCondition => ({ fact, operator, value }) as RuleCondition;

/** A limit of one row, of the names that its rules must have. */
export const limit = (comparison: LimitComparison): LimitPlan => ({
  metric: "quality",
  group: null,
  rows: [{ comparison, applies: null, met: "fine/met", missed: "fine/missed", amendment: null, origin }],
  tolerates: null,
});

export interface Asked {
  readonly metric: MetricPlan;
  readonly comparison: LimitComparison;
  readonly rules: readonly Rule[];
  readonly standard?: Partial<StandardPlan>;
  readonly more?: Partial<Bundle>;
}

/** A bundle that judges `fine` on the visits of partners. */
export function standingBundle({ metric: quality, comparison, rules, standard, more }: Asked): Bundle {
  const fine: StandardPlan = {
    name: "fine",
    label: "Fine visits",
    party: "partner",
    owes: "partner",
    covers: [],
    scope: [],
    gates: [],
    gateMetrics: [],
    requires: [{ alternatives: [limit(comparison)], origin }],
    warnings: [],
    warningMetrics: [],
    measured: [{ window: { kind: "calendar", span: "month" }, when: null, metrics: [] }],
    assessed: null,
    needs: null,
    excluding: [],
    missingData: null,
    confidence: null,
    because: null,
    origin,
    ...standard,
  };
  const bundle: Omit<Bundle, "fingerprint"> = {
    schema: "tenet.bundle/1",
    agreement: {
      name: "standing",
      label: "Standing",
      version: "1.0.0",
      supersedes: null,
      effective: { from: "2026-01-01", until: "2027-12-31" },
      owner: null,
      timeZone: "UTC",
      businessDays: null,
      currency: null,
      yearStarts: { month: 1, day: 1 },
      rounding: null,
      because: null,
      origin,
    },
    zone: utc,
    partners: {
      source: "partners.csv",
      key: "id",
      active: null,
      fields: [
        field("id", text),
        field("kind", text, true),
        field("joined", date, true),
        field("signed", timestamp, true),
      ],
      origin,
    },
    datasets: [
      {
        name: "visits",
        label: null,
        source: "visits.csv",
        key: null,
        partner: { kind: "field", field: "partner" },
        dated: { kind: "field", field: "at", then: null },
        missing: [],
        duplicatesOnce: false,
        valid: null,
        keepsLatest: null,
        fields: [
          field("partner", text),
          field("at", date),
          field("good", yesNo, true),
          field("score", number, true),
        ],
        origin,
      },
    ],
    calendars: [],
    clocks: [],
    metrics: [quality],
    exclusions: [],
    amendments: [],
    standards: [fine],
    rules,
    ...noParts,
    ...more,
  };
  return { ...bundle, fingerprint: fingerprintOf(bundle) };
}
