/** Readings, as somebody who knows the text would say them. */
import { describe, expect, it } from "vitest";
import { occurrencesOf } from "../occurrences/occurrences.ts";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { readingOf } from "./reading.ts";
import type { Reading } from "./said.ts";

const TEXT = `# Who answers the phone.
# Two centres.
partners from "centres.csv" key centre_id
  field centre_id text
  field size one of small, large written "L"
  field fee money EUR from "Fee (EUR)"

dataset calls "Calls" from "calls.csv" one row per call_id
  partner centre_id
  dated called_at then call_id
  field call_id number
  field centre_id text
  field called_at timestamp
  field wait duration in seconds optional personal
  field days_open days from called_at to called_at

dataset outages from "o.csv" one row per line
  dated at_day
  field at_day date

metric answered "Answered in time" percent of calls where wait is given and wait at most 60 seconds
    out of calls where call_id more than 0
  final 3 days after the period
metric all_calls number of calls
metric per_outage rate of calls per 100 outages where at_day is given
metric slow percentile 90 of wait in calls
metric newest latest wait in calls
metric mean_wait average of wait in calls where call_id is 1
metric love net score of call_id in calls promoters 9 to 10 detractors 0 to 6
metric again ratio of all_calls to answered
metric months average of answered each calendar half year
metric up percent of time outside running
metric down number of outages

clock running on calls
  starts at called_at
  stops at called_at
  dated started_at
  due within 5 minutes

standard quick "Quick answers"
  applies to partners where size is large
  applies when all_calls at least 5
  requires answered
    at least 90% where partner.size is small   # for now
    at least 95% otherwise
    at least 97% otherwise from 2026-03-01
    at least 98% otherwise from 2027-01-01
  requires slow at most 5 minutes or all_calls fewer than 3 for each centre_id
  tolerates fewer than 3 all_calls for answered
  warns when answered less than 97%
  measured over rolling 90 days when all_calls more than 3
  measured over latest 100 calls otherwise
  assessed on day 1 of each calendar month
  needs at least 30 calls where partner.size is small
    at least 10 otherwise not_enough_data
  excluding storm, flood
  missing data counts as missed
  judged with 95% confidence otherwise excused
  because "Nobody waits"

standard up_time "Up"
  requires down fewer than 3
  measured each calendar quarter
  needs no minimum

exclusion storm "Bad weather"
  removes calls
exclusion flood
  removes calls
ramp_up young
  lasts 6 months since opened
ramp_up other
  lasts 6 months since opened
  suspends credit
credit c on quick
amendment summer to quick for partner "C1"
  effective from 2026-06-01 until 2026-06-30
  changes limit of answered to at least 80%
test one "One"
  expect all_calls for "C1" in 2026 is 1
test two "Two"
  expect all_calls for "C1" in 2026 is 1
  expect slow for "C1" in 2026 is 1 minute
`;

const parsed = parse(sourceFile("a.tenet", TEXT));
const names = occurrencesOf({ files: [parsed] });

function reading(name: string, today: string | null = null): Reading {
  const [owner, inner] = name.split(".");
  const whole = names.declared.symbols.find((one) => one.owner === null && one.name === owner);
  const symbol =
    inner === undefined
      ? whole
      : names.declared.symbols.find((one) => one.owner === whole && one.name === inner);
  if (symbol === undefined) throw new Error(`nothing is called ${name}`);
  return readingOf({ names, today }, symbol);
}

describe("a standard", () => {
  it("is read as whom it binds, when, and what must hold", () => {
    const { heading, title, sentences, points, because } = reading("quick", "2026-04-01");
    expect([heading, title, because]).toEqual(["standard quick", "Quick answers", "Nobody waits"]);
    expect(sentences).toEqual([
      "For every partner with `size is large`, over the last 90 days if `all_calls more than 3`, else over the newest 100 rows of `calls`, assessed on day 1 of each calendar month:",
    ]);
    expect(points).toEqual([
      "`answered` (Answered in time) at least 90% where `partner.size is small`; at least 97% otherwise since 2026-03-01; to come: at least 98% otherwise from 2027-01-01; before: at least 95% otherwise. For `C1`: at least 80% (`summer`, effective from 2026-06-01 until 2026-06-30).",
      "`slow` at most 5 minutes or `all_calls` fewer than 3 for each `centre_id`.",
      "Only where `all_calls at least 5`.",
      "A missed limit on `answered` is forgiven while `all_calls` is below 3.",
      "Needs at least 30 calls where partner.size is small, at least 10, otherwise `not_enough_data`.",
      "Without any rows: `missed`.",
      "Missed only with 95% confidence; in doubt `excused`.",
      "Warns when `answered less than 97%`.",
      "Rows of `storm` (Bad weather) and `flood` do not count.",
      "Partners in `young` are excused.",
      "Followed by `c` (credit).",
    ]);
  });

  it("has the limit in force on its very first day, and not the day before", () => {
    expect(reading("quick", "2026-03-01").points[0]).toContain("at least 97% otherwise since 2026-03-01;");
    expect(reading("quick", "2026-02-28").points[0]).toContain(
      "at least 95% otherwise; to come: at least 97% otherwise from 2026-03-01; to come: at least 98%",
    );
  });

  it("of the brand says so", () => {
    const { sentences, points } = reading("up_time");
    expect(sentences).toEqual(["For the brand, in every calendar quarter:"]);
    expect(points).toEqual(["`down` fewer than 3.", "One row is enough to judge by."]);
  });
});

