/**
 * The evaluator: a bundle and rows in, explained verdicts out.
 *
 * Made to be embedded: no parser, no file system, no clock, no network, no dependency. What not every agreement needs is
 * an entry of its own and is handed in as a part: clocks and calendars (`/clocks`), peers, confidence, ramp-ups,
 * attestations and duties (`/terms`), consequences (`/consequences`), which rows are newest (`/newest`), written forms
 * of dates (`/forms`), patterns (`/patterns`). Other ways of asking are entries too: while rows come in (`/open`), one
 * record at a time (`/record`), several versions together (`/versions`); and so are the readers of CSV, NDJSON and JSON
 * (`/read`), the gate for bundles from elsewhere (`/bundle`) and the same rules on stock json-rules-engine
 * (`/engine`). `/all` has every part handed in.
 */
export type * from "./bundle/bundle-parts.ts";
export type * from "./bundle/clock-plan.ts";
export type * from "./bundle/condition-plan.ts";
export type * from "./bundle/consequence-plan.ts";
export type * from "./bundle/human-plan.ts";
export type * from "./bundle/metric-plan.ts";
export type * from "./bundle/plan.ts";
export type * from "./bundle/rule.ts";
export type * from "./bundle/standard-plan.ts";
export type * from "./bundle/table-plan.ts";
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
export type { FormEngine } from "./columns/time-cell.ts";
export type { Decided } from "./explain/decided.ts";
export { counted, localWords, moneyWords, rowWords } from "./explain/words.ts";
export type * from "./judge/finding.ts";
export type * from "./judge/result.ts";
export { judge } from "./judge.ts";
export type { ClockEngine, ClockSummary } from "./measure/clock-engine.ts";
export type { PatternEngine } from "./measure/conditions.ts";
export type { DataSummary } from "./measure/summary.ts";
export type { JudgeOptions, Source, SyncSource } from "./options.ts";
export { addMonths, dayFromCivil, formatDay, parseDay } from "./time/civil.ts";
export { formatInstant, parseInstant } from "./time/instant.ts";
export { type DaySpan, shiftDay, spanAround, spanLabel, type YearStart } from "./time/spans.ts";
export { finalInstant } from "./time/windows.ts";
export { type ZoneClock, zoneClock } from "./time/zone.ts";
