import fc from "fast-check";
import { expect, it } from "vitest";
import {
  average,
  date,
  field,
  leaf,
  limit,
  literal,
  metric,
  ratio,
  rule,
  share,
  standingBundle,
  text,
} from "../../../../test/support/standing-bundle.ts";
import { judge } from "../all/all.ts";
import type { Bundle } from "../bundle/rule.ts";

const origin = { file: "f", line: 1, text: "" };
const population = { dataset: "papers", where: null };

/** Peers, confidence, a ramp-up, an attestation and a duty at once. */
function bundleOfAll(): Bundle {
  const bundle = standingBundle({
    metric: metric(share, { kind: "percent" }),
    comparison: {
      operator: "at_least_peers",
      by: null,
      best: null,
      words: "at least",
      text: "peer average",
    },
    rules: [
      rule("fine/met", leaf("peers:quality::difference", "strict:at_least", ratio(0))),
      rule("fine/missed", leaf("peers:quality::difference", "strict:less_than", ratio(0))),
      rule("sure/met", leaf("metric:mean", "strict:at_least", ratio(5))),
      rule(
        "sure/missed",
        leaf("metric:mean", "strict:less_than", ratio(5)),
        leaf("confident:sure/missed", "strict:is", true),
      ),
    ],
  });
  const [fine] = bundle.standards;
  const [visits] = bundle.datasets;
  if (fine === undefined || visits === undefined) throw new TypeError("the sample has a standard");
  const five = { operator: "at_least", values: [literal(5)], words: "at least", text: "5" } as const;
  const [first] = limit(five).rows;
  if (first === undefined) throw new TypeError("the limit has a row");
  const rows = [{ ...first, met: "sure/met", missed: "sure/missed" }];
  return {
    ...bundle,
    datasets: [
      visits,
      {
        ...visits,
        name: "papers",
        source: "papers.csv",
        fields: [field("partner", text), field("at", date), field("until", date, true)],
      },
    ],
    metrics: [...bundle.metrics, metric(average, { kind: "number" }, { name: "mean" })],
    standards: [
      fine,
      {
        ...fine,
        name: "sure",
        requires: [{ alternatives: [{ ...limit(five), metric: "mean", rows }], origin }],
        confidence: { percent: 90, otherwise: "not_enough_data", origin },
      },
    ],
    rampUps: [
      {
        name: "young",
        label: null,
        scope: null,
        since: "joined",
        runs: { kind: "until", rows: 3, population: { dataset: "visits", where: null } },
        suspends: null,
        origin,
      },
    ],
    attestations: [
      {
        name: "code",
        label: "Code",
        party: "partner",
        evidence: null,
        recorded: population,
        valid: { kind: "until", field: "until" },
        due: null,
        origin,
      },
    ],
    duties: [
      {
        name: "lists",
        label: null,
        party: "partner",
        delivers: null,
        recorded: population,
        due: {
          kind: "after",
          length: { kind: "civil", count: 40, unit: "day" },
          span: "month",
          calendar: null,
        },
        when: null,
        missedCounts: "sure",
        origin,
      },
    ],
  };
}

const partners = ["A", "B", "C", "D", "E", "F", "G"];
const day = fc.constantFrom("2026-01-01", "2026-01-15", "2026-02-01", "2026-02-20", "2026-03-10");
const visit = fc.record({
  partner: fc.constantFrom(...partners),
  at: day,
  good: fc.constantFrom("yes", "no"),
  score: fc.constantFrom(1, 4, 5, 9.5),
});
const paper = fc.record({
  partner: fc.constantFrom(...partners),
  at: day,
  until: fc.constantFrom("", "2026-03-01", "2026-12-31"),
});

it("gives the same bytes whatever the order of rows", () => {
  const bundle = bundleOfAll();
  const given = partners.map((id, index) => ({ id, joined: index % 2 === 0 ? "2025-06-01" : "2026-01-10" }));
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(visit, { minLength: 20, maxLength: 60 }),
      fc.array(paper, { maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (visits, papers, dice) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, at: dice.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
        const options = { asOf: "2026-04-20T00:00:00Z" };
        const result = judge(bundle, { partners: given, visits, papers }, options);
        expect(result.problems).toEqual([]);
        for (const { standard, verdict } of result.verdicts) seen.add(`${standard} ${verdict}`);
        const other = { partners: shuffled(given), visits: shuffled(visits), papers: shuffled(papers) };
        expect(JSON.stringify(judge(bundle, other, options))).toBe(JSON.stringify(result));
      },
    ),
    { seed: 7, numRuns: 60 },
  );
  // The rows are such that everything happens.
  expect([...seen].sort()).toEqual([
    "code met",
    "code missed",
    "fine excused",
    "fine met",
    "fine missed",
    "fine not_enough_data",
    "fine pending",
    "lists met",
    "lists missed",
    "lists pending",
    "sure excused",
    "sure met",
    "sure missed",
    "sure not_enough_data",
    "sure pending",
  ]);
});
