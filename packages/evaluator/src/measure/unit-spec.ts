/** What units are made from, and what they keep. */
import type { Condition } from "../bundle/condition-plan.ts";
import type { Ratio } from "../bundle/plan.ts";
import { type DistinctAggregate, distinctAggregate } from "../metrics/distinct.ts";
import { type Grid, grid } from "../metrics/grid.ts";
import type { LatestAggregate } from "../metrics/latest.ts";
import { type NetScoreAggregate, netScoreAggregate } from "../metrics/net-score.ts";
import { type RankAggregate, rankAggregate } from "../metrics/rank.ts";
import { type ShareAggregate, shareAggregate } from "../metrics/share.ts";
import { type SumAggregate, sumAggregate } from "../metrics/sum.ts";
import { type CutTies, cutTies } from "./cut-ties.ts";
import type { Part } from "./parts.ts";
import type { Placed } from "./placed-rows.ts";
import type { Table } from "./run.ts";
import type { RowTest } from "./truth.ts";

/** What a unit measures. Units of one pass with the same specification are one unit. */
export interface UnitSpec {
  readonly dataset: string;
  /** Field that dates the rows; null: the dataset's own date. */
  readonly dated: string | null;
  readonly group: string | null;
  readonly countsAtMost: { readonly rows: number; readonly per: string } | null;
  readonly measure: UnitMeasure;
}

export type UnitMeasure =
  | { readonly kind: "share"; readonly numerator: Condition | null; readonly denominator: Condition | null }
  | { readonly kind: "count"; readonly where: Condition | null }
  | {
      readonly kind: "distinct" | "sum" | "rank" | "latest";
      readonly field: string;
      readonly where: Condition | null;
    }
  | {
      readonly kind: "net_score";
      readonly field: string;
      readonly where: Condition | null;
      readonly promoters: readonly [Ratio, Ratio];
      readonly detractors: readonly [Ratio, Ratio];
    }
  /** What an addition takes by itself; the key tells it from others of its dataset. */
  | {
      readonly kind: "own";
      readonly key: string;
      readonly where: null;
      readonly taker: (
        table: Table,
        testOf: ConditionMaker["testOf"],
      ) => (row: number, cell: number) => boolean;
    };

/** The aggregates of one unit, or of one group of it. */
export interface UnitState {
  /** Rows of the population (of a share: of the denominator). */
  readonly rows: Grid;
  /** Rows with an undecided condition or a value left out. */
  readonly missing: Grid;
  readonly share: ShareAggregate;
  readonly sum: SumAggregate;
  readonly distinct: DistinctAggregate;
  readonly rank: RankAggregate;
  /** Null where nothing asks which rows are newest. */
  readonly latest: LatestAggregate | null;
  readonly netScore: NetScoreAggregate;
  /** Ties across the cuts of `counts at most`. */
  readonly cuts: CutTies;
}

/** Takes the row in hand; true where something of it was missing. */
export type Adder = (row: number, cell: number) => boolean;

export interface Unit {
  readonly spec: UnitSpec;
  /** Takes the row in hand; true where something was missing. */
  add(row: number, cell: number): boolean;
  /** Takes many rows and marks those with something missing; true if there are any. `face` faces a cell's partner. */
  addAll(placed: Placed, face: (cell: number) => void): boolean;
  /** Chooses among rows held back, and names those with something missing. Called once, after the last row. */
  finish(missing: (row: number, cell: number) => void): void;
  readonly whole: UnitState;
  /** A state that no row has reached: for groups that do not occur. */
  emptyState(): UnitState;
  /** States by group value, where the unit is grouped (`whole` is empty then). */
  readonly groups: ReadonlyMap<number | bigint, UnitState>;
}

/** Makes conditions on the rows of a table ready to be asked. */
export interface ConditionMaker {
  readonly testOf: (condition: Condition | null, of: Table) => RowTest;
  readonly partOf: (condition: Condition | null, of: Table) => Part;
}

/** An unused aggregate holds nothing but its empty first grid. */
export function unitState(latest: LatestAggregate | null): UnitState {
  return {
    rows: grid(),
    missing: grid(),
    share: shareAggregate(),
    sum: sumAggregate(),
    distinct: distinctAggregate(),
    rank: rankAggregate(),
    latest,
    netScore: netScoreAggregate(),
    cuts: cutTies(),
  };
}
