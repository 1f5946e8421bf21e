import { expect, test } from "vitest";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { type ParsedFile, parse } from "../syntax/parse.ts";
import { type Checkable, check } from "./check.ts";
import type { Model } from "./model.ts";

const COURIER = `agreement courier "Courier standards" # agreed in May
  version 2.1.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR
  rounding 1 decimal half_up

partners from "partners.csv" key partner_id
  active from started_on until ended_on
  field partner_id text
  field country text
  field started_on date
  field ended_on date optional

dataset parcels "Parcels" from "parcels.csv" one row per parcel_id
  partner carrier_id
  dated promised_at then parcel_no
  missing is "NA"
  field parcel_id text
  field parcel_no number 0 decimals
  field carrier_id text
  field promised_at timestamp
  field delivered_at timestamp optional from "Delivered At"
  field on_day date from "Y", "M"
  field wait duration in minutes
  field fee money EUR
  field paid yes_no
  field outcome one of delivered, failed written "FAIL-1"
  field a number 2 decimals optional
  field b number 1 decimal personal
  field score total of a, b
  field late days from promised_at to delivered_at

metric on_time "On time" percent of parcels where delivered_at at most promised_at
    out of parcels where delivered_at is given
  higher is better
  final 2 weeks after the period
metric lost number of parcels where outcome is failed and wait more than 30 seconds
metric wait_average average of wait in parcels

exclusion strike
  removes parcels where date of promised_at from 2026-02-01 to 2026-02-03

standard punctual "Parcels arrive when promised"
  applies to partners where country is "NL"
  applies when lost at least 1
  requires on_time
    at least 90.5% where partner.country is "BE"
    at least 80% otherwise
    at least 95% from 2026-07-01
  requires wait_average at most 2 hours or lost fewer than 3
  tolerates fewer than 3 lost for on_time
  warns when (on_time less than 97%)
  measured each calendar month
  needs at least 30 parcels otherwise not_enough_data
  excluding strike

amendment peak to punctual for partner "ACME"
  effective from 2026-11-01 until 2026-12-31
  changes limit of on_time to from 80% to 100%
  because "Peak"

test one "One late"
  as of 2026-03-01 at 12:00
  given parcels for "P1" in 2026-01
  | rows | wait     | outcome | fee      | paid | a   | promised_at         |
  | 95   | 90 seconds | failed  | 4.50 EUR | yes  |     | 2026-01-02 at 10:00 |
  expect on_time for "P1" in 2026-01 is 95%
  expect punctual for "P1" in 2026-01 is not missed
`;

const options = { instant: (zone: string, date: string, time: string) => `${zone} ${date} ${time}` };

function filesOf(...texts: readonly (readonly [path: string, text: string])[]): Checkable {
  const files = texts.map(([path, text]) => parse(sourceFile(path, text)));
  return { root: files[0] as ParsedFile, files };
}

function modelOf(text: string): Model {
  const { value, diagnostics } = check(filesOf(["agreements/courier.tenet", text]), options);
  expect(diagnostics).toEqual([]);
  return value as Model;
}

const ratio = (numerator: string, denominator: string) => ({
  kind: "number",
  value: { numerator, denominator },
});

test("the agreement has every default filled in", () => {
  expect(modelOf(COURIER).agreement).toEqual({
    name: "courier",
    label: "Courier standards",
    version: "2.1.0",
    supersedes: null,
    effective: { from: "2026-01-01", until: "2026-12-31" },
    owner: null,
    timeZone: "Europe/Amsterdam",
    businessDays: null,
    currency: "EUR",
    yearStarts: { month: 1, day: 1 },
    rounding: 1,
    because: null,
    origin: { file: "courier.tenet", line: 1, text: 'agreement courier "Courier standards"' },
  });
});

test("datasets and partners are plans: columns, spellings, computed fields", () => {
  const { partners, datasets } = modelOf(COURIER);
  expect(partners).toMatchObject({ key: "partner_id", active: { from: "started_on", until: "ended_on" } });
  const [parcels] = datasets;
  expect(parcels).toMatchObject({
    label: "Parcels",
    key: "parcel_id",
    partner: { kind: "field", field: "carrier_id" },
    dated: { kind: "field", field: "promised_at", then: "parcel_no" },
    missing: ["NA"],
    duplicatesOnce: false,
    valid: null,
    keepsLatest: null,
  });
  const field = (name: string) => parcels?.fields.find((one) => one.name === name);
  expect(field("delivered_at")).toMatchObject({
    optional: true,
    columns: ["Delivered At"],
    type: { written: null },
  });
  expect(field("on_day")?.columns).toEqual(["Y", "M"]);
  expect(field("fee")?.type).toEqual({ kind: "money", currency: "EUR", decimals: 2 });
  expect(field("paid")?.type).toEqual({ kind: "yes_no", yes: ["yes", "true"], no: ["no", "false"] });
  expect(field("outcome")?.type).toEqual({
    kind: "one_of",
    members: [
      { name: "delivered", written: "delivered" },
      { name: "failed", written: "FAIL-1" },
    ],
  });
  expect(field("score")).toMatchObject({
    type: { kind: "total", of: ["a", "b"], decimals: 2 },
    optional: true,
    personal: true,
    columns: [],
  });
  expect(field("late")).toMatchObject({ optional: true, personal: false, columns: [] });
});

