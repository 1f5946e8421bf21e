import { describe, expect, it } from "vitest";
import {
  casesOf,
  clockBundle,
  events,
  field,
  hours,
  instant,
  is,
  log,
  logClock,
  member,
  office,
  oneOf,
  origin,
  stopsLast,
  tableClock,
  text,
  utc,
  within,
} from "../../../../test/support/clock-bundle.ts";
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Bundle } from "../bundle/rule.ts";

/** The cases of a log, as of an instant. */
function logCases(
  lines: readonly string[],
  asOf: string,
  clock: Partial<ClockPlan> = {},
  change: Partial<Bundle> = {},
): readonly string[] {
  const bundle = clockBundle({ ...logClock, ...clock }, change);
  return casesOf(bundle, { events: events(...lines) }, asOf).cases;
}

function tableCases(rows: readonly object[], asOf: string, clock: Partial<ClockPlan> = {}) {
  return casesOf(clockBundle({ ...tableClock, ...clock }), { orders: rows }, asOf);
}

const order = (ordered: string, sent = "", more: object = {}): object => ({
  order: `O${ordered}`,
  shop: "S1",
  ordered: instant(ordered),
  sent: instant(sent),
  promised: "",
  kind: "",
  ...more,
});

describe("a case of a log", () => {
  it("starts at the first change into the start value, and stops at the first change after it", () => {
    expect(logCases(["A 09:00 open", "A 10:00 open", "A 11:00 done", "A 12:00 done"], "20:00")).toEqual([
      "A 09:00-11:00 stopped 2h due 17:00 overdue 0h met",
    ]);
  });

  it("does not start again at a further change into the start value", () => {
    expect(logCases(["A 09:00 open", "A 10:00 wait", "A 11:00 open", "A 12:00 done"], "20:00")).toEqual([
      "A 09:00-12:00 stopped 2h due 18:00 overdue 0h met",
    ]);
  });

  it("is none before it starts", () => {
    const bundle = clockBundle(logClock);
    const rows = events("A 09:00 wait", "B 09:00 open", "C 12:00 open");
    expect(casesOf(bundle, { events: rows }, "11:00")).toEqual({
      cases: ["B 09:00-? running 2h due 17:00 overdue 0h pending"],
      errors: [],
      // C has no row yet.
      notStarted: 1,
    });
  });

  it("starts at `as of` itself, and not a microsecond later", () => {
    expect(logCases(["A 09:00 open"], "09:00")).toEqual([
      "A 09:00-? running 0h due 17:00 overdue 0h pending",
    ]);
    expect(logCases(["A 09:00 open"], "2026-01-05T08:59:59.999999Z")).toEqual([]);
  });

  it("stops at the last change where that is asked for", () => {
    const lines = ["A 09:00 open", "A 10:00 done", "A 11:00 open", "A 12:00 done"];
    expect(logCases(lines, "20:00", stopsLast)).toEqual([
      "A 09:00-12:00 stopped 3h due 17:00 overdue 0h met",
    ]);
    // What comes after `as of` has not happened.
    expect(logCases(lines, "11:30", stopsLast)).toEqual([
      "A 09:00-10:00 stopped 1h due 17:00 overdue 0h met",
    ]);
  });

  it("takes a missing value for that of the row before", () => {
    const lines = ["A 09:00 open", "A 10:00 wait", "A 11:00 -", "A 12:00 open", "A 12:30 -", "A 13:00 done"];
    expect(logCases(lines, "20:00")).toEqual(["A 09:00-13:00 stopped 2h due 19:00 overdue 0h met"]);
  });

  it("is not there where no value was ever given", () => {
    expect(logCases(["A 09:00 -", "A 10:00 -"], "20:00")).toEqual([]);
  });

  it("reads its rows in order of time, whatever their order in the file", () => {
    const lines = ["A 13:00 done", "A 09:00 open", "A 12:00 open", "A 10:00 wait"];
    expect(logCases(lines, "20:00")).toEqual(["A 09:00-13:00 stopped 2h due 19:00 overdue 0h met"]);
  });

  it("restarts while stopped, and the time between counts for nothing", () => {
    const lines = ["A 09:00 open", "A 11:00 done", "A 13:00 again", "A 14:00 done"];
    expect(logCases(lines, "20:00")).toEqual(["A 09:00-14:00 stopped 3h due 19:00 overdue 0h met"]);
    expect(logCases(lines.slice(0, 3), "13:30")).toEqual([
      "A 09:00-? running 2h30 due 19:00 overdue 0h pending",
    ]);
  });

  it("does not restart while it runs", () => {
    const lines = ["A 09:00 open", "A 10:00 again", "A 11:00 done"];
    expect(logCases(lines, "20:00")).toEqual(["A 09:00-11:00 stopped 2h due 17:00 overdue 0h met"]);
  });

  it("is stopped at a stop, also while a pause holds", () => {
    const clock = { pauses: is("kind", member("big")), restarts: [] };
    expect(logCases(["A 09:00 open", "A 10:00 wait kind=big", "A 11:00 done"], "20:00", clock)).toEqual([
      "A 09:00-11:00 stopped 1h due 18:00 overdue 0h met",
    ]);
  });

  it("is paused from a row on, also where that row is before its start", () => {
    const clock = { pauses: is("kind", member("big")), restarts: [] };
    const lines = ["A 08:00 - kind=big", "A 09:00 open", "A 10:00 - kind=small", "A 11:00 done"];
    expect(logCases(lines, "20:00", clock)).toEqual(["A 09:00-11:00 stopped 1h due 18:00 overdue 0h met"]);
  });

  it("has rows without a key or a date in no case", () => {
    const bundle = clockBundle(logClock);
    const rows = [
      ...events("A 09:00 open"),
      { ...events("A 10:00 done")[0], ticket: "" },
      { ...events("A 10:00 done")[0], at: "" },
    ];
    expect(casesOf(bundle, { events: rows }, "11:00").cases).toEqual([
      "A 09:00-? running 2h due 17:00 overdue 0h pending",
    ]);
  });

  it("is set aside where it stops before it starts, and not at the start's own instant", () => {
    const bundle = clockBundle({ ...logClock, restarts: [] });
    const early = casesOf(bundle, { events: events("A 08:00 done", "A 09:00 open") }, "11:00");
    expect(early).toEqual({ cases: ["A set aside"], errors: ["TEN4036 2"], notStarted: 0 });
    const ordered = {
      ...bundle,
      datasets: [{ ...log, dated: { kind: "field", field: "at", then: "seq" } as const }],
    };
    const rows = events("A 09:00 done seq=1", "A 09:00 open seq=2");
    expect(casesOf(ordered, { events: rows }, "11:00")).toEqual({
      cases: ["A 09:00-? running 2h due 17:00 overdue 0h pending"],
      errors: [],
      notStarted: 0,
    });
  });

  it("reads `at` fields of its newest row", () => {
    const clock = { ...logClock, starts: { kind: "at", field: "promised" } as const };
    const rows = events(
      "A 09:00 open promised=2026-01-05T08:00:00Z",
      "A 12:00 done promised=2026-01-05T10:00:00Z",
    );
    expect(casesOf(clockBundle(clock), { events: rows }, "20:00").cases).toEqual([
      "A 10:00-12:00 stopped 2h due 18:00 overdue 0h met",
    ]);
  });
});

