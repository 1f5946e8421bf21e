/** A small bundle that uses every kind of plan, written out by hand. */
import { fingerprintOf } from "@tenet-lang/evaluator/bundle";
import type { Condition } from "../../packages/evaluator/src/bundle/condition-plan.ts";
import type { MetricForm, MetricPlan, MetricUnit } from "../../packages/evaluator/src/bundle/metric-plan.ts";
import type { ZoneTable } from "../../packages/evaluator/src/bundle/plan.ts";
import type {
  Bundle,
  Rule,
  RuleCondition,
  RuleScalar,
  StrictOperator,
} from "../../packages/evaluator/src/bundle/rule.ts";
import type { FieldPlan, FieldType } from "../../packages/evaluator/src/bundle/table-plan.ts";
import { partRules, partStandards, sampleParts } from "./sample-parts.ts";

const origin = { file: "sample.tenet", line: 1, text: "as written" };

const field = (name: string, type: FieldType, columns: readonly string[] = [name]): FieldPlan => ({
  name,
  type,
  optional: false,
  personal: false,
  columns,
  origin,
});

const number: FieldType = { kind: "number", decimals: null, from: null, to: null, written: null };
const percent = (value: string) => ({ numerator: value, denominator: "100" });

const answered: Condition = {
  kind: "compare",
  left: { kind: "field", name: "outcome" },
  operator: "is",
  right: [{ kind: "member", name: "answered" }],
};

const where: Condition = {
  kind: "and",
  of: [
    answered,
    {
      kind: "or",
      of: [
        { kind: "not", of: answered },
        {
          kind: "compare",
          left: { kind: "date_of", name: "started_at" },
          operator: "between",
          right: [
            { kind: "date", date: "2026-01-01" },
            { kind: "date", date: "2026-01-31" },
          ],
        },
        {
          kind: "has",
          dataset: "feedback",
          key: "call_id",
          within: { count: 7, unit: "day", after: "started_at" },
          where: {
            kind: "compare",
            left: { kind: "field", name: "stars" },
            operator: "at_most",
            right: [{ kind: "number", value: { numerator: "2", denominator: "1" } }],
          },
        },
      ],
    },
  ],
};

const calls = { dataset: "calls", where: null };
const feedback = { dataset: "feedback", where: null };

const metric = (name: string, form: MetricForm, unit: MetricUnit): MetricPlan => ({
  name,
  label: null,
  form,
  unit,
  dated: null,
  final: null,
  countsAtMost: null,
  better: null,
  origin,
});

const leaf = (
  fact: string,
  operator: StrictOperator,
  value: RuleScalar | readonly RuleScalar[],
): RuleCondition => ({ fact, operator, value });

const rule = (name: string, ...all: readonly RuleCondition[]): Rule => ({
  name,
  conditions: { all },
  event: { type: name },
});

const rules: readonly Rule[] = [
  rule("urgent/scope 1", leaf("partner:kind", "strict:is_one_of", ["call_centre"])),
  rule("urgent/gate 1", leaf("metric:call_count", "strict:at_least", { numerator: "1", denominator: "1" })),
  rule(
    "urgent/limit 1.1/amendment peak/applies",
    leaf("party", "strict:is", "P1"),
    leaf("day", "strict:at_least", "2026-11-01"),
    leaf("day", "strict:at_most", "2026-12-31"),
  ),
  rule("urgent/limit 1.1/amendment peak/met", leaf("metric:in_60", "strict:at_least", percent("90"))),
  rule("urgent/limit 1.1/amendment peak/missed", leaf("metric:in_60", "strict:less_than", percent("90"))),
  rule("urgent/limit 1.1/row 1/applies", {
    not: {
      all: [
        leaf("party", "strict:is", "P1"),
        leaf("day", "strict:at_least", "2026-11-01"),
        leaf("day", "strict:at_most", "2026-12-31"),
      ],
    },
  }),
  rule("urgent/limit 1.1/row 1/met", {
    any: [
      leaf("metric:in_60", "strict:at_least", percent("95")),
      leaf("metric:call_count", "strict:less_than", { numerator: "3", denominator: "1" }),
    ],
  }),
  rule("urgent/limit 1.1/row 1/missed", leaf("metric:in_60", "strict:less_than", percent("95"))),
  rule("urgent/warning 1", leaf("metric:in_60", "strict:less_than", percent("97"))),
  rule(
    "urgent/needs/row 1/enough",
    leaf("rows:calls", "strict:at_least", { numerator: "30", denominator: "1" }),
  ),
  ...partRules,
];

const zoneOf = (zone: string): ZoneTable => ({
  zone,
  from: [1_761_440_400, 1_774_746_000],
  offset: [3600, 7200],
  through: "2027-12-31",
  origin: { library: "tzdata", version: "2026c" },
});

