/** What a standard's rules are asked of: all rows of a cell, or those of one group. */
import type { Group } from "../measure/standard-measure.ts";
import type { FactFinder, RuleTest } from "./rule-test.ts";

/** A rule of the bundle by its name, asked of the facts that `find` gives. */
export type TestOf = (name: string, find: FactFinder) => RuleTest;

/** Tests made once per group. */
export function byGroup<T>(make: (group: Group | null) => T): (group: Group | null) => T {
  const made = new Map<string, T>();
  let whole: T | null = null;
  return (group) => {
    if (group === null) {
      whole ??= make(null);
      return whole;
    }
    const key = `${group.field}\n${group.value}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(group);
    made.set(key, fresh);
    return fresh;
  };
}
