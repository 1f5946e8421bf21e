import { describe, expect, it } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { compile } from "../compile/compile.ts";
import { loadAgreement } from "../workspace/load.ts";
import { runTests, type TestResult } from "./run-tests.ts";

const agreement = `agreement shop "Shop"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Berlin"
  rounding 1 decimal half_up

dataset calls from "calls.csv" one row per call_id
  partner centre_id
  dated offered_at
  field call_id text
  field centre_id text
  field offered_at timestamp written "DD/MM/YYYY HH:mm"
  field queue one of outage written "OUT", billing written "BIL"
  field wait duration in seconds written "mm:ss"
  field answered yes_no written "Y", "N"
  field note text optional

dataset orders from "orders.csv" one row per order_id
  partner seller_id in items with same order_id
  dated bought_at
  field order_id text
  field bought_at date written "D.M.YYYY"
  field cancelled yes_no

dataset items from "items.csv" one row per line
  partner seller_id
  dated bought_at in orders with same order_id
  field order_id text
  field seller_id text
  field price number 2 decimals

metric quick percent of calls where wait at most 20 seconds out of calls where answered is yes
metric usual_wait average of wait in calls
metric cancelled_share percent of orders where cancelled is yes out of orders
metric price average of price in items

standard quick_answers "Quick answers"
  requires quick at least 80%
  requires usual_wait at most 30 seconds for each queue
  measured each calendar month
  needs at least 5 calls otherwise not_enough_data

standard speed_only "Only how quick"
  requires usual_wait at most 30 seconds
  measured over rolling 30 days
  assessed on day 20 of each calendar month
  needs no minimum

standard few_cancelled "Few orders are cancelled"
  requires cancelled_share at most 5%
  measured each calendar quarter
  needs no minimum

standard dear "Not too cheap"
  requires price at least 10
  measured each calendar quarter
  needs no minimum

`;

interface Setting {
  readonly before?: (text: string) => string;
  readonly samples?: Readonly<Record<string, string>>;
}

/** Runs one test written below the agreement. */
function run(test: string, { before = (text) => text, samples = {} }: Setting = {}): TestResult {
  const text = `${before(agreement)}test it "It"\n${test}`;
  const loaded = loadAgreement("shop.tenet", (path) => (path === "shop.tenet" ? text : null));
  const { value: model, diagnostics } = checkAgreement(loaded);
  expect([...loaded.diagnostics, ...diagnostics].map(({ message }) => message)).toEqual([]);
  const bundle = model === null ? null : compile(model).value;
  if (model === null || bundle === null) throw new Error("the agreement does not compile");
  const report = runTests(model, bundle, (path) => {
    const sample = samples[path];
    return sample === undefined ? null : new TextEncoder().encode(sample);
  });
  const [result] = report.tests;
  if (result === undefined || report.passed + report.failed !== 1) throw new Error("there is not one test");
  return result;
}

function actual(result: TestResult): readonly string[] {
  return result.expectations.map((expectation) => expectation.actual);
}

function lineOf(test: string, needle: string): number {
  const text = `${agreement}test it "It"\n${test}`;
  return text.slice(0, text.indexOf(needle)).split("\n").length;
}

const quickRows = `  given calls for "P1" in 2026-01
  | rows | queue   | wait       | answered |
  | 80   | billing | 20 seconds | yes      |
  | 20   | outage  | 25 seconds | yes      |
`;

