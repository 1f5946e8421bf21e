/** Limits: met, missed or undecided, in all rows of a cell or in each of its groups (SPEC §4.1.1, step 6). */
import type { VerdictKind } from "../bundle/plan.ts";
import type { LimitPlan, StandardPlan } from "../bundle/standard-plan.ts";
import type { Run } from "../measure/run.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import { byGroup, type TestOf } from "./by-group.ts";
import { comparisonHolds as holds } from "./comparison.ts";
import type { LimitDecision, LimitState } from "./decision.ts";
import { factFinder, rounded } from "./facts.ts";
import type { NeedsJudge } from "./needs-judge.ts";
import type { FactFinder } from "./rule-test.ts";
import type { StandingTerms } from "./terms.ts";

export interface LimitJudge {
  state(cell: number): LimitState;
  /** Has it, or one of its groups, a value that is undecided? */
  isUnsure(cell: number): boolean;
  /** The verdict of `needs`, where groups too small to judge have left none; otherwise null. */
  smallGroupsVerdict(cell: number): VerdictKind | null;
  decide(cell: number): readonly LimitDecision[];
  smallGroups(cell: number): readonly { metric: string; group: string; rows: number }[];
}

/** Makes the judge of one limit; `whole` finds the facts of all rows. */
export function limitJudge(
  plan: LimitPlan,
  requirement: number,
  line: LineMeasure,
  { run, terms }: { readonly run: Run; readonly terms: StandingTerms | null },
  testOf: TestOf,
  whole: FactFinder,
  needs: NeedsJudge,
): LimitJudge {
  const applies = plan.rows.map((row) => (row.applies === null ? null : testOf(row.applies, whole)));
  const tests = byGroup((group) => {
    const find = group === null ? whole : factFinder(line, null, group, run, terms);
    return plan.rows.map((row) => ({ met: testOf(row.met, find), missed: testOf(row.missed, find) }));
  });
  const rowAt = (cell: number): number => applies.findIndex((test) => test === null || test(cell));
  const groupsAt = (cell: number): readonly Group[] => {
    const field = plan.group;
    return field === null ? [] : line.groupsAt(plan.metric, field, cell).map((value) => ({ field, value }));
  };
  const stateOf = (cell: number, group: Group | null): LimitState => {
    const test = tests(group)[rowAt(cell)];
    if (test === undefined) return 1;
    return test.met(cell) ? 2 : test.missed(cell) ? 0 : 1;
  };
  const judgedGroups = (cell: number): readonly Group[] =>
    groupsAt(cell).filter((group) => needs.enoughIn(cell, group));
  function decideOne(cell: number, group: Group | null): readonly LimitDecision[] {
    const row = plan.rows[rowAt(cell)];
    if (row === undefined) return [];
    const facts = line.facts(plan.metric, group);
    const state = stateOf(cell, group);
    const value = rounded(facts.value(cell), facts.plan, run);
    const found = terms?.limit(plan, row, group, cell) ?? null;
    const isMet = "values" in row.comparison ? holds(row.comparison, value) : found?.isMet === true;
    const tolerated = state === 2 && plan.tolerates !== null && !isMet;
    return [{ requirement, plan, row, group, state, tolerated, facts, terms: found }];
  }
  return {
    state(cell) {
      if (plan.group === null) return stateOf(cell, null);
      const groups = judgedGroups(cell);
      if (groups.length === 0) return 1;
      return Math.min(...groups.map((group) => stateOf(cell, group))) as LimitState;
    },
    isUnsure(cell) {
      const groups = plan.group === null ? [null] : judgedGroups(cell);
      return groups.some(
        (group) => stateOf(cell, group) === 1 && line.facts(plan.metric, group).value(cell) !== null,
      );
    },
    smallGroupsVerdict(cell) {
      const isSmall = plan.group !== null && groupsAt(cell).length > 0 && judgedGroups(cell).length === 0;
      return isSmall ? needs.otherwise : null;
    },
    decide: (cell) =>
      plan.group === null
        ? decideOne(cell, null)
        : judgedGroups(cell).flatMap((group) => decideOne(cell, group)),
    smallGroups: (cell) =>
      groupsAt(cell)
        .filter((group) => !needs.enoughIn(cell, group))
        .map((group) => ({ metric: plan.metric, group: group.value, rows: line.needed(cell, group) })),
  };
}

/** The verdict of a sentence of which no limit is met and not all are missed (SPEC §4.1.13, §4.1.28). */
export function undecidedVerdict(
  { confidence }: StandardPlan,
  alternatives: readonly LimitJudge[],
  cell: number,
): VerdictKind {
  if (confidence !== null && alternatives.some((limit) => limit.isUnsure(cell))) return confidence.otherwise;
  const bySmallGroups = alternatives
    .map((limit) => limit.smallGroupsVerdict(cell))
    .find((verdict) => verdict !== null);
  return bySmallGroups ?? "not_enough_data";
}
