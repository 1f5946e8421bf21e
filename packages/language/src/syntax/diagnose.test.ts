import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "./parse.ts";

const diagnosticsOf = (text: string): readonly Diagnostic[] => parse(sourceFile("a.tenet", text)).diagnostics;

/** The text with carets under what each diagnostic points at, and its message behind them. */
function shown(text: string): string {
  const [only, ...others] = diagnosticsOf(text);
  if (only === undefined || others.length > 0)
    return `${others.length + (only === undefined ? 0 : 1)} diagnostics`;
  const lineStart = text.lastIndexOf("\n", only.span.start - 1) + 1;
  const [line = ""] = text.slice(lineStart).split("\n");
  const carets = "^".repeat(Math.max(1, only.span.end - only.span.start));
  return `\n${line}\n${" ".repeat(only.span.start - lineStart)}${carets} ${only.message}\n`;
}

/** The line after the fix of its one diagnostic. */
function fixed(head: string, line: string): string {
  const text = `${head}\n  ${line}\n`;
  const found = diagnosticsOf(text);
  expect(found).toHaveLength(1);
  const edits = [...(found[0]?.fixes[0]?.edits ?? [])].sort(
    (left, right) => right.span.start - left.span.start,
  );
  const after = edits.reduce(
    (now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end),
    text,
  );
  expect(diagnosticsOf(after)).toEqual([]);
  return after.slice(head.length + 3, -1);
}

