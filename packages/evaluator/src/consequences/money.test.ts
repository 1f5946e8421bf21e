import { expect, test } from "vitest";
import type { Amount, GivesPlan, MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import { addExact, type Exact, fromText } from "../exact/ratio.ts";
import type { CreditFinding } from "../judge/finding.ts";
import {
  alone,
  atLeast,
  eventRule,
  type Made,
  madeDecisions,
  measured,
  months,
  origin,
  ratio,
  reading,
  rule,
  unlessMissed,
  value,
  verdict,
} from "./made-reading.ts";
import { moneyFindings } from "./money-findings.ts";

const ofFee = (percent: string): Amount => ({
  kind: "percent",
  percent: ratio(percent),
  of: { kind: "metric", name: "monthly_fee" },
});
const money = (amount: string): Amount => ({ kind: "money", value: ratio(amount) });

const base: MoneyPlan<RuleName> = {
  kind: "credit",
  name: "late_linen",
  label: "Service credit",
  party: "partner",
  owedBy: "partner",
  currency: "USD",
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

const pool = (amount: Amount, weights: Readonly<Record<string, string>>): MoneyPlan<RuleName>["pool"] => ({
  atRisk: amount,
  weights: Object.entries(weights).map(([name, percent]) => ({ name, percent: ratio(percent), origin })),
  origin,
});

const give = (amount: Amount, more: Partial<GivesPlan<RuleName>> = {}): GivesPlan<RuleName> => ({
  amount,
  times: { kind: "once" },
  where: null,
  verdicts: [],
  when: null,
  metrics: [],
  origin,
  ...more,
});

const decisions = madeDecisions([rule("few", "metric:on_time_share", "less_than", "90%")]);

function findings(plan: Partial<MoneyPlan<RuleName>>, made: Made): readonly CreditFinding[] {
  const found = moneyFindings(alone({ ...base, ...plan }, reading(made), decisions));
  for (const { lines, value: shown, exact } of found) {
    if (shown === null) expect(lines).toEqual([]);
    else expect(addUp(lines)).toEqual(asFraction(shown.amount));
    expect(exact === null).toBe(shown === null);
  }
  return found as readonly CreditFinding[];
}

function addUp(lines: CreditFinding["lines"]): number {
  const sum = lines
    .map(({ amount }) => fromText(amount))
    .reduce(addExact, { numerator: 0n, denominator: 1n });
  return asNumber(sum);
}

const asNumber = ({ numerator, denominator }: Exact): number =>
  Number((numerator * 1000n) / denominator) / 1000;
const asFraction = (amount: string): number => asNumber(value(amount));

function amounts(plan: Partial<MoneyPlan<RuleName>>, made: Made): readonly (string | null)[] {
  return findings(plan, made).map(({ value: found }) => found?.amount ?? null);
}

const fees = (fee: string): NonNullable<Made["metrics"]> =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, month) => [
      `monthly_fee 2026-${String(month + 1).padStart(2, "0")}-01`,
      measured(fee),
    ]),
  );

const to = (month: string): string => `2026-${month}-01T00:00:00Z`;

test("a tenth at risk, of which a fifth (a half times two fifths) is weighted: 2,000 of 100,000", () => {
  const plan = { pool: pool(ofFee("10%"), { on_time: "20%" }) };
  const made = { verdicts: months("2026-01", ["missed"]), metrics: fees("100000"), asOf: to("02") };
  const [found] = findings(plan, made);
  expect(found).toMatchObject({
    value: { amount: "2000.00", currency: "USD" },
    details: { atRisk: { amount: "10000.00", currency: "USD" }, forgiven: 0 },
    provisional: false,
    lines: [
      {
        what: "miss",
        of: "on_time",
        period: "2026-01",
        factors: [ratio("0.1"), ratio("100000"), ratio("0.2")].map(lowest),
        text: "on time, 2026-01, missed: 10% of monthly fee (100,000.00 USD) × 20%",
      },
    ],
    reasons: [
      "2,000.00 USD are due for 2026-01, owed by the partner",
      "Missed: on time (2026-01)",
      "Worked out on data up to 2026-01-31; this is a finding and no notice",
    ],
  });
});