describe("rows of a case that tie", () => {
  const lines = ["A 09:00 open seq=1", "A 10:00 wait seq=1", "A 10:00 done seq=2", "A 11:00 - seq=3"];
  const errors = (clock: ClockPlan, of: readonly string[]) =>
    casesOf(clockBundle(clock), { events: events(...of) }, "20:00").errors;

  it("are an error of the file if they differ in what the clock reads", () => {
    expect(errors(logClock, lines)).toEqual(["TEN4035 2"]);
  });

  it("are none if `then` orders them, or if they differ in what nothing reads", () => {
    const ordered = clockBundle(logClock, {
      datasets: [{ ...log, dated: { kind: "field", field: "at", then: "seq" } }],
    });
    expect(casesOf(ordered, { events: events(...lines) }, "20:00").cases).toEqual([
      "A 09:00-10:00 stopped 1h due 17:00 overdue 0h met",
    ]);
    expect(errors(logClock, ["A 09:00 open seq=1", "A 09:00 open seq=2"])).toEqual([]);
  });

  it("are an error where one of them has nothing that orders it", () => {
    const change = { datasets: [{ ...log, dated: { kind: "field", field: "at", then: "seq" } as const }] };
    const of = (...rows: string[]) =>
      casesOf(clockBundle(logClock, change), { events: events(...rows) }, "20:00").errors;
    expect(of("A 09:00 open seq=1", "A 10:00 wait seq=1", "A 10:00 done")).toEqual(["TEN4035 2"]);
    expect(of("A 09:00 open seq=1", "A 10:00 wait seq=1", "A 10:00 wait")).toEqual([]);
  });

  it("are an error if they are the newest and differ in the partner", () => {
    expect(errors(logClock, ["A 09:00 open shop=S1", "A 09:00 open shop=S2"])).toEqual(["TEN4035 1"]);
    expect(errors(logClock, ["A 09:00 open shop=S1", "A 09:00 open shop=S2", "A 10:00 wait"])).toEqual([]);
  });
});

