/**
 * Random agreements and rows: an open run that is asked now and then says, byte for byte, what judging says.
 */
import { type Bundle, type JudgeOptions, judge, open } from "@tenet-lang/evaluator/all";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cases } from "../differential/cases.ts";
import { prepare } from "../differential/run.ts";

type Rows = Readonly<Record<string, readonly object[]>>;

it("says what judging says, in 80 random agreements", () => {
  let asked = 0;
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 50 }), ({ text, runs }, step) => {
      const { bundle } = prepare(text);
      if (bundle === null) return;
      for (const { data, asOf, tolerateBadRows } of runs) {
        const rows = data as Rows;
        asked += compare(bundle, rows, { asOf, tolerateBadRows }, step);
      }
    }),
    { seed: 4, numRuns: 80 },
  );
  expect(asked).toBeGreaterThan(200);
}, 600_000);

/** Adds the rows of all datasets in turn, and asks after every so many and at the end; how often it asked. */
function compare(bundle: Bundle, rows: Rows, options: JudgeOptions, step: number): number {
  const run = open(bundle, options);
  const known = [
    ...bundle.datasets.map(({ name }) => name),
    ...(bundle.partners === null ? [] : ["partners"]),
  ];
  const given = new Map(known.map((name): [string, object[]] => [name, []]));
  const longest = Math.max(0, ...known.map((name) => rows[name]?.length ?? 0));
  let asked = 0;
  const ask = (): void => {
    asked += 1;
    expect(JSON.stringify(run.verdicts())).toBe(
      JSON.stringify(judge(bundle, Object.fromEntries(given), options)),
    );
  };
  for (let place = 0; place < longest; place += 1) {
    for (const name of known) {
      const row = rows[name]?.[place];
      if (row === undefined) continue;
      run.add(name, row);
      given.get(name)?.push(row);
    }
    if (place % step === 0 && asked < 3) ask();
  }
  ask();
  return asked;
}
