/**
 * `percent of time outside CLOCK`: of a window's counted time, what no case covers (SPEC §3.5.21, §3.5.22).
 *
 * Which cases are in a window, after exclusions, a unit has found out. Here the stretches in which they ran are cut to
 * the window, and time covered twice is counted once. A window that is still open ends at `as of`.
 */
import { type Exact, exact } from "../exact/ratio.ts";
import { countedTime } from "./case-terms.ts";
import type { Cases } from "./cases.ts";
import type { FactValue } from "./facts.ts";
import type { Run } from "./run.ts";
import type { UnitState } from "./unit-spec.ts";
import type { WindowSet } from "./window-set.ts";

/** The share of time outside by cell; null where a window has no counted time. */
export function timeOutside(
  clock: string,
  windows: WindowSet,
  state: UnitState | undefined,
  run: Run,
): (cell: number) => FactValue | null {
  const cases = run.table(clock)?.cases ?? null;
  if (cases === null) return () => null;
  const timeOf = countedTime(cases.clock, run);
  const width = windows.occasions.length;
  return (cell) => {
    const days = windows.days?.[cell % width];
    const time = timeOf(Math.floor(cell / width));
    if (days === undefined || time === null) return null;
    const from = run.clock.startOfDay(days.start);
    const to = Math.min(run.clock.startOfDay(days.end), run.asOf);
    if (from >= to) return null;
    const all = time.between(from, to);
    let covered = 0;
    for (const [start, end] of stretches(state?.distinct.values(cell) ?? [], cases, from, to))
      covered += time.between(start, end);
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
  { facts }: Cases,
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
