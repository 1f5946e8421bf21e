/** Consequences, human facts and the rest for the sample bundle: every kind of plan, every form of each. */
import type { BundleParts } from "../../packages/evaluator/src/bundle/bundle-parts.ts";
import type { Condition } from "../../packages/evaluator/src/bundle/condition-plan.ts";
import type { MoneyPlan } from "../../packages/evaluator/src/bundle/consequence-plan.ts";
import type { Ratio } from "../../packages/evaluator/src/bundle/plan.ts";
import type {
  Rule,
  RuleCondition,
  RuleScalar,
  StrictOperator,
} from "../../packages/evaluator/src/bundle/rule.ts";
import type { StandardPlan } from "../../packages/evaluator/src/bundle/standard-plan.ts";

const origin = { file: "sample.tenet", line: 1, text: "as written" };

const whole = (value: number): Ratio => ({ numerator: String(value), denominator: "1" });
const percent = (value: number): Ratio => ({ numerator: String(value), denominator: "100" });

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

const answered: Condition = {
  kind: "compare",
  left: { kind: "field", name: "outcome" },
  operator: "is",
  right: [{ kind: "member", name: "answered" }],
};

/** The rules of the sample's parts, after those of its first standard. */
export const partRules: readonly Rule[] = [
  rule("sure/limit 1.1/row 1/met", leaf("metric:in_60", "strict:at_least", percent(95))),
  rule(
    "sure/limit 1.1/row 1/missed",
    leaf("metric:in_60", "strict:less_than", percent(95)),
    leaf("confident:sure/limit 1.1/row 1/missed", "strict:is", true),
  ),
  rule("leading/limit 1.1/row 1/met", leaf("peers:in_60:kind:standing", "strict:at_most", percent(25))),
  rule("leading/limit 1.1/row 1/missed", leaf("peers:in_60:kind:standing", "strict:more_than", percent(25))),
  rule("leading/limit 2.1/row 1/met", leaf("peers:mean_wait::difference", "strict:at_most", whole(0))),
  rule("leading/limit 2.1/row 1/missed", leaf("peers:mean_wait::difference", "strict:more_than", whole(0))),
  rule("young/scope", leaf("partner:kind", "strict:is", "call_centre")),
  rule(
    "lists/when",
    leaf("verdict:sure", "strict:is", "missed"),
    leaf("metric:call_count", "strict:at_least", whole(1)),
  ),
  rule("flat/gives 1", leaf("metric:in_60", "strict:less_than", percent(90))),
  rule("flat/gives 2", leaf("verdict:sure", "strict:is_one_of", ["missed", "pending"])),
  rule("marks/band 1", leaf("metric:in_60", "strict:at_least", percent(97))),
  rule("ladder/step letter", leaf("times:missed:3:month", "strict:at_least", whole(2))),
  rule("ladder/step plan", leaf("run:missed", "strict:at_least", whole(3))),
  rule(
    "ladder/step end",
    leaf("step:plan", "strict:is", "not_cured"),
    leaf("verdict:code", "strict:is_not", "met"),
  ),
  rule(
    "levels/level gold",
    leaf("score:total_score", "strict:at_least", whole(90)),
    leaf("verdict:lists", "strict:is_not", "missed"),
    leaf("metric:in_60", "strict:at_least", percent(95)),
    leaf("partner:premium", "strict:is", true),
  ),
  rule("front/run by", leaf("partner:premium", "strict:is", true)),
  rule("pool/unless 1", leaf("verdict:leading", "strict:is", "missed")),
  rule("pool/earns back", leaf("run:met", "strict:at_least", whole(3))),
  rule("praise/gives 1", leaf("verdict:sure", "strict:is_one_of", ["met", "excused"])),
  rule("marks/doubled", leaf("run:missed", "strict:at_least", whole(2))),
  rule("ladder/resets", leaf("now:met", "strict:is", true)),
  rule("higher/when", leaf("run:exceeded", "strict:at_least", whole(6))),
];

const standard = (name: string, own: Partial<StandardPlan>): StandardPlan => ({
  name,
  label: name,
  party: "partner",
  owes: "partner",
  covers: [],
  scope: [],
  gates: [],
  gateMetrics: [],
  requires: [],
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
  ...own,
});

