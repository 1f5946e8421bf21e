/**
 * Passes: rows of one dataset into the windows of one `measured` line.
 *
 * A pass has everything in common that a row must be asked once: the windows, the exclusions, and for each date that
 * some metric goes by, the run of windows that the row falls in. Standards that share dataset, windows and
 * exclusions share a pass, and metrics that are the same in them share a unit. Cells are numbered
 * `party × windows + window`.
 */
import type { Condition } from "../bundle/plan.ts";
import { type Grid, grid } from "../metrics/grid.ts";
import { USED } from "./fates.ts";
import { BRAND, facePartner, type Table } from "./run.ts";
import { columnReader, dateKind, dateReader, kindOfDate, partnersReader } from "./table.ts";
import { type RowTest, TRUE } from "./truth.ts";
import { cutAt, makeUnit, newestFirst, type Unit, type UnitSpec } from "./units.ts";
import { type OccasionRange, rangeFinder, type WindowSet } from "./window-set.ts";

type TestOf = (condition: Condition | null, of: Table) => RowTest;

/** What an exclusion does with the row in hand, for a party. */
export type RowExclusion = (row: number, party: number) => ExclusionEffect;
export type ExclusionEffect = typeof KEEPS | typeof REMOVES | typeof UNPROVEN;
export const KEEPS = 0;
export const REMOVES = 1;
/** The row would be removed, had the evidence been recorded. */
export const UNPROVEN = 2;

export interface Pass {
  readonly table: Table;
  readonly windows: WindowSet;
  readonly units: Unit[];
  readonly counters: RowCounter[];
  /** Names of the exclusions, in the order in which they are asked. */
  readonly excluding: readonly string[];
  /** The unit of a specification, made if there is none yet. */
  unit(spec: UnitSpec): Unit;
  /** A counter for the rows of some units: used, with something missing, excluded. */
  counter(units: readonly Unit[]): RowCounter;
  /** Of a latest window: the date of its oldest row, by cell (a day number or an instant, as the rows are dated). */
  readonly oldest: ReadonlyMap<number, number>;
  /** Takes every used row of the table's current view. */
  take(length: number): void;
  /** Called once, after the last row. */
  finish(): void;
}

export interface RowCounter {
  readonly used: Grid;
  readonly missing: Grid;
  /** One grid per exclusion. */
  readonly excluded: readonly Grid[];
  /** Rows that an exclusion would have removed, had its evidence been recorded. */
  readonly unproven: readonly Grid[];
  readonly units: ReadonlySet<Unit>;
  /** Numbers of the dates that its units go by. */
  readonly dates: readonly number[];
}

/** A date that some metric of the pass goes by, and the range of windows of the row in hand. */
interface DateVariant {
  readonly dated: string | null;
  readonly range: (row: number) => OccasionRange;
  from: number;
  to: number;
}

export function makePass(
  table: Table,
  windows: WindowSet,
  excluding: readonly { readonly name: string; readonly removes: RowExclusion }[],
  latestOf: Condition | null,
  testOf: TestOf,
): Pass {
  const units: Unit[] = [];
  const unitDates: number[] = [];
  const counters: RowCounter[] = [];
  const dates: DateVariant[] = [];
  const bySpec = new Map<string, Unit>();
  const oldest = new Map<number, number>();

  function dateOf(dated: string | null): number {
    const known = dates.findIndex((variant) => variant.dated === dated);
    if (known >= 0) return known;
    dates.push({ dated, range: rangeOf(table, windows, dated), from: 0, to: 0 });
    return dates.length - 1;
  }
  const pass: Pass = {
    table,
    windows,
    units,
    counters,
    excluding: excluding.map(({ name }) => name),
    oldest,
    unit(spec) {
      const key = JSON.stringify(spec);
      const known = bySpec.get(key);
      if (known !== undefined) return known;
      const unit = makeUnit(spec, table, testOf);
      bySpec.set(key, unit);
      units.push(unit);
      unitDates.push(windows.days === null ? 0 : dateOf(spec.dated));
      return unit;
    },
    counter(of) {
      const places = windows.days === null ? [] : [...new Set(of.map((unit) => dateOf(unit.spec.dated)))];
      if (places.length === 0 && windows.days !== null) places.push(dateOf(null));
      const made: RowCounter = {
        used: grid(),
        missing: grid(),
        excluded: excluding.map(() => grid()),
        unproven: excluding.map(() => grid()),
        units: new Set(of),
        dates: places,
      };
      counters.push(made);
      return made;
    },
    take: () => undefined,
    finish: () => undefined,
  };
  const removes = excluding.map((exclusion) => exclusion.removes);
  const driver =
    windows.days === null
      ? latestDriver(pass, removes, testOf(latestOf, table), oldest)
      : windowDriver(pass, removes, dates, unitDates);
  return Object.assign(pass, driver);
}

interface Driver {
  take(length: number): void;
  finish(): void;
}

