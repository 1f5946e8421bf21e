import { describe, expect, it } from "vitest";
import {
  leaf,
  literal,
  metric,
  ratio,
  rule,
  share,
  standingBundle,
} from "../../../../test/support/standing-bundle.ts";
import { judge } from "../all/all.ts";
import type { RampUpPlan } from "../bundle/human-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";

const origin = { file: "f", line: 1, text: "" };

const young = (more: Partial<RampUpPlan<string>> = {}): RampUpPlan<string> => ({
  name: "young",
  label: null,
  scope: null,
  since: "joined",
  runs: { kind: "lasts", length: { kind: "civil", count: 2, unit: "month" } },
  suspends: null,
  origin,
  ...more,
});

function bundleOf(rampUps: readonly RampUpPlan<string>[], standard: Partial<StandardPlan> = {}): Bundle {
  return standingBundle({
    metric: metric(share, { kind: "percent" }),
    comparison: { operator: "at_least", values: [literal(1, 2)], words: "at least", text: "50%" },
    rules: [
      rule("fine/met", leaf("metric:quality", "strict:at_least", ratio(1, 2))),
      rule("fine/missed", leaf("metric:quality", "strict:less_than", ratio(1, 2))),
      rule("young/scope", leaf("partner:kind", "strict:is", "small")),
    ],
    standard,
    more: { rampUps },
  });
}

const visit = (at: string, good = "no", partner = "A"): object => ({ partner, at, good });

function judged(
  bundle: Bundle,
  partner: object,
  visits: readonly object[],
  asOf = "2026-05-01",
): readonly string[] {
  const result = judge(
    bundle,
    { partners: [{ id: "A", ...partner }], visits },
    { asOf: `${asOf}T00:00:00Z` },
  );
  expect(result.problems).toEqual([]);
  return result.verdicts.map(
    ({ period, verdict, provisional, flags }) =>
      `${period.label} ${verdict}${provisional === null ? "" : ` (${provisional})`} ${flags.join()}`,
  );
}

const monthly = ["2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10"].map((at) => visit(at));

describe("a ramp-up that lasts", () => {
  it("excuses the windows at whose first instant it runs", () => {
    expect(judged(bundleOf([young()]), { joined: "2026-01-01" }, monthly)).toEqual([
      "2026-01 excused (missed) ",
      "2026-02 excused (missed) ",
      "2026-03 missed ",
      "2026-04 missed ",
    ]);
    // It begins within January and lasts into March.
    expect(judged(bundleOf([young()]), { joined: "2026-01-02" }, monthly)).toEqual([
      "2026-01 missed ",
      "2026-02 excused (missed) ",
      "2026-03 excused (missed) ",
      "2026-04 missed ",
    ]);
  });

  it("concerns nobody without the date, or outside of its condition", () => {
    const all = ["2026-01 missed ", "2026-02 missed ", "2026-03 missed ", "2026-04 missed "];
    expect(judged(bundleOf([young()]), {}, monthly)).toEqual(all);
    const small = bundleOf([young({ scope: "young/scope" })]);
    expect(judged(small, { joined: "2026-01-01", kind: "large" }, monthly)).toEqual(all);
    expect(judged(small, { joined: "2026-01-01", kind: "small" }, monthly)[0]).toBe(
      "2026-01 excused (missed) ",
    );
  });

  it("does not excuse a window that is pending or outside of the standard", () => {
    expect(judged(bundleOf([young()]), { joined: "2026-01-01" }, monthly, "2026-01-20")).toEqual([
      "2026-01 pending (missed) ",
    ]);
  });

  it("asks a rolling window at its assessment", () => {
    const bundle = bundleOf([young()], {
      measured: [
        { window: { kind: "rolling", count: 3, unit: "month", whole: false }, when: null, metrics: [] },
      ],
      assessed: { kind: "end_of", span: "month" },
    });
    expect(judged(bundle, { joined: "2026-01-01" }, monthly)).toEqual([
      "2026-02-01 excused (missed) ",
      "2026-03-01 missed ",
      "2026-04-01 missed ",
      "2026-05-01 missed ",
    ]);
  });

  it("leaves verdicts as they are where it suspends, and flags them", () => {
    const bundle = bundleOf([young({ suspends: ["late"] })]);
    expect(judged(bundle, { joined: "2026-01-01" }, monthly)).toEqual([
      "2026-01 missed ramp_up",
      "2026-02 missed ramp_up",
      "2026-03 missed ",
      "2026-04 missed ",
    ]);
    const both = bundleOf([young({ suspends: ["late"] }), young({ name: "other", since: "signed" })]);
    expect(judged(both, { joined: "2026-01-01", signed: "2026-02-01T00:00:00Z" }, monthly)).toEqual([
      "2026-01 missed ramp_up",
      "2026-02 excused (missed) ramp_up",
      "2026-03 excused (missed) ",
      "2026-04 missed ",
    ]);
  });
});

