/** What is due (SPEC §7.8): the case's `expect.due`, every item in its order, each with the facts that are asked for. */
import { type Bundle, openCases } from "@tenet-lang/evaluator/all";
import { dueOfVersions, dueResult } from "@tenet-lang/evaluator/due";
import { expect } from "vitest";
import type { ConformanceCase } from "./case-file.ts";
import { judgedOf, optionsOf, sourcesOf } from "./runtimes.ts";

type Item = Readonly<Record<string, unknown>>;

export function compareDue(
  expected: readonly Item[],
  one: ConformanceCase,
  bundles: readonly Bundle[],
): void {
  const versions = bundles.map((bundle) => {
    const open = openCases(bundle, sourcesOf(one), optionsOf(one));
    if (open instanceof Promise) throw new TypeError("bytes in memory are read at once");
    expect(open.problems).toEqual([]);
    return { bundle, open };
  });
  const judged = judgedOf(one, bundles);
  const { items } = dueOfVersions(versions, judged);
  const [first] = versions;
  if (versions.length === 1 && first !== undefined)
    expect(dueResult(first.bundle, first.open, judged).items).toEqual(items);
  const found = items.map(({ party, ...item }): Item => ({ ...item, party: party.key }));
  const asked = found.map((item, index) => only(item, Object.keys(expected[index] ?? item)));
  expect(asked).toEqual(expected);
}

const only = (item: Item, keys: readonly string[]): Item =>
  Object.fromEntries(keys.map((key) => [key, item[key]]));
