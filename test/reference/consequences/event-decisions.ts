/**
 * Decisions of consequences as facts and rules (§6.8): what was counted over the verdicts of a standard, which verdict
 * was read, and which of the bundle's rules must fire on it.
 */
import type { Bundle, Condition, EventPlan, EventRule, MoneyPlan, RuleName } from "@tenet-lang/evaluator";
import type { Model } from "../../../packages/language/src/check/model.ts";
import type { Decision, Fact } from "../decisions.ts";
import type { ReferenceResult } from "../reference.ts";
import { eventHolds } from "./events.ts";
import { type Book, bookOf, isTrueOf, type Judged, joined } from "./verdicts.ts";

/** An event of the model, the rule that it became, and the standard whose verdicts it counts. */
interface Asked {
  readonly event: EventPlan;
  readonly rule: RuleName;
  readonly standard: string;
}

/** One decision for each event and each `unless`, at a verdict that the run has; which one, `turn` says. */
export function consequenceDecisions(
  model: Model,
  bundle: Bundle,
  { verdicts, world }: ReferenceResult,
  turn: number,
): readonly Decision[] {
  const book = bookOf(verdicts, world, { isSuspended: () => false, attestation: () => null });
  const parties = [...new Set(verdicts.map(({ party }) => party))];
  const lineOf = (standard: string, at: number): readonly Judged[] => lineAt(book, parties, standard, at);
  const events = eventsOf(model, bundle).flatMap(({ event, rule, standard }, at): readonly Decision[] => {
    const line = lineOf(standard, turn + at);
    if (line.length === 0) return [];
    const holds = (one: EventPlan): boolean => eventHolds(one, line, world.frame);
    return [{ facts: factsOf(event, holds), expected: new Map([[rule, holds(event)]]) }];
  });
  const tests = moneyOf(model).flatMap((plan) => {
    const ruled = moneyOf(bundle).find(({ name }) => name === plan.name);
    return plan.unless.flatMap((one, at): readonly Decision[] => {
      const rule = ruled?.unless[at]?.when ?? null;
      const word = joined(lineOf(one.name, turn + at));
      const facts: Record<string, Fact> = word === null ? {} : { [`verdict:${one.name}`]: word };
      return rule === null ? [] : [{ facts, expected: new Map([[rule, isTrueOf(word, one)]]) }];
    });
  });
  return [...events, ...tests];
}

/** The verdicts of a standard for one of the parties, up to one of them. */
function lineAt(book: Book, parties: readonly string[], standard: string, turn: number): readonly Judged[] {
  const lines = parties.map((party) => book.of(standard, party)).filter(({ length }) => length > 0);
  const line = lines[turn % Math.max(1, lines.length)] ?? [];
  return line.slice(0, 1 + (turn % Math.max(1, line.length)));
}

/** What is counted: the most for which the event would hold. */
function factsOf({ what, count }: EventPlan, holds: (event: EventPlan) => boolean): Record<string, Fact> {
  const most = (counted: (least: number) => EventPlan["count"]): Fact => {
    let least = 0;
    while (holds({ what, count: counted(least + 1) })) least += 1;
    return { numerator: BigInt(least), denominator: 1n };
  };
  switch (count.kind) {
    case "once":
      return { [`now:${what}`]: holds({ what, count }) };
    case "row":
      return { [`run:${what}`]: most((length) => ({ ...count, length })) };
    case "times":
      return { [`times:${what}:${count.spans}:${count.span}`]: most((times) => ({ ...count, times })) };
  }
}

function eventsOf(model: Model, bundle: Bundle): readonly Asked[] {
  const money = moneyOf(model).flatMap((plan) => {
    const standard = plan.on ?? plan.pool?.weights[0]?.name;
    const ruled = moneyOf(bundle).find(({ name }) => name === plan.name);
    return standard === undefined ? [] : askedOf(plan.earnsBack, ruled?.earnsBack, standard);
  });
  const points = model.points.flatMap(({ name, doubled, on }) =>
    askedOf(doubled, bundle.points.find((one) => one.name === name)?.doubled, on),
  );
  const resets = model.escalations.flatMap(({ name, resets: event, on }) =>
    on === null ? [] : askedOf(event, bundle.escalations.find((one) => one.name === name)?.resets, on),
  );
  const ratchets = model.ratchets.flatMap(({ name, when, on }) =>
    askedOf(when, bundle.ratchets.find((one) => one.name === name)?.when, on),
  );
  return [...money, ...points, ...resets, ...ratchets];
}

function moneyOf<When>(of: {
  readonly credits: readonly MoneyPlan<When>[];
  readonly bonuses: readonly MoneyPlan<When>[];
}): readonly MoneyPlan<When>[] {
  return [...of.credits, ...of.bonuses];
}

function askedOf(
  event: EventRule<Condition> | null,
  ruled: EventRule<RuleName> | null | undefined,
  standard: string,
): readonly Asked[] {
  if (event === null) return [];
  if (ruled?.when == null) throw new RangeError(`an event of ${standard} has no rule`);
  return [{ event, rule: ruled.when, standard }];
}
