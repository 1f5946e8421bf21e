/** `counts at most N rows per FIELD`: rows wait until the last one has come, and the newest of each value count. */
import type { NewestMeasures } from "../measure/newest-measures.ts";
import { identityReader } from "../measure/table.ts";
import { TRUE } from "../measure/truth.ts";
import { cutAt, newestFirst } from "./cuts.ts";

/** Rows of one cell that wait for the choice, and the partner that they are judged for. */
interface HeldRows {
  readonly partnerRow: number;
  readonly byValue: Map<number | bigint, number[]>;
}

/** `counts at most N rows per FIELD`: keeps row numbers by cell, and lets the newest N of each value through. */
export const holdBack: NewestMeasures["holdBack"] = (spec, table, testOf, adder, cuts) => {
  const { countsAtMost, measure } = spec;
  const population = testOf(measure.kind === "share" ? measure.denominator : measure.where, table);
  const per = identityReader(table, countsAtMost?.per ?? "");
  const partners = table.run.table("partners")?.view ?? null;
  const held = new Map<number, HeldRows>();
  return {
    add(row, cell) {
      const value = per(row);
      if (population(row) !== TRUE || Number.isNaN(value)) return adder(row, cell);
      const waiting = held.get(cell) ?? { partnerRow: partners?.partnerRow ?? -1, byValue: new Map() };
      held.set(cell, waiting);
      const rows = waiting.byValue.get(value) ?? [];
      waiting.byValue.set(value, rows);
      rows.push(row);
      return false;
    },
    release(missing) {
      const order = newestFirst(table, spec.dated);
      for (const [cell, { partnerRow, byValue }] of held) {
        if (partners !== null) partners.partnerRow = partnerRow;
        for (const rows of byValue.values()) {
          const { kept, tie } = cutAt(countsAtMost?.rows ?? 0, order(rows), order, table);
          if (tie !== null) cuts.add(cell, tie);
          for (const row of kept) if (adder(row, cell)) missing(row, cell);
        }
      }
    },
  };
};
