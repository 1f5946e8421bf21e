/**
 * One dataset of a run: its rows, their dates, their partners and what became of them.
 *
 * A table hides whether its rows are stored or stream past: `dateOf` and `partnersOf` answer for the row at an index
 * of the current view, also where the date or the partner stands in another dataset. `settle` decides the fate of
 * every row of the view; passes then read only the used ones.
 */
import type { DatasetPlan, FieldPlan, FieldType } from "../bundle/plan.ts";
import type { ReadTally } from "../columns/chunk.ts";
import { reportError } from "../columns/read-tally.ts";
import { type Exact, exact, formatExact } from "../exact/ratio.ts";
import { formatDay } from "../time/civil.ts";
import { formatInstant } from "../time/instant.ts";
import { exactAt } from "./conditions.ts";
import { AFTER_AS_OF, fateCounts, NOBODYS, SET_ASIDE, SUPERSEDED, USED } from "./fates.ts";
import type { Needs } from "./needed.ts";
import type { Run, Table } from "./run.ts";
import { fieldIndex, scaleOf } from "./scale.ts";
import { rowStore } from "./store.ts";
import type { RowView } from "./truth.ts";

export function makeTable(plan: DatasetPlan, run: Run, needs: Needs, tally: ReadTally): Table {
  const stored = needs.stored.has(plan.name);
  const store = rowStore(plan.fields.length);
  const view: RowView = stored ? store.view : { columns: [], big: null, partnerRow: -1 };
  return {
    plan,
    run,
    stored,
    isCounted: needs.counted.has(plan.name),
    store,
    cases: null,
    view,
    tally,
    counts: fateCounts(),
    fates: new Uint8Array(0),
    parties: new Int32Array(0),
    seenKeys: new Map(),
    settled: false,
    lineOf: store.lineOf,
  };
}

/** Is the date of the dataset's rows a civil date or an instant? Null where rows have no date. */
export function dateKind(table: Table): "date" | "timestamp" | null {
  const { dated } = table.plan;
  if (dated === null) return null;
  if (dated.kind === "field") return kindOfDate(table.plan.fields, dated.field);
  const other = table.run.table(dated.dataset);
  return other === null ? null : kindOfDate(other.plan.fields, dated.field);
}

export function kindOfDate(fields: readonly FieldPlan[], name: string): "date" | "timestamp" {
  return fields[fieldIndex(fields, name)]?.type.kind === "date" ? "date" : "timestamp";
}

/** Reads the date of a row: a day number or an instant (see `dateKind`), NaN where missing. */
export function dateReader(table: Table): (row: number) => number {
  const { dated } = table.plan;
  if (dated === null) return () => Number.NaN;
  if (dated.kind === "field") return columnReader(table, dated.field);
  const key = columnReader(table, dated.key);
  let index: ((key: number) => number) | null = null;
  return (row) => {
    index ??= table.run.dateIndex(dated);
    return index(key(row));
  };
}

/** Stands for a date that cannot be told, because the rows that give it differ. */
export const AMBIGUOUS = Number.POSITIVE_INFINITY;

/** Reads the second key that orders rows of one date; NaN where there is none. */
export function thenReader(table: Table): (row: number) => number {
  const { dated } = table.plan;
  return dated?.kind === "field" && dated.then !== null ? columnReader(table, dated.then) : () => Number.NaN;
}

/** Reads a column of the current view. */
export function columnReader(table: Table, name: string): (row: number) => number {
  const { view } = table;
  const index = fieldIndex(table.plan.fields, name);
  return (row) => view.columns[index]?.[row] ?? Number.NaN;
}

/** A cell as a value that can be told apart from others: doubles, or BigInt beyond them. */
export function identityReader(table: Table, name: string): (row: number) => number | bigint {
  const { view } = table;
  const index = fieldIndex(table.plan.fields, name);
  return (row) => {
    const value = view.columns[index]?.[row] ?? Number.NaN;
    return Number.isFinite(value) || Number.isNaN(value) ? value : exactAt(view, index, row);
  };
}

/** The text of a value in a column, as people and partner keys write it. */
export function valueText(type: FieldType, value: number | bigint, run: Run): string {
  switch (type.kind) {
    case "text":
      return run.pool.text(Number(value));
    case "one_of":
      return type.members[Number(value)]?.name ?? "";
    case "yes_no":
      return value === 1 ? "yes" : "no";
    case "date":
      return formatDay(Number(value));
    case "timestamp":
      return formatInstant(Number(value));
    default:
      return formatExact(scaledValue(type, BigInt(value)), 6);
  }
}

function scaledValue(type: FieldType, value: bigint): Exact {
  return exact(value, BigInt(scaleOf(type)));
}

