/** The records of attestations and duties: rows of a dataset, by party and in order of time (SPEC §3.9.1). */

import type { Population } from "../bundle/condition-plan.ts";
import type { PartyKind } from "../bundle/consequence-plan.ts";
import type { Asking } from "../measure/addition.ts";
import { NOBODYS, USED } from "../measure/fates.ts";
import { needOfPopulation, type Walk } from "../measure/needed.ts";
import { BRAND, type Table } from "../measure/run.ts";
import { columnReader, dateKind, dateReader, kindOfDate } from "../measure/table.ts";
import { TRUE } from "../measure/truth.ts";
import { forEachVisit, partnerFacer } from "../measure/visits.ts";

/** A row that somebody states or delivers something by. */
export interface HumanRecord {
  /** Its place in the table. */
  readonly row: number;
  /** The instant of its date; of a day the first one. */
  readonly instant: number;
  readonly day: number;
  /** Is it dated by a day, without a time? */
  readonly isDay: boolean;
}

export interface Records {
  readonly table: Table;
  of(party: number): readonly HumanRecord[];
}

/** What is read of a population whose rows are records. */
export function needRecords(population: Population, walk: Walk): void {
  walk.store(population.dataset);
  needOfPopulation(population, walk);
}

/** The records of a population; null where its dataset is not to be had. Rows are looked at when first asked for. */
export function recordsOf(population: Population, party: PartyKind, asking: Asking): Records | null {
  const table = asking.run.table(population.dataset);
  if (table === null) return null;
  let found: ReadonlyMap<number, readonly HumanRecord[]> | null = null;
  return {
    table,
    of(wanted) {
      found ??= gathered(table, population, party, asking);
      return found.get(wanted) ?? [];
    },
  };
}

function gathered(
  table: Table,
  population: Population,
  kind: PartyKind,
  asking: Asking,
): ReadonlyMap<number, readonly HumanRecord[]> {
  const found = new Map<number, HumanRecord[]>();
  const test = asking.testOf(population.where, table);
  const record = recordReader(table);
  const face = partnerFacer(table);
  const take = (row: number, party: number): void => {
    face(party);
    const made = test(row) === TRUE ? record(row) : null;
    if (made === null) return;
    const known = found.get(party);
    if (known === undefined) found.set(party, [made]);
    else known.push(made);
  };
  if (kind === "partner") forEachVisit(table, 0, table.store.length, take);
  else
    for (let row = 0; row < table.store.length; row += 1)
      if (table.fates[row] === USED || table.fates[row] === NOBODYS) take(row, BRAND);
  for (const records of found.values()) records.sort((a, b) => a.instant - b.instant || a.row - b.row);
  return found;
}

/** Makes a record of a row; null where it has no date. */
function recordReader(table: Table): (row: number) => HumanRecord | null {
  const { valid, fields, dated } = table.plan;
  const isOfValid = dated === null && valid !== null;
  const date = isOfValid ? columnReader(table, valid.from) : dateReader(table);
  const isDay = (isOfValid ? kindOfDate(fields, valid.from) : dateKind(table)) === "date";
  const { clock } = table.run;
  return (row) => {
    const value = date(row);
    if (!Number.isFinite(value)) return null;
    return {
      row,
      instant: isDay ? clock.startOfDay(value) : value,
      day: isDay ? value : clock.dayOf(value),
      isDay,
    };
  };
}