describe("a case of timestamp columns", () => {
  it("is a row, and one that has not started or stopped yet says so", () => {
    const rows = [order("09:00", "10:00"), order("10:00"), order("", "11:00"), order("11:00", "19:00")];
    expect(tableCases(rows, "12:00")).toEqual({
      cases: [
        "O09:00 09:00-10:00 stopped 1h due 17:00 overdue 0h met",
        "O10:00 10:00-? running 2h due 18:00 overdue 0h pending",
        // A stop after `as of` has not happened.
        "O11:00 11:00-? running 1h due 19:00 overdue 0h pending",
      ],
      errors: [],
      notStarted: 1,
    });
  });

  it("is set aside where it stops before it starts", () => {
    const rows = [order("09:00", "09:00"), order("10:00", "09:59")];
    expect(tableCases(rows, "12:00")).toEqual({
      cases: ["O09:00 09:00-09:00 stopped 0h due 17:00 overdue 0h met", "O10:00 set aside"],
      errors: ["TEN4036 2"],
      notStarted: 0,
    });
  });
});

describe("a due time", () => {
  it("is kept at its very instant, and missed a microsecond later", () => {
    const rows = [order("09:00", "17:00"), order("08:00", "2026-01-05T16:00:00.000001Z")];
    expect(tableCases(rows, "20:00").cases.map((line) => line.split(" ").at(-1))).toEqual(["missed", "met"]);
  });

  it("of a running case is pending until `as of` is later", () => {
    expect(tableCases([order("09:00")], "17:00").cases).toEqual([
      "O09:00 09:00-? running 8h due 17:00 overdue 0h pending",
    ]);
    expect(tableCases([order("09:00")], "17:30").cases).toEqual([
      "O09:00 09:00-? running 8h30 due 17:00 overdue 0h30 missed",
    ]);
  });

  it("moves with pauses, and is not known while one lasts", () => {
    const lines = ["A 09:00 open", "A 10:00 wait"];
    expect(logCases(lines, "19:00")).toEqual(["A 09:00-? paused 1h due ? overdue 0h pending"]);
    expect(logCases([...lines, "A 12:00 open"], "19:00")).toEqual([
      "A 09:00-? running 8h due 19:00 overdue 0h pending",
    ]);
    expect(logCases([...lines, "A 12:00 open"], "19:01")).toEqual([
      "A 09:00-? running 8h1 due 19:00 overdue 0h1 missed",
    ]);
  });

  it("that has passed stays, and no time is overdue while a pause lasts", () => {
    const lines = ["A 09:00 open", "A 18:00 wait"];
    expect(logCases(lines, "20:00")).toEqual(["A 09:00-? paused 9h due 17:00 overdue 1h missed"]);
  });

  it("is the field, whatever was paused", () => {
    const clock = { due: { kind: "at", field: "promised" } as const };
    const at = (hour: string) => `promised=2026-01-05T${hour}:00Z`;
    expect(
      logCases(
        [`A 09:00 open ${at("12:00")}`, `A 10:00 wait ${at("12:00")}`, "B 09:00 open"],
        "13:00",
        clock,
      ),
    ).toEqual([
      "A 09:00-? paused 1h due 12:00 overdue 0h missed",
      "B 09:00-? running 4h due ? overdue ? none",
    ]);
  });

  it("takes the first row whose condition is true of the newest row", () => {
    const clock = { due: within([hours(2), is("kind", member("big"))], [hours(4), null]) };
    const lines = ["A 09:00 open kind=small", "A 10:00 - kind=big", "B 09:00 open kind=big", "B 10:00 -"];
    expect(logCases(lines, "20:00", clock).map((line) => line.split(" ")[5])).toEqual(["11:00", "13:00"]);
  });

  it("is never there without `due`", () => {
    expect(tableCases([order("09:00")], "12:00", { due: null }).cases).toEqual([
      "O09:00 09:00-? running 3h due ? overdue ? none",
    ]);
  });

  it("warns from its share of the time on", () => {
    const clock = { warnsAt: { numerator: "75", denominator: "100" } };
    expect(tableCases([order("09:00")], "14:59", clock).cases[0]).not.toMatch("warned");
    expect(tableCases([order("09:00")], "15:00", clock).cases[0]).toMatch("warned");
    expect(tableCases([order("09:00", "16:00")], "18:00", clock).cases[0]).not.toMatch("warned");
  });
});