describe("verdicts", () => {
  it("passes where the verdict is the expected one", () => {
    const result = run(`${quickRows}  expect quick_answers for "P1" in 2026-01 is met\n`);
    expect(result.problems).toEqual([]);
    expect(result.passed).toBe(true);
    expect(actual(result)).toEqual(["met"]);
    expect(result.expectations[0]?.reasons.length).toBeGreaterThan(0);
  });

  it("fails with what was found, and why", () => {
    const result = run(`${quickRows}  expect quick_answers for "P1" in 2026-01 is not met\n`);
    expect(result.passed).toBe(false);
    expect(result.expectations[0]).toMatchObject({ expected: "not met", actual: "met", passed: false });
  });

  it("names the missed limits, and asks for the right one", () => {
    const rows = `  given calls for "P1" in 2026-01
  | rows | queue  | wait       | answered |
  | 100  | outage | 31 seconds | yes      |
  | 1    | billing | 1 seconds | yes      |
`;
    const both = run(`${rows}  expect quick_answers for "P1" in 2026-01 is missed because usual_wait\n`);
    expect([both.passed, actual(both)]).toEqual([true, ["missed because quick, usual_wait"]]);
    const slow = rows.replace("31 seconds", "30 seconds");
    const wrong = run(`${slow}  expect quick_answers for "P1" in 2026-01 is missed because usual_wait\n`);
    expect([wrong.passed, actual(wrong)]).toEqual([false, ["missed because quick"]]);
  });

  it("does not blame the missed half of an `or`", () => {
    const before = (text: string): string =>
      text.replace(
        "requires quick at least 80%",
        "requires quick at least 80% or usual_wait at most 30 seconds",
      );
    const rows = `  given calls for "P1" in 2026-01
  | rows | queue   | wait       | answered |
  | 100  | outage  | 25 seconds | yes      |
  | 5    | billing | 40 seconds | yes      |
`;
    const result = run(`${rows}  expect quick_answers for "P1" in 2026-01 is missed because quick\n`, {
      before,
    });
    expect([result.passed, actual(result)]).toEqual([false, ["missed because usual_wait"]]);
  });

  it("says which periods there are where the named one has no verdict", () => {
    const result = run(`  as of 2026-03-10\n${quickRows}  expect quick_answers for "P1" in 2026-04 is met\n`);
    expect(actual(result)).toEqual(["no verdict; there are some from 2026-01 to 2026-03"]);
  });

  it("fails where there is no verdict, whichever way it is put", () => {
    const result = run(
      `  as of 2026-03-10\n${quickRows}  expect quick_answers for "P1" in 2026-04 is not met\n`,
    );
    expect(result.passed).toBe(false);
  });
});

