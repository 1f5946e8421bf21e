import { describe, expect, it } from "vitest";
import { office } from "../../../../test/support/clock-bundle.ts";
import {
  date,
  field,
  leaf,
  literal,
  metric,
  ratio,
  rule,
  share,
  standingBundle,
  text,
  timestamp,
} from "../../../../test/support/standing-bundle.ts";
import { judge } from "../all/all.ts";
import type { AttestationPlan, DuePlan, DutyPlan } from "../bundle/human-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";

const origin = { file: "f.tenet", line: 7, text: "" };

const papers = (more: Partial<DatasetPlan> = {}): DatasetPlan => ({
  name: "papers",
  label: null,
  source: "papers.csv",
  key: null,
  partner: { kind: "field", field: "partner" },
  dated: { kind: "field", field: "at", then: null },
  missing: [],
  duplicatesOnce: false,
  valid: null,
  keepsLatest: null,
  fields: [
    field("partner", text, true),
    field("at", date, true),
    field("moment", timestamp, true),
    field("until", date, true),
    field("kind", text, true),
  ],
  origin,
  ...more,
});

const ofCode = {
  dataset: "papers",
  where: {
    kind: "compare",
    left: { kind: "field", name: "kind" },
    operator: "is",
    right: [{ kind: "text", text: "code" }],
  },
} as const;

const code = (more: Partial<AttestationPlan> = {}): AttestationPlan => ({
  name: "code",
  label: "Code signed",
  party: "partner",
  evidence: null,
  recorded: ofCode,
  valid: null,
  due: null,
  origin,
  ...more,
});

const stock = (due: DuePlan, more: Partial<DutyPlan<string>> = {}): DutyPlan<string> => ({
  name: "stock",
  label: null,
  party: "partner",
  delivers: null,
  recorded: ofCode,
  due,
  when: null,
  missedCounts: null,
  origin,
  ...more,
});

function bundleOf(more: Partial<Bundle>): Bundle {
  const bundle = standingBundle({
    metric: metric(share, { kind: "percent" }),
    comparison: { operator: "at_least", values: [literal(1, 2)], words: "at least", text: "50%" },
    rules: [
      rule("fine/met", leaf("metric:quality", "strict:at_least", ratio(1, 2))),
      rule("fine/missed", leaf("metric:quality", "strict:less_than", ratio(1, 2))),
      rule("stock/when", leaf("verdict:fine", "strict:is", "missed")),
      rule("stock/many", leaf("metric:quality", "strict:at_least", ratio(9, 10))),
    ],
  });
  return { ...bundle, datasets: [...bundle.datasets, papers()], ...more };
}

const paper = (at: string, more: object = {}): object => ({ partner: "A", at, kind: "code", ...more });

interface Asked {
  readonly rows?: readonly object[];
  readonly partner?: object;
  readonly visits?: readonly object[];
  readonly asOf?: string;
  readonly kind?: "attestation" | "duty" | "standard";
}

function judged(bundle: Bundle, asked: Asked = {}) {
  const { rows = [], partner = {}, visits = [], asOf = "2026-06-01" } = asked;
  const instant = asOf.includes("T") ? asOf : `${asOf}T00:00:00Z`;
  const sources = { partners: [{ id: "A", ...partner }], visits, papers: rows };
  const result = judge(bundle, sources, { asOf: instant });
  expect(result.problems).toEqual([]);
  return result.verdicts.filter(
    ({ kind }) => kind === (asked.kind ?? (bundle.duties.length > 0 ? "duty" : "attestation")),
  );
}

const short = (bundle: Bundle, asked?: Asked): readonly string[] =>
  judged(bundle, asked).map(
    ({ period, verdict, provisional }) =>
      `${period.label} ${verdict}${provisional === null ? "" : ` (${provisional})`}`,
  );

