/** The windows that hold a row: by its date, or by the instants between which it is valid. */
import { OVERLAP } from "./cases.ts";
import type { Table } from "./run.ts";
import { columnReader, dateKind, dateReader, kindOfDate } from "./table.ts";
import { type OccasionRange, rangeFinder, type WindowSet } from "./window-set.ts";

/** Finds the windows of a row; the range that it gives is used again for the next one. */
export type RangeOf = (row: number, party: number) => OccasionRange;

/** Rows go by the date of a field, or by the dataset's own (null). */
export function rangeOf(table: Table, windows: WindowSet, dated: string | null): RangeOf {
  const { run } = table;
  const { valid } = table.plan;
  if (windows.own !== null) return ownRange(table, windows.own, dated);
  if (valid !== null && dated === null) return validRange(table, windows, valid);
  if (dated === OVERLAP) return overlapRange(table, windows);
  const date = dated === null ? dateReader(table) : columnReader(table, dated);
  const kind = dated === null ? dateKind(table) : kindOfDate(table.plan.fields, dated);
  const find = rangeFinder(windows.days ?? [], kind === "date" ? (day) => day : run.clock.startOfDay);
  const nowhere: OccasionRange = { from: 0, to: 0 };
  // A case that has started is read, even if it is dated later than `as of` (SPEC §3.4.23).
  const isCase = table.cases !== null && dated === null;
  const bound = isCase ? Number.POSITIVE_INFINITY : kind === "date" ? run.clock.dayOf(run.asOf) : run.asOf;
  return (row) => {
    const value = date(row);
    return value <= bound ? find(value) : nowhere;
  };
}

/** The windows of each partner, who has his own. */
function ownRange(table: Table, own: NonNullable<WindowSet["own"]>, dated: string | null): RangeOf {
  const made = new Map<number, RangeOf>();
  return (row, party) => {
    const range = made.get(party) ?? rangeOf(table, own(party), dated);
    made.set(party, range);
    return range(row, party);
  };
}

/** The windows that a case overlaps, from its start to its stop (or as far as time has gone). */
function overlapRange({ run, cases }: Table, windows: WindowSet): RangeOf {
  const { clock, asOf } = run;
  const starts = (windows.days ?? []).map(({ start }) => clock.startOfDay(start));
  const ends = (windows.days ?? []).map(({ end }) => clock.startOfDay(end));
  const range: OccasionRange = { from: 0, to: 0 };
  return (row) => {
    const facts = cases?.facts[row] ?? null;
    const from = facts?.startedAt ?? asOf;
    const to = facts === null || Number.isNaN(facts.stoppedAt) ? asOf : facts.stoppedAt;
    range.from = firstWhere(ends, (end) => end > from);
    range.to = from < to ? firstWhere(starts, (start) => start >= to) : 0;
    return range;
  };
}

/** Place of the first of ascending instants for which a test holds; their number where it holds for none. */
function firstWhere(instants: readonly number[], test: (instant: number) => boolean): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(instants[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `valid from A until B`: the windows at whose assessment instant the row is valid. */
function validRange(table: Table, windows: WindowSet, valid: { from: string; until: string }): RangeOf {
  const { clock } = table.run;
  const instants = windows.occasions.map(({ endDay }) => clock.startOfDay(endDay));
  const from = columnReader(table, valid.from);
  const until = columnReader(table, valid.until);
  const [fromKind, untilKind] = [valid.from, valid.until].map((name) => kindOfDate(table.plan.fields, name));
  const range: OccasionRange = { from: 0, to: 0 };
  return (row) => {
    const [start, end] = [from(row), until(row)];
    const begins = fromKind === "date" ? clock.startOfDay(start) : start;
    range.from = Number.isNaN(start) ? instants.length : firstWhere(instants, (instant) => instant >= begins);
    if (Number.isNaN(end)) range.to = instants.length;
    else if (untilKind === "date")
      range.to = firstWhere(instants, (instant) => instant >= clock.startOfDay(end + 1));
    else range.to = firstWhere(instants, (instant) => instant > end);
    return range;
  };
}
