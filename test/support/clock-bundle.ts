/** Small bundles around one clock, written out by hand, and a look at its cases. */
import { fingerprintOf } from "@tenet-lang/evaluator/bundle";
import { caseVerdicts } from "../../packages/evaluator/src/bundle/clock-dataset.ts";
import type { CalendarPlan, ClockPlan, OpeningPlan } from "../../packages/evaluator/src/bundle/clock-plan.ts";
import type { Condition, Literal } from "../../packages/evaluator/src/bundle/condition-plan.ts";
import type { MetricForm, MetricPlan, MetricUnit } from "../../packages/evaluator/src/bundle/metric-plan.ts";
import type { ZoneTable } from "../../packages/evaluator/src/bundle/plan.ts";
import type { Bundle, Rule } from "../../packages/evaluator/src/bundle/rule.ts";
import type { StandardPlan } from "../../packages/evaluator/src/bundle/standard-plan.ts";
import type { DatasetPlan, FieldPlan, FieldType } from "../../packages/evaluator/src/bundle/table-plan.ts";
import { caseKey } from "../../packages/evaluator/src/clocks/clock-summary.ts";
import { clockEngine } from "../../packages/evaluator/src/clocks/engine.ts";
import type { Chunk } from "../../packages/evaluator/src/columns/chunk.ts";
import { readTally } from "../../packages/evaluator/src/columns/read-tally.ts";
import { rowsSource } from "../../packages/evaluator/src/columns/rows-source.ts";
import { textPool } from "../../packages/evaluator/src/columns/text-pool.ts";
import { measure } from "../../packages/evaluator/src/measure/measure.ts";
import type { Walk } from "../../packages/evaluator/src/measure/needed.ts";
import { formatInstant } from "../../packages/evaluator/src/time/instant.ts";
import { noParts } from "./no-parts.ts";

export const origin = { file: "clock.tenet", line: 1, text: "" };

/** A zone without changes of the clock. */
export const utc: ZoneTable = {
  zone: "UTC",
  from: [0],
  offset: [0],
  through: "2031-12-31",
  origin: { library: "test", version: "1" },
};

export const field = (name: string, type: FieldType, optional = false): FieldPlan => ({
  name,
  type,
  optional,
  personal: false,
  columns: [name],
  origin,
});

export const text: FieldType = { kind: "text" };
export const timestamp: FieldType = { kind: "timestamp", written: null };
export const oneOf = (...names: readonly string[]): FieldType => ({
  kind: "one_of",
  members: names.map((name) => ({ name, written: name })),
});
export const whole: FieldType = { kind: "number", decimals: 0, from: null, to: null, written: null };

export const is = (name: string, value: Literal): Condition => ({
  kind: "compare",
  left: { kind: "field", name },
  operator: "is",
  right: [value],
});
export const member = (name: string): Literal => ({ kind: "member", name });

/** Monday to Friday, 09:00 to 17:00, in UTC. */
export const office: CalendarPlan = {
  name: "office",
  label: null,
  zone: utc,
  open: [0, 1, 2, 3, 4].map((weekday): OpeningPlan => ({ weekday, from: 540, to: 1020 })),
  closed: { kind: "same", days: [] },
  cutOff: null,
  from: "2021-01-01",
  through: "2031-12-31",
  origin,
  holidayOrigin: null,
};

/** An event log: rows of one ticket make a case. */
export const log: DatasetPlan = {
  name: "events",
  label: null,
  source: "events.csv",
  key: null,
  partner: { kind: "field", field: "shop" },
  dated: { kind: "field", field: "at", then: null },
  missing: [],
  duplicatesOnce: false,
  valid: null,
  keepsLatest: null,
  fields: [
    field("ticket", text, true),
    field("shop", text, true),
    field("at", timestamp, true),
    field("seq", whole, true),
    field("state", oneOf("open", "wait", "done", "again"), true),
    field("kind", oneOf("big", "small"), true),
    field("promised", timestamp, true),
  ],
  origin,
};

