import type { Ratio } from "@tenet-lang/evaluator";
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

function modelOf(rest: string): Model {
  const { value, diagnostics } = checked(`${AGREEMENT}${rest}`);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (value === null) throw new Error("no model");
  return value;
}

/** Errors and warnings as `line code`, the lines counted from the end of the shared text. */
function codes(rest: string, agreement = AGREEMENT): readonly string[] {
  const first = agreement.split("\n").length;
  return checked(`${agreement}${rest}`)
    .diagnostics.filter(({ severity }) => severity !== "hint")
    .map(({ code, span, file }) => `${positionAt(file, span.start).line - first + 1} ${code}`);
}

const ratio = (numerator: string, denominator = "1"): Ratio => ({ numerator, denominator });

const AGREEMENT = `agreement linen "Laundry for hotels"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Zurich"
  currency EUR
  business days of office

partners from "hotels.csv" key hotel_id
  field hotel_id text
  field category one of spa, town
  field monthly_fee money EUR
  field deposit money CHF

calendar office
  open monday to friday 08:00 to 17:00

dataset deliveries from "deliveries.csv" one row per line
  partner hotel_id
  dated arrived_at
  field hotel_id text
  field arrived_at timestamp
  field due_at timestamp
  field late_by duration in minutes optional
  field price money EUR
  field pieces number 0 decimals
  field prompt yes_no

clock transit on deliveries
  starts at due_at
  stops at arrived_at
  counts time in office
  dated started_at
  due within 8 hours

dataset letters from "letters.csv" one row per line
  field letter_no text

dataset survey from "survey.csv" one row per line
  dated asked_on
  field asked_on date

metric before_noon percent of deliveries where late_by is given and late_by at most 0 minutes
    out of deliveries where late_by is given
  higher is better
metric pieces_sent sum of pieces in deliveries
metric turnover sum of price in deliveries
metric drives number of deliveries
metric asked number of survey
metric in_time percent of transit where verdict is met out of transit

standard on_time "Linen is there"
  requires before_noon at least 95%
  measured each calendar month
  needs no minimum

standard fast "Vans are fast"
  requires in_time at least 90%
  measured each calendar month
  needs no minimum

standard weekly "Every week"
  requires pieces_sent at least 100
  measured each calendar week
  needs no minimum

standard both "Two limits"
  requires before_noon at least 95%
  requires drives at most 500
  measured each calendar quarter
  needs no minimum

standard grouped "By the groups"
  requires before_noon at least 90% for each prompt
  measured each calendar month
  needs no minimum

standard steady "Over the quarter"
  requires before_noon at least 90%
  measured over rolling 3 months
  assessed at the end of each calendar month
  needs no minimum

standard heard "Guests are asked"
  requires asked at least 10
  measured each calendar month
  needs no minimum

standard announced "Feasts are announced"
  requires drives at least 1
  binds brand
  measured each calendar month
  needs no minimum

exclusion small
  removes deliveries where pieces less than 5
exclusion no_answer
  removes survey

`;

test("the shared text is right by itself", () => {
  expect(codes("")).toEqual([]);
});

test("amounts are money, or a part of the first base that there is", () => {
  const [credit] = modelOf(`credit a
  pays for rows of deliveries
  gives 2.50 EUR
  gives 10% of price
  gives 1% of monthly_fee
  gives 0.5% of turnover
`).credits;
  expect(credit?.gives.map(({ amount }) => amount)).toEqual([
    { kind: "money", value: ratio("250", "100") },
    { kind: "percent", percent: ratio("10", "100"), of: { kind: "row", field: "price" } },
    { kind: "percent", percent: ratio("1", "100"), of: { kind: "partner", field: "monthly_fee" } },
    { kind: "percent", percent: ratio("5", "1000"), of: { kind: "metric", name: "turnover" } },
  ]);
  expect(credit).toMatchObject({ currency: "EUR", decimals: 2, rows: "deliveries", span: "month" });
  expect(codes("credit a on on_time\n  gives 10% of price\n")).toEqual(["2 TEN2852"]);
  expect(codes("credit a on on_time\n  gives 10% of drives\n")).toEqual(["2 TEN2852"]);
  expect(codes("credit a on on_time\n  gives 1.505 EUR\n")).toEqual(["2 TEN2215"]);
  expect(codes("credit a on on_time\n  gives 5% of deposit\n  gives 1 EUR\n")).toEqual(["3 TEN2854"]);
  expect(codes("credit a on on_time\n  gives 0 EUR\n")).toEqual([]);
  expect(codes("credit a on on_time\n  gives -1 EUR\n")).toEqual(["2 TEN2853"]);
});

