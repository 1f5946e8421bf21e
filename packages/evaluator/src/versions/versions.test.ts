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
import { judge, judgeVersions } from "../all/all.ts";
import type { AgreementPlan } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Window } from "../bundle/standard-plan.ts";

/** A version that asks for so many percent of good visits. */
function version(
  name: string,
  from: string,
  until: string | null,
  percent: number,
  {
    window = { kind: "calendar", span: "month" },
    ...more
  }: Partial<AgreementPlan> & { window?: Window } = {},
): Bundle {
  const bound = ratio(percent, 100);
  const bundle = standingBundle({
    metric: metric(share, { kind: "percent" }),
    comparison: {
      operator: "at_least",
      values: [literal(percent, 100)],
      words: "at least",
      text: `${percent}%`,
    },
    rules: [
      rule("fine/met", leaf("metric:quality", "strict:at_least", bound)),
      rule("fine/missed", leaf("metric:quality", "strict:less_than", bound)),
    ],
    standard: { measured: [{ window, when: null, metrics: [] }] },
  });
  return {
    ...bundle,
    agreement: { ...bundle.agreement, version: name, effective: { from, until }, ...more },
    fingerprint: `sha256:${name}`,
  };
}

const again = rule("again", leaf("run:missed", "strict:at_least", ratio(2)));

/** One visit a month, every other one good. */
const visits = Array.from({ length: 24 }, (_, index) => ({
  partner: "A",
  at: `2026-${String(Math.floor(index / 2) + 1).padStart(2, "0")}-10`,
  good: index % 2 === 0 ? "yes" : "no",
}));
const sources = { partners: [{ id: "A" }], visits };

function judged(bundles: readonly Bundle[], asOf = "2026-07-01") {
  const result = judgeVersions(
    bundles.map((bundle) => ({ bundle, sources })),
    { asOf: `${asOf}T00:00:00Z` },
  );
  expect(result.problems).toEqual([]);
  return result;
}

const lines = (bundles: readonly Bundle[], asOf?: string): readonly string[] =>
  judged(bundles, asOf).verdicts.map(
    ({ period, version: by, verdict }) => `${period.label} ${by} ${verdict}`,
  );

