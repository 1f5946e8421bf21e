import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noParts } from "../../../../test/support/no-parts.ts";
import { sampleBundle } from "../../../../test/support/sample-bundle.ts";
import { judge, openRecord, type RecordAnswer } from "../all/all.ts";
import type { Condition, Literal } from "../bundle/condition-plan.ts";
import type { MetricForm } from "../bundle/metric-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { DatasetPlan, FieldPlan, FieldType } from "../bundle/table-plan.ts";
import { clockEngine } from "../clocks/engine.ts";
import { openRecord as recordWithoutParts } from "./record.ts";

const origin = { file: "sample.tenet", line: 1, text: "as written" };

const field = (name: string, type: FieldType, optional = true): FieldPlan => ({
  name,
  type,
  optional,
  personal: false,
  columns: type.kind === "total" || type.kind === "days" ? [] : [name],
  origin,
});

const plain: FieldType = { kind: "number", decimals: null, from: null, to: null, written: null };

const parcels: DatasetPlan = {
  name: "parcels",
  label: null,
  source: "parcels.csv",
  key: null,
  partner: { kind: "field", field: "carrier" },
  dated: null,
  missing: ["NA"],
  duplicatesOnce: false,
  valid: null,
  keepsLatest: null,
  fields: [
    field("carrier", { kind: "text" }),
    field("city", { kind: "text" }),
    field("outcome", {
      kind: "one_of",
      members: [
        { name: "delivered", written: "D" },
        { name: "lost", written: "L" },
      ],
    }),
    field("signed", { kind: "yes_no", yes: ["yes"], no: ["no"] }),
    field("weight", plain),
    field("stars", { ...plain, decimals: 0, from: ratio(1), to: ratio(5) }),
    field("fee", { kind: "money", currency: "EUR", decimals: 2 }),
    field("wait", { kind: "duration", unit: "minute", written: null }),
    field("ready", { kind: "date", written: null }),
    field("done", { kind: "timestamp", written: null }),
    field("sum", { kind: "total", of: ["weight", "stars"], decimals: null }),
    field("days", { kind: "days", from: "ready", to: "done", calendar: null }),
    field("id", { kind: "text" }, false),
  ],
  origin,
};

function ratio(numerator: number, denominator = 1): { numerator: string; denominator: string } {
  return { numerator: String(numerator), denominator: String(denominator) };
}

const number = (numerator: number, denominator = 1): Literal => ({
  kind: "number",
  value: ratio(numerator, denominator),
});

type Compare = Condition & { kind: "compare" };

const compare = (name: string, operator: Compare["operator"], ...right: readonly Literal[]): Compare => ({
  kind: "compare",
  left: { kind: "field", name },
  operator,
  right,
});

/** The sample with the parcels instead of its own data, and these metrics. */
function bundleOf(forms: Readonly<Record<string, MetricForm>>, dataset = parcels): Bundle {
  const metrics = Object.entries(forms).map(([name, form]) => ({
    name,
    label: null,
    form,
    unit: { kind: "count" as const },
    dated: null,
    final: null,
    countsAtMost: null,
    better: null,
    origin,
  }));
  return {
    ...sampleBundle(),
    datasets: [dataset, ...sampleBundle().datasets],
    metrics,
    exclusions: [],
    standards: [],
    ...noParts,
  };
}

const count = (where: Condition | null): MetricForm => ({
  kind: "count",
  population: { dataset: "parcels", where },
});
const among = (where: Condition | null): { dataset: string; where: Condition | null } => ({
  dataset: "parcels",
  where,
});

const delivered = compare("outcome", "is", { kind: "member", name: "delivered" });
const heavy = compare("weight", "more_than", number(5, 2));

function asked(bundle: Bundle, row: object, options?: Parameters<typeof openRecord>[2]): RecordAnswer {
  return openRecord(bundle, "parcels", options).judge(row);
}