function lowest({ numerator, denominator }: { numerator: string; denominator: string }): object {
  let [a, b] = [BigInt(numerator), BigInt(denominator)];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: String(BigInt(numerator) / a), denominator: String(BigInt(denominator) / a) };
}

const weekly = (first: readonly string[], name = "on_time") =>
  first.map((monday) => verdict("week", monday, "missed", { name }));

test("the first misses of each month are forgiven, by the end of their windows", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(ofFee("10%"), { on_time: "20%" }),
    forgives: { misses: 2, span: "month", origin },
  };
  // The week of 26 January ends in February.
  const verdicts = weekly(["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]);
  const found = findings(plan, { verdicts, metrics: fees("100000"), asOf: to("03") });
  expect(found.map(({ value: amount, details }) => [amount?.amount, details.forgiven])).toEqual([
    ["2000.00", 2],
    ["0.00", 1],
  ]);
  expect(found[0]?.lines.map(({ what }) => what)).toEqual(["miss", "forgiven", "forgiven"]);
});

test("of misses that end together the one weighted first is forgiven first", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(money("100"), { on_time: "70%", clean: "30%" }),
    forgives: { misses: 1, span: "year", origin },
  };
  const verdicts = [...months("2026-01", ["missed"], "clean"), ...months("2026-01", ["missed"])];
  expect(amounts(plan, { verdicts, asOf: to("02") })).toEqual(["30.00"]);
});

test("without a cap the pool gives no more than what is at risk", () => {
  const plan = { pool: pool(money("100"), { on_time: "40%" }) };
  const verdicts = weekly(["2026-01-05", "2026-01-12", "2026-01-19"]);
  const [found] = findings(plan, { verdicts, asOf: to("02") });
  expect(found).toMatchObject({ value: { amount: "100.00" } });
  expect(found?.lines.map(({ what }) => what)).toEqual(["miss", "miss", "miss", "pool"]);
});

test("a cap of a year takes what earlier periods have used", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(money("100"), { on_time: "60%" }),
    caps: [{ amount: money("150"), span: "year", origin }],
  };
  const verdicts = months("2026-01", ["missed", "missed", "missed", "missed"]);
  expect(amounts(plan, { verdicts, asOf: to("05") })).toEqual(["60.00", "60.00", "30.00", "0.00"]);
});

test("caps act in the order written", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(money("100"), { on_time: "60%" }),
    caps: [
      { amount: money("50"), span: "month", origin },
      { amount: money("80"), span: "quarter", origin },
    ],
  };
  const [, february] = findings(plan, { verdicts: months("2026-01", ["missed", "missed"]), asOf: to("03") });
  expect(february?.lines.map(({ what, text }) => [what, text])).toEqual([
    ["miss", "on time, 2026-02, missed: 100.00 USD × 60%"],
    ["cap", "Capped at 50.00 USD each calendar month"],
    ["cap", "Capped at 80.00 USD each calendar quarter, of which 50.00 USD are used"],
  ]);
});

test("an amount is rounded once, half up, and small ones are ignored", () => {
  const plan: Partial<MoneyPlan<RuleName>> = { pool: pool(money("0.25"), { on_time: "10%" }) };
  const made = { verdicts: months("2026-01", ["missed"]), asOf: to("02") };
  const [found] = findings(plan, made);
  expect(found).toMatchObject({
    value: { amount: "0.03" },
    exact: { numerator: "1", denominator: "40" },
  });
  const [ignored] = findings({ ...plan, ignores: ratio("0.03") }, made);
  expect(ignored).toMatchObject({ value: { amount: "0.00" }, exact: { numerator: "0", denominator: "1" } });
  expect(ignored?.lines.map(({ what }) => what)).toEqual(["miss", "rounding", "ignored"]);
  expect(amounts({ ...plan, ignores: ratio("0.02") }, made)).toEqual(["0.03"]);
});

