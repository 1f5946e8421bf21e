import type { Bundle, RuleCondition } from "@tenet-lang/evaluator";
import { readBundle } from "@tenet-lang/evaluator/bundle";
import { type FactValue, runRules } from "@tenet-lang/evaluator/engine";
import { describe, expect, it } from "vitest";
import {
  amendment,
  atLeast,
  below,
  inCountry,
  limit,
  percent,
  row,
  sampleModel,
  standard,
} from "../../../../test/support/sample-model.ts";
import type { LimitModel, Model } from "../check/model.ts";
import { compile } from "./compile.ts";

/** The bundle of a model, which must also pass the gate for foreign bundles. */
function bundleOf(model: Model): Bundle {
  const { value, diagnostics } = compile(model, { zoneVersion: "2026c" });
  expect(diagnostics).toEqual([]);
  expect(readBundle(JSON.stringify(value))).toEqual({ ok: true, bundle: value });
  if (value === null) throw new Error("no bundle");
  return value;
}

const share = (hundredths: number): FactValue => ({ numerator: BigInt(hundredths), denominator: 100n });
const count = (rows: number): FactValue => ({ numerator: BigInt(rows), denominator: 1n });

/** The rules that fire, without the standard's name. */
async function fired(bundle: Bundle, facts: Readonly<Record<string, FactValue>>): Promise<readonly string[]> {
  return (await runRules(bundle.rules, facts)).map((name) => name.replace("punctual/", ""));
}

const conditionOf = (bundle: Bundle, name: string): readonly RuleCondition[] | undefined =>
  bundle.rules.find((rule) => rule.name === name)?.conditions.all;

describe("a limit with a single row", () => {
  it("is always in force, met or missed, and undecided without a value", async () => {
    const bundle = bundleOf(sampleModel([standard("punctual", [limit("on_time", row(atLeast(95)))])]));
    expect(bundle.standards[0]?.requires[0]?.alternatives[0]?.rows).toMatchObject([
      {
        applies: null,
        met: "punctual/limit 1.1/row 1/met",
        missed: "punctual/limit 1.1/row 1/missed",
        amendment: null,
      },
    ]);
    expect(await fired(bundle, { "metric:on_time": share(95) })).toEqual(["limit 1.1/row 1/met"]);
    expect(await fired(bundle, { "metric:on_time": share(94) })).toEqual(["limit 1.1/row 1/missed"]);
    expect(await fired(bundle, {})).toEqual([]);
  });

  it("keeps a range inside its two ends", async () => {
    const between = {
      operator: "between",
      values: [percent(90), percent(95)],
      words: "from",
      text: "90% to 95%",
    } as const;
    const bundle = bundleOf(sampleModel([standard("punctual", [limit("on_time", row(between))])]));
    for (const [value, verdict] of [
      [89, "missed"],
      [90, "met"],
      [95, "met"],
      [96, "missed"],
    ] as const) {
      expect(await fired(bundle, { "metric:on_time": share(value) })).toEqual([`limit 1.1/row 1/${verdict}`]);
    }
  });
});

describe("a limit that varies", () => {
  const varied = limit(
    "on_time",
    row(atLeast(99), inCountry("US")),
    row(atLeast(85), inCountry("CA")),
    row(atLeast(95)),
  );

  it("is in force in its first row that holds; an undecided row is passed over", async () => {
    const bundle = bundleOf(sampleModel([standard("punctual", [varied])]));
    const applying = async (country: string | null): Promise<readonly string[]> => {
      const names = await fired(bundle, country === null ? {} : { "partner:country": country });
      return names.filter((name) => name.endsWith("/applies"));
    };
    expect(await applying("US")).toEqual(["limit 1.1/row 1/applies"]);
    expect(await applying("CA")).toEqual(["limit 1.1/row 2/applies"]);
    expect(await applying("NL")).toEqual(["limit 1.1/row 3/applies"]);
    expect(await applying(null)).toEqual(["limit 1.1/row 3/applies"]);
  });

  it("does not repeat its conditions in met and missed", () => {
    const bundle = bundleOf(sampleModel([standard("punctual", [varied])]));
    expect(conditionOf(bundle, "punctual/limit 1.1/row 1/met")).toEqual([
      { fact: "metric:on_time", operator: "strict:at_least", value: { numerator: "99", denominator: "100" } },
    ]);
    expect(conditionOf(bundle, "punctual/limit 1.1/row 2/applies")).toEqual([
      { fact: "partner:country", operator: "strict:is", value: "CA" },
      { not: { fact: "partner:country", operator: "strict:is", value: "US" } },
    ]);
  });

  it("changes on the days of its rows", async () => {
    const dated = limit(
      "on_time",
      row(atLeast(97), null, "2026-07-01"),
      row(atLeast(95), null, "2026-04-01"),
      row(atLeast(90)),
    );
    const bundle = bundleOf(sampleModel([standard("punctual", [dated])]));
    for (const [day, number] of [
      ["2026-03-31", 3],
      ["2026-04-01", 2],
      ["2026-06-30", 2],
      ["2026-07-01", 1],
    ] as const) {
      expect(await fired(bundle, { day })).toEqual([`limit 1.1/row ${number}/applies`]);
    }
  });
});

