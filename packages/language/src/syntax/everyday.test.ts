/** What people write who know spreadsheets and not this language, and what it becomes. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "./parse.ts";

const diagnosticsOf = (text: string): readonly Diagnostic[] => parse(sourceFile("a.tenet", text)).diagnostics;

function applied(text: string, { fixes }: Diagnostic): string {
  const edits = [...(fixes[0]?.edits ?? [])].sort((left, right) => right.span.start - left.span.start);
  return edits.reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}

/** The text below a head after the first fix of its one diagnostic, which leaves nothing to mend. */
function mended(head: string, lines: string): string {
  const text = `${head}\n  ${lines}\n`;
  const found = diagnosticsOf(text);
  expect(found.map(({ code, message }) => `${code} ${message}`)).toHaveLength(1);
  const after = applied(text, found[0] as Diagnostic);
  expect(diagnosticsOf(after).map(({ message }) => message)).toEqual([]);
  return after.slice(head.length + 3, -1);
}

const STANDARD = 'standard punctual "On time"';
const TEST = 'test t "T"';

describe("a standard", () => {
  test.each([
    ["requires on_time 95% or more", "requires on_time at least 95%"],
    ["requires wait 60 seconds or less", "requires wait at most 60 seconds"],
    ["requires at least 95% of on_time", "requires on_time at least 95%"],
    ["requires >= 95 % on_time", "requires on_time at least 95%"],
    ["requires a minimum of 95 percent of on_time", "requires on_time at least 95%"],
    ["requires minimum 95% of the on_time", "requires on_time at least 95%"],
    ["requires 95% or more of on_time", "requires on_time at least 95%"],
    ["requires at most €500 of spend", "requires spend at most 500 EUR"],
    ["requires at most 2 hrs of wait for each region", "requires wait at most 2 hours for each region"],
    ["requires on_time of at least 95%", "requires on_time at least 95%"],
    ["requires on_time at-least 95%", "requires on_time at least 95%"],
    ["requires on_time min. 95%", "requires on_time at least 95%"],
    ["requires on_time at least at least 95%", "requires on_time at least 95%"],
    ["requires requires on_time at least 95%", "requires on_time at least 95%"],
    ["requires stars >3", "requires stars more than 3"],
    ["requires wait within 2 hrs", "requires wait at most 2 hours"],
    ["requires wait is less than or equal to 2 hours", "requires wait at most 2 hours"],
    ["requires on_time greater than or equal to 95%", "requires on_time at least 95%"],
    ["requires wait at most 2 hours 30 minutes", "requires wait at most 150 minutes"],
    ["requires wait at most 1 day and 12 hours", "requires wait at most 36 hours"],
    ["requires spend at most 1 000 000 EUR", "requires spend at most 1_000_000 EUR"],
    ["requires on_time at least 95% once a month", "requires on_time at least 95%"],
    ["requires on_time at least 95% on a weekly basis", "requires on_time at least 95%"],
    ["measured once a month", "measured each calendar month"],
    ["measured on a yearly basis", "measured each calendar year"],
    ["measured every 3 months", "measured each calendar quarter"],
    ["measured over the last 30 days", "measured over rolling 30 days"],
    ["requires on_time at least 95% per month", "requires on_time at least 95%"],
    ["requires on_time at least 95% monthly", "requires on_time at least 95%"],
    ["requires on_time at least 95% each calendar week", "requires on_time at least 95%"],
    ["requires spend at least 1.000,50 EUR", "requires spend at least 1_000.50 EUR"],
    ["requires spend at least 1,000.50 EUR", "requires spend at least 1_000.50 EUR"],
    ["requires spend at least 5k EUR", "requires spend at least 5_000 EUR"],
    ["evaluated each calendar month", "measured each calendar month"],
    ["measured each half-year", "measured each calendar half year"],
    ["needs at least thirty calls otherwise excused", "needs at least 30 calls otherwise excused"],
    [
      "needs at least 30 calls, otherwise not_enough_data",
      "needs at least 30 calls otherwise not_enough_data",
    ],
    [
      "needs at least 30 calls otherwise not enough data",
      "needs at least 30 calls otherwise not_enough_data",
    ],
    ["applies to partners where country in (NL, BE)", "applies to partners where country is one of NL, BE"],
    ["applies to partners where stars is 4 or 5", "applies to partners where stars is one of 4, 5"],
    [
      "applies to partners where opened_on after 2026-03-01",
      "applies to partners where opened_on more than 2026-03-01",
    ],
    [
      "applies to partners where opened_on no later than 1 March 2026",
      "applies to partners where opened_on at most 2026-03-01",
    ],
  ])("%s", (written, meant) => {
    expect(mended(STANDARD, written)).toBe(meant);
  });

  test("the last row of a limit may begin with `otherwise`", () => {
    const row = 'requires c\n    at least 95% where partner.country is "NL"\n    ';
    expect(mended(STANDARD, `${row}otherwise at least 90%`)).toBe(`${row}at least 90% otherwise`);
    expect(mended(STANDARD, `${row}else at least 90%`)).toBe(`${row}at least 90% otherwise`);
  });

  test("rows of a limit stand without bars", () => {
    const rows =
      'requires c\n    | at least 95% | where partner.country is "NL" |\n    | at least 90% | otherwise |';
    expect(mended(STANDARD, rows).replace(/[ \n]+/g, " ")).toBe(
      'requires c at least 95% where partner.country is "NL" at least 90% otherwise',
    );
  });

  test("rows without their first words are one mistake, where the first of them starts", () => {
    const text = `${STANDARD}\n  requires c\n    95% where partner.country is "NL"\n    90% otherwise\n`;
    expect(diagnosticsOf(text).map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
      ["TEN1010", "95%"],
    ]);
  });

  test.each([
    ['at least 95% where partner.country is "NL"\n    90% otherwise', "90%"],
    ['at least 95% where partner.country is "NL"\n    at least 90% others', "others"],
  ])("a row that is not right is no sentence of its own: %j", (rows, place) => {
    const text = `${STANDARD}\n  requires c\n    ${rows}\n`;
    expect(diagnosticsOf(text).map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
      ["TEN1010", place],
    ]);
  });

  test("rows may begin with signs", () => {
    const rows = 'requires c\n    >= 95% where partner.country is "NL"\n    >= 90% otherwise';
    expect(mended(STANDARD, rows)).toBe(rows.replaceAll(">=", "at least"));
  });

  test("a line that ends with a bare name is not read on in the row below", () => {
    for (const name of ["partner", "partner.country", "country"]) {
      const text = `${STANDARD}\n  requires c\n    at least 95% where ${name}\n    at least 90% otherwise\n`;
      expect(diagnosticsOf(text).map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
        ["TEN1019", name],
      ]);
    }
  });

  test("a small word at the end is the beginning of something", () => {
    const [found] = diagnosticsOf(`${STANDARD}\n  requires on_time at least 95% at\n`);
    expect(found?.fixes).toEqual([]);
  });

  test.each([
    ["must keep on_time at least 95%", "requires on_time at least 95%", undefined],
    ["shall have an on_time of at least 95 %", "requires on_time at least 95%", undefined],
    ["the partner must reach on_time >= 95%", "requires on_time at least 95%", true],
    ["partner must keep on_time at least 95%", "requires on_time at least 95%", true],
  ])("what somebody must do is a limit: %s", (said, meant, isGuess) => {
    expect(mended(STANDARD, said)).toBe(meant);
    const [found] = diagnosticsOf(`${STANDARD}\n  ${said}\n`);
    expect([found?.code, found?.fixes[0]?.isGuess]).toEqual(["TEN1024", isGuess]);
  });

  test.each(["must keep on_time at least 95%", "on_time must be at least 95%", "at least 95% of on_time"])(
    "over which time is said apart, once the limit is right: %s",
    (said) => {
      const required = said.startsWith("at") ? `requires ${said}` : said;
      for (const time of ["every month", "each month", "monthly"]) {
        const text = `${STANDARD}\n  ${required} ${time}\n`;
        const [found, ...others] = diagnosticsOf(text);
        expect(others).toEqual([]);
        const after = applied(text, found as Diagnostic);
        expect(after).toBe(`${STANDARD}\n  requires on_time at least 95% ${time}\n`);
        const [behind] = diagnosticsOf(after);
        expect(after.slice(behind?.span.start, behind?.span.end)).toBe(time);
        expect(applied(after, behind as Diagnostic)).toBe(`${STANDARD}\n  requires on_time at least 95%\n`);
      }
    },
  );

  test.each(["must not have lost more than 2%", "the partner must never miss on_time above 2%"])(
    "what must not be done is no limit that way round: %s",
    (said) => {
      const found = diagnosticsOf(`${STANDARD}\n  ${said}\n`);
      expect(found.flatMap(({ code, fixes }) => (code === "TEN1024" ? fixes : []))).toEqual([]);
    },
  );

  test.each(["95% of on_time", "on_time of 95%", "on_time target 95%"])(
    "which side is good only its author knows: requires %s",
    (said) => {
      const text = `${STANDARD}\n  requires ${said}\n`;
      const [found, ...others] = diagnosticsOf(text);
      expect(others).toEqual([]);
      expect([found?.code, found?.span]).toEqual([
        "TEN1024",
        { start: STANDARD.length + 3, end: text.length - 1 },
      ]);
      expect(found?.fixes.map(({ edits, isGuess }) => [edits[0]?.text, isGuess])).toEqual([
        ["requires on_time at least 95%", true],
        ["requires on_time at most 95%", true],
      ]);
    },
  );

  test("a value is no label", () => {
    expect(diagnosticsOf(`${STANDARD}\n  target c 95%\n`).map(({ message }) => message)).toEqual([
      "a limit says which side of the value is good: write `requires c at least 95%` or `requires c at most 95%`",
    ]);
  });
});

