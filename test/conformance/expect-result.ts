/**
 * Facts of a result as a whole (SPEC §7.1): the case's `expect.result`. Orders are lists of names; any other key is
 * one of the result, of which an object is asked only for the keys that the case names, in a list one by one. The
 * reference has no result of its own, and reads what a run need not: it is asked for the order of verdicts and clocks.
 */
import { expect } from "vitest";
import type { ExpectedResult } from "./case-file.ts";
import type { Found } from "./runtimes.ts";

export function compareResult(
  { verdictOrder, dataOrder, clockOrder, ...keys }: ExpectedResult,
  { verdicts, data, clocks, result }: Found,
  runtime: string,
): void {
  const order = {
    verdictOrder: verdicts.map(({ standard, party, period }) => `${standard} ${party} ${period}`),
    dataOrder: data.map(({ dataset }) => dataset),
    clockOrder: clocks.map(({ clock }) => clock),
  };
  for (const [name, wanted] of Object.entries({ verdictOrder, dataOrder, clockOrder })) {
    if (wanted !== undefined && (result !== null || name !== "dataOrder"))
      expect(order[name as keyof typeof order], `${runtime}: ${name}`).toEqual(wanted);
  }
  if (result !== null) expect(result, `${runtime}: the result`).toMatchObject(keys);
}
