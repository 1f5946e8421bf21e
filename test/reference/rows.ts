/**
 * What becomes of every row, for the reference (§3.2, §4.7): set aside, a duplicate, after `as of`, superseded,
 * nobody's, or used, in that order; and the date and the partners of those that are used.
 */

import type { CalendarPlan, DatasetPlan, PartnersPlan, ZoneTable } from "@tenet-lang/evaluator";
import { type Calendar, calendarFor } from "./calendars.ts";
import type { Value } from "./cells.ts";
import { textOrder } from "./conditions.ts";
import {
  age,
  type CalendarOf,
  cellOf,
  instantIn,
  ownKeys,
  parse,
  type RawData,
  type RawRow,
  sameValue,
} from "./parse.ts";
import type { Row } from "./row.ts";

export interface Fate {
  readonly dataset: string;
  rows: number;
  used: number;
  setAside: number;
  duplicates: number;
  superseded: number;
  nobodys: number;
  afterAsOf: number;
  undated: number;
  unknownPartners: readonly string[];
  setAsideOf: readonly string[];
}

export interface RowError {
  readonly dataset: string;
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/** What rows are read by, besides the plans of their datasets. */
export interface Reading {
  readonly zone: ZoneTable;
  readonly asOf: number;
  readonly calendars: readonly CalendarPlan[];
}

export interface Tables {
  /** Rows that look-ups see: all that are read, of any partner or nobody. */
  readonly readable: ReadonlyMap<string, readonly Row[]>;
  /** Rows that metrics see. */
  readonly used: ReadonlyMap<string, readonly Row[]>;
  /** Those that are declared; none where none are. */
  readonly partners: Partners;
  readonly fates: readonly Fate[];
  readonly errors: readonly RowError[];
}

export type Partners = ReadonlyMap<string, ReadonlyMap<string, Value | null>>;

/** Reads all datasets as they were known at an instant. */
export function readTables(
  datasets: readonly DatasetPlan[],
  partnersPlan: PartnersPlan | null,
  data: RawData,
  reading: Reading,
): Tables {
  const { zone, asOf } = reading;
  const errors: RowError[] = [];
  const fates = new Map<string, Fate>();
  const readable = new Map<string, readonly Row[]>();
  const partners =
    partnersPlan === null ? null : readPartners(partnersPlan, data.partners ?? [], reading, errors);

  /** §4.7 order of fates up to superseded; datasets that this one is dated or owned through are read first. */
  function read(name: string): readonly Row[] {
    const known = readable.get(name);
    const plan = datasets.find((dataset) => dataset.name === name);
    if (known !== undefined || plan === undefined) return known ?? [];
    const raw = data[name] ?? [];
    const fate = newFate(name, raw.length);
    const report = (row: Row, column: string | null, reason: string): false => {
      errors.push({ dataset: name, line: row.line, column, reason });
      fate.setAside += 1;
      fate.setAsideOf = [...fate.setAsideOf, ...ownKeys(raw[row.line - 1] ?? {}, plan)];
      return false;
    };
    fates.set(name, fate);
    const calendarOf: CalendarOf = (calendar, values) =>
      calendarOfRow(calendar, plan, values, partners ?? new Map(), reading);
    let rows = parse(
      plan.fields,
      plan.missing,
      name,
      raw,
      zone,
      (line, column, reason) => report({ line } as Row, column, reason),
      calendarOf,
    );
    rows = rows.filter((row) => {
      const dates = datesOf(row, plan, read, zone);
      row.at = dates[0] ?? null;
      const { dated } = plan;
      row.second = dated?.kind === "field" && dated.then !== null ? cellOf(row, dated.then) : null;
      return dates.length <= 1 || report(row, null, "several different dates are found for the row");
    });
    if (plan.duplicatesOnce) {
      const seen = new Set<string>();
      rows = rows.filter(
        (row) => isFirst(cellsOf(raw[row.line - 1] ?? {}), seen) || count(fate, "duplicates"),
      );
    }
    rows = rows.filter((row) => row.at === null || row.at <= asOf || count(fate, "afterAsOf"));
    if (plan.keepsLatest !== null) rows = keepLatest(rows, plan.keepsLatest, fate, report);
    const { key } = plan;
    if (key !== null) {
      const isTwin = (row: Row, other: Row): boolean => other !== row && sameKey(other, row, key);
      const read = rows;
      rows = rows.filter(
        (row) => !read.some((other) => isTwin(row, other)) || report(row, key, "the key stands twice"),
      );
    }
    readable.set(name, rows);
    return rows;
  }

  const used = new Map<string, readonly Row[]>();
  for (const plan of datasets) {
    const rows = read(plan.name);
    const fate = fates.get(plan.name) ?? newFate(plan.name, 0);
    const owned = rows.filter((row) => {
      const named = partnersOf(row, plan, read);
      const unknown = named.filter((key) => partners !== null && !partners.has(key));
      row.partners = named.filter((key) => !unknown.includes(key));
      fate.unknownPartners = [...new Set([...fate.unknownPartners, ...unknown])].sort(textOrder);
      return plan.partner === null || row.partners.length > 0 || count(fate, "nobodys");
    });
    used.set(plan.name, owned);
    fate.used = owned.length;
    fate.undated = owned.filter((row) => isUndated(row, plan)).length;
  }
  return {
    readable,
    used,
    partners: partners ?? new Map(),
    fates: [...fates.values()],
    errors,
  };
}

/** §3.2.11, §3.2.16: a row without its date, or without the start of its validity. */
const isUndated = (row: Row, { dated, valid }: DatasetPlan): boolean =>
  valid !== null ? cellOf(row, valid.from) === null : dated !== null && row.at === null;

const newFate = (dataset: string, rows: number): Fate => ({
  dataset,
  rows,
  used: 0,
  setAside: 0,
  duplicates: 0,
  superseded: 0,
  nobodys: 0,
  afterAsOf: 0,
  undated: 0,
  unknownPartners: [],
  setAsideOf: [],
});

/** Counts a row's fate; false, so that a filter drops the row. */
function count(fate: Fate, what: "duplicates" | "superseded" | "nobodys" | "afterAsOf"): false {
  fate[what] += 1;
  return false;
}

/** §7.5.1: where no partners are declared, the unknown ones are those of rows set aside that are not found. */
export const withUnknown = (fate: Fate, partners: Partners): Fate => ({
  ...fate,
  unknownPartners: [...new Set(fate.setAsideOf)].filter((key) => !partners.has(key)).sort(textOrder),
});

/** §3.2.4: without a declaration, the partners are those found in the datasets that standards count. */
export function foundPartners(
  used: ReadonlyMap<string, readonly Row[]>,
  counted: readonly string[],
): Partners {
  const keys = counted.flatMap((name) => (used.get(name) ?? []).flatMap((row) => row.partners));
  return new Map(keys.map((key) => [key, new Map()]));
}

function readPartners(
  plan: PartnersPlan,
  raw: readonly RawRow[],
  { zone, calendars }: Reading,
  errors: RowError[],
): Map<string, ReadonlyMap<string, Value | null>> {
  const found = new Map<string, ReadonlyMap<string, Value | null>>();
  const report = (line: number, column: string, reason: string): number =>
    errors.push({ dataset: "partners", line, column, reason });
  const read = parse(plan.fields, [], "partners", raw, zone, report, () => null);
  const rows = read.filter((row) => {
    const unknown = calendars.find((calendar) => !knowsRegion(calendar, row));
    if (unknown?.closed.kind === "by_partner")
      report(row.line, unknown.closed.field, "no region whose holidays are known");
    return unknown === undefined;
  });
  for (const row of rows) {
    const isTwin = rows.some((other) => other !== row && sameKey(other, row, plan.key));
    if (!isTwin) found.set(String(cellOf(row, plan.key)), row.values);
    else
      errors.push({ dataset: "partners", line: row.line, column: plan.key, reason: "the key stands twice" });
  }
  return found;
}

/** §3.3.9: a text that is no country code of the table. */
const knowsRegion = ({ closed }: CalendarPlan, row: Row): boolean =>
  closed.kind === "same" || closed.regions.some(({ value }) => value === cellOf(row, closed.field));

/** §3.2.43: a calendar that closes by partner, as it is for the partner of a row; null for rows that are nobody's. */
function calendarOfRow(
  name: string,
  { partner }: DatasetPlan,
  values: ReadonlyMap<string, Value | null>,
  partners: Partners,
  { calendars }: Reading,
): Calendar | null {
  const plan = calendars.find((calendar) => calendar.name === name);
  if (plan === undefined) throw new RangeError(`there is no calendar ${name}`);
  if (plan.closed.kind === "same") return calendarFor(plan, null);
  const key = partner?.kind === "field" ? (values.get(partner.field) ?? null) : null;
  return calendarFor(plan, partners.get(String(key))?.get(plan.closed.field) ?? null);
}

/** §3.2.20 `duplicates counted once`: equal in every column of the file. */
function isFirst(cells: string, seen: Set<string>): boolean {
  const isNew = !seen.has(cells);
  seen.add(cells);
  return isNew;
}

/** A row's cells as one text; an absent cell is an empty one. */
const cellsOf = (raw: RawRow): string =>
  JSON.stringify(
    Object.entries(raw)
      .filter(([, cell]) => cell !== null && cell !== "")
      .sort(),
  );

/** The different dates a row is found to have: none, one, or (a data error) several. */
function datesOf(
  row: Row,
  plan: DatasetPlan,
  read: (dataset: string) => readonly Row[],
  zone: ZoneTable,
): readonly number[] {
  const { dated } = plan;
  if (dated === null) return [];
  const sources =
    dated.kind === "field" ? [row] : read(dated.dataset).filter((other) => sameKey(other, row, dated.key));
  const dates = sources.map((source) => instantIn(source, dated.field, zone));
  return [...new Set(dates.filter((date) => date !== null))];
}

/** §3.2 `partner … in`: every different partner found, once each. */
function partnersOf(
  row: Row,
  { partner }: DatasetPlan,
  read: (dataset: string) => readonly Row[],
): readonly string[] {
  if (partner === null) return [];
  const sources =
    partner.kind === "field"
      ? [row]
      : read(partner.dataset).filter((other) => sameKey(other, row, partner.key));
  const keys = sources.map((source) => cellOf(source, partner.field)).filter((key) => key !== null);
  return [...new Set(keys.map(String))];
}

const sameKey = (a: Row, b: Row, key: string): boolean => sameValue(cellOf(a, key), cellOf(b, key));

/** §3.2 `keeps latest per KEY by FIELD`: the newest row of each case; a tie is a data error. */
function keepLatest(
  rows: readonly Row[],
  { per, by, then }: NonNullable<DatasetPlan["keepsLatest"]>,
  fate: Fate,
  report: (row: Row, column: string | null, reason: string) => false,
): readonly Row[] {
  const newer = (a: Row, b: Row): number => ordered(a, b, by) || (then === null ? 0 : ordered(a, b, then));
  return rows.filter((row) => {
    const others = rows.filter((other) => other !== row && sameKey(other, row, per));
    if (others.some((other) => newer(other, row) > 0)) return count(fate, "superseded");
    const tied = others.filter((other) => newer(other, row) === 0);
    return tied.length === 0 || report(row, by, "two rows are the newest of one case");
  });
}

const ordered = (a: Row, b: Row, field: string): number => age(cellOf(a, field), cellOf(b, field));
