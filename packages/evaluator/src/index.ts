/**
 * The evaluator: a bundle and rows in, explained verdicts out.
 *
 * Made to be embedded: no parser, no file system, no clock, no network, no dependency. The gate for bundles from
 * elsewhere (`/bundle`), readers of CSV, NDJSON and JSON (`/read`), the pattern engine (`/patterns`) and the same
 * rules on stock json-rules-engine (`/engine`) are entries of their own.
 */
export type * from "./bundle/clock-plan.ts";
export type * from "./bundle/plan.ts";
export type * from "./bundle/rule.ts";
export type {
  Chunk,
  ChunkSource,
  DataError,
  ReadContext,
  ReadTally,
  TablePlan,
  TextPool,
} from "./columns/chunk.ts";
export { rowsSource } from "./columns/rows-source.ts";
export type * from "./judge/result.ts";
export { judge } from "./judge.ts";
export type { ClockSummary } from "./measure/clock-summary.ts";
export type { PatternEngine } from "./measure/conditions.ts";
export type { DataSummary } from "./measure/summary.ts";
export { type OpenRun, open } from "./open.ts";
export { type OpenCase, type OpenCasesResult, openCases } from "./open-cases.ts";
export type { JudgeOptions, Source, SyncSource } from "./options.ts";
export {
  type MetricAnswer,
  openRecord,
  type RecordAnswer,
  type RecordJudge,
  type RecordOptions,
} from "./record.ts";
export { addMonths, dayFromCivil, formatDay, parseDay } from "./time/civil.ts";
export { formatInstant, parseInstant } from "./time/instant.ts";
export { type DaySpan, spanAround, type YearStart } from "./time/spans.ts";
export { finalInstant } from "./time/windows.ts";
export { type ZoneClock, zoneClock } from "./time/zone.ts";