describe("values", () => {
  it("writes money that was found as an expectation would", () => {
    const priced = (text: string): string =>
      text
        .replace('"Europe/Berlin"\n', '"Europe/Berlin"\n  currency EUR\n')
        .replace("field price number 2 decimals", "field price money EUR")
        .replace("requires price at least 10", "requires price at least 10 EUR");
    const rows = `  given items for "P1" in 2026-01
  | price        |
  | 1_000.00 EUR |
  | 1_000.25 EUR |
`;
    const result = run(`${rows}  expect price for "P1" in 2026-01 is 1_000 EUR\n`, { before: priced });
    expect(actual(result)).toEqual(["1000.10 EUR (1000.12… EUR)"]);
    const found = run(`${rows}  expect price for "P1" in 2026-01 is 1000.10 EUR\n`, { before: priced });
    expect(found.passed).toBe(true);
  });

  it("compares exactly, after the agreement's rounding", () => {
    const rows = `  given calls for "P1" in 2026-01
  | rows | queue   | wait       | answered |
  | 1599 | billing | 10 seconds | yes      |
  | 401  | billing | 21 seconds | yes      |
`;
    const result = run(`${rows}  expect quick for "P1" in 2026-01 is 80%
  expect quick for "P1" in 2026-01 is 79.95%
  expect quick for "P1" in 2026-01 is not 79.9%\n`);
    expect(result.expectations.map(({ passed }) => passed)).toEqual([true, false, true]);
    expect(actual(result)[1]).toContain("79.95%");
  });

  it("reads durations in any unit", () => {
    const rows = `  given calls for "P1" in 2026-01
  | rows | queue   | wait      | answered |
  | 3    | billing | 2 minutes | yes      |
`;
    const result = run(`${rows}  expect usual_wait for "P1" in 2026-01 is 120 seconds
  expect usual_wait for "P1" in 2026-Q1 is 2 minutes\n`);
    expect(result.expectations.map(({ passed }) => passed)).toEqual([true, true]);
  });

  it("has no opinion where there is no value", () => {
    const result = run(`  as of 2026-03-01
  given calls for "P1" in 2026-02
  | rows | queue   | wait      | answered |
  | 3    | billing | 2 minutes | yes      |
  expect quick for "P1" in 2026-01 is 80%
  expect quick for "P1" in 2026-01 is not 80%\n`);
    expect(result.expectations.map(({ passed }) => passed)).toEqual([false, false]);
    expect(actual(result)).toEqual(["no value", "no value"]);
  });

  it("measures over the period itself, whatever standards leave out or how they are assessed", () => {
    const before = (text: string): string =>
      text
        .replace(
          "standard speed_only",
          "exclusion outages\n  removes calls where queue is outage\n\nstandard speed_only",
        )
        .replace(
          "  requires usual_wait at most 30 seconds\n",
          "  requires usual_wait at most 30 seconds\n  excluding outages\n",
        );
    const rows = `  given calls for "P1" in 2026-01
  | rows | queue   | wait       |
  | 5    | billing | 10 seconds |
  | 5    | outage  | 90 seconds |
`;
    const result = run(
      `${rows}  expect usual_wait for "P1" in 2026-01 is 50 seconds
  expect usual_wait for "P1" in 2026-01-20 is 50 seconds
  expect speed_only for "P1" in 2026-01-20 is met\n`,
      { before },
    );
    expect(actual(result)).toEqual([expect.stringContaining("50"), "no value", "met"]);
  });

  it("measures a metric that no standard reads, outside of the agreement's dates", () => {
    const before = (text: string): string =>
      text.replace("metric price", "metric longest highest of wait in calls\n\nmetric price");
    const result = run(
      `  given calls for "P1" in 2024-02
  | rows | wait       |
  | 5    | 10 seconds |
  | 5    | 90 seconds |
  expect longest for "P1" in 2024-02 is 90 seconds
  expect longest for "P1" in 2024 is not 10 seconds\n`,
      { before },
    );
    expect([result.problems, result.passed, result.asOf]).toEqual([[], true, "2024-12-31T23:00:00Z"]);
  });

  it("measures what is about the brand", () => {
    const before = (text: string): string =>
      text.replace(
        "metric price",
        `dataset forecasts from "forecasts.csv" one row per line
  dated due_on
  field due_on date
  field sent yes_no

metric sent_share percent of forecasts where sent is yes out of forecasts

standard sent_all "All are sent"
  requires sent_share at least 100%
  measured each calendar month
  needs no minimum

metric price`,
      );
    const result = run(
      `  given forecasts for "brand" in 2026-02
  | rows | sent |
  | 3    | yes  |
  | 1    | no   |
  expect sent_share for "brand" in 2026-02 is 75%
  expect sent_all for "brand" in 2026-02 is missed because sent_share\n`,
      { before },
    );
    expect([result.problems, result.passed]).toEqual([[], true]);
  });
});

