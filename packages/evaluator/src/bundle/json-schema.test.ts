import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { bundleJsonSchema, verdictsJsonSchema } from "../../../../scripts/generate-bundle-schema.ts";
import { mutableSample, sampleBundle } from "../../../../test/support/sample-bundle.ts";
import type { Finding } from "../judge/finding.ts";
import type { JudgeResult } from "../judge/result.ts";

const committed = (name: string): string =>
  readFileSync(new URL(`../../../../grammar/${name}`, import.meta.url), "utf8");

const validator = (schema: string) => new Ajv2020({ validateFormats: false }).compile(JSON.parse(schema));

function findingsOfAllKinds(): readonly Finding[] {
  const half = { numerator: "1", denominator: "2" };
  const ninety = { numerator: "9", denominator: "10", text: "90%" };
  const money = { amount: "150.00", currency: "EUR" };
  const common = {
    name: "x",
    label: null,
    party: { kind: "brand", key: "brand" },
    period: {
      label: "2026-01",
      start: "2025-12-31T23:00:00Z",
      end: "2026-01-31T23:00:00Z",
      firstDay: "2026-01-01",
      lastDay: "2026-01-31",
    },
    version: "1.0.0",
    exact: half,
    provisional: false,
    lines: [
      {
        what: "miss",
        of: "s",
        period: "2026-01",
        factors: [half, half],
        amount: { numerator: "1", denominator: "4" },
        rows: null,
        text: "half of a half",
        origin: { file: "a.tenet", line: 9 },
      },
    ],
    reasons: [],
    origin: { file: "a.tenet", line: 8 },
  } as const;
  const found = { step: "letter", label: null, on: "2026-02-01", cureUntil: null, noticeUntil: "2026-03-03" };
  const read = { name: "s", verdict: "met", value: ninety, period: "2026-01" } as const;
  return [
    {
      ...common,
      kind: "credit",
      value: money,
      details: {
        atRisk: money,
        forgiven: 1,
        missing: 0,
        suppressedBy: "s",
        earnedBack: null,
        owedBy: "brand",
      },
    },
    {
      ...common,
      kind: "bonus",
      value: null,
      details: { missing: 2, suppressedBy: null, owedBy: "brand" },
    },
    { ...common, kind: "points", value: "4", details: { band: 3, doubled: true, total: "12" } },
    {
      ...common,
      kind: "escalation",
      value: "letter",
      exact: null,
      lines: [],
      details: { found: [found], cured: [], holding: ["letter"], reset: false },
    },
    {
      ...common,
      kind: "ratchet",
      value: "96%",
      details: { limit: ninety, average: ninety, capped: false, begins: true },
    },
    { ...common, kind: "scorecard", value: "87.5", details: { rounded: { ...half, text: "88" } } },
    { ...common, kind: "tiers", value: "gold", exact: null, lines: [], details: { read: [read] } },
  ];
}

const result: JudgeResult = {
  schema: "tenet.verdicts/1",
  asOf: "2026-02-01T00:00:00.5Z",
  agreement: { name: "a", label: "A", version: "1.0.0", fingerprint: sampleBundle().fingerprint },
  versions: [{ version: "1.0.0", from: "2026-01-01", until: null, fingerprint: sampleBundle().fingerprint }],
  verdicts: [
    {
      kind: "standard",
      standard: "s",
      label: "S",
      party: { kind: "partner", key: "P1" },
      owes: "brand",
      period: {
        label: "2026-01",
        start: "2025-12-31T23:00:00Z",
        end: "2026-01-31T23:00:00Z",
        firstDay: "2026-01-01",
        lastDay: "2026-01-31",
      },
      verdict: "missed",
      version: "1.0.0",
      earlier: "met",
      due: null,
      owed: null,
      missedBy: null,
      limits: [
        {
          metric: "m",
          comparison: "at least",
          limit: "95%",
          met: false,
          group: null,
          value: {
            numerator: "93",
            denominator: "100",
            text: "93%",
            rounded: { numerator: "93", denominator: "100", text: "93%" },
          },
          distance: { direction: "short", rows: 2, gap: null, text: "2 rows short" },
          toleratedBy: null,
          amendment: null,
          requirement: 0,
          bound: { numerator: "19", denominator: "20", text: "95%" },
          peers: 7,
          rank: 3,
          confidence: { percent: "95%", wrongSide: false },
          origin: { file: "a.tenet", line: 3, text: "requires m at least 95%" },
        },
      ],
      distance: { direction: "short", rows: 2, gap: null, text: "2 rows short", metric: "m", group: null },
      metrics: [{ metric: "m", group: null, value: null, missing: 0, outside: 0 }],
      rows: { used: 100, missing: 0, excluded: [{ by: "strike", rows: 4 }] },
      smallGroups: [{ metric: "m", group: "x", rows: 2 }],
      flags: ["warning"],
      reasons: ["93 of 100"],
      provisional: null,
      origin: { file: "a.tenet", line: 2 },
    },
  ],
  findings: findingsOfAllKinds(),
  data: [
    {
      dataset: "d",
      source: "d.csv",
      rows: 1,
      used: 0,
      setAside: 1,
      duplicates: 0,
      superseded: 0,
      nobodys: 0,
      afterAsOf: 0,
      undated: 0,
      unknownPartners: [],
      ignoredColumns: [],
      clockChanges: { skipped: 0, repeated: 0 },
      errors: [
        { code: "TEN4001", source: "d.csv", row: 2, column: "x", value: null, message: "is no number" },
      ],
      errorCount: 1,
    },
  ],
  clocks: [
    {
      clock: "c",
      dataset: "d",
      cases: 3,
      used: 2,
      nobodys: 1,
      setAside: 0,
      met: 1,
      missed: 0,
      pending: 1,
      notStarted: 1,
      undated: 0,
      withoutKey: 2,
      paused: 1,
      pausedKeys: ["T-1"],
    },
  ],
  problems: [{ code: "TEN4000", message: "a data error" }],
};

describe("the published schema of bundles", () => {
  it("is the one that the evaluator uses", () => {
    expect(committed("bundle.schema.json")).toBe(bundleJsonSchema());
  });

  it("accepts a bundle, and refuses a key too many, a wrong operator, an empty list", () => {
    const validate = validator(bundleJsonSchema());
    expect([validate(sampleBundle()), validate.errors]).toEqual([true, null]);
    for (const change of [
      { path: "$.x" },
      { operator: "equal" },
      { value: { fact: "party" } },
      { value: [] },
      { value: { numerator: "1", denominator: "0" } },
    ]) {
      const bundle = mutableSample();
      Object.assign(bundle.rules[0].conditions.all[0], change);
      expect([change, validate(bundle)]).toEqual([change, false]);
    }
  });
});

describe("the published schema of results", () => {
  it("is made from the types of results", () => {
    expect(committed("verdicts.schema.json")).toBe(verdictsJsonSchema());
  });

  it("accepts a result, and refuses a verdict that there is not", () => {
    const validate = validator(verdictsJsonSchema());
    expect([validate(result), validate.errors]).toEqual([true, null]);
    expect(validate({ ...result, verdicts: [{ ...result.verdicts[0], verdict: "passed" }] })).toBe(false);
    expect(validate({ ...result, extra: 1 })).toBe(false);
    const [credit, bonus] = result.findings;
    expect(validate({ ...result, findings: [{ ...credit, details: bonus?.details }] })).toBe(false);
  });
});
