import { describe, expect, it } from "vitest";
import {
  clockBundle,
  events,
  field,
  hours,
  instant,
  is,
  log,
  logClock,
  member,
  metric,
  office,
  origin,
  reading,
  table,
  tableClock,
  text,
  timestamp,
  within,
} from "../../../../test/support/clock-bundle.ts";
import { judge, openCases } from "../all/all.ts";
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Condition } from "../bundle/condition-plan.ts";
import type { MetricForm, MetricUnit } from "../bundle/metric-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";
import type { JudgeResult, Verdict } from "../judge/result.ts";

const hour: MetricUnit = { kind: "duration", unit: "hour" };
const count: MetricUnit = { kind: "count" };
const percent: MetricUnit = { kind: "percent" };

const repairs = (where: Condition | null = null) => ({ dataset: "repair", where });
const met = is("verdict", member("met"));
const share: MetricForm = { kind: "share", numerator: repairs(met), denominator: repairs() };
const time = (kind: "average" | "sum" | "median" | "highest" | "latest", where: Condition | null = null) =>
  ({ kind, field: "elapsed", population: repairs(where) }) as const;

interface Asked {
  readonly clock?: Partial<ClockPlan>;
  readonly standard?: Partial<StandardPlan>;
  readonly change?: Partial<Bundle>;
  readonly asOf?: string;
}

/** A bundle whose one standard reads one metric. */
function bundleOf(form: MetricForm, unit: MetricUnit, { clock, standard, change }: Asked): Bundle {
  const measured = metric("measured", form, unit);
  const read = reading(measured, standard);
  return clockBundle(
    { ...logClock, ...clock },
    { metrics: [measured], standards: [read.standard], rules: read.rules, ...change },
  );
}

function judged(
  form: MetricForm,
  unit: MetricUnit,
  rows: Readonly<Record<string, readonly object[]>>,
  asked: Asked = {},
): JudgeResult {
  const bundle = bundleOf(form, unit, asked);
  const empty = Object.fromEntries(bundle.datasets.map(({ name }) => [name, []]));
  return judge(bundle, { ...empty, ...rows }, { asOf: instant(asked.asOf ?? "20:00") });
}

function verdict(result: JudgeResult): Verdict {
  expect(result.problems).toEqual([]);
  const [first] = result.verdicts;
  if (first === undefined) throw new Error("no verdict");
  return first;
}

const value = (result: JudgeResult) => verdict(result).metrics[0]?.value ?? null;

/** Two in time, one late and stopped, one late and open, two pending of which one is paused. */
const mixed = events(
  "A 09:00 open",
  "A 10:00 done",
  "B 09:00 open",
  "B 17:00 done",
  "C 09:00 open",
  "C 18:00 done",
  "D 09:00 open",
  "E 15:00 open",
  "F 15:00 open",
  "F 16:00 wait",
);