test("money in a consequence asks for a currency", () => {
  const text = AGREEMENT.replace("  currency EUR\n", "").replaceAll(/ {2}field \w+ money \w+\n/g, "");
  const plain = text.replace("metric turnover sum of price in deliveries\n", "");
  expect(codes("", plain)).toEqual([]);
  expect(codes("credit a on on_time\n  gives 1 EUR\n", plain).map((one) => one.split(" ")[1])).toEqual([
    "TEN2103",
  ]);
});

test.each([
  ["puts 1 EUR at risk each calendar month\n  weight 100% to on_time when missed", "month"],
  ["puts 1 EUR at risk each calendar quarter\n  weight 100% to on_time when missed", "quarter"],
  ["gives 1 EUR when on_time is missed", "month"],
  ["gives 1 EUR when on_time is missed\n  capped at 9 EUR each calendar year", "month"],
  ["gives 1 EUR when on_time is missed\n  capped at 9 EUR each calendar day", "day"],
  ["gives 1 EUR when on_time is missed\n  capped at 9 EUR each calendar week", "week"],
])("without `on`, the period of `%s`", (sentences, span) => {
  expect(modelOf(`credit a\n  ${sentences}\n`).credits[0]?.span).toBe(span);
});

test("with `on` the period is the standard's span", () => {
  expect(modelOf("credit a on weekly\n  gives 1 EUR\n").credits[0]?.span).toBe("week");
  expect(modelOf("credit a on steady\n  gives 1 EUR\n").credits[0]?.span).toBe("month");
});

test("all spans are made of whole periods", () => {
  const months = "puts 1 EUR at risk each calendar month\n  weight 100% to on_time when missed";
  expect(codes(`credit a\n  ${months}\n  capped at 9 EUR each calendar week\n`)).toEqual(["2 TEN2855"]);
  expect(codes(`credit a\n  ${months}\n  capped at 9 EUR each calendar day\n`)).toEqual([]);
  const weeks = "capped at 9 EUR each calendar week\n  capped at 20 EUR each calendar year";
  expect(codes(`credit a on on_time\n  gives 1 EUR\n  ${weeks}\n`)).toEqual(["4 TEN2855"]);
  const text = AGREEMENT.replace("  business", "  year starts on 6 april\n  business");
  expect(codes("credit a on on_time\n  gives 1 EUR\n  capped at 9 EUR each calendar year\n", text)).toEqual(
    [],
  );
  expect(
    modelOf("credit a on on_time\n  gives 1 EUR\n  capped at 9 EUR each calendar year\n").credits,
  ).toHaveLength(1);
});

test("weights are above 0, once for each name, and together at most 100% without a cap", () => {
  const pool = (...weights: string[]): string =>
    `credit a\n  puts 1 EUR at risk each calendar month\n${weights.map((one) => `  weight ${one} when missed\n`).join("")}`;
  expect(codes(pool("60% to on_time", "40% to weekly"))).toEqual([]);
  expect(codes(pool("60% to on_time", "40.01% to weekly"))).toEqual(["4 TEN2856"]);
  expect(codes(`${pool("60% to on_time", "41% to weekly")}  capped at 9 EUR each calendar month\n`)).toEqual(
    [],
  );
  expect(codes(pool("60% to on_time", "10% to on_time"))).toEqual(["4 TEN2856"]);
  expect(codes(pool("0% to on_time"))).toEqual(["3 TEN2856"]);
  expect(codes(pool("100% to drives"))).toEqual(["3 TEN2002"]);
});