test("literals are exact, in the left side's unit; a timestamp is read by its civil date where asked", () => {
  const { metrics, exclusions } = modelOf(COURIER);
  expect(metrics.map(({ name, unit }) => [name, unit])).toEqual([
    ["on_time", { kind: "percent" }],
    ["lost", { kind: "count" }],
    ["wait_average", { kind: "duration", unit: "minute" }],
  ]);
  expect(metrics[0]).toMatchObject({
    better: "higher",
    final: { count: 2, unit: "week" },
    countsAtMost: null,
  });
  expect(metrics[1]?.form).toMatchObject({
    population: {
      where: {
        kind: "and",
        of: [
          { operator: "is", right: [{ kind: "member", name: "failed" }] },
          { operator: "more_than", right: [ratio("1", "2")] },
        ],
      },
    },
  });
  expect(exclusions[0]?.removes.where).toEqual({
    kind: "compare",
    left: { kind: "date_of", name: "promised_at" },
    operator: "between",
    right: [
      { kind: "date", date: "2026-02-01" },
      { kind: "date", date: "2026-02-03" },
    ],
  });
});

test("limits know their words, their rows in the order of trial, and where they are written", () => {
  const [punctual] = modelOf(COURIER).standards;
  const [first, second] = punctual?.requires ?? [];
  expect(
    first?.alternatives[0]?.rows.map(({ comparison, from, origin }) => [comparison.text, from, origin.line]),
  ).toEqual([
    ["90.5%", null, 48],
    ["95%", "2026-07-01", 50],
    ["80%", null, 49],
  ]);
  expect(first?.alternatives[0]?.rows[0]?.comparison).toEqual({
    operator: "at_least",
    values: [ratio("905", "1000")],
    words: "at least",
    text: "90.5%",
  });
  expect(first?.alternatives[0]?.tolerates).toMatchObject({ metric: "lost", fewerThan: 3 });
  expect(
    second?.alternatives.map(({ metric, rows }) => [metric, rows[0]?.comparison, rows[0]?.origin.text]),
  ).toEqual([
    [
      "wait_average",
      { operator: "at_most", values: [ratio("120", "1")], words: "at most", text: "2 hours" },
      "wait_average at most 2 hours",
    ],
    [
      "lost",
      { operator: "less_than", values: [ratio("3", "1")], words: "fewer than", text: "3" },
      "lost fewer than 3",
    ],
  ]);
});

test("a standard is whole: scope, gates, warnings, window, needs", () => {
  const [punctual] = modelOf(COURIER).standards;
  expect(punctual).toMatchObject({
    party: "partner",
    scope: [{ left: { kind: "partner", name: "country" }, right: [{ kind: "text", text: "NL" }] }],
    gates: [{ left: { kind: "metric", name: "lost" }, operator: "at_least" }],
    warnings: [{ text: "on_time less than 97%" }],
    measured: [{ window: { kind: "calendar", span: "month" }, when: null }],
    assessed: null,
    needs: { counts: { kind: "dataset", name: "parcels" }, rows: [{ atLeast: 30, where: null }] },
    excluding: ["strike"],
    missingData: null,
  });
});

test("amendments and tests are exact too", () => {
  const { amendments, tests } = modelOf(COURIER);
  expect(amendments[0]).toMatchObject({
    standard: "punctual",
    partner: "ACME",
    metric: "on_time",
    from: "2026-11-01",
    until: "2026-12-31",
    comparison: { operator: "between", words: "from", text: "80% to 100%" },
  });
  expect(tests[0]).toMatchObject({
    asOf: "Europe/Amsterdam 2026-03-01 12:00",
    given: [
      {
        dataset: "parcels",
        source: null,
        partner: "P1",
        period: "2026-01",
        columns: ["wait", "outcome", "fee", "paid", "a", "promised_at"],
        rows: [
          { repeat: 95, cells: ["1.5", "FAIL-1", "4.50", "yes", null, "2026-01-02T10:00:00"], line: 67 },
        ],
        origin: { text: 'given parcels for "P1" in 2026-01' },
      },
    ],
    expects: [
      {
        kind: "metric",
        negated: false,
        value: { kind: "ratio", numerator: "95", denominator: "100", text: "95%" },
      },
      { kind: "verdict", negated: true, value: { kind: "verdict", verdict: "missed" } },
    ],
  });
});