/** A table with timestamp columns: every row is a case. */
export const table: DatasetPlan = {
  ...log,
  name: "orders",
  source: "orders.csv",
  key: "order",
  dated: { kind: "field", field: "ordered", then: null },
  fields: [
    field("order", text),
    field("shop", text, true),
    field("ordered", timestamp, true),
    field("sent", timestamp, true),
    field("promised", timestamp, true),
    field("kind", oneOf("big", "small"), true),
  ],
};

const becomes = (name: string, last = false) =>
  ({ kind: "becomes", field: "state", value: member(name), last }) as const;

export const hours = (count: number) =>
  ({
    kind: "elapsed",
    count: { numerator: String(count), denominator: "1" },
    unit: "hour",
    micros: String(count * 3_600_000_000),
  }) as const;

export const within = (
  ...rows: readonly [ReturnType<typeof hours> | { kind: "business"; days: number }, Condition | null][]
) =>
  ({
    kind: "within",
    rows: rows.map(([length, where]) => ({ length, where, origin })),
    calendar: "office",
  }) as const;

/** From `open` to `done`, pausing while `wait`. */
export const logClock: ClockPlan = {
  name: "repair",
  label: "Repair",
  on: "events",
  by: "ticket",
  starts: becomes("open"),
  stops: becomes("done"),
  restarts: [becomes("again")],
  pauses: is("state", member("wait")),
  calendar: null,
  dated: "started_at",
  due: within([hours(8), null]),
  unit: "hour",
  warnsAt: null,
  origin,
};

export const stopsLast: Partial<ClockPlan> = { stops: becomes("done", true), restarts: [] };

/** From `ordered` to `sent`. */
export const tableClock: ClockPlan = {
  ...logClock,
  on: "orders",
  by: null,
  starts: { kind: "at", field: "ordered" },
  stops: { kind: "at", field: "sent" },
  restarts: [],
  pauses: null,
};

export const metric = (name: string, form: MetricForm, unit: MetricUnit): MetricPlan => ({
  name,
  label: null,
  form,
  unit,
  dated: null,
  final: null,
  countsAtMost: null,
  better: null,
  origin,
});

/** A standard that asks nothing but that its one metric be read, in each month. */
export function reading(
  of: MetricPlan,
  change: Partial<StandardPlan> = {},
): {
  readonly standard: StandardPlan;
  readonly rules: readonly Rule[];
} {
  const name = `on_${of.name}`;
  const zero = { numerator: "0", denominator: "1" };
  const fact = `metric:${of.name}`;
  const rule = (end: string, operator: "strict:at_least" | "strict:less_than"): Rule => ({
    name: `${name}/limit 1.1/row 1/${end}`,
    conditions: { all: [{ fact, operator, value: zero }] },
    event: { type: `${name}/limit 1.1/row 1/${end}` },
  });
  const standard: StandardPlan = {
    name,
    label: name,
    owes: "partner",
    covers: [],
    confidence: null,
    party: "partner",
    scope: [],
    gates: [],
    gateMetrics: [],
    requires: [
      {
        alternatives: [
          {
            metric: of.name,
            group: null,
            rows: [
              {
                comparison: {
                  operator: "at_least",
                  values: [{ kind: "number", value: zero }],
                  words: "at least",
                  text: "0",
                },
                applies: null,
                met: `${name}/limit 1.1/row 1/met`,
                missed: `${name}/limit 1.1/row 1/missed`,
                amendment: null,
                origin,
              },
            ],
            tolerates: null,
          },
        ],
        origin,
      },
    ],
    warnings: [],
    warningMetrics: [],
    measured: [{ window: { kind: "calendar", span: "month" }, when: null, metrics: [] }],
    assessed: null,
    needs: null,
    excluding: [],
    missingData: null,
    because: null,
    origin,
    ...change,
  };
  return { standard, rules: [rule("met", "strict:at_least"), rule("missed", "strict:less_than")] };
}

