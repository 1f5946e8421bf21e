/**
 * What follows from verdicts, for the reference (§3.7, §4.4, §4.6, §7.6): the findings of a result.
 *
 * Each consequence has a file of its own beside this one, written from its paragraphs of SPEC.md: `events` counts over
 * verdicts, `money` and its helpers make credits and bonuses, then points, escalations, ratchets, scorecards and tiers.
 * Where several versions are judged together, verdicts and findings of one name are one series (§4.8.6): each is asked
 * with a site for every version that declares it.
 */
import type { Model } from "../../../packages/language/src/check/model.ts";
import { textOrder } from "../conditions.ts";
import type { ReferenceVerdict } from "../standards.ts";
import { startOfDay } from "../time.ts";
import type { World } from "../views.ts";
import { escalationFindings } from "./escalations.ts";
import { moneyFindings } from "./money.ts";
import { pointsFindings } from "./points.ts";
import { ratchetFindings } from "./ratchets.ts";
import { scoresOf } from "./scorecards.ts";
import type { Found, Site } from "./site.ts";
import { isSuspended } from "./suspended.ts";
import { tiersFindings } from "./tiers.ts";
import { type Book, bookOf } from "./verdicts.ts";

/** What one version judged. */
export interface Judgement {
  readonly world: World;
  readonly verdicts: readonly ReferenceVerdict[];
  readonly attestation: Book["attestation"];
}

/** All findings of versions that are judged together, in the order of §7.6.1. */
export function findingsOf(versions: readonly Judgement[]): readonly Found[] {
  const series = versions.flatMap(({ verdicts }) => verdicts);
  /** The sites of each name, by name. */
  function named<P extends Named>(plansOf: (model: Model) => readonly P[]): readonly (readonly Site<P>[])[] {
    const all = versions.flatMap(({ world, attestation }) =>
      plansOf(world.model).map((plan) => ({ plan, world, book: bookFor(plan, series, world, attestation) })),
    );
    const names = [...new Set(all.map(({ plan }) => plan.name))].sort(textOrder);
    return names.map((name) => all.filter(({ plan }) => plan.name === name));
  }
  const scores = named(({ scorecards }) => scorecards).flatMap(scoresOf);
  const kinds: readonly (readonly Found[])[][] = [
    named(({ credits }) => credits).map(moneyFindings),
    named(({ bonuses }) => bonuses).map(moneyFindings),
    named(({ points }) => points).map(pointsFindings),
    named(({ escalations }) => escalations).map(escalationFindings),
    named(({ ratchets }) => ratchets).map(ratchetFindings),
    named(({ scorecards }) => scorecards).map((sites) =>
      scores.filter(({ finding }) => finding.name === sites[0]?.plan.name),
    ),
    named(({ tiers }) => tiers).map((sites) => tiersFindings(sites, scores)),
  ];
  return kinds.flatMap((names) => names.flatMap((found) => [...found].sort(inOrder)));
}

interface Named {
  readonly name: string;
}

/** The verdicts of all versions; a ramp-up of the version that judged one may make it unjudged for a declaration. */
const bookFor = (
  { name }: Named,
  series: readonly ReferenceVerdict[],
  world: World,
  attestation: Book["attestation"],
): Book =>
  bookOf(series, world, {
    isSuspended: ({ basis: { partner, occasion, side } }) =>
      isSuspended(
        name,
        side.world,
        partner,
        startOfDay(side.world.frame.zone, occasion.periodStart ?? occasion.end),
      ),
    attestation,
  });

/** By party, and the start and label of the period. */
const inOrder = ({ finding: a }: Found, { finding: b }: Found): number =>
  textOrder(a.party, b.party) || textOrder(a.start, b.start) || textOrder(a.period, b.period);