describe("habits become the words of the language", () => {
  const inStandard = 'standard punctual "On time"';
  const inDataset = 'dataset calls from "calls.csv" one row per call_id';
  const inAgreement = 'agreement terms "Terms"';
  const inCalendar = "calendar hours";
  const inClock = "clock repair on tickets by ticket_no";

  test.each([
    ["open Monday to Friday 08:00 to 18:00", "open monday to friday 08:00 to 18:00"],
    ["open monday - friday 08:00 to 18:00", "open monday to friday 08:00 to 18:00"],
    ["open monday 08:00 - 18:00", "open monday 08:00 to 18:00"],
    ["open monday 8:00 to 18:00", "open monday 08:00 to 18:00"],
    ["open tusday 08:00 to 18:00", "open tuesday 08:00 to 18:00"],
    ["open mon to Fri 08:00 to 18:00", "open monday to friday 08:00 to 18:00"],
    ["open weekdays 08:00 to 18:00", "open monday to friday 08:00 to 18:00"],
    ["open daily 08:00 to 18:00", "open monday to sunday 08:00 to 18:00"],
    ["open monday to friday 8:00-18:00", "open monday to friday 08:00 to 18:00"],
    ["open monday 8am-6pm", "open monday 08:00 to 18:00"],
    ['closed on holidays "GB"', 'closed holidays "GB"'],
    ["opens monday 08:00 to 18:00", "open monday 08:00 to 18:00"],
    ["closed holidays GB", 'closed holidays "GB"'],
    ["closes on 2026-12-24", "closed on 2026-12-24"],
    ["cutoff 13:00", "cut off 13:00"],
    ['timezone "Europe/Rome"', 'time zone "Europe/Rome"'],
  ])("in a calendar: %s", (written, meant) => {
    expect(fixed(inCalendar, written)).toBe(meant);
  });

  test.each([
    ["starts when state changes to open", "starts when state becomes open"],
    ["starts when state is open", "starts when state becomes open"],
    ["start when state becomes open", "starts when state becomes open"],
    ["pauses when state is waiting", "pauses while state is waiting"],
    ["reopens when state becomes open", "restarts when state becomes open"],
    ["deadline within 4 hours", "due within 4 hours"],
    ["due within 3 working days", "due within 3 business days"],
    ["due within 3 hours else", "due within 3 hours otherwise"],
    ["due within one business day", "due within 1 business day"],
    ["warns at 75 %", "warns at 75%"],
  ])("in a clock: %s", (written, meant) => {
    expect(fixed(inClock, written)).toBe(meant);
  });

  test.each([
    ["requires on_time >= 95%", "requires on_time at least 95%"],
    ["requires on_time => 95%", "requires on_time at least 95%"],
    ["requires late <= 5%", "requires late at most 5%"],
    ["requires late > 5%", "requires late more than 5%"],
    ["requires late < 5%", "requires late less than 5%"],
    ["requires late = 5", "requires late is 5"],
    ["requires late == 5", "requires late is 5"],
    ["requires late != 5", "requires late is not 5"],
    ["requires late \u2265 5", "requires late at least 5"],
    ["must on_time at least 95%", "requires on_time at least 95%"],
    ["shall on_time at least 95%", "requires on_time at least 95%"],
    ["target on_time at least 95%", "requires on_time at least 95%"],
    ["target on_time >= 95 %", "requires on_time at least 95%"],
    ["require on_time at least 95%", "requires on_time at least 95%"],
    ["requires on_time at least average of peers", "requires on_time at least peer average"],
    ["requires on_time must be at least 95%", "requires on_time at least 95%"],
    ["requires on_time is at least 95%", "requires on_time at least 95%"],
    ["requires on_time at least 95 %", "requires on_time at least 95%"],
    ["requires on_time at least 95 percent", "requires on_time at least 95%"],
    ["requires on_time at least 95,5%", "requires on_time at least 95.5%"],
    ["requires calls at least 1,000", "requires calls at least 1_000"],
    ["requires wait at most 60s", "requires wait at most 60 seconds"],
    ["requires wait at most 60 sec", "requires wait at most 60 seconds"],
    ["requires fees at most 500EUR", "requires fees at most 500 EUR"],
    ["requires wait greater than 5", "requires wait more than 5"],
    ["requires wait is greater than 5", "requires wait more than 5"],
    ["requires wait between 1 and 5", "requires wait from 1 to 5"],
    ["requires wait from 1 and 5", "requires wait from 1 to 5"],
    ["requires wait from 1 \u2013 5", "requires wait from 1 to 5"],
    ["requires wait at least 95%;", "requires wait at least 95%"],
    ["requires at least 95% on_time", "requires on_time at least 95%"],
    ["requires on-time at least 95%", "requires on_time at least 95%"],
    ["requires on_time at leest 95%", "requires on_time at least 95%"],
    ["requires on_time least 95%", "requires on_time at least 95%"],
    ["requires on_time atleast 95%", "requires on_time at least 95%"],
    ["requires on_time AtMost 95%", "requires on_time at most 95%"],
    ["requires on_time at_least 95%", "requires on_time at least 95%"],
    ["requires late lessthan 5% or calls fewerthan 3", "requires late less than 5% or calls fewer than 3"],
    ["requires grade isnot failed", "requires grade is not failed"],
    ["needs atleast 30 calls otherwise not_enough_data", "needs at least 30 calls otherwise not_enough_data"],
    ["Requires on_time at least 95%", "requires on_time at least 95%"],
    ["requires on_time at least 95% when kind is a", "requires on_time at least 95% where kind is a"],
    ["requires on_time at least 95% for every region", "requires on_time at least 95% for each region"],
    ["measured each month", "measured each calendar month"],
    ["measured monthly", "measured each calendar month"],
    ["mesured each calendar month", "measured each calendar month"],
    ["measured each calendar months", "measured each calendar month"],
    ["measured over last 90 days", "measured over rolling 90 days"],
    ["applies to partner where kind is carrier", "applies to partners where kind is carrier"],
    ["because \u201CLate parcels\u201D", 'because "Late parcels"'],
    ["because \u2018Late parcels\u2019", 'because "Late parcels"'],
    ["because 'Late parcels'", 'because "Late parcels"'],
    ['because "Late parcels', 'because "Late parcels"'],
    ["because Late parcels", 'because "Late parcels"'],
    ["excludes strike", "excluding strike"],
  ])("%s", (written, meant) => {
    expect(fixed(inStandard, written)).toBe(meant);
  });

  test.each([
    ["feild name text", "field name text"],
    ["column name text", "field name text"],
    ["name text", "field name text"],
    ["field name string", "field name text"],
    ["field open boolean", "field open yes_no"],
    ["field wait duration in secs", "field wait duration in seconds"],
    ["field wait duration seconds", "field wait duration in seconds"],
    ["field fee money eur", "field fee money EUR"],
    ["field score percent", "field score number"],
    ['field name text from "Name" optional', 'field name text optional from "Name"'],
    [
      'field day date optional from "Day" written "D.M.YYYY"',
      'field day date written "D.M.YYYY" optional from "Day"',
    ],
    ['field name text as "Name"', 'field name text from "Name"'],
    ["field score number between 1 and 5", "field score number from 1 to 5"],
    ["field partner_\u0441ode text", "field partner_code text"],
    ["field name\u00A0text", "field name text"],
    ['field name text form "Name"', 'field name text from "Name"'],
    ['partner "seller_id"', "partner seller_id"],
  ])("%s", (written, meant) => {
    expect(fixed(inDataset, written)).toBe(meant);
  });

  test.each([
    ["when missed twice in rolling 3 months", "when missed 2 times in rolling 3 months"],
    ["when missed three months in a row", "when missed 3 months in a row"],
  ])("in a step: %s", (written, meant) => {
    expect(fixed("escalation late on punctual", `step letter "Letter" ${written}`)).toBe(
      `step letter "Letter" ${meant}`,
    );
  });

  test.each([
    ["metric rating avg of stars in calls", "metric rating average of stars in calls"],
    [
      "metric nps net score of stars in calls promoters 9-10 detractors 0 to 6",
      "metric nps net score of stars in calls promoters 9 to 10 detractors 0 to 6",
    ],
    ["metric rating mean stars in calls", "metric rating average of stars in calls"],
    ['dataset calls from "calls.csv" key call_id', 'dataset calls from "calls.csv" one row per call_id'],
  ])("in a head: %s", (written, meant) => {
    expect(fixed('agreement terms "Terms"\n', written)).toBe(meant);
  });

  test.each([
    ["version: 2.1.0", "version 2.1.0"],
    ['version "2.1.0"', "version 2.1.0"],
    ["version v2.1.0", "version 2.1.0"],
    ["version 2.1", "version 2.1.0"],
    ["effective from 2026-01-01 to 2026-12-31", "effective from 2026-01-01 until 2026-12-31"],
    ["effective from 31/01/2026 until 2026-12-31", "effective from 2026-01-31 until 2026-12-31"],
    ["effective from 2026/1/5 until 2026-12-31", "effective from 2026-01-05 until 2026-12-31"],
    ["time zone Europe/Amsterdam", 'time zone "Europe/Amsterdam"'],
    ['timezone "Europe/Amsterdam"', 'time zone "Europe/Amsterdam"'],
    ["currency eur", "currency EUR"],
    ["currency \u20AC", "currency EUR"],
  ])("%s", (written, meant) => {
    expect(fixed(inAgreement, written)).toBe(meant);
  });
});