/** A standard judged with confidence, and one against peers over partner years. */
export const partStandards: readonly StandardPlan[] = [
  standard("leading", {
    owes: "brand",
    covers: ["front"],
    measured: [{ window: { kind: "partner_year", from: "since" }, when: null, metrics: [] }],
    requires: [
      {
        alternatives: [
          {
            metric: "in_60",
            group: null,
            rows: [
              {
                comparison: {
                  operator: "in_best",
                  by: "kind",
                  best: percent(25),
                  words: "in best",
                  text: "25% of peers by kind",
                },
                applies: null,
                met: "leading/limit 1.1/row 1/met",
                missed: "leading/limit 1.1/row 1/missed",
                amendment: null,
                origin,
              },
            ],
            tolerates: null,
          },
        ],
        origin,
      },
      {
        alternatives: [
          {
            metric: "mean_wait",
            group: null,
            rows: [
              {
                comparison: {
                  operator: "at_most_peers",
                  by: null,
                  best: null,
                  words: "at most",
                  text: "peer average",
                },
                applies: null,
                met: "leading/limit 2.1/row 1/met",
                missed: "leading/limit 2.1/row 1/missed",
                amendment: null,
                origin,
              },
            ],
            tolerates: null,
          },
        ],
        origin,
      },
    ],
  }),
  standard("sure", {
    confidence: { percent: 95, otherwise: "not_enough_data", origin },
    requires: [
      {
        alternatives: [
          {
            metric: "in_60",
            group: null,
            rows: [
              {
                comparison: {
                  operator: "at_least",
                  values: [{ kind: "number", value: percent(95) }],
                  words: "at least",
                  text: "95%",
                },
                applies: null,
                met: "sure/limit 1.1/row 1/met",
                missed: "sure/limit 1.1/row 1/missed",
                amendment: null,
                origin,
              },
            ],
            tolerates: null,
          },
        ],
        origin,
      },
    ],
  }),
];

const money = (name: string, own: Partial<MoneyPlan<string>>): MoneyPlan<string> => ({
  kind: "credit",
  name,
  label: null,
  party: "partner",
  owedBy: "partner",
  currency: "EUR",
  decimals: 2,
  span: "month",
  on: null,
  rows: null,
  pool: null,
  gives: [],
  forgives: null,
  caps: [],
  unless: [],
  ignores: null,
  earnsBack: null,
  excluding: [],
  additionalTo: null,
  because: null,
  origin,
  ...own,
});

const always = { where: null, verdicts: [], when: null, metrics: [], origin } as const;
const fee = (value: number) =>
  ({ kind: "percent", percent: percent(value), of: { kind: "partner", field: "fee" } }) as const;
const euros = (value: number) => ({ kind: "money", value: whole(value) }) as const;