test("a pool has weights, weights have a pool, and something is given", () => {
  expect(codes("credit a\n  puts 1 EUR at risk each calendar month\n")).toEqual(["1 TEN2101"]);
  expect(codes("credit a\n  weight 10% to on_time when missed\n")).toEqual(["1 TEN2101"]);
  expect(codes('bonus a\n  because "Thanks"\n')).toEqual(["1 TEN2101"]);
  expect(codes("credit a\n  gives 1 EUR\n")).toEqual(["2 TEN2857"]);
  expect(codes("credit a on on_time\n  gives 1 EUR\n")).toEqual([]);
  expect(codes("credit a on on_time\n  gives 1 EUR\n  forgives 1 misses each calendar year\n")).toEqual([]);
  const paid = "credit a on on_time\n  pays for rows of deliveries\n  gives 1 EUR\n";
  expect(codes(`${paid}  forgives 1 misses each calendar year\n`)).toEqual(["4 TEN2858"]);
  expect(codes("credit a on on_time\n  gives 1 EUR\n  forgives 0 misses each calendar year\n")).toEqual([
    "3 TEN2213",
  ]);
  expect(codes("credit a on on_time\n  gives 1 EUR\n  capped at 9%\n")).toEqual(["3 TEN2864"]);
  expect(codes('credit a on on_time\n  gives 1 EUR\n  gives 2 EUR\n  because "A"\n')).toEqual([]);
});

test("conditions on rows keep fields and verdicts apart", () => {
  const [bonus] = modelOf(`bonus a
  pays for rows of deliveries
  gives 1 EUR when pieces at least 9 and on_time is one of met, excused and price more than 5 EUR
  gives 2 EUR when weekly is not missed
`).bonuses;
  expect(bonus?.gives).toMatchObject([
    {
      where: { kind: "and", of: [{ left: { name: "pieces" } }, { left: { name: "price" } }] },
      verdicts: [{ name: "on_time", operator: "is_one_of", verdicts: ["met", "excused"] }],
      when: null,
    },
    { where: null, verdicts: [{ name: "weekly", operator: "is_not", verdicts: ["missed"] }] },
  ]);
  const when = (condition: string): readonly string[] =>
    codes(`bonus a\n  pays for rows of deliveries\n  gives 1 EUR when ${condition}\n`);
  expect(when("pieces at least 9 or on_time is met")).toEqual(["3 TEN2861"]);
  expect(when("pieces at least 9 and not on_time is met")).toEqual(["3 TEN2861"]);
  expect(when("on_time at least met")).toEqual(["3 TEN2206"]);
  expect(when("on_time is mett")).toEqual(["3 TEN2214"]);
  expect(when("before_noon at least 95%")).toEqual(["3 TEN2005"]);
});

test("a field of the row hides the standard of its name", () => {
  const text = AGREEMENT.replace(
    "  field prompt yes_no\n",
    "  field prompt yes_no\n  field on_time yes_no\n",
  );
  expect(codes("bonus a\n  pays for rows of deliveries\n  gives 1 EUR when on_time is yes\n", text)).toEqual(
    [],
  );
});

test("without rows, conditions read metrics, verdicts and partners", () => {
  const [credit] = modelOf(
    "credit a\n  gives 1 EUR when on_time is missed and partner.category is spa and drives more than 3\n",
  ).credits;
  expect(credit?.gives[0]).toMatchObject({
    when: {
      kind: "and",
      of: [
        { left: { kind: "verdict", name: "on_time" }, right: [{ kind: "verdict", verdict: "missed" }] },
        { left: { kind: "partner", name: "category" } },
        { left: { kind: "metric", name: "drives" } },
      ],
    },
    metrics: ["drives"],
    where: null,
    verdicts: [],
  });
  expect(codes("credit a\n  gives 1 EUR when date of on_time is 2026-01-01\n")).toEqual(["2 TEN2512"]);
  expect(codes("credit a\n  gives 1 EUR when has deliveries with same hotel_id\n")).toEqual(["2 TEN2512"]);
  expect(codes("credit a\n  gives 1 EUR when on_time is given\n")).toEqual(["2 TEN2217"]);
  expect(codes("credit a\n  gives 1 EUR when on_times is missed\n")).toEqual(["2 TEN2001"]);
  expect(codes("credit a on on_time\n  gives 1 EUR when drives more than 3\n")).toEqual(["2 TEN2866"]);
  expect(codes("credit a on on_time\n  gives 1 EUR when before_noon less than 90%\n")).toEqual([]);
});

