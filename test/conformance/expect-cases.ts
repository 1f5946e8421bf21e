/** The cases of clocks (SPEC §7.7.2): the case's `expect.cases`, all rows in order, each with the facts asked for. */
import { type Bundle, caseRows } from "@tenet-lang/evaluator/all";
import { expect } from "vitest";
import type { ConformanceCase } from "./case-file.ts";
import { optionsOf, sourcesOf } from "./runtimes.ts";

type Row = Readonly<Record<string, unknown>>;

export function compareCases(expected: readonly Row[], one: ConformanceCase, bundle: Bundle): void {
  const found = caseRows(bundle, sourcesOf(one), optionsOf(one));
  if (found instanceof Promise) throw new TypeError("bytes in memory are read at once");
  expect(found.problems).toEqual([]);
  const rows = found.cases.map(({ party, ...row }): Row => ({ ...row, party: party.key }));
  const asked = rows.map((row, index) =>
    Object.fromEntries(Object.keys(expected[index] ?? row).map((key) => [key, row[key]])),
  );
  expect(asked).toEqual(expected);
}
