/** The used rows of a table with each of their parties: what a pass takes in. */
import { USED } from "./fates.ts";
import { BRAND, facePartner, type Table } from "./run.ts";
import { partnersReader } from "./table.ts";

/** Calls back for every used row from `from` to `to` (exclusive) and each of its parties. */
export function forEachVisit(
  table: Table,
  from: number,
  to: number,
  visit: (row: number, party: number) => void,
): void {
  const { fates, run } = table;
  if (table.plan.partner === null) {
    for (let row = from; row < to; row += 1) if (fates[row] === USED) visit(row, BRAND);
    return;
  }
  if (table.plan.partner.kind === "field") {
    for (let row = from; row < to; row += 1)
      if (fates[row] === USED) visit(row, table.parties[row] as number);
    return;
  }
  const partners = partnersReader(table);
  const { parties } = run;
  for (let row = from; row < to; row += 1) {
    if (fates[row] !== USED) continue;
    const codes = partners(row);
    for (let at = 0; at < codes.length; at += 1) {
      const party = parties.indexOf(codes[at] as number);
      if (party >= 0) visit(row, party);
    }
  }
}

/** Faces the partner of a party, for conditions on `partner.FIELD`. */
export function partnerFacer({ run }: Table): (party: number) => void {
  const view = run.table("partners")?.view ?? null;
  const { parties } = run;
  return view === null ? () => undefined : (party) => facePartner(view, parties, party);
}
