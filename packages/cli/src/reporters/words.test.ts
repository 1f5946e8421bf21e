import { expect, test } from "vitest";
import { limit, missedLimit, period, share, verdict } from "../../../../test/cli/results.ts";
import {
  count,
  decidingLimit,
  firstOf,
  grouped,
  instantWords,
  listed,
  missedLimits,
  periodName,
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

test("the value that stands for a verdict is the missed one, else the nearest", () => {
  const other = limit({ metric: "csat", value: { numerator: "42", denominator: "10", text: "4.2" } });
  expect(
    decidingLimit(verdict({ verdict: "missed", limits: [other, { ...missedLimit, requirement: 1 }] }))
      ?.metric,
  ).toBe("on_time");
  const distance = {
    direction: "margin",
    rows: 1,
    gap: null,
    text: "",
    metric: "csat",
    group: null,
  } as const;
  expect(decidingLimit(verdict({ limits: [limit(), other], distance }))?.metric).toBe("csat");
  expect(decidingLimit(verdict({ limits: [] }))).toBeNull();
});