describe("a record", () => {
  it("says of every metric whether the row counts", () => {
    const bundle = bundleOf({
      all: count(null),
      late: count(heavy),
      share: { kind: "share", numerator: among(heavy), denominator: among(delivered) },
      mean: { kind: "average", field: "fee", population: among(delivered) },
    });
    expect(asked(bundle, { outcome: "D", weight: 3 })).toEqual({
      problems: [],
      metrics: [
        { metric: "all", population: true },
        { metric: "late", population: true },
        { metric: "share", population: true, numerator: true },
        { metric: "mean", population: true },
      ],
    });
    expect(asked(bundle, { outcome: "D", weight: "2.5" }).metrics[2]).toEqual({
      metric: "share",
      population: true,
      numerator: false,
    });
    // A row of the numerator must be one of the denominator.
    expect(asked(bundle, { outcome: "L", weight: 3 }).metrics.slice(1, 3)).toEqual([
      { metric: "late", population: true },
      { metric: "share", population: false, numerator: false },
    ]);
    expect(asked(bundle, { weight: 3 }).metrics[2]).toEqual({
      metric: "share",
      population: null,
      numerator: null,
    });
    expect(asked(bundle, { outcome: "D" }).metrics[2]).toEqual({
      metric: "share",
      population: true,
      numerator: null,
    });
  });

  it("leaves out metrics and sides of other datasets", () => {
    const calls = { dataset: "calls", where: null };
    const bundle = bundleOf({
      claims: { kind: "rate", numerator: among(heavy), per: "1000", denominator: calls },
      calls_per: { kind: "rate", numerator: calls, per: "1000", denominator: among(delivered) },
      elsewhere: { kind: "count", population: calls },
      quotient: { kind: "ratio", numerator: "claims", denominator: "calls_per" },
      both: { kind: "rate", numerator: among(heavy), per: "1000", denominator: among(delivered) },
    });
    expect(asked(bundle, { outcome: "L", weight: 3 }).metrics).toEqual([
      { metric: "claims", numerator: true },
      { metric: "calls_per", population: false },
      { metric: "both", population: false, numerator: true },
    ]);
  });

  it("does not decide what other rows or the partner would tell", () => {
    const look: Condition = { kind: "has", dataset: "feedback", key: "id", within: null, where: null };
    const kind: Condition = {
      kind: "compare",
      left: { kind: "partner", name: "kind" },
      operator: "is_given",
      right: [],
    };
    const bundle = bundleOf({
      found: count(look),
      not_found: count({ kind: "not", of: look }),
      either: count({ kind: "or", of: [look, heavy] }),
      both: count({ kind: "and", of: [look, heavy] }),
      known: count(kind),
    });
    const truths = (row: object): readonly unknown[] =>
      asked(bundle, row).metrics.map(({ population }) => population);
    expect(truths({ id: "p1", weight: 3 })).toEqual([null, null, true, null, null]);
    expect(truths({ id: "p1", weight: 1 })).toEqual([null, null, null, false, null]);
  });

  it("decides conditions on the partner where the partners are given", () => {
    const isCentre: Condition = {
      kind: "compare",
      left: { kind: "partner", name: "kind" },
      operator: "is",
      right: [{ kind: "member", name: "call_centre" }],
    };
    const bundle = bundleOf({ all: count(null), centre: count(isCentre) });
    const partners = [
      { partner_id: "P1", kind: "CC", since: "2026-01-01", fee: 100, premium: true },
      { partner_id: "P2", kind: "CC", since: "2026-01-01", fee: 100, premium: true },
    ];
    const record = openRecord(bundle, "parcels", { partners });
    const truths = (row: object): readonly unknown[] =>
      record.judge(row).metrics.map(({ population }) => population);
    expect(truths({ carrier: "P2" })).toEqual([true, true]);
    // Rows of a partner that nobody has agreed with, or of none, count nowhere.
    expect(truths({ carrier: "P3" })).toEqual([false, false]);
    expect(truths({})).toEqual([false, false]);
    expect(truths({ carrier: "P1" })).toEqual([true, true]);
  });

  it("tells what of the partners' rows is wrong", () => {
    const bundle = bundleOf({ all: count(null) });
    const record = openRecord(bundle, "parcels", { partners: [{ partner_id: "P1", kind: "?" }] });
    expect(record.problems.map(({ code }) => code)).toContain("TEN4004");
    expect(record.judge({})).toEqual({ problems: record.problems, metrics: [] });
  });

  it("refuses a dataset that is not there, and patterns without an engine", () => {
    expect(openRecord(bundleOf({}), "parcel").problems.map(({ code }) => code)).toEqual(["TEN4005"]);
    const bundle = bundleOf({ named: count(compare("city", "matches", { kind: "text", text: "^A" })) });
    expect(
      recordWithoutParts(bundle, "parcels", { clocks: clockEngine }).problems.map(({ code }) => code),
    ).toEqual(["TEN4006"]);
    const patterns = { compile: (pattern: string) => (text: string) => new RegExp(pattern).test(text) };
    const record = openRecord(bundle, "parcels", { patterns });
    expect(["Aa", "Ba", "NA"].map((city) => record.judge({ city }).metrics[0]?.population)).toEqual([
      true,
      false,
      null,
    ]);
  });

  it("tells bad cells as values and decides nothing then", () => {
    const bundle = bundleOf({
      heavy: count(heavy),
      stars: count(compare("stars", "at_least", number(3))),
      long: count(compare("id", "is", { kind: "text", text: "x" })),
    });
    const answer = asked(bundle, { weight: 1e-9, stars: 9, id: null });
    expect(answer.problems).toEqual([
      {
        code: "TEN4103",
        source: "parcels",
        row: null,
        column: "weight",
        value: "0.000000001",
        message: expect.any(String),
      },
      {
        code: "TEN4104",
        source: "parcels",
        row: null,
        column: "stars",
        value: "9",
        message: "`9` lies outside 1 to 5",
      },
      {
        code: "TEN4101",
        source: "parcels",
        row: null,
        column: "id",
        value: null,
        message: expect.any(String),
      },
    ]);
    expect(answer.metrics.map(({ population }) => population)).toEqual([null, null, null]);
    for (const row of [5, null, ["x"], "row"]) {
      expect(asked(bundle, row as object).problems.map(({ code }) => code)).toEqual(["TEN4207"]);
    }
  });

  it("looks only at cells that some condition reads", () => {
    const row = { weight: 3, outcome: "nothing of the kind" };
    expect(asked(bundleOf({ heavy: count(heavy) }), row)).toEqual({
      problems: [],
      metrics: [{ metric: "heavy", population: true }],
    });
  });

  it("takes only a row's own properties", () => {
    const bundle = bundleOf(
      { heavy: count(heavy), named: count(compare("constructor", "is_given")) },
      {
        ...parcels,
        fields: [...parcels.fields, field("constructor", { kind: "text" })],
      },
    );
    const truths = (row: object): readonly unknown[] =>
      asked(bundle, row).metrics.map(({ population }) => population);
    expect(truths({ weight: 3 })).toEqual([true, false]);
    expect(truths({ weight: 3, constructor: "x" })).toEqual([true, true]);
    expect(truths(Object.create({ weight: 3 }))).toEqual([null, false]);
    expect(truths(Object.assign(Object.create(null), { weight: 3 }))).toEqual([true, false]);
    const heavyOnly = openRecord(bundleOf({ heavy: count(heavy) }), "parcels");
    expect(heavyOnly.judge({}).metrics[0]?.population).toBe(null);
    try {
      Reflect.set(Object.prototype, "weight", 3);
      expect(heavyOnly.judge({}).metrics[0]?.population).toBe(null);
      expect(heavyOnly.judge({ weight: 1 }).metrics[0]?.population).toBe(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, "weight");
    }
  });

  it("forgets the texts of rows, and not those of conditions", () => {
    const isCity = (name: string): MetricForm => count(compare("city", "is", { kind: "text", text: name }));
    const has = (text: string): MetricForm => count(compare("city", "contains", { kind: "text", text }));
    const twins = count(compare("city", "is", { kind: "field", name: "id", civil: false }));
    const record = openRecord(bundleOf({ paris: isCity("Paris"), has_9: has("9"), twins }), "parcels");
    const truths = (row: object): readonly unknown[] =>
      record.judge(row).metrics.map(({ population }) => population);
    for (let at = 0; at < 20_000; at += 1) {
      const city = `town ${at}`;
      if (truths({ city, id: city }).join() !== `false,${String(city.includes("9"))},true`)
        expect(city).toBe("told right");
      if (truths({ city, id: "Paris" }).join() !== `false,${String(city.includes("9"))},false`)
        expect(city).toBe("told right");
    }
    expect(truths({ city: "Paris", id: "x" })).toEqual([true, false, false]);
  });
});

