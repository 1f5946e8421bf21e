import { expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "./parse.ts";

/** The first declaration of a text, without spans. */
function declarationOf(text: string): { readonly sentences: readonly unknown[] } {
  const { tree, diagnostics } = parse(sourceFile("a.tenet", text));
  expect(diagnostics).toEqual([]);
  const declaration = tree.declarations[0];
  return JSON.parse(JSON.stringify(declaration, (key, value) => (/span$/i.test(key) ? undefined : value)));
}

const sentence = (head: string, text: string): unknown => declarationOf(`${head}\n  ${text}\n`).sentences[0];
const name = (text: string) => ({ kind: "Name", text });
const number = (text: string) => ({ kind: "Number", text });
const percent = (text: string) => ({ kind: "Percent", text });
const euros = (text: string) => ({ kind: "Money", amount: number(text), currency: name("EUR") });
const month = { kind: "EachSpan", unit: "month" };
const length = (count: string, unit: string, qualifier: string | null = null) => ({
  kind: "Quantity",
  count: number(count),
  qualifier,
  unit,
});

test.each([
  ['credit a "A" on b', { kind: "Credit", label: { text: "A" }, on: name("b") }],
  ["credit on", { kind: "Credit", name: name("on"), label: null, on: null }],
  ["bonus a on b", { kind: "Bonus", on: name("b") }],
  ["points points on points", { kind: "Points", name: name("points"), on: name("points") }],
  ["escalation a", { kind: "Escalation", on: null }],
  ["ratchet a on b", { kind: "Ratchet", on: name("b") }],
  ["scorecard a", { kind: "Scorecard" }],
  ["tiers a", { kind: "Tiers" }],
  ['ramp_up a "A" for partners where b is 1', { kind: "RampUp", where: { kind: "Comparison" } }],
  ["ramp_up a", { kind: "RampUp", where: null }],
  ['attestation a "A"', { kind: "Attestation" }],
  ["duty a by brand", { kind: "Duty", by: "brand" }],
  ["touchpoint a", { kind: "Touchpoint" }],
  ['report a "A" for partner', { kind: "Report", edition: "partner" }],
])("head `%s`", (text, expected) => {
  expect(declarationOf(text)).toMatchObject({ ...expected, sentences: [] });
});

test.each([
  [
    "puts 8% of fee at risk each calendar month",
    {
      kind: "PutsAtRisk",
      amount: { kind: "PercentOf", percent: percent("8"), of: name("fee") },
      each: month,
    },
  ],
  [
    "puts 5 EUR at risk each partner year from since",
    {
      kind: "PutsAtRisk",
      amount: euros("5"),
      each: { kind: "EachPartnerYear", from: name("since") },
    },
  ],
  ["weight 60% to s when missed", { kind: "MissWeight", percent: percent("60"), name: name("s") }],
  ["forgives 2 misses each calendar month", { kind: "Forgives", misses: number("2"), each: month }],
  ["earns back when met", { kind: "EarnsBack", event: { kind: "Event", what: "met", count: null } }],
  ["pays for rows of d", { kind: "PaysForRows", dataset: name("d") }],
  ["unless s is excused", { kind: "Unless", name: name("s"), verdict: name("excused") }],
  ["ignores amounts of at most 5 EUR", { kind: "IgnoresAmounts", amount: euros("5") }],
  ["excluding a, b", { kind: "Excluding", names: [name("a"), name("b")] }],
  ["additional to b", { kind: "AdditionalTo", credit: name("b") }],
  ["gives 1 EUR", { kind: "Gives", amount: euros("1"), times: null, when: null }],
  [
    "gives 1 EUR for each percentage point below the limit",
    {
      kind: "Gives",
      amount: euros("1"),
      times: { kind: "PointsBelowLimit" },
      when: null,
    },
  ],
  ["capped at 9 EUR each calendar month", { kind: "Capped", amount: euros("9"), each: month }],
  ["capped at 98%", { kind: "Capped", amount: percent("98"), each: null }],
])("in a credit `%s`", (text, expected) => {
  expect(sentence("credit c", text)).toEqual(expected);
});

test("started units come before the condition", () => {
  expect(
    sentence("credit c", "gives 1 EUR for each started hour of wait in calls when a is 1"),
  ).toMatchObject({
    times: { kind: "StartedUnits", unit: "hour", field: name("wait"), dataset: name("calls") },
    when: { kind: "Comparison" },
  });
});

test("points have bands of one comparison", () => {
  expect(sentence("points p on s", "gives 1.5 points when m from 90% to 95%")).toMatchObject({
    kind: "GivesPoints",
    points: number("1.5"),
    when: { metric: name("m"), test: { operator: "fromTo" } },
  });
  expect(sentence("points p on s", "gives 5 points otherwise")).toMatchObject({ when: null });
  expect(sentence("points p on s", "doubled when missed 2 times in rolling 3 calendar months")).toEqual({
    kind: "Doubled",
    event: {
      kind: "Event",
      what: "missed",
      count: { kind: "TimesIn", times: number("2"), length: length("3", "month", "calendar") },
    },
  });
});

test("steps begin with an event or with comparisons, and have times in either order", () => {
  const step = (text: string): unknown => sentence("escalation e", `step a ${text}`);
  expect(step('"A" when met 6 months in a row')).toEqual({
    kind: "Step",
    name: name("a"),
    label: { kind: "Text", text: "A" },
    when: { kind: "Event", what: "met", count: { kind: "InARow", length: number("6"), unit: "month" } },
    cure: null,
    notice: null,
  });
  expect(step("when missed is missed and b is not cured and b is cured")).toMatchObject({
    when: {
      kind: "StepConditions",
      of: [
        { name: name("missed"), negated: false, value: name("missed") },
        { name: name("b"), negated: true, value: name("cured") },
        { name: name("b"), negated: false, value: name("cured") },
      ],
    },
  });
  const both = { cure: length("4", "day"), notice: length("2", "day", "business") };
  expect(step("when missed cure within 4 days notice within 2 business days")).toMatchObject(both);
  expect(step("when missed notice within 2 business days cure within 4 days")).toMatchObject(both);
  expect(step("when exceeded notice within 2 business days")).toMatchObject({ ...both, cure: null });
});

test.each([
  ["ratchet r on s", "when exceeded 4 weeks in a row", { kind: "RatchetWhen", event: { what: "exceeded" } }],
  ["ratchet r on s", "raises limit to halfway between limit and average", { kind: "RaisesLimit" }],
  [
    "scorecard s",
    "weight 40% to m scaled from 2 days to 90 minutes",
    {
      kind: "ScoreWeight",
      from: length("2", "day"),
      to: length("90", "minute"),
    },
  ],
  ["tiers t", 'level gold "Gold" when s is met or m at least 5', { kind: "Level", when: { kind: "Or" } }],
  ["tiers t", "level bronze otherwise", { kind: "Level", label: null, when: null }],
  ["ramp_up r", "lasts 6 months since opened_on", { kind: "Lasts", since: name("opened_on") }],
  ["ramp_up r", "until 30 visits since opened_on", { kind: "UntilRows", of: name("visits") }],
  ["ramp_up r", "suspends escalation, b", { kind: "Suspends", names: [name("escalation"), name("b")] }],
  ["attestation a", "given by partner", { kind: "GivenBy", party: "partner" }],
  ["attestation a", "evidence document", { kind: "EvidenceKind", word: name("document") }],
  ["attestation a", "recorded in papers where a is 1", { kind: "Recorded" }],
  ["attestation a", "valid 24 months", { kind: "ValidFor", length: length("24", "month") }],
  ["attestation a", "valid until good_until", { kind: "ValidUntil", field: name("good_until") }],
  ["attestation a", "due within 14 days of opened_on", { due: { kind: "DueOf", field: name("opened_on") } }],
  ["attestation a", "due on 2026-06-30 at 12:00", { due: { kind: "DueOn", at: { kind: "Instant" } } }],
  ["duty d by partner", "due on 2026-06-30", { due: { kind: "DueOn", at: { kind: "Date" } } }],
  ["duty d by partner", "due within 2 hours after each calendar day", { due: { kind: "DueAfter" } }],
  [
    "duty d by partner",
    "due on business day 8 after each calendar month",
    {
      due: { kind: "DueOnDay", business: true, day: number("8"), each: month },
    },
  ],
  ["duty d by partner", "due on day 8 after each calendar month", { due: { business: false } }],
  ["duty d by partner", 'delivers "a list"', { kind: "Delivers" }],
  ["duty d by partner", "when s is met", { kind: "DutyWhen" }],
  ["duty d by partner", "if missed s counts as missed", { kind: "IfMissed", verdict: name("missed") }],
  ["touchpoint t", "stage delivery", { kind: "Stage", word: name("delivery") }],
  ["touchpoint t", "channel shop", { kind: "Channel", word: name("shop") }],
  ["touchpoint t", "run by partners where a is 1", { kind: "RunBy", where: { kind: "Comparison" } }],
  ["report r for brand", "shows standards, credits", { kind: "Shows" }],
  ["report r for brand", "compares with peers when at least 5 peers", { atLeast: number("5") }],
  ["report r for brand", "hides groups under 10 rows", { kind: "HidesGroups", under: number("10") }],
  ["report r for brand", "hides personal fields", { kind: "HidesPersonal" }],
  ['standard s "S"', "covers a, b", { kind: "Covers", names: [name("a"), name("b")] }],
  ['standard s "S"', "binds brand", { kind: "BindsBrand" }],
  [
    'standard s "S"',
    "judged with 95% confidence otherwise pending",
    {
      kind: "JudgedWith",
      percent: percent("95"),
      otherwise: name("pending"),
    },
  ],
])("%s: `%s`", (head, text, expected) => {
  expect(sentence(head, text)).toMatchObject(expected);
});

test("limits against peers are not mistaken for names, nor look-ups for the next row", () => {
  const tests = (text: string): unknown[] => {
    const requires = sentence('standard s "S"', `requires m ${text}`) as {
      readonly limits: readonly { readonly rows: readonly { readonly test: unknown }[] }[];
    };
    return requires.limits.flatMap(({ rows }) => rows.map((row) => row.test));
  };
  expect(tests("at least peer average by region")).toEqual([
    { kind: "PeerAverage", direction: "atLeast", by: name("region") },
  ]);
  expect(tests("at least peer")).toMatchObject([{ kind: "Test", values: [name("peer")] }]);
  expect(tests("in best 12.5% of peers")).toEqual([{ kind: "InBest", percent: percent("12.5"), by: null }]);
  expect(
    tests("at most 5 where has d with same k\n    in best 5% of peers where a is 1\n    at most 3 otherwise"),
  ).toMatchObject([{ kind: "Test" }, { kind: "InBest" }, { kind: "Test" }]);
});

test("the words of a broken sentence are said, and cost that sentence", () => {
  const { tree, diagnostics } = parse(
    sourceFile(
      "a.tenet",
      "credit c on s\n  gives 5 EUR for eech percentage point below the limit\n  gives 1 EUR\n",
    ),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "`eech` is not understood here; did you mean `each`?",
  ]);
  expect(tree.declarations[0]?.sentences.map(({ kind }) => kind)).toEqual(["Gives", "Gives"]);
});
