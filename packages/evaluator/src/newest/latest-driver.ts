/** `over latest N`: rows are kept by party and chosen when the last one has come. */
import type { CutTies } from "../measure/cut-ties.ts";
import { type MissingRows, missingRows } from "../measure/missing-rows.ts";
import { type Driver, firstEffect, type Pass, REMOVES, type RowExclusion } from "../measure/pass.ts";
import type { Table } from "../measure/run.ts";
import { dateKind, dateReader } from "../measure/table.ts";
import { type RowTest, TRUE } from "../measure/truth.ts";
import { forEachVisit, partnerFacer } from "../measure/visits.ts";
import { cutAt, newestFirst } from "./cuts.ts";

interface PartyRows {
  readonly kept: number[];
  readonly touched: { readonly row: number; readonly by: number; readonly of: "excluded" | "unproven" }[];
}

export function latestDriver(
  pass: Pass,
  removes: readonly RowExclusion[],
  population: RowTest,
  oldestOf: Map<number, number>,
  cuts: CutTies,
): Driver {
  const { table, units, counters, windows } = pass;
  const { window } = windows;
  const count = window.kind === "latest" ? window.count : 0;
  const width = windows.occasions.length;
  const byParty = new Map<number, PartyRows>();
  const face = partnerFacer(table);

  function keep(row: number, party: number): void {
    face(party);
    if (population(row) !== TRUE) return;
    const rows = byParty.get(party) ?? { kept: [], touched: [] };
    byParty.set(party, rows);
    const verdict = firstEffect(removes, row, party);
    if (verdict !== null)
      rows.touched.push({ row, by: verdict.by, of: verdict.effect === REMOVES ? "excluded" : "unproven" });
    if (verdict?.effect !== REMOVES) rows.kept.push(row);
  }
  function takeChosen(rows: readonly number[], party: number, cell: number, missing: MissingRows): void {
    face(party);
    for (const row of rows) {
      for (const counter of counters) counter.used.add(cell, 1);
      const missed = units.filter((unit) => unit.add(row, cell));
      for (const counter of counters)
        if (missed.some((unit) => counter.units.has(unit))) missing.count(counter, row, cell);
    }
  }
  return {
    take(length) {
      forEachVisit(table, 0, length, keep);
    },
    finish() {
      const missing = missingRows(pass);
      const date = dateReader(table);
      const before = beforeDay(table);
      for (const [party, { kept, touched }] of byParty) {
        const order = newestFirst(table, null);
        const ordered = order(kept.filter((row) => !Number.isNaN(date(row))));
        for (const [index, occasion] of windows.occasions.entries()) {
          const earlier = ordered.filter((row) => before(date(row), occasion.endDay));
          const { kept: chosen, tie } = cutAt(count, earlier, order, table);
          if (tie !== null) cuts.add(party * width + index, tie);
          const oldest = chosen[chosen.length - 1];
          const reach =
            chosen.length < count || oldest === undefined ? Number.NEGATIVE_INFINITY : date(oldest);
          if (oldest !== undefined) oldestOf.set(party * width + index, date(oldest));
          takeChosen(chosen, party, party * width + index, missing);
          for (const { row, by, of } of touched) {
            if (!before(date(row), occasion.endDay) || date(row) < reach) continue;
            for (const counter of counters) counter[of][by]?.add(party * width + index, 1);
          }
        }
      }
      missing.finishUnits();
    },
  };
}

/** Is a date before the first instant of a day? */
function beforeDay(table: Table): (date: number, day: number) => boolean {
  const { clock } = table.run;
  if (dateKind(table) === "date") return (date, day) => date < day;
  return (date, day) => date < clock.startOfDay(day);
}