describe("cases whose verdict is pending", () => {
  it("are in neither population of a share", () => {
    const result = judged(share, percent, { events: mixed });
    expect(value(result)).toMatchObject({ numerator: "2", denominator: "4" });
    expect(verdict(result).rows).toEqual({ used: 6, missing: 0, excluded: [] });
  });

  it("are in no `needs` that counts the clock", () => {
    const needs = (atLeast: number): Partial<StandardPlan> => ({
      needs: {
        counts: { kind: "dataset", name: "repair" },
        rows: [{ applies: null, enough: "on_measured/needs/row 1/enough", atLeast }],
        otherwise: "not_enough_data",
        origin,
      },
    });
    const of = (atLeast: number) => {
      const bundle = bundleOf(share, percent, { standard: needs(atLeast) });
      const rule = {
        name: "on_measured/needs/row 1/enough",
        conditions: {
          all: [
            {
              fact: "rows:repair",
              operator: "strict:at_least",
              value: { numerator: String(atLeast), denominator: "1" },
            } as const,
          ],
        },
        event: { type: "on_measured/needs/row 1/enough" },
      };
      const asOf = "2026-01-05T20:00:00Z";
      const [first] = judge(
        { ...bundle, rules: [...bundle.rules, rule] },
        { events: mixed },
        { asOf },
      ).verdicts;
      return first?.provisional;
    };
    expect([of(4), of(5)]).toEqual(["met", "not_enough_data"]);
  });

  it("are rows like others elsewhere", () => {
    expect(value(judged({ kind: "count", population: repairs() }, count, { events: mixed }))).toMatchObject({
      numerator: "6",
    });
  });

  it("mark the verdict as provisional, and are told in its reasons", () => {
    const { flags, reasons } = verdict(judged(share, percent, { events: mixed }));
    expect(flags).toEqual(["provisional"]);
    expect(reasons).toContain("3 cases are still open, so this may still change");
    const over = verdict(judged(share, percent, { events: events("A 09:00 open") }));
    expect(over.flags).toEqual([]);
    const one = verdict(judged(share, percent, { events: events("A 15:00 open") }));
    expect(one.reasons).toContain("1 case is still open, so this may still change");
  });

  it("leave a share empty where there are no others", () => {
    const only = verdict(judged(share, percent, { events: events("A 15:00 open") }));
    expect([only.provisional, only.metrics[0]?.value]).toEqual(["not_enough_data", null]);
  });
});

it("cases that run in a clock without `due` are in no share", () => {
  const long: Condition = {
    kind: "compare",
    left: { kind: "field", name: "elapsed" },
    operator: "more_than",
    right: [{ kind: "number", value: { numerator: "2", denominator: "1" } }],
  };
  const form: MetricForm = { kind: "share", numerator: repairs(long), denominator: repairs() };
  const result = judged(form, percent, { events: mixed }, { clock: { due: null } });
  expect(value(result)).toMatchObject({ numerator: "2", denominator: "3" });
  expect(result.clocks[0]).toMatchObject({ met: null, missed: null, pending: null });
});

describe("the time of cases that have not stopped", () => {
  // A 1 h, B 8 h, C 9 h stopped; D 11 h, E 5 h, F 1 h so far.
  it.each([
    ["average", "18", "3"],
    ["median", "8", "1"],
    ["highest", "9", "1"],
    ["sum", "35", "1"],
  ] as const)("in the %s", (kind, numerator, denominator) => {
    const result = judged(time(kind), hour, { events: mixed });
    expect(value(result)).toMatchObject({ numerator, denominator });
    expect(verdict(result).flags).toEqual(["provisional"]);
    expect(verdict(result).metrics[0]?.missing).toBe(kind === "sum" ? 0 : 3);
  });

  it("in the latest is that of the newest case that has stopped", () => {
    const rows = events("A 09:00 open", "A 10:00 done", "B 10:00 open", "B 13:00 done", "C 11:00 open");
    const result = judged(time("latest"), hour, { events: rows });
    expect(value(result)).toMatchObject({ numerator: "3" });
    expect(verdict(result).flags).toEqual(["provisional"]);
    const tied = judged(time("latest"), hour, {
      events: [...rows, ...events("D 10:00 open", "D 12:00 done")],
    });
    expect(tied.verdicts).toEqual([]);
    expect(tied.data[0]?.errors.map(({ code, column }) => `${code} ${column}`)).toEqual(["TEN4033 elapsed"]);
  });

  it("makes nothing provisional where the cases read have stopped", () => {
    const stopped: Condition = {
      kind: "compare",
      left: { kind: "field", name: "stopped_at" },
      operator: "is_given",
      right: [],
    };
    const rows = events("A 09:00 open", "A 10:00 done", "D 09:00 open");
    expect(verdict(judged(time("average"), hour, { events: rows })).flags).toEqual(["provisional"]);
    expect(verdict(judged(time("average", stopped), hour, { events: rows })).flags).toEqual([]);
  });

  it("is given in the clock's unit", () => {
    const rows = events("A 09:00 open", "A 10:30 done");
    expect(value(judged(time("average"), hour, { events: rows }))).toMatchObject({
      numerator: "3",
      denominator: "2",
      text: "1.5 hours",
    });
  });
});

