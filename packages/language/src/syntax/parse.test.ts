import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import { declarationsOf, sentencesOf } from "./layout.ts";
import { lex } from "./lexer.ts";
import { mostDiagnostics, parse, parseDeclaration } from "./parse.ts";

const sample = readFileSync(new URL("./every-form.tenet", import.meta.url), "utf8");

/** The only sentence of a declaration, without its spans. */
function sentenceOf(head: string, sentence: string): unknown {
  const { tree, diagnostics } = parse(sourceFile("a.tenet", `${head}\n  ${sentence}\n`));
  expect(diagnostics).toEqual([]);
  return bare(tree.declarations[0]?.sentences);
}

function headOf(head: string): unknown {
  const { tree, diagnostics } = parse(sourceFile("a.tenet", head));
  expect(diagnostics).toEqual([]);
  return bare(tree.declarations[0]);
}

function bare(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (/span$/i.test(key) ? undefined : value)));
}

const name = (text: string) => ({ kind: "Name", text });
const number = (text: string) => ({ kind: "Number", text });
const label = (text: string) => ({ kind: "Text", text });
const inStandard = (sentence: string): unknown => sentenceOf('standard s "S"', sentence);
const inDataset = (sentence: string): unknown =>
  sentenceOf('dataset d from "d.csv" one row per id', sentence);

test("every form of every sentence is read", () => {
  const { diagnostics, tree } = parse(sourceFile("a.tenet", sample));
  expect(diagnostics).toEqual([]);
  expect(new Set(tree.declarations.map(({ kind }) => kind))).toEqual(
    new Set([
      "Agreement",
      "Uses",
      "Partners",
      "Dataset",
      "Calendar",
      "Clock",
      "Metric",
      "Standard",
      "Credit",
      "Bonus",
      "Points",
      "Escalation",
      "Ratchet",
      "Scorecard",
      "Tiers",
      "Exclusion",
      "Amendment",
      "RampUp",
      "Attestation",
      "Duty",
      "Touchpoint",
      "Report",
      "Test",
    ]),
  );
});

describe("heads", () => {
  test("have a name, a label, and what else they say", () => {
    expect(headOf('dataset d "D" from "d.csv" one row per line')).toEqual({
      kind: "Dataset",
      name: name("d"),
      label: label("D"),
      source: label("d.csv"),
      rowPer: name("line"),
      sentences: [],
    });
    expect(headOf('amendment a to s for partner "P"')).toMatchObject({ label: null, standard: name("s") });
    expect(headOf('partners from "p.csv" key id')).toMatchObject({ kind: "Partners", key: name("id") });
    expect(headOf('uses "a\\"b\\\\c\\d"')).toMatchObject({ path: label('a"b\\c\\d') });
  });

  test("may lack the label that is reported later", () => {
    expect(headOf("standard s")).toMatchObject({ kind: "Standard", label: null });
  });

  test("hold the form of a metric", () => {
    expect(headOf("metric m percent of a where b is yes\n  out of a")).toMatchObject({
      form: { kind: "Share", numerator: { where: { kind: "Comparison" } }, denominator: { where: null } },
    });
    expect(headOf("metric m number of different f in a")).toMatchObject({ form: { kind: "Distinct" } });
    expect(headOf("metric m number of different")).toMatchObject({ form: { kind: "Count" } });
    expect(headOf("metric m average of f in a")).toMatchObject({
      form: { kind: "Average", field: name("f") },
    });
    expect(headOf("metric m average of n each calendar half year")).toMatchObject({
      form: { kind: "PeriodMean", metric: name("n"), each: { unit: "half_year" } },
    });
    expect(headOf("metric number number of time")).toMatchObject({
      name: name("number"),
      form: { kind: "Count" },
    });
  });
});

describe("values", () => {
  const firstValue = (text: string): unknown =>
    (inStandard(`warns when m is ${text}`) as { condition: ast.Comparison }[])[0]?.condition.test.values[0];

  test.each([
    ["95.5%", { kind: "Percent", text: "95.5" }],
    ["-1_000.25", number("-1000.25")],
    ["yes", name("yes")],
    ['"a"', label("a")],
    ["1.5 hours", { kind: "Quantity", count: number("1.5"), qualifier: null, unit: "hour" }],
    ["5 business days", { kind: "Quantity", count: number("5"), qualifier: "business", unit: "day" }],
    ["500 EUR", { kind: "Money", amount: number("500"), currency: name("EUR") }],
    ["2026-01-31", { kind: "Date", text: "2026-01-31" }],
    ["2026-01-28 at 17:00", { kind: "Instant", date: "2026-01-28", time: "17:00" }],
    ["08:00", { kind: "Time", text: "08:00" }],
    ["2026-Q1", { kind: "Period", text: "2026-Q1" }],
    ["2.1.0", { kind: "Version", text: "2.1.0" }],
  ])("%s", (text, value) => {
    expect(firstValue(text)).toEqual(value);
  });
});