test("all that is read is about one kind of party, and a credit is owed by one side", () => {
  expect(codes("credit a\n  gives 1 EUR when on_time is missed and heard is missed\n")).toEqual([
    "2 TEN2850",
  ]);
  expect(codes("credit a on heard\n  gives 1 EUR when partner.category is spa\n")).toEqual(["2 TEN2850"]);
  expect(codes("credit a\n  gives 1 EUR when on_time is missed\n  unless announced is missed\n")).toEqual([
    "3 TEN2851",
  ]);
  expect(codes("bonus a\n  gives 1 EUR when on_time is met and announced is met\n")).toEqual([]);
  const owed = (text: string): unknown => {
    const { credits, bonuses } = modelOf(text);
    return [...credits, ...bonuses].map(({ party, owedBy }) => [party, owedBy]);
  };
  expect(owed("credit a on on_time\n  gives 1 EUR\n")).toEqual([["partner", "partner"]]);
  expect(owed("credit a on announced\n  gives 1 EUR\n")).toEqual([["partner", "brand"]]);
  expect(owed("credit a on heard\n  gives 1 EUR\n")).toEqual([["brand", "brand"]]);
  expect(owed("bonus a on on_time\n  gives 1 EUR\n")).toEqual([["partner", "brand"]]);
});

test.each([
  ["credit a on on_time", []],
  ["credit a", ["2 TEN2859"]],
  ["bonus a on on_time", ["2 TEN2859"]],
  ["credit a on both", ["2 TEN2859"]],
  ["credit a on grouped", ["2 TEN2859"]],
  ["credit a on weekly", ["2 TEN2859"]],
])("points below the limit of `%s`", (head, found) => {
  expect(codes(`${head}\n  gives 1 EUR for each percentage point below the limit\n`)).toEqual(found);
});

test("an amendment to another kind of limit takes the points below it away", () => {
  const amendment = `amendment easier to on_time for partner "H1"
  effective from 2026-03-01 until 2026-04-30
  changes limit of before_noon to from 50% to 60%
  because "Flood"
`;
  const credit = "credit a on on_time\n  gives 1 EUR for each percentage point below the limit\n";
  expect(codes(`${amendment}${credit}`)).toEqual(["6 TEN2859"]);
});

test.each([
  ["hour of late_by in deliveries", []],
  ["month of late_by in deliveries", ["2 TEN2860"]],
  ["hour of pieces in deliveries", ["2 TEN2860"]],
  ["hour of late_by in letters", ["2 TEN2005"]],
  ["day of overdue in transit", []],
  ["week of overdue in transit", ["2 TEN2860"]],
  ["week of late_by in transit", []],
])("started units: %s", (words, found) => {
  expect(codes(`credit a\n  gives 1 EUR for each started ${words}\n`)).toEqual(found);
});

test("days of a clock that counts open time are opening days", () => {
  const times = (words: string): unknown =>
    modelOf(`credit a\n  gives 1 EUR for each started ${words}\n`).credits[0]?.gives[0]?.times;
  expect(times("day of overdue in transit")).toMatchObject({ unit: "day", openingDays: true });
  expect(times("hour of overdue in transit")).toMatchObject({ unit: "hour", openingDays: false });
  expect(times("day of late_by in transit")).toMatchObject({ openingDays: false });
});

test("rows that are paid for are dated, and the ones whose units are counted", () => {
  expect(codes("credit a\n  pays for rows of letters\n  gives 1 EUR\n")).toEqual(["2 TEN2308"]);
  expect(
    codes(
      "credit a\n  pays for rows of deliveries\n  gives 1 EUR for each started hour of overdue in transit\n",
    ),
  ).toEqual(["3 TEN2860"]);
  expect(codes("credit a on on_time\n  gives 1 EUR\n  excluding small\n")).toEqual(["3 TEN2601"]);
  expect(codes("credit a\n  pays for rows of deliveries\n  gives 1 EUR\n  excluding small\n")).toEqual([]);
  expect(codes("credit a\n  pays for rows of deliveries\n  gives 1 EUR\n  excluding no_answer\n")).toEqual([
    "4 TEN2601",
  ]);
});