describe("a metric", () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      "answered",
      "Of all rows of `calls` with `call_id more than 0`, the percentage with `wait is given and wait at most 60 seconds`.",
    ],
    ["all_calls", "How many rows of `calls` there are."],
    [
      "per_outage",
      "How many rows of `calls` there are for every 100 rows of `outages` with `at_day is given`.",
    ],
    ["slow", "The value of `wait` that 90% do not exceed, in rows of `calls`."],
    ["newest", "The newest value of `wait` in rows of `calls`."],
    ["mean_wait", "The average of `wait` in rows of `calls` with `call_id is 1`."],
    ["love", "The percentage of `call_id` from 9 to 10 less that from 0 to 6, in rows of `calls`."],
    ["again", "`all_calls` divided by `answered`."],
    ["months", "The mean of `answered` over every calendar half year."],
    ["up", "The percentage of the time in which no case of `running` ran."],
  ];
  it.each(cases)("`%s` is said in words", (name, words) => {
    expect(reading(name).sentences).toEqual([words]);
  });

  it("says whose rows it counts, its own sentences, and who reads it", () => {
    expect(reading("answered").points).toEqual([
      "Counts rows of `calls` from `calls.csv`, for each partner.",
      "`final 3 days after the period`",
      "Read by `again` (metric), `months` (metric), `quick` (standard) and `summer` (amendment).",
    ]);
    expect(reading("all_calls").points[1]).toBe("Read by `again` (metric), `quick` (standard) and 2 tests.");
    expect(reading("slow").points[1]).toBe("Read by `quick` (standard) and one test.");
    expect(reading("down").points[0]).toBe("Counts rows of `outages` from `o.csv`, for the brand.");
    expect(reading("per_outage").points[0]).toBe(
      "Counts rows of `calls` from `calls.csv` and `outages` from `o.csv`.",
    );
  });
});

describe("data", () => {
  it("of partners, with the comment above", () => {
    const { heading, sentences, comment } = reading("partners");
    expect([heading, comment]).toEqual(["partners", "Who answers the phone.\nTwo centres."]);
    expect(sentences).toEqual(["One row of `centres.csv` for each partner, told apart by `centre_id`."]);
  });

  it("of a dataset", () => {
    const { sentences, points, quoted } = reading("calls");
    expect(sentences).toEqual(["Rows from `calls.csv`. One row for each `call_id`."]);
    expect(points).toEqual(["`partner centre_id`", "`dated called_at then call_id`"]);
    expect(quoted[0]).toBe("field call_id number");
    expect(reading("outages").sentences).toEqual([
      "Rows from `o.csv`. Each line is a row.",
      "They are about the brand, not about single partners.",
    ]);
  });

  it("of fields", () => {
    expect(reading("calls.wait").points).toEqual([
      "Column `wait`.",
      "Optional: cells may be empty.",
      "Personal: values are never shown.",
    ]);
    expect(reading("partners.fee").points).toEqual(["Column `Fee (EUR)`."]);
    expect(reading("partners.size").points).toEqual([
      "Column `size`.",
      "Values: `small`, `large` (written `L`).",
    ]);
    expect(reading("calls.days_open").points).toEqual([
      "Worked out from other fields, not read from the file.",
    ]);
  });

  it("of what a clock gives", () => {
    expect(reading("running.overdue").sentences[1]).toBe(
      "Every case of `running` has it; it follows from `due within 5 minutes`.",
    );
  });
});

it("a step is read with its own sentence", () => {
  const text = 'escalation e on s\n  step letter "Letter" when missed  # at once\n';
  const found = occurrencesOf({ files: [parse(sourceFile("b.tenet", text))] });
  const step = found.declared.symbols.find(({ kind }) => kind === "step");
  if (step === undefined) throw new Error("there is no step");
  const { heading, title, quoted } = readingOf({ names: found, today: null }, step);
  expect([heading, title, quoted]).toEqual([
    "step letter of e",
    "Letter",
    ['step letter "Letter" when missed'],
  ]);
});

it("anything else is read as what it is and what it says", () => {
  expect(reading("storm")).toMatchObject({
    heading: "exclusion storm",
    title: "Bad weather",
    quoted: ['exclusion storm "Bad weather"', "  removes calls"],
  });
});

it("tables keep their lines", () => {
  const text =
    'test t "T"\n  given partners  # two\n    | id | size |\n    | A  | big  |\n  given calls from "c.csv"\n  expect s for "A" in 2026-01 is met\n';
  const found = occurrencesOf({ files: [parse(sourceFile("t.tenet", text))] });
  const test = found.declared.symbols.find(({ kind }) => kind === "test");
  if (test === undefined) throw new Error("there is no test");
  expect(readingOf({ names: found, today: null }, test).quoted).toEqual([
    'test t "T"',
    "  given partners",
    "    | id | size |",
    "    | A  | big  |",
    '  given calls from "c.csv"',
    '  expect s for "A" in 2026-01 is met',
  ]);
});
