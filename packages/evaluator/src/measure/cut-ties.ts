/**
 * Ties across cuts, by cell: where the newest so many of some rows were asked for and nothing tells which they are.
 *
 * Whether that matters depends on what is read of the rows and where, so a tie is only kept here; whoever judges a
 * verdict asks for it (SPEC §3.2.13 to §3.2.15).
 */
import type { Table } from "./run.ts";

/** Rows of one date on the two sides of a cut, of which some are tied across it. */
export interface CutTie {
  readonly table: Table;
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  readonly isTie: (a: number, b: number) => boolean;
}

/** Ties by cell. */
export interface CutTies {
  add(cell: number, tie: CutTie): void;
  at(cell: number): readonly CutTie[];
}

export function cutTies(): CutTies {
  const cells = new Map<number, CutTie[]>();
  return {
    add(cell, tie) {
      const known = cells.get(cell);
      if (known === undefined) cells.set(cell, [tie]);
      else known.push(tie);
    },
    at: (cell) => cells.get(cell) ?? [],
  };
}