describe("versions", () => {
  it("govern the windows that begin while they are in force, the one that begins last first", () => {
    const early = version("1.0.0", "2026-01-01", "2026-12-31", 50);
    const late = version("2.0.0", "2026-03-01", "2026-04-30", 60);
    expect(lines([early, late])).toEqual([
      "2026-01 1.0.0 met",
      "2026-02 1.0.0 met",
      "2026-03 2.0.0 missed",
      "2026-04 2.0.0 missed",
      "2026-05 1.0.0 met",
      "2026-06 1.0.0 met",
    ]);
    expect(lines([late, early])).toEqual(lines([early, late]));
  });

  it("judge a window over their seam by the first, if no day is without a version", () => {
    const early = version("1.0.0", "2026-01-01", "2026-02-15", 50);
    const late = version("2.0.0", "2026-02-16", null, 60);
    expect(lines([early, late], "2026-04-01")).toEqual([
      "2026-01 1.0.0 met",
      "2026-02 1.0.0 met",
      "2026-03 2.0.0 missed",
    ]);
    const gap = version("2.0.0", "2026-02-17", null, 60);
    expect(lines([early, gap], "2026-04-01")[1]).toBe("2026-02 1.0.0 not_applicable");
    expect(lines([early], "2026-04-01")[1]).toBe("2026-02 1.0.0 not_applicable");
  });

  it("assess rolling windows on the days that they govern", () => {
    const window: Window = { kind: "rolling", count: 2, unit: "month", whole: false };
    const rolling = (bundle: Bundle): Bundle => ({
      ...bundle,
      standards: bundle.standards.map((standard) => ({
        ...standard,
        assessed: { kind: "end_of", span: "month" } as const,
      })),
    });
    const early = rolling(version("1.0.0", "2026-01-01", "2026-02-28", 50, { window }));
    const late = rolling(version("2.0.0", "2026-03-01", null, 60, { window }));
    // What is assessed on the first of March is over on the last day of the first version, which therefore governs.
    expect(lines([early, late], "2026-04-01")).toEqual([
      "2026-02-01 1.0.0 met",
      "2026-03-01 1.0.0 met",
      "2026-04-01 2.0.0 missed",
    ]);
    // Where the first goes on beside the second, every window has one version all the same: that of the day before.
    const beside = rolling(version("1.0.0", "2026-01-01", null, 50, { window }));
    const between = rolling(version("2.0.0", "2026-03-01", "2026-04-30", 60, { window }));
    expect(lines([beside, between], "2026-06-01")).toEqual([
      "2026-02-01 1.0.0 met",
      "2026-03-01 1.0.0 met",
      "2026-04-01 2.0.0 missed",
      "2026-05-01 2.0.0 missed",
      "2026-06-01 1.0.0 met",
    ]);
  });

  it("say which of them there are, and which has begun", () => {
    const early = version("1.0.0", "2026-01-01", "2026-02-28", 50);
    const late = version("2.0.0", "2026-03-01", null, 60);
    const { agreement, versions, data } = judged([early, late], "2026-02-28");
    expect(agreement).toMatchObject({ version: "1.0.0", fingerprint: "sha256:1.0.0" });
    expect(judged([early, late], "2026-03-01").agreement.version).toBe("2.0.0");
    expect(versions).toEqual([
      { version: "1.0.0", from: "2026-01-01", until: "2026-02-28", fingerprint: "sha256:1.0.0" },
      { version: "2.0.0", from: "2026-03-01", until: null, fingerprint: "sha256:2.0.0" },
    ]);
    expect(data.map(({ dataset, version: by, rows }) => `${dataset} ${by} ${rows}`)).toEqual([
      "partners 1.0.0 1",
      "visits 1.0.0 24",
      "partners 2.0.0 1",
      "visits 2.0.0 24",
    ]);
  });

  it("give alone what judging gives", () => {
    const bundle = version("1.0.0", "2026-01-01", "2026-12-31", 50);
    const options = { asOf: "2026-07-01T00:00:00Z" };
    expect(JSON.stringify(judgeVersions([{ bundle, sources }], options))).toBe(
      JSON.stringify(judge(bundle, sources, options)),
    );
  });

  it("are one series to what follows from verdicts", () => {
    const points = (bundle: Bundle): Bundle => ({
      ...bundle,
      rules: [...bundle.rules, again],
      points: [
        {
          name: "marks",
          label: null,
          party: "partner",
          on: "fine",
          bands: [{ points: ratio(1), when: null, origin: bundle.agreement.origin }],
          doubled: { what: "missed", count: { kind: "row", length: 2 }, when: "again" },
          origin: bundle.agreement.origin,
        },
      ],
    });
    const early = points(version("1.0.0", "2026-01-01", "2026-02-28", 60));
    const late = points(version("2.0.0", "2026-03-01", null, 60));
    const { findings } = judged([early, late], "2026-04-01");
    expect(findings.map(({ period, version: by, value }) => `${period.label} ${by} ${value}`)).toEqual([
      "2026-01 1.0.0 1",
      "2026-02 1.0.0 2",
      // The third miss in a row: the first two were of the version before.
      "2026-03 2.0.0 2",
    ]);
  });

  it("wait for sources that come in time", async () => {
    async function* later(): AsyncGenerator<object> {
      yield* visits;
    }
    const bundles = [
      version("1.0.0", "2026-01-01", "2026-02-28", 50),
      version("2.0.0", "2026-03-01", null, 60),
    ];
    const result = await judgeVersions(
      bundles.map((bundle) => ({ bundle, sources: { ...sources, visits: later() } })),
      { asOf: "2026-07-01T00:00:00Z" },
    );
    expect(result.verdicts.length).toBe(6);
  });

  it("are refused where they are not of one agreement", () => {
    const first = version("1.0.0", "2026-01-01", null, 50);
    const problemsWith = (...others: readonly Bundle[]): readonly string[] =>
      judgeVersions(
        [first, ...others].map((bundle) => ({ bundle, sources })),
        { asOf: "2026-07-01T00:00:00Z" },
      ).problems.map(({ code, message }) => `${code} ${message}`);
    expect(problemsWith(version("1.0.0", "2026-02-01", null, 50))).toEqual([
      "TEN4009 two of the versions have the version 1.0.0",
    ]);
    expect(problemsWith(version("2.0.0", "2026-01-01", null, 50))).toEqual([
      "TEN4009 two of the versions begin on 2026-01-01",
    ]);
    expect(problemsWith(version("2.0.0", "2026-02-01", null, 50, { name: "other" }))).toEqual([
      "TEN4009 the versions differ in their name: `standing` and `other`",
    ]);
    expect(
      problemsWith(version("2.0.0", "2026-02-01", null, 50, { yearStarts: { month: 4, day: 1 } })),
    ).toEqual(["TEN4009 the versions differ in their `year starts on`: `1-1` and `4-1`"]);
    expect(() => judgeVersions([], { asOf: "2026-07-01T00:00:00Z" })).toThrow(TypeError);
  });
});
