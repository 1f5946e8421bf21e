/** The rows in which facts are recorded, for the reference (§3.9.1). */
import type { Population } from "@tenet-lang/evaluator";
import { instantIn } from "../parse.ts";
import type { Row } from "../row.ts";
import { civilDayAt } from "../time.ts";
import { datasetOf, rowsByParty, truthOf, type World } from "../views.ts";

/** A row with a date. */
export interface FactRecord {
  readonly row: Row;
  /** Of a date its first instant. */
  readonly at: number;
  readonly day: number;
  /** Is it dated by a date, without a time of day? */
  readonly isDay: boolean;
}

/** The records of a party, the earliest first: for the brand all rows that are used or nobody's. */
export function recordsOf(
  { dataset, where }: Population,
  party: "partner" | "brand",
  partner: string | null,
  world: World,
): readonly FactRecord[] {
  const rows =
    party === "brand" ? (world.tables.readable.get(dataset) ?? []) : rowsByParty(world, dataset, partner);
  const isDay = isDatedByDay(dataset, world);
  return rows
    .filter((row) => where === null || truthOf(world, where, row, partner) === true)
    .flatMap((row) => {
      const at = dateOf(row, world);
      return at === null ? [] : [{ row, at, day: civilDayAt(world.frame.zone, at), isDay }];
    })
    .sort((a, b) => a.at - b.at || a.row.line - b.row.line);
}

/** A row's date; of a dataset that has `valid` and no date, the beginning of its validity. */
function dateOf(row: Row, world: World): number | null {
  const { dated, valid } = datasetOf(world, row.dataset);
  if (dated !== null || valid === null) return row.at;
  return instantIn(row, valid.from, world.frame.zone);
}

function isDatedByDay(dataset: string, world: World): boolean {
  const { dated, valid } = datasetOf(world, dataset);
  const owner = dated?.kind === "via" ? dated.dataset : dataset;
  const field = dated?.field ?? valid?.from ?? "";
  const type = datasetOf(world, owner).fields.find(({ name }) => name === field)?.type;
  return type?.kind === "date";
}