describe("what tables leave out", () => {
  it("refuses rows that would fall behind the period's end", () => {
    const test = `  given calls for "P1" in 2026-01-05
  | rows   | wait       |
  | 86_399 | 10 seconds |
  given calls for "P1" in 2026-01-05
  | rows | wait       |
  | 1    | 10 seconds |
  expect speed_only for "P1" in 2026-01-20 is met\n`;
    const message =
      "row 86400 of `calls`, a second after the one before, falls behind the end of 2026-01-05; write its date";
    expect(run(test).problems).toEqual([{ message, file: "shop.tenet", line: lineOf(test, "| 1    | 10") }]);
    const within = run(test.replace("86_399", "86_398"));
    expect([within.problems, within.passed]).toEqual([[], true]);
  });

  it("numbers keys over all tables of a dataset", () => {
    const result =
      run(`${quickRows}${quickRows.replace("2026-01", "2026-02")}  expect quick_answers for "P1" in 2026-01 is met
  expect quick_answers for "P1" in 2026-02 is met\n`);
    expect(result.problems).toEqual([]);
    expect(result.passed).toBe(true);
  });

  it("dates rows in the period, in the agreement's time zone", () => {
    const result = run(`  given calls for "P1" in 2026-02
  | rows | queue   | wait       | answered |
  | 5    | billing | 20 seconds | yes      |
  expect quick_answers for "P1" in 2026-02 is met
  expect quick_answers for "P1" in 2026-01 is not_enough_data\n`);
    expect(result.passed).toBe(true);
  });

  it.each(["2026-01-05", "2026-W02", "2026-01", "2026-Q1", "2026-H1", "2026"])(
    "dates rows of %s",
    (period) => {
      const result = run(`  given calls for "P1" in ${period}
  | rows | wait       |
  | 3    | 20 seconds |
  expect usual_wait for "P1" in ${period} is 20 seconds
  expect speed_only for "P1" in 2026-01-20 is met\n`);
      expect([result.problems, result.passed]).toEqual([[], true]);
    },
  );

  it("keeps the form of written cells beside supplied ones", () => {
    const result = run(`  given calls for "P1" in 2026-01
  | offered_at          | queue   | wait       | answered |
  | 2026-02-01 at 00:00 | billing | 90 seconds | yes      |
  given calls for "P1" in 2026-01
  | rows | queue   | wait       | answered |
  | 5    | billing | 20 seconds | yes      |
  expect quick for "P1" in 2026-01 is 100%\n`);
    expect(result.problems).toEqual([]);
    expect(result.passed).toBe(true);
  });

  it("asks for a field that the tested standards read", () => {
    const test = `  given calls for "P1" in 2026-01
  | rows | queue   | answered |
  | 5    | billing | yes      |
  expect quick_answers for "P1" in 2026-01 is met\n`;
    const result = run(test);
    expect(result.passed).toBe(false);
    expect(result.problems).toEqual([
      {
        message: "`wait` of `calls` must be written: the tested standards read it, and it is not optional",
        file: "shop.tenet",
        line: lineOf(test, "given calls"),
      },
    ]);
    expect(actual(result)).toEqual(["not tried"]);
  });

  it("does not ask for what only other standards read", () => {
    const result = run(`  given calls for "P1" in 2026-01
  | rows | wait       |
  | 5    | 30 seconds |
  expect speed_only for "P1" in 2026-01-20 is met\n`);
    expect([result.problems, result.passed]).toEqual([[], true]);
  });

  it("finds the partner of `for` where the dataset looks it up elsewhere", () => {
    const result = run(`  given orders for "S1" in 2026-01
  | rows | cancelled |
  | 95   | no        |
  | 5    | yes       |
  given orders for "S2" in 2026-01
  | rows | cancelled |
  | 94   | no        |
  | 6    | yes       |
  expect few_cancelled for "S1" in 2026-Q1 is met
  expect few_cancelled for "S2" in 2026-Q1 is missed because cancelled_share\n`);
    expect([result.problems, result.passed]).toEqual([[], true]);
  });

  it("finds the date of `in` where the dataset looks it up elsewhere", () => {
    const result = run(`  given items for "S1" in 2026-Q2
  | rows | price |
  | 3    | 12.50 |
  expect price for "S1" in 2026-Q2 is 12.5
  expect dear for "S1" in 2026-Q2 is met\n`);
    expect([result.problems, result.passed]).toEqual([[], true]);
  });

  it("leaves links alone where the test writes them itself", () => {
    const result = run(`  given orders
  | order_id | bought_at  | cancelled |
  | A        | 2026-01-03 | no        |
  given items
  | order_id | seller_id | price |
  | A        | S1        | 12.50 |
  | A        | S2        | 9.90  |
  expect dear for "S1" in 2026-Q1 is met
  expect dear for "S2" in 2026-Q1 is missed
  expect few_cancelled for "S2" in 2026-Q1 is met\n`);
    expect([result.problems, actual(result)]).toEqual([[], ["met", "missed because price", "met"]]);
  });

  it("refuses more rows than anyone needs", () => {
    const result = run(`  given calls for "P1" in 2026-01
  | rows      | wait       |
  | 1_000_001 | 30 seconds |
  expect speed_only for "P1" in 2026-01-20 is met\n`);
    expect(result.problems.map(({ message }) => message)).toEqual([
      "the test gives more than 1,000,000 rows; fewer show the same",
    ]);
  });
});