/** Rows fall into windows by their own date. */
function windowDriver(
  pass: Pass,
  removes: readonly RowExclusion[],
  dates: DateVariant[],
  unitDates: number[],
): Driver {
  const { table, units, counters } = pass;
  const width = pass.windows.occasions.length;
  let counted: Counted = null;

  function placeRow(row: number): { from: number; to: number } {
    let [first, last] = [width, 0];
    for (const variant of dates) {
      const { from, to } = variant.range(row);
      variant.from = from;
      variant.to = to;
      if (from < to) {
        if (from < first) first = from;
        if (to > last) last = to;
      }
    }
    return { from: first, to: last };
  }
  function holds(counter: RowCounter, window: number): boolean {
    if (dates.length === 1) return true;
    return counter.dates.some(
      (date) => window >= (dates[date]?.from ?? 0) && window < (dates[date]?.to ?? 0),
    );
  }
  function countExclusion(
    of: "excluded" | "unproven",
    by: number,
    base: number,
    from: number,
    to: number,
  ): void {
    for (const counter of counters) {
      for (let window = from; window < to; window += 1) {
        if (holds(counter, window)) counter[of][by]?.add(base + window, 1);
      }
    }
  }
  function takeInto(row: number, base: number, from: number, to: number): void {
    for (let window = from; window < to; window += 1) {
      const cell = base + window;
      for (const counter of counters) if (holds(counter, window)) counter.used.add(cell, 1);
      let missed: Unit[] | null = null;
      for (let index = 0; index < units.length; index += 1) {
        const variant = dates[unitDates[index] ?? 0];
        if (variant === undefined || window < variant.from || window >= variant.to) continue;
        const unit = units[index];
        if (unit?.add(row, cell)) {
          missed ??= [];
          missed.push(unit);
        }
      }
      if (missed !== null) countMissing(counters, missed, row, cell, counted);
    }
  }
  return {
    take(length) {
      counted ??= countedRows(pass);
      forEachUsed(table, length, (row, party) => {
        const { from, to } = placeRow(row);
        if (from >= to) return;
        const base = party * width;
        const verdict = removes.length === 0 ? null : firstEffect(removes, row, party);
        if (verdict !== null)
          countExclusion(verdict.effect === REMOVES ? "excluded" : "unproven", verdict.by, base, from, to);
        if (verdict?.effect !== REMOVES) takeInto(row, base, from, to);
      });
    },
    finish() {
      finishUnits(pass, counted);
    },
  };
}

/** The first exclusion that removes the row, else the first that would have; null where none concerns it. */
function firstEffect(
  removes: readonly RowExclusion[],
  row: number,
  party: number,
): { readonly by: number; readonly effect: ExclusionEffect } | null {
  let unproven = -1;
  for (let by = 0; by < removes.length; by += 1) {
    const effect = removes[by]?.(row, party) ?? KEEPS;
    if (effect === REMOVES) return { by, effect };
    if (effect === UNPROVEN && unproven < 0) unproven = by;
  }
  return unproven < 0 ? null : { by: unproven, effect: UNPROVEN };
}

/** Rows that a counter has counted as missing, where units that hold rows back may name them again. */
type Counted = Map<RowCounter, Set<string>> | null;

function countedRows(pass: Pass): Counted {
  return pass.units.some(({ spec }) => spec.countsAtMost !== null) ? new Map() : null;
}

function countMissing(
  counters: readonly RowCounter[],
  missed: readonly Unit[],
  row: number,
  cell: number,
  counted: Counted,
): void {
  for (const counter of counters) {
    if (!missed.some((unit) => counter.units.has(unit))) continue;
    if (counted === null || isNew(counted, counter, `${row} ${cell}`)) counter.missing.add(cell, 1);
  }
}

function isNew(counted: NonNullable<Counted>, counter: RowCounter, key: string): boolean {
  const keys = counted.get(counter) ?? new Set<string>();
  counted.set(counter, keys);
  if (keys.has(key)) return false;
  keys.add(key);
  return true;
}

function finishUnits(pass: Pass, counted: Counted): void {
  for (const unit of pass.units) {
    unit.finish((row, cell) => countMissing(pass.counters, [unit], row, cell, counted));
  }
}

/** Calls back for every used row and each of its parties. */
function forEachUsed(table: Table, length: number, visit: (row: number, party: number) => void): void {
  const { fates, run } = table;
  const partnersView = run.table("partners")?.view ?? null;
  if (table.plan.partner === null) {
    facePartner(partnersView, run.parties, BRAND);
    for (let row = 0; row < length; row += 1) if (fates[row] === USED) visit(row, BRAND);
    return;
  }
  const partners = partnersReader(table);
  for (let row = 0; row < length; row += 1) {
    if (fates[row] !== USED) continue;
    for (const code of partners(row)) {
      const party = run.parties.indexOf(code);
      if (party < 0) continue;
      facePartner(partnersView, run.parties, party);
      visit(row, party);
    }
  }
}