test("a miss is paid for by one credit, unless another comes on top", () => {
  const two = (second: string): string => `credit a on on_time\n  gives 1 EUR\ncredit b${second}\n`;
  expect(codes(two(" on on_time\n  gives 2 EUR"))).toEqual(["3 TEN2862"]);
  expect(codes(two(" on on_time\n  gives 2 EUR\n  additional to a"))).toEqual([]);
  expect(codes(two("\n  gives 2 EUR when on_time is missed"))).toEqual(["4 TEN2862"]);
  expect(codes(two("\n  gives 2 EUR when on_time is one of missed, excused"))).toEqual(["4 TEN2862"]);
  expect(codes(two("\n  gives 2 EUR when on_time is met"))).toEqual([]);
  expect(codes(two("\n  gives 2 EUR when weekly is missed\n  unless on_time is missed"))).toEqual([]);
  expect(codes("bonus b on on_time\n  gives 1 EUR\ncredit c on on_time\n  gives 1 EUR\n")).toEqual([]);
  expect(
    codes("credit a on on_time\n  gives 1 EUR\n  additional to b\ncredit b on on_time\n  gives 2 EUR\n"),
  ).toEqual([]);
});

test.each([
  [["at least 97%", "at least 94%"], null],
  [["at least 94%", "at least 97%"], 2],
  [["at least 97%", "at least 97%"], 2],
  [["more than 97%", "at least 97%"], null],
  [["at least 97%", "more than 97%"], 2],
  [["at least 97%", "from 90% to 96%", "from 95% to 98%"], null],
  [["at least 97%", "from 90% to 97%", "from 95% to 98%"], 3],
  [["from 90% to 95%", "from 95% to 97%", "from 91% to 96%"], 3],
  [["less than 50%", "at least 50%", "at most 100%"], 3],
  [["less than 50%", "more than 50%", "at most 100%"], null],
] as const)("bands %j", (bands, hidden) => {
  const lines = bands.map((band) => `  gives 1 points when before_noon ${band}\n`).join("");
  const found = hidden === null ? [] : [`${hidden + 1} TEN2863`];
  expect(codes(`points a on on_time\n${lines}  gives 5 points otherwise\n`)).toEqual(found);
});

test("bands of a credit may be hidden by verdicts and members too", () => {
  const gives = (...conditions: string[]): readonly string[] =>
    codes(`credit a\n${conditions.map((one) => `  gives 1 EUR when ${one}\n`).join("")}`);
  expect(gives("on_time is one of missed, excused", "on_time is missed")).toEqual(["3 TEN2863"]);
  expect(gives("on_time is missed", "on_time is one of missed, excused")).toEqual([]);
  expect(gives("on_time is not met", "on_time is excused")).toEqual(["3 TEN2863"]);
  expect(gives("on_time is missed and drives more than 3", "on_time is missed")).toEqual([]);
  expect(gives("on_time is missed", "weekly is missed")).toEqual([]);
});

test("points end with `otherwise`, and read metrics that have a limit", () => {
  const points = (sentences: string, on = "on_time"): readonly string[] =>
    codes(`points a on ${on}\n${sentences}`);
  expect(points("  gives 1 points when before_noon less than 90%\n")).toEqual(["2 TEN2865"]);
  expect(points("  gives 1 points otherwise\n  gives 2 points otherwise\n")).toEqual(["3 TEN2863"]);
  expect(points("  gives 1 points when drives fewer than 9\n  gives 2 points otherwise\n")).toEqual([
    "2 TEN2866",
  ]);
  const grouped = "  gives 1 points when before_noon less than 90%\n  gives 2 points otherwise\n";
  expect(points(grouped, "grouped")).toEqual(["2 TEN2866"]);
  expect(points("  gives -1 points otherwise\n")).toEqual(["2 TEN2853"]);
  expect(points("  gives 1.5 points otherwise\n")).toEqual([]);
  expect(points("  doubled when missed 2 months in a row\n")).toEqual(["1 TEN2101"]);
});