describe("the account of cases", () => {
  it("adds up, beside that of their rows", () => {
    const rows = [
      ...mixed,
      ...events("G 09:00 wait", "H 08:00 done", "H 09:00 open", "I 09:00 open shop="),
      { ...events("J 09:00 open")[0], ticket: "" },
    ];
    const options = { asOf: "2026-01-05T20:00:00Z", tolerateBadRows: 1 };
    const bundle = bundleOf(share, percent, {});
    const result = judge(bundle, { events: rows }, options);
    expect(result.problems).toEqual([]);
    expect(result.clocks).toEqual([
      {
        clock: "repair",
        dataset: "events",
        cases: 8,
        used: 6,
        nobodys: 1,
        setAside: 1,
        met: 2,
        missed: 2,
        pending: 2,
        notStarted: 1,
        undated: 0,
        withoutKey: 1,
        paused: 1,
        pausedKeys: ["F"],
      },
    ]);
    expect(result.data[0]).toMatchObject({ rows: 15, used: 14, nobodys: 1, setAside: 0, errorCount: 1 });
    const strict = judge(bundle, { events: rows }, { asOf: options.asOf });
    expect(strict.problems[0]?.message).toMatch("1 row has a data error");
  });

  it("counts cases without the clock's date as undated, and puts others into windows by it", () => {
    const form: MetricForm = { kind: "count", population: repairs() };
    const rows = events("A 09:00 open", "A 10:00 done", "B 09:00 open", "C 30T22:00 open");
    const stopped = judged(form, count, { events: rows }, { clock: { dated: "stopped_at" } });
    expect(stopped.clocks[0]).toMatchObject({ used: 2, undated: 1 });
    expect(value(stopped)).toMatchObject({ numerator: "1" });
    const asked: Asked = { clock: { dated: "due_at" }, asOf: "2026-02-01T01:00:00Z" };
    const due = judged(form, count, { events: rows }, asked);
    // C is due on 31 January at 06:00, A and B on the 5th.
    expect(due.verdicts.map(({ period, metrics }) => [period.label, metrics[0]?.value?.numerator])).toEqual([
      ["2026-01", "3"],
      ["2026-02", "0"],
    ]);
  });

  it("reads a case whose date is after `as of`", () => {
    const form: MetricForm = { kind: "count", population: repairs() };
    const asked: Asked = { clock: { dated: "due_at" }, asOf: "10:00" };
    expect(value(judged(form, count, { events: events("A 09:00 open") }, asked))).toMatchObject({
      numerator: "1",
    });
  });

  it("says nothing of a clock that no standard reads", () => {
    const form: MetricForm = { kind: "count", population: { dataset: "events", where: null } };
    const result = judged(form, count, { events: mixed });
    expect(result.clocks).toEqual([]);
  });
});

describe("an exclusion", () => {
  const exclusion = (dataset: string, where: Condition): Bundle["exclusions"][number] => ({
    name: "strike",
    label: null,
    removes: { dataset, where },
    affected: null,
    evidence: null,
    recorded: null,
    because: null,
    origin,
  });
  const standard = { excluding: ["strike"] };
  const form: MetricForm = { kind: "count", population: repairs() };
  const big = is("kind", member("big"));

  it("of the dataset of a clock without a log removes the cases of its rows", () => {
    const row = { shop: "S1", ordered: instant("09:00"), sent: "", promised: "" };
    const orders = [
      { ...row, order: "1", kind: "big" },
      { ...row, order: "2", kind: "small" },
    ];
    const change = { exclusions: [exclusion("orders", big)] };
    const result = judged(form, count, { orders }, { clock: tableClock, standard, change });
    expect(value(result)).toMatchObject({ numerator: "1" });
    expect(verdict(result).rows.excluded).toEqual([{ by: "strike", rows: 1 }]);
  });

  it("of a log does not reach its clock, and one of the clock does", () => {
    const rows = events("A 09:00 open kind=big", "B 09:00 open kind=small");
    const of = (dataset: string) =>
      value(
        judged(
          form,
          count,
          { events: rows },
          { standard, change: { exclusions: [exclusion(dataset, big)] } },
        ),
      );
    expect([of("events")?.numerator, of("repair")?.numerator]).toEqual(["2", "1"]);
  });
});

