/** What findings of every kind have in common. */
import type { Origin } from "../bundle/plan.ts";
import type { Finding } from "../judge/finding.ts";
import type { Period } from "../judge/result.ts";
import { formatDay } from "../time/civil.ts";
import { formatInstant } from "../time/instant.ts";
import type { TimeFrame } from "../time/windows.ts";
import type { Reading } from "./reading.ts";

/** A period or window, as findings and verdicts have them. */
export interface Stretch {
  readonly label: string;
  readonly firstDay: number;
  /** The day after its last. */
  readonly endDay: number;
  readonly start: number;
  readonly end: number;
}

type Head = Pick<Finding, "name" | "label" | "party" | "period" | "version">;

/** The keys of a finding that follow from its declaration, party and period. */
export function headOf(
  plan: { readonly name: string; readonly label: string | null },
  stretch: Stretch,
  reading: Reading,
): Head {
  const { name, label } = plan;
  return { name, label, party: reading.party, period: shownPeriod(stretch), version: reading.version };
}

/** Where something is written. */
export function placeOf({ origin: { file, line } }: { readonly origin: Origin }): Finding["origin"] {
  return { file, line };
}

function shownPeriod({ label, firstDay, endDay, start, end }: Stretch): Period {
  return {
    label,
    start: formatInstant(start),
    end: formatInstant(end),
    firstDay: formatDay(firstDay),
    lastDay: formatDay(endDay - 1),
  };
}

/** Up to which day the data goes, and that a finding is no act (SPEC §1.8). */
export function dataReason({ asOf, clock }: TimeFrame): string {
  return `Worked out on data up to ${formatDay(clock.dayOf(asOf - 1))}; this is a finding and no notice`;
}

/** Why a finding may still change; none where it may not. */
export function provisionalReasons(
  isProvisional: boolean,
  stretch: Stretch,
  frame: TimeFrame,
): readonly string[] {
  if (!isProvisional) return [];
  if (stretch.end > frame.asOf)
    return [`The period ends on ${formatDay(stretch.endDay - 1)}; this is what the data says so far`];
  return ["Something that this reads is not final yet, so it may still change"];
}