describe("a ramp-up until so many rows", () => {
  const until = (rows: number, since = "joined") =>
    young({ since, runs: { kind: "until", rows, population: { dataset: "visits", where: null } } });

  it("runs while fewer of them have come since the date", () => {
    const visits = [
      visit("2025-12-31"),
      visit("2026-01-01"),
      visit("2026-01-31"),
      visit("2026-02-28"),
      visit("2026-03-01"),
    ];
    expect(judged(bundleOf([until(3)]), { joined: "2026-01-01" }, visits)).toEqual([
      "2026-01 excused (missed) ",
      "2026-02 excused (missed) ",
      "2026-03 missed ",
      "2026-04 not_enough_data ",
    ]);
    // One more is asked for: the fourth comes on the first of March itself, which is not before it.
    expect(judged(bundleOf([until(4)]), { joined: "2026-01-01" }, visits)[2]).toBe(
      "2026-03 excused (missed) ",
    );
  });

  it("counts each partner's own rows, in any order, however many there are", () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      visit("2026-02-11", "yes", index % 2 === 0 ? "A" : "B"),
    );
    const bundle = bundleOf([until(2)]);
    const partners = ["A", "B", "C"].map((id) => ({ id, joined: "2026-01-01" }));
    const visits = [
      ...many,
      visit("2026-01-05", "yes", "B"),
      visit("2026-01-04", "yes", "B"),
      visit("2026-02-05", "yes", "C"),
    ];
    const result = judge(bundle, { partners, visits }, { asOf: "2026-05-01T00:00:00Z" });
    expect(result.verdicts.map(({ verdict }) => verdict).join()).toBe(
      [
        ...["excused", "excused", "not_enough_data", "not_enough_data"],
        ...["excused", "met", "not_enough_data", "not_enough_data"],
        ...["excused", "excused", "excused", "excused"],
      ].join(),
    );
  });
});

describe("a ramp-up until so many rows that are looked up elsewhere", () => {
  it("finds them, whatever comes first", () => {
    const bundle = bundleOf([
      young({
        runs: {
          kind: "until",
          rows: 1,
          population: {
            dataset: "visits",
            where: { kind: "has", dataset: "praise", key: "partner", within: null, where: null },
          },
        },
      }),
    ]);
    const [visits] = bundle.datasets;
    if (visits === undefined) throw new TypeError("the sample has visits");
    const praise = { ...visits, name: "praise", source: "praise.csv" };
    const of = (rows: readonly object[]): readonly string[] =>
      judge(
        { ...bundle, datasets: [visits, praise] },
        { partners: [{ id: "A", joined: "2026-01-01" }], visits: [visit("2026-01-10")], praise: rows },
        { asOf: "2026-03-01T00:00:00Z" },
      ).verdicts.map(({ verdict }) => verdict);
    expect(of([visit("2026-01-01")])).toEqual(["excused", "not_enough_data"]);
    expect(of([])).toEqual(["excused", "excused"]);
  });
});