describe("an attestation", () => {
  it("is met with a record that is valid at `as of`", () => {
    const bundle = bundleOf({ attestations: [code()] });
    expect(short(bundle)).toEqual(["2026-06-01 missed"]);
    expect(short(bundle, { rows: [paper("2024-02-01")] })).toEqual(["2026-06-01 met"]);
    expect(short(bundle, { rows: [paper("2026-06-02")] })).toEqual(["2026-06-01 missed"]);
    expect(short(bundle, { rows: [paper("2026-01-01", { kind: "other" }), paper("")] })).toEqual([
      "2026-06-01 missed",
    ]);
  });

  it("has one verdict, from the agreement's first day to `as of`", () => {
    const bundle = bundleOf({ attestations: [code({ due: { kind: "on", date: "2026-05-31" } })] });
    const [verdict] = judged(bundle, {
      rows: [paper("2026-03-01"), paper("2026-04-01")],
      asOf: "2026-06-01T09:00:00Z",
    });
    expect(verdict).toMatchObject({
      kind: "attestation",
      standard: "code",
      label: "Code signed",
      owes: "partner",
      party: { kind: "partner", key: "A" },
      period: {
        label: "2026-06-01",
        start: "2026-01-01T00:00:00Z",
        end: "2026-06-01T09:00:00Z",
        firstDay: "2026-01-01",
        lastDay: "2026-05-31",
      },
      due: "2026-06-01T00:00:00Z",
      verdict: "met",
      limits: [],
      metrics: [],
      distance: null,
      rows: { used: 2, missing: 0, excluded: [] },
      origin: { file: "f.tenet", line: 7 },
    });
  });

  it("is judged no later than at the agreement's end", () => {
    const bundle = bundleOf({ attestations: [code()] });
    expect(short(bundle, { rows: [paper("2028-01-02")], asOf: "2028-06-01" })).toEqual(["2028-01-01 missed"]);
  });

  it("is valid for a length of days, the last one not included", () => {
    const valid = { kind: "length", length: { kind: "civil", count: 1, unit: "month" } } as const;
    const bundle = bundleOf({ attestations: [code({ valid })] });
    const rows = [paper("2026-01-31")];
    expect(short(bundle, { rows, asOf: "2026-02-27T23:59:59Z" })).toEqual(["2026-02-27 met"]);
    expect(short(bundle, { rows, asOf: "2026-02-28" })).toEqual(["2026-02-28 missed"]);
  });

  it("is valid until a date of the record, that day included", () => {
    const rows = [paper("2026-01-10", { until: "2026-03-31" })];
    const fields = [code({ valid: { kind: "until", field: "until" } })];
    for (const bundle of [
      bundleOf({ attestations: fields }),
      bundleOf({
        attestations: [code({ valid: { kind: "dataset" } })],
        datasets: [
          ...bundleOf({}).datasets.slice(0, 1),
          papers({ dated: null, valid: { from: "at", until: "until" } }),
        ],
      }),
    ]) {
      expect(short(bundle, { rows, asOf: "2026-01-09T23:00:00Z" })).toEqual(["2026-01-09 missed"]);
      expect(short(bundle, { rows, asOf: "2026-01-10" })).toEqual(["2026-01-10 met"]);
      expect(short(bundle, { rows, asOf: "2026-03-31T23:59:59Z" })).toEqual(["2026-03-31 met"]);
      expect(short(bundle, { rows, asOf: "2026-04-01" })).toEqual(["2026-04-01 missed"]);
    }
  });

  it("is pending before it is due, and says whether a record is there", () => {
    const due = {
      kind: "of",
      length: { kind: "civil", count: 14, unit: "day" },
      field: "joined",
      calendar: null,
    } as const;
    const bundle = bundleOf({ attestations: [code({ due })] });
    const partner = { joined: "2026-03-01" };
    expect(short(bundle, { partner, asOf: "2026-03-15T23:59:59Z" })).toEqual(["2026-03-15 pending (missed)"]);
    expect(short(bundle, { partner, asOf: "2026-03-16" })).toEqual(["2026-03-16 missed"]);
    expect(short(bundle, { partner, rows: [paper("2026-03-02")], asOf: "2026-03-10" })).toEqual([
      "2026-03-10 pending (met)",
    ]);
    // Late, but there.
    expect(short(bundle, { partner, rows: [paper("2026-04-02")], asOf: "2026-04-02" })).toEqual([
      "2026-04-02 met",
    ]);
    expect(short(bundle)).toEqual(["2026-06-01 not_applicable"]);
  });

  it("of the brand reads all rows once each, also those that are nobody's", () => {
    const bundle = bundleOf({ attestations: [code({ party: "brand" })] });
    const [verdict] = judged(bundle, {
      rows: [paper("2026-01-01", { partner: "nobody" }), paper("2026-01-02")],
    });
    expect([verdict?.party.key, verdict?.verdict, verdict?.rows.used]).toEqual(["brand", "met", 2]);
  });
});

