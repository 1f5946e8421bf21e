import { expect, it } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { compile } from "../compile/compile.ts";
import { loadAgreement } from "../workspace/load.ts";
import { runTests, type Tried } from "./run-tests.ts";

const agreement = `agreement shop "Shop"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

partners from "partners.csv" key partner_id
  field partner_id text

dataset calls from "calls.csv" one row per call_id
  partner partner_id
  dated on_day
  field call_id text
  field partner_id text
  field on_day date
  field answered yes_no

metric volume number of calls
metric answered_share percent of calls where answered is yes out of calls

standard quick "Quick"
  applies when volume at least 2
  applies when volume at most 9
  requires answered_share at least 90%
  measured each calendar month
  needs
    at least 5 calls where partner.partner_id is "Q"
    at least 3 calls otherwise not_enough_data

credit slow_calls "Credit" on quick
  gives 50 EUR

test a_few "A few"
  given partners
  | partner_id |
  | S          |
  | Q          |
  | L          |
  given calls for "S" in 2026-01
  | rows | answered |
  | 4    | no       |
  given calls for "Q" in 2026-01
  | rows | answered |
  | 4    | yes      |
  given calls for "L" in 2026-01
  | rows | answered |
  | 10   | yes      |
  expect quick for "S" in 2026-01 is missed
  expect quick for "Q" in 2026-01 is not_enough_data
  expect quick for "L" in 2026-01 is not_applicable
  expect answered_share for "S" in 2026-01 is 0%
  expect slow_calls for "S" in 2026-01 is 50 EUR
  expect quick for "S" in 2026-02 is not_applicable
  expect quick for "X" in 2026-01 is met

test wrong_data "Two rows of one key"
  given calls for "S" in 2026-01
  | call_id | answered |
  | a       | no       |
  | a       | yes      |
  expect quick for "S" in 2026-01 is missed
`;

function triedIn(test: string): readonly Tried[] {
  const loaded = loadAgreement("shop.tenet", () => agreement);
  const { value: model } = checkAgreement(loaded);
  const bundle = model === null ? null : compile(model).value;
  if (model === null || bundle === null) throw new Error("the agreement does not compile");
  const found: Tried[] = [];
  runTests(model, bundle, () => null, { only: new Set([test]), onTried: (one) => found.push(one) });
  return found;
}

it("tells of each expectation what it was held against, in the order written", () => {
  const kinds = triedIn("a_few").map(({ found, result }) => [
    found === null ? null : "verdict" in found ? found.verdict : found.kind,
    result.passed,
  ]);
  expect(kinds).toEqual([
    ["missed", true],
    ["not_enough_data", true],
    ["not_applicable", true],
    // The standard that does nothing but measure asks for nothing, so there is nothing to judge (SPEC §4.1.7).
    ["not_enough_data", true],
    ["credit", true],
    ["not_applicable", true],
    [null, false],
  ]);
});

it("tells of the verdicts of standards which question decided, and what those before it found", () => {
  const decided = triedIn("a_few").map((one) => one.decided);
  expect(decided.map((how) => how && [how.why, how.barred, how.needs])).toEqual([
    ["limits", null, { atLeast: 3, found: 4, row: 1 }],
    ["needs", null, { atLeast: 5, found: 4, row: 0 }],
    // The second of two gates is closed.
    ["gate", 1, { atLeast: 3, found: 10, row: 1 }],
    ["empty", null, null],
    null,
    ["gate", 0, { atLeast: 3, found: 0, row: 1 }],
    null,
  ]);
});

it("tells nothing where something is wrong with the data", () => {
  expect(triedIn("wrong_data")).toEqual([]);
});
