/** What a pass is made of, for those who make its parts (see `passes.ts` for the whole). */
import type { Grid } from "../metrics/grid.ts";
import type { CutTies } from "./cut-ties.ts";
import type { Table } from "./run.ts";
import type { Unit, UnitSpec } from "./unit-spec.ts";
import type { WindowSet } from "./window-set.ts";

/** What an exclusion does with the row in hand, for a party. */
export type RowExclusion = (row: number, party: number) => ExclusionEffect;
export type ExclusionEffect = typeof KEEPS | typeof REMOVES | typeof UNPROVEN;
export const KEEPS = 0;
export const REMOVES = 1;
/** The row would be removed, had the evidence been recorded. */
export const UNPROVEN = 2;

export interface Pass {
  readonly table: Table;
  readonly windows: WindowSet;
  readonly units: Unit[];
  readonly counters: RowCounter[];
  /** Names of the exclusions, in the order in which they are asked. */
  readonly excluding: readonly string[];
  /** The unit of a specification, made if there is none yet. */
  unit(spec: UnitSpec): Unit;
  /** A counter for the rows of some units: used, with something missing (also by the value of a field), excluded. */
  counter(units: readonly Unit[], group?: string | null): RowCounter;
  /** Of a latest window: the date of its oldest row, by cell (a day number or an instant, as the rows are dated). */
  readonly oldest: ReadonlyMap<number, number>;
  /** Of a latest window: ties at its cut. */
  readonly cuts: CutTies;
  /** Takes every used row of the table's current view. */
  take(length: number): void;
  /** Called once, after the last row. */
  finish(): void;
}

export interface RowCounter {
  readonly used: Grid;
  readonly missing: Grid;
  /** One grid per exclusion. */
  readonly excluded: readonly Grid[];
  /** Rows that an exclusion would have removed, had its evidence been recorded. */
  readonly unproven: readonly Grid[];
  readonly units: ReadonlySet<Unit>;
  /** Numbers of the dates that its units go by. */
  readonly dates: readonly number[];
  /** Rows with something missing by the value of a field; null where they are not told apart. */
  readonly groups: {
    readonly of: (row: number) => number | bigint;
    readonly missing: Map<number | bigint, Grid>;
  } | null;
}

/** How rows find their windows. */
export type Driver = Pick<Pass, "take" | "finish">;

/** The first exclusion that removes the row, else the first that would have; null where none concerns it. */
export function firstEffect(
  removes: readonly RowExclusion[],
  row: number,
  party: number,
): { readonly by: number; readonly effect: ExclusionEffect } | null {
  let unproven = -1;
  for (let by = 0; by < removes.length; by += 1) {
    const effect = removes[by]?.(row, party) ?? KEEPS;
    if (effect === REMOVES) return { by, effect };
    if (effect === UNPROVEN && unproven < 0) unproven = by;
  }
  return unproven < 0 ? null : { by: unproven, effect: UNPROVEN };
}