/** The codes (in the text pool) of the partners that a row belongs to; empty where it has none. */
export function partnersReader(table: Table): (row: number) => readonly number[] {
  const { partner } = table.plan;
  if (partner === null) return () => [];
  if (partner.kind === "via") {
    const key = columnReader(table, partner.key);
    let index: ((key: number) => readonly number[]) | null = null;
    return (row) => {
      index ??= table.run.partnerIndex(partner);
      return index(key(row));
    };
  }
  const read = partnerCodeReader(table, partner.field);
  const one: number[] = [0];
  return (row) => {
    const code = read(row);
    if (Number.isNaN(code)) return [];
    one[0] = code;
    return one;
  };
}

/** A partner field's value as a code of the text pool, whatever the field's type. */
export function partnerCodeReader(table: Table, name: string): (row: number) => number {
  const index = fieldIndex(table.plan.fields, name);
  const type = table.plan.fields[index]?.type ?? { kind: "text" };
  const read = columnReader(table, name);
  if (type.kind === "text") return read;
  return (row) => {
    const value = read(row);
    return Number.isNaN(value) ? value : table.run.pool.code(valueText(type, value, table.run));
  };
}

/** Decides the fates of a clock's cases: they are bad, nobody's or used, whatever their dates (SPEC §4.7.13). */
export function settleCases(table: Table, length: number, isBad: (row: number) => boolean): void {
  table.fates = new Uint8Array(length);
  for (let row = 0; row < length; row += 1) if (isBad(row)) table.fates[row] = SET_ASIDE;
  if (table.plan.partner !== null) setNobodys(table, length);
  countFates(table, length);
}

/**
 * Decides the fate of the first `length` rows of the view, in the order that SPEC §4.7 gives; `isBad` says which
 * rows hold something that could not be worked out while they were read.
 */
export function settle(table: Table, length: number, isBad: ((row: number) => boolean) | null = null): void {
  if (table.fates.length < length) table.fates = new Uint8Array(length);
  else table.fates.fill(USED, 0, length);
  if (isBad !== null) for (let row = 0; row < length; row += 1) if (isBad(row)) table.fates[row] = SET_ASIDE;
  setAfterAsOf(table, length);
  if (table.plan.keepsLatest !== null) supersede(table, length);
  if (table.plan.key !== null) setDuplicateKeys(table, table.plan.key, length);
  if (table.plan.partner !== null) setNobodys(table, length);
  countFates(table, length);
}

function setAfterAsOf(table: Table, length: number): void {
  const kind = dateKind(table);
  if (kind === null) return;
  const date = dateReader(table);
  const bound = kind === "date" ? table.run.clock.dayOf(table.run.asOf) : table.run.asOf;
  for (let row = 0; row < length; row += 1) {
    const value = date(row);
    if (value === AMBIGUOUS) refuseDate(table, row);
    else if (value > bound && table.fates[row] === USED) table.fates[row] = AFTER_AS_OF;
  }
}

/** `dated … in` found several different dates. */
function refuseDate(table: Table, row: number): void {
  const { dated } = table.plan;
  if (dated?.kind !== "via") return;
  table.fates[row] = SET_ASIDE;
  reportError(table.tally, {
    code: "TEN4032",
    source: table.plan.source,
    row: table.lineOf(row),
    column: dated.key,
    value: null,
    message: `rows of \`${dated.dataset}\` with this \`${dated.key}\` have different dates in \`${dated.field}\`, so it cannot be said which one dates the row`,
  });
}

/** `keeps latest per KEY by FIELD`: of each case only the newest row is left. */
function supersede(table: Table, length: number): void {
  const keeps = table.plan.keepsLatest;
  if (keeps === null) return;
  const per = identityReader(table, keeps.per);
  const order = orderReader(table, keeps.by, keeps.then);
  const newest = new Map<number | bigint, number[]>();
  for (let row = 0; row < length; row += 1) {
    const key = per(row);
    if (table.fates[row] !== USED || Number.isNaN(key)) continue;
    const held = newest.get(key);
    const compared = held === undefined ? 1 : order(row, held[0] ?? 0);
    if (held === undefined) newest.set(key, [row]);
    else if (compared === 0) held.push(row);
    else if (compared < 0) table.fates[row] = SUPERSEDED;
    else {
      for (const older of held) table.fates[older] = SUPERSEDED;
      newest.set(key, [row]);
    }
  }
  for (const rows of newest.values()) if (rows.length > 1) refuseTie(table, rows, keeps.by);
}