describe("a metric", () => {
  test.each([
    [
      "metric m % of calls where urgent is yes out of calls",
      "metric m percent of calls where urgent is yes out of calls",
    ],
    ["metric m COUNT(calls)", "metric m number of calls"],
    [
      "metric m percentage of calls where wait within 60 seconds out of calls",
      "metric m percent of calls where wait at most 60 seconds out of calls",
    ],
    ["metric m AVERAGE(wait) in calls", "metric m average of wait in calls"],
    ["metric m number of the calls", "metric m number of calls"],
    ["metric m total number of calls", "metric m number of calls"],
    ["metric m number of calls per month", "metric m number of calls"],
    ["metric m average of calls.wait", "metric m average of wait in calls"],
    ["metric m average wait of calls", "metric m average of wait in calls"],
    ["metric m max wait in calls", "metric m highest of wait in calls"],
    ["metric m total wait in calls", "metric m sum of wait in calls"],
    ["metric m 95th percentile of wait in calls", "metric m percentile 95 of wait in calls"],
    ["metric m p95 of wait in calls", "metric m percentile 95 of wait in calls"],
    ["metric m percentile 95% of wait in calls", "metric m percentile 95 of wait in calls"],
  ])("%s", (written, meant) => {
    expect(mended("# metrics", written)).toBe(meant);
  });
});

