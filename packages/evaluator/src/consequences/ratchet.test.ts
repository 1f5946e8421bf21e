import { expect, test } from "vitest";
import type { RatchetPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import { alone, atLeast, eventRule, origin, ratio, reading, verdict } from "./made-reading.ts";
import { ratchetFindings } from "./ratchet.ts";

const plan: RatchetPlan<RuleName> = {
  name: "yearly_improvement",
  label: null,
  party: "partner",
  on: "on_time",
  metric: "punctual",
  unit: { kind: "percent" },
  raises: "higher",
  when: eventRule({ what: "exceeded", count: { kind: "row", length: 2 } }),
  cappedAt: null,
  origin,
};

function ratchet(
  values: readonly string[],
  more: Partial<RatchetPlan<RuleName>> = {},
  decimals: number | null = null,
  kind: VerdictKind = "met",
) {
  const verdicts = values.map((punctual, index) =>
    verdict("month", `2026-0${index + 1}-01`, kind, {
      limit: atLeast("90%", punctual),
      metrics: { punctual },
    }),
  );
  return ratchetFindings(alone({ ...plan, ...more }, reading({ verdicts, decimals })));
}

const proposed = (...of: Parameters<typeof ratchet>): readonly (string | null)[] =>
  ratchet(...of).map(({ value }) => value);

test("halfway between limit and the average of the row", () => {
  const [first, second, third] = ratchet(["94%", "96%", "98%"]);
  expect([first, second, third].map((found) => found?.value)).toEqual(["none", "92.5%", "93.5%"]);
  expect([first, second, third].map((found) => found?.details.begins)).toEqual([false, true, false]);
  expect(second).toMatchObject({
    exact: { numerator: "37", denominator: "40" },
    details: { limit: { text: "90%" }, average: { text: "95%" }, capped: false },
    lines: [
      {
        what: "limit",
        factors: [{ numerator: "1", denominator: "2" }, ratioOf("9", "10")],
        amount: ratioOf("9", "20"),
      },
      { what: "average", factors: [{ numerator: "1", denominator: "2" }, ratioOf("19", "20")] },
    ],
  });
});

const ratioOf = (numerator: string, denominator: string): object => ({ numerator, denominator });

test("a proposal is capped, then rounded", () => {
  expect(proposed(["96%", "99.9%"], { cappedAt: ratio("92%") })).toEqual(["none", "92%"]);
  expect(ratchet(["96%", "99.9%"], { cappedAt: ratio("92%") })[1]?.lines.map(({ what }) => what)).toEqual([
    "limit",
    "average",
    "cap",
  ]);
  expect(proposed(["94%", "96%"], {}, 0)).toEqual(["none", "93%"]);
});

test("what is no stricter than the limit is not proposed", () => {
  expect(proposed(["94%", "96%"], { cappedAt: ratio("90%") })).toEqual(["none", "none"]);
  expect(proposed(["94%", "96%"], { raises: "lower" })).toEqual(["none", "none"]);
});

test("without the event nothing is proposed", () => {
  const [, second] = ratchet(["94%", "90%"]);
  expect(second).toMatchObject({
    value: "none",
    exact: null,
    lines: [],
    details: { limit: null, average: null },
  });
});