describe("an amendment", () => {
  const model = sampleModel([standard("punctual", [limit("on_time", row(atLeast(95)))])], {
    amendments: [
      amendment("summer", { from: "2026-07-01", until: "2026-07-31", comparison: atLeast(80) }),
      amendment("peak"),
      amendment("elsewhere", { standard: "tracking", metric: "tracked" }),
    ],
  });
  const both = {
    ...model,
    standards: [...model.standards, standard("tracking", [limit("tracked", row(atLeast(50)))])],
  };

  it("stands before the limit's own rows, and only in the limit that it changes", () => {
    const bundle = bundleOf(both);
    const rowsOf = (index: number) => bundle.standards[index]?.requires[0]?.alternatives[0]?.rows;
    expect(rowsOf(0)?.map((one) => [one.amendment, one.comparison.text])).toEqual([
      ["peak", "90%"],
      ["summer", "80%"],
      [null, "95%"],
    ]);
    expect(rowsOf(1)?.map((one) => one.amendment)).toEqual(["elsewhere", null]);
    expect(bundle.amendments.map((one) => one.name)).toEqual(["elsewhere", "peak", "summer"]);
    expect(bundle.amendments[0]).not.toHaveProperty("comparison");
  });

  it("is in force for its partner, on its days, both included", async () => {
    const bundle = bundleOf(both);
    for (const [party, day, name] of [
      ["P1", "2026-10-31", "row 1"],
      ["P1", "2026-11-01", "amendment peak"],
      ["P1", "2026-12-31", "amendment peak"],
      ["P1", "2026-07-31", "amendment summer"],
      ["P2", "2026-11-01", "row 1"],
    ] as const) {
      const names = (await fired(bundle, { party, day })).filter((one) => one.startsWith("limit"));
      expect(names).toEqual([`limit 1.1/${name}/applies`]);
    }
  });
});

describe("a tolerance", () => {
  const tolerant: LimitModel = {
    ...limit("on_time", row(atLeast(95))),
    tolerates: {
      metric: "late",
      fewerThan: 3,
      origin: { file: "sample.tenet", line: 31, text: "tolerates" },
    },
  };
  const bundle = bundleOf(sampleModel([standard("punctual", [tolerant])]));

  it.each([
    [share(95), count(9), "met"],
    [share(94), count(2), "met"],
    [share(94), count(3), "missed"],
    [share(94), null, "missed"],
    [null, count(0), null],
  ])("turns a missed limit to met, and never an undecided one", async (value, late, verdict) => {
    const facts = { ...(value && { "metric:on_time": value }), ...(late && { "metric:late": late }) };
    expect(await fired(bundle, facts)).toEqual(verdict === null ? [] : [`limit 1.1/row 1/${verdict}`]);
  });
});

