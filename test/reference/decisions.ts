/**
 * The decisions behind a verdict as facts and rules (§6.4, §6.5): which named facts were known, and which of the
 * bundle's rules must fire on them by the reference's own logic. Stock json-rules-engine, given the facts, must fire
 * exactly those.
 */

import type { LimitPlan, StandardPlan } from "@tenet-lang/evaluator";
import type { LimitModel, StandardModel } from "../../packages/language/src/check/model.ts";
import type { Value } from "./cells.ts";
import { counts } from "./conditions.ts";
import { answerTo, limitInForce, metricSight, partnerSight, rounded, tolerated } from "./limits.ts";
import { type Measured, measure } from "./metrics.ts";
import { groupKey, minimumRow, needed } from "./outcome.ts";
import type { Relative } from "./peers.ts";
import type { View } from "./populations.ts";
import { subtract } from "./rational.ts";
import { metricsRead } from "./reads.ts";
import type { ReferenceVerdict } from "./standards.ts";
import { showDay } from "./time.ts";
import { metricOf, type Side, type World } from "./views.ts";

export type Fact = { readonly numerator: bigint; readonly denominator: bigint } | string | boolean;

/** Facts known together, and for each rule that was asked of them whether it must fire. */
export interface Decision {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly expected: ReadonlyMap<string, boolean>;
}

/** All decisions that the rules of a standard's plan make for one verdict. */
export function decisionsOf(
  verdict: ReferenceVerdict,
  standard: StandardModel,
  plan: StandardPlan,
  world: World,
): readonly Decision[] {
  const { side, view, groupViews, asked } = verdict.basis;
  const sight = metricSight(side, view);
  const expected = new Map<string, boolean>();
  const known: Record<string, Fact> = {};
  plan.scope.forEach((rule, at) => {
    expected.set(
      rule,
      standard.scope.slice(at, at + 1).every((where) => counts(where, partnerSight(side))),
    );
  });
  plan.gates.forEach((rule, at) => {
    expected.set(
      rule,
      standard.gates.slice(at, at + 1).every((gate) => counts(gate, sight)),
    );
  });
  plan.warnings.forEach(({ rule }, at) => {
    expected.set(
      rule,
      standard.warnings.slice(at, at + 1).every(({ condition }) => counts(condition, sight)),
    );
  });
  const inForce = standard.needs === null ? -1 : minimumRow(standard.needs, side);
  plan.needs?.rows.forEach(({ applies, enough, atLeast }, at) => {
    if (applies !== null) expected.set(applies, at === inForce);
    expected.set(enough, needed(standard.needs, view) >= BigInt(atLeast));
  });
  for (const { limit, limitPlan } of limitsOf(standard, plan)) {
    expectForce(expected, limit, limitPlan, side, verdict);
    if (limit.group === null)
      Object.assign(known, expectLimit(expected, limit, limitPlan, side, verdict, view));
  }
  const own = { facts: { ...factsOf(standard, side, verdict, view), ...known }, expected };
  const ofGroups = limitsOf(standard, plan).flatMap(({ limit, limitPlan, requirement, alternative }) =>
    verdict.limits.flatMap((result): readonly Decision[] => {
      const seen = groupViews.get(groupKey(requirement, alternative, result.group));
      const isHere = result.requirement === requirement && result.alternative === alternative;
      if (!isHere || result.group === null || seen === undefined) return [];
      const must = new Map<string, boolean>();
      const facts = expectLimit(must, limit, limitPlan, side, verdict, seen);
      for (const { enough, atLeast } of plan.needs?.rows ?? []) {
        must.set(enough, needed(standard.needs, seen) >= BigInt(atLeast));
      }
      return [{ facts: { ...factsOf(standard, side, verdict, seen), ...facts }, expected: must }];
    }),
  );
  const ofWindows = asked.map((seen, at): Decision => {
    const rule = plan.measured[at]?.when ?? "";
    const when = standard.measured[at]?.when ?? null;
    const isChosen = when !== null && counts(when, metricSight(side, seen));
    const names = plan.measured[at]?.metrics ?? [];
    return { facts: metricFacts(names, seen, world), expected: new Map([[rule, isChosen]]) };
  });
  return [own, ...ofGroups, ...ofWindows];
}

interface PairedLimit {
  readonly limit: LimitModel;
  readonly limitPlan: LimitPlan;
  readonly requirement: number;
  readonly alternative: number;
}

