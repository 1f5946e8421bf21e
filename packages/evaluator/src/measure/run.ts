/**
 * Rows and plans become facts.
 *
 * A *run* measures one bundle on one set of data up to one instant. It works in three steps. First the partners and
 * every dataset that something looks up, or whose rows must be compared with each other, are stored as columns. Then
 * their rows are settled (which are used, and which are superseded, after `as of` or nobody's), indexes for look-ups
 * are made, and they go through the *passes*. Last, the remaining datasets stream through the passes chunk by chunk and
 * are forgotten. A pass takes rows of one dataset into the windows of one or more standards; its *units* hold one
 * aggregate per metric. What comes out are facts: exact values by party and window, and the row counts behind them.
 * Nothing here knows a limit or a verdict.
 *
 * This file holds what all parts of a run share; `measure.ts` drives it.
 */

import type { Bundle } from "../bundle/rule.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";
import type { ReadTally, TextPool } from "../columns/chunk.ts";
import type { BusinessCalendar } from "../time/business.ts";
import type { TimeFrame } from "../time/windows.ts";
import type { ZoneClock } from "../time/zone.ts";
import type { Cases } from "./cases.ts";
import type { PatternEngine } from "./conditions.ts";
import type { FateCounts } from "./fates.ts";
import type { RowStore } from "./store.ts";
import type { RowView } from "./truth.ts";

export interface Run {
  readonly bundle: Bundle;
  readonly pool: TextPool;
  readonly clock: ZoneClock;
  readonly asOf: number;
  readonly frame: TimeFrame;
  readonly patterns: PatternEngine | null;
  readonly parties: Parties;
  table(name: string): Table | null;
  /** A calendar as it is for a party; null where its openings for that party are not known. */
  calendar(name: string, party: number): BusinessCalendar | null;
  /** The date of the first row of another dataset by key: a reader from key to date, NaN where none is found. */
  dateIndex(via: { dataset: string; key: string; field: string }): (key: number) => number;
  /** The different partner codes of another dataset's rows by key. */
  partnerIndex(via: { dataset: string; key: string; field: string }): (key: number) => readonly number[];
}

/** One dataset of a run (see `table.ts`). */
export interface Table {
  readonly plan: DatasetPlan;
  readonly run: Run;
  readonly stored: boolean;
  /** Do its rows make partners, where none are declared? */
  readonly isCounted: boolean;
  readonly store: RowStore;
  /** Of a clock, once they are made. */
  cases: Cases | null;
  /** What closures read: the store's view, or the chunk in hand. */
  readonly view: RowView;
  readonly tally: ReadTally;
  readonly counts: FateCounts;
  /** Fate of each row of the view, after settling. */
  fates: Uint8Array;
  /** Party of each used row of the view, after settling, where a field of the row names its partner. */
  parties: Int32Array;
  /** Keys seen, where the dataset has a key and streams; see `shared-keys.ts`. */
  readonly seenKeys: Map<number | bigint, number>;
  settled: boolean;
  /** Line of a row of the view. */
  lineOf: (row: number) => number;
}

/** The partners that are judged: those declared, or those found in the data. Party 0 is the brand. */
export interface Parties {
  readonly size: number;
  /** Place of a partner's code, or -1 for one that is not declared. Finds make places where none are declared. */
  indexOf(code: number): number;
  /** The same, but finds no new places. */
  find(code: number): number;
  codeOf(party: number): number;
  /** Row of the partners table, or -1. */
  rowOf(party: number): number;
}

/** Party 0: the pooled rows of the brand itself. */
export const BRAND = 0;

/** Parties without a list: each partner found in the data gets the next place. */
export function foundParties(): Parties {
  const places = new Map<number, number>();
  const codes: number[] = [-1];
  return {
    get size() {
      return codes.length;
    },
    indexOf(code) {
      const known = places.get(code);
      if (known !== undefined) return known;
      places.set(code, codes.length);
      codes.push(code);
      return codes.length - 1;
    },
    find: (code) => places.get(code) ?? -1,
    codeOf: (party) => codes[party] ?? -1,
    rowOf: () => -1,
  };
}

/** Parties of a list: codes in the order of the partners table's rows. */
export function declaredParties(rows: readonly { readonly code: number; readonly row: number }[]): Parties {
  const places = new Map(rows.map(({ code }, index) => [code, index + 1]));
  return {
    size: rows.length + 1,
    indexOf: (code) => places.get(code) ?? -1,
    find: (code) => places.get(code) ?? -1,
    codeOf: (party) => rows[party - 1]?.code ?? -1,
    rowOf: (party) => rows[party - 1]?.row ?? -1,
  };
}

/** Points the partners' view at the row of a party, for conditions on `partner.FIELD`. */
export function facePartner(view: RowView | null, parties: Parties, party: number): void {
  if (view !== null) view.partnerRow = parties.rowOf(party);
}
