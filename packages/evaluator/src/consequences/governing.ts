/** Which version of an agreement gives a finding, where several are judged together (SPEC §4.8.6). */
import type { Finding } from "../judge/finding.ts";
import { parseDay } from "../time/civil.ts";
import type { DaySpan } from "../time/spans.ts";
import type { Seasons } from "../time/windows.ts";

/** Is the finding this version's? */
export function isOurs({ kind, period }: Finding, seasons: Seasons): boolean {
  const days = { start: parseDay(period.firstDay) ?? 0, end: (parseDay(period.lastDay) ?? 0) + 1 };
  // The days of tiers are those that a version has kept already.
  if (kind === "tiers") return true;
  return kind === "escalation" ? governsAssessment(days, seasons) : governsPeriod(days, seasons);
}

/** Of a period its first day counts that any version holds; of one before all versions, its assessment. */
export function governsPeriod({ start, end }: DaySpan, seasons: Seasons): boolean {
  for (let day = start; day < end; day += 1) {
    if (seasons.isCovered(day, day)) return seasons.isInForce(day);
  }
  return governsAssessment({ start, end }, seasons);
}

/** Of what is assessed the day after the last counts, or the last before it that any version holds. */
function governsAssessment({ start, end }: DaySpan, seasons: Seasons): boolean {
  for (let day = end; day >= start - 1; day -= 1) {
    if (seasons.isCovered(day, day)) return seasons.isInForce(day);
  }
  return false;
}