describe("clocks as datasets", () => {
  it("are found by look-ups, and look up", () => {
    const has = (dataset: string, key: string, where: Condition | null): Condition => ({
      kind: "has",
      dataset,
      key,
      within: null,
      where,
    });
    const orders = { ...table, fields: [...table.fields, field("ticket", text, true)] };
    const change = { datasets: [log, orders] };
    const row = { shop: "S1", ordered: instant("09:00"), sent: "", promised: "", kind: "" };
    const rows = {
      events: mixed,
      orders: [
        { ...row, order: "1", ticket: "A" },
        { ...row, order: "2", ticket: "C" },
        { ...row, order: "3", ticket: "Z" },
      ],
    };
    const found: MetricForm = {
      kind: "count",
      population: { dataset: "orders", where: has("repair", "ticket", met) },
    };
    expect(value(judged(found, count, rows, { change }))).toMatchObject({ numerator: "1" });
    const asking: MetricForm = { kind: "count", population: repairs(has("orders", "ticket", null)) };
    expect(value(judged(asking, count, rows, { change }))).toMatchObject({ numerator: "2" });
  });

  it("have latest windows", () => {
    const standard: Partial<StandardPlan> = {
      measured: [{ window: { kind: "latest", count: 2, population: repairs() }, when: null, metrics: [] }],
      assessed: { kind: "on_day", day: 10, span: "month" },
    };
    const rows = events(
      "A 09:00 open",
      "A 10:00 done",
      "B 6T09:00 open",
      "B 6T12:00 done",
      "C 7T09:00 open",
      "C 7T14:00 done",
    );
    const result = judged(time("average"), hour, { events: rows }, { standard, asOf: "12T00:00" });
    expect(value(result)).toMatchObject({ numerator: "8", denominator: "2" });
  });
});