test("events count in the span of their standard", () => {
  const step = (event: string, on = "on_time"): readonly string[] =>
    codes(`escalation a on ${on}\n  step b when ${event}\n`);
  expect(step("missed 2 months in a row")).toEqual([]);
  expect(step("missed 2 weeks in a row")).toEqual(["2 TEN2831"]);
  expect(step("missed 2 weeks in a row", "weekly")).toEqual([]);
  expect(step("missed 2 quarters in a row", "both")).toEqual([]);
  expect(step("missed 0 months in a row")).toEqual(["2 TEN2213"]);
  expect(step("missed 2 times in rolling 3 months")).toEqual([]);
  expect(step("missed 2 times in rolling 30 calendar days")).toEqual([]);
  expect(step("missed 2 times in rolling 30 hours")).toEqual(["2 TEN2515"]);
  expect(step("missed 2 times in rolling 3 business days")).toEqual(["2 TEN2515"]);
  expect(step("exceeded")).toEqual([]);
  expect(step("exceeded", "both")).toEqual(["2 TEN2832"]);
  expect(step("exceeded", "grouped")).toEqual(["2 TEN2832"]);
  expect(step("missed 2 months in a row", "steady")).toEqual(["2 TEN2833"]);
  expect(step("missed", "steady")).toEqual([]);
  expect(codes("escalation a\n  step b when missed\n")).toEqual(["2 TEN2834"]);
});

test("an escalation follows its standard, else the first that it names, else months", () => {
  const line = (text: string): unknown => modelOf(`${text}`).escalations[0]?.line;
  expect(line("escalation a on weekly\n  step b when on_time is missed\n")).toEqual({
    kind: "verdicts",
    of: "weekly",
  });
  expect(line("escalation a\n  step b when on_time is missed and weekly is missed\n")).toEqual({
    kind: "verdicts",
    of: "on_time",
  });
  const signed = `attestation signed "Signed"
  given by partner
  recorded in papers
duty listed by partner
  recorded in papers
  due within 5 days after each calendar month
dataset papers from "papers.csv" one row per line
  partner hotel_id
  dated signed_on
  field hotel_id text
  field signed_on date
`;
  expect(line(`${signed}escalation a\n  step b when signed is missed\n`)).toEqual({ kind: "months" });
  expect(line(`${signed}escalation a\n  step b when signed is missed and listed is missed\n`)).toEqual({
    kind: "verdicts",
    of: "listed",
  });
});

test("`cured` is asked of an earlier step that can be", () => {
  const steps = (...lines: string[]): readonly string[] =>
    codes(`escalation a on on_time\n${lines.map((line) => `  step ${line}\n`).join("")}`);
  expect(steps("b when missed cure within 30 days", "c when b is not cured", "d when b is cured")).toEqual(
    [],
  );
  expect(steps("c when b is cured", "b when missed cure within 30 days")).toEqual(["2 TEN2835"]);
  expect(steps("b when b is cured cure within 3 days")).toEqual(["2 TEN2835"]);
  expect(steps("b when missed", "c when b is cured")).toEqual(["3 TEN2835"]);
  expect(steps("b when missed", "b when met")).toEqual(["3 TEN2014"]);
  expect(steps("b when missed cure within 12 hours")).toEqual(["2 TEN2836"]);
  expect(steps("b when missed cure within 0 days")).toEqual(["2 TEN2213"]);
  expect(steps("b when missed notice within 3 business weeks")).toEqual(["2 TEN2836"]);
  const { steps: made } = modelOf(
    "escalation a on on_time\n  step b when missed notice within 2 business days cure within 1 quarter\n",
  ).escalations[0] as Model["escalations"][number];
  expect(made[0]).toMatchObject({
    cure: { kind: "civil", count: 1, unit: "quarter" },
    notice: { kind: "business", days: 2 },
    when: null,
  });
});