test("words that may be left out are listed one by one", () => {
  const [found] = diagnosticsOf('dataset calls from "c.csv" one row per line\n  field day date "Day"\n');
  expect(found?.message).toBe(
    'expected the end of the line, `written`, `optional`, `personal` or `from` after `date`, not `"Day"`',
  );
});

test("parts that changed places are one fix, and none where more than one order would do", () => {
  const [found] = diagnosticsOf('standard s "S"\n  requires at least 95% on_time\n');
  expect(found).toMatchObject({ code: "TEN1015", fixes: [{ title: "change the order" }] });
  const [other] = diagnosticsOf('standard s "S"\n  requires at least a b\n');
  expect(other?.fixes).toEqual([]);
});

test("a limit that varies has no alternatives", () => {
  const rows = "requires a\n    at least 95% where partner.kind is b\n    at least 90% otherwise";
  const said = (sentence: string) => diagnosticsOf(`standard s "S"\n  ${sentence}\n`);
  const found = [
    `${rows} or c at least 5`,
    `${rows}\n    or c at least 5`,
    "requires a at least 95% from 2026-03-01 or c at least 5",
    "requires a at least 95% or c at least 5 where partner.kind is b\n    at least 90% otherwise",
    "requires c at least 5 or a at least 95% otherwise",
    "requires c at least 5 or a at least 95% from 2026-03-01",
  ].map(said);
  expect(found.map((each) => each.map(({ code, fixes }) => [code, fixes.length]))).toEqual(
    Array.from({ length: 6 }, () => [["TEN1026", 0]]),
  );
  expect(said("requires c from 1 to 5 or a at least 95%")).toEqual([]);
});

