import { expect, test } from "vitest";
import { limit, missedLimit, period, share, verdict } from "../../../../test/cli/results.ts";
import {
  count,
  firstOf,
  grouped,
  instantWords,
  listed,
  missedLimits,
  periodName,
  shownValue,
  valueWords,
} from "./words.ts";

test("numbers are grouped and their words agree", () => {
  expect(grouped(1234567)).toBe("1,234,567");
  expect(grouped(999)).toBe("999");
  expect(count(1, "row")).toBe("1 row");
  expect(count(0, "more party", "more parties")).toBe("0 more parties");
});

test("lists end with and", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});

test("a long list is cut, but never to hide a single item", () => {
  expect(firstOf([1, 2, 3], 2)).toEqual({ shown: [1, 2, 3], more: 0 });
  expect(firstOf([1, 2, 3, 4], 2)).toEqual({ shown: [1, 2], more: 2 });
});

test("a month speaks for itself, other periods name their days", () => {
  expect(periodName(period("2026-02"))).toBe("2026-02");
  expect(periodName({ ...period("2026-02"), label: "2026-03-01" })).toBe(
    "2026-03-01 (2026-02-01 to 2026-02-28)",
  );
  expect(
    periodName({ ...period("2026-02"), label: "2026-02-05", firstDay: "2026-02-05", lastDay: "2026-02-05" }),
  ).toBe("2026-02-05");
});

test("an instant loses seconds only where there are none", () => {
  expect(instantWords("2026-03-01T00:00:00Z")).toBe("2026-03-01 00:00 UTC");
  expect(instantWords("2026-03-01T00:00:07Z")).toBe("2026-03-01 00:00:07 UTC");
});

test("a percentage shows what it is a share of, a rounded value what it was", () => {
  expect(valueWords(share(930, 1000, "93%"))).toBe("93% (930 of 1,000)");
  expect(valueWords({ numerator: "42", denominator: "10", text: "4.2" })).toBe("4.2");
  expect(valueWords(null)).toBe("no value");
  expect(
    valueWords({
      ...share(949, 1000, "94.9%"),
      rounded: { numerator: "95", denominator: "100", text: "95%" },
    }),
  ).toBe("95% (949 of 1,000, exactly 94.9%)");
});

test("a missed alternative decides nothing where another one is not missed", () => {
  const late = { ...missedLimit, metric: "late" };
  const either = verdict({ verdict: "missed", limits: [limit(), late, { ...missedLimit, requirement: 1 }] });
  expect(missedLimits(either).map(({ requirement }) => requirement)).toEqual([1]);
  const both = verdict({ verdict: "missed", limits: [missedLimit, late] });
  expect(missedLimits(both)).toEqual([missedLimit, late]);
});

test("of a grouped limit, only the groups that missed decide", () => {
  const groups = [limit({ group: "gold" }), { ...missedLimit, group: "basic" }];
  const found = missedLimits(verdict({ verdict: "missed", limits: groups }));
  expect(found.map(({ group }) => group)).toEqual(["basic"]);
});

test("a table shows the first metric's value, and names another one that was missed", () => {
  const csat = limit({
    metric: "csat",
    requirement: 1,
    value: { numerator: "42", denominator: "10", text: "4.2" },
  });
  expect(shownValue(verdict({ limits: [limit(), csat] }))).toBe("98%");
  expect(shownValue(verdict({ verdict: "missed", limits: [missedLimit, csat] }))).toBe("93%");
  const missedCsat = { ...csat, met: false };
  expect(shownValue(verdict({ verdict: "missed", limits: [limit(), missedCsat] }))).toBe("csat");
  expect(shownValue(verdict({ limits: [] }))).toBe("");
  expect(shownValue(verdict({ limits: [limit({ value: null })] }))).toBe("");
});

test("of a grouped metric, the group that was missed or is nearest is shown", () => {
  const gold = limit({ group: "gold", value: share(99, 100, "99%") });
  const basic = limit({ group: "basic", value: share(96, 100, "96%") });
  const distance = {
    direction: "margin",
    rows: 1,
    gap: null,
    text: "",
    metric: "on_time",
    group: "basic",
  } as const;
  expect(shownValue(verdict({ limits: [gold, basic], distance }))).toBe("96%");
  const missed = { ...missedLimit, group: "basic" };
  expect(shownValue(verdict({ verdict: "missed", limits: [gold, missed] }))).toBe("93%");
});