export const sampleParts: BundleParts = {
  rampUps: [
    {
      name: "busy_start",
      label: null,
      scope: null,
      since: "since",
      runs: { kind: "until", rows: 30, population: { dataset: "calls", where: answered } },
      suspends: null,
      origin,
    },
    {
      name: "young",
      label: "New partners",
      scope: "young/scope",
      since: "since",
      runs: { kind: "lasts", length: { kind: "civil", count: 6, unit: "month" } },
      suspends: ["flat", "ladder"],
      origin,
    },
  ],
  attestations: [
    {
      name: "code",
      label: "Code signed",
      party: "partner",
      evidence: "document",
      recorded: { dataset: "feedback", where: null },
      valid: { kind: "length", length: { kind: "civil", count: 24, unit: "month" } },
      due: {
        kind: "of",
        length: { kind: "civil", count: 14, unit: "day" },
        field: "since",
        calendar: null,
      },
      origin,
    },
    {
      name: "permit",
      label: "Permit",
      party: "partner",
      evidence: null,
      recorded: { dataset: "calls", where: null },
      valid: { kind: "until", field: "booked_on" },
      due: { kind: "at", instant: "2026-06-30T10:00:00Z", date: "2026-06-30" },
      origin,
    },
  ],
  duties: [
    {
      name: "lists",
      label: "Stock list",
      party: "partner",
      delivers: "stock list",
      recorded: { dataset: "feedback", where: null },
      due: {
        kind: "after",
        length: { kind: "business", days: 8 },
        span: "month",
        calendar: "office",
      },
      when: { decision: "lists/when", verdicts: ["sure"], metrics: ["call_count"] },
      missedCounts: null,
      origin,
    },
    {
      name: "numbers",
      label: null,
      party: "partner",
      delivers: null,
      recorded: { dataset: "calls", where: answered },
      due: {
        kind: "after",
        length: { kind: "civil", count: 15, unit: "day" },
        span: "month",
        calendar: null,
      },
      when: null,
      missedCounts: "sure",
      origin,
    },
  ],
  credits: [
    money("flat", {
      gives: [
        { amount: euros(500), times: { kind: "once" }, ...always, when: "flat/gives 1", metrics: ["in_60"] },
        { amount: euros(100), times: { kind: "once" }, ...always, when: "flat/gives 2" },
      ],
      ignores: whole(5),
      additionalTo: "pool",
    }),
    money("pool", {
      pool: {
        atRisk: fee(10),
        weights: [
          { name: "sure", percent: percent(60), origin },
          { name: "lists", percent: percent(40), origin },
        ],
        origin,
      },
      forgives: { misses: 1, span: "month", origin },
      caps: [{ amount: fee(20), span: "year", origin }],
      unless: [{ name: "leading", operator: "is", verdicts: ["missed"], when: "pool/unless 1", origin }],
      earnsBack: { what: "met", count: { kind: "row", length: 3 }, when: "pool/earns back" },
    }),
    money("steep", {
      on: "sure",
      gives: [{ amount: fee(1), times: { kind: "points_below" }, ...always }],
    }),
  ],
  bonuses: [
    money("praise", {
      kind: "bonus",
      owedBy: "brand",
      rows: "calls",
      gives: [
        {
          amount: { kind: "percent", percent: percent(2), of: { kind: "row", field: "cost" } },
          times: { kind: "once" },
          ...always,
          where: answered,
          verdicts: [{ name: "sure", operator: "is_one_of", verdicts: ["met", "excused"] }],
          when: "praise/gives 1",
        },
        {
          amount: euros(2),
          times: { kind: "started", unit: "minute", field: "wait", dataset: "calls", openingDays: false },
          ...always,
        },
      ],
      excluding: ["strike"],
    }),
  ],
  points: [
    {
      name: "marks",
      label: null,
      party: "partner",
      on: "sure",
      bands: [
        { points: whole(0), when: "marks/band 1", origin },
        { points: whole(4), when: null, origin },
      ],
      doubled: { what: "missed", count: { kind: "row", length: 2 }, when: "marks/doubled" },
      origin,
    },
  ],
  escalations: [
    {
      name: "ladder",
      label: null,
      party: "partner",
      on: "sure",
      line: { kind: "verdicts", of: "sure" },
      steps: [
        {
          name: "letter",
          label: "Letter",
          condition: {
            kind: "event",
            event: { what: "missed", count: { kind: "times", times: 2, span: "month", spans: 3 } },
          },
          when: "ladder/step letter",
          cure: null,
          notice: null,
          origin,
        },
        {
          name: "plan",
          label: null,
          condition: { kind: "event", event: { what: "missed", count: { kind: "row", length: 3 } } },
          when: "ladder/step plan",
          cure: { kind: "civil", count: 45, unit: "day" },
          notice: null,
          origin,
        },
        {
          name: "end",
          label: null,
          condition: {
            kind: "all",
            verdicts: [{ name: "code", operator: "is_not", verdicts: ["met"] }],
            steps: [{ step: "plan", cured: false }],
          },
          when: "ladder/step end",
          cure: null,
          notice: { kind: "business", days: 10 },
          origin,
        },
      ],
      resets: { what: "met", count: { kind: "once" }, when: "ladder/resets" },
      origin,
    },
  ],
  ratchets: [
    {
      name: "higher",
      label: null,
      party: "partner",
      on: "sure",
      metric: "in_60",
      unit: { kind: "percent" },
      raises: "higher",
      when: { what: "exceeded", count: { kind: "row", length: 6 }, when: "higher/when" },
      cappedAt: percent(98),
      origin,
    },
  ],
  scorecards: [
    {
      name: "total_score",
      label: null,
      party: "partner",
      weights: [
        { metric: "in_60", percent: percent(70), from: percent(80), to: percent(100), origin },
        { metric: "mean_wait", percent: percent(30), from: whole(90), to: whole(30), origin },
      ],
      window: { kind: "rolling", count: 3, unit: "month", whole: true },
      assessed: { kind: "end_of", span: "month" },
      origin,
    },
  ],
  tiers: [
    {
      name: "levels",
      label: null,
      party: "partner",
      assessed: { kind: "on_day", day: 1, span: "quarter" },
      levels: [
        { name: "gold", label: "Gold", when: "levels/level gold", origin },
        { name: "base", label: null, when: null, origin },
      ],
      verdicts: ["lists"],
      scores: ["total_score"],
      metrics: ["in_60"],
      origin,
    },
  ],
  touchpoints: [
    {
      name: "front",
      label: "Front desk",
      stage: "arrival",
      channel: "phone",
      runBy: { kind: "partners", where: "front/run by" },
      origin,
    },
    { name: "site", label: null, stage: null, channel: null, runBy: { kind: "brand" }, origin },
  ],
  reports: [
    {
      name: "monthly_report",
      label: null,
      edition: "partner",
      due: {
        kind: "after",
        length: { kind: "civil", count: 10, unit: "day" },
        span: "month",
        calendar: null,
      },
      shows: ["standards", "credits"],
      peersAtLeast: 5,
      groupsUnder: 10,
      hidesPersonal: true,
      origin,
    },
  ],
};
