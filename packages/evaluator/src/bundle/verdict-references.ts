/** Follows names of standards, attestations and duties where their verdicts are read or counted. */
import type { EventPlan, PartyKind, VerdictTest } from "./consequence-plan.ts";
import { type Known, mustBeVerdictOf, mustExist, report } from "./known.ts";
import type { Ratio } from "./plan.ts";
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

/** The limit of a standard that has one and no groups; null otherwise. */
export function onlyLimit(known: Known, standard: string): LimitPlan | null {
  const limits = (known.standards.get(standard)?.requires ?? []).flatMap(({ alternatives }) => alternatives);
  return limits.length === 1 && limits[0]?.group === null ? limits[0] : null;
}

/** Notes a part of nothing. */
export function mustBePositive(known: Known, { numerator }: Ratio, path: string): void {
  if (BigInt(numerator) <= 0n) report(known, path, "must be above 0");
}