test("under `unless` nothing is due, and its misses still count as forgiven ones", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(money("100"), { on_time: "50%" }),
    forgives: { misses: 1, span: "year", origin },
    unless: [unlessMissed("total_stop")],
  };
  const verdicts = [
    ...months("2026-01", ["missed", "missed"]),
    ...months("2026-01", ["missed", "met"], "total_stop"),
  ];
  const found = findings(plan, { verdicts, asOf: to("03") });
  expect(
    found.map(({ value: amount, lines, details }) => [amount?.amount, lines.length, details.suppressedBy]),
  ).toEqual([
    ["0.00", 0, "total_stop"],
    ["50.00", 1, null],
  ]);
  expect(found[0]?.reasons[0]).toBe("Nothing is due: total stop is missed in 2026-01");
});

test("an amount whose base has no value is not known, if one would be due", () => {
  const plan = { pool: pool(ofFee("10%"), { on_time: "20%" }) };
  const found = findings(plan, { verdicts: months("2026-01", ["missed", "met"]), asOf: to("03") });
  expect(found.map(({ value: amount }) => amount)).toEqual([null, { amount: "0.00", currency: "USD" }]);
  expect(found[0]?.reasons[0]).toBe("The amount cannot be told: monthly fee has no value for 2026-01");
});

test.each([
  ["87.4%", null, "1300.00"],
  ["87.44%", 1, "1300.00"],
  ["87.44%", null, "1280.00"],
  [null, null, null],
] as const)("%s against at least 90%%, rounded to %s: %s", (found, decimals, expected) => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    on: "on_time",
    gives: [give(ofFee("0.5%"), { times: { kind: "points_below" } })],
  };
  const verdicts = [verdict("month", "2026-01-01", "missed", { limit: atLeast("90%", found, decimals) })];
  expect(amounts(plan, { verdicts, metrics: fees("100000"), asOf: to("02") })).toEqual([expected]);
});

test("of the bands under `on` the first that holds gives, for each missed verdict", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    on: "on_time",
    gives: [give(money("20"), { when: "few", metrics: ["on_time_share"] }), give(money("5"))],
  };
  const verdicts = [
    verdict("week", "2026-01-05", "missed", { metrics: { on_time_share: "89%" } }),
    verdict("week", "2026-01-12", "missed", { metrics: { on_time_share: "91%" } }),
    verdict("week", "2026-01-19", "met", { metrics: { on_time_share: "80%" } }),
  ];
  expect(amounts(plan, { verdicts, asOf: to("02") })).toEqual(["30.00"]);
  const bonus = moneyFindings(
    alone(
      { ...base, ...plan, kind: "bonus", owedBy: "brand" },
      reading({ verdicts, asOf: to("02") }),
      decisions,
    ),
  );
  expect(bonus.map(({ value: amount, kind }) => [kind, amount?.amount])).toEqual([["bonus", "25.00"]]);
});

const praised: Partial<MoneyPlan<RuleName>> = {
  kind: "bonus",
  owedBy: "brand",
  rows: "stays",
  gives: [
    give(money("5"), {
      where: { kind: "and", of: [] },
      verdicts: [{ name: "on_time", operator: "is", verdicts: ["met"] }],
      when: "verdict:on_time is met",
    }),
    give(money("2"), { where: { kind: "and", of: [] } }),
  ],
};

