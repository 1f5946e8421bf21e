/** What a run is given. */
import type { Bundle } from "../bundle/rule.ts";
import type { ChunkSource, ReadTally, TextPool } from "../columns/chunk.ts";
import type { FormEngine } from "../columns/time-cell.ts";
import type { Seasons } from "../time/windows.ts";
import type { Addition } from "./addition.ts";
import type { ClockEngine } from "./clock-engine.ts";
import type { PatternEngine } from "./conditions.ts";
import type { NewestMeasures } from "./newest-measures.ts";

export interface MeasureInput {
  readonly bundle: Bundle;
  /** Sources by dataset name; `partners` for the partners. */
  readonly sources: ReadonlyMap<string, ChunkSource>;
  readonly asOf: string;
  /** The days of the version among others; null where it is judged alone. */
  readonly seasons?: Seasons | null;
  readonly pool: TextPool;
  readonly tally: () => ReadTally;
  readonly patterns: PatternEngine | null;
  /** Null where nothing asks which rows are newest. */
  readonly newest: NewestMeasures | null;
  /** Null where sources bring their own, or nothing is written in a form. */
  readonly forms: FormEngine | null;
  /** Null where the bundle has neither clocks nor calendars. */
  readonly clocks: ClockEngine | null;
  /** May rows with errors be set aside? */
  readonly tolerant: boolean;
  /** Names of the standards to measure; null: all. */
  readonly standards: ReadonlySet<string> | null;
  /** What is read and measured beside what standards ask for. */
  readonly additions?: readonly Addition[];
}