/** Compares two rows by a field and then another; a missing value orders first. */
export function orderReader(table: Table, by: string, then: string | null): (a: number, b: number) => number {
  const readers = [by, ...(then === null ? [] : [then])].map((name) => identityReader(table, name));
  return (a, b) => {
    for (const read of readers) {
      const [x, y] = [orderable(read(a)), orderable(read(b))];
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return 0;
  };
}

function orderable(value: number | bigint): number | bigint {
  return typeof value === "number" && Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}

function refuseTie(table: Table, rows: readonly number[], column: string): void {
  for (const row of rows) table.fates[row] = SET_ASIDE;
  const lines = rows.map((row) => table.lineOf(row)).sort((a, b) => a - b);
  reportError(table.tally, {
    code: "TEN4030",
    source: table.plan.source,
    row: lines[0] ?? null,
    column,
    value: null,
    message: `the newest row cannot be told: rows ${lines.join(" and ")} are of the same case and tie in \`${column}\``,
  });
}

/** `one row per KEY`: rows that share a key are all set aside, so that the order of the file never matters. */
function setDuplicateKeys(table: Table, name: string, length: number): void {
  const key = identityReader(table, name);
  const seen = table.stored ? new Map<number | bigint, number>() : table.seenKeys;
  for (let row = 0; row < length; row += 1) {
    if (table.fates[row] !== USED) continue;
    const value = key(row);
    if (Number.isNaN(value)) continue;
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, table.stored ? row : table.lineOf(row));
      continue;
    }
    const firstLine = table.stored ? table.lineOf(first) : first;
    table.fates[row] = SET_ASIDE;
    if (table.stored) table.fates[first] = SET_ASIDE;
    reportDuplicateKey(table, name, value, table.lineOf(row), firstLine);
  }
}

function reportDuplicateKey(
  table: Table,
  name: string,
  value: number | bigint,
  line: number,
  firstLine: number,
): void {
  const field = table.plan.fields[fieldIndex(table.plan.fields, name)];
  const text = field === undefined || field.personal ? null : valueText(field.type, value, table.run);
  reportError(table.tally, {
    code: "TEN4031",
    source: table.plan.source,
    row: line,
    column: field?.columns[0] ?? name,
    value: text,
    message: `this key stands in row ${firstLine} too, and \`${table.plan.name}\` has one row per \`${name}\``,
  });
}

/** Rows of no partner that is judged are nobody's. Where a field names the partner, its place is kept for the passes. */
function setNobodys(table: Table, length: number): void {
  if (table.plan.partner?.kind === "field") setParties(table, table.plan.partner.field, length);
  else setPartnersElsewhere(table, length);
}

/** Places of partners that are remembered by the last bits of their codes. */
const REMEMBERED = 1 << 10;

function setParties(table: Table, field: string, length: number): void {
  const { parties, bundle } = table.run;
  const code = partnerCodeReader(table, field);
  const isJudged = table.isCounted || bundle.partners !== null;
  const codes = new Float64Array(REMEMBERED).fill(Number.NaN);
  const places = new Int32Array(REMEMBERED);
  if (table.parties.length < length) table.parties = new Int32Array(length);
  for (let row = 0; row < length; row += 1) {
    if (table.fates[row] !== USED) continue;
    const value = code(row);
    const at = value & (REMEMBERED - 1);
    if (codes[at] !== value) {
      codes[at] = value;
      places[at] = Number.isNaN(value) ? -1 : isJudged ? parties.indexOf(value) : 0;
      if ((places[at] as number) < 0 && !Number.isNaN(value)) table.counts.unknownPartners.add(value);
    }
    table.parties[row] = places[at] as number;
    if ((places[at] as number) < 0) table.fates[row] = NOBODYS;
  }
}

function setPartnersElsewhere(table: Table, length: number): void {
  const partners = partnersReader(table);
  const { parties, bundle } = table.run;
  const isPartner = (code: number): boolean =>
    table.isCounted || bundle.partners !== null ? parties.indexOf(code) >= 0 : true;
  for (let row = 0; row < length; row += 1) {
    if (table.fates[row] !== USED) continue;
    let isSomebodys = false;
    for (const code of partners(row)) {
      if (isPartner(code)) isSomebodys = true;
      else table.counts.unknownPartners.add(code);
    }
    if (!isSomebodys) table.fates[row] = NOBODYS;
  }
}

function countFates(table: Table, length: number): void {
  const { counts, fates } = table;
  const { valid, dated } = table.plan;
  const date = valid === null ? dateReader(table) : columnReader(table, valid.from);
  const isDated = valid !== null || dated !== null;
  for (let row = 0; row < length; row += 1) {
    const fate = fates[row];
    if (fate === USED) {
      counts.used += 1;
      if (isDated && Number.isNaN(date(row))) counts.undated += 1;
    } else if (fate === AFTER_AS_OF) counts.afterAsOf += 1;
    else if (fate === SUPERSEDED) counts.superseded += 1;
    else if (fate === SET_ASIDE) counts.setAside += 1;
    else counts.nobodys += 1;
  }
}