test("rows of one condition are tried where the first of them that has begun stands", () => {
  const rows = (text: string): readonly unknown[] => {
    const limit = `  requires on_time\n${text}`;
    const [head = "", rest = ""] = COURIER.split(/ {2}requires on_time\n(?: {4}.*\n)+/);
    const [standard] = modelOf(head + limit + rest).standards;
    return standard?.requires[0]?.alternatives[0]?.rows.map(({ comparison }) => comparison.text) ?? [];
  };
  const here = 'where partner.country is "NL"';
  const there = 'where partner.country is not "NL"';
  expect(
    rows(
      `    at least 1% ${here}\n    at least 2% ${there}\n    at least 3% ${here} from 2026-03-01\n    at least 4% otherwise\n`,
    ),
  ).toEqual(["3%", "1%", "2%", "4%"]);
  expect(
    rows(
      `    at least 1% ${here} from 2026-03-01\n    at least 2% ${there}\n    at least 3% ${here}\n    at least 4% otherwise\n`,
    ),
  ).toEqual(["1%", "2%", "3%", "4%"]);
});

test("files are named as seen from the agreement's folder", () => {
  const library = 'dataset calls from "calls.csv" one row per line\n  dated day\n  field day date\n';
  const { value } = check(
    filesOf(
      ["a/b/root.tenet", COURIER],
      ["a/shared/lib.tenet", library],
      ["a/b/parts/more.tenet", library.replace("calls", "mails")],
    ),
    options,
  );
  expect(value?.datasets.map(({ origin }) => origin.file)).toEqual([
    "root.tenet",
    "../shared/lib.tenet",
    "parts/more.tenet",
  ]);
});

test("a library has no model, and leaves unknown names to those who use it", () => {
  const loaded = filesOf([
    "lib.tenet",
    'metric m number of calls\n\nstandard s "S"\n  requires m at least 1\n  measured each calendar day\n  needs at least 1 calls otherwise met\n',
  ]);
  expect(check(loaded, options)).toEqual({ value: null, diagnostics: [] });
});

test("an unknown name is reported once, with the other places where it is read", () => {
  const text = COURIER.replaceAll("number of parcels", "number of parcles").replace(
    "in parcels\n",
    "in parcles\n",
  );
  const { diagnostics } = check(filesOf(["a.tenet", text]), options);
  expect(
    diagnostics.map(({ message, related }) => [
      message,
      related.map(({ span }) => text.slice(span.start, span.end)),
    ]),
  ).toEqual([["there is no dataset or clock `parcles`; did you mean `parcels`?", ["parcles"]]]);
});

test("names that may be declared in a file that could not be read are not reported", () => {
  const text = COURIER.replace(
    "wait_average average of wait in parcels",
    "wait_average average of wait in elsewhere",
  );
  const loaded = filesOf(["a.tenet", text]);
  expect(check(loaded, options).diagnostics.map(({ code }) => code)).toEqual(["TEN2001"]);
  expect(check({ ...loaded, incomplete: true }, options).diagnostics).toEqual([]);
});

test("no more than 100 diagnostics are given of a file", () => {
  const metrics = Array.from(
    { length: 150 },
    (_, index) => `metric m${index} number of parcels where n${index} is 1\n`,
  );
  const { value, diagnostics } = check(filesOf(["a.tenet", COURIER + metrics.join("")]), options);
  expect([value, diagnostics.length]).toEqual([null, 100]);
});

function words(file: SourceFile): readonly RegExpExecArray[] {
  return [...file.text.matchAll(/"[^"\n]*"|[\w.%:-]+|\S/g)];
}

/** One slip: a word left out, or written wrongly. */
test.each([
  ["left out", ""],
  ["misspelt", "zzq"],
  ["a number", "5"],
  ["a text", '"t"'],
])("a word that is %s is reported by one phase, once, and never throws", (_, instead) => {
  const file = sourceFile("a.tenet", COURIER);
  for (const word of words(file)) {
    const start = word.index;
    const text = COURIER.slice(0, start) + instead + COURIER.slice(start + word[0].length);
    const loaded = filesOf(["a.tenet", text]);
    const { value, diagnostics } = check(loaded, options);
    const syntax = loaded.root.diagnostics;
    const found = diagnostics.filter(({ severity }) => severity === "error");
    const others = found.slice(1).filter(({ message }) => !message.includes(word[0]));
    const where = `${word[0]} at ${start}`;
    expect([where, value === null]).toEqual([where, syntax.length + found.length > 0]);
    expect([where, ...(syntax.length > 0 ? found : others).map(({ message }) => message)]).toEqual([where]);
  }
});