test("ratchets raise the one limit of their standard", () => {
  const ratchet = (on: string, cap = ""): string =>
    `ratchet a on ${on}\n  when met 3 ${on === "weekly" ? "weeks" : on === "both" ? "quarters" : "months"} in a row\n  raises limit to halfway between limit and average\n${cap}`;
  expect(modelOf(ratchet("on_time", "  capped at 98%\n")).ratchets).toMatchObject([
    { metric: "before_noon", unit: { kind: "percent" }, raises: "higher", cappedAt: ratio("98", "100") },
  ]);
  expect(modelOf(ratchet("weekly")).ratchets[0]).toMatchObject({ unit: { kind: "number" }, cappedAt: null });
  expect(codes(ratchet("both"))).toEqual(["1 TEN2841"]);
  expect(codes(ratchet("grouped"))).toEqual(["1 TEN2841"]);
  expect(codes(ratchet("weekly", "  capped at 98%\n"))).toEqual(["4 TEN2864"]);
  expect(codes(ratchet("on_time", "  capped at 5 EUR each calendar year\n"))).toEqual(["4 TEN2864"]);
  expect(codes(ratchet("on_time", "  capped at 98%\n  capped at 99%\n"))).toEqual(["5 TEN2102"]);
  expect(
    codes("ratchet a on on_time\n  when met\n  raises limit to halfway between limit and average\n"),
  ).toEqual(["2 TEN2842"]);
});

test("earning back asks the same event of every standard that is weighted", () => {
  const credit = (event: string): string => `credit a
  puts 1 EUR at risk each calendar month
  weight 50% to on_time when missed
  weight 50% to weekly when missed
  earns back when ${event}
`;
  expect(codes(credit("met"))).toEqual([]);
  expect(codes(credit("met 2 times in rolling 2 months"))).toEqual([]);
  // A unit that fits one of them would not fit the other, so none is offered.
  for (const event of ["met 2 months in a row", "met 2 weeks in a row"]) {
    expect(codes(credit(event))).toEqual(["5 TEN2831"]);
    expect(checked(`${AGREEMENT}${credit(event)}`).diagnostics.flatMap(({ fixes }) => fixes)).toEqual([]);
  }
});

test("of two standards with one name the first is meant", () => {
  const again = `standard on_time "Once more"
  requires drives fewer than 1
  measured each calendar month
  needs no minimum
points a on on_time
  gives 1 points when before_noon less than 90%
  gives 2 points otherwise
`;
  expect(codes(again)).toEqual(["1 TEN2003"]);
});

test("a step that could not be read may be the one that is named", () => {
  const text = `escalation a on on_time
  step plan when missed sometimes cure within 9 days
  step over when plan is not cured
`;
  const parsed = parse(sourceFile("agreement.tenet", `${AGREEMENT}${text}`));
  expect(parsed.diagnostics).toHaveLength(1);
  const options = { instant: () => "2026-01-01T00:00:00Z", acceptsPattern: () => true };
  const { diagnostics } = check({ root: parsed, files: [parsed] }, options);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a metric that a standard may name in a sentence that could not be read is not reported", () => {
  const text = `standard vague "Vague"
  requires before_noon roughly 95%
  measured each calendar month
  needs no minimum
credit a on vague
  gives 1 EUR when before_noon less than 90%
`;
  const parsed = parse(sourceFile("agreement.tenet", `${AGREEMENT}${text}`));
  expect(parsed.diagnostics).toHaveLength(1);
  const options = { instant: () => "2026-01-01T00:00:00Z", acceptsPattern: () => true };
  const { diagnostics } = check({ root: parsed, files: [parsed] }, options);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("what is reported once is not reported again", () => {
  expect(codes("credit a on nowhere\n  gives 1 EUR for each percentage point below the limit\n")).toEqual([
    "1 TEN2001",
  ]);
  expect(
    codes(
      "points a on nowhere\n  gives 1 points when before_noon less than 90%\n  gives 2 points otherwise\n",
    ),
  ).toEqual(["1 TEN2001"]);
  expect(
    codes("escalation a on nowhere\n  step b when missed 2 months in a row\n  resets after met\n"),
  ).toEqual(["1 TEN2001"]);
  expect(
    codes(
      "ratchet a on nowhere\n  when met 2 months in a row\n  raises limit to halfway between limit and average\n",
    ),
  ).toEqual(["1 TEN2001"]);
});
