/** Which declarations a name may stand for, by their word; only of names that other files can bring. */
import type { Place } from "../comparisons.ts";

const data = ["dataset", "clock"];
const counted = [...data, "metric"];

const wanted: ReadonlyMap<string, readonly string[]> = new Map([
  ["BusinessDaysOf.calendar", ["calendar"]],
  ["DaysType.calendar", ["calendar"]],
  ["CountsTime.calendar", ["calendar"]],
  ["Clock.on", ["dataset"]],
  ["Via.dataset", ["dataset"]],
  ["Population.dataset", data],
  ["Lookup.dataset", data],
  ["PaysForRows.dataset", data],
  ["LatestRows.dataset", counted],
  ["NeedRow.counts", counted],
  ["TimeOutside.clock", ["clock"]],
  ["Limit.metric", ["metric"]],
  ["Ratio.numerator", ["metric"]],
  ["Ratio.denominator", ["metric"]],
  ["PeriodMean.metric", ["metric"]],
  ["ScoreWeight.metric", ["metric"]],
  ["Tolerates.metric", ["metric"]],
  ["Excluding.names", ["exclusion"]],
  ["Covers.names", ["touchpoint"]],
  ["MissWeight.name", ["standard", "attestation", "duty"]],
  ["Unless.name", ["standard", "attestation", "duty"]],
  ["Credit.on", ["standard"]],
  ["Bonus.on", ["standard"]],
  ["Points.on", ["standard"]],
  ["Escalation.on", ["standard"]],
  ["Ratchet.on", ["standard"]],
  ["Amendment.standard", ["standard"]],
  ["IfMissed.standard", ["standard"]],
  ["Given.dataset", ["dataset"]],
  ["Expect.subject", ["metric", "standard", "attestation", "duty"]],
]);

/** The declaration words that a name at a place may stand for. */
export function wantedAt({ path }: Place): readonly string[] {
  const holder = path.at(-2);
  return (holder === undefined ? undefined : wanted.get(`${holder.node.kind}.${holder.key}`)) ?? [];
}
