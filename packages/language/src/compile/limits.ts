/**
 * Limits as rules: which row is in force, and whether it is met or missed.
 *
 * Rows are tried top-down, amendments first. A row's `applies` rule says that its own condition and dates hold and
 * those of no row before it, so that of all rows exactly one applies. Its `met` and `missed` rules compare the metric
 * with values or with peers, and ask of a miss that is judged with confidence whether it is sure; where neither fires, the limit is undecided (SPEC §3.6, §3.8, §4.1).
 */
import type {
  LimitComparison,
  LimitPlan,
  LimitRowPlan,
  Origin,
  RelativeComparison,
  RuleCondition,
} from "@tenet-lang/evaluator";
import type { AmendmentModel, LimitModel, LimitRowModel } from "../check/model.ts";
import { allOf, anyOf, falseOf, leaf, trueOf, whole } from "./conditions.ts";

/** Adds a rule and gives back its name. */
export type Emit = (name: string, condition: RuleCondition) => string;

/** Where the rules of a limit go, and whether a miss must be sure (`judged with`). */
export interface Lowering {
  readonly name: string;
  readonly emit: Emit;
  readonly isConfident: boolean;
}

/** A row of a limit, from the standard or from an amendment. */
interface Row {
  readonly name: string;
  readonly comparison: LimitComparison;
  /** When it may be in force; null: always. */
  readonly guard: RuleCondition | null;
  readonly amendment: string | null;
  readonly origin: Origin;
}

/** The plan of a limit, with the amendments that change it; its rules are named below the lowering's name. */
export function limitPlan(
  limit: LimitModel,
  amendments: readonly AmendmentModel[],
  { name, emit, isConfident }: Lowering,
): LimitPlan {
  const rows = [...amendments.map(amendedRow), ...limit.rows.map(ownRow)];
  const applies = firstThatHolds(rows.map((row) => row.guard));
  return {
    metric: limit.metric,
    group: limit.group,
    rows: rows.map((row, index) => {
      const lowering = { name: `${name}/${row.name}`, emit, isConfident };
      return rowPlan(limit, row, applies[index] ?? null, lowering);
    }),
    tolerates: limit.tolerates,
  };
}

/**
 * For each of some rows that are tried top-down, the condition under which it is the first whose guard holds; null
 * where that is always so.
 */
export function firstThatHolds(guards: readonly (RuleCondition | null)[]): readonly (RuleCondition | null)[] {
  return guards.map((guard, index) => {
    const earlier = guards.slice(0, index).filter((other) => other !== null);
    const [first, ...rest] = [...(guard === null ? [] : [guard]), ...earlier.map((not) => ({ not }))];
    return first === undefined ? null : allOf([first, ...rest]);
  });
}

function amendedRow(amendment: AmendmentModel): Row {
  const { name, partner, from, until, comparison, origin } = amendment;
  const guard = allOf([
    leaf("party", "strict:is", partner),
    leaf("day", "strict:at_least", from),
    leaf("day", "strict:at_most", until),
  ]);
  return { name: `amendment ${name}`, comparison, guard, amendment: name, origin };
}

function ownRow({ comparison, where, from, origin }: LimitRowModel, index: number): Row {
  const [first, ...rest] = [
    ...(where === null ? [] : [trueOf(where)]),
    ...(from === null ? [] : [leaf("day", "strict:at_least", from)]),
  ];
  const guard = first === undefined ? null : allOf([first, ...rest]);
  return { name: `row ${index + 1}`, comparison, guard, amendment: null, origin };
}

function rowPlan(
  limit: LimitModel,
  row: Row,
  applies: RuleCondition | null,
  { name, emit, isConfident }: Lowering,
): LimitRowPlan {
  const [isMet, isMissed] = decided(limit.metric, row.comparison);
  const sure = leaf(`confident:${name}/missed`, "strict:is", true);
  const [met, missed] = tolerated(limit, isMet, isConfident ? allOf([isMissed, sure]) : isMissed);
  return {
    comparison: row.comparison,
    applies: applies === null ? null : emit(`${name}/applies`, applies),
    met: emit(`${name}/met`, met),
    missed: emit(`${name}/missed`, missed),
    amendment: row.amendment,
    origin: row.origin,
  };
}

/** When a comparison is met, and when it is missed. */
function decided(metric: string, comparison: LimitComparison): readonly [RuleCondition, RuleCondition] {
  if (!("values" in comparison)) return againstPeers(metric, comparison);
  const compared = {
    kind: "compare",
    left: { kind: "metric", name: metric },
    operator: comparison.operator,
    right: comparison.values,
  } as const;
  return [trueOf(compared), falseOf(compared)];
}

/** Peers are facts: the value minus their average, and the rank as a share of all (SPEC §6.8). */
function againstPeers(
  metric: string,
  { operator, by, best }: RelativeComparison,
): readonly [RuleCondition, RuleCondition] {
  const fact = `peers:${metric}:${by ?? ""}`;
  if (best !== null) {
    const standing = `${fact}:standing`;
    return [leaf(standing, "strict:at_most", best), leaf(standing, "strict:more_than", best)];
  }
  const difference = `${fact}:difference`;
  return operator === "at_least_peers"
    ? [leaf(difference, "strict:at_least", whole(0)), leaf(difference, "strict:less_than", whole(0))]
    : [leaf(difference, "strict:at_most", whole(0)), leaf(difference, "strict:more_than", whole(0))];
}

/** A tolerance turns what is missed, and nothing undecided, to met. */
function tolerated(
  { tolerates }: LimitModel,
  met: RuleCondition,
  missed: RuleCondition,
): readonly [RuleCondition, RuleCondition] {
  if (tolerates === null) return [met, missed];
  const few = leaf(`metric:${tolerates.metric}`, "strict:less_than", whole(tolerates.fewerThan));
  return [anyOf([met, allOf([missed, few])]), allOf([missed, { not: few }])];
}