/** Limits of the model beside those of the plan. */
function limitsOf(standard: StandardModel, plan: StandardPlan): readonly PairedLimit[] {
  return standard.requires.flatMap(({ alternatives }, requirement) =>
    alternatives.flatMap((limit, alternative) => {
      const limitPlan = plan.requires[requirement]?.alternatives[alternative];
      return limitPlan === undefined ? [] : [{ limit, limitPlan, requirement, alternative }];
    }),
  );
}

/** Of a limit's rows exactly the one in force applies: an amendment's by its name, an own row by its place. */
function expectForce(
  expected: Map<string, boolean>,
  limit: LimitModel,
  plan: LimitPlan,
  side: Side,
  verdict: ReferenceVerdict,
): void {
  const force = limitInForce(limit, side.standard, side, verdict.basis.occasion.governs);
  let own = -1;
  for (const { applies, amendment } of plan.rows) {
    if (amendment === null) own += 1;
    const isInForce = amendment === null ? force?.row === own : force?.amendment === amendment;
    if (applies !== null) expected.set(applies, isInForce);
  }
}

/** Each row's rules are about its own comparison, whether it is in force or not; gives what only they are told. */
function expectLimit(
  expected: Map<string, boolean>,
  limit: LimitModel,
  plan: LimitPlan,
  side: Side,
  { basis: { occasion } }: ReferenceVerdict,
  view: View,
): Record<string, Fact> {
  const metric = metricOf(side.world, limit.metric);
  const measured = measure(metric, view);
  const facts: Record<string, Fact> = {};
  const isTolerable = limit.tolerates !== null && tolerated(limit.tolerates, view);
  for (const { comparison, met, missed } of plan.rows) {
    const { met: holds, wrongSide, relative } = answerTo(comparison, metric, measured, side, occasion);
    if (wrongSide !== null) facts[`confident:${missed}`] = wrongSide;
    if (relative !== null && !("values" in comparison))
      Object.assign(facts, peerFacts(limit.metric, comparison.by, relative, side, measured));
    expected.set(met, holds === true || (holds === false && isTolerable));
    expected.set(missed, holds === false && !isTolerable);
  }
  return facts;
}

/** What rules know of peers: how far from their average, and at which part of the ranks. */
function peerFacts(
  metric: string,
  by: string | null,
  relative: Relative,
  { world }: Side,
  { value }: Measured,
): Record<string, Fact> {
  const { bound, rank, peers } = relative;
  const name = `peers:${metric}:${by ?? ""}`;
  const plan = metricOf(world, metric);
  const facts: Record<string, Fact> = {};
  if (bound !== null && value !== null && typeof value === "object")
    facts[`${name}:difference`] = metricFact(
      subtract(rounded(value, plan, world), rounded(bound, plan, world)),
    );
  if (rank !== null && peers !== null)
    facts[`${name}:standing`] = { numerator: BigInt(rank), denominator: BigInt(peers + 1) };
  return facts;
}

/** Named facts of a standard in a view; what has no value is absent. */
function factsOf(
  standard: StandardModel,
  { world, partner }: Side,
  { basis }: ReferenceVerdict,
  view: View,
): Decision["facts"] {
  const facts: Record<string, Fact> = {
    ...metricFacts(metricsRead(standard), view, world),
    day: showDay(basis.occasion.governs),
    party: partner ?? "brand",
  };
  for (const [field, value] of partner === null ? [] : (world.tables.partners.get(partner) ?? [])) {
    if (value !== null) facts[`partner:${field}`] = partnerFact(value);
  }
  if (standard.needs !== null) {
    facts[`rows:${standard.needs.counts.name}`] = {
      numerator: needed(standard.needs, view),
      denominator: 1n,
    };
  }
  return facts;
}

function metricFacts(names: readonly string[], view: View, world: World): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const name of names) {
    const plan = metricOf(world, name);
    const value = rounded(measure(plan, view).value, plan, world);
    if (value !== null) facts[`metric:${name}`] = metricFact(value);
  }
  return facts;
}

const metricFact = (value: NonNullable<Measured["value"]>): Fact =>
  typeof value === "object" ? { numerator: value.n, denominator: value.d } : value;

function partnerFact(value: Value): Fact {
  if (typeof value !== "object") return value;
  if ("day" in value) return showDay(value.day);
  if ("instant" in value) return { numerator: BigInt(value.instant), denominator: 1_000_000n };
  return { numerator: value.n, denominator: value.d };
}
