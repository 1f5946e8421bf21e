/**
 * Look-ups: what other rows say about a row.
 *
 * `has DATASET with same KEY …` is true if at least one row of the dataset matches, of any date up to `as of` and of
 * any partner, whatever exclusions say; a missing key never matches, and no row matches itself (SPEC §2.7). Each
 * look-up becomes one index, made when it is first asked: the keys that match, or for a window in time the dates by
 * key. `partner … in` and `dated … in` are indexes of the same kind.
 */

import type { Condition } from "../bundle/condition-plan.ts";
import { momentOf } from "../time/business.ts";
import { shiftDay } from "../time/spans.ts";
import { shiftInstant } from "../time/windows.ts";
import { NOBODYS, USED } from "./fates.ts";
import { facePartner, type Run, type Table } from "./run.ts";
import {
  AMBIGUOUS,
  columnReader,
  dateKind,
  dateReader,
  identityReader,
  kindOfDate,
  partnersReader,
} from "./table.ts";
import { FALSE, type RowTest, TRUE } from "./truth.ts";

type Has = Condition & { kind: "has" };
type Key = number | bigint;

/** The test of a look-up for the rows of a table. */
export function lookupTest(
  has: Has,
  table: Table,
  testOf: (condition: Condition | null, of: Table) => RowTest,
): RowTest {
  const target = table.run.table(has.dataset);
  if (target === null) return () => FALSE;
  const key = identityReader(table, has.key);
  const keyOf = sameKey(table, target, has.key);
  if (has.within === null) {
    const isSelf = target === table;
    let keys: ReadonlyMap<Key, FoundRows> | null = null;
    return (row) => {
      keys ??= matchingKeys(target, has, testOf);
      const found = keys.get(keyOf(key(row)));
      if (found === undefined) return FALSE;
      return found.count > 1 || !isSelf || found.row !== row ? TRUE : FALSE;
    };
  }
  return withinTest(has, has.within, table, target, testOf, (row) => keyOf(key(row)));
}

/** Brings a key of one dataset to the other's form: `one of` lists may number the same member differently. */
function sameKey(table: Table, target: Table, name: string): (key: Key) => Key {
  const [own, other] = [table, target].map(
    ({ plan }) => plan.fields.find((field) => field.name === name)?.type,
  );
  if (own?.kind !== "one_of" || other?.kind !== "one_of") return (key) => key;
  const places = own.members.map((member) =>
    other.members.findIndex((candidate) => candidate.name === member.name),
  );
  return (key) => places[Number(key)] ?? Number.NaN;
}

/** Calls back for every row of a stored table that a look-up may find. */
export function forEachFound(target: Table, visit: (row: number) => void): void {
  const partners = partnersReader(target);
  const { run } = target;
  const partnersView = run.table("partners")?.view ?? null;
  for (let row = 0; row < target.store.length; row += 1) {
    const fate = target.fates[row];
    if (fate !== USED && fate !== NOBODYS) continue;
    const [first] = target.plan.partner === null ? [] : partners(row);
    const before = partnersView?.partnerRow ?? -1;
    facePartner(partnersView, run.parties, first === undefined ? 0 : run.parties.find(first));
    visit(row);
    if (partnersView !== null) partnersView.partnerRow = before;
  }
}

/** How many rows match, and the last of them: enough to know whether a row other than the one that asks does. */
interface FoundRows {
  count: number;
  row: number;
}

function matchingKeys(
  target: Table,
  has: Has,
  testOf: (condition: Condition | null, of: Table) => RowTest,
): ReadonlyMap<Key, FoundRows> {
  const keys = new Map<Key, FoundRows>();
  const key = identityReader(target, has.key);
  const test = testOf(has.where, target);
  forEachFound(target, (row) => {
    const value = key(row);
    if (Number.isNaN(value) || test(row) !== TRUE) return;
    const found = keys.get(value) ?? { count: 0, row };
    found.count += 1;
    found.row = row;
    keys.set(value, found);
  });
  return keys;
}

/** `in the N UNITS after FIELD`: a match dated after the field's value, at most so much later. */
function withinTest(
  has: Has,
  within: NonNullable<Has["within"]>,
  table: Table,
  target: Table,
  testOf: (condition: Condition | null, of: Table) => RowTest,
  keyOf: (row: number) => Key,
): RowTest {
  const { clock } = table.run;
  const after = columnReader(table, within.after);
  const afterKind = kindOfDate(table.plan.fields, within.after);
  const inDays = afterKind === "date" || dateKind(target) === "date";
  const reach = reachOf(within, afterKind, inDays, table.run);
  let dates: Map<Key, FoundDates> | null = null;
  return (row) => {
    dates ??= datesByKey(target, has, testOf, inDays);
    const value = after(row);
    const found = dates.get(keyOf(row));
    if (Number.isNaN(value) || found === undefined) return FALSE;
    const from = inDays && afterKind === "timestamp" ? clock.dayOf(value) : value;
    return hasOther(found, from, reach(value, from), target === table ? row : -1) ? TRUE : FALSE;
  };
}