describe("partners", () => {
  const declared = (text: string): string =>
    text
      .replace(
        "dataset calls",
        `partners from "centres.csv" key centre_id
  active from opened_on until closed_on
  field centre_id text
  field opened_on date
  field closed_on date optional
  field kind one of full, overflow
  field city text optional

dataset calls`,
      )
      .replace(
        "requires quick at least 80%",
        "applies to partners where kind is full\n  requires quick at least 80%",
      );

  it("makes the partners that the test names, where nothing else is asked of them", () => {
    const result = run(
      `  given calls
  | centre_id | offered_at          | wait       |
  | P1        | 2026-01-05 at 08:00 | 31 seconds |
  expect speed_only for "P1" in 2026-01-20 is missed
  expect speed_only for "P2" in 2026-01-20 is not_enough_data\n`,
      { before: declared },
    );
    expect([result.problems, result.passed]).toEqual([[], true]);
  });

  it("finds the partners of sample files, however many, though the test names only one", () => {
    const before = (text: string): string =>
      declared(text)
        .replace(
          "standard speed_only",
          "exclusion outages\n  removes calls where queue is outage\n  applies when at least 45 partners affected by queue\n\nstandard speed_only",
        )
        .replace(
          "  requires usual_wait at most 30 seconds\n",
          "  requires usual_wait at most 30 seconds\n  excluding outages\n",
        );
    const rowsOf = (count: number): string =>
      Array.from(
        { length: count },
        (_, index) => `${index},P${index + 100},05/01/2026 08:00,OUT,01:00,Y,\n`,
      ).join("");
    const sampleOf = (count: number) => ({
      "all.csv": `call_id,centre_id,offered_at,queue,wait,answered,note\n${rowsOf(count)}`,
    });
    const test = `  given calls from "all.csv"\n  expect speed_only for "P100" in 2026-01-20 is not_enough_data\n`;
    expect(actual(run(test, { before, samples: sampleOf(45) }))).toEqual(["not_enough_data"]);
    expect(actual(run(test, { before, samples: sampleOf(44) }))).toEqual(["missed because usual_wait"]);
  });

  it("asks for the list where a standard reads a field of the partner", () => {
    const result = run(`${quickRows}  expect quick_answers for "P1" in 2026-01 is met\n`, {
      before: declared,
    });
    expect(result.problems.map(({ message }) => message)).toEqual([
      "write `given partners` with `kind`: the tested standards read it",
    ]);
  });

  it("takes the listed ones and no others", () => {
    const list = `  given partners
  | centre_id | kind |
  | P1        | full |
`;
    const result = run(
      `${list}${quickRows}${quickRows.replace("P1", "P2")}  expect quick_answers for "P1" in 2026-01 is met
  expect quick_answers for "P2" in 2026-01 is met\n`,
      { before: declared },
    );
    expect(actual(result)).toEqual(["met", 'no verdict; there are some for "P1"']);
  });
});

