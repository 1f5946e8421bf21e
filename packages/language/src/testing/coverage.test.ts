import type { Verdict } from "@tenet-lang/evaluator";
import { expect, it } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { compile } from "../compile/compile.ts";
import { loadAgreement } from "../workspace/load.ts";
import { coverageOf } from "./coverage.ts";
import { runTests } from "./run-tests.ts";

const agreement = `agreement shop "Shop"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Berlin"

partners from "partners.csv" key partner_id
  field partner_id text
  field size one of small, large

dataset calls from "calls.csv" one row per line
  partner centre
  dated on_day
  field centre text
  field on_day date
  field answered yes_no

metric answered_share percent of calls where answered is yes out of calls

standard quick "Quick"
  requires answered_share
    at least 90% where partner.size is large
    at least 50% otherwise
  measured each calendar month
  needs no minimum

standard other "Other"
  requires answered_share at least 10%
  measured each calendar month
  needs no minimum

test two_sizes "Seven of ten is enough for a small one only"
  given partners
  | partner_id | size  |
  | L          | large |
  | S          | small |
  given calls for "L" in 2026-01
  | rows | on_day     | answered |
  | 7    | 2026-01-10 | yes      |
  | 3    | 2026-01-10 | no       |
  given calls for "S" in 2026-01
  | rows | on_day     | answered |
  | 7    | 2026-01-10 | yes      |
  | 3    | 2026-01-10 | no       |
  expect quick for "L" in 2026-01 is missed
  expect quick for "S" in 2026-01 is met

test only_one "Judged for both, expected of one"
  given partners
  | partner_id | size  |
  | L          | large |
  | S          | small |
  given calls for "S" in 2026-01
  | rows | on_day     | answered |
  | 1    | 2026-01-10 | no       |
  expect quick for "S" in 2026-01 is missed

test of_a_metric "A value is no verdict"
  given calls for "S" in 2026-01
  | rows | on_day     | answered |
  | 1    | 2026-01-10 | yes      |
  expect answered_share for "S" in 2026-01 is 100%
`;

/** How often each row of each standard's limits was met and missed, when these tests have run. */
function tried(...only: readonly string[]): unknown {
  const loaded = loadAgreement("shop.tenet", () => agreement);
  const { value: model } = checkAgreement(loaded);
  const bundle = model === null ? null : compile(model).value;
  if (model === null || bundle === null) throw new Error("the agreement does not compile");
  const verdicts: Verdict[] = [];
  const onExpected = (verdict: Verdict): void => {
    verdicts.push(verdict);
  };
  const report = runTests(model, bundle, () => null, { only: new Set(only), onExpected });
  expect(report.tests.map(({ name, passed }) => [name, passed])).toEqual(only.map((name) => [name, true]));
  return coverageOf(model, verdicts).map((standard) => [
    standard.name,
    standard.verdicts,
    standard.limits.map(({ origin, met, missed }) => [origin.line, met, missed]),
  ]);
}

const [largeRow, smallRow, otherRow] = ["at least 90%", "at least 50%", "at least 10%"].map(
  (text) => agreement.slice(0, agreement.indexOf(text)).split("\n").length,
);

it("counts how each row of a limit decided the verdicts that a test expects", () => {
  expect(tried("two_sizes")).toEqual([
    [
      "quick",
      2,
      [
        [largeRow, 0, 1],
        [smallRow, 1, 0],
      ],
    ],
    ["other", 0, [[otherRow, 0, 0]]],
  ]);
});

it("counts nothing that was judged along with it and that nobody expects", () => {
  expect(tried("only_one")).toEqual([
    [
      "quick",
      1,
      [
        [largeRow, 0, 0],
        [smallRow, 0, 1],
      ],
    ],
    ["other", 0, [[otherRow, 0, 0]]],
  ]);
});

it("takes the value of a metric for no verdict, and adds up over tests", () => {
  expect(tried("of_a_metric")).toEqual([
    [
      "quick",
      0,
      [
        [largeRow, 0, 0],
        [smallRow, 0, 0],
      ],
    ],
    ["other", 0, [[otherRow, 0, 0]]],
  ]);
  expect(tried("two_sizes", "only_one", "of_a_metric")).toEqual([
    [
      "quick",
      3,
      [
        [largeRow, 0, 1],
        [smallRow, 1, 1],
      ],
    ],
    ["other", 0, [[otherRow, 0, 0]]],
  ]);
});
