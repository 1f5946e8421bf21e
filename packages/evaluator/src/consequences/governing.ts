/** Which version of an agreement gives a finding, where several are judged together (SPEC §4.8.6). */
import type { DaySpan } from "../time/spans.ts";
import type { Seasons } from "../time/windows.ts";
import type { Reading, VerdictFact } from "./reading.ts";

/** Of credits and bonuses: of a period its first day counts that any version holds. */
export function governsPeriod({ start, end }: DaySpan, seasons: Seasons): boolean {
  for (let day = start; day < end; day += 1) {
    if (seasons.isCovered(day, day)) return seasons.isInForce(day);
  }
  return false;
}

/** Of what is found at verdicts: the version that judged the window. */
export function governsVerdict({ version }: VerdictFact, reading: Reading): boolean {
  return version === reading.version;
}
