/** Rows to findings: what consequences measure beside standards, on small bundles written out by hand. */
import { describe, expect, test } from "vitest";
import {
  clockBundle,
  field,
  hours,
  is,
  member,
  metric,
  reading,
  table,
  tableClock,
  within,
} from "../../../../test/support/clock-bundle.ts";
import { judge, judgeVersions } from "../all/all.ts";
import type { GivesPlan, MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { MetricForm } from "../bundle/metric-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";
import type { Finding } from "../judge/finding.ts";
import { judge as judgeWithoutParts } from "../judge.ts";
import { comparedRule, eventRule, origin, ratio, rule } from "./made-reading.ts";

const orders: DatasetPlan = {
  ...table,
  fields: [...table.fields, field("price", { kind: "money", currency: "EUR", decimals: 2 }, true)],
};

const big = is("kind", member("big"));
const isBig: MetricForm = {
  kind: "share",
  numerator: { dataset: "orders", where: big },
  denominator: { dataset: "orders", where: null },
};
const turnover: MetricForm = { kind: "sum", field: "price", population: { dataset: "orders", where: null } };

const share = metric("share", isBig, { kind: "percent" });
const sum = metric("turnover", turnover, { kind: "money", currency: "EUR", decimals: 2 });

/** `share at least 50%`, each month unless changed. */
function standardOf(change: Partial<StandardPlan> = {}): Pick<Bundle, "standards" | "rules"> {
  const { standard, rules } = reading(share, change);
  const half = ratio("50%");
  const [met, missed] = rules.map(({ name }) => name);
  const rewritten = [
    rule(met ?? "", "metric:share", "at_least", "50%"),
    rule(missed ?? "", "metric:share", "less_than", "50%"),
  ];
  const [requirement] = standard.requires;
  const [limit] = requirement?.alternatives ?? [];
  const [row] = limit?.rows ?? [];
  if (requirement === undefined || limit === undefined || row === undefined) throw new Error("no limit");
  const comparison = { ...row.comparison, values: [{ kind: "number", value: half }], text: "50%" } as const;
  const requires = [
    {
      ...requirement,
      alternatives: [{ ...limit, rows: [{ ...row, comparison: comparison as typeof row.comparison }] }],
    },
  ];
  return { standards: [{ ...standard, requires }], rules: rewritten };
}

const credit: MoneyPlan<RuleName> = {
  kind: "credit",
  name: "fee",
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
};

const give = (amount: GivesPlan<RuleName>["amount"], more: Partial<GivesPlan<RuleName>> = {}) => ({
  amount,
  times: { kind: "once" as const },
  where: null,
  verdicts: [],
  when: null,
  metrics: [],
  origin,
  ...more,
});
const money = (amount: string) => ({ kind: "money", value: ratio(amount) }) as const;
const percentOf = (percent: string, name: string) =>
  ({ kind: "percent", percent: ratio(percent), of: { kind: "metric", name } }) as const;

interface Order {
  readonly on: string;
  readonly kind?: string;
  readonly price?: string;
  readonly sent?: string;
  readonly shop?: string;
}

function rows(...of: readonly Order[]): readonly object[] {
  return of.map(({ on, kind = "", price = "", sent = "", shop = "S1" }, index) => ({
    order: `O${index}`,
    shop,
    ordered: on.includes("T") ? on : `${on}T10:00:00Z`,
    sent,
    promised: "",
    kind,
    price,
  }));
}

function bundleOf(change: Partial<Bundle>): Bundle {
  return clockBundle(tableClock, { datasets: [orders], metrics: [share, sum], ...standardOf(), ...change });
}

function findings(
  change: Partial<Bundle>,
  given: readonly object[],
  asOf = "2026-03-01",
): readonly Finding[] {
  const result = judge(bundleOf(change), { orders: given }, { asOf: `${asOf}T00:00:00Z` });
  expect(result.problems).toEqual([]);
  return result.findings;
}

const amounts = (...of: Parameters<typeof findings>): unknown =>
  findings(...of).map(({ period, party, value }) =>
    [party.key, period.label, typeof value === "object" ? value?.amount : value].join(" "),
  );

test("a miss costs its weight of a percentage of what was turned over in the period", () => {
  const pool = {
    atRisk: percentOf("10%", "turnover"),
    weights: [{ name: "on_share", percent: ratio("20%"), origin }],
    origin,
  };
  const given = rows(
    { on: "2026-01-05", kind: "small", price: "60000" },
    { on: "2026-01-20", kind: "small", price: "40000" },
    { on: "2026-02-03", kind: "big", price: "90000" },
    { on: "2026-02-03", kind: "big", price: "10", shop: "S2" },
  );
  expect(amounts({ credits: [{ ...credit, pool }] }, given)).toEqual([
    "S1 2026-01 2000.00",
    "S1 2026-02 0.00",
    "S2 2026-01 0.00",
    "S2 2026-02 0.00",
  ]);
});

test("a cap of a percentage is measured over its whole span", () => {
  const plan = {
    ...credit,
    pool: { atRisk: money("100"), weights: [{ name: "on_share", percent: ratio("100%"), origin }], origin },
    caps: [{ amount: percentOf("1%", "turnover"), span: "quarter" as const, origin }],
  };
  const given = rows(
    { on: "2026-01-05", kind: "small", price: "5000" },
    { on: "2026-02-05", kind: "small", price: "7000" },
  );
  expect(amounts({ credits: [plan] }, given)).toEqual(["S1 2026-01 100.00", "S1 2026-02 20.00"]);
});

describe("rows paid for", () => {
  const bonus = (gives: MoneyPlan<RuleName>["gives"], more: Partial<MoneyPlan<RuleName>> = {}) => ({
    bonuses: [
      { ...credit, kind: "bonus" as const, owedBy: "brand" as const, rows: "orders", gives, ...more },
    ],
  });

  test("each goes to the first band whose conditions hold; a missing value holds nowhere", () => {
    const given = rows(
      { on: "2026-01-05", kind: "big" },
      { on: "2026-01-06", kind: "small" },
      { on: "2026-01-07" },
      { on: "2026-02-01T00:00:00Z", kind: "big" },
    );
    const bands = [give(money("5"), { where: big }), give(money("1"), { where: { kind: "and", of: [] } })];
    expect(amounts(bonus(bands), given)).toEqual(["S1 2026-01 7.00", "S1 2026-02 5.00"]);
  });

  test("the verdict is that of the window that holds the row's date", () => {
    // The week from 29 December begins before the agreement and is not judged.
    const given = rows(
      { on: "2026-01-01", kind: "big" },
      { on: "2026-01-05", kind: "big" },
      { on: "2026-01-12", kind: "small" },
      { on: "2026-01-26", kind: "big" },
      { on: "2026-02-01", kind: "big" },
    );
    const weeks = standardOf({
      measured: [{ window: { kind: "calendar", span: "week" }, when: null, metrics: [] }],
    });
    const verdicts = [{ name: "on_share", operator: "is" as const, verdicts: ["met" as const] }];
    const met = comparedRule("verdict:on_share is met");
    const rules = [...weeks.rules, met];
    const paid = bonus([give(money("5"), { verdicts, when: met.name })]);
    expect(amounts({ ...weeks, rules, ...paid }, given)).toEqual(["S1 2026-01 10.00", "S1 2026-02 5.00"]);
  });

  test("a percentage is of the sum of the rows' money; rows without it are left out and counted", () => {
    const given = rows(
      { on: "2026-01-05", price: "10.10" },
      { on: "2026-01-06", price: "20.25" },
      { on: "2026-01-07" },
    );
    const amount = { kind: "percent", percent: ratio("10%"), of: { kind: "row", field: "price" } } as const;
    const [found] = findings(bonus([give(amount)]), given, "2026-02-01");
    expect(found).toMatchObject({
      value: { amount: "3.04", currency: "EUR" },
      exact: { numerator: "607", denominator: "200" },
      details: { missing: 1 },
      lines: [
        { what: "gives", rows: 2, amount: { numerator: "607", denominator: "200" } },
        { what: "rounding", amount: { numerator: "1", denominator: "200" } },
      ],
    });
  });

  test("an exclusion takes rows out", () => {
    const exclusion = {
      name: "no_big",
      label: null,
      removes: { dataset: "orders", where: big },
      affected: null,
      evidence: null,
      recorded: null,
      because: null,
      origin,
    };
    const given = rows({ on: "2026-01-05", kind: "big" }, { on: "2026-01-06", kind: "small" });
    const plan = bonus([give(money("5"))], { excluding: ["no_big"] });
    expect(amounts({ ...plan, exclusions: [exclusion] }, given, "2026-02-01")).toEqual(["S1 2026-01 5.00"]);
  });
});

describe("started units", () => {
  const started = (openingDays: boolean) => ({
    credits: [
      {
        ...credit,
        gives: [
          give(money("5"), {
            times: { kind: "started", unit: "day", field: "elapsed", dataset: "repair", openingDays },
          }),
        ],
      },
    ],
  });
  const due = { ...tableClock, due: within([hours(8), null]) };

  test.each([
    ["2026-01-05T10:00:00Z", "S1 2026-01 0.00"],
    ["2026-01-05T10:00:01Z", "S1 2026-01 5.00"],
    ["2026-01-06T10:00:00Z", "S1 2026-01 5.00"],
    ["2026-01-06T10:00:00.000001Z", "S1 2026-01 10.00"],
  ])("days of 24 hours from 5 January 10:00 to %s: %s", (sent, expected) => {
    const given = rows({ on: "2026-01-05", sent });
    expect(amounts({ clocks: [due], ...started(false) }, given, "2026-02-01")).toEqual([expected]);
  });

  test.each([
    // A Friday evening: the office is shut until Monday at nine.
    ["2026-01-09T18:00:00Z", "2026-01-12T09:00:00Z", "S1 2026-01 0.00"],
    ["2026-01-09T18:00:00Z", "2026-01-12T09:00:01Z", "S1 2026-01 5.00"],
    ["2026-01-09T16:59:00Z", "2026-01-12T09:00:01Z", "S1 2026-01 10.00"],
  ])("opening days from %s to %s: %s", (on, sent, expected) => {
    const clock = { ...due, calendar: "office" };
    expect(amounts({ clocks: [clock], ...started(true) }, rows({ on, sent }), "2026-02-01")).toEqual([
      expected,
    ]);
  });
});

test("a condition over metrics of the period decides what is given once", () => {
  const plan = { ...credit, gives: [give(money("30"), { when: "few big", metrics: ["share"] })] };
  const { rules, standards } = standardOf();
  const given = rows({ on: "2026-01-05", kind: "big" }, { on: "2026-02-05", kind: "small" });
  const change = {
    credits: [plan],
    standards,
    rules: [...rules, rule("few big", "metric:share", "less_than", "40%")],
  };
  expect(amounts(change, given)).toEqual(["S1 2026-01 0.00", "S1 2026-02 30.00"]);
});

test("points, escalations, ratchets, scorecards and tiers read the same verdicts, in the order of findings", () => {
  const { rules, standards } = standardOf();
  const head = { label: null, party: "partner" as const, origin };
  const row = (length: number) => ({ kind: "row", length }) as const;
  const change: Partial<Bundle> = {
    standards,
    rules: [
      ...rules,
      rule("few", "metric:share", "less_than", "20%"),
      rule("again", "run:missed", "at_least", "2"),
      rule("top", "score:card", "at_least", "50"),
      comparedRule("run:missed at_least 2"),
      comparedRule("run:exceeded at_least 1"),
    ],
    points: [
      {
        ...head,
        name: "points",
        on: "on_share",
        bands: [
          { points: ratio("4"), when: "few", origin },
          { points: ratio("1"), when: null, origin },
        ],
        doubled: eventRule({ what: "missed", count: row(2) }),
      },
    ],
    escalations: [
      {
        ...head,
        name: "ladder",
        on: "on_share",
        line: { kind: "verdicts", of: "on_share" },
        steps: [
          {
            name: "letter",
            label: "Letter",
            condition: { kind: "event", event: { what: "missed", count: row(2) } },
            when: "again",
            cure: { kind: "business", days: 2 },
            notice: null,
            origin,
          },
        ],
        resets: null,
      },
    ],
    ratchets: [
      {
        ...head,
        name: "raise",
        on: "on_share",
        metric: "share",
        unit: { kind: "percent" },
        raises: "higher",
        when: eventRule({ what: "exceeded", count: row(1) }),
        cappedAt: null,
      },
    ],
    scorecards: [
      {
        ...head,
        name: "card",
        weights: [{ metric: "share", percent: ratio("100%"), from: ratio("0%"), to: ratio("100%"), origin }],
        window: { kind: "calendar", span: "month" },
        assessed: null,
      },
    ],
    tiers: [
      {
        ...head,
        name: "level",
        assessed: { kind: "end_of", span: "month" },
        levels: [
          { name: "top", label: null, when: "top", origin },
          { name: "base", label: null, when: null, origin },
        ],
        verdicts: [],
        scores: ["card"],
        metrics: [],
      },
    ],
  };
  const given = rows(
    { on: "2026-01-05", kind: "small" },
    { on: "2026-02-05", kind: "small" },
    { on: "2026-03-05", kind: "big" },
  );
  const found = findings(change, given, "2026-04-01");
  expect(found.map(({ kind, period, value }) => `${kind} ${period.label} ${String(value)}`)).toEqual([
    "points 2026-01 4",
    "points 2026-02 8",
    "points 2026-03 1",
    "escalation 2026-01 none",
    "escalation 2026-02 letter",
    "escalation 2026-03 none",
    "ratchet 2026-01 none",
    "ratchet 2026-02 none",
    "ratchet 2026-03 75%",
    "scorecard 2026-01 0",
    "scorecard 2026-02 0",
    "scorecard 2026-03 100",
    "tiers 2026-02-01 base",
    "tiers 2026-03-01 base",
    "tiers 2026-04-01 top",
  ]);
  const letter = found.find(({ value }) => value === "letter");
  // Counted from Sunday, 1 March: Monday and Tuesday.
  expect(letter?.details).toMatchObject({ found: [{ on: "2026-03-01", cureUntil: "2026-03-03" }] });
});

test("the order of rows changes nothing", () => {
  const plan = { ...credit, gives: [give(money("2"), { where: big })], rows: "orders" };
  const given = rows(
    { on: "2026-01-05", kind: "big" },
    { on: "2026-02-05", kind: "small", shop: "S2" },
    { on: "2026-02-05", kind: "big", shop: "S2" },
  );
  const found = findings({ credits: [plan] }, given);
  expect(JSON.stringify(findings({ credits: [plan] }, [...given].reverse()))).toBe(JSON.stringify(found));
});

test("of two versions each gives the findings of its days, and a cap goes on over the seam", () => {
  const priced = (puts: string): MoneyPlan<RuleName> => ({
    ...credit,
    pool: { atRisk: money(puts), weights: [{ name: "on_share", percent: ratio("100%"), origin }], origin },
    caps: [{ amount: money("250"), span: "quarter", origin }],
  });
  const counted = (each: string) => ({
    label: null,
    party: "partner" as const,
    origin,
    name: "points",
    on: "on_share",
    bands: [{ points: ratio(each), when: null, origin }],
    doubled: null,
  });
  const version = (number: string, from: string, puts: string, each: string): Bundle => {
    const bundle = bundleOf({ credits: [priced(puts)], points: [counted(each)] });
    return {
      ...bundle,
      agreement: { ...bundle.agreement, version: number, effective: { from, until: null } },
    };
  };
  const orders = rows(
    { on: "2026-01-05", kind: "small" },
    { on: "2026-02-05", kind: "small" },
    { on: "2026-03-05", kind: "small" },
  );
  const versions = [version("1.0.0", "2026-01-01", "100", "1"), version("2.0.0", "2026-02-10", "90", "5")];
  const result = judgeVersions(
    versions.map((bundle) => ({ bundle, sources: { orders } })),
    { asOf: "2026-04-01T00:00:00Z" },
  );
  const shown = result.findings.map(({ kind, version: by, period, value, ...more }) => [
    `${kind} ${by} ${period.label}`,
    typeof value === "object" ? value?.amount : value,
    ...(more.details !== undefined && "total" in more.details ? [more.details.total] : []),
  ]);
  expect(shown).toEqual([
    ["credit 1.0.0 2026-01", "100.00"],
    ["credit 1.0.0 2026-02", "100.00"],
    ["credit 2.0.0 2026-03", "50.00"],
    ["points 1.0.0 2026-01", "1", "1"],
    ["points 1.0.0 2026-02", "1", "2"],
    ["points 2.0.0 2026-03", "5", "7"],
  ]);
});

test("what is left of a period that became longer says from when on it counts", () => {
  const version = (number: string, from: string, span: "week" | "month"): Bundle => {
    const plan = { ...credit, span, gives: [give(money("2"))], rows: "orders" };
    const bundle = bundleOf({ credits: [plan] });
    return {
      ...bundle,
      agreement: { ...bundle.agreement, version: number, effective: { from, until: null } },
    };
  };
  const orders = rows({ on: "2026-01-14" }, { on: "2026-01-15" }, { on: "2026-01-31" });
  const versions = [version("1.0.0", "2026-01-12", "week"), version("2.0.0", "2026-01-15", "month")];
  const { findings: found } = judgeVersions(
    versions.map((bundle) => ({ bundle, sources: { orders } })),
    { asOf: "2026-02-01T00:00:00Z" },
  );
  const isOfDays = (reason: string): boolean => reason.startsWith("Of ");
  expect(
    found.map(({ period: { label, firstDay, lastDay }, reasons }) => [
      `${label}: ${firstDay} to ${lastDay}`,
      reasons[0],
      ...reasons.filter(isOfDays),
    ]),
  ).toEqual([
    ["2026-W03: 2026-01-12 to 2026-01-18", "2.00 EUR are due for 2026-W03, owed by the partner"],
    [
      "2026-01: 2026-01-15 to 2026-01-31",
      "4.00 EUR are due for 2026-01, owed by the partner",
      "Of 2026-01 only the days from 2026-01-15 on count, the first of version 2.0.0 in it",
    ],
  ]);
});

test("a tie of the latest value is an error where a consequence reads it", () => {
  const latest: MetricForm = {
    kind: "latest",
    field: "price",
    population: { dataset: "orders", where: null },
  };
  const newest = metric("turnover", latest, { kind: "money", currency: "EUR", decimals: 2 });
  const pool = {
    atRisk: percentOf("10%", "turnover"),
    weights: [{ name: "on_share", percent: ratio("20%"), origin }],
    origin,
  };
  const bundle = bundleOf({ metrics: [share, newest], credits: [{ ...credit, pool }] });
  const problemsOf = (second: string): readonly string[] => {
    const orders = rows({ on: "2026-01-05", price: "10" }, { on: "2026-01-05", price: second });
    return judge(bundle, { orders }, { asOf: "2026-02-01T00:00:00Z" }).data.flatMap(({ errors }) =>
      errors.map(({ code }) => code),
    );
  };
  expect([problemsOf("10"), problemsOf("11")]).toEqual([[], ["TEN4033"]]);
});

test("without the part nothing is judged, so that no amount is missed silently", () => {
  const bundle = {
    ...bundleOf({ credits: [{ ...credit, gives: [give(money("2"))] }] }),
    clocks: [],
    calendars: [],
  };
  const result = judgeWithoutParts(bundle, { orders: [] }, { asOf: "2026-02-01T00:00:00Z" });
  expect(result.problems.map(({ code }) => code)).toEqual(["TEN4006"]);
});
