/** `needs`: are there enough rows to judge by, in all or in a group (SPEC §4.1.1, step 5)? */
import type { VerdictKind } from "../bundle/plan.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";
import type { Run } from "../measure/run.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import { byGroup, type TestOf } from "./by-group.ts";
import { factFinder } from "./facts.ts";
import type { FactFinder } from "./rule-test.ts";

export interface NeedsJudge {
  readonly otherwise: VerdictKind;
  enough(cell: number): boolean;
  enoughIn(cell: number, group: Group): boolean;
  inForce(cell: number): { atLeast: number; found: number; row: number } | null;
}

/** Makes the test of a line of `measured`. */
export function needsJudge(
  standard: StandardPlan,
  line: LineMeasure,
  run: Run,
  testOf: TestOf,
  whole: FactFinder,
): NeedsJudge {
  const { needs } = standard;
  if (needs === null) {
    return { otherwise: "not_enough_data", enough: () => true, enoughIn: () => true, inForce: () => null };
  }
  const rows = needs.rows.map((row) => ({
    atLeast: row.atLeast,
    applies: row.applies === null ? null : testOf(row.applies, whole),
    enough: row.enough,
  }));
  const tests = byGroup((group) => {
    const find = factFinder(line, needs.counts.name, group, run, null);
    return rows.map(({ enough }) => testOf(enough, find));
  });
  const rowAt = (cell: number): number => rows.findIndex(({ applies }) => applies === null || applies(cell));
  const enoughIn = (cell: number, group: Group | null): boolean => tests(group)[rowAt(cell)]?.(cell) ?? true;
  return {
    otherwise: needs.otherwise,
    enough: (cell) => enoughIn(cell, null),
    enoughIn,
    inForce(cell) {
      const at = rowAt(cell);
      const row = rows[at];
      return row === undefined ? null : { atLeast: row.atLeast, found: line.needed(cell, null), row: at };
    },
  };
}
