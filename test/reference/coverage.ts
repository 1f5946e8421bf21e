/** `percent of time outside CLOCK`, for the reference (§3.5.21, §3.5.22): the counted time that no case covers. */

import { type Calendar, openTime } from "./calendars.ts";
import type { Row } from "./row.ts";

import { type Stretch, without } from "./stretches.ts";

export interface Coverage {
  /** Counted microseconds of the window, and those that no case covers. */
  readonly counted: number;
  readonly uncovered: number;
  /** The cases that overlap the window. */
  readonly cases: readonly Row[];
}

/** What cases leave uncovered of a window, which ends at `as of` while it is open. */
export function coverageOf(
  cases: readonly Row[],
  window: Stretch,
  asOf: number,
  calendar: Calendar | null,
): Coverage {
  const seen = { from: window.from, to: Math.min(window.to, asOf) };
  const counted = ({ from, to }: Stretch): number =>
    to <= from ? 0 : calendar === null ? to - from : openTime(calendar, from, to);
  const covered = cases.flatMap(({ facts }) => facts?.active ?? []);
  return {
    counted: counted(seen),
    uncovered: without([seen], covered).reduce((sum, stretch) => sum + counted(stretch), 0),
    cases: cases.filter((row) => overlaps(row, seen, asOf)),
  };
}

/** Does some time from a case's start to its stop, running or paused, lie in the window? */
function overlaps({ facts }: Row, { from, to }: Stretch, asOf: number): boolean {
  if (facts === null) return false;
  const end = facts.stoppedAt ?? asOf;
  return Math.max(facts.startedAt, from) < Math.min(end, to);
}
