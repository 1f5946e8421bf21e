import { expect, test } from "vitest";
import type { PointsPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import {
  alone,
  eventRule,
  madeDecisions,
  months,
  origin,
  ratio,
  reading,
  rule,
  verdict,
} from "./made-reading.ts";
import { pointsFindings } from "./points.ts";

const bands = [
  ["99%", "0"],
  ["98%", "1"],
  ["97%", "2"],
  ["96%", "3"],
] as const;

const decisions = madeDecisions(
  bands.map(([bound]) => rule(`band ${bound}`, "metric:uptime", "at_least", bound)),
);

const plan: PointsPlan<RuleName> = {
  name: "service_points",
  label: "Service points",
  party: "partner",
  on: "on_time",
  bands: [
    ...bands.map(([bound, points]) => ({ points: ratio(points), when: `band ${bound}`, origin })),
    { points: ratio("4"), when: null, origin },
  ],
  doubled: eventRule({ what: "missed", count: { kind: "row", length: 2 } }),
  origin,
};

function pointsOf(verdicts: readonly (readonly [VerdictKind, string | null])[]): unknown {
  const facts = verdicts.map(([kind, uptime], index) =>
    verdict("month", `2026-0${index + 1}-01`, kind, { metrics: uptime === null ? {} : { uptime } }),
  );
  return pointsFindings(alone(plan, reading({ verdicts: facts }), decisions)).map(({ value }) => value);
}

test("the second and each further miss in a row counts double", () => {
  expect(
    pointsOf([
      ["missed", "96.5%"],
      ["missed", "98.5%"],
      ["missed", "96.5%"],
    ]),
  ).toEqual(["3", "2", "6"]);
});

test.each([
  ["met at the bound", "met", "99%", "0"],
  ["just below a band", "missed", "98.999999%", "1"],
  ["below all bands", "missed", "95.9%", "4"],
  ["missed without a value", "missed", null, "4"],
  ["met without a value", "met", null, null],
  ["not judged", "not_enough_data", "90%", null],
] as const)("%s", (_, kind, uptime, expected) => {
  expect(pointsOf([[kind, uptime]])).toEqual([expected]);
});

test("a verdict that is not judged neither ends a row nor counts in it", () => {
  expect(
    pointsOf([
      ["missed", "96.5%"],
      ["not_enough_data", null],
      ["missed", "96.5%"],
      ["met", "99.5%"],
      ["missed", "96.5%"],
    ]),
  ).toEqual(["3", null, "6", "0", "3"]);
});

test("a finding carries the sum so far, and lines that add up to its points", () => {
  const facts = ["96.5%", "98.5%"].map((uptime, index) =>
    verdict("month", `2026-0${index + 1}-01`, "missed", { metrics: { uptime } }),
  );
  const [, second] = pointsFindings(alone(plan, reading({ verdicts: facts }), decisions));
  expect(second).toMatchObject({
    value: "2",
    exact: { numerator: "2", denominator: "1" },
    details: { band: 1, doubled: true, total: "5" },
    lines: [
      { what: "band", amount: { numerator: "1", denominator: "1" } },
      { what: "doubled", amount: { numerator: "1", denominator: "1" } },
    ],
    reasons: [
      "2 points for 2026-02: on time is missed",
      "Doubled, because it was missed 2 times in a row",
      "5 points so far",
      "Worked out on data up to 2026-12-31; this is a finding and no notice",
    ],
  });
});

test("points of a period that has not ended are provisional", () => {
  const found = pointsFindings(
    alone(
      plan,
      reading({ verdicts: months("2026-01", ["met", "pending"]), asOf: "2026-02-10T00:00:00Z" }),
      decisions,
    ),
  );
  expect(found.map(({ provisional }) => provisional)).toEqual([false, true]);
});

test("points with decimals are added up exactly", () => {
  const halves = { ...plan, bands: [{ points: ratio("0.125"), when: null, origin }], doubled: null };
  const found = pointsFindings(
    alone(halves, reading({ verdicts: months("2026-01", ["missed", "missed"]) }), decisions),
  );
  expect(found.map(({ value, details }) => [value, details.total])).toEqual([
    ["0.125", "0.125"],
    ["0.125", "0.25"],
  ]);
});
