/**
 * What follows from verdicts, for the reference (§3.7, §4.4, §4.6, §7.6): the findings of a result.
 *
 * Each consequence has a file of its own beside this one, written from its paragraphs of SPEC.md: `events` counts over
 * verdicts, `money` and its helpers make credits and bonuses, then points, escalations, ratchets, scorecards and tiers.
 */
import { textOrder } from "../conditions.ts";
import type { ReferenceVerdict } from "../standards.ts";
import { startOfDay } from "../time.ts";
import type { World } from "../views.ts";
import { escalationFindings } from "./escalations.ts";
import type { ReferenceFinding } from "./finding.ts";
import { moneyFindings } from "./money.ts";
import { pointsFindings } from "./points.ts";
import { ratchetFindings } from "./ratchets.ts";
import { scoresOf } from "./scorecards.ts";
import { isSuspended } from "./suspended.ts";
import { tiersFindings } from "./tiers.ts";
import { type Book, bookOf } from "./verdicts.ts";

/** All findings, in the order of §7.6.1. */
export function findingsOf({ verdicts, attestation }: Judgement, world: World): readonly ReferenceFinding[] {
  const { model } = world;
  const bookFor = ({ name }: Named): Book =>
    bookOf(verdicts, world, {
      isSuspended: ({ basis: { partner, occasion } }) =>
        isSuspended(name, world, partner, startOfDay(world.frame.zone, occasion.periodStart ?? occasion.end)),
      attestation,
    });
  const scores = model.scorecards.flatMap((plan) => scoresOf(plan, world, bookFor(plan)));
  return [
    ...inOrder(model.credits, (plan) => moneyFindings(plan, world, bookFor(plan))),
    ...inOrder(model.bonuses, (plan) => moneyFindings(plan, world, bookFor(plan))),
    ...inOrder(model.points, (plan) => pointsFindings(plan, world, bookFor(plan))),
    ...inOrder(model.escalations, (plan) => escalationFindings(plan, world, bookFor(plan))),
    ...inOrder(model.ratchets, (plan) => ratchetFindings(plan, world, bookFor(plan))),
    ...inOrder(model.scorecards, ({ name }) =>
      scores.filter(({ finding }) => finding.name === name).map(({ finding }) => finding),
    ),
    ...inOrder(model.tiers, (plan) => tiersFindings(plan, world, bookFor(plan), scores)),
  ];
}

/** What was judged. */
interface Judgement {
  readonly verdicts: readonly ReferenceVerdict[];
  readonly attestation: Book["attestation"];
}

interface Named {
  readonly name: string;
}

/** The findings of each plan, by name, party, and the start and label of the period. */
function inOrder<T extends Named>(
  plans: readonly T[],
  find: (plan: T) => readonly ReferenceFinding[],
): readonly ReferenceFinding[] {
  const sorted = [...plans].sort((a, b) => textOrder(a.name, b.name));
  return sorted.flatMap((plan) =>
    [...find(plan)].sort(
      (a, b) => textOrder(a.party, b.party) || textOrder(a.start, b.start) || textOrder(a.period, b.period),
    ),
  );
}