describe("percent of time outside a clock", () => {
  const form: MetricForm = { kind: "time_outside", clock: "repair" };
  const daily: Partial<StandardPlan> = {
    measured: [{ window: { kind: "calendar", span: "day" }, when: null, metrics: [] }],
  };
  const days = (result: JudgeResult) =>
    Object.fromEntries(
      result.verdicts.map(({ period, metrics, rows }) => [
        period.label.slice(8),
        `${metrics[0]?.value?.numerator ?? null}/${metrics[0]?.value?.denominator ?? null} ${rows.used}`,
      ]),
    );
  const hoursOf = (numerator: number, denominator: number) =>
    `${numerator * 3_600_000_000}/${denominator * 3_600_000_000}`;

  it("counts time covered twice once, leaves pauses out, and cuts to the window", () => {
    const rows = events(
      // 09:00 to 12:00, and 11:00 to 13:00 with a pause from 11:30 to 12:30.
      "A 09:00 open",
      "A 12:00 done",
      "B 11:00 open",
      "B 11:30 wait",
      "B 12:30 open",
      "B 13:00 done",
      "C 6T22:00 open",
      "C 7T01:00 done",
    );
    const found = days(judged(form, percent, { events: rows }, { standard: daily, asOf: "9T00:00" }));
    expect(found["04"]).toBe(`${hoursOf(24, 24)} 0`);
    expect(found["05"]).toBe(`${hoursOf(20.5, 24)} 2`);
    expect(found["06"]).toBe(`${hoursOf(22, 24)} 1`);
    expect(found["07"]).toBe(`${hoursOf(23, 24)} 1`);
    expect(found["08"]).toBe(`${hoursOf(24, 24)} 0`);
  });

  it("ends at `as of` while the window is open, for cases too", () => {
    const rows = events("A 09:00 open");
    const found = days(judged(form, percent, { events: rows }, { standard: daily, asOf: "12:00" }));
    expect(found["05"]).toBe(`${hoursOf(9, 12)} 1`);
  });

  it("is of open time where the clock counts that", () => {
    const rows = events("A 4T09:00 open", "A 10:00 done");
    const asked: Asked = { standard: daily, clock: { calendar: "office" }, asOf: "6T00:00" };
    const found = days(judged(form, percent, { events: rows }, asked));
    // The fourth is a Sunday: no time is counted, so there is no value.
    expect([found["04"], found["05"]]).toEqual(["null/null 1", `${hoursOf(7, 8)} 1`]);
  });

  it("is 100% of a window without cases, and has a gap as its distance", () => {
    const rows = events("A 6T09:00 open", "A 6T10:00 done");
    const result = judged(form, percent, { events: rows }, { standard: daily, asOf: "6T00:00" });
    // No partner is known before its first case.
    expect(result.verdicts).toEqual([]);
    const later = judged(form, percent, { events: rows }, { standard: daily, asOf: "8T00:00" });
    const seventh = later.verdicts.find(({ period }) => period.label === "2026-01-07");
    expect(seventh?.verdict).toBe("met");
    expect(seventh?.metrics[0]?.value?.text).toBe("100%");
    expect(seventh?.limits[0]?.distance).toMatchObject({
      rows: null,
      gap: { numerator: "1", denominator: "1" },
    });
  });

  it("leaves out cases that an exclusion removes", () => {
    const exclusion = {
      name: "strike",
      label: null,
      removes: repairs(is("kind", member("big"))),
      affected: null,
      evidence: null,
      recorded: null,
      because: null,
      origin,
    };
    const rows = events("A 09:00 open kind=big", "A 12:00 done kind=big", "B 11:00 open", "B 13:00 done");
    const asked: Asked = {
      standard: { ...daily, excluding: ["strike"] },
      change: { exclusions: [exclusion] },
      asOf: "6T00:00",
    };
    const result = judged(form, percent, { events: rows }, asked);
    expect(days(result)["05"]).toBe(`${hoursOf(22, 24)} 1`);
  });
});

describe("cases that are still open", () => {
  it("are listed, soonest due first", () => {
    const clock: Partial<ClockPlan> = { warnsAt: { numerator: "50", denominator: "100" } };
    const bundle = clockBundle({ ...logClock, ...clock });
    const rows = [...mixed, ...events("G 19:00 open shop=S2")];
    const asOf = "2026-01-05T20:00:00Z";
    const found = openCases(bundle, { events: rows }, { asOf });
    expect(found.problems).toEqual([]);
    expect(
      found.cases.map(({ key, party, dueAt, remaining, state, warned }) =>
        [key, party.key, dueAt?.slice(8, 16), Number(remaining) / 3_600_000_000, state, warned].join(" "),
      ),
    ).toEqual([
      "D S1 05T17:00 -3 overdue true",
      "E S1 05T23:00 3 running true",
      "G S2 06T03:00 7 running false",
      "F S1  7 paused false",
    ]);
    expect(found.cases[0]).toEqual({
      clock: "repair",
      label: "Repair",
      party: { kind: "partner", key: "S1" },
      key: "D",
      startedAt: "2026-01-05T09:00:00Z",
      dueAt: "2026-01-05T17:00:00Z",
      remaining: "-10800000000",
      state: "overdue",
      warned: true,
    });
    expect(openCases(bundle, { events: rows }, { asOf, partner: "S2" }).cases).toHaveLength(1);
  });

  it("are of clocks with `due` only, and ask for their rows", () => {
    const asOf = "2026-01-05T20:00:00Z";
    const without = clockBundle({ ...logClock, due: null });
    expect(openCases(without, { events: mixed }, { asOf }).cases).toEqual([]);
    expect(openCases(clockBundle(logClock), {}, { asOf }).problems.map(({ code }) => code)).toEqual([
      "TEN4003",
    ]);
  });

  it("count opening hours until they are due", () => {
    const bundle = clockBundle({ ...logClock, calendar: "office", due: within([hours(4), null]) });
    const found = openCases(bundle, { events: events("A 16:00 open") }, { asOf: "2026-01-05T22:00:00Z" });
    expect(found.cases[0]).toMatchObject({ dueAt: "2026-01-06T12:00:00Z", remaining: "10800000000" });
  });
});

