/**
 * What a part that is handed in (`consequences`, `terms`) asks of a run beside what standards measure.
 *
 * An addition says before a row is read which metrics, fields and datasets it reads. Once the partners are known it
 * names its metrics over windows of its own (the periods of a credit, the span of a cap, the window of a score); they
 * become units of the same passes over the same rows, so nothing is read twice. After the last row it asks for facts by
 * cell, which is `party × windows + window`, as everything that is measured.
 *
 * Rows that are looked at one by one must be stored (`walk.store`): then their table's view, fates and parties stay
 * when the run has ended, and `partnersReader`, `dateReader` and the conditions of `Asking` answer for them.
 */
import type { Assessment, Window } from "../bundle/standard-plan.ts";
import type { DaySpan } from "../time/spans.ts";
import type { MetricFacts } from "./metric-facts.ts";
import type { Reading } from "./needed.ts";
import type { RowExclusion } from "./pass.ts";
import type { Run, Table } from "./run.ts";
import type { ConditionMaker, Unit, UnitSpec } from "./unit-spec.ts";
import type { WindowSet } from "./window-set.ts";

export interface Addition extends Reading {
  /** Called once, when stored rows are settled and before any row is counted. */
  begin(asking: Asking): void;
}

/** What an addition may name and use; whatever it gives may be asked once the rows are read. */
export interface Asking extends ConditionMaker {
  readonly run: Run;
  /** The windows of a `measured` sentence, as standards have them. */
  windows(window: Window, assessed: Assessment | null): WindowSet;
  /** Windows of these days; ascending, both at their starts and at their ends. */
  daySet(days: readonly DaySpan[]): WindowSet;
  /** A metric in these windows, without what some exclusions remove. */
  metric(name: string, windows: WindowSet, excluding?: readonly string[]): () => MetricFacts;
  /** May cases that are still open change a metric in these windows (SPEC §3.4.27)? By cell, once rows are read. */
  isOpen(name: string, windows: WindowSet): (cell: number) => boolean;
  /** A unit of these windows, for what no metric measures; null where the dataset is not to be had. */
  unit(spec: UnitSpec, windows: WindowSet, excluding?: readonly string[]): Unit | null;
  /** The questions that exclusions ask of a table's rows, of those exclusions that concern it. */
  exclusions(names: readonly string[], table: Table): readonly RowExclusion[];
}
