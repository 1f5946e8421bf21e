import type { Bundle, RuleCondition } from "@tenet-lang/evaluator";
import { readBundle } from "@tenet-lang/evaluator/bundle";
import { expect, it } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { loadAgreement } from "../workspace/load.ts";
import { compile } from "./compile.ts";

const TEXT = `agreement linen "Laundry for hotels"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Zurich"
  business days of office

calendar office
  open monday to friday 08:00 to 17:00

partners from "laundries.csv" key laundry_id
  field laundry_id text
  field category one of spa, town
  field opened_on date

dataset deliveries from "deliveries.csv" one row per line
  partner laundry_id
  dated arrived_at
  field laundry_id text
  field arrived_at timestamp
  field late_by duration in minutes

dataset papers from "papers.csv" one row per line
  partner laundry_id
  dated signed_on
  field laundry_id text
  field signed_on date

metric on_time percent of deliveries where late_by at most 15 minutes out of deliveries
  higher is better
metric mean_delay average of late_by in deliveries
metric arrivals number of deliveries

standard sure "Linen surely comes on time"
  requires on_time at least 95%
  tolerates fewer than 3 arrivals for on_time
  measured each calendar month
  needs no minimum
  judged with 90% confidence otherwise not_enough_data

standard leading "Among the best"
  requires on_time in best 25% of peers by category
  requires mean_delay at most peer average
  measured each partner year from opened_on
  needs no minimum
  covers front
  binds brand

touchpoint front
  run by partners where category is spa

ramp_up young for partners where category is spa
  lasts 6 months since opened_on
  suspends tiers

attestation code "Code signed"
  given by partner
  recorded in papers
  due within 14 days of opened_on

duty lists by partner
  recorded in papers
  due on business day 8 after each calendar month
  when leading is not met and arrivals at least 5
  if missed sure counts as missed

scorecard score
  weight 100% to on_time scaled from 80% to 100%
  measured each calendar month

tiers class
  level gold when score at least 90 and code is met and partner.category is one of spa, town
  level basic otherwise
  assessed on day 1 of each calendar quarter

report monthly for partner
  due within 10 days after each calendar month
  shows standards
`;

function bundleOf(text: string): Bundle {
  const loaded = loadAgreement("linen.tenet", () => text);
  const { value, diagnostics } = checkAgreement(loaded);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const bundle = value === null ? null : compile(value).value;
  if (bundle === null) throw new Error("no bundle");
  return bundle;
}

/** Comparisons as `fact operator value`, joined as they are. */
function words(condition: RuleCondition): string {
  if ("not" in condition) return `not (${words(condition.not)})`;
  if ("all" in condition) return condition.all.map(words).join(" and ");
  if ("any" in condition) return `(${condition.any.map(words).join(" or ")})`;
  const { fact, operator, value } = condition;
  const text = typeof value === "object" && "numerator" in value ? ratioText(value) : String(value);
  return `${fact} ${operator.slice(7)} ${text}`;
}

function ratioText({ numerator, denominator }: { numerator: string; denominator: string }): string {
  return `${numerator}/${denominator}`;
}

it("makes a rule of every decision of what stands beside standards", () => {
  const rules = bundleOf(TEXT).rules.map((rule) => `${rule.name}: ${words(rule.conditions)}`);
  expect(rules).toEqual([
    "leading/limit 1.1/row 1/met: peers:on_time:category:standing at_most 25/100",
    "leading/limit 1.1/row 1/missed: peers:on_time:category:standing more_than 25/100",
    "leading/limit 2.1/row 1/met: peers:mean_delay::difference at_most 0/1",
    "leading/limit 2.1/row 1/missed: peers:mean_delay::difference more_than 0/1",
    "sure/limit 1.1/row 1/met: (metric:on_time at_least 95/100 or metric:on_time less_than 95/100 and confident:sure/limit 1.1/row 1/missed is true and metric:arrivals less_than 3/1)",
    "sure/limit 1.1/row 1/missed: metric:on_time less_than 95/100 and confident:sure/limit 1.1/row 1/missed is true and not (metric:arrivals less_than 3/1)",
    "young/scope: partner:category is spa",
    "lists/when: verdict:leading is_not met and metric:arrivals at_least 5/1",
    "class/level gold: score:score at_least 90/1 and verdict:code is met and partner:category is_one_of spa,town",
    "front/run by: partner:category is spa",
  ]);
});

it("gives a bundle that may be read by others", () => {
  const bundle = bundleOf(TEXT);
  expect(readBundle(JSON.stringify(bundle))).toEqual({ ok: true, bundle });
});

it("has one bundle whatever the order of the declarations", () => {
  const [agreement = "", ...declarations] = TEXT.split(/\n(?=\S)/);
  const other = bundleOf([agreement, ...declarations.reverse()].join("\n"));
  expect(other.fingerprint).toBe(bundleOf(TEXT).fingerprint);
});
