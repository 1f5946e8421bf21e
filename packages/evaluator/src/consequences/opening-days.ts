/**
 * Opening days that a case took, or was overdue on: days of whose openings at least some time was part of it
 * (SPEC §3.7.18).
 */
import type { CaseFacts } from "../measure/cases.ts";
import { BRAND, type Table } from "../measure/run.ts";
import type { BusinessCalendar } from "../time/business.ts";

/** Counts the opening days of a clock's case by its row. */
export function openingDaysReader(field: string, table: Table): (row: number) => number {
  const { cases, run } = table;
  const calendarOf = (row: number): BusinessCalendar | null => {
    const name = cases?.clock.calendar ?? null;
    const party = table.parties[row] ?? BRAND;
    return name === null ? null : run.calendar(name, party);
  };
  return (row) => {
    const facts = cases?.facts[row] ?? null;
    const calendar = calendarOf(row);
    return facts === null || calendar === null ? 0 : countDays(stretchesOf(facts, field), calendar);
  };
}

type Stretch = readonly [from: number, to: number];

/** When the case ran; for `overdue` only what came after it was due. */
function stretchesOf({ ran, dueAt }: CaseFacts, field: string): readonly Stretch[] {
  const from = field === "overdue" ? dueAt : Number.NEGATIVE_INFINITY;
  const found: Stretch[] = [];
  for (let at = 0; at + 1 < ran.length; at += 2) {
    const stretch: Stretch = [Math.max(ran[at] ?? 0, from), ran[at + 1] ?? 0];
    if (stretch[0] < stretch[1]) found.push(stretch);
  }
  return found;
}

function countDays(stretches: readonly Stretch[], calendar: BusinessCalendar): number {
  const days = new Set<number>();
  for (const [from, to] of stretches) {
    // An opening may last until the day after the one to which it belongs.
    for (let day = calendar.dayOf(from) - 1; day <= calendar.dayOf(to); day += 1) {
      const isPart = calendar.openings(day).some(({ start, end }) => start < to && end > from);
      if (isPart) days.add(day);
    }
  }
  return days.size;
}
