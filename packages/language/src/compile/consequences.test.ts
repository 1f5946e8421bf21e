import type { Bundle } from "@tenet-lang/evaluator";
import { readBundle } from "@tenet-lang/evaluator/bundle";
import { expect, test } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { loadAgreement } from "../workspace/load.ts";
import { compile } from "./compile.ts";

const AGREEMENT = `agreement linen "Laundry for hotels"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Zurich"
  currency EUR

partners from "hotels.csv" key hotel_id
  field hotel_id text
  field category one of spa, town

dataset deliveries from "deliveries.csv" one row per line
  partner hotel_id
  dated due_on
  field hotel_id text
  field due_on date
  field stars number

metric delivered number of deliveries

standard busy "Enough is delivered"
  requires delivered at least 10
  measured each calendar month
  needs no minimum

`;

function bundleOf(rest: string): Bundle {
  const loaded = loadAgreement("a.tenet", (path) => (path === "a.tenet" ? `${AGREEMENT}${rest}` : null));
  const checked = checkAgreement(loaded);
  expect(checked.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (checked.value === null) throw new Error("no model");
  const { value } = compile(checked.value);
  if (value === null) throw new Error("no bundle");
  return value;
}

/** The conditions of the rules that a declaration was compiled to, by the rest of their names. */
function rulesOf({ rules }: Bundle, name: string): Record<string, unknown> {
  const own = rules.filter((rule) => rule.name.startsWith(`${name}/`));
  return Object.fromEntries(own.map((rule) => [rule.name.slice(name.length + 1), rule.conditions.all]));
}

const whole = (value: number) => ({ numerator: String(value), denominator: "1" });
const leaf = (fact: string, operator: string, value: unknown) => ({
  fact,
  operator: `strict:${operator}`,
  value,
});

test("the bands of points are rules over metrics, and the last has none", () => {
  const bundle = bundleOf(`points few on busy
  gives 0 points when delivered at least 20
  gives 1 points when delivered from 10 to 19
  gives 5 points otherwise
`);
  expect(rulesOf(bundle, "few")).toEqual({
    "band 1": [leaf("metric:delivered", "at_least", whole(20))],
    "band 2": [
      leaf("metric:delivered", "at_least", whole(10)),
      leaf("metric:delivered", "at_most", whole(19)),
    ],
  });
  expect(bundle.points[0]?.bands.map(({ when }) => when)).toEqual(["few/band 1", "few/band 2", null]);
});

test("what is given once for a period is a rule over verdicts, metrics and partners", () => {
  const bundle = bundleOf(`credit back
  gives 5 EUR when busy is one of missed, not_enough_data and not partner.category is spa
`);
  expect(rulesOf(bundle, "back")).toEqual({
    "gives 1": [
      leaf("verdict:busy", "is_one_of", ["missed", "not_enough_data"]),
      leaf("partner:category", "is_not", "spa"),
    ],
  });
});

test("what is given for rows is a rule over verdicts; the condition on the row stays with it", () => {
  const bundle = bundleOf(`bonus praised
  pays for rows of deliveries
  gives 2 EUR when stars at least 9 and busy is met
`);
  expect(rulesOf(bundle, "praised")).toEqual({ "gives 1": [leaf("verdict:busy", "is", "met")] });
  expect(bundle.bonuses[0]?.gives[0]).toMatchObject({
    when: "praised/gives 1",
    where: { kind: "compare", left: { name: "stars" } },
    verdicts: [{ name: "busy", operator: "is", verdicts: ["met"] }],
  });
});

test("steps are rules over what was counted, over verdicts and over earlier steps", () => {
  const bundle = bundleOf(`escalation again on busy
  step one when missed
  step two when missed 2 times in rolling 3 months
  step three when missed 3 months in a row cure within 10 days
  step four when three is not cured and busy is missed
`);
  expect(rulesOf(bundle, "again")).toEqual({
    "step one": [leaf("now:missed", "is", true)],
    "step two": [leaf("times:missed:3:month", "at_least", whole(2))],
    "step three": [leaf("run:missed", "at_least", whole(3))],
    "step four": [leaf("verdict:busy", "is", "missed"), leaf("step:three", "is", "not_cured")],
  });
});

test("`unless`, and every event, is a rule over verdicts or what was counted of them", () => {
  const bundle = bundleOf(`credit back on busy
  gives 5 EUR
  unless busy is excused
  earns back when met 3 times in rolling 6 months
points few on busy
  gives 1 points otherwise
  doubled when missed
escalation again on busy
  step one when missed
  resets after met 2 months in a row
ratchet more on busy
  when exceeded 3 months in a row
  raises limit to halfway between limit and average
`);
  expect(rulesOf(bundle, "back")).toEqual({
    "unless 1": [leaf("verdict:busy", "is", "excused")],
    "earns back": [leaf("times:met:6:month", "at_least", whole(3))],
  });
  expect(rulesOf(bundle, "few")).toEqual({ doubled: [leaf("now:missed", "is", true)] });
  expect(rulesOf(bundle, "again")).toMatchObject({ resets: [leaf("run:met", "at_least", whole(2))] });
  expect(rulesOf(bundle, "more")).toEqual({ when: [leaf("run:exceeded", "at_least", whole(3))] });
  expect(bundle).toMatchObject({
    credits: [{ unless: [{ when: "back/unless 1" }], earnsBack: { when: "back/earns back" } }],
    points: [{ doubled: { when: "few/doubled" } }],
    escalations: [{ resets: { when: "again/resets" } }],
    ratchets: [{ when: { when: "more/when" } }],
  });
});

test("a bundle with all of them passes its own gate", () => {
  const bundle = bundleOf(`credit back on busy
  gives 5 EUR
  capped at 20 EUR each calendar year
  earns back when met 3 months in a row
bonus thanks
  gives 1 EUR when delivered at least 50
points few on busy
  gives 1 points otherwise
  doubled when missed 2 months in a row
escalation again on busy
  step one when missed
  resets after met 2 times in rolling 3 months
ratchet more on busy
  when met 3 months in a row
  raises limit to halfway between limit and average
`);
  expect(readBundle(JSON.parse(JSON.stringify(bundle)))).toMatchObject({ ok: true });
});

test("a declaration carries all its sentences, which explain and never decide", () => {
  const credit = `credit late
  puts 500 EUR at risk each calendar month
  weight 100% to busy when missed   # the only one
  earns back when met 3 months
    in a row
  ignores amounts of at most 1 EUR
`;
  const bundle = bundleOf(credit);
  const first = AGREEMENT.split("\n").length;
  expect(bundle.credits[0]?.origin).toEqual({
    file: "a.tenet",
    line: first,
    text: "credit late",
    sentences: [
      { line: first + 1, text: "puts 500 EUR at risk each calendar month" },
      { line: first + 2, text: "weight 100% to busy when missed" },
      { line: first + 3, text: "earns back when met 3 months in a row" },
      { line: first + 5, text: "ignores amounts of at most 1 EUR" },
    ],
  });
  expect(readBundle(JSON.stringify(bundle)).ok).toBe(true);
  expect(bundleOf(`\n\n${credit}`).fingerprint).toBe(bundle.fingerprint);
});
