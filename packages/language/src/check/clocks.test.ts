import { expect, test } from "vitest";
import { positionAt, sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { check } from "./check.ts";
import type { Model } from "./model.ts";

/** What checking gives for a text without syntax errors. */
function checked(text: string): ReturnType<typeof check> {
  const parsed = parse(sourceFile("agreement.tenet", text));
  expect(parsed.diagnostics).toEqual([]);
  return check(
    { root: parsed, files: [parsed] },
    { instant: (_zone, date, time) => `${date}T${time}:00Z`, acceptsPattern: () => true },
  );
}

function modelOf(text: string): Model {
  const { value, diagnostics } = checked(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (value === null) throw new Error("no model");
  return value;
}

/** Errors as `line code message`, the lines counted from the end of the shared text. */
function said(rest: string, agreement = AGREEMENT): readonly string[] {
  const text = `${agreement}${rest}`;
  const first = agreement.split("\n").length;
  const { diagnostics } = checked(text);
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(
      ({ code, message, span, file }) =>
        `${positionAt(file, span.start).line - first + 1} ${code} ${message}`,
    );
}

const AGREEMENT = `agreement laundry "Repair of washing machines"
  version 1.0.0
  effective from 2026-01-01 until 2027-12-31
  time zone "Europe/Rome"
  business days of laundry_hours

partners from "shops.csv" key shop_id
  field shop_id text
  field country one of it, gb_eng
  field region text
  field size number optional

calendar laundry_hours "Opening hours of the laundry"
  time zone "Europe/Lisbon"
  open friday 20:00 to 02:00
  open saturday to monday 06:00 to 14:00
  open wednesday 22:00 to 24:00
  closed holidays "IT"
  closed on 2026-08-14
  cut off 11:30

calendar local_hours
  open monday to friday 09:00 to 17:00
  closed holidays by partner.country

dataset tickets from "tickets.csv" one row per line
  partner shop_id
  dated changed_at then step
  field ticket_no text
  field shop_id text
  field changed_at timestamp
  field changed_on date
  field step number 0 decimals
  field state one of reported, working, waiting, broken
  field urgent yes_no optional
  field machine text optional
  field promised_at timestamp optional
  field spent duration in minutes
  field elapsed text
  field overdue text

dataset visits from "visits.csv" one row per visit_id
  partner shop_id
  dated came_on
  field visit_id text
  field ticket_no text
  field shop_id text
  field came_on date
  field came_at timestamp
  field left_at timestamp optional
  field promised_at timestamp
  field days_away days from came_on to left_at in local_hours

dataset outages from "outages.csv" one row per line
  field began_at timestamp
  field ended_at timestamp optional

`;

const REPAIR = `clock repair_time "Repair of a machine" on tickets by ticket_no
  starts when state becomes reported
  pauses while state is waiting and machine is given
  stops when state becomes working
  restarts when state becomes broken
  counts time in laundry_hours
  dated started_at
  due within 90 minutes where machine is "tunnel washer"
    within 1.5 hours where partner.region is "north"
    within 2 business days otherwise
  warns at 75%
`;

test("a calendar is its openings by weekday, its closed days, its regions, its cut-off", () => {
  const [hours, local] = modelOf(AGREEMENT).calendars;
  expect(hours).toEqual({
    name: "laundry_hours",
    label: "Opening hours of the laundry",
    timeZone: "Europe/Lisbon",
    open: [
      { weekday: 0, from: 360, to: 840 },
      { weekday: 2, from: 1320, to: 1440 },
      { weekday: 4, from: 1200, to: 1560 },
      { weekday: 5, from: 360, to: 840 },
      { weekday: 6, from: 360, to: 840 },
    ],
    closedOn: ["2026-08-14"],
    regions: ["IT"],
    regionField: null,
    cutOff: 690,
    origin: {
      file: "agreement.tenet",
      line: 13,
      text: 'calendar laundry_hours "Opening hours of the laundry"',
    },
  });
  expect(local).toMatchObject({ timeZone: "Europe/Rome", regions: [], regionField: "country", cutOff: null });
});

test("business days are named by the agreement, fields and look-ups count in them", () => {
  const { agreement, datasets, metrics, standards } = modelOf(`${AGREEMENT}metric again number of visits
    where has tickets with same ticket_no in the 5 business days after came_at

standard seldom "Machines stay mended"
  requires again at most 3
  measured over rolling 90 days
  assessed on business day 3 of each calendar month
  needs no minimum
`);
  expect(agreement.businessDays).toBe("laundry_hours");
  expect(datasets[1]?.fields.at(-1)?.type).toEqual({
    kind: "days",
    from: "came_on",
    to: "left_at",
    calendar: "local_hours",
  });
  expect(metrics[0]?.form).toMatchObject({
    population: { where: { kind: "has", within: { count: 5, unit: "business_day", after: "came_at" } } },
  });
  expect(standards[0]?.assessed).toEqual({ kind: "on_business_day", day: 3, span: "month" });
});

test("a clock on a log is what its changes start, pause, stop and restart", () => {
  const [clock] = modelOf(`${AGREEMENT}${REPAIR}`).clocks;
  const member = (name: string) => ({
    kind: "becomes",
    field: "state",
    value: { kind: "member", name },
    last: false,
  });
  expect(clock).toMatchObject({
    name: "repair_time",
    label: "Repair of a machine",
    on: "tickets",
    by: "ticket_no",
    starts: member("reported"),
    stops: member("working"),
    restarts: [member("broken")],
    pauses: { kind: "and" },
    calendar: "laundry_hours",
    dated: "started_at",
    unit: "minute",
    warnsAt: { numerator: "75", denominator: "100" },
  });
  expect(clock?.due).toMatchObject({
    kind: "within",
    calendar: "laundry_hours",
    rows: [
      {
        length: { kind: "elapsed", count: { numerator: "90" }, unit: "minute", micros: "5400000000" },
        where: { kind: "compare" },
        origin: { text: 'within 90 minutes where machine is "tunnel washer"' },
      },
      { length: { kind: "elapsed", count: { numerator: "15", denominator: "10" }, micros: "5400000000" } },
      { length: { kind: "business", days: 2 }, where: null },
    ],
  });
});

test("a clock on timestamps has a case for each row, and the unit of what is due", () => {
  const clockWith = (due: string) =>
    modelOf(
      `${AGREEMENT}clock stay on visits\n  starts at came_at\n  stops at left_at\n  dated stopped_at\n${due}`,
    ).clocks[0];
  expect(clockWith("")).toMatchObject({
    by: null,
    starts: { kind: "at", field: "came_at" },
    stops: { kind: "at", field: "left_at" },
    restarts: [],
    pauses: null,
    calendar: null,
    dated: "stopped_at",
    due: null,
    unit: "minute",
    warnsAt: null,
  });
  expect(clockWith("  due at promised_at\n")).toMatchObject({
    due: { kind: "at", field: "promised_at" },
    unit: "minute",
  });
  expect(clockWith("  due within 2 weeks\n")).toMatchObject({ unit: "week" });
  expect(clockWith("  due within 2 business days\n")).toMatchObject({
    unit: "hour",
    due: { calendar: "laundry_hours" },
  });
});

test("a clock stands where datasets stand, and its cases have fields of their own", () => {
  const { metrics, standards, exclusions } = modelOf(
    `${AGREEMENT}${REPAIR}
metric in_time percent of repair_time where verdict is met out of repair_time where region_known is yes
  dated due_at

metric median_time median of elapsed in repair_time where stopped_at is given and overdue at most 10 minutes

metric slow number of visits where has repair_time with same ticket_no where verdict is one of missed, pending

metric free percent of time outside repair_time

exclusion strike
  removes repair_time where urgent is yes
  applies when at least 2 partners affected
  recorded in repair_time where verdict is missed

standard quick "Machines run again"
  requires median_time at most 90 minutes for each state
  requires free at least 80%
  measured each calendar month
  needs at least 5 repair_time otherwise not_enough_data
  excluding strike

standard newest "The newest repairs"
  requires median_time at most 2 hours
  measured over latest 10 repair_time
  assessed at the end of each calendar month
  needs no minimum
`.replace(" where region_known is yes", ""),
  );
  expect(metrics.map(({ name, unit }) => [name, unit.kind])).toEqual([
    ["in_time", "percent"],
    ["median_time", "duration"],
    ["slow", "count"],
    ["free", "percent"],
  ]);
  expect(metrics[3]?.form).toEqual({ kind: "time_outside", clock: "repair_time" });
  expect(standards.map(({ party }) => party)).toEqual(["partner", "partner"]);
  expect(standards[0]?.needs?.counts).toEqual({ kind: "dataset", name: "repair_time" });
  expect(standards[1]?.measured[0]?.window).toMatchObject({ population: { dataset: "repair_time" } });
  expect(exclusions[0]?.removes.dataset).toBe("repair_time");
});

test("a verdict may be missing only where the field of `due at` may", () => {
  const metric = "metric kept percent of stay where verdict is met and overdue at most 1 hour out of stay\n";
  const clock = (on: string) =>
    `clock stay on ${on}\n  starts at ${on === "visits" ? "came_at" : "changed_at"}\n  stops at promised_at\n  dated started_at\n  due at promised_at\n`;
  expect(said(clock("visits") + metric)).toEqual([]);
  expect(said(clock("tickets") + metric)).toEqual([
    "6 TEN2402 `verdict` may be missing, and neither population says what that means: add `verdict is given`",
    "6 TEN2402 `overdue` may be missing, and neither population says what that means: add `overdue is given`",
  ]);
  expect(
    said(
      `${clock("visits")}metric open percent of stay where stopped_at at least 2026-02-01 at 08:00 out of stay\n`,
    ),
  ).toEqual([
    "6 TEN2402 `stopped_at` may be missing, and neither population says what that means: add `stopped_at is given`",
  ]);
});

test("the row's own field is meant where the clock makes none of that name", () => {
  const clock = "clock stay on tickets\n  starts at changed_at\n  stops at promised_at\n  dated started_at\n";
  expect(said(`${clock}metric texts number of stay where overdue is "x"\n`)).toEqual([]);
  expect(said(`${clock}metric times number of stay where elapsed is "x"\n`)).toEqual([
    '5 TEN2201 `elapsed` is a duration in minutes, and `"x"` is text',
  ]);
});

test("excluding rows of a dataset excludes the cases that are its rows, but no cases of a log", () => {
  const standard = (dataset: string, clock: string) => `exclusion storm
  removes ${dataset}

${clock}
metric mean average of elapsed in stay

standard quick "Quick"
  requires mean at most 2 hours
  measured each calendar month
  needs no minimum
  excluding storm
`;
  expect(
    said(
      standard(
        "visits",
        "clock stay on visits\n  starts at came_at\n  stops at left_at\n  dated started_at\n",
      ),
    ),
  ).toEqual([]);
  const log =
    "clock stay on tickets by ticket_no\n  starts at changed_at\n  stops when state becomes working\n  dated started_at\n";
  expect(said(standard("tickets", log))).toEqual([
    "15 TEN2601 `storm` removes rows of `tickets`, which `quick` does not read",
  ]);
});

/** Sentences of a clock on a log, in place of those of the same words. */
const log = (...changes: readonly string[]): string =>
  ["  starts when state becomes reported", "  stops when state becomes working", "  dated started_at"]
    .map(
      (line) => changes.find((change) => change.trim().split(" ")[0] === line.trim().split(" ")[0]) ?? line,
    )
    .concat(changes.filter((change) => !/^\s*(starts|stops|dated)\b/.test(change)))
    .join("\n");
const onLog = (...changes: readonly string[]): readonly string[] =>
  said(`clock c on tickets by ticket_no\n${log(...changes)}\n`);
const onRows = (...sentences: readonly string[]): readonly string[] =>
  said(
    `clock c on visits\n  starts at came_at\n  stops at left_at\n  dated started_at\n${sentences.join("\n")}\n`,
  );

test.each([
  [
    "  starts when state last becomes reported",
    "2 TEN2822 a case starts with the first change; `last` goes with `stops` only",
  ],
  [
    "  starts when spent becomes 5 minutes",
    "2 TEN2822 `spent` is no text, number, `yes_no` or `one of` field",
  ],
  [
    "  starts when state becomes reportd",
    "2 TEN2008 `state` is one of `reported`, `working`, `waiting`, `broken`, not `reportd`; did you mean `reported`?",
  ],
  [
    "  starts when urgent becomes state",
    "2 TEN2201 `urgent` is `yes` or `no`, and `state` is neither a value nor a field of the row",
  ],
  ["  starts at spent", "2 TEN2303 `spent` is a duration in minutes, and a timestamp is needed here"],
  ["  starts at changed_on", "2 TEN2303 `changed_on` is a date, and a timestamp is needed here"],
  [
    "  dated changed_at",
    "4 TEN2823 `changed_at` does not date the cases of this clock; write one of `started_at`, `stopped_at`",
  ],
  [
    "  dated due_at",
    "4 TEN2823 `due_at` does not date the cases of this clock; write one of `started_at`, `stopped_at`",
  ],
  [
    "  restarts at promised_at",
    "5 TEN2822 a case restarts when a field changes: write `restarts when FIELD becomes VALUE`",
  ],
  [
    "  restarts when state last becomes broken",
    "5 TEN2822 each change restarts a stopped case; `last` goes with `stops` only",
  ],
  ["  counts time in tickets", "5 TEN2002 `tickets` is a dataset, and a calendar must stand here"],
  [
    '  pauses while partner.region is "north"',
    "5 TEN2825 a pause is read from the rows of the log, which do not hold the partner's fields",
  ],
  [
    "  pauses while has visits with same ticket_no",
    "5 TEN2825 a clock reads the rows of its own dataset, so nothing is looked up here",
  ],
  ["  due within 0 hours", "5 TEN2824 `0 hours` leaves no time at all; write a length above 0"],
  [
    "  due within 2 months",
    "5 TEN2824 `2 months` is no length of elapsed time; write seconds, minutes, hours, days, weeks or business days",
  ],
  [
    "  due within 2 business hours",
    "5 TEN2824 `2 business hours` means nothing: only days are counted as business days",
  ],
  ["  due within 1.5 business days", "5 TEN2824 `1.5 business days` is no whole number of days"],
  ["  due within 0.0000001 seconds", "5 TEN2215 `0.0000001 seconds` is finer than a microsecond"],
  [
    "  due within 2 hours where urgent is yes",
    "5 TEN2503 the last row has a condition, so nothing holds for everyone else",
  ],
  [
    "  due within 2 hours otherwise\n    within 3 hours where urgent is yes\n    within 4 hours otherwise",
    "6 TEN2502 this row can never be in force: an earlier row already holds for everyone",
  ],
  [
    "  due within 2 hours where urgent is yes\n    within 3 hours where urgent is yes\n    within 4 hours otherwise",
    "6 TEN2502 this row can never be in force: an earlier row has the same condition and date",
  ],
  [
    "  due within 2 hours where urgent is yes\n    within 3 hours",
    "6 TEN2826 the last of several rows is for all other cases: it says `otherwise`",
  ],
  ["  warns at 75%", "5 TEN2827 nothing is due in this clock, so there is no share of the time to warn at"],
  [
    "  due at changed_at\n  due within 2 days",
    "5 TEN2826 a case is due `at` a field or `within` a time, not both",
  ],
])("on a log: %s", (sentence, message) => {
  expect(onLog(sentence)).toEqual([message]);
});

test.each([
  [
    "  restarts when promised_at becomes 2026-01-01",
    "5 TEN2822 a field changes in a log only: write `by KEY` on the head line, or `at FIELD`",
  ],
  [
    "  pauses while promised_at is given",
    "5 TEN2822 a case pauses and goes on in a log only: write `by KEY` on the head line",
  ],
  [
    "  counts time in local_hours\n  due within 0 business days",
    "6 TEN2824 `0 business days` is the same day, and `local_hours` has no `cut off` that says until when an event counts for it",
  ],
  [
    "  counts time in laundry_hours\n  due within 1 week",
    "6 TEN2824 `1 week` would be days around the clock, and this clock counts time in `laundry_hours`; write hours or business days",
  ],
  [
    "  due within 1 hour\n  warns at 0%",
    "6 TEN2827 a warning comes between the start and the end: above 0% and below 100%",
  ],
])("on rows: %s", (sentences, message) => {
  expect(onRows(sentences)).toEqual([message]);
});

test("a stop by a field or by the last change leaves nothing to restart", () => {
  const message = "TEN2822 only a case that `stops when … becomes`, without `last`, can restart";
  const restarts = "  restarts when state becomes broken";
  expect(onLog("  stops at promised_at", restarts)).toEqual([`5 ${message}`]);
  expect(onLog("  stops when state last becomes working", restarts)).toEqual([`5 ${message}`]);
});

test("a calendar that closes by partner needs rows that name their partner", () => {
  expect(
    said(
      "clock c on outages\n  starts at began_at\n  stops at ended_at\n  counts time in local_hours\n  dated started_at\n",
    ),
  ).toEqual([
    "4 TEN2815 `local_hours` closes on other days for other partners, and rows of `outages` do not name theirs",
  ]);
  const local = AGREEMENT.replace("business days of laundry_hours", "business days of local_hours");
  expect(
    said(
      "metric m number of visits where has tickets with same ticket_no in the 1 business day after came_at\n",
      local,
    ),
  ).toEqual([
    "1 TEN2815 `local_hours` closes on other days for other partners, and a look-up finds rows of any partner",
  ]);
});

test("business days without a calendar are reported where they are counted", () => {
  const unsaid = AGREEMENT.replace("  business days of laundry_hours\n", "");
  const message =
    "TEN2806 business days are counted here, and the agreement does not say whose: write `business days of CALENDAR` in it";
  expect(
    said(
      "metric m number of visits where has tickets with same ticket_no in the 1 business day after came_at\n",
      unsaid,
    ),
  ).toEqual([`1 ${message}`]);
  expect(
    said(
      'metric m number of visits\n\nstandard s "S"\n  requires m at least 1\n  measured over rolling 3 months\n  assessed on business day 2 of each calendar month\n  needs no minimum\n',
      unsaid,
    ),
  ).toEqual([`6 ${message}`]);
});

test.each([
  [
    "open monday 08:00 to 08:00",
    "2 TEN2811 an opening from `08:00` to `08:00` has no length; all day is `00:00 to 24:00`",
  ],
  ["open monday to monday 08:00 to 09:00", "2 TEN2811 `monday` stands twice; write the day once"],
  ["open monday 24:00 to 09:00", "2 TEN2811 only an `open` sentence ends at `24:00`"],
  ["open monday 08:00 to 25:00", "2 TEN2210 `25:00` has no such time of day"],
  ["open monday 08:00 to 18:00\n  cut off 24:00", "3 TEN2811 only an `open` sentence ends at `24:00`"],
  ["open monday 08:00 to 18:00\n  closed on 2026-02-30", "3 TEN2210 `2026-02-30` is no day of the calendar"],
  [
    "open monday 08:00 to 18:00\n  closed on 2025-12-24",
    "3 TEN2814 `2025-12-24` is outside of this agreement, whose days are 2026-01-01 to 2027-12-31",
  ],
  [
    'open monday 08:00 to 18:00\n  closed holidays "GB-EN"',
    "3 TEN2812 `GB-EN` is no region with known holidays; did you mean `GB-ENG`?",
  ],
  [
    "open monday 08:00 to 18:00\n  closed holidays by partner.size",
    "3 TEN2813 `size` may be missing, so it cannot say whose holidays are kept",
  ],
  [
    'open monday 08:00 to 18:00\n  time zone "Europe/Rom"',
    "3 TEN2802 `Europe/Rom` is no time zone of the IANA database; did you mean `Europe/Rome`?",
  ],
  [
    "closed on 2026-02-28",
    "1 TEN2101 calendar `c` lacks its sentence `open`: write `open monday to friday 09:00 to 17:00`",
  ],
  [
    "open monday 08:00 to 18:00\n  cut off 12:00\n  cut off 13:00",
    "4 TEN2102 `cut off` stands a second time in this declaration",
  ],
])("a calendar: %s", (sentences, message) => {
  expect(said(`calendar c\n  ${sentences}\n`)).toEqual([message]);
});

test("an agreement without a last day closes days of ten years", () => {
  const open = AGREEMENT.replace("until 2027-12-31", "until further notice");
  const calendar = (day: string) => `calendar c\n  open monday 08:00 to 18:00\n  closed on ${day}\n`;
  expect(said(calendar("2036-01-01"), open)).toEqual([]);
  expect(said(calendar("2036-01-02"), open)).toEqual([
    "3 TEN2814 `2036-01-02` is outside of this agreement, whose days are 2026-01-01 to 2036-01-01",
  ]);
});

test("a clock is made of a dataset, and datasets find nothing in clocks", () => {
  expect(
    said(
      `${REPAIR}\nclock c on repair_time\n  starts at started_at\n  stops at due_at\n  dated started_at\n`,
    ),
  ).toEqual(["13 TEN2002 `repair_time` is a clock, and a dataset must stand here"]);
  expect(
    said(
      `${REPAIR}\ndataset d from "d.csv" one row per line\n  partner shop_id in repair_time with same ticket_no\n  field ticket_no text\n`,
    ),
  ).toEqual(["14 TEN2002 `repair_time` is a clock, and a dataset must stand here"]);
  expect(
    said(
      `${REPAIR}\ntest t "T"\n  given repair_time\n  | ticket_no |\n  | a |\n  expect m for "x" in 2026-01 is 1\n\nmetric m number of repair_time\n`,
    ),
  ).toEqual(["14 TEN2002 `repair_time` is a clock, and a dataset must stand here"]);
});

test.each([
  [
    "clock c on outages by began_at",
    "rows of `outages` are not `dated` by a timestamp of their own, which a log needs",
  ],
  [
    "clock c on visits by visit_id",
    "rows of `visits` are not `dated` by a timestamp of their own, which a log needs",
  ],
  ["clock c on tickets by urgent", "`urgent` is `yes` or `no`, so it cannot tell cases apart"],
])("what is no log: %s", (head, message) => {
  const at = head.includes("outages")
    ? ["began_at", "ended_at"]
    : head.includes("visits")
      ? ["came_at", "left_at"]
      : ["changed_at", "promised_at"];
  expect(said(`${head}\n  starts at ${at[0]}\n  stops at ${at[1]}\n  dated started_at\n`)).toEqual([
    `1 TEN2821 ${message}`,
  ]);
});

test("time outside a clock has no rows to choose among", () => {
  const clock =
    "clock stay on visits\n  starts at came_at\n  stops at left_at\n  dated started_at\n\nmetric free percent of time outside stay\n";
  const standard = (sentences: string) => `\nstandard s "S"\n${sentences}  needs no minimum\n`;
  expect(said(`${clock}  counts at most 3 rows per ticket_no\n`)).toEqual([
    "7 TEN2410 `percent of time outside` measures time, and `counts at most` chooses among rows",
  ]);
  expect(
    said(
      clock + standard("  requires free at least 9% for each ticket_no\n  measured each calendar month\n"),
    ),
  ).toEqual(["9 TEN2410 `percent of time outside` measures time, and time does not fall into groups"]);
  const latest =
    "  requires free at least 9%\n  measured over latest 5 stay\n  assessed at the end of each calendar month\n";
  expect(said(clock + standard(latest))).toEqual([
    "9 TEN2410 `percent of time outside` measures time, and the latest rows are no stretch of time",
  ]);
  expect(said("metric free percent of time outside visits\n")).toEqual([
    "1 TEN2002 `visits` is a dataset, and a clock must stand here",
  ]);
});

test("what is missing from a clock is said, once for each sentence", () => {
  expect(said("clock c on visits\n")).toEqual([
    "1 TEN2101 clock `c` lacks its sentence `starts`: write `starts at FIELD` or `starts when FIELD becomes VALUE`",
    "1 TEN2101 clock `c` lacks its sentence `stops`: write `stops at FIELD` or `stops when FIELD becomes VALUE`",
    "1 TEN2101 clock `c` lacks its sentence `dated`: write `dated started_at`, `dated due_at` or `dated stopped_at`, which says in which period a case counts",
  ]);
  expect(
    said(
      "clock c on visit\n  starts at a\n  stops at b\n  dated started_at\n\nmetric m number of c where any is 3\n",
    ),
  ).toEqual(["1 TEN2001 there is no dataset `visit`; did you mean `visits`?"]);
});

test("calendars and clocks that nothing reads are hinted at", () => {
  const { diagnostics } = checked(`${AGREEMENT}calendar idle\n  open monday 08:00 to 09:00\n\n${REPAIR}`);
  const hints = diagnostics.map(({ message }) => message);
  expect(hints).toContain("calendar `idle` is not used");
  expect(hints).toContain("clock `repair_time` is not used");
  expect(hints).not.toContain("calendar `local_hours` is not used");
});
