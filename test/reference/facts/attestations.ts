/** Attestations, for the reference (§3.9.7 to §3.9.9). */
import type { AttestationPlan, VerdictKind } from "@tenet-lang/evaluator";
import { cellOf } from "../parse.ts";
import { isActiveOn, type ReferenceVerdict } from "../standards.ts";
import { addCalendar, civilDayAt, dayFrom, showDay, showInstant, startOfDay } from "../time.ts";
import { datasetOf, type World } from "../views.ts";
import { type Due, dueOf } from "./due.ts";
import { type FactRecord, recordsOf } from "./records.ts";
import { factVerdict } from "./verdict.ts";

interface Judged {
  readonly verdict: VerdictKind;
  readonly provisional: VerdictKind | null;
  readonly due: Due | null;
}

/** An attestation as it is judged at an instant. */
export function attestationAt(
  plan: AttestationPlan,
  world: World,
  partner: string | null,
  instant: number,
): Judged {
  const { zone, agreement } = world.frame;
  const due = plan.due === null ? null : dueOf(plan.due, world, partner, null);
  const isOut =
    instant < startOfDay(zone, dayFrom(agreement.effective.from)) ||
    !isActiveOn(world, partner, civilDayAt(zone, instant)) ||
    (plan.due !== null && due === null);
  if (isOut) return { verdict: "not_applicable", provisional: null, due };
  const records = recordsOf(plan.recorded, plan.party, partner, world);
  const found = records.some((record) => isValid(plan, record, instant, world)) ? "met" : "missed";
  if (due !== null && instant < due.instant) return { verdict: "pending", provisional: found, due };
  return { verdict: found, provisional: null, due };
}

/** The one verdict of a party: at `as of`, but not after the end of the agreement's last day. */
export function attestationVerdict(
  plan: AttestationPlan,
  world: World,
  partner: string | null,
): ReferenceVerdict {
  const { zone, agreement, asOf } = world.frame;
  const { from, until } = agreement.effective;
  const instant = until === null ? asOf : Math.min(asOf, startOfDay(zone, dayFrom(until) + 1));
  const { due, ...judged } = attestationAt(plan, world, partner, instant);
  return factVerdict({
    kind: "attestation",
    standard: plan.name,
    party: partner ?? "brand",
    period: showDay(civilDayAt(zone, instant)),
    start: showInstant(startOfDay(zone, dayFrom(from))),
    end: showInstant(instant),
    ...judged,
    due,
    used: recordsOf(plan.recorded, plan.party, partner, world).length,
    partner,
    world,
  });
}

/** §3.9.8, §3.2.16. */
function isValid(
  { valid, recorded }: AttestationPlan,
  { row, at, day }: FactRecord,
  instant: number,
  world: World,
): boolean {
  const { zone } = world.frame;
  if (at > instant) return false;
  switch (valid?.kind) {
    case undefined:
      return true;
    case "length":
      return civilDayAt(zone, instant) < addCalendar(day, valid.length.count, valid.length.unit);
    case "until":
      return isBefore(valid.field);
    case "dataset":
      return isBefore(datasetOf(world, recorded.dataset).valid?.until ?? "");
  }

  function isBefore(field: string): boolean {
    const until = cellOf(row, field);
    if (until === null) return true;
    if (typeof until !== "object") return false;
    if ("day" in until) return instant < startOfDay(zone, until.day + 1);
    return "instant" in until && instant <= until.instant;
  }
}