/** The windows that hold a row: by its date, or by the instants between which it is valid. */
function rangeOf(table: Table, windows: WindowSet, dated: string | null): (row: number) => OccasionRange {
  const { valid } = table.plan;
  if (valid !== null && dated === null) return validRange(table, windows, valid);
  const finder = rangeFinder(windows.days ?? [], table.run.clock);
  const date = dated === null ? dateReader(table) : columnReader(table, dated);
  const kind = dated === null ? dateKind(table) : kindOfDate(table.plan.fields, dated);
  const find = kind === "date" ? finder.ofDay : finder.ofInstant;
  const nowhere: OccasionRange = { from: 0, to: 0 };
  const { run } = table;
  const bound = kind === "date" ? run.clock.dayOf(run.asOf) : run.asOf;
  return (row) => {
    const value = date(row);
    return value <= bound ? find(value) : nowhere;
  };
}

/** `valid from A until B`: the windows at whose assessment instant the row is valid. */
function validRange(
  table: Table,
  windows: WindowSet,
  valid: { from: string; until: string },
): (row: number) => OccasionRange {
  const { clock } = table.run;
  const instants = windows.occasions.map(({ endDay }) => clock.startOfDay(endDay));
  const from = columnReader(table, valid.from);
  const until = columnReader(table, valid.until);
  const [fromKind, untilKind] = [valid.from, valid.until].map((name) => kindOfDate(table.plan.fields, name));
  const range: OccasionRange = { from: 0, to: 0 };
  const firstWhere = (test: (instant: number) => boolean): number => {
    const found = instants.findIndex(test);
    return found < 0 ? instants.length : found;
  };
  return (row) => {
    const [start, end] = [from(row), until(row)];
    const begins = fromKind === "date" ? clock.startOfDay(start) : start;
    range.from = Number.isNaN(start) ? instants.length : firstWhere((instant) => instant >= begins);
    if (Number.isNaN(end)) range.to = instants.length;
    else if (untilKind === "date") range.to = firstWhere((instant) => instant >= clock.startOfDay(end + 1));
    else range.to = firstWhere((instant) => instant > end);
    return range;
  };
}

interface PartyRows {
  readonly kept: number[];
  readonly touched: { readonly row: number; readonly by: number; readonly of: "excluded" | "unproven" }[];
}

/** `over latest N`: rows are kept by party and chosen when the last one has come. */
function latestDriver(
  pass: Pass,
  removes: readonly RowExclusion[],
  population: RowTest,
  oldestOf: Map<number, number>,
): Driver {
  const { table, units, counters, windows } = pass;
  const { window } = windows;
  const count = window.kind === "latest" ? window.count : 0;
  const width = windows.occasions.length;
  let counted: Counted = null;
  const byParty = new Map<number, PartyRows>();

  function keep(row: number, party: number): void {
    if (population(row) !== TRUE) return;
    const rows = byParty.get(party) ?? { kept: [], touched: [] };
    byParty.set(party, rows);
    const verdict = firstEffect(removes, row, party);
    if (verdict !== null)
      rows.touched.push({ row, by: verdict.by, of: verdict.effect === REMOVES ? "excluded" : "unproven" });
    if (verdict?.effect !== REMOVES) rows.kept.push(row);
  }
  function takeChosen(rows: readonly number[], party: number, cell: number): void {
    facePartner(table.run.table("partners")?.view ?? null, table.run.parties, party);
    for (const row of rows) {
      for (const counter of counters) counter.used.add(cell, 1);
      const missed = units.filter((unit) => unit.add(row, cell));
      if (missed.length > 0) countMissing(counters, missed, row, cell, counted);
    }
  }
  return {
    take(length) {
      forEachUsed(table, length, keep);
    },
    finish() {
      counted = countedRows(pass);
      const date = dateReader(table);
      const before = beforeDay(table);
      for (const [party, { kept, touched }] of byParty) {
        const order = newestFirst(table, null);
        const ordered = order(kept.filter((row) => !Number.isNaN(date(row))));
        for (const [index, occasion] of windows.occasions.entries()) {
          const earlier = ordered.filter((row) => before(date(row), occasion.endDay));
          const chosen = cutAt(count, earlier, order, table);
          const oldest = chosen[chosen.length - 1];
          const reach =
            chosen.length < count || oldest === undefined ? Number.NEGATIVE_INFINITY : date(oldest);
          if (oldest !== undefined) oldestOf.set(party * width + index, date(oldest));
          takeChosen(chosen, party, party * width + index);
          for (const { row, by, of } of touched) {
            if (!before(date(row), occasion.endDay) || date(row) < reach) continue;
            for (const counter of counters) counter[of][by]?.add(party * width + index, 1);
          }
        }
      }
      finishUnits(pass, counted);
    },
  };
}

/** Is a date before the first instant of a day? */
function beforeDay(table: Table): (date: number, day: number) => boolean {
  const { clock } = table.run;
  if (dateKind(table) === "date") return (date, day) => date < day;
  return (date, day) => date < clock.startOfDay(day);
}
