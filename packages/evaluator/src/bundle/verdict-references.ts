/** Follows names of standards, attestations and duties where their verdicts are read or counted. */
import type { EventPlan, EventRule, PartyKind, RuleName, VerdictTest } from "./consequence-plan.ts";
import { type Known, mustBeVerdictOf, mustExist, report } from "./known.ts";
import type { Ratio } from "./plan.ts";
import { type Facts, mustDecide } from "./rule-reads.ts";
import type { LimitPlan } from "./standard-plan.ts";

/** Notes what is no standard, or one about the other kind of party. */
export function mustBeStandardOf(known: Known, party: PartyKind, name: string, path: string): void {
  if (mustExist(known, known.standards, name, path, "standard")) mustBeVerdictOf(known, party, name, path);
}

/** Checks `NAME is VERDICT`. */
export function checkVerdictTest(known: Known, party: PartyKind, test: VerdictTest, path: string): void {
  mustBeVerdictOf(known, party, test.name, `${path}.name`);
  if (test.operator !== "is_one_of" && test.verdicts.length !== 1) {
    report(
      known,
      `${path}.verdicts`,
      `\`${test.operator}\` does not compare with ${test.verdicts.length} values`,
    );
  }
}

/** Checks an event: `exceeded` needs the one limit whose bound is exceeded. */
export function checkEvent(known: Known, event: EventPlan, standard: string | null, path: string): void {
  if (event.what !== "exceeded" || standard === null || !known.standards.has(standard)) return;
  if (onlyLimit(known, standard) === null) report(known, path, "needs a standard with one limit");
}

/** Facts of the rule of an event. */
export const EVENT_FACTS = ["now:", "run:", "times:"] as const;

/** Checks an event, and that its rule counts verdicts and reads nothing else. */
export function checkEventRule(
  known: Known,
  event: EventRule<RuleName>,
  standard: string | null,
  path: string,
): void {
  checkEvent(known, event, standard, path);
  mustBeDecided(known, event.when, `${path}.when`, { names: [], prefixes: EVENT_FACTS });
}

/** A bundle's decision has a rule; it is the model whose plans do without. */
export function mustBeDecided(known: Known, rule: RuleName | null, path: string, facts: Facts): void {
  if (rule === null) report(known, path, "is missing");
  else mustDecide(known, rule, path, facts);
}

/** The limit of a standard that has one and no groups; null otherwise. */
export function onlyLimit(known: Known, standard: string): LimitPlan | null {
  const limits = (known.standards.get(standard)?.requires ?? []).flatMap(({ alternatives }) => alternatives);
  return limits.length === 1 && limits[0]?.group === null ? limits[0] : null;
}

/** Notes a part of nothing. */
export function mustBePositive(known: Known, { numerator }: Ratio, path: string): void {
  if (BigInt(numerator) <= 0n) report(known, path, "must be above 0");
}
