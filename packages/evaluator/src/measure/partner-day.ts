/** Dates of partners. */
import type { Run } from "./run.ts";
import { fieldIndex } from "./scale.ts";

/** A date of a party (a timestamp by its civil date); NaN where missing, and for the brand. */
export function partnerDay(run: Run, field: string, party: number): number {
  const table = run.table("partners");
  if (table === null) return Number.NaN;
  const index = fieldIndex(table.plan.fields, field);
  const value = table.view.columns[index]?.[run.parties.rowOf(party)] ?? Number.NaN;
  const isTimestamp = table.plan.fields[index]?.type.kind === "timestamp";
  return isTimestamp && !Number.isNaN(value) ? run.clock.dayOf(value) : value;
}