describe("conditions", () => {
  const conditionOf = (text: string): unknown =>
    (inStandard(`warns when ${text}`) as { condition: unknown }[])[0]?.condition;
  const isOne = (field: string) => ({
    kind: "Comparison",
    left: { kind: "Left", form: "field", name: name(field) },
    test: { kind: "Test", operator: "is", values: [number("1")] },
  });

  test("join by one word only, parentheses leave no trace", () => {
    expect(conditionOf("a is 1 and (b is 1 or not c is 1)")).toEqual({
      kind: "And",
      operands: [isOne("a"), { kind: "Or", operands: [isOne("b"), { kind: "Not", operand: isOne("c") }] }],
    });
    expect(conditionOf("(a is 1)")).toEqual(isOne("a"));
  });

  test.each([
    ["is given", "isGiven", 0],
    ["is not given", "isNotGiven", 0],
    ["is not 1", "isNot", 1],
    ["is one", "is", 1],
    ["is one of 1, 2, 3", "isOneOf", 3],
    ["at least 1", "atLeast", 1],
    ["at most 1", "atMost", 1],
    ["more than 1", "moreThan", 1],
    ["less than 1", "lessThan", 1],
    ["fewer than 1", "fewerThan", 1],
    ["from 1 to 2", "fromTo", 2],
    ['contains "a"', "contains", 1],
    ['matches "a"', "matches", 1],
  ])("a %s", (text, operator, count) => {
    const { test: found } = conditionOf(`a ${text}`) as ast.Comparison;
    expect([found.operator, found.values.length]).toEqual([operator, count]);
  });

  test("know whose field is on the left", () => {
    expect(conditionOf("partner.a is 1")).toMatchObject({ left: { form: "partner", name: name("a") } });
    expect(conditionOf("date of a is 1")).toMatchObject({ left: { form: "dateOf", name: name("a") } });
    expect(conditionOf("date is 1")).toMatchObject({ left: { form: "field", name: name("date") } });
    expect(conditionOf("partner is 1")).toMatchObject({ left: { form: "field", name: name("partner") } });
  });

  test("look things up, with a condition of their own only in parentheses", () => {
    expect(conditionOf("has d with same k in the 7 days after e where a is 1 and b is 1")).toMatchObject({
      kind: "And",
      operands: [
        { kind: "Lookup", within: { length: { unit: "day" }, after: name("e") }, where: isOne("a") },
        isOne("b"),
      ],
    });
    expect(conditionOf("has d with same k where (a is 1 and b is 1)")).toMatchObject({
      kind: "Lookup",
      within: null,
      where: { kind: "And" },
    });
  });
});