/** The last day (or instant) that a look-up reaches from a value, which is also given as it is compared. */
function reachOf(
  { unit, count }: NonNullable<Has["within"]>,
  kind: "date" | "timestamp",
  inDays: boolean,
  { clock, frame: { businessDays } }: Run,
): (value: number, from: number) => number {
  if (unit === "business_day") {
    if (businessDays === null) return () => Number.NaN;
    return (value) => {
      const { dayZero } = momentOf(businessDays, value, kind === "timestamp");
      const day = businessDays.businessDay(dayZero, count);
      return inDays ? day : businessDays.closingTime(day);
    };
  }
  if (!inDays) return (value) => shiftInstant(value, unit, count, clock);
  if (unit === "second" || unit === "minute" || unit === "hour") return (_, from) => from;
  return (_, from) => shiftDay(from, unit, count);
}

/** Matching rows of one key in order of their dates. */
interface FoundDates {
  readonly dates: readonly number[];
  readonly rows: readonly number[];
}

/** Is there a match dated after `from` and at most `until`, other than a row itself? */
function hasOther(found: FoundDates, from: number, until: number, self: number): boolean {
  for (let at = firstAfter(found.dates, from); at < found.dates.length; at += 1) {
    if (!((found.dates[at] ?? 0) <= until)) return false;
    if (found.rows[at] !== self) return true;
  }
  return false;
}

function datesByKey(
  target: Table,
  has: Has,
  testOf: (condition: Condition | null, of: Table) => RowTest,
  inDays: boolean,
): Map<Key, FoundDates> {
  const lists = new Map<Key, { date: number; row: number }[]>();
  const key = identityReader(target, has.key);
  const date = dateReader(target);
  const kind = dateKind(target);
  const test = testOf(has.where, target);
  forEachFound(target, (row) => {
    const [value, at] = [key(row), date(row)];
    if (Number.isNaN(value) || Number.isNaN(at) || test(row) !== TRUE) return;
    const list = lists.get(value) ?? [];
    list.push({ date: inDays && kind === "timestamp" ? target.run.clock.dayOf(at) : at, row });
    lists.set(value, list);
  });
  const sorted = new Map<Key, FoundDates>();
  for (const [value, list] of lists) {
    list.sort((a, b) => a.date - b.date);
    sorted.set(value, { dates: list.map(({ date }) => date), rows: list.map(({ row }) => row) });
  }
  return sorted;
}

/** Place of the first of ascending values that is after a bound. */
function firstAfter(values: readonly number[], bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `dated … in`: the date by key; `AMBIGUOUS` where rows with the key have different ones. */
export function makeDateIndex(
  run: Run,
  via: { dataset: string; key: string; field: string },
): (key: number) => number {
  const target = run.table(via.dataset);
  const dates = new Map<Key, number>();
  if (target === null) return () => Number.NaN;
  const key = identityReader(target, via.key);
  const date = columnReader(target, via.field);
  for (let row = 0; row < target.store.length; row += 1) {
    const [value, at] = [key(row), date(row)];
    const fate = target.settled ? target.fates[row] : USED;
    if ((fate !== USED && fate !== NOBODYS) || Number.isNaN(value) || Number.isNaN(at)) continue;
    const held = dates.get(value) ?? at;
    dates.set(value, held === at ? at : AMBIGUOUS);
  }
  return (value) => dates.get(value) ?? Number.NaN;
}

/** `partner … in`: the different partners by key, in order of first appearance by code. */
export function makePartnerIndex(
  run: Run,
  via: { dataset: string; key: string; field: string },
  codeOf: (target: Table) => (row: number) => number,
): (key: number) => readonly number[] {
  const target = run.table(via.dataset);
  if (target === null) return () => [];
  const found = new Map<Key, number[]>();
  const key = identityReader(target, via.key);
  const code = codeOf(target);
  for (let row = 0; row < target.store.length; row += 1) {
    const fate = target.settled ? target.fates[row] : USED;
    const [value, partner] = [key(row), code(row)];
    if ((fate !== USED && fate !== NOBODYS) || Number.isNaN(value) || Number.isNaN(partner)) continue;
    const codes = found.get(value);
    if (codes === undefined) found.set(value, [partner]);
    else if (!codes.includes(partner)) codes.push(partner);
  }
  const none: readonly number[] = [];
  return (value) => found.get(value) ?? none;
}
