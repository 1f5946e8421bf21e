import { describe, expect, it } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { compile } from "../compile/compile.ts";
import { loadAgreement } from "../workspace/load.ts";
import { runTests, type TestResult } from "./run-tests.ts";

const AGREEMENT = `agreement linen "Laundry for hotels"
  version 1.0.0
  effective from 2026-01-01 until 2027-12-31
  time zone "Europe/Zurich"
  currency EUR
  business days of office

calendar office
  open monday to friday 08:00 to 17:00

partners from "laundries.csv" key laundry_id
  field laundry_id text
  field category one of spa, town
  field opened_on date
  field fee money EUR

dataset deliveries from "deliveries.csv" one row per line
  partner laundry_id
  dated arrived_at
  field laundry_id text
  field arrived_at timestamp
  field late yes_no
  field torn yes_no optional

dataset papers from "papers.csv" one row per line
  partner laundry_id
  dated signed_on
  field laundry_id text
  field signed_on date
  field kind text

metric on_time percent of deliveries where late is no out of deliveries
  higher is better
  final 3 days after the period
metric arrivals number of deliveries
metric torn_count number of deliveries where torn is yes

standard linen_on_time "Linen comes on time"
  requires on_time at least 90%
  measured each calendar month
  needs no minimum

standard whole_linen "Linen is whole"
  requires torn_count fewer than 3
  measured each calendar month
  needs no minimum

standard heavy "Enough comes in a quarter"
  requires arrivals at least 3
  measured each calendar quarter
  needs no minimum

standard yearly "A good first year"
  requires arrivals at least 4
  measured each partner year from opened_on
  needs no minimum

credit late_linen
  puts 10% of fee at risk each calendar month
  weight 50% to linen_on_time when missed
  unless whole_linen is missed

bonus busy
  gives 2.50 EUR when arrivals at least 5

bonus each_in_time
  pays for rows of deliveries
  gives 2 EUR when late is no and heavy is met

points marks on linen_on_time
  gives 0 points when on_time at least 95%
  gives 1.5 points when on_time at least 50%
  gives 4 points otherwise

escalation slow on linen_on_time
  step letter "Letter" when missed
  step talk when missed 2 months in a row

ratchet faster on linen_on_time
  when met 1 months in a row
  raises limit to halfway between limit and average

scorecard score
  weight 50% to on_time scaled from 80% to 100%
  weight 50% to arrivals scaled from 0 to 10
  measured each calendar month

tiers class
  level gold when score at least 60 and linen_on_time is met and partner.category is spa
  level basic otherwise
  assessed at the end of each calendar quarter

attestation code "Code of conduct signed"
  given by partner
  recorded in papers where kind is "code"
  valid 12 months
  due within 14 days of opened_on

duty lists "Stock lists" by partner
  recorded in papers where kind is "list"
  due on business day 8 after each calendar month

duty inventory by partner
  recorded in papers where kind is "inventory"
  due on 2026-06-30
`;

/** Runs one test written below the agreement. */
function run(test: string): TestResult {
  const text = `${AGREEMENT}\ntest it "It"\n${test}`;
  const loaded = loadAgreement("linen.tenet", (path) => (path === "linen.tenet" ? text : null));
  const { value: model, diagnostics } = checkAgreement(loaded);
  expect([...loaded.diagnostics, ...diagnostics].map(({ message }) => message)).toEqual([]);
  const bundle = model === null ? null : compile(model).value;
  if (model === null || bundle === null) throw new Error("the agreement does not compile");
  const [result] = runTests(model, bundle, () => null).tests;
  if (result === undefined) throw new Error("there is no test");
  return result;
}

/** What is said of the expectations: `ok`, or what was found instead; and when the test ran. */
function outcome(result: TestResult): readonly string[] {
  expect(result.problems).toEqual([]);
  return result.expectations.map(({ passed, actual }) => (passed ? "ok" : actual));
}

const PARTNERS = `  given partners
  | laundry_id | category | opened_on  | fee      |
  | L1         | spa      | 2025-11-10 | 1000 EUR |
`;

/** Three of four deliveries in time in May. */
const MAY = `  given deliveries for "L1" in 2026-05
  | rows | late |
  | 3    | no   |
  | 1    | yes  |
`;