test("a word of everyday speech is no slip for a word that is spelt alike", () => {
  const [found] = diagnosticsOf("metric m percentage of calls answered within 60 seconds\n");
  expect([found?.code, found?.fixes]).toEqual(["TEN1010", []]);
});

describe("a calendar", () => {
  test.each([
    ["open Mo-Fr 09:00 to 17:00", "open monday to friday 09:00 to 17:00"],
    ["open monday to friday 9-17", "open monday to friday 09:00 to 17:00"],
    ["open Mon-Fri 9am to 5pm", "open monday to friday 09:00 to 17:00"],
    ["open monday 9:00 am - 5:00 pm", "open monday 09:00 to 17:00"],
    ["open monday to friday 9 to 17", "open monday to friday 09:00 to 17:00"],
    ["open monday 9.30 to 17.00", "open monday 09:30 to 17:00"],
    ["open monday 08:00 to 5:00 pm", "open monday 08:00 to 17:00"],
    ["open from monday to friday 09:00 to 17:00", "open monday to friday 09:00 to 17:00"],
    ["open monday from 09:00 to 17:00", "open monday 09:00 to 17:00"],
    ["closed public holidays in NL", 'closed holidays "NL"'],
    ["closed on 25 December 2026", "closed on 2026-12-25"],
  ])("%s", (written, meant) => {
    expect(mended("calendar office", written)).toBe(meant);
  });
});

