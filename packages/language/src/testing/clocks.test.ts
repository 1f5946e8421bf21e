import { describe, expect, it } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { compile } from "../compile/compile.ts";
import { loadAgreement } from "../workspace/load.ts";
import { runTests, type TestResult } from "./run-tests.ts";

const agreement = `agreement laundry "Repair of washing machines"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Rome"
  business days of shop_hours

calendar shop_hours "Opening hours"
  open monday to friday 08:00 to 18:00
  closed on 2026-03-04

dataset tickets from "tickets.csv" one row per line
  partner shop_id
  dated changed_at
  field ticket_no text
  field shop_id text
  field changed_at timestamp
  field state one of reported, waiting, working
  field machine one of small, tunnel
  field price number
  field note text

dataset outages from "outages.csv" one row per line
  field began_at timestamp
  field ended_at timestamp optional
  field noticed_by text

clock repair_time "Repair" on tickets by ticket_no
  starts when state becomes reported
  pauses while state is waiting
  stops when state becomes working
  counts time in shop_hours
  dated started_at
  due within 6 hours where machine is small
    within 2 business days otherwise

clock outage on outages
  starts at began_at
  stops at ended_at
  dated started_at

metric in_time percent of repair_time where verdict is met out of repair_time
metric usual median of elapsed in repair_time
metric dear number of repair_time where price more than 100
metric up percent of time outside outage
metric outages_seen number of outage

standard quick "Machines run again"
  requires in_time at least 50%
  measured each calendar month
  needs at least 1 repair_time otherwise not_enough_data

standard available "The portal is up"
  requires up at least 90%
  measured each calendar week
  needs no minimum
`;

function run(test: string): TestResult {
  const text = `${agreement}\ntest t "T"\n${test}`;
  const { value, diagnostics } = checkAgreement(loadAgreement("shop.tenet", () => text));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const bundle = value === null ? null : compile(value).value;
  if (value === null || bundle === null) throw new Error("no bundle");
  const [result] = runTests(value, bundle, () => null).tests;
  if (result === undefined) throw new Error("no test");
  return result;
}

/** What came of each expectation, and what was wrong. */
function came(test: string): { actual: readonly string[]; problems: readonly string[] } {
  const { expectations, problems } = run(test);
  return {
    actual: expectations.map(({ actual }) => actual),
    problems: problems.map(({ message }) => message),
  };
}

/** Reported on Monday at ten; the first is done after five open hours, the second on Thursday at noon. */
const tickets = `  given tickets
  | ticket_no | shop_id | changed_at          | state    | machine |
  | a         | S1      | 2026-03-02 at 10:00 | reported | small   |
  | a         | S1      | 2026-03-02 at 11:00 | waiting  | small   |
  | a         | S1      | 2026-03-02 at 13:00 | reported | small   |
  | a         | S1      | 2026-03-02 at 17:00 | working  | small   |
  | b         | S1      | 2026-03-02 at 10:00 | reported | small   |
  | b         | S1      | 2026-03-05 at 12:00 | working  | small   |
`;

describe("a test of a clock", () => {
  it("gives rows of the log, and expects of its cases", () => {
    const { passed, problems, expectations } = run(`${tickets}  expect quick for "S1" in 2026-03 is met
  expect in_time for "S1" in 2026-03 is 50%
  expect usual for "S1" in 2026-03 is 300 minutes
`);
    expect(problems).toEqual([]);
    expect(expectations.filter((one) => !one.passed)).toEqual([]);
    expect(passed).toBe(true);
  });

  it("fails where a case is late", () => {
    const { actual, problems } = came(
      `${tickets.replace("2026-03-02 at 17:00", "2026-03-03 at 17:00")}  expect quick for "S1" in 2026-03 is met\n`,
    );
    expect(problems).toEqual([]);
    expect(actual).toEqual(["missed because in_time"]);
  });

  it("must write what its metric reads, and nothing else", () => {
    expect(came(`${tickets}  expect dear for "S1" in 2026-03 is 0\n`).problems).toEqual([
      "`price` of `tickets` must be written: the tested standards read it, and it is not optional",
    ]);
  });

  it("must write what its conditions and changes read", () => {
    const rows = `  given tickets
  | ticket_no | shop_id | changed_at          |
  | a         | S1      | 2026-03-02 at 10:00 |
`;
    expect(came(`${rows}  expect in_time for "S1" in 2026-03 is 50%\n`).problems).toEqual([
      "`state` of `tickets` must be written: the tested standards read it, and it is not optional",
      "`machine` of `tickets` must be written: the tested standards read it, and it is not optional",
    ]);
  });

  it("measures time outside of cases, for the brand where the rows are nobody's", () => {
    const { passed, problems, expectations } = run(`  given outages
  | began_at            | ended_at            |
  | 2026-03-02 at 00:00 | 2026-03-02 at 16:48 |
  expect up for "brand" in 2026-W10 is 90%
  expect available for "brand" in 2026-W10 is met
  expect up for "brand" in 2026-W11 is 100%
`);
    expect(problems).toEqual([]);
    expect(expectations.filter((one) => !one.passed)).toEqual([]);
    expect(passed).toBe(true);
  });
});