test("a date that may be two dates is one for its author to choose", () => {
  const [found] = diagnosticsOf('agreement terms "Terms"\n  effective from 03/04/2026 until 2026-12-31\n');
  expect(found).toMatchObject({
    code: "TEN1005",
    fixes: [
      { title: "write 2026-04-03", isGuess: true },
      { title: "write 2026-03-04", isGuess: true },
    ],
  });
});

describe("true and false", () => {
  const data = 'dataset a from "a.csv" one row per id\n  field id yes_no\n\n';
  const codes = (text: string): string[] => diagnosticsOf(text).map(({ code }) => code);

  test("are yes and no", () => {
    expect(fixed(`${data}metric m number of a`, "where id is true")).toBe("where id is yes");
    expect(fixed(`${data}metric m number of a`, "where id is not False")).toBe("where id is not no");
  });

  test("may be names, also of members", () => {
    expect(codes(`${data}metric true number of a where true is 1`)).toEqual([]);
    expect(
      codes(`${data.replace("yes_no", "one of true, false")}metric m number of a where id is true`),
    ).toEqual([]);
    expect(codes(`uses "b.tenet"\n${data}metric m number of a where id is true`)).toEqual([]);
    expect(codes("metric m number of a where id is true")).toEqual([]);
  });
});

test("a mistake is said in the user's words, under the word", () => {
  expect(shown('standard a "A"\n  requires on_time 95%\n')).toMatchInlineSnapshot(`
    "
      requires on_time 95%
                       ^^^ expected \`at least\`, \`at most\`, \`more than\`, \`less than\`, \`fewer than\`, \`is\`, \`from\` or \`in best\` after \`on_time\`, not \`95%\`
    "
  `);
  expect(shown('standard a "A"\n  needs at least 30 deliveries\n')).toMatchInlineSnapshot(`
    "
      needs at least 30 deliveries
                                  ^ \`needs\` must say what holds where there are fewer rows: add \`otherwise not_enough_data\`
    "
  `);
  expect(shown('standard a "A"\n  requires at least 95%\n')).toMatchInlineSnapshot(`
    "
      requires at least 95%
               ^^ expected a name after \`requires\`, not \`at\`
    "
  `);
  expect(
    shown('dataset a from "a.csv" one row per id\n  measured each calendar month\n'),
  ).toMatchInlineSnapshot(`
    "
      measured each calendar month
      ^^^^^^^^ a sentence with \`measured\` belongs to a standard or a scorecard, not to a dataset
    "
  `);
  expect(shown("metric m number of calls where urgent\n")).toMatchInlineSnapshot(`
    "
    metric m number of calls where urgent
                                   ^^^^^^ \`urgent\` alone is not a condition: say what it is, as in \`urgent is yes\`
    "
  `);
  expect(shown("metric m number of calls where partner\n")).toMatchInlineSnapshot(`
    "
    metric m number of calls where partner
                                   ^^^^^^^ \`partner\` alone is not a condition: say what is asked of which field of the partner, as in \`partner.country is "NL"\`
    "
  `);
  expect(shown("metric m number of calls where partner. is yes\n")).toMatchInlineSnapshot(`
    "
    metric m number of calls where partner. is yes
                                            ^^ expected a name after \`.\`, not \`is\`
    "
  `);
});

test("a name in two words is shown as one", () => {
  expect(shown('dataset calls from "calls.csv" one row per call id\n')).toMatchInlineSnapshot(`
    "
    dataset calls from "calls.csv" one row per call id
                                                    ^^ expected the end of the line after \`call\`, not \`id\`; a name is one word, as in \`call_id\`
    "
  `);
});

describe("the one word that can stand there is put in", () => {
  test.each([
    [
      'agreement terms "T"',
      "effective 2026-01-01 to 2026-12-31",
      "effective from 2026-01-01 until 2026-12-31",
    ],
    ['dataset d from "d.csv" one row per id', "field csat number 1 to 5", "field csat number from 1 to 5"],
    ['dataset d from "d.csv" one row per id', "field ok yes/no", "field ok yes_no"],
    ['standard s "S"', "measured per month", "measured each calendar month"],
    ['standard s "S"', "measured every quarter", "measured each calendar quarter"],
  ])("%s: %s", (head, written, meant) => {
    expect(fixed(head, written)).toBe(meant);
  });

  test("though the sentence lacks more", () => {
    expect(shown("metric liked average csat\n")).toMatchInlineSnapshot(`
      "
      metric liked average csat
                          ^ \`of\` is missing after \`average\`
      "
    `);
  });
});