describe("sentences", () => {
  test("limits stand alone, in alternatives, or in rows", () => {
    expect(inStandard("requires a at least 5 for each region or b is not 3")).toMatchObject([
      {
        limits: [
          { metric: name("a"), rows: [{ group: name("region"), where: null, otherwise: false, from: null }] },
          { metric: name("b"), rows: [{ test: { operator: "isNot" } }] },
        ],
      },
    ]);
    expect(
      inStandard(
        "requires a\n at least 5 where k is x from 2026-01-01\n from 1 to 2 where k is y\n at least 3 otherwise",
      ),
    ).toMatchObject([
      {
        limits: [
          {
            rows: [
              { test: { operator: "atLeast" }, where: { kind: "Comparison" }, from: { text: "2026-01-01" } },
              { test: { operator: "fromTo" }, where: { kind: "Comparison" }, from: null },
              { test: { operator: "atLeast" }, where: null, otherwise: true },
            ],
          },
        ],
      },
    ]);
  });

  test("a date before the next row is not an instant", () => {
    expect(
      inStandard("requires a\n at least 5 where date of k is 2026-01-01\n at least 3 otherwise"),
    ).toMatchObject([
      { limits: [{ rows: [{ where: { test: { values: [{ kind: "Date" }] } } }, { otherwise: true }] }] },
    ]);
  });

  test("windows, assessments and samples", () => {
    expect(inStandard("measured over rolling 4 calendar quarters when m at least 5")).toMatchObject([
      {
        window: { kind: "Rolling", length: { qualifier: "calendar" } },
        when: { kind: "Comparison" },
        otherwise: false,
      },
    ]);
    expect(inStandard("measured over latest 100 ratings otherwise")).toMatchObject([
      { window: { kind: "LatestRows", dataset: name("ratings") }, when: null, otherwise: true },
    ]);
    expect(inStandard("assessed at the end of each calendar month")).toMatchObject([{ day: null }]);
    expect(inStandard("needs no minimum")).toEqual([{ kind: "Needs", rows: [], otherwise: null }]);
    expect(inStandard("needs at least 30 a where k is x at least 10 otherwise missed")).toMatchObject([
      {
        rows: [
          { counts: name("a"), where: { kind: "Comparison" } },
          { counts: null, where: null },
        ],
      },
    ]);
  });

  test("a number's range is not the column that it comes from", () => {
    expect(inDataset('field a number 2 decimals from 1 to 5 written "1,0" optional from "A"')).toEqual([
      {
        kind: "Field",
        name: name("a"),
        type: {
          kind: "NumberType",
          decimals: number("2"),
          range: { from: number("1"), to: number("5") },
          written: label("1,0"),
        },
        optional: true,
        personal: false,
        columns: [label("A")],
      },
    ]);
    expect(inDataset('field a number from "A", "B"')).toMatchObject([
      { type: { kind: "NumberType", range: null }, columns: [label("A"), label("B")] },
    ]);
  });

  test("tables keep their cells raw", () => {
    expect(
      sentenceOf('test t "T"', 'given d for "P" in 2026\n  | a | b |\n  | "x | \\"y\\"" |  |'),
    ).toMatchObject([
      {
        partner: label("P"),
        period: number("2026"),
        table: [
          {
            cells: [
              { text: "a", quoted: false },
              { text: "b", quoted: false },
            ],
          },
          {
            cells: [
              { text: 'x | "y"', quoted: true },
              { text: "", quoted: false },
            ],
          },
        ],
      },
    ]);
  });

  test("words of the language may be names of fields", () => {
    for (const word of [
      "version",
      "group",
      "plan",
      "unit",
      "date",
      "field",
      "calendar",
      "points",
      "level",
      "missed",
      "no",
      "EUR",
      "true",
    ]) {
      expect(inDataset(`field ${word} text`)).toMatchObject([{ name: name(word) }]);
    }
  });
});

describe("calendars and clocks", () => {
  const inCalendar = (sentence: string): unknown => sentenceOf("calendar c", sentence);
  const inClock = (sentence: string): unknown => sentenceOf("clock c on d by k", sentence);
  const time = (text: string) => ({ kind: "Time", text });

  test("open on one day or on several, close on days and holidays, and cut off", () => {
    expect(inCalendar("open monday to friday 08:00 to 24:00")).toEqual([
      {
        kind: "Open",
        firstDay: name("monday"),
        lastDay: name("friday"),
        from: time("08:00"),
        to: time("24:00"),
      },
    ]);
    expect(inCalendar("open sunday 22:00 to 06:00")).toMatchObject([
      { firstDay: name("sunday"), lastDay: null },
    ]);
    expect(inCalendar('closed holidays "GB-ENG"')).toEqual([
      { kind: "ClosedHolidays", region: label("GB-ENG") },
    ]);
    expect(inCalendar("closed holidays by partner.country")).toEqual([
      { kind: "ClosedHolidaysBy", field: name("country") },
    ]);
    expect(inCalendar("closed on 2026-12-24")).toMatchObject([
      { kind: "ClosedOn", date: { text: "2026-12-24" } },
    ]);
    expect(inCalendar("cut off 13:00")).toEqual([{ kind: "CutOff", time: time("13:00") }]);
  });

  test("start and stop at a field, or with a change", () => {
    expect(headOf('clock c "C" on d')).toMatchObject({ kind: "Clock", on: name("d"), by: null });
    expect(headOf("clock on on on by by_key")).toMatchObject({
      name: name("on"),
      on: name("on"),
      by: name("by_key"),
    });
    expect(inClock("starts at offered_at")).toEqual([
      { kind: "Starts", trigger: { kind: "AtField", field: name("offered_at") } },
    ]);
    expect(inClock("stops when last last becomes done")).toMatchObject([
      { trigger: { kind: "Becomes", field: name("last"), last: true, value: name("done") } },
    ]);
    expect(inClock("stops when last becomes done")).toMatchObject([
      { trigger: { field: name("last"), last: false } },
    ]);
  });

  test("are due at a field, or within rows that go on below", () => {
    expect(inClock("due at promised_at")).toEqual([{ kind: "DueAt", field: name("promised_at") }]);
    expect(inClock("due within 4 hours where a is 1\n    within 3 business days otherwise")).toMatchObject([
      {
        kind: "DueWithin",
        rows: [
          { length: { unit: "hour", qualifier: null }, where: { kind: "Comparison" }, otherwise: false },
          { length: { unit: "day", qualifier: "business" }, where: null, otherwise: true },
        ],
      },
    ]);
  });
});