describe("a record and the whole of the data", () => {
  const text = fc.constantFrom("Amsterdam", "NA", "", "P1", "D", "yes");
  const value = fc.oneof(
    text,
    fc.constantFrom<unknown>(
      null,
      undefined,
      true,
      false,
      0,
      -0,
      3,
      2.5,
      1e21,
      5e-324,
      0.1 + 0.2,
      123456.789,
      12n,
      Number.NaN,
    ),
    fc.integer(),
    fc.integer({ min: -5000, max: 5000 }).map((thousandths) => thousandths / 1000),
    fc.double(),
    fc.integer({ min: -9, max: 9 }).map((tenths) => `${tenths}.5`),
    fc.constantFrom<unknown>("2026-03-29T02:30", "2026-01-05", "2026-01-05T10:00Z", {}, []),
  );
  const rows = fc.record(
    Object.fromEntries(
      parcels.fields.filter(({ columns }) => columns.length > 0).map(({ name }) => [name, value]),
    ),
    { noNullPrototype: false, requiredKeys: [] },
  );
  const bound = fc.oneof(
    fc.integer({ min: -5, max: 6 }).map((whole) => number(whole)),
    fc.integer({ min: -50, max: 60 }).map((tenths) => number(tenths, 10)),
    fc.constantFrom(number(1, 3), number(10 ** 15), {
      kind: "number",
      value: { numerator: "1".repeat(30), denominator: "7" },
    } as const),
  );
  const order = fc.constantFrom("is", "is_not", "at_least", "at_most", "more_than", "less_than");
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc
      .tuple(fc.constantFrom("weight", "stars", "fee", "wait", "sum", "days"), order, bound)
      .map(([name, operator, literal]) => compare(name, operator, literal)),
    fc
      .tuple(fc.constantFrom("weight", "fee"), bound, bound)
      .map(([name, low, high]) => compare(name, "between", low, high)),
    fc
      .tuple(
        fc.constantFrom("city", "id"),
        fc.constantFrom("is", "is_not", "contains"),
        text.filter((each) => each !== ""),
      )
      .map(([name, operator, literal]) => compare(name, operator, { kind: "text", text: literal })),
    fc.constantFrom(
      delivered,
      compare("signed", "is", { kind: "yes_no", value: true }),
      compare(
        "outcome",
        "is_one_of",
        { kind: "member", name: "lost" },
        { kind: "member", name: "delivered" },
      ),
      compare("stars", "is_given"),
      compare("fee", "is_not_given"),
      compare("weight", "at_most", { kind: "field", name: "stars", civil: false }),
      compare("city", "is_not", { kind: "field", name: "carrier", civil: false }),
      compare("done", "less_than", { kind: "instant", instant: "2026-02-01T00:00:00Z" }),
      {
        ...compare("done", "more_than", { kind: "date", date: "2026-01-05" }),
        left: { kind: "date_of", name: "done" },
      } as const,
    ),
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small", maxDepth: 4 },
      leaf,
      fc.record({
        kind: fc.constantFrom("and", "or"),
        of: fc.array(tie("condition"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("not"), of: tie("condition") }),
    ),
  }));

  it("answers as judging one row does", () => {
    fc.assert(
      fc.property(
        condition,
        condition,
        fc.array(rows, { minLength: 1, maxLength: 5 }),
        (first, second, given) => {
          const forms: Readonly<Record<string, MetricForm>> = {
            count: count(first),
            share: { kind: "share", numerator: among(first), denominator: among(second) },
          };
          const bundle = bundleOf(forms);
          const record = openRecord(bundle, "parcels");
          for (const row of given) expect(told(record.judge(row))).toEqual(judgedAlone(bundle, row));
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  /** What of the data a bundle of two metrics reads, and how a row of it fares. */
  function judgedAlone(bundle: Bundle, row: object): unknown {
    const standard = {
      ...sampleBundle().standards[0],
      party: "brand",
      scope: [],
      gates: [],
      gateMetrics: [],
    };
    const dated = { ...parcels, partner: null, dated: { kind: "field", field: "day", then: null } };
    const day = field("day", { kind: "date", written: null });
    const rules = sampleBundle().rules;
    const whole = {
      ...bundle,
      partners: null,
      rules,
      amendments: [],
      datasets: [{ ...dated, fields: [...parcels.fields.filter(isRead(bundle)), day] }],
      standards: [
        {
          ...standard,
          requires: [],
          warnings: [],
          warningMetrics: ["count", "share"],
          measured: [{ window: { kind: "calendar", span: "year" }, when: null, metrics: [] }],
          assessed: null,
          needs: null,
          excluding: [],
          missingData: null,
        },
      ],
    } as unknown as Bundle;
    const result = judge(
      whole,
      { parcels: [{ ...row, day: "2026-01-05" }] },
      { asOf: "2026-12-31T23:30:00Z" },
    );
    const errors = result.data[0]?.errors.map(({ code, column, value: shown }) => ({
      code,
      column,
      value: shown,
    }));
    if (errors === undefined || errors.length > 0) return { errors };
    const [counted, share] = ["count", "share"].map(
      (name) => result.verdicts[0]?.metrics.find(({ metric }) => metric === name) ?? null,
    );
    return {
      errors,
      counted: counted?.value?.numerator,
      inShare: share?.value?.denominator ?? "0",
      inNumerator: share?.value?.numerator ?? "0",
      missing: [counted?.missing, share?.missing],
    };
  }

  function isRead(bundle: Bundle): (each: FieldPlan) => boolean {
    const said = JSON.stringify(bundle.metrics);
    const named = (name: string): boolean => said.includes(`"name":"${name}"`);
    const parts = [...(named("sum") ? ["weight", "stars"] : []), ...(named("days") ? ["ready", "done"] : [])];
    return ({ name }) => named(name) || parts.includes(name);
  }

  function told({ problems, metrics: [counted, share] }: RecordAnswer): unknown {
    const errors = problems.map((problem) =>
      "column" in problem ? { code: problem.code, column: problem.column, value: problem.value } : problem,
    );
    if (errors.length > 0) return { errors };
    const one = (truth: boolean | null | undefined): string => (truth === true ? "1" : "0");
    const isUnclear = share?.population === null || (share?.population === true && share.numerator === null);
    return {
      errors,
      counted: one(counted?.population),
      inShare: one(share?.population),
      inNumerator: one(share?.numerator),
      missing: [counted?.population === null ? 1 : 0, isUnclear ? 1 : 0],
    };
  }
});