describe("text stands in double quotes", () => {
  const inTest = 'test january "January"';
  const inDataset = 'dataset calls from "calls.csv" one row per call_id';
  test.each([
    [inTest, "expect s for P1 in 2026-01 is met", 'expect s for "P1" in 2026-01 is met'],
    [inTest, "expect s for ACME-NL in 2026-01 is met", 'expect s for "ACME-NL" in 2026-01 is met'],
    [
      inTest,
      "expect s for Bread in Bath in 2026-01 is met",
      'expect s for "Bread in Bath" in 2026-01 is met',
    ],
    [inTest, "expect s for 42 in 2026-01 is met", 'expect s for "42" in 2026-01 is met'],
    [inTest, "given calls for P1 in 2026-01\n  | wait |", 'given calls for "P1" in 2026-01\n  | wait |'],
    [inTest, "given calls from samples/january.csv", 'given calls from "samples/january.csv"'],
    [inDataset, "missing is NA, NULL", 'missing is "NA", "NULL"'],
    [
      inDataset,
      "field opened date written D.M.YYYY optional",
      'field opened date written "D.M.YYYY" optional',
    ],
  ])("%s: %s", (head, written, meant) => {
    expect(fixed(head, written)).toBe(meant);
  });

  test("but no sign is part of it", () => {
    const [only] = diagnosticsOf(`${inTest}\n  expect s for P1, in 2026-01 is met\n`);
    expect([only?.code, only?.fixes]).toEqual(["TEN1010", []]);
  });

  test("as the message says", () => {
    expect(shown(`${inTest}\n  expect s for Bread in Bath in 2026-01 is met\n`)).toMatchInlineSnapshot(`
      "
        expect s for Bread in Bath in 2026-01 is met
                     ^^^^^^^^^^^^^ \`Bread in Bath\` is text, and stands in double quotes: \`"Bread in Bath"\`
      "
    `);
  });
});

test("a field of the partner is written with a full stop", () => {
  const head = "metric m number of calls\n";
  const condition = (words: string): string => `where ${words} is "NL"`;
  expect(fixed(head.trim(), condition("partner country"))).toBe(condition("partner.country"));
});

describe("declarations of later versions", () => {
  test.each([
    ["survey monthly\n", "survey"],
    ['journey first_ride "The first ride"\n  stage booking\n', "journey"],
    ['dispute late_answer\n  gives 5 EUR when "never closed\n', "dispute"],
    ["waiver of_march\n", "waiver"],
    ["template monthly\n", "template"],
    ["parameter limit 95%\n", "parameter"],
  ])("%s", (text, what) => {
    const found = diagnosticsOf(text);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ["TEN1020", `\`${what}\` is not available yet`],
    ]);
  });
});