describe("a dataset", () => {
  test.each([
    ["field wait duration (seconds)", "field wait duration in seconds"],
    ["field wait seconds", "field wait duration in seconds"],
    ["field wait time in seconds", "field wait duration in seconds"],
    ["field fee EUR", "field fee money EUR"],
    ["field fee money in EUR", "field fee money EUR"],
    ["field fee currency EUR", "field fee money EUR"],
    ["field state one of open or shut", "field state one of open, shut"],
    ["field state one of open; shut", "field state one of open, shut"],
    ["field state one of (open, shut)", "field state one of open, shut"],
    ["field stars number from 1 to 5 (optional)", "field stars number from 1 to 5 optional"],
    ["field call id text", "field call_id text"],
    ['field "call id" text', "field call_id text"],
    ["dated by day", "dated day"],
    ["partner is centre_id", "partner centre_id"],
  ])("%s", (written, meant) => {
    expect(mended('dataset calls from "calls.csv" one row per line', written)).toBe(meant);
  });
});

describe("money", () => {
  test.each([
    ["pays 50 EUR when c is missed", "gives 50 EUR when c is missed"],
    ["gives 50 EUR when c fails", "gives 50 EUR when c is missed"],
    ["maximum 500 EUR each calendar month", "capped at 500 EUR each calendar month"],
    ["max. €500 a month", "capped at 500 EUR each calendar month"],
    ["not more than 500 EUR per year", "capped at 500 EUR each calendar year"],
  ])("%s", (written, meant) => {
    expect(mended("credit late", written)).toBe(meant);
  });
});

test("a name in two words is one where the file has it as one", () => {
  const beside = "metric m sum of monthly_fee in calls\n\ncredit late";
  expect(mended(beside, "gives 5% of monthly fee when c is missed")).toBe(
    "gives 5% of monthly_fee when c is missed",
  );
  const [found] = diagnosticsOf("credit late\n  gives 5% of monthly fee when c is missed\n");
  expect([found?.code, found?.fixes]).toEqual(["TEN1010", []]);
});

describe("what is due", () => {
  test.each([
    ["due by day 10 after each calendar month", "due on day 10 after each calendar month"],
    ["due on 10th day after each calendar month", "due on day 10 after each calendar month"],
    ["due 10 days after each calendar month", "due within 10 days after each calendar month"],
  ])("of a duty: %s", (written, meant) => {
    expect(mended("duty d by partner", written)).toBe(meant);
  });

  test.each([
    ["due in 2 hours", "due within 2 hours"],
    ["due in 2h", "due within 2 hours"],
    ["starts on opened_at", "starts at opened_at"],
  ])("of a clock: %s", (written, meant) => {
    expect(mended("clock c on calls", written)).toBe(meant);
  });
});

describe("a head", () => {
  test.each([
    ['standard "On time"', 'standard on_time "On time"'],
    ["credit late for c", "credit late on c"],
    ['dataset calls in "c.csv" one row per id', 'dataset calls from "c.csv" one row per id'],
    ['dataset calls from "c.csv" one row each id', 'dataset calls from "c.csv" one row per id'],
    ['partners from "p.csv" one row per id', 'partners from "p.csv" key id'],
  ])("%s", (written, meant) => {
    expect(mended("# heads", written)).toBe(meant);
  });
});