describe("a duty after each span", () => {
  const within = (count: number): DuePlan => ({
    kind: "after",
    length: { kind: "civil", count, unit: "day" },
    span: "month",
    calendar: null,
  });

  it("asks for a record from the span's end on, and in time", () => {
    const bundle = bundleOf({ duties: [stock(within(15))] });
    const rows = [paper("2026-01-31"), paper("2026-03-15"), paper("2026-04-16")];
    expect(short(bundle, { rows })).toEqual([
      "2026-01 missed",
      "2026-02 met",
      "2026-03 missed",
      "2026-04 missed",
      "2026-05 pending (missed)",
    ]);
    const [january] = judged(bundle, { rows });
    expect(january).toMatchObject({ due: "2026-02-16T00:00:00Z", owes: "partner", standard: "stock" });
  });

  it("is pending until the instant at which it is due", () => {
    const bundle = bundleOf({ duties: [stock(within(15))] });
    const rows = [paper("2026-02-10")];
    expect(short(bundle, { rows, asOf: "2026-02-15T23:59:59Z" })[0]).toBe("2026-01 pending (met)");
    expect(short(bundle, { rows, asOf: "2026-02-16" })[0]).toBe("2026-01 met");
  });

  it("lets one record serve one span, the earliest the first", () => {
    const bundle = bundleOf({ duties: [stock(within(45))] });
    const rows = [paper("2026-03-01"), paper("2026-03-02")];
    expect(short(bundle, { rows }).slice(0, 3)).toEqual(["2026-01 met", "2026-02 met", "2026-03 missed"]);
    expect(short(bundle, { rows: rows.slice(1) }).slice(0, 2)).toEqual(["2026-01 met", "2026-02 missed"]);
  });

  it("counts hours to the instant, and business days to closing time", () => {
    const dated = papers({ dated: { kind: "field", field: "moment", then: null } });
    const datasets = [...bundleOf({}).datasets.slice(0, 1), dated];
    const hours: DuePlan = {
      kind: "after",
      length: { kind: "elapsed", count: ratio(36), unit: "hour", micros: "129600000000" },
      span: "month",
      calendar: null,
    };
    const moment = (at: string): object => ({ partner: "A", kind: "code", moment: at });
    const hourly = bundleOf({ datasets, duties: [stock(hours)] });
    expect(short(hourly, { rows: [moment("2026-02-02T12:00:00Z")] })[0]).toBe("2026-01 met");
    expect(short(hourly, { rows: [moment("2026-02-02T12:00:01Z")] })[0]).toBe("2026-01 missed");
    const days: DuePlan = {
      kind: "after",
      length: { kind: "business", days: 2 },
      span: "month",
      calendar: "office",
    };
    // January 2026 ends on a Saturday: the second business day after it is Tuesday, until 17:00.
    const daily = bundleOf({ datasets, calendars: [office], duties: [stock(days)] });
    expect(short(daily, { rows: [moment("2026-02-03T17:00:00Z")] })[0]).toBe("2026-01 met");
    expect(short(daily, { rows: [moment("2026-02-03T17:00:01Z")] })[0]).toBe("2026-01 missed");
  });

  it("is owed only where its condition holds", () => {
    const when = { decision: "stock/when", verdicts: ["fine"], metrics: [] };
    const bundle = bundleOf({ duties: [stock(within(15), { when })] });
    const visits = [
      { partner: "A", at: "2026-01-10", good: "no" },
      { partner: "A", at: "2026-02-10", good: "yes" },
    ];
    expect(short(bundle, { visits, asOf: "2026-04-20" })).toEqual([
      "2026-01 missed",
      "2026-02 not_applicable",
      "2026-03 not_applicable",
      // The verdict of April is pending, and may still be missed.
      "2026-04 pending (missed)",
    ]);
    const many = { decision: "stock/many", verdicts: [], metrics: ["quality"] };
    const measured = bundleOf({ duties: [stock(within(15), { when: many })] });
    expect(short(measured, { visits, asOf: "2026-04-20" }).slice(0, 2)).toEqual([
      "2026-01 not_applicable",
      "2026-02 missed",
    ]);
  });

  it("counts as a miss of a standard, whose limits stay what they are", () => {
    const bundle = bundleOf({ duties: [stock(within(15), { missedCounts: "fine" })] });
    const visits = ["2026-01-10", "2026-02-10", "2026-03-10"].map((at) => ({
      partner: "A",
      at,
      good: "yes",
    }));
    const found = judged(bundle, {
      visits,
      rows: [paper("2026-03-05")],
      asOf: "2026-04-10",
      kind: "standard",
    });
    expect(found.map(({ period, verdict, flags }) => `${period.label} ${verdict} ${flags.join()}`)).toEqual([
      "2026-01 missed ",
      "2026-02 met ",
      "2026-03 met provisional",
      "2026-04 pending provisional",
    ]);
    expect(found[0]?.limits[0]?.met).toBe(true);
    expect(found[0]?.distance).toMatchObject({ direction: "margin", rows: 0 });
    expect(found[0]?.reasons[0]).toBe("The duty stock was missed, which counts as missed here");
    // Judged alone, the standard reads its duty as well.
    const alone = judge(
      bundle,
      { partners: [{ id: "A" }], visits, papers: [] },
      { asOf: "2026-04-10T00:00:00Z", standard: "fine" },
    );
    expect(alone.verdicts.map(({ standard, verdict }) => `${standard} ${verdict}`)).toEqual([
      "fine missed",
      "fine missed",
      "fine met",
      "fine pending",
    ]);
  });
});