describe("business days", () => {
  const date = { kind: "date", written: null } as const;

  it("are counted between two dates of a row", () => {
    const days = { kind: "days", from: "ordered", to: "sent", calendar: "office" } as const;
    const dataset = { ...table, fields: [...table.fields, { ...field("took", days), columns: [] }] };
    const row = { shop: "S1", promised: "", kind: "" };
    const orders = [
      { ...row, order: "1", ordered: instant("9T10:00"), sent: instant("12T10:00") },
      { ...row, order: "2", ordered: instant("9T10:00"), sent: instant("13T23:00") },
      { ...row, order: "3", ordered: instant("9T10:00"), sent: "" },
    ];
    const form: MetricForm = { kind: "sum", field: "took", population: { dataset: "orders", where: null } };
    const asked: Asked = { change: { datasets: [dataset] }, asOf: "20T00:00" };
    expect(value(judged(form, count, { orders }, asked))).toMatchObject({ numerator: "3" });
    const outside = [{ ...row, order: "4", ordered: "2020-12-31T10:00:00Z", sent: instant("12T10:00") }];
    const refused = judged(form, count, { orders: outside }, asked);
    expect(refused.data[0]?.errors.map(({ code }) => code)).toEqual(["TEN4115"]);
  });

  it("are those of the partner's region where the calendar closes by partner", () => {
    const days = { kind: "days", from: "from", to: "to", calendar: "office" } as const;
    const dataset = {
      ...table,
      fields: [
        ...table.fields,
        field("from", date, true),
        field("to", date, true),
        { ...field("took", days), columns: [] },
      ],
    };
    const closed = {
      kind: "by_partner",
      field: "region",
      days: [],
      regions: [
        { value: "CH", days: ["2026-01-06"] },
        { value: "DE", days: [] },
      ],
    } as const;
    const change: Partial<Bundle> = {
      datasets: [dataset],
      clocks: [],
      calendars: [{ ...office, closed }],
      partners: {
        source: "",
        key: "shop",
        active: null,
        fields: [field("shop", text), field("region", text)],
        origin,
      },
    };
    const partners = [
      { shop: "S1", region: "CH" },
      { shop: "S2", region: "DE" },
    ];
    const row = {
      ordered: instant("09:00"),
      sent: "",
      promised: "",
      kind: "",
      from: "2026-01-05",
      to: "2026-01-08",
    };
    const orders = ["S1", "S2", "S9"].map((shop) => ({ ...row, order: shop, shop }));
    const form: MetricForm = { kind: "sum", field: "took", population: { dataset: "orders", where: null } };
    const result = judged(form, count, { orders, partners }, { change, asOf: "20T00:00" });
    expect(result.problems).toEqual([]);
    expect(result.verdicts.map(({ party, metrics }) => [party.key, metrics[0]?.value?.numerator])).toEqual([
      ["S1", "2"],
      ["S2", "3"],
    ]);
    const outside = [{ ...row, order: "1", shop: "S1", from: "2020-12-31" }];
    const refused = judged(form, count, { orders: outside, partners }, { change, asOf: "20T00:00" });
    expect(
      refused.data.flatMap(({ errors, setAside }) => errors.map(({ code }) => `${code} ${setAside}`)),
    ).toEqual(["TEN4037 1"]);
  });

  it("bound a look-up, to the closing time of the last of them", () => {
    const within = { count: 1, unit: "business_day", after: "ordered" } as const;
    const where: Condition = { kind: "has", dataset: "events", key: "shop", within, where: null };
    const form: MetricForm = { kind: "count", population: { dataset: "orders", where } };
    const order = { order: "1", shop: "S1", ordered: instant("9T10:00"), sent: "", promised: "", kind: "" };
    const found = (at: string) =>
      value(judged(form, count, { orders: [order], events: events(`A ${at} open`) }, { asOf: "20T00:00" }))
        ?.numerator;
    // From Friday 10:00 to Monday 17:00.
    expect(["9T10:00", "9T10:01", "12T17:00", "12T17:01"].map(found)).toEqual(["0", "1", "1", "0"]);
    const early = judged(
      form,
      count,
      { orders: [{ ...order, ordered: "2020-12-31T10:00:00Z" }], events: [] },
      { asOf: "20T00:00" },
    );
    expect(early.data.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(["TEN4037"]);
  });

  it("bound a look-up by civil date where one of the two is a date", () => {
    const dataset = { ...table, fields: [...table.fields, field("booked", date, true)] };
    const within = { count: 2, unit: "business_day", after: "booked" } as const;
    const where: Condition = { kind: "has", dataset: "events", key: "shop", within, where: null };
    const form: MetricForm = { kind: "count", population: { dataset: "orders", where } };
    const order = {
      order: "1",
      shop: "S1",
      ordered: instant("09:00"),
      sent: "",
      promised: "",
      kind: "",
      booked: "2026-01-09",
    };
    const found = (at: string) =>
      value(
        judged(
          form,
          count,
          { orders: [order], events: events(`A ${at} open`) },
          {
            change: { datasets: [log, dataset] },
            asOf: "20T00:00",
          },
        ),
      )?.numerator;
    expect(["9T23:00", "10T00:00", "13T23:59", "14T00:00"].map(found)).toEqual(["0", "1", "1", "0"]);
  });

  it("assess a standard on the N-th of each span, or on the last if there are fewer", () => {
    const labels = (day: number, span: "month" | "week") => {
      const standard: Partial<StandardPlan> = {
        measured: [
          { window: { kind: "rolling", count: 1, unit: "week", whole: false }, when: null, metrics: [] },
        ],
        assessed: { kind: "on_business_day", day, span },
      };
      const closed = {
        kind: "same",
        days: [
          "2026-01-01",
          "2026-01-02",
          "2026-01-12",
          "2026-01-13",
          "2026-01-14",
          "2026-01-15",
          "2026-01-16",
        ],
      } as const;
      const change = { calendars: [{ ...office, closed }] };
      const asked: Asked = { standard, change, asOf: "2026-03-01T00:00:00Z" };
      const form: MetricForm = { kind: "count", population: repairs() };
      return judged(form, count, { events: events("A 09:00 open") }, asked).verdicts.map(
        ({ period }) => period.label,
      );
    };
    expect(labels(1, "month")).toEqual(["2026-01-05", "2026-02-02"]);
    expect(labels(31, "month")).toEqual(["2026-01-30", "2026-02-27"]);
    // The third week of January has none.
    expect(labels(2, "week").slice(0, 3)).toEqual(["2026-01-06", "2026-01-20", "2026-01-27"]);
  });
});

it("timestamps of a case can be fields of metrics and conditions", () => {
  const form: MetricForm = {
    kind: "count",
    population: repairs({
      kind: "compare",
      left: { kind: "date_of", name: "due_at" },
      operator: "is",
      right: [{ kind: "date", date: "2026-01-05" }],
    }),
  };
  expect(timestamp.kind).toBe("timestamp");
  expect(value(judged(form, count, { events: mixed }))).toMatchObject({ numerator: "5" });
});