/** A bundle of a clock, and what a test adds to it. */
export function clockBundle(clock: ClockPlan, change: Partial<Bundle> = {}): Bundle {
  const bundle: Omit<Bundle, "fingerprint"> = {
    schema: "tenet.bundle/1",
    agreement: {
      name: "clocks",
      label: "Clocks",
      version: "1.0.0",
      supersedes: null,
      effective: { from: "2026-01-01", until: null },
      owner: null,
      timeZone: "UTC",
      businessDays: "office",
      currency: null,
      yearStarts: { month: 1, day: 1 },
      rounding: null,
      because: null,
      origin,
    },
    zone: utc,
    partners: null,
    datasets: [log, table],
    calendars: [office],
    clocks: [clock],
    metrics: [],
    exclusions: [],
    amendments: [],
    standards: [],
    rules: [],
    ...noParts,
    ...change,
  };
  return { ...bundle, fingerprint: fingerprintOf(bundle) };
}

/** Rows of the event log: ticket, hour and minute of 5 January 2026 (a Monday) or a whole instant, state. */
export function events(...lines: readonly string[]): object[] {
  return lines.map((line) => {
    const [ticket = "", at = "", state = "", ...rest] = line.split(" ");
    const more = Object.fromEntries(rest.map((pair) => pair.split("=")));
    return { ticket, at: instant(at), state: state === "-" ? "" : state, shop: "S1", ...more };
  });
}

/** `09:30` is on 5 January 2026, a Monday; `7T09:30` on the 7th. */
export function instant(short: string): string {
  if (short === "" || short.length > 10) return short;
  const [day, time] = short.includes("T") ? short.split("T") : ["5", short];
  return `2026-01-${String(day).padStart(2, "0")}T${time}:00Z`;
}

/** The cases of a bundle's first clock, one line each, by key; and the data errors that were found. */
export function casesOf(
  bundle: Bundle,
  rows: Readonly<Record<string, readonly object[]>>,
  asOf: string,
): { readonly cases: readonly string[]; readonly errors: readonly string[]; readonly notStarted: number } {
  const clock = bundle.clocks[0]?.name ?? "";
  const measuring = measure({
    bundle,
    sources: new Map(Object.entries(rows).map(([name, list]) => [name, rowsSource(name, list)])),
    asOf: instant(asOf),
    pool: textPool(),
    tally: () => readTally(100),
    patterns: null,
    tolerant: true,
    standards: new Set(),
    clocks: clockEngine,
    forms: null,
    newest: null,
    additions: [{ metrics: [], needs: (walk: Walk) => walk.refer(clock), begin: () => undefined }],
  });
  for (const { chunks, take } of measuring.feeds) for (const chunk of chunks as Iterable<Chunk>) take(chunk);
  const { run, tables } = measuring.result();
  const found = run.table(clock);
  const cases = found?.cases ?? null;
  if (found === null || cases === null) return { cases: [], errors: [], notStarted: 0 };
  const lines = cases.facts.map((facts, row) => {
    const key = caseKey(found, row) ?? `row ${found.lineOf(row)}`;
    if (facts === null) return `${key} set aside`;
    const state = !Number.isNaN(facts.stoppedAt) ? "stopped" : facts.isPaused ? "paused" : "running";
    const due = `due ${short(facts.dueAt)} overdue ${length(facts.overdue)}`;
    const verdict = facts.verdict === null ? "none" : caseVerdicts[facts.verdict];
    return `${key} ${short(facts.startedAt)}-${short(facts.stoppedAt)} ${state} ${length(facts.elapsed)} ${due} ${verdict}${facts.isWarned ? " warned" : ""}`;
  });
  return {
    cases: lines.sort(),
    errors: tables.flatMap(({ tally }) => tally.errors.map(({ code, row }) => `${code} ${row}`)),
    notStarted: cases.notStarted,
  };
}

function short(micros: number): string {
  if (Number.isNaN(micros)) return "?";
  return formatInstant(micros)
    .replace(/^2026-01-(\d\d)T(\d\d:\d\d):00Z$/, "$1T$2")
    .replace("05T", "");
}

/** Hours and minutes. */
function length(micros: number): string {
  if (Number.isNaN(micros)) return "?";
  const minutes = micros / 60_000_000;
  return `${Math.floor(minutes / 60)}h${minutes % 60 === 0 ? "" : minutes % 60}`;
}
