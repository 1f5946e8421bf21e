/**
 * The seam of what is newest: windows of the latest rows, `counts at most`, and `latest FIELD`.
 *
 * They keep rows until the last one has come, and ask which of them are newer. Agreements that never ask so do not load
 * it: it is a part of its own, `newestEngine` of `@tenet-lang/evaluator/newest` (`judge/newest-engine.ts` has the rest
 * of the seam).
 */
import type { LatestAggregate } from "../metrics/latest.ts";
import type { CutTies } from "./cut-ties.ts";
import type { Driver, Pass, RowExclusion } from "./pass.ts";
import type { Table } from "./run.ts";
import type { RowTest } from "./truth.ts";
import type { Adder, ConditionMaker, UnitSpec } from "./unit-spec.ts";

export interface NewestMeasures {
  /** Keeps the newest row of every cell. */
  aggregate(): LatestAggregate;
  /** How rows find a latest window; `oldestOf` and `cuts` are filled by cell. */
  driver(
    pass: Pass,
    removes: readonly RowExclusion[],
    population: RowTest,
    oldestOf: Map<number, number>,
    cuts: CutTies,
  ): Driver;
  /** Keeps rows until the newest of each value can be told. */
  holdBack(
    spec: UnitSpec,
    table: Table,
    testOf: ConditionMaker["testOf"],
    adder: Adder,
    cuts: CutTies,
  ): Holder;
}

export interface Holder {
  readonly add: Adder;
  /** Lets the chosen rows through; called once, after the last row. */
  release(missing: (row: number, cell: number) => void): void;
}
