/** Results made by hand, for the tests of the reporters: small, and with every kind of verdict. */
import type {
  Bundle,
  DataSummary,
  JudgeResult,
  LimitResult,
  MetricValue,
  Period,
  Verdict,
} from "@tenet-lang/evaluator";
import { noParts } from "../support/no-parts.ts";

export function share(numerator: number, denominator: number, text: string): MetricValue {
  return { numerator: String(numerator), denominator: String(denominator), text };
}

export function period(label: string): Period {
  const [year = "", month = ""] = label.split("-");
  const next =
    month === "12" ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, "0")}`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  return {
    label,
    start: `${label}-01T00:00:00Z`,
    end: `${next}-01T00:00:00Z`,
    firstDay: `${label}-01`,
    lastDay: last,
  };
}

export function limit(parts: Partial<LimitResult> = {}): LimitResult {
  return {
    metric: "on_time",
    comparison: "at least",
    limit: "95%",
    met: true,
    group: null,
    value: share(98, 100, "98%"),
    distance: { direction: "margin", rows: 3, gap: null, text: "3 deliveries to spare" },
    toleratedBy: null,
    amendment: null,
    requirement: 0,
    bound: null,
    peers: null,
    rank: null,
    confidence: null,
    origin: { file: "courier.tenet", line: 41, text: "requires on_time at least 95%" },
    ...parts,
  };
}

export const missedLimit = limit({
  met: false,
  value: share(93, 100, "93%"),
  distance: {
    direction: "short",
    rows: 2,
    gap: null,
    text: "2 deliveries short (95 of 100 would have met it)",
  },
});

export function verdict(parts: Partial<Verdict> = {}): Verdict {
  const limits = parts.limits ?? [limit()];
  return {
    kind: "standard",
    standard: "punctual",
    label: "Parcels arrive when promised",
    party: { kind: "partner", key: "ACME-NL" },
    owes: "partner",
    period: period("2026-01"),
    verdict: "met",
    version: "2.1.0",
    earlier: null,
    due: null,
    owed: null,
    missedBy: null,
    limits,
    distance: null,
    metrics: limits.map(({ metric, group, value }) => ({ metric, group, value, missing: 0, outside: 0 })),
    rows: { used: 100, missing: 0, excluded: [] },
    smallGroups: [],
    flags: [],
    reasons: [],
    provisional: null,
    origin: { file: "courier.tenet", line: 38 },
    ...parts,
  };
}

export function summary(parts: Partial<DataSummary> = {}): DataSummary {
  return {
    dataset: "deliveries",
    source: "deliveries.csv",
    rows: 1204,
    used: 1200,
    setAside: 0,
    duplicates: 0,
    superseded: 4,
    nobodys: 0,
    afterAsOf: 0,
    undated: 0,
    unknownPartners: [],
    ignoredColumns: [],
    clockChanges: { skipped: 0, repeated: 0 },
    errors: [],
    errorCount: 0,
    ...parts,
  };
}

export function result(parts: Partial<JudgeResult> = {}): JudgeResult {
  return {
    schema: "tenet.verdicts/1",
    asOf: "2026-04-01T00:00:00Z",
    agreement: {
      name: "courier_standards",
      label: "Last-mile partner standards",
      version: "2.1.0",
      fingerprint: `sha256:${"0".repeat(64)}`,
    },
    versions: [
      { version: "2.1.0", from: "2026-01-01", until: null, fingerprint: `sha256:${"0".repeat(64)}` },
    ],
    verdicts: [verdict()],
    findings: [],
    clocks: [],
    data: [summary()],
    problems: [],
    ...parts,
  };
}

const fast = { kind: "partner", key: "FAST-BE" } as const;

/** Two partners, three months, every kind of verdict. */
export const quarter: JudgeResult = result({
  verdicts: [
    verdict(),
    verdict({
      period: period("2026-02"),
      verdict: "missed",
      limits: [missedLimit],
      reasons: [
        "Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked for: 2 deliveries short (95 of 100 would have met it)",
        "4 rows left out by the exclusion carrier strike",
      ],
      rows: { used: 100, missing: 2, excluded: [{ by: "carrier_strike", rows: 4 }] },
    }),
    verdict({
      period: period("2026-03"),
      verdict: "not_enough_data",
      limits: [],
      reasons: ["Too few to judge: 12 deliveries, and at least 30 are needed"],
      rows: { used: 12, missing: 0, excluded: [] },
    }),
    verdict({
      party: fast,
      verdict: "met",
      limits: [limit({ value: share(192, 200, "96%") })],
      flags: ["warning"],
      reasons: ["Warning: on_time less than 97%"],
    }),
    verdict({ party: fast, period: period("2026-02"), verdict: "not_applicable", limits: [] }),
    verdict({
      party: fast,
      period: period("2026-03"),
      verdict: "pending",
      provisional: "met",
      limits: [limit({ value: share(9, 9, "100%") })],
      reasons: ["Rows may still arrive for this period; data was read up to 2026-04-01T00:00:00Z"],
    }),
  ],
  data: [
    summary(),
    summary({
      dataset: "partners",
      source: "partners.csv",
      rows: 2,
      used: 2,
      superseded: 0,
      ignoredColumns: ["Remarks"],
    }),
  ],
});

/** Data that could not be read: no verdicts. */
export const unreadable: JudgeResult = result({
  verdicts: [],
  data: [
    summary({
      rows: 3,
      used: 1,
      superseded: 0,
      setAside: 2,
      errorCount: 2,
      errors: [
        {
          code: "TEN4004",
          source: "deliveries.csv",
          row: 3,
          column: "Delivered At",
          value: "31/02/2026",
          message: "`31/02/2026` is not a timestamp",
        },
        {
          code: "TEN4001",
          source: "deliveries.csv",
          row: null,
          column: null,
          value: null,
          message: "the file ends inside a quoted cell",
        },
      ],
    }),
  ],
  problems: [{ code: "TEN4900", message: "2 rows of deliveries could not be read" }],
});

const nowhere = { file: "courier.tenet", line: 1, text: "" } as const;

const deliveries = { dataset: "deliveries", where: null } as const;
const anyMetric = { dated: null, final: null, countsAtMost: null, better: null, origin: nowhere } as const;

/** The bundle that the results above would come from, as far as a letter reads it. */
export const bundle: Bundle = {
  schema: "tenet.bundle/1",
  fingerprint: `sha256:${"0".repeat(64)}`,
  agreement: {
    name: "courier_standards",
    label: "Last-mile partner standards",
    version: "2.1.0",
    supersedes: null,
    effective: { from: "2026-01-01", until: null },
    owner: null,
    timeZone: "UTC",
    businessDays: null,
    currency: null,
    yearStarts: { month: 1, day: 1 },
    rounding: null,
    because: null,
    origin: nowhere,
  },
  zone: {
    zone: "UTC",
    from: [0],
    offset: [0],
    through: "2036-12-31",
    origin: { library: "none", version: "1" },
  },
  partners: null,
  datasets: [],
  calendars: [],
  clocks: [],
  metrics: [
    {
      ...anyMetric,
      name: "on_time",
      label: "Delivered on time",
      form: { kind: "share", numerator: deliveries, denominator: deliveries },
      unit: { kind: "percent" },
    },
    {
      ...anyMetric,
      name: "volume",
      label: "Deliveries",
      form: { kind: "count", population: deliveries },
      unit: { kind: "count" },
    },
  ],
  exclusions: [
    {
      name: "carrier_strike",
      label: "National strike",
      removes: { dataset: "deliveries", where: null },
      affected: null,
      evidence: null,
      recorded: null,
      because: null,
      origin: nowhere,
    },
  ],
  amendments: [
    {
      name: "acme_peak",
      label: null,
      standard: "punctual",
      partner: "ACME-NL",
      from: "2026-01-01",
      until: "2026-12-31",
      metric: "on_time",
      because: "Peak season, agreed in September",
      origin: nowhere,
    },
  ],
  standards: [
    {
      name: "punctual",
      label: "Parcels arrive when promised",
      party: "partner",
      owes: "partner",
      covers: [],
      scope: [],
      gates: [],
      gateMetrics: [],
      requires: [],
      warnings: [],
      warningMetrics: [],
      measured: [{ window: { kind: "calendar", span: "month" }, when: null, metrics: ["on_time"] }],
      assessed: null,
      needs: {
        counts: { kind: "dataset", name: "deliveries" },
        rows: [{ applies: null, enough: "punctual/needs", atLeast: 30 }],
        otherwise: "not_enough_data",
        origin: {
          file: "courier.tenet",
          line: 44,
          text: "needs at least 30 deliveries otherwise not_enough_data",
        },
      },
      excluding: ["carrier_strike"],
      missingData: null,
      confidence: null,
      because: "Late parcels are the first cause of contact",
      origin: { file: "courier.tenet", line: 38, text: 'standard punctual "Parcels arrive when promised"' },
    },
  ],
  ...noParts,
  rules: [],
};