describe("one mistake is one diagnostic, and costs its own sentence", () => {
  const parsed = (text: string): { kinds: string[]; codes: string[] } => {
    const { tree, diagnostics } = parse(sourceFile("a.tenet", text));
    const kinds = tree.declarations.flatMap(({ kind, sentences }) => [
      kind,
      ...sentences.map((each) => each.kind),
    ]);
    return { kinds, codes: diagnostics.map(({ code }) => code) };
  };

  test.each([
    ['standard s "S"\n  requires a at least 4\n    for each region\n  needs no minimum\n', "Requires"],
    [
      'standard s "S"\n  measured over rolling 2 months\n    when a at least 4\n  needs no minimum\n',
      "Measured",
    ],
  ])("a line that should stand on the one above is part of it", (text, sentence) => {
    expect(parsed(text)).toEqual({ kinds: ["Standard", sentence, "Needs"], codes: ["TEN1011"] });
    const [
      {
        fixes: [fix],
      } = { fixes: [] },
    ] = diagnosticsOf(text);
    expect(fix?.title).toBe("write it on one line");
    const [{ span, text: by } = { span: { start: 0, end: 0 }, text: "" }] = fix?.edits ?? [];
    expect(diagnosticsOf(text.slice(0, span.start) + by + text.slice(span.end))).toEqual([]);
  });

  test("a slip in a row of several is a slip, and not a sentence of its own", () => {
    const rows = "  due within 6 hours where kind is a\n    within one hour otherwise\n";
    expect(parsed(`clock c on a\n  starts at b\n${rows}`)).toMatchObject({ codes: ["TEN1015"] });
  });

  test("a stray comma does not swallow the next sentence", () => {
    expect(parsed('dataset a from "a" one row per b\n  field b one of c, d,\n  field e text\n')).toEqual({
      kinds: ["Dataset", "Field", "Field"],
      codes: ["TEN1011"],
    });
  });

  test("a stray comma does not swallow the next declaration", () => {
    expect(parsed('standard a "A"\n  excluding b,\nstandard c "C"\n  requires d at least 1\n')).toEqual({
      kinds: ["Standard", "Excluding", "Standard", "Requires"],
      codes: ["TEN1011"],
    });
  });

  test("a declaration word may be an item of a list", () => {
    expect(
      parsed('dataset a from "a" one row per b\n  field b one of test,\n  report, metric,\n  survey\n'),
    ).toEqual({
      kinds: ["Dataset", "Field"],
      codes: [],
    });
  });

  test("a misspelled head keeps its sentences", () => {
    expect(parsed('metric a number of b\n\nstandrd c "C"\n  requires d at least 5\n')).toEqual({
      kinds: ["Metric", "Standard", "Requires"],
      codes: ["TEN1014"],
    });
  });

  test("a head without its word keeps its sentences where they show what it is", () => {
    expect(parsed('metric a number of b\n\npunctual "C"\n  requires d at least 5\n')).toEqual({
      kinds: ["Metric", "Standard", "Requires"],
      codes: ["TEN1021"],
    });
  });

  test("a line that reads like a head is none where its declaration goes on below it", () => {
    const text = 'attestation a "A"\n  vouched by partner\n  evidence document\n  recorded in papers\n';
    const { kinds, codes } = parsed(text);
    expect(codes).toEqual(["TEN1012"]);
    expect(kinds.filter((kind) => kind === "Broken" || kind === "Duty")).toEqual(["Broken"]);
  });

  test("a head without its word whose sentences do not show what it is is lost alone", () => {
    expect(parsed('metric a number of b\n\npunctual "C"\n  because "d"\n  because "e"\n')).toEqual({
      kinds: ["Metric", "BrokenDeclaration", "Broken", "Broken"],
      codes: ["TEN1021"],
    });
  });

  test("a broken head keeps its name and its sentences", () => {
    const { tree } = parse(sourceFile("a.tenet", "dataset calls from 5\n  field wait number\n"));
    expect(tree.declarations).toMatchObject([
      { kind: "BrokenDeclaration", word: "dataset", name: { text: "calls" }, sentences: [{ kind: "Field" }] },
    ]);
  });

  test("a tail whose first word is lost does not break the sentence above", () => {
    expect(parsed('partners from "a" key b\n  from started_on\n  field b text\n')).toEqual({
      kinds: ["Partners", "Active", "Field"],
      codes: ["TEN1016"],
    });
  });

  test("a sentence that is broken off at a wrong place is still one", () => {
    const text =
      'standard a "A"\n  requires b at least\n    95%\n  measured over\n    rolling 90 days  # c\n';
    expect(parsed(text)).toEqual({
      kinds: ["Standard", "Requires", "Measured"],
      codes: ["TEN1011", "TEN1011"],
    });
    expect(diagnosticsOf(text).map(({ fixes }) => fixes[0]?.edits[0]?.text)).toEqual([" ", " "]);
  });

  test("lines before the first declaration are reported once", () => {
    expect(parsed("one\ntwo\nthree\nuses (\n")).toEqual({
      kinds: ["BrokenDeclaration", "Broken", "Broken", "BrokenDeclaration"],
      codes: ["TEN1021", "TEN1010"],
    });
  });
});