test("rows are paid by the first band that holds, with the verdict of the row's own window", () => {
  const rows = (day: string, holds: readonly boolean[], count: number) => ({
    day: verdict("day", day, "met").firstDay,
    isOpen: false,
    holds,
    rows: count,
    sums: [value(String(count)), value(String(count))],
  });
  const parts = [
    rows("2026-01-05", [true, true], 10),
    rows("2026-01-12", [true, true], 100),
    rows("2026-01-12", [false, true], 1000),
    rows("2026-01-12", [false, false], 5000),
  ];
  const made: Made = {
    verdicts: [verdict("week", "2026-01-05", "met"), verdict("week", "2026-01-12", "missed")],
    spans: ["on_time"],
    paid: { "2026-01-01": parts },
    asOf: to("02"),
  };
  const [found] = moneyFindings(alone({ ...base, ...praised }, reading(made), decisions));
  expect(found).toMatchObject({
    kind: "bonus",
    value: { amount: "2250.00" },
    lines: [
      { what: "gives", rows: 10, text: "5.00 USD × 10 stays" },
      { what: "gives", rows: 1100, text: "2.00 USD × 1100 stays" },
    ],
  });
});

test("a row that lacks what two sentences add up is missing once", () => {
  const parts = [
    { day: 0, isOpen: false, holds: [true, true], rows: 2, sums: [value("8"), value("4")] },
    { day: 0, isOpen: false, holds: [true, true], rows: 3, sums: [null, null] },
    { day: 0, isOpen: false, holds: [true, true], rows: 5, sums: [null, value("1")] },
  ];
  const plan = { rows: "stays", gives: [give(money("1")), give(money("10"))] };
  const made: Made = { paid: { "2026-01-01": parts }, asOf: to("02") };
  const [found] = findings(plan, made);
  expect(found).toMatchObject({ value: { amount: "58.00" }, details: { missing: 8 } });
  expect(found?.lines.map(({ rows }) => rows)).toEqual([2, 7]);
});

test("while a ramp-up suspends it, a bonus pays for no rows", () => {
  const parts = [{ day: 0, isOpen: false, holds: [false, true], rows: 3, sums: [value("3"), value("3")] }];
  const made: Made = { paid: { "2026-01-01": parts }, asOf: to("02") };
  const paid = (more: Made) =>
    moneyFindings(alone({ ...base, ...praised }, reading({ ...made, ...more }), decisions))[0]?.value;
  expect([paid({}), paid({ suspended: ["late_linen"] })]).toEqual([
    { amount: "6.00", currency: "USD" },
    { amount: "0.00", currency: "USD" },
  ]);
});

test("what misses have cost is earned back when the event begins, in its period, and once", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(money("100"), { on_time: "60%", clean: "30%" }),
    caps: [{ amount: money("45"), span: "month", origin }],
    earnsBack: eventRule({ what: "met", count: { kind: "row", length: 2 } }),
  };
  const verdicts = [
    ...months("2026-01", ["missed", "met", "met", "met", "missed", "met", "met"]),
    ...months("2026-01", ["missed", "missed"], "clean"),
  ];
  const found = findings(plan, { verdicts, asOf: to("08") });
  // January: 60 and 30 became 45, two thirds of it by `on_time`.
  expect(found.map(({ value: amount }) => amount?.amount)).toEqual([
    "45.00",
    "30.00",
    "0.00",
    "0.00",
    "45.00",
    "0.00",
    "0.00",
  ]);
  expect(found.map(({ details }) => details.earnedBack?.amount)).toEqual([
    "0.00",
    "0.00",
    "30.00",
    "0.00",
    "0.00",
    "0.00",
    "45.00",
  ]);
  // What clean has cost in January is never earned back: two in a row are not met there.
  expect(found[2]?.reasons).toContain(
    "30.00 USD are earned back by on time (2026-03): 30.00 USD for on time (2026-01)",
  );
});

test.each([
  ["the period has not ended", ["missed"] as VerdictKind[], "2026-01-20T00:00:00Z", [true]],
  ["a verdict is pending", ["missed", "pending"] as VerdictKind[], to("03"), [false, true]],
] as const)("provisional: %s", (_, kinds, asOf, expected) => {
  const plan = { pool: pool(money("100"), { on_time: "60%" }) };
  const found = findings(plan, { verdicts: months("2026-01", kinds), asOf });
  expect(found.map(({ provisional }) => provisional)).toEqual(expected);
});

