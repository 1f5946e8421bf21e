/**
 * Exclusions as questions about a row (SPEC §3.8).
 *
 * An exclusion removes the rows of its population; where it asks that several partners be affected, only rows whose
 * group has rows of that many partners; where it asks for recorded evidence, only rows of partners for whom a row of
 * the record exists. A row that lacks nothing but the evidence is told apart, so that the verdict can say so.
 */
import type { Condition } from "../bundle/condition-plan.ts";
import type { ExclusionPlan } from "../bundle/standard-plan.ts";
import { USED } from "./fates.ts";
import { forEachFound } from "./lookups.ts";
import { KEEPS, REMOVES, type RowExclusion, UNPROVEN } from "./pass.ts";
import { facePartner, type Run, type Table } from "./run.ts";
import { identityReader, partnersReader } from "./table.ts";
import { type RowTest, TRUE } from "./truth.ts";

type TestOf = (condition: Condition | null, of: Table) => RowTest;

/**
 * The question that an exclusion asks of a table's rows; null where it is about others. An exclusion of the dataset
 * of a clock removes the cases of its rows, unless it takes many rows to make a case (SPEC §3.4.28).
 */
export function exclusionOf(exclusion: ExclusionPlan, table: Table, testOf: TestOf): RowExclusion | null {
  const { dataset } = exclusion.removes;
  if (dataset === table.plan.name) return rowExclusion(exclusion, table, testOf);
  const { cases, run } = table;
  const on = run.table(dataset);
  if (cases === null || on === null || cases.clock.on !== dataset || cases.clock.by !== null) return null;
  const ofRow = rowExclusion(exclusion, on, testOf);
  return (row, party) => ofRow(cases.sourceRow[row] ?? -1, party);
}

/** The question that an exclusion asks of a row; indexes are made when it is first asked. */
function rowExclusion(exclusion: ExclusionPlan, table: Table, testOf: TestOf): RowExclusion {
  const test = testOf(exclusion.removes.where, table);
  let affected: ((row: number) => boolean) | null = null;
  let proven: ((party: number) => boolean) | null = null;
  return (row, party) => {
    if (test(row) !== TRUE) return KEEPS;
    affected ??= affectedTest(exclusion, table, test);
    if (!affected(row)) return KEEPS;
    proven ??= evidenceTest(exclusion, table.run, testOf);
    return proven(party) ? REMOVES : UNPROVEN;
  };
}

/** `applies when at least N partners affected by FIELD`. */
function affectedTest(exclusion: ExclusionPlan, table: Table, test: RowTest): (row: number) => boolean {
  const { affected } = exclusion;
  if (affected === null) return () => true;
  const { run } = table;
  const group: (row: number) => number | bigint =
    affected.by === null ? () => 0 : identityReader(table, affected.by);
  const partners = partnersReader(table);
  const partnersView = run.table("partners")?.view ?? null;
  const before = partnersView?.partnerRow ?? -1;
  const parties = new Map<number | bigint, Set<number>>();
  for (let row = 0; row < table.store.length; row += 1) {
    const value = group(row);
    if (table.fates[row] !== USED || Number.isNaN(value)) continue;
    for (const code of [...partners(row)]) {
      // Rows that nobody counts make no partners, but their partners are affected.
      const party = run.parties.find(code);
      if (run.bundle.partners !== null && party < 0) continue;
      facePartner(partnersView, run.parties, party);
      if (test(row) !== TRUE) continue;
      const found = parties.get(value) ?? new Set<number>();
      parties.set(value, found.add(code));
    }
  }
  if (partnersView !== null) partnersView.partnerRow = before;
  return (row) => (parties.get(group(row))?.size ?? 0) >= affected.partners;
}

/** `recorded in POP`: per partner where the record has partners, otherwise for all. */
function evidenceTest(exclusion: ExclusionPlan, run: Run, testOf: TestOf): (party: number) => boolean {
  const { recorded } = exclusion;
  if (recorded === null) return () => true;
  const table = run.table(recorded.dataset);
  if (table === null) return () => false;
  const test = testOf(recorded.where, table);
  const partners = partnersReader(table);
  const codes = new Set<number>();
  let isRecorded = false;
  forEachFound(table, (row) => {
    if (test(row) !== TRUE) return;
    isRecorded = true;
    for (const code of partners(row)) codes.add(code);
  });
  return table.plan.partner === null ? () => isRecorded : (party) => codes.has(run.parties.codeOf(party));
}