describe("as of", () => {
  it("is the end of the last expected period, by default", () => {
    const result = run(`${quickRows}  expect quick_answers for "P1" in 2026-01 is met
  expect speed_only for "P1" in 2026-01-20 is met\n`);
    expect(result.asOf).toBe("2026-01-31T23:00:00Z");
  });

  it("waits until the metrics are final", () => {
    const before = (text: string): string =>
      text.replace(
        "metric usual_wait average of wait in calls",
        "metric usual_wait average of wait in calls\n  final 1 months after the period",
      );
    const result = run(
      `${quickRows}  expect quick for "P1" in 2026-01 is 80%
  expect quick_answers for "P1" in 2026-01 is met\n`,
      { before },
    );
    expect([result.asOf, result.passed]).toEqual(["2026-02-28T23:00:00Z", true]);
  });

  it("is the assessment day of a rolling window", () => {
    const result = run(`  given calls for "P1" in 2026-01
  | rows | wait       |
  | 5    | 30 seconds |
  expect speed_only for "P1" in 2026-01-20 is met\n`);
    expect([result.asOf, result.passed]).toEqual(["2026-01-19T23:00:00Z", true]);
  });

  it("is the written one where there is one", () => {
    const result = run(
      `  as of 2026-01-28 at 12:00\n${quickRows}  expect quick_answers for "P1" in 2026-01 is pending\n`,
    );
    expect([result.asOf, result.passed]).toEqual(["2026-01-28T11:00:00Z", true]);
  });
});

describe("samples and errors", () => {
  const sample = `call_id,centre_id,offered_at,queue,wait,answered,note
1,P1,05/01/2026 08:00,OUT,00:12,Y,
2,P1,05/01/2026 08:01,BIL,00:40,Y,
`;
  const test = `  given calls from "samples/one.csv"
  expect usual_wait for "P1" in 2026-01-05 is 26 seconds\n`;

  it("reads a sample beside the agreement as real data", () => {
    const result = run(test, { samples: { "samples/one.csv": sample } });
    expect([result.problems, result.passed]).toEqual([[], true]);
  });

  it("says where a sample is missing, or of no kind that is read", () => {
    expect(run(test).problems.map(({ message }) => message)).toEqual([
      "the sample file `samples/one.csv` was not found",
    ]);
    const other = run(test.replace("one.csv", "one.xlsx")).problems.map(({ message }) => message);
    expect(other).toEqual([
      "`samples/one.xlsx` cannot be read: a sample is a .csv, .ndjson, .jsonl or .json file",
    ]);
  });

  it("names a bad cell of a sample with its file and line", () => {
    const bad = sample.replace("00:40", "forty");
    const result = run(test, { samples: { "samples/one.csv": bad } });
    expect(result.problems).toMatchObject([{ file: "samples/one.csv", line: 3 }]);
    expect(result.problems[0]?.message).toContain("forty");
    expect(result.passed).toBe(false);
  });

  it("names a duplicate key with the lines of the table", () => {
    const twice = `  given calls for "P1" in 2026-01
  | call_id | wait       |
  | A       | 30 seconds |
  | A       | 31 seconds |
  expect speed_only for "P1" in 2026-01-20 is met\n`;
    const result = run(twice);
    expect(result.problems).toMatchObject([
      { file: "shop.tenet", line: lineOf(twice, "| A       | 30") },
      { file: "shop.tenet", line: lineOf(twice, "| A       | 31") },
    ]);
  });

  it("counts repeated rows even where duplicates count once", () => {
    const before = (text: string): string =>
      text.replace(
        'from "calls.csv" one row per call_id',
        'from "calls.csv" one row per line\n  duplicates counted once',
      );
    const result = run(
      `  given calls
  | rows | centre_id | offered_at          | queue   | wait       | answered |
  | 5    | P1        | 2026-01-05 at 08:00 | billing | 20 seconds | yes      |
  expect quick_answers for "P1" in 2026-01 is met\n`,
      { before },
    );
    expect([result.problems, result.passed]).toEqual([[], true]);
  });
});