describe("a duty that is owed once", () => {
  it("has its due day for a label, also before it is due", () => {
    const bundle = bundleOf({ duties: [stock({ kind: "on", date: "2026-07-31" })] });
    const [verdict] = judged(bundle, { rows: [paper("2025-12-01")] });
    expect(verdict).toMatchObject({
      verdict: "pending",
      provisional: "met",
      due: "2026-08-01T00:00:00Z",
      period: { label: "2026-07-31", firstDay: "2026-01-01", lastDay: "2026-07-31" },
    });
    expect(short(bundle, { rows: [paper("2026-07-31")], asOf: "2026-08-01" })).toEqual(["2026-07-31 met"]);
    expect(short(bundle, { rows: [paper("2026-08-01")], asOf: "2026-08-01" })).toEqual(["2026-07-31 missed"]);
  });

  it("is not given where its day is none of the agreement, and not owed without its date", () => {
    const of: DuePlan = {
      kind: "of",
      length: { kind: "civil", count: 1, unit: "month" },
      field: "joined",
      calendar: null,
    };
    const bundle = bundleOf({ duties: [stock(of)] });
    expect(short(bundle, { partner: { joined: "2025-11-30" } })).toEqual([]);
    expect(short(bundle, { partner: { joined: "2025-12-31" } })).toEqual(["2026-01-31 missed"]);
    expect(short(bundle)).toEqual(["2026-01-01 not_applicable"]);
  });
});