test("every period has its finding, also one that began before the agreement", () => {
  const made: Made = { from: "2026-01-15", until: "2026-03-15", asOf: "2026-06-01T00:00:00Z" };
  expect(findings({}, made).map(({ period }) => [period.label, period.lastDay])).toEqual([
    ["2026-01", "2026-01-31"],
    ["2026-02", "2026-02-28"],
    ["2026-03", "2026-03-31"],
  ]);
});

test("what ended before the first period earns nothing back in it", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(money("100"), { on_time: "60%" }),
    earnsBack: eventRule({ what: "met", count: { kind: "once" } }),
  };
  const verdicts = [
    verdict("month", "2025-11-01", "missed"),
    verdict("month", "2025-12-01", "met"),
    ...months("2026-01", ["missed", "met"]),
  ];
  const found = findings(plan, { verdicts, asOf: to("03") });
  expect(found.map(({ value: amount, details }) => [amount?.amount, details.earnedBack?.amount])).toEqual([
    ["60.00", "0.00"],
    ["0.00", "60.00"],
  ]);
});

test.each([
  ["met", null, "Nothing is due for 2026-01: nothing was missed"],
  ["missed", { misses: 1, span: "month", origin }, "Nothing is due for 2026-01: every miss is forgiven"],
] as const)("nothing is due where it is %s, and the reason says why", (kind, forgives, expected) => {
  const plan = { pool: pool(money("100"), { on_time: "60%" }), forgives };
  const [found] = findings(plan, { verdicts: months("2026-01", [kind]), asOf: to("02") });
  expect(found?.reasons[0]).toBe(expected);
});

test("of a duty nothing is earned back, nor where an `unless` holds", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    pool: pool(money("100"), { on_time: "60%", report: "40%" }),
    earnsBack: eventRule({ what: "met", count: { kind: "once" } }),
    unless: [unlessMissed("stop")],
  };
  const made: Made = {
    verdicts: [
      ...months("2026-01", ["missed", "met", "missed", "met"]),
      ...months("2026-01", ["missed", "met", "met", "met"], "report"),
      ...months("2026-01", ["met", "met", "met", "missed"], "stop"),
    ],
    duties: ["report"],
    asOf: to("05"),
  };
  const found = findings(plan, made);
  expect(found.map(({ details }) => details.earnedBack?.amount)).toEqual(["0.00", "60.00", "0.00", "0.00"]);
});

test("rows whose pay goes by something without a value are left out", () => {
  const parts = [{ day: 0, isOpen: false, holds: [true], rows: 4, sums: [value("4")] }];
  const plan = { rows: "stays", gives: [give(ofFee("1%"))] };
  const made: Made = { paid: { "2026-01-01": parts }, asOf: to("02") };
  expect(findings(plan, made)[0]).toMatchObject({ value: { amount: "0.00" }, details: { missing: 4 } });
  expect(findings(plan, { ...made, metrics: fees("50") })[0]).toMatchObject({
    value: { amount: "2.00" },
    lines: [{ factors: [lowest(ratio("0.01")), ratio("200")], rows: 4 }],
  });
});

test("under `on`, lines stand by sentence, then by verdict; nothing given is no line", () => {
  const plan: Partial<MoneyPlan<RuleName>> = {
    on: "on_time",
    gives: [give(money("5")), give(money("0")), give(money("7"))],
  };
  const [found] = findings(plan, { verdicts: weekly(["2026-01-05", "2026-01-12"]), asOf: to("02") });
  expect(found?.lines.map(({ period, amount }) => `${period} ${amount.numerator}`)).toEqual([
    "2026-W02 5",
    "2026-W03 5",
    "2026-W02 7",
    "2026-W03 7",
  ]);
});

test("what a sentence names is read, whether or not it decides", () => {
  const bonus = { ...praised, rows: "stays" };
  const pending: Made = { verdicts: months("2026-01", ["pending"]), paid: {}, asOf: to("02") };
  const [found] = moneyFindings(alone({ ...base, ...bonus }, reading(pending), decisions));
  expect(found?.provisional).toBe(true);
});
