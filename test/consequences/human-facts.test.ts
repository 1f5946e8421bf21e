/**
 * Consequences that read attestations and duties, while a ramp-up suspends some of them: from text to findings.
 *
 * Worked out by hand. N opened on 15 January and is new until 15 March; its code was signed on 20 March, and of its
 * reports only January's came in time. O has been there for years, signed long ago, and reported for January and March.
 */
import { type JudgeResult, judge } from "@tenet-lang/evaluator/all";
import { checkAgreement, compile, loadAgreement } from "@tenet-lang/language";
import { beforeAll, expect, test } from "vitest";

const agreement = `agreement mixed "Mixed"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Rome"
  currency EUR

partners from "partners.csv" key id
  field id text
  field opened_on date
  field fee money EUR

dataset visits from "visits.csv" one row per line
  partner id
  dated day
  field id text
  field day date
  field good yes_no

dataset papers from "papers.csv" one row per line
  partner id
  dated day
  field id text
  field day date
  field kind one of code, report

metric good_share percent of visits where good is yes out of visits
  higher is better

standard good "Good visits"
  requires good_share at least 90%
  measured each calendar month
  needs no minimum

ramp_up young
  lasts 2 months since opened_on
  suspends credit, points

attestation code "Code signed"
  given by partner
  recorded in papers where kind is code

duty report "Monthly report" by partner
  recorded in papers where kind is report
  due within 10 days after each calendar month

credit pool "Pool"
  puts 10% of fee at risk each calendar month
  weight 60% to good when missed
  weight 20% to report when missed
  weight 20% to code when missed
  unless good is excused

points late on good
  gives 1 points when good_share at least 50%
  gives 2 points otherwise

bonus thanks
  pays for rows of visits
  gives 1 EUR when good is yes and code is met

escalation reports
  step warned when report is missed cure within 2 months
  step ended when warned is not cured

tiers standing
  level trusted when code is met and report is met
  level plain otherwise
  assessed on day 15 of each calendar month
`;

const months = ["01", "02", "03", "04", "05"];

/** Ten visits in each month, two of them bad. */
const visits = ["N", "O"].flatMap((id) =>
  months.flatMap((month) =>
    Array.from({ length: 10 }, (_, index) => ({
      id,
      day: `2026-${month}-07`,
      good: index < 2 ? "no" : "yes",
    })),
  ),
);

const sources = {
  partners: [
    { id: "N", opened_on: "2026-01-15", fee: "1000" },
    { id: "O", opened_on: "2020-01-01", fee: "2000" },
  ],
  visits,
  papers: [
    { id: "O", day: "2025-12-01", kind: "code" },
    { id: "N", day: "2026-03-20", kind: "code" },
    { id: "N", day: "2026-02-05", kind: "report" },
    { id: "O", day: "2026-02-05", kind: "report" },
    { id: "O", day: "2026-04-10", kind: "report" },
    { id: "O", day: "2026-05-11", kind: "report" },
  ],
};

let result: JudgeResult;
beforeAll(() => {
  const loaded = loadAgreement("mixed.tenet", (path) => (path === "mixed.tenet" ? agreement : null));
  const model = checkAgreement(loaded);
  expect(model.diagnostics).toEqual([]);
  const bundle = model.value === null ? null : compile(model.value).value;
  if (bundle === null) throw new Error("the agreement does not compile");
  result = judge(bundle, sources, { asOf: "2026-05-31T22:00:00Z" });
  expect(result.problems).toEqual([]);
}, 120_000);

/** Values of a declaration for a partner, in order of time; `*` marks what may still change. */
function values(name: string, key: string): readonly string[] {
  return result.findings
    .filter((finding) => finding.name === name && finding.party.key === key)
    .map(({ value, provisional }) => {
      const text = typeof value === "object" ? (value?.amount ?? "null") : value;
      return provisional ? `${text}*` : text;
    });
}

test("misses of a standard, a duty and an attestation each cost their weight; suspended ones nothing", () => {
  expect(values("pool", "N")).toEqual(["80.00", "40.00", "20.00", "80.00", "60.00*"]);
  expect(values("pool", "O")).toEqual(["120.00", "160.00", "120.00", "160.00", "120.00*"]);
});

test("points are suspended with the verdicts that they read", () => {
  expect(values("late", "N")).toEqual(["1", "null", "null", "1", "1"]);
  expect(values("late", "O")).toEqual(["1", "1", "1", "1", "1"]);
});

test("rows are paid for in the periods by whose end the code was signed", () => {
  expect(values("thanks", "N")).toEqual(["0.00", "0.00", "8.00", "8.00", "8.00"]);
  expect(values("thanks", "O")).toEqual(["8.00", "8.00", "8.00", "8.00", "8.00"]);
});

test("a duty leads from step to step unless it is done in time", () => {
  expect(values("reports", "N")).toEqual(["none", "warned", "warned", "warned", "ended*"]);
  expect(values("reports", "O")).toEqual(["none", "warned", "none", "warned", "none*"]);
});

test("levels read what had ended by their day", () => {
  expect(values("standing", "N")).toEqual(["plain", "plain", "plain", "plain", "plain"]);
  expect(values("standing", "O")).toEqual(["plain", "trusted", "plain", "trusted", "plain"]);
});
