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
import type { Bundle } from "../bundle/rule.ts";
import { judge } from "../judge.ts";

const bundle = (more: Partial<Bundle> = {}): Bundle =>
  standingBundle({
    metric: metric(share, { kind: "percent" }),
    comparison: { operator: "at_least", values: [literal(1, 2)], words: "at least", text: "50%" },
    rules: [
      rule("fine/met", leaf("metric:quality", "strict:at_least", ratio(1, 2))),
      rule("fine/missed", leaf("metric:quality", "strict:less_than", ratio(1, 2))),
    ],
    standard: { measured: [{ window: { kind: "partner_year", from: "joined" }, when: null, metrics: [] }] },
    more,
  });

interface Visit {
  readonly partner: string;
  readonly at: string;
  readonly good: string;
}

function verdicts(partners: readonly object[], visits: readonly Visit[], asOf: string, of = bundle()) {
  const result = judge(of, { partners, visits }, { asOf: `${asOf}T00:00:00Z` });
  expect(result.problems).toEqual([]);
  return result.verdicts.map(
    ({ party, period, verdict, rows }) =>
      `${party.key} ${period.label} ${period.firstDay}..${period.lastDay} ${verdict} ${rows.used}`,
  );
}

describe("partner years", () => {
  it("begin on each partner's own date, and hold its rows", () => {
    const partners = [{ id: "A", joined: "2024-03-15" }, { id: "B", joined: "2026-06-01" }, { id: "C" }];
    const visits = [
      { partner: "A", at: "2026-03-14", good: "yes" },
      { partner: "A", at: "2026-03-15", good: "yes" },
      { partner: "A", at: "2027-03-14", good: "yes" },
      { partner: "A", at: "2027-03-15", good: "no" },
      { partner: "B", at: "2026-03-15", good: "yes" },
      { partner: "B", at: "2026-06-01", good: "no" },
      { partner: "C", at: "2026-06-01", good: "no" },
    ];
    expect(verdicts(partners, visits, "2027-08-01")).toEqual([
      "A 2026-03-15 2026-03-15..2027-03-14 met 2",
      // It runs past the agreement's last day.
      "A 2027-03-15 2027-03-15..2028-03-14 not_applicable 0",
      "B 2026-06-01 2026-06-01..2027-05-31 missed 1",
      "B 2027-06-01 2027-06-01..2028-05-31 not_applicable 0",
    ]);
  });

  it("are pending until they end, and not judged before they begin", () => {
    const partners = [{ id: "A", joined: "2026-05-01" }];
    expect(verdicts(partners, [], "2026-05-01")).toEqual([]);
    expect(verdicts(partners, [], "2026-05-02")).toEqual(["A 2026-05-01 2026-05-01..2027-04-30 pending 0"]);
  });

  it("clamp month ends from the first date", () => {
    const partners = [{ id: "A", joined: "2024-02-29" }];
    const long = bundle({
      agreement: { ...bundle().agreement, effective: { from: "2026-01-01", until: "2029-12-31" } },
    });
    expect(verdicts(partners, [], "2029-12-31", long)).toEqual([
      "A 2026-02-28 2026-02-28..2027-02-27 not_enough_data 0",
      "A 2027-02-28 2027-02-28..2028-02-28 not_enough_data 0",
      "A 2028-02-29 2028-02-29..2029-02-27 not_enough_data 0",
      "A 2029-02-28 2029-02-28..2030-02-27 not_applicable 0",
    ]);
  });

  it("are cut into whole spans for means of periods", () => {
    const quarterly = metric({ kind: "period_mean", metric: "part", span: "month" }, { kind: "percent" });
    const of = bundle({ metrics: [quarterly, metric(share, { kind: "percent" }, { name: "part" })] });
    const partners = [
      { id: "A", joined: "2026-01-10" },
      { id: "B", joined: "2026-06-01" },
    ];
    // Of A's year, January is not whole: what happened on the 20th is in no month.
    const visits = [
      { partner: "A", at: "2026-01-20", good: "no" },
      { partner: "A", at: "2026-02-20", good: "yes" },
      { partner: "B", at: "2026-06-20", good: "no" },
      { partner: "B", at: "2027-05-31", good: "no" },
    ];
    const result = judge(of, { partners, visits }, { asOf: "2027-07-01T00:00:00Z" });
    expect(
      result.verdicts
        .filter(({ verdict }) => verdict === "met" || verdict === "missed")
        .map(
          ({ party, limits }) =>
            `${party.key} ${limits[0]?.value?.numerator}/${limits[0]?.value?.denominator}`,
        ),
    ).toEqual(["A 1/1", "B 0/1"]);
  });
});
