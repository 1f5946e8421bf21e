/** Which version of an agreement gives a finding, where several are judged together (SPEC §4.8.6). */
import type { Finding } from "../judge/finding.ts";
import { parseDay } from "../time/civil.ts";
import type { Seasons } from "../time/windows.ts";

/** Is the finding this version's? A day that no version holds says nothing; the next one that does is asked. */
export function isOurs({ kind, period }: Finding, seasons: Seasons): boolean {
  const [first, last] = [parseDay(period.firstDay) ?? 0, parseDay(period.lastDay) ?? 0];
  const isAssessed = kind === "escalation" || kind === "tiers";
  // Assessed is on the day after the last; of a period its first day counts.
  const [from, to, step] = isAssessed ? [last + 1, first, -1] : [first, last, 1];
  for (let day = from; step > 0 ? day <= to : day >= to; day += step) {
    if (seasons.isCovered(day, day)) return seasons.isInForce(day);
  }
  return false;
}
