/** What follows from verdicts, on the command line: in the scorecard, as JSON, and as letters. */
import { beforeAll, describe, expect, test } from "vitest";
import { folderWith } from "./folder.ts";
import { type Run, run } from "./run.ts";

const agreement = `agreement desk "Help desk"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/London"
  currency USD

partners from "partners.csv" key supplier
  field supplier text
  field fee money USD

dataset probes from "probes.csv" one row per line
  partner supplier
  dated day
  field supplier text
  field day date
  field up yes_no

metric uptime "Service is up" percent of probes where up is yes out of probes
  higher is better

standard available "The desk answers"
  requires uptime at least 99%
  measured each calendar month
  needs no minimum

points service_points "Service points" on available
  gives 0 points when uptime at least 99%
  gives 1 points when uptime at least 98%
  gives 2 points when uptime at least 97%
  gives 3 points when uptime at least 96%
  gives 4 points otherwise
  doubled when missed 2 months in a row

credit fee_credit "Service credit"
  puts 10% of fee at risk each calendar month
  weight 20% to available when missed
  because "Callers who hear nothing call somebody else"

escalation ladder "What may follow" on available
  step letter "Letter" when missed 2 times in rolling 3 months
  step plan "Plan to cure" when missed 3 months in a row cure within 45 days
`;

/** Days that were down, of 1,000 probes in each month. */
const down: readonly (readonly [month: string, bad: number])[] = [
  ["01", 35],
  ["02", 15],
  ["03", 35],
];

const probes = down.flatMap(([month, bad]) =>
  Array.from({ length: 1000 }, (_, index) => `DESK,2026-${month}-05,${index < bad ? "no" : "yes"}`),
);

const folder = folderWith({
  "desk.tenet": agreement,
  "partners.csv": "supplier,fee\nDESK,100000\n",
  "probes.csv": `supplier,day,up\n${probes.join("\n")}\n`,
});
const asOf = ["--as-of", "2026-04-01"];
const explain = (...args: readonly string[]): Promise<Run> =>
  run(["explain", "desk.tenet", ...args, ...asOf], folder);

// The first command loads the language, which takes a busy machine a while.
test("the scorecard shows points, money and steps by party and period", async () => {
  const { out } = await run(["judge", "desk.tenet", ...asOf], folder);
  expect(out).toContain(`Service credit  credit fee_credit, in USD
        2026-01   2026-02   2026-03
  DESK  2,000.00  2,000.00  2,000.00
  6,000.00 USD in all
`);
  expect(out).toContain(`Service points  points service_points
        2026-01  2026-02     2026-03
  DESK        3        2 ×2        6 ×2
`);
  expect(out).toContain(`What may follow  escalation ladder
        2026-01  2026-02                  2026-03
  DESK  –        letter since 2026-03-01  plan since 2026-04-01
`);
}, 120_000);

describe("as letters", () => {
  let letter: Run;
  beforeAll(async () => {
    letter = await explain("fee_credit", "--period", "2026-02");
  });

  test("an amount adds up line by line, and the sentences stand with file and line", () => {
    expect(letter.code).toBe(0);
    expect(letter.out.slice(0, letter.out.indexOf("Bundle"))).toBe(`Service credit  credit fee_credit
DESK, 2026-02 (2026-02-01 to 2026-02-28)
Help desk, desk 1.0.0, as of 2026-04-01 00:00 Europe/London

2,000.00 USD
At risk in this period: 10,000.00 USD

Why
  - 2,000.00 USD are due for 2026-02, owed by the partner
  - Missed: The desk answers (2026-02)
  - Worked out on data up to 2026-03-31; this is a finding and no notice

How it adds up
  The desk answers, 2026-02, missed: 10% of fee (100,000.00 USD) ×  2,000.00 USD
  20% (line 36)
                                                                    ------------
                                                                    2,000.00 USD

What was measured
  - The desk answers, 2026-02: missed
    Service is up is 98.5% (985 of 1000 probes), at least 99% is asked for: 5
      probes short (990 of 1000 would have met it)

What would change it
  - The desk answers, 2026-02
    With 5 probes otherwise, "Service is up" would have been at least 99%

What was agreed
  - In desk.tenet:
    line 34: credit fee_credit "Service credit"
    line 35: puts 10% of fee at risk each calendar month
    line 36: weight 20% to available when missed
  - Agreed because: Callers who hear nothing call somebody else

`);
  });

  test("a step says until when it may be cured", async () => {
    const { out } = await explain("ladder");
    expect(out).toContain("Step Plan to cure\n");
    expect(out).toContain("it may be cured until 2026-05-16");
  });

  test("what does not exist is said, with what does", async () => {
    const unknown = await explain("fee_credits");
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("nothing called fee_credits");
    expect(unknown.err).toContain("fee_credit");
    const period = await explain("fee_credit", "--period", "2026-09");
    expect(period.err).toContain("there is no finding for 2026-09");
    expect(period.err).toContain("periods: 2026-03, 2026-02, 2026-01");
  });

  test("a standard is still explained by its verdict", async () => {
    const { out } = await explain("available", "--period", "2026-02");
    expect(out).toContain("With 5 probes otherwise");
  });
});
