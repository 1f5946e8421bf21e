import { expect, test } from "vitest";
import type { RuleName, TiersPlan } from "../bundle/consequence-plan.ts";
import type { Rule } from "../bundle/rule.ts";
import { decisionsOf } from "./decision.ts";
import { day, type Made, measured, months, origin, reading, rule, utc, value } from "./made-reading.ts";
import type { Score } from "./scorecard.ts";
import { tiersFindings } from "./tiers.ts";

const rules: readonly Rule[] = [
  {
    name: "gold",
    conditions: {
      all: [
        { fact: "verdict:on_time", operator: "strict:is", value: "met" },
        { fact: "score:delivery", operator: "strict:at_least", value: { numerator: "80", denominator: "1" } },
      ],
    },
    event: { type: "gold" },
  },
  rule("silver", "metric:share", "at_least", "90%"),
];

const level = (name: string, when: string | null) => ({ name, label: null, when, origin });

const plan: TiersPlan<RuleName> = {
  name: "seller_level",
  label: null,
  party: "partner",
  assessed: { kind: "end_of", span: "month" },
  levels: [level("gold", "gold"), level("silver", "silver"), level("bronze", null)],
  verdicts: ["on_time"],
  scores: ["delivery"],
  metrics: ["share"],
  origin,
};

const score = (month: string, points: string, isProvisional = false): Score => {
  const [firstDay, endDay] = [day(`2026-0${month}-01`), day(`2026-0${Number(month) + 1}-01`)];
  return {
    stretch: {
      label: `2026-0${month}`,
      firstDay,
      endDay,
      start: utc.startOfDay(firstDay),
      end: utc.startOfDay(endDay),
    },
    score: value(points),
    compared: value(points),
    rounded: null,
    isProvisional,
    lines: [],
    reason: null,
  };
};

function tier(made: Made, scores: readonly Score[] = []) {
  const on = day("2026-03-01");
  const occasion = { label: "2026-03-01", governingDay: on, endDay: on, beyondAgreement: false, span: null };
  return tiersFindings(plan, [occasion], reading(made), decisionsOf(rules, null), () => scores)[0];
}

const share = (text: string): NonNullable<Made["metrics"]> => ({ "share 2026-02-01": measured(text) });

test("the first level whose condition is true, on the latest verdict and score that had ended", () => {
  const found = tier({ verdicts: months("2026-01", ["missed", "met", "missed"]), metrics: share("70%") }, [
    score("1", "10"),
    score("2", "80"),
    score("3", "0"),
  ]);
  expect(found).toMatchObject({
    value: "gold",
    period: { label: "2026-03-01", firstDay: "2026-02-01", lastDay: "2026-02-28" },
    provisional: false,
    details: {
      read: [
        { name: "on_time", verdict: "met", value: null, period: "2026-02" },
        { name: "delivery", verdict: null, value: { text: "80" }, period: "2026-02" },
        { name: "share", verdict: null, value: { text: "70%" }, period: "2026-02" },
      ],
    },
  });
  expect(found?.reasons).toEqual([
    "Level gold on 2026-03-01",
    "Met: on time",
    "Read: delivery 80; share 70%",
    "Worked out on data up to 2026-12-31; this is a finding and no notice",
  ]);
});

test("a score is told as comparisons read it", () => {
  const rounded = { numerator: "800", denominator: "10", text: "80" };
  const found = tier({ verdicts: months("2026-01", ["missed", "met"]), metrics: share("70%") }, [
    { ...score("2", "79.96"), compared: value("80"), rounded },
  ]);
  expect(found?.value).toBe("gold");
  expect(found?.details.read[1]).toMatchObject({ name: "delivery", value: { text: "79.96", rounded } });
  expect(found?.reasons).toContain("Read: delivery 80; share 70%");
});

test.each([
  ["90%", "silver"],
  ["89.9%", "bronze"],
])("with a share of %s the level is %s", (found, expected) => {
  expect(tier({ metrics: share(found) })?.value).toBe(expected);
});

test("a partner to whom nothing applies has no level", () => {
  expect(tier({})?.value).toBeNull();
  expect(tier({ verdicts: months("2026-01", ["not_applicable", "not_applicable"]) })?.value).toBeNull();
  expect(tier({ verdicts: months("2026-01", ["not_enough_data", "not_enough_data"]) })?.value).toBe("bronze");
});

test("nor has one that is not active, or starts up", () => {
  expect(tier({ metrics: share("95%"), inactive: ["2026-03-01"] })?.value).toBeNull();
  expect(tier({ metrics: share("95%"), suspended: ["seller_level"] })?.value).toBeNull();
});

test("provisional where a verdict is pending or a score may change", () => {
  expect(tier({ verdicts: months("2026-01", ["met", "pending"]) })?.provisional).toBe(true);
  expect(tier({ metrics: share("95%") }, [score("2", "80", true)])?.provisional).toBe(true);
});

test("an attestation is read as at the assessment", () => {
  const until = utc.startOfDay(day("2026-03-01"));
  const found = tier(
    { attested: (name, instant) => (name === "on_time" && instant <= until ? "met" : null) },
    [score("2", "90")],
  );
  expect(found?.value).toBe("gold");
});
