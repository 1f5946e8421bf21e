import { expect, test } from "vitest";
import type { ScorecardPlan } from "../bundle/consequence-plan.ts";
import { spanAround, spanLabel } from "../time/spans.ts";
import { day, type Made, measured, origin, ratio, reading } from "./made-reading.ts";
import { type ScoreWindow, scorecardFindings } from "./scorecard.ts";

const plan: ScorecardPlan = {
  name: "delivery_score",
  label: null,
  party: "partner",
  weights: [
    { metric: "on_time", percent: ratio("60%"), from: ratio("80%"), to: ratio("100%"), origin },
    { metric: "complaints", percent: ratio("40%"), from: ratio("10"), to: ratio("0"), origin },
  ],
  window: { kind: "calendar", span: "month" },
  assessed: null,
  origin,
};

function window(first: string, beyondAgreement = false): ScoreWindow {
  const year = { month: 1, day: 1 };
  const span = spanAround("month", day(first), year);
  const occasion = {
    label: spanLabel("month", span, year),
    governingDay: span.start,
    endDay: span.end,
    beyondAgreement,
    span,
  };
  return { occasion, days: span };
}

function scores(onTime: string | undefined, complaints: string | undefined, more: Made = {}, beyond = false) {
  return scorecardFindings(
    plan,
    [window("2026-01-01", beyond)],
    reading({
      units: { complaints: { kind: "count" } },
      metrics: { "on_time 2026-01-01": measured(onTime), "complaints 2026-01-01": measured(complaints) },
      ...more,
    }),
  )[0];
}

test.each([
  ["90%", "5", "50"],
  ["100%", "0", "100"],
  ["120%", "0", "100"],
  ["70%", "20", "0"],
  ["93%", "4", "63"],
])("%s and %s make %s", (onTime, complaints, expected) => {
  expect(scores(onTime, complaints)?.value).toBe(expected);
});

test("the lines are weights of scaled values, exactly", () => {
  const found = scores("93.3%", "3");
  expect(found).toMatchObject({
    value: "67.9",
    exact: { numerator: "679", denominator: "10" },
    details: { rounded: null },
    lines: [
      {
        what: "weight",
        of: "on_time",
        factors: [
          { numerator: "3", denominator: "5" },
          { numerator: "133", denominator: "2" },
        ],
      },
      { what: "weight", of: "complaints", amount: { numerator: "28", denominator: "1" } },
    ],
    reasons: [
      "67.9 of 100 for 2026-01",
      "Worked out on data up to 2026-12-31; this is a finding and no notice",
    ],
  });
  expect(scores("93.3%", "3", { decimals: 0 })?.details.rounded).toEqual({
    numerator: "68",
    denominator: "1",
    text: "68",
  });
});

test.each([
  ["a metric has no value", scores("93%", undefined), "No score for 2026-01: complaints has no value"],
  [
    "the partner is not active",
    scores("93%", "1", { inactive: ["2026-01-01"] }),
    "The partner was not active throughout the period",
  ],
  [
    "the window runs past the agreement",
    scores("93%", "1", {}, true),
    "The period runs past the agreement's last day",
  ],
  [
    "a ramp-up suspends it",
    scores("93%", "1", { suspended: ["delivery_score"] }),
    "The scorecard rests while the partner starts up",
  ],
])("no score where %s", (_, found, reason) => {
  expect(found).toMatchObject({ value: null, exact: null, lines: [], reasons: [reason] });
});
