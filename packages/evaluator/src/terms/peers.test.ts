import { describe, expect, it } from "vitest";
import {
  leaf,
  metric,
  ratio,
  rule,
  share,
  standingBundle,
} from "../../../../test/support/standing-bundle.ts";
import { judge } from "../all/all.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { RelativeComparison, StandardPlan } from "../bundle/standard-plan.ts";
import { judge as judgeWithoutParts } from "../judge.ts";

type Standing = "difference" | "standing";

function bundleOf(
  comparison: Partial<RelativeComparison>,
  more: Partial<Bundle> = {},
  standard: Partial<StandardPlan> = {},
  better: "higher" | "lower" = "higher",
): Bundle {
  const { operator = "at_least_peers", by = null, best = null } = comparison;
  const kind: Standing = best === null ? "difference" : "standing";
  const fact = `peers:quality:${by ?? ""}:${kind}`;
  const bound = best ?? ratio(0);
  const atLeast = operator === "at_least_peers";
  return standingBundle({
    metric: metric(share, { kind: "percent" }, { better }),
    comparison: { operator, by, best, words: "at least", text: "peer average" },
    rules: [
      rule("fine/met", leaf(fact, atLeast ? "strict:at_least" : "strict:at_most", bound)),
      rule("fine/missed", leaf(fact, atLeast ? "strict:less_than" : "strict:more_than", bound)),
    ],
    standard,
    more,
  });
}

/** So many good visits of ten for each partner, in January. */
function visitsOf(good: Readonly<Record<string, number>>, at = "2026-01-10"): object[] {
  return Object.entries(good).flatMap(([partner, count]) =>
    Array.from({ length: 10 }, (_, index) => ({ partner, at, good: index < count ? "yes" : "no" })),
  );
}

const six = { A: 9, B: 8, C: 8, D: 7, E: 6, F: 2 };

interface Asked {
  readonly bundle: Bundle;
  readonly good?: Readonly<Record<string, number>>;
  readonly partners?: readonly object[];
  readonly visits?: readonly object[];
  readonly asOf?: string;
}

function judged({ bundle, good = six, partners, visits, asOf = "2026-02-01" }: Asked) {
  const listed = partners ?? Object.keys(good).map((id) => ({ id }));
  const sources = { partners: listed, visits: visits ?? visitsOf(good) };
  const result = judge(bundle, sources, { asOf: `${asOf}T00:00:00Z` });
  expect(result.problems).toEqual([]);
  return result.verdicts;
}

function lines(asked: Asked): readonly string[] {
  return judged(asked).map(({ party, verdict, limits: [limit] }) => {
    const gap = limit?.distance?.gap;
    const away =
      gap === undefined || gap === null
        ? ""
        : ` ${limit?.distance?.direction} ${gap.numerator}/${gap.denominator}`;
    const bound = limit?.bound ? ` bound ${limit.bound.numerator}/${limit.bound.denominator}` : "";
    const rank = limit?.rank ? ` rank ${limit.rank}` : "";
    return `${party.key} ${verdict} of ${limit?.peers}${bound}${rank}${away}`;
  });
}

describe("the peer average", () => {
  it("is the mean of the others' exact values, each weighing the same", () => {
    expect(lines({ bundle: bundleOf({}) })).toEqual([
      "A met of 5 bound 31/50 margin 7/25",
      "B met of 5 bound 16/25 margin 4/25",
      "C met of 5 bound 16/25 margin 4/25",
      "D met of 5 bound 33/50 margin 1/25",
      "E missed of 5 bound 17/25 short 2/25",
      "F missed of 5 bound 19/25 short 14/25",
    ]);
  });

  it("is met exactly at it, and missed a little below", () => {
    const even = { A: 5, B: 5, C: 5, D: 5, E: 5, F: 5 };
    expect(lines({ bundle: bundleOf({}), good: even })[0]).toBe("A met of 5 bound 1/2 margin 0/1");
    expect(lines({ bundle: bundleOf({}), good: { ...even, B: 6 } })[0]).toBe(
      "A missed of 5 bound 13/25 short 1/50",
    );
    expect(lines({ bundle: bundleOf({ operator: "at_most_peers" }), good: { ...even, B: 6 } })[0]).toBe(
      "A met of 5 bound 13/25 margin 1/50",
    );
  });

  it("asks for five peers", () => {
    const { F: _, ...five } = six;
    expect(lines({ bundle: bundleOf({}), good: five })).toEqual(
      ["A", "B", "C", "D", "E"].map((key) => `${key} not_enough_data of 4`),
    );
  });

  it("leaves out who is not judged by limits", () => {
    const partners = Object.keys(six).map((id) => ({ id, joined: id === "F" ? "2026-01-02" : "2025-01-01" }));
    const active = {
      ...bundleOf({}).partners,
      active: { from: "joined", until: null },
    } as Bundle["partners"];
    expect(lines({ bundle: bundleOf({}, { partners: active }), partners })[0]).toBe("A not_enough_data of 4");
  });

  it("compares only with partners that have the same value of FIELD", () => {
    const good = { ...six, G: 1, H: 10 };
    const partners = Object.keys(good).map((id) => ({
      id,
      kind: id === "G" ? "small" : id === "H" ? "" : "big",
    }));
    expect(
      lines({ bundle: bundleOf({ by: "kind" }), good, partners }).map((line) => line.slice(0, 24)),
    ).toEqual([
      "A met of 5 bound 31/50 m",
      "B met of 5 bound 16/25 m",
      "C met of 5 bound 16/25 m",
      "D met of 5 bound 33/50 m",
      "E missed of 5 bound 17/2",
      "F missed of 5 bound 19/2",
      // Alone with its value, and without one.
      "G not_enough_data of 0",
      "H not_enough_data of nul",
    ]);
  });

  it("is rounded where the agreement rounds", () => {
    const agreement = { ...bundleOf({}).agreement, rounding: 0 };
    const bundle = bundleOf({}, { agreement });
    // The others average 50.2%, which is rounded to 50%.
    const visits = [
      ...visitsOf({ A: 5, B: 5, C: 5, D: 5, E: 5 }),
      ...Array.from({ length: 100 }, (_, index) => ({
        partner: "F",
        at: "2026-01-10",
        good: index < 51 ? "yes" : "no",
      })),
    ];
    expect(lines({ bundle, visits, good: six })[0]).toBe("A met of 5 bound 251/500 margin 0/1");
  });

  it("is not known while the window lasts", () => {
    const verdicts = judged({ bundle: bundleOf({}), asOf: "2026-01-31" });
    expect(verdicts.map(({ verdict, provisional }) => `${verdict} ${provisional}`)).toEqual(
      Array.from({ length: 6 }, () => "pending not_enough_data"),
    );
  });

  it("is told without naming anybody", () => {
    const [first, , , , , last] = judged({ bundle: bundleOf({}) });
    expect(first?.reasons).toEqual([
      "Quality is 90% (9 of 10 visits), at least peer average is asked for: 28 percentage points to spare (62% on average of 5 peers)",
    ]);
    expect(last?.reasons[0]).toContain("56 percentage points below the limit (76% on average of 5 peers)");
  });
});