describe("findings", () => {
  it.each([
    ["late_linen", "2026-05", "50 EUR"],
    ["late_linen", "2026-05", "50.00 EUR"],
    ["busy", "2026-05", "0 EUR"],
    ["marks", "2026-05", "1.5"],
    ["slow", "2026-05", "letter"],
    ["faster", "2026-05", "none"],
    ["score", "2026-05", "20"],
  ])("of %s in %s are %s", (name, period, value) => {
    const expected = `${name} for "L1" in ${period}`;
    const result = run(
      `${PARTNERS}${MAY}  expect ${expected} is ${value}\n  expect ${expected} is not ${value}\n`,
    );
    const [own, other] = result.expectations;
    expect([own?.passed, other?.passed, own?.actual === other?.actual]).toEqual([true, false, true]);
    expect(own?.expected).toBe(value);
  });

  it("say what was found instead", () => {
    const result = run(`${PARTNERS}${MAY}  expect late_linen for "L1" in 2026-05 is 60 EUR
  expect slow for "L1" in 2026-05 is none
  expect score for "L1" in 2026-05 is 20.5
  expect marks for "L1" in 2028-05 is 4
  expect marks for "L2" in 2026-05 is 4
`);
    expect(outcome(result)).toEqual([
      "50.00 EUR",
      "letter",
      "20",
      "no finding; there are some from 2026-01 to 2027-12",
      'no finding; there are some for "L1"',
    ]);
  });

  it("are of a level at an assessment day", () => {
    const june = `  given deliveries for "L1" in 2026-06\n  | rows | late |\n  | 10   | no   |\n`;
    const result = run(`${PARTNERS}${june}  expect class for "L1" in 2026-07-01 is gold\n`);
    expect(outcome(result)).toEqual(["ok"]);
    const town = `${PARTNERS.replace("spa ", "town")}${june}  expect class for "L1" in 2026-07-01 is basic\n`;
    expect(outcome(run(town))).toEqual(["ok"]);
  });

  it("are looked for when all that they read is final", () => {
    expect(run(`${PARTNERS}${MAY}  expect late_linen for "L1" in 2026-05 is 50 EUR\n`).asOf).toBe(
      "2026-06-03T22:00:00Z",
    );
    expect(run(`${PARTNERS}${MAY}  expect class for "L1" in 2026-07-01 is basic\n`).asOf).toBe(
      "2026-07-03T22:00:00Z",
    );
  });

  it("wait for the verdicts that their rows read, through windows longer than their period", () => {
    const result = run(`${PARTNERS}${MAY}  expect each_in_time for "L1" in 2026-05 is 6 EUR\n`);
    expect([outcome(result), result.asOf]).toEqual([["ok"], "2026-06-30T22:00:00Z"]);
    const early = run(
      `  as of 2026-06-10\n${PARTNERS}${MAY}  expect each_in_time for "L1" in 2026-05 is 0 EUR\n`,
    );
    expect(outcome(early)).toEqual(["ok"]);
  });

  it("wait for what their sentences read, also where none of their rows does", () => {
    const late = MAY.replace("| 3    | no   |\n", "");
    const result = run(`${PARTNERS}${late}  expect each_in_time for "L1" in 2026-05 is 0 EUR\n`);
    expect([outcome(result), result.asOf]).toEqual([["ok"], "2026-06-30T22:00:00Z"]);
  });

  it("need the partner fields that they read", () => {
    const result = run(`${MAY}  expect late_linen for "L1" in 2026-05 is 50 EUR\n`);
    expect(result.problems.map(({ message }) => message)).toEqual([
      "write `given partners` with `fee`: the tested standards read it",
    ]);
  });
});

describe("attestations", () => {
  const signed = `  given papers for "L1"\n  | kind | signed_on  |\n  | code | 2026-02-01 |\n`;

  it.each([
    ["2026-01-15", "missed"],
    ["2026-02-01", "met"],
    ["2027-01-31", "met"],
    ["2027-02-01", "missed"],
  ])("are judged at the first instant of %s: %s", (day, verdict) => {
    const given = `${PARTNERS}${signed.replace(' for "L1"', "").replace("| kind |", "| laundry_id | kind |").replace("| code |", "| L1 | code |")}`;
    expect(outcome(run(`${given}  expect code for "L1" in ${day} is ${verdict}\n`))).toEqual(["ok"]);
  });

  it("are pending before they are due", () => {
    const partners = PARTNERS.replace("2025-11-10", "2026-03-10");
    const result = run(`${partners}  expect code for "L1" in 2026-03-20 is pending
  expect code for "L1" in 2026-03-25 is missed
`);
    expect(outcome(result)).toEqual(["ok", "ok"]);
  });
});

describe("duties", () => {
  const lists = (day: string): string =>
    `  given papers\n  | laundry_id | kind | signed_on  |\n  | L1         | list | ${day} |\n`;

  it("are judged when they are due", () => {
    const result = run(`${PARTNERS}${lists("2026-02-11")}  expect lists for "L1" in 2026-01 is met\n`);
    expect(outcome(result)).toEqual(["ok"]);
    // The eighth business day after January is Wednesday the 11th, and the office closes at five.
    expect(result.asOf).toBe("2026-02-11T16:00:00Z");
    expect(
      outcome(run(`${PARTNERS}${lists("2026-02-12")}  expect lists for "L1" in 2026-01 is missed\n`)),
    ).toEqual(["ok"]);
  });

  it("that are due once are named by their day", () => {
    const result = run(`${PARTNERS}  expect inventory for "L1" in 2026-06-30 is missed\n`);
    expect(outcome(result)).toEqual(["ok"]);
    expect(result.asOf).toBe("2026-06-30T22:00:00Z");
  });
});

describe("a partner's year", () => {
  it("is named by its first day, and judged when it is over", () => {
    const result = run(`${PARTNERS.replace("2025-11-10", "2026-03-10")}${MAY}
  expect yearly for "L1" in 2026-03-10 is met
`);
    expect(outcome(result)).toEqual(["ok"]);
    expect(result.asOf).toBe("2027-03-09T23:00:00Z");
  });
});
