/**
 * Everything that is judged under an agreement, for the reference: standards, attestations and duties (§3.9), which may
 * read each other's verdicts, though never in a circle.
 */
import type { VerdictKind } from "@tenet-lang/evaluator";
import { textOrder } from "../conditions.ts";
import { bookOf, inSpan, joined, type Word } from "../consequences/verdicts.ts";
import { type DutyMiss, judgeStandard, type ReferenceVerdict } from "../standards.ts";
import { civilDayAt, startOfDay } from "../time.ts";
import type { World } from "../views.ts";
import { attestationAt, attestationVerdict } from "./attestations.ts";
import type { DueSpan } from "./due.ts";
import { dutyVerdicts } from "./duties.ts";

/** What was judged. */
export interface Facts {
  /** In the order of §7.3.1. */
  readonly verdicts: readonly ReferenceVerdict[];
  /** The verdict of an attestation at an instant; null for other names. */
  attestation(name: string, partner: string | null, instant: number): VerdictKind | null;
}

/** Judges everything; what is read is judged when it is asked for. */
export function judgeAll(world: World): Facts {
  const { model } = world;
  const partners = [...world.tables.partners.keys()];
  const known = new Map<string, readonly ReferenceVerdict[]>();
  const partiesOf = (party: "partner" | "brand"): readonly (string | null)[] =>
    party === "brand" ? [null] : partners;

  function of(name: string): readonly ReferenceVerdict[] {
    const found = known.get(name) ?? judged(name);
    known.set(name, found);
    return found;
  }
  function judged(name: string): readonly ReferenceVerdict[] {
    const standard = model.standards.find((one) => one.name === name);
    if (standard !== undefined) return judgeStandard(standard, world, missesOf(name));
    const attestation = model.attestations.find((one) => one.name === name);
    if (attestation !== undefined && !givesAttestations(world)) return [];
    if (attestation !== undefined)
      return partiesOf(attestation.party).map((partner) => attestationVerdict(attestation, world, partner));
    const duty = model.duties.find((one) => one.name === name);
    if (duty === undefined) throw new RangeError(`there is no ${name}`);
    return partiesOf(duty.party).flatMap((partner) => dutyVerdicts(duty, world, partner, verdictIn));
  }
  /** §3.9.15: the duties whose miss counts as a miss of a standard. */
  function missesOf(standard: string): DutyMiss {
    const duties = model.duties.filter(({ missedCounts }) => missedCounts === standard);
    return (party, label) => {
      const found = duties.flatMap(({ name }) =>
        of(name).filter((one) => one.party === party && one.period === label),
      );
      return {
        missedBy: found.find(({ verdict }) => verdict === "missed")?.standard ?? null,
        isAwaited: found.some(({ verdict }) => verdict === "pending"),
      };
    };
  }
  function attestation(name: string, partner: string | null, instant: number): VerdictKind | null {
    const plan = model.attestations.find((one) => one.name === name);
    return plan === undefined ? null : attestationAt(plan, world, partner, instant).verdict;
  }
  function verdictIn(name: string, partner: string | null, { first, end }: DueSpan): Word | null {
    const { zone, asOf } = world.frame;
    const attested = attestation(name, partner, Math.min(startOfDay(zone, end), asOf));
    if (attested !== null) return attested;
    const book = bookOf(of(name), world, { isSuspended: () => false, attestation: () => null });
    return joined(inSpan(book.of(name, partner ?? "brand"), { first, end, label: "" }));
  }
  const names = [...model.standards, ...model.attestations, ...model.duties].map(({ name }) => name);
  const verdicts = names.sort(textOrder).flatMap((name) => [...of(name)].sort(byParty));
  return { verdicts, attestation };
}

/** §4.8.4: is it the version of the civil day of `as of`, or of the last day before it that has one, or the first? */
function givesAttestations({ frame: { seasons, asOf, zone, agreement } }: World): boolean {
  if (seasons === null) return true;
  return seasons.latestBy(civilDayAt(zone, asOf)) === agreement.version;
}

const byParty = (a: ReferenceVerdict, b: ReferenceVerdict): number =>
  textOrder(a.party, b.party) || textOrder(a.start, b.start) || textOrder(a.period, b.period);