describe("spans", () => {
  test("hold exactly what they stand for", () => {
    const text = 'standard s "S"\n  requires a at least 5 business days  # x\n    where b is c\n';
    const { tree } = parse(sourceFile("a.tenet", text));
    const [standard] = tree.declarations;
    const requires = standard?.sentences[0] as ast.Requires;
    const row = requires.limits[0]?.rows[0];
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(at(standard?.headSpan ?? tree.span)).toBe('standard s "S"');
    expect(at(standard?.wordSpan ?? tree.span)).toBe("standard");
    expect(at(requires.span)).toBe("requires a at least 5 business days  # x\n    where b is c");
    expect(at(row?.test.span ?? tree.span)).toBe("at least 5 business days");
    expect(at(row?.test.operatorSpan ?? tree.span)).toBe("at least");
    expect(at(row?.where?.span ?? tree.span)).toBe("b is c");
    expect(standard?.span.end).toBe(requires.span.end);
  });
});

describe("limits", () => {
  test("at most a hundred diagnostics, in order; the rest is kept unread", () => {
    const { diagnostics, tree } = parse(
      sourceFile("a.tenet", `standard s "S"\n${"  requires a\n".repeat(150)}`),
    );
    expect(diagnostics).toHaveLength(mostDiagnostics);
    expect(tree.declarations[0]?.sentences).toHaveLength(150);
    expect(diagnostics.map(({ span }) => span.start)).toEqual(
      diagnostics.map(({ span }) => span.start).sort((a, b) => a - b),
    );
  });

  test("a text of as many bytes as allowed is read, one byte more is not", () => {
    const most = 4 * 1024 * 1024;
    const parsed = (text: string): string[] =>
      parse(sourceFile("a", text)).diagnostics.map(({ code }) => code);
    expect(parsed(`# ${"\u00E9".repeat(most / 2 - 1)}`)).toEqual([]);
    expect(parsed(`# ${"\u00E9".repeat(most / 2 - 1)}x`)).toEqual(["TEN1030"]);
    expect(parsed(`# ${"\u{1F6B2}".repeat(most / 4 - 1)}xx`)).toEqual([]);
    expect(parsed(`# ${"\u{1F6B2}".repeat(most / 4 - 1)}xxx`)).toEqual(["TEN1030"]);
  });

  test("64 levels of parentheses and `not` are read, 65 are not", () => {
    const codes = (condition: string): string[] =>
      parse(sourceFile("a", `metric m number of a where ${condition}`)).diagnostics.map(({ code }) => code);
    expect(codes(`${"(".repeat(64)}a is 1${")".repeat(64)}`)).toEqual([]);
    expect(codes(`${"not ".repeat(64)}a is 1`)).toEqual([]);
    expect(codes(`${"not (".repeat(32)}a is 1${")".repeat(32)}`)).toEqual([]);
    expect(codes(`${"not (".repeat(32)}not a is 1${")".repeat(32)}`)).toEqual(["TEN1032"]);
    expect(codes(`${"(a is 1) and ".repeat(100)}a is 1`)).toEqual([]);
  });
});

test("a declaration can be read by itself, and is the same as in its file", () => {
  const file = sourceFile("a.tenet", sample);
  const whole = parse(file).tree.declarations;
  const single = declarationsOf(sentencesOf(lex(sample))).flatMap(
    (owned) => parseDeclaration(file, owned).declarations,
  );
  expect(single).toEqual(whole);
});

test("tokens are made once, when they are asked for", () => {
  const parsed = parse(sourceFile("a.tenet", "# a\nmetric m number of rows_read\n"));
  expect(parsed.tokens).toBe(parsed.tokens);
  expect(parsed.tokens.map(({ type }) => type)).toEqual([
    ...["Comment", "LineBreak", "Keyword", "Name", "Keyword", "Keyword", "Name", "LineBreak"],
  ]);
});
