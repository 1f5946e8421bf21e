/**
 * Decides what becomes of every row that was read, in the order of SPEC §4.7.9.
 *
 * Bad cells and exact duplicates were dealt with while reading. Here a row turns out to be after `as of`, superseded, one
 * of several that share a key, or nobody's; what is left is used. Rows are taken a view at a time: all of a dataset
 * that is stored, one chunk of a dataset that streams by.
 */
import { reportError } from "../columns/read-tally.ts";
import { AFTER_AS_OF, NOBODYS, SET_ASIDE, SUPERSEDED, USED } from "./fates.ts";
import type { Table } from "./run.ts";
import { setSharedKeys } from "./shared-keys.ts";
import {
  AMBIGUOUS,
  dateKind,
  dateReader,
  identityReader,
  orderReader,
  partnerCodeReader,
  partnersReader,
  undatedTest,
} from "./table.ts";

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
  if (table.stored) setSharedKeys(table, length);
  if (table.plan.partner !== null) setNobodys(table, length);
  // A row that streams by is counted before a later one turns out to share its key, so what it was must be known.
  if (!table.stored) setSharedKeys(table, length);
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

function refuseTie(table: Table, rows: readonly number[], column: string): void {
  const lines = rows.map((row) => table.lineOf(row)).sort((a, b) => a - b);
  const more = lines.length > MOST_TIED ? ` and ${lines.length - MOST_TIED} more` : "";
  const tied = lines.slice(0, MOST_TIED).join(" and ");
  for (const row of rows) {
    table.fates[row] = SET_ASIDE;
    reportError(table.tally, {
      code: "TEN4030",
      source: table.plan.source,
      row: table.lineOf(row),
      column,
      value: null,
      message: `the newest row cannot be told: rows ${tied}${more} are of the same case and tie in \`${column}\``,
    });
  }
}

/** Rows of a tie that are named. */
const MOST_TIED = 9;

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
    if (table.fates[row] === SET_ASIDE && bundle.partners === null)
      table.counts.unknownPartners.add(code(row));
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
  const isUndated = undatedTest(table);
  for (let row = 0; row < length; row += 1) {
    const fate = fates[row];
    if (fate === USED) {
      counts.used += 1;
      if (isUndated(row)) counts.undated += 1;
    } else if (fate === AFTER_AS_OF) counts.afterAsOf += 1;
    else if (fate === SUPERSEDED) counts.superseded += 1;
    else if (fate === SET_ASIDE) counts.setAside += 1;
    else counts.nobodys += 1;
  }
}