const bundle: Omit<Bundle, "fingerprint"> = {
  schema: "tenet.bundle/1",
  agreement: {
    name: "calls_agreement",
    label: "Calls",
    version: "1.0.0",
    supersedes: null,
    effective: { from: "2026-01-01", until: "2026-12-31" },
    owner: null,
    timeZone: "Europe/Amsterdam",
    businessDays: "office",
    currency: "EUR",
    yearStarts: { month: 1, day: 1 },
    rounding: null,
    because: null,
    origin,
  },
  zone: zoneOf("Europe/Amsterdam"),
  partners: {
    source: "partners.csv",
    key: "partner_id",
    active: { from: "since", until: null },
    fields: [
      field("partner_id", { kind: "text" }),
      field("kind", { kind: "one_of", members: [{ name: "call_centre", written: "CC" }] }),
      field("since", { kind: "date", written: null }),
      field("fee", { kind: "money", currency: "EUR", decimals: 2 }),
      field("premium", { kind: "yes_no", yes: ["yes"], no: ["no"] }),
    ],
    origin,
  },
  datasets: [
    {
      name: "calls",
      label: null,
      source: "calls.csv",
      key: "call_id",
      partner: { kind: "field", field: "partner_id" },
      dated: { kind: "field", field: "started_at", then: null },
      missing: ["NA"],
      duplicatesOnce: false,
      valid: null,
      keepsLatest: null,
      fields: [
        field("call_id", { kind: "text" }),
        field("partner_id", { kind: "text" }),
        field("started_at", { kind: "timestamp", written: null }),
        field("booked_on", { kind: "date", written: null }, ["year", "month", "day"]),
        field("wait", { kind: "duration", unit: "second", written: null }),
        field("outcome", { kind: "one_of", members: [{ name: "answered", written: "A" }] }),
        field("cost", { kind: "money", currency: "EUR", decimals: 2 }),
        field("q1", number),
        field("q2", number),
        field("score", { kind: "total", of: ["q1", "q2"], decimals: null }, []),
        field("days_early", { kind: "days", from: "booked_on", to: "started_at", calendar: "office" }, []),
      ],
      origin,
    },
    {
      name: "feedback",
      label: null,
      source: "feedback.csv",
      key: null,
      partner: { kind: "via", field: "partner_id", dataset: "calls", key: "call_id" },
      dated: { kind: "via", field: "started_at", dataset: "calls", key: "call_id" },
      missing: [],
      duplicatesOnce: true,
      valid: null,
      keepsLatest: { per: "call_id", by: "stars", then: null },
      fields: [field("call_id", { kind: "text" }), field("stars", number)],
      origin,
    },
  ],
  calendars: [
    {
      name: "office",
      label: "Office hours",
      zone: zoneOf("Europe/Berlin"),
      open: [
        { weekday: 0, from: 480, to: 1020 },
        { weekday: 4, from: 1320, to: 1560 },
      ],
      closed: { kind: "same", days: ["2026-01-01", "2026-04-27"] },
      cutOff: 900,
      from: "2021-01-01",
      through: "2027-12-31",
      origin,
      holidayOrigin: { library: "holidays", version: "3" },
    },
    {
      name: "shop",
      label: null,
      zone: zoneOf("Europe/Amsterdam"),
      open: [{ weekday: 6, from: 0, to: 1440 }],
      closed: {
        kind: "by_partner",
        field: "kind",
        days: [],
        regions: [{ value: "call_centre", days: ["2026-12-25"] }],
      },
      cutOff: null,
      from: "2021-01-01",
      through: "2027-12-31",
      origin,
      holidayOrigin: null,
    },
  ],
  clocks: [
    {
      name: "handling",
      label: "From call to answer",
      on: "calls",
      by: "call_id",
      starts: { kind: "becomes", field: "outcome", value: { kind: "member", name: "answered" }, last: false },
      stops: { kind: "becomes", field: "q1", value: { kind: "number", value: percent("100") }, last: false },
      restarts: [
        { kind: "becomes", field: "q1", value: { kind: "number", value: percent("0") }, last: false },
      ],
      pauses: answered,
      calendar: "office",
      dated: "due_at",
      due: {
        kind: "within",
        rows: [
          {
            length: { kind: "elapsed", count: percent("200"), unit: "hour", micros: "7200000000" },
            where: answered,
            origin,
          },
          { length: { kind: "business", days: 2 }, where: null, origin },
        ],
        calendar: "office",
      },
      unit: "hour",
      warnsAt: percent("80"),
      origin,
    },
    {
      name: "waiting",
      label: null,
      on: "calls",
      by: null,
      starts: { kind: "at", field: "started_at" },
      stops: { kind: "at", field: "started_at" },
      restarts: [],
      pauses: null,
      calendar: "shop",
      dated: "started_at",
      due: { kind: "at", field: "started_at" },
      unit: "minute",
      warnsAt: null,
      origin,
    },
  ],
  metrics: [
    metric(
      "in_60",
      { kind: "share", numerator: { dataset: "calls", where }, denominator: calls },
      { kind: "percent" },
    ),
    metric("call_count", { kind: "count", population: calls }, { kind: "count" }),
    metric("kinds", { kind: "distinct", field: "outcome", population: calls }, { kind: "count" }),
    metric(
      "mean_wait",
      { kind: "average", field: "wait", population: calls },
      { kind: "duration", unit: "second" },
    ),
    metric(
      "late_wait",
      { kind: "percentile", percent: percent("90"), field: "wait", population: calls },
      { kind: "duration", unit: "second" },
    ),
    metric(
      "nps",
      {
        kind: "net_score",
        field: "stars",
        population: feedback,
        promoters: [percent("900"), percent("1000")],
        detractors: [percent("0"), percent("600")],
      },
      { kind: "number" },
    ),
    metric(
      "per_thousand",
      { kind: "rate", numerator: feedback, per: "1000", denominator: calls },
      { kind: "number" },
    ),
    metric(
      "quotient",
      { kind: "ratio", numerator: "mean_wait", denominator: "call_count" },
      { kind: "number" },
    ),
    metric("monthly", { kind: "period_mean", metric: "in_60", span: "month" }, { kind: "percent" }),
    metric(
      "last_outcome",
      { kind: "latest", field: "outcome", population: calls },
      { kind: "member", members: ["answered"] },
    ),
    metric("quiet", { kind: "time_outside", clock: "waiting" }, { kind: "percent" }),
  ],
  exclusions: [
    {
      name: "strike",
      label: "Strike",
      removes: { dataset: "calls", where: answered },
      affected: { partners: 2, by: "outcome" },
      evidence: "A letter",
      recorded: feedback,
      because: null,
      origin,
    },
  ],
  amendments: [
    {
      name: "peak",
      label: null,
      standard: "urgent",
      partner: "P1",
      from: "2026-11-01",
      until: "2026-12-31",
      metric: "in_60",
      because: "Peak season",
      origin,
    },
  ],
  standards: [
    {
      name: "urgent",
      label: "Urgent calls",
      party: "partner",
      owes: "partner",
      covers: [],
      scope: ["urgent/scope 1"],
      gates: ["urgent/gate 1"],
      gateMetrics: ["call_count"],
      requires: [
        {
          alternatives: [
            {
              metric: "in_60",
              group: "outcome",
              rows: [
                {
                  comparison: {
                    operator: "at_least",
                    values: [{ kind: "number", value: percent("90") }],
                    words: "at least",
                    text: "90%",
                  },
                  applies: "urgent/limit 1.1/amendment peak/applies",
                  met: "urgent/limit 1.1/amendment peak/met",
                  missed: "urgent/limit 1.1/amendment peak/missed",
                  amendment: "peak",
                  origin,
                },
                {
                  comparison: {
                    operator: "at_least",
                    values: [{ kind: "number", value: percent("95") }],
                    words: "at least",
                    text: "95%",
                  },
                  applies: "urgent/limit 1.1/row 1/applies",
                  met: "urgent/limit 1.1/row 1/met",
                  missed: "urgent/limit 1.1/row 1/missed",
                  amendment: null,
                  origin,
                },
              ],
              tolerates: { metric: "call_count", fewerThan: 3, origin },
            },
          ],
          origin,
        },
      ],
      warnings: [{ rule: "urgent/warning 1", text: "in_60 less than 97%", origin }],
      warningMetrics: ["in_60"],
      measured: [
        { window: { kind: "latest", count: 100, population: calls }, when: null, metrics: ["in_60"] },
      ],
      assessed: { kind: "on_day", day: 20, span: "month" },
      needs: {
        counts: { kind: "dataset", name: "calls" },
        rows: [{ applies: null, enough: "urgent/needs/row 1/enough", atLeast: 30 }],
        otherwise: "not_enough_data",
        origin,
      },
      excluding: ["strike"],
      missingData: "missed",
      confidence: null,
      because: null,
      origin,
    },
    ...partStandards,
  ],
  ...sampleParts,
  rules,
};

/** The sample, complete with its fingerprint. */
export function sampleBundle(): Bundle {
  return { ...bundle, fingerprint: fingerprintOf(bundle) };
}

/** A deep copy that may be changed at will. */
// biome-ignore lint/suspicious/noExplicitAny: tests put in what the types forbid
export function mutableSample(): any {
  return structuredClone(sampleBundle());
}