describe("opening hours", () => {
  const open = { calendar: "office" };

  it("are all that counts", () => {
    // Monday 16:00 to Tuesday 10:00 is one hour and one.
    expect(tableCases([order("16:00", "6T10:00")], "9T12:00", open).cases).toEqual([
      "O16:00 16:00-06T10:00 stopped 2h due 06T16:00 overdue 0h met",
    ]);
  });

  it("end a due time with the opening; a stop on the closed day after it is late, without time overdue", () => {
    const rows = [order("09:00", "17:00"), order("09:00", "20:00", { order: "late" })];
    expect(tableCases(rows, "9T12:00", open).cases).toEqual([
      "O09:00 09:00-17:00 stopped 8h due 17:00 overdue 0h met",
      "late 09:00-20:00 stopped 8h due 17:00 overdue 0h missed",
    ]);
  });

  it("count business days to the closing time", () => {
    const clock = { ...open, due: within([{ kind: "business", days: 1 }, null]) };
    const rows = [order("7T10:00", "8T17:00"), order("9T10:00", "12T17:00"), order("10T10:00", "12T17:01")];
    expect(tableCases(rows, "20T12:00", clock).cases).toEqual([
      // Saturday's order: day 0 is Saturday itself, and Monday the first business day.
      "O10T10:00 10T10:00-12T17:01 stopped 8h due 12T17:00 overdue 0h missed",
      "O7T10:00 07T10:00-08T17:00 stopped 15h due 08T17:00 overdue 0h met",
      "O9T10:00 09T10:00-12T17:00 stopped 15h due 12T17:00 overdue 0h met",
    ]);
  });

  it("count business days of the agreement in a clock that counts all time", () => {
    const clock = { due: within([{ kind: "business", days: 1 }, null]) };
    expect(tableCases([order("9T10:00")], "12T17:00", clock).cases).toEqual([
      "O9T10:00 09T10:00-? running 79h due 12T17:00 overdue 0h pending",
    ]);
  });

  it("move the deadline of business days by what was paused", () => {
    const clock = { ...open, due: within([{ kind: "business", days: 0 }, null]) };
    const lines = ["A 10:00 open", "A 11:00 wait", "A 13:00 open"];
    const change = { calendars: [{ ...office, cutOff: 720 }] };
    expect(logCases(lines, "15:00", clock, change)).toEqual([
      // Seven hours until 17:00; one was used, and two hours did not count.
      "A 10:00-? running 3h due 06T11:00 overdue 0h pending",
    ]);
  });

  it("that are not known make a data error of the case", () => {
    const rows = [{ ...order("09:00"), ordered: "2020-12-31T10:00:00Z" }, order("10:00")];
    expect(tableCases(rows, "12:00", open)).toEqual({
      cases: ["O09:00 set aside", "O10:00 10:00-? running 2h due 06T10:00 overdue 0h pending"],
      errors: ["TEN4037 1"],
      notStarted: 0,
    });
  });
});

describe("a calendar that closes by partner", () => {
  const closed = {
    kind: "by_partner",
    field: "region",
    days: [],
    regions: [
      { value: "north", days: ["2026-01-06"] },
      { value: "south", days: [] },
    ],
  } as const;
  const bundle = (clock: Partial<ClockPlan>) =>
    clockBundle(
      { ...tableClock, calendar: "office", ...clock },
      {
        calendars: [{ ...office, closed }],
        partners: {
          source: "shops.csv",
          key: "shop",
          active: null,
          fields: [field("shop", text), field("region", oneOf("north", "south", "west"))],
          origin,
        },
      },
    );
  const partners = [
    { shop: "S1", region: "north" },
    { shop: "S2", region: "south" },
  ];

  it("counts the time of each partner by the holidays of its region", () => {
    const orders = [order("16:00", "7T10:00"), order("16:00", "7T10:00", { order: "two", shop: "S2" })];
    expect(casesOf(bundle({ due: null }), { orders, partners }, "9T12:00").cases).toEqual([
      "O16:00 16:00-07T10:00 stopped 2h due ? overdue ? none",
      "two 16:00-07T10:00 stopped 10h due ? overdue ? none",
    ]);
  });

  it("tells nothing of cases that are nobody's, and they are no errors", () => {
    const orders = [order("09:00", "10:00", { shop: "S9" })];
    expect(casesOf(bundle({}), { orders, partners }, "9T12:00")).toEqual({
      cases: ["O09:00 09:00-10:00 stopped ? due ? overdue ? none"],
      errors: [],
      notStarted: 0,
    });
  });

  it("sets a partner aside whose region it does not know", () => {
    const more = [...partners, { shop: "S3", region: "west" }];
    expect(casesOf(bundle({}), { orders: [], partners: more }, "9T12:00").errors).toEqual(["TEN4038 3"]);
  });
});

it("counts real hours over a change of the clock", () => {
  const calendar = {
    ...office,
    zone: { ...utc, zone: "Europe/Rome", from: [0, 1_774_746_000], offset: [3600, 7200] },
    open: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 })),
  };
  const row = { ...order("09:00"), ordered: "2026-03-28T23:00:00Z", sent: "2026-03-29T22:00:00Z" };
  const bundle = clockBundle({ ...tableClock, calendar: "office", due: null }, { calendars: [calendar] });
  // All of 29 March, which has 23 hours in Rome.
  expect(casesOf(bundle, { orders: [row] }, "2026-04-01T00:00:00Z").cases[0]).toMatch("stopped 23h");
});
