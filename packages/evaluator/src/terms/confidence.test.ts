import { describe, expect, it } from "vitest";
import {
  average,
  leaf,
  literal,
  metric,
  netScore,
  ratio,
  rule,
  share,
  standingBundle,
} from "../../../../test/support/standing-bundle.ts";
import { judge } from "../all/all.ts";
import type { MetricPlan } from "../bundle/metric-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";

function bundleOf(
  quality: MetricPlan,
  bound: readonly [number, number],
  standard: Partial<StandardPlan> = {},
  more: Partial<Bundle> = {},
): Bundle {
  const value = ratio(...bound);
  return standingBundle({
    metric: quality,
    comparison: { operator: "at_least", values: [literal(...bound)], words: "at least", text: "the bound" },
    rules: [
      rule("fine/met", leaf("metric:quality", "strict:at_least", value)),
      rule(
        "fine/missed",
        leaf("metric:quality", "strict:less_than", value),
        leaf("confident:fine/missed", "strict:is", true),
      ),
    ],
    standard: {
      confidence: { percent: 95, otherwise: "excused", origin: { file: "f", line: 1, text: "" } },
      ...standard,
    },
    more,
  });
}

function judged(bundle: Bundle, visits: readonly object[]) {
  const result = judge(bundle, { partners: [{ id: "A" }], visits }, { asOf: "2026-02-01T00:00:00Z" });
  expect(result.problems).toEqual([]);
  const [verdict] = result.verdicts;
  return `${verdict?.verdict} ${verdict?.limits[0]?.met} ${JSON.stringify(verdict?.limits[0]?.confidence)}`;
}

const good = (count: number, of = 100): object[] =>
  Array.from({ length: of }, (_, index) => ({
    partner: "A",
    at: "2026-01-10",
    good: index < count ? "yes" : "no",
  }));

const scores = (...values: readonly number[]): object[] =>
  values.map((score) => ({ partner: "A", at: "2026-01-10", score }));

describe("confidence", () => {
  const percent = metric(share, { kind: "percent" });

  it("misses a share only where its whole interval is below", () => {
    const bundle = bundleOf(percent, [95, 100]);
    expect([95, 94, 91, 90].map((count) => judged(bundle, good(count)))).toEqual([
      'met true {"percent":"95%","wrongSide":false}',
      'excused null {"percent":"95%","wrongSide":false}',
      'excused null {"percent":"95%","wrongSide":false}',
      'missed false {"percent":"95%","wrongSide":true}',
    ]);
  });

  it("says nothing of nothing", () => {
    expect(judged(bundleOf(percent, [95, 100]), [])).toBe(
      'not_enough_data null {"percent":"95%","wrongSide":null}',
    );
  });

  it("takes the squares of an average's values, also of single groups of rows", () => {
    const bundle = bundleOf(metric(average, { kind: "number" }), [2, 1]);
    // Mean 1.5; with t² = 10.127964 at 3 degrees half an interval is 0.9187.
    expect(judged(bundle, scores(1, 1, 2, 2))).toBe('excused null {"percent":"95%","wrongSide":false}');
    expect(judged(bundle, scores(1, 1, 1.1, 1))).toBe('missed false {"percent":"95%","wrongSide":true}');
    expect(judged(bundle, scores(1))).toBe('excused null {"percent":"95%","wrongSide":null}');
    expect(judged(bundle, scores(2))).toBe('met true {"percent":"95%","wrongSide":null}');
  });

  it("leaves values out of the squares that an exclusion removes", () => {
    const exclusion = {
      name: "storm",
      label: null,
      removes: {
        dataset: "visits",
        where: {
          kind: "compare",
          left: { kind: "field", name: "score" },
          operator: "more_than",
          right: [literal(100)],
        },
      },
      affected: null,
      evidence: null,
      recorded: null,
      because: null,
      origin: { file: "f", line: 1, text: "" },
    } as const;
    const bundle = bundleOf(
      metric(average, { kind: "number" }),
      [2, 1],
      { excluding: ["storm"] },
      {
        exclusions: [exclusion],
      },
    );
    expect(judged(bundle, scores(1, 1, 1.1, 1, 900))).toBe('missed false {"percent":"95%","wrongSide":true}');
  });

  it("asks a net score in its own unit", () => {
    const bundle = bundleOf(metric(netScore, { kind: "number" }), [50, 1]);
    const answers = (promoters: number, detractors: number, others: number): object[] =>
      scores(
        ...Array.from({ length: promoters }, () => 10),
        ...Array.from({ length: detractors }, () => 0),
        ...Array.from({ length: others }, () => 8),
      );
    // 30, of which the interval reaches up to 45.3.
    expect(judged(bundle, answers(50, 20, 30))).toBe('missed false {"percent":"95%","wrongSide":true}');
    // 36, and up to 51.2.
    expect(judged(bundle, answers(54, 18, 28))).toBe('excused null {"percent":"95%","wrongSide":false}');
    expect(judged(bundle, answers(60, 10, 30))).toBe('met true {"percent":"95%","wrongSide":false}');
  });

  it("decides each group by itself, and the undecided one gives the verdict", () => {
    const bundle = bundleOf(metric(average, { kind: "number" }), [2, 1]);
    const [standard] = bundle.standards;
    if (standard === undefined) throw new TypeError("the sample has a standard");
    const requires = standard.requires.map((sentence) => ({
      ...sentence,
      alternatives: sentence.alternatives.map((limit) => ({ ...limit, group: "good" })),
    }));
    const grouped = { ...bundle, standards: [{ ...standard, requires }] };
    const rows = (answer: string, ...values: readonly number[]): object[] =>
      values.map((score) => ({ partner: "A", at: "2026-01-10", good: answer, score }));
    const limits = (visits: readonly object[]): readonly string[] => {
      const result = judge(grouped, { partners: [{ id: "A" }], visits }, { asOf: "2026-02-01T00:00:00Z" });
      const [verdict] = result.verdicts;
      return [
        `${verdict?.verdict}`,
        ...(verdict?.limits ?? []).map(
          ({ group, met, confidence }) => `${group} ${met} ${confidence?.wrongSide}`,
        ),
      ];
    };
    const unsure = rows("yes", 1, 1, 2, 2);
    expect(limits([...unsure, ...rows("no", 2, 3)])).toEqual(["excused", "no true false", "yes null false"]);
    expect(limits([...unsure, ...rows("no", 1, 1, 1.1, 1)])).toEqual([
      "missed",
      "no false true",
      "yes null false",
    ]);
  });
});