describe("days and periods", () => {
  test.each([
    ["effective from 1 July 2026 until 2026-12-31", "effective from 2026-07-01 until 2026-12-31"],
    ["effective from July 1, 2026 until 2026-12-31", "effective from 2026-07-01 until 2026-12-31"],
    ["effective from Jul 1 2026 until December 2026", "effective from 2026-07-01 until 2026-12-31"],
    ["effective from 2026-07-01 until 31.12.2026", "effective from 2026-07-01 until 2026-12-31"],
    [
      "effective from 1st July 2026 until 31st of December 2026",
      "effective from 2026-07-01 until 2026-12-31",
    ],
    ["effective from July 1st, 2026 until Dec 31st 2026", "effective from 2026-07-01 until 2026-12-31"],
    ["effective from 1-Jul-2026 until 31-Dec-26", "effective from 2026-07-01 until 2026-12-31"],
    ["effective from 13/07/2026 to 31.12.2026", "effective from 2026-07-13 until 2026-12-31"],
  ])("%s", (written, meant) => {
    expect(mended('agreement a "A"', written)).toBe(meant);
  });

  test.each([
    ["January 2026", "2026-01"],
    ["sept 2026", "2026-09"],
    ["Q1 2026", "2026-Q1"],
    ["2026 H2", "2026-H2"],
    ["01/2026", "2026-01"],
  ])("%s", (written, meant) => {
    expect(mended(TEST, `expect c for "P1" in ${written} is met`)).toBe(
      `expect c for "P1" in ${meant} is met`,
    );
  });

  test("a day with dots that may be two days is for its author to choose", () => {
    const [found] = diagnosticsOf('agreement a "A"\n  effective from 01.07.2026 until 2026-12-31\n');
    expect(found?.message).toBe("`01.07.2026` may be two dates: write year-month-day, as in `2026-01-31`");
    expect(found?.fixes.map(({ title, isGuess }) => [title, isGuess])).toEqual([
      ["write 2026-07-01", true],
      ["write 2026-01-07", true],
    ]);
  });
});

describe("a test", () => {
  test.each([
    ["expect c for P1 in January 2026 is met", 'expect c for "P1" in 2026-01 is met'],
    ['expect c of "P1" in 2026-01 is met', 'expect c for "P1" in 2026-01 is met'],
    ["expect c for Acme Ltd in Q1 2026 is met", 'expect c for "Acme Ltd" in 2026-Q1 is met'],
  ])("%s", (written, meant) => {
    expect(mended(TEST, written)).toBe(meant);
  });

  const given = 'given calls for "P1" in 2026-01';
  const table = (...rows: readonly string[]): string => [given, ...rows].join("\n  ");

  test.each([
    [
      ["| a | b |", "1 | 2 |"],
      ["| a | b |", "| 1 | 2 |"],
    ],
    [
      ["| a | b |", "1 | 2"],
      ["| a | b |", "| 1 | 2 |"],
    ],
    [
      ["a | b |", "| 1 | 2 |"],
      ["| a | b |", "| 1 | 2 |"],
    ],
    [
      ["| a | b |", "1\t2"],
      ["| a | b |", "| 1 | 2 |"],
    ],
    [
      ["| a | b |", "1; 2", "| 3 | 4 |"],
      ["| a | b |", "| 1 | 2 |", "| 3 | 4 |"],
    ],
  ])("a table of %j", (written, meant) => {
    expect(mended(TEST, table(...written))).toBe(table(...meant));
  });

  test("each row that lacks its bars is said, and the cells of all are read where they stand", () => {
    const text = `${TEST}\n  ${table("| a | b |", "1 | 2 |", "3 | 4 |")}\n`;
    const { tree, diagnostics } = parse(sourceFile("a.tenet", text));
    expect(diagnostics.map(({ code }) => code)).toEqual(["TEN1006", "TEN1006"]);
    const [sentence] = tree.declarations[0]?.sentences ?? [];
    const rows = sentence?.kind === "Given" ? sentence.table : [];
    expect(rows.map(({ cells }) => cells.map(({ span }) => text.slice(span.start, span.end)))).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });
});
