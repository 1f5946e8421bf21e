/** What is offered to whoever writes, where the message leaves open what is meant. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { check } from "./check.ts";

const AGREEMENT = `agreement care "Care"
  version 1.0.0
  effective from 2026-03-01 until 2027-02-28
  time zone "Europe/Oslo"
  currency EUR
`;
const CALLS = `
dataset calls from "calls.csv" one row per call_id
  partner centre_id
  dated started_at
  field call_id text
  field centre_id text
  field started_at timestamp
  field done_at timestamp optional
  field wait duration in seconds
  field fee money EUR
  field urgent yes_no
  field outcome one of answered, lost
`;
const STANDARD = `
metric quick percent of calls where wait at most 60 seconds out of calls

standard prompt "Prompt"
  requires quick at least 95%
  measured each calendar quarter
  needs no minimum
`;

function found(text: string): readonly Diagnostic[] {
  const root = parse(sourceFile("a.tenet", text));
  const { diagnostics } = check(
    { root, files: [root] },
    { instant: (_zone, day, time) => `${day}T${time}:00Z` },
  );
  return [...root.diagnostics, ...diagnostics].filter(({ severity }) => severity !== "hint");
}

/** The titles of what is offered for the one mistake in a text, all of which are guesses. */
function offered(text: string): readonly string[] {
  const [only, ...others] = found(text);
  expect(others).toEqual([]);
  expect(only?.fixes.every(({ isGuess }) => isGuess === true)).toBe(true);
  return only?.fixes.map(({ title }) => title) ?? [];
}

const where = (condition: string): readonly string[] =>
  offered(`${CALLS}metric m number of calls where ${condition}\n`);

describe("of values", () => {
  test.each([
    ["done_at is empty", ["write `is not given`"]],
    ["done_at is not blank", ["write `is given`"]],
    ["outcome is missing", ["write `is not given`"]],
    ["date of started_at at most 2026-02-30", ["write `2026-02-28`"]],
    ["date of started_at at most 2026-31-01", ["write `2026-01-31`"]],
    ["date of started_at at most 2026-32-32", []],
    ["fee more than 0.009 EUR", ["write `0.00`", "write `0.01`"]],
    ["wait at most 2 months", ["write `60 days`"]],
    ["wait at most 1 business day", ["write `1 day`"]],
    ["outcome more than lost", ["write `is`", "write `is not`"]],
    ['outcome contains "los"', ["write `is lost`"]],
    ['outcome contains "s"', ["write `is answered`", "write `is lost`"]],
    ['outcome contains "x"', []],
    ["urgent is one of yes, no", ["write `is yes`", "write `is no`"]],
  ])("%s", (condition, titles) => {
    expect(where(condition)).toEqual(titles);
  });
});

describe("of periods that are not judged", () => {
  test.each([
    ["2026-05", ["write `2026-Q2`"]],
    ["2026-H2", ["write `2026-Q3`"]],
    ["2026-12-31", ["write `2026-Q4`"]],
    ["2027", ["write `2027-Q1`"]],
    ["2026-W20", []],
    ["2026-13", []],
  ])("%s", (period, titles) => {
    const given = '  given calls from "calls.csv"\n';
    const text = `${AGREEMENT}${CALLS}${STANDARD}\ntest t "T"\n${given}`;
    expect(offered(`${text}  expect prompt for "P1" in ${period} is met\n`)).toEqual(titles);
  });
});

describe("of days outside of the agreement", () => {
  const closed = (day: string): string =>
    `${AGREEMENT}  business days of office\n\ncalendar office\n  open monday 08:00 to 16:00\n  closed on ${day}\n`;

  test("the same day in the agreement, in whichever year it is", () => {
    expect(offered(closed("2025-12-24"))).toEqual(["write `2026-12-24`"]);
    expect(offered(closed("2026-01-01"))).toEqual(["write `2027-01-01`"]);
  });

  test("an amendment is cut to the agreement's dates", () => {
    const amendment = `amendment a to prompt for partner "P1"
  effective from 2026-01-01 until 2026-03-31
  changes limit of quick to at least 90%
  because "Snow"
`;
    expect(offered(`${AGREEMENT}${CALLS}${STANDARD}\n${amendment}`)).toEqual([
      "write `from 2026-03-01 until 2026-03-31`",
    ]);
  });
});

