/**
 * `percent of time outside CLOCK`: of a window's counted time, what no case covers (SPEC §3.5.21, §3.5.22).
 *
 * Which cases are in a window, after exclusions, a unit has found out. Here the stretches in which they ran are cut to
 * the window, and time covered twice is counted once. A window that is still open ends at `as of`.
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import { type Exact, exact } from "../exact/ratio.ts";
import type { Cases } from "../measure/cases.ts";
import type { Run } from "../measure/run.ts";
import { daysAt, type WindowSet } from "../measure/window-set.ts";
import { countedTime } from "./case-terms.ts";

/** The share of time outside by cell; null where a window has no counted time. */
export function timeOutside(
  clock: ClockPlan,
  facts: Cases["facts"],
  run: Run,
  windows: WindowSet,
  rowsAt: (cell: number) => Iterable<number | bigint>,
): (cell: number) => Exact | null {
  const timeOf = countedTime(clock, run);
  const width = windows.occasions.length;
  return (cell) => {
    const days = daysAt(windows, cell);
    const time = timeOf(Math.floor(cell / width));
    if (days === null || time === null) return null;
    const from = run.clock.startOfDay(days.start);
    const to = Math.min(run.clock.startOfDay(days.end), run.asOf);
    if (from >= to) return null;
    const all = time.between(from, to);
    let covered = 0;
    for (const [start, end] of stretches(rowsAt(cell), facts, from, to)) covered += time.between(start, end);
    return shareOf(all - covered, all);
  };
}

/** Null where there is no time, or (not a number) where a calendar does not reach so far. */
function shareOf(outside: number, all: number): Exact | null {
  return all > 0 ? exact(BigInt(outside), BigInt(all)) : null;
}

type Stretch = readonly [from: number, to: number];

/** The time that cases cover between two instants, in order and without overlaps. */
function stretches(
  rows: Iterable<number | bigint>,
  facts: Cases["facts"],
  from: number,
  to: number,
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const row of rows) {
    const ran = facts[Number(row)]?.ran ?? [];
    for (let at = 0; at < ran.length; at += 2) {
      const stretch = [Math.max(ran[at] ?? 0, from), Math.min(ran[at + 1] ?? 0, to)] as const;
      if (stretch[0] < stretch[1]) found.push(stretch);
    }
  }
  found.sort(([a], [b]) => a - b);
  let end = from;
  return found.flatMap(([start, until]): readonly Stretch[] => {
    const stretch = [Math.max(start, end), until] as const;
    end = Math.max(end, until);
    return stretch[0] < stretch[1] ? [stretch] : [];
  });
}
