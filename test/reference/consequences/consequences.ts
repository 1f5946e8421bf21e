/**
 * What follows from verdicts, for the reference (§3.7, §4.4, §4.6, §7.6): the findings of a result.
 *
 * Each consequence has a file of its own beside this one, written from its paragraphs of SPEC.md: `events` counts over
 * verdicts, `money` and its helpers make credits and bonuses, then points, escalations, ratchets, scorecards and tiers.
 */
import { textOrder } from "../conditions.ts";
import type { ReferenceVerdict } from "../standards.ts";
import type { World } from "../views.ts";
import type { ReferenceFinding } from "./finding.ts";
import { moneyFindings } from "./money.ts";
import { pointsFindings } from "./points.ts";
import { bookOf } from "./verdicts.ts";

/** All findings, in the order of §7.6.1. */
export function findingsOf(verdicts: readonly ReferenceVerdict[], world: World): readonly ReferenceFinding[] {
  const { model } = world;
  const book = bookOf(verdicts, world);
  return [
    ...inOrder(model.credits, (plan) => moneyFindings(plan, world, book)),
    ...inOrder(model.bonuses, (plan) => moneyFindings(plan, world, book)),
    ...inOrder(model.points, (plan) => pointsFindings(plan, world, book)),
  ];
}

/** The findings of each plan, by name, party, and the start and label of the period. */
function inOrder<T extends { readonly name: string }>(
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