describe("of names", () => {
  const credit = "\ncredit late\n  gives 50 EUR\n";
  const others = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `
standard prompt_${at} "Prompt ${at}"
  requires quick at least 90%
  measured each calendar quarter
  needs no minimum
`,
    ).join("");

  test("the standards that there are, if they are few", () => {
    expect(offered(`${CALLS}${STANDARD}${credit}`)).toEqual(["add `when prompt is missed`"]);
    expect(offered(`${CALLS}${STANDARD}${others(3)}${credit}`)).toEqual([]);
  });

  test("a number behind a name that is taken, which nothing has", () => {
    const twice = "metric a number of calls\nmetric a_2 number of calls\nmetric a number of calls\n";
    expect(offered(`${CALLS}\n${twice}`)).toEqual(["write `a_3`"]);
  });

  test("the currency that the agreement settles in", () => {
    const fees = 'dataset fees from "fees.csv" one row per line\n  field fee money EUY\n';
    expect(offered(`${AGREEMENT}\n${fees}`)).toEqual(["write `EUR`"]);
  });
});

describe("of sentences that are missing", () => {
  const standard = (sentences: string): string =>
    `${CALLS}\nmetric quick percent of calls where urgent is yes out of calls\n\nstandard s "S"\n${sentences}`;

  test("the usual ones, with the dataset that is judged", () => {
    expect(
      offered(standard("  requires quick at least 95%\n  measured each calendar month # each\n")),
    ).toEqual(["add `needs at least 30 calls otherwise not_enough_data`", "add `needs no minimum`"]);
  });

  test("behind a comment, as far in as the others", () => {
    const text = standard("    requires quick at least 95%\n    measured each calendar month # each\n");
    const [edit] = found(text)[0]?.fixes[1]?.edits ?? [];
    expect(edit?.text).toBe("\n    needs no minimum");
    expect(text.slice(0, edit?.span.start).endsWith("# each")).toBe(true);
  });

  test("without a dataset where several are judged", () => {
    const chats =
      '\ndataset chats from "chats.csv" one row per line\n  partner p\n  dated d\n  field p text\n  field d date\n';
    const both = `${chats}\nmetric m number of chats\n`;
    const text = standard(
      "  requires quick at least 95%\n  requires m at least 1\n  measured each calendar month\n",
    );
    expect(offered(both + text)).toEqual(["add `needs no minimum`"]);
  });
});

describe("in a table of a test", () => {
  const table = (...rows: readonly string[]): readonly Diagnostic[] =>
    found(
      `${AGREEMENT}${CALLS}${STANDARD}\ntest t "T"\n  given calls for "P1" in 2026-Q2\n  ${rows.join("\n  ")}\n  expect prompt for "P1" in 2026-Q2 is met\n`,
    );
  const said = (...rows: readonly string[]): readonly string[] =>
    table(...rows).flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);

  test("dashes below the header are one mistake", () => {
    expect(said("| wait | fee |", "|------|:---:|", "| 10 seconds | 5 EUR |")).toEqual([
      "a table needs no line of dashes: its first row is the header",
      "remove this line",
    ]);
  });

  test("cells may stand apart by tabs or semicolons", () => {
    for (const row of ["| 10 seconds; 5 EUR |", "| 10 seconds\t5 EUR |"]) {
      expect(said("| wait | fee |", row)).toEqual([
        "the cells of a table stand between `|`, not between tabs or semicolons",
        "write the bars",
      ]);
    }
  });

  test("empty cells behind the last column can go, others cannot", () => {
    expect(said("| wait |", "| 10 seconds | |")).toEqual([
      "the row has 2 cells, its header 1",
      "remove the empty cells",
    ]);
    expect(said("| wait |", "| 10 seconds | 5 EUR |")).toEqual(["the row has 2 cells, its header 1"]);
  });

  test("a unit behind a column is not part of its name", () => {
    expect(said("| wait (s) |", "| 10 seconds |")).toEqual([
      "`calls` has no field `wait (s)`; did you mean `wait`?",
      "write `wait`",
    ]);
  });

  test("a cell is offered as the language writes it", () => {
    expect(said("| fee |", "| €5,50 |")).toEqual([
      "`€5,50` is no value of `fee`: write an amount, such as `500 EUR`",
      "write `5.50 EUR`",
    ]);
  });
});