describe("the other decisions of a standard", () => {
  const model = sampleModel([
    standard("punctual", [], {
      scope: [inCountry("NL"), { kind: "not", of: inCountry("BE") }],
      gates: [below("tracked", 50)],
      requires: [
        {
          alternatives: [limit("on_time", row(atLeast(95))), limit("tracked", row(atLeast(99)))],
          origin: { file: "sample.tenet", line: 1, text: "" },
        },
        {
          alternatives: [limit("tracked", row(atLeast(20)))],
          origin: { file: "sample.tenet", line: 2, text: "" },
        },
      ],
      warnings: [
        {
          condition: below("on_time", 97),
          text: "on_time less than 97%",
          origin: { file: "sample.tenet", line: 3, text: "" },
        },
      ],
      measured: [
        { window: { kind: "rolling", count: 1, unit: "month", whole: true }, when: below("tracked", 10) },
        { window: { kind: "rolling", count: 3, unit: "month", whole: true }, when: null },
      ],
      assessed: { kind: "end_of", span: "month" },
      needs: {
        counts: { kind: "metric", name: "late" },
        rows: [
          { atLeast: 10, where: inCountry("NL") },
          { atLeast: 30, where: null },
        ],
        otherwise: "not_applicable",
        origin: { file: "sample.tenet", line: 4, text: "" },
      },
    }),
  ]);
  const bundle = bundleOf(model);

  it("are named by standard, sentence and row, each once", () => {
    expect(bundle.rules.map((rule) => rule.name)).toEqual([
      "punctual/scope 1",
      "punctual/scope 2",
      "punctual/gate 1",
      "punctual/limit 1.1/row 1/met",
      "punctual/limit 1.1/row 1/missed",
      "punctual/limit 1.2/row 1/met",
      "punctual/limit 1.2/row 1/missed",
      "punctual/limit 2.1/row 1/met",
      "punctual/limit 2.1/row 1/missed",
      "punctual/warning 1",
      "punctual/measured 1",
      "punctual/needs/row 1/applies",
      "punctual/needs/row 1/enough",
      "punctual/needs/row 2/applies",
      "punctual/needs/row 2/enough",
    ]);
    expect(bundle.standards[0]).toMatchObject({
      scope: ["punctual/scope 1", "punctual/scope 2"],
      gates: ["punctual/gate 1"],
      gateMetrics: ["tracked"],
      warnings: [{ rule: "punctual/warning 1", text: "on_time less than 97%" }],
      warningMetrics: ["on_time"],
      measured: [
        { when: "punctual/measured 1", metrics: ["tracked"] },
        { when: null, metrics: [] },
      ],
    });
  });

  it("fire on what they read", async () => {
    const facts = { "partner:country": "NL", "metric:tracked": share(9), "rows:late": count(10) };
    expect(await fired(bundle, facts)).toEqual([
      "gate 1",
      "limit 1.2/row 1/missed",
      "limit 2.1/row 1/missed",
      "measured 1",
      "needs/row 1/applies",
      "needs/row 1/enough",
      "scope 1",
      "scope 2",
    ]);
  });
});

describe("the order of declarations", () => {
  const standards = ["b", "a", "c"].map((name) => standard(name, [limit("on_time", row(atLeast(95)))]));

  it("does not change the bundle", () => {
    const model = sampleModel(standards);
    const turned = { ...model, metrics: [...model.metrics].reverse(), standards: [...standards].reverse() };
    expect(bundleOf(turned)).toEqual(bundleOf(model));
    expect(bundleOf(model).standards.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  it("leaves the model as it was", () => {
    const model = sampleModel(standards);
    const before = structuredClone(model);
    bundleOf(model);
    expect(model).toEqual(before);
  });
});

describe("the fingerprint", () => {
  it("changes with a limit, and not with the place of a sentence or the release of the zone rules", () => {
    const of = (model: Model, zoneVersion: string) => compile(model, { zoneVersion }).value?.fingerprint;
    const model = sampleModel([standard("punctual", [limit("on_time", row(atLeast(95)))])]);
    const moved = {
      ...model,
      agreement: { ...model.agreement, origin: { file: "b.tenet", line: 9, text: "agreement" } },
    };
    expect(of(moved, "2030a")).toBe(of(model, "2026c"));
    expect(of(sampleModel([standard("punctual", [limit("on_time", row(atLeast(94)))])]), "2026c")).not.toBe(
      of(model, "2026c"),
    );
  });
});

describe("what has no bundle", () => {
  it("is a term of more than a century", () => {
    const { agreement, ...rest } = sampleModel([]);
    const endless = {
      ...rest,
      agreement: { ...agreement, effective: { from: "2026-01-01", until: "9999-12-31" } },
    };
    const { value, diagnostics } = compile(endless);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, file, span }) => [code, file.path, span])).toEqual([
      ["TEN3002", "sample.tenet", { start: 0, end: 25 }],
    ]);
  });

  it("is a condition of more levels than a bundle may have", () => {
    let deep = below("tracked", 1);
    for (let level = 0; level < 40; level++)
      deep = { kind: level % 2 ? "and" : "or", of: [below("tracked", 2), deep] };
    const { value, diagnostics } = compile(sampleModel([standard("punctual", [], { gates: [deep] })]));
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: "TEN3001", span: { start: 27, end: 44 } }]);
    expect(diagnostics[0]?.file.text.slice(27, 44)).toBe("standard punctual");
  });

  it("is not a condition at the limit", () => {
    let deep = below("tracked", 1);
    for (let level = 0; level < 28; level++)
      deep = { kind: level % 2 ? "and" : "or", of: [below("tracked", 2), deep] };
    expect(
      bundleOf(sampleModel([standard("punctual", [limit("on_time", row(atLeast(1)))], { gates: [deep] })]))
        .rules.length,
    ).toBe(3);
    const deeper = {
      kind: "or",
      of: [below("tracked", 2), { kind: "and", of: [below("tracked", 2), deep] }],
    } as const;
    expect(compile(sampleModel([standard("punctual", [], { gates: [deeper] })])).value).toBeNull();
  });
});