describe("the best of peers", () => {
  const best = (percent: number) => ({ operator: "in_best" as const, best: ratio(percent, 100) });

  it("ranks, and partners with equal values share the better rank", () => {
    expect(lines({ bundle: bundleOf(best(50)) })).toEqual([
      "A met of 5 rank 1 margin 1/5",
      "B met of 5 rank 2 margin 1/10",
      "C met of 5 rank 2 margin 1/10",
      "D missed of 5 rank 4 short 1/10",
      "E missed of 5 rank 5 short 1/5",
      "F missed of 5 rank 6 short 3/5",
    ]);
  });

  it("has no distance where nobody can be so good", () => {
    // A sixth of six is one place, a tenth is none.
    expect(lines({ bundle: bundleOf(best(17)) })[0]).toBe("A met of 5 rank 1 margin 1/10");
    expect(lines({ bundle: bundleOf(best(10)) })[0]).toBe("A missed of 5 rank 1");
  });

  it("counts from the lowest where lower is better", () => {
    expect(lines({ bundle: bundleOf(best(20), {}, {}, "lower") })).toEqual([
      "A missed of 5 rank 6 short 7/10",
      "B missed of 5 rank 4 short 3/5",
      "C missed of 5 rank 4 short 3/5",
      "D missed of 5 rank 3 short 1/2",
      "E missed of 5 rank 2 short 2/5",
      "F met of 5 rank 1 margin 2/5",
    ]);
  });
});

describe("peers in partner years", () => {
  const yearly: Partial<StandardPlan> = {
    measured: [{ window: { kind: "partner_year", from: "joined" }, when: null, metrics: [] }],
  };
  const partners = Object.keys(six).map((id, index) => ({ id, joined: `2026-0${index + 1}-01` }));
  const visits = Object.entries(six).flatMap(([partner, count], index) =>
    visitsOf({ [partner]: count }, `2026-0${index + 1}-10`),
  );

  it("are those that begin in the same year of the agreement, once all of them are final", () => {
    const bundle = bundleOf({}, {}, yearly);
    const early = judged({ bundle, partners, visits, asOf: "2027-05-31" });
    expect(early.filter(({ period }) => period.label < "2027").map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 6 }, () => "pending"),
    );
    const late = judged({ bundle, partners, visits, asOf: "2027-06-01" });
    expect(
      late
        .filter(({ period }) => period.label < "2027")
        .map(({ party, period, verdict }) => `${party.key} ${period.label} ${verdict}`),
    ).toEqual([
      "A 2026-01-01 met",
      "B 2026-02-01 met",
      "C 2026-03-01 met",
      "D 2026-04-01 met",
      "E 2026-05-01 missed",
      "F 2026-06-01 missed",
    ]);
  });
});

describe("without the part", () => {
  it("nothing is judged, and the import is named", () => {
    const { problems, verdicts } = judgeWithoutParts(
      bundleOf({}),
      { partners: [], visits: [] },
      { asOf: "2026-02-01T00:00:00Z" },
    );
    expect(verdicts).toEqual([]);
    expect(problems).toEqual([
      {
        code: "TEN4006",
        message:
          "the agreement has relative limits, confidence, ramp-ups, attestations or duties; pass `termEngine` of `@tenet-lang/evaluator/terms` as `terms`",
      },
    ]);
  });
});
