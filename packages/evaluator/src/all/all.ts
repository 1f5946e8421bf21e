/**
 * The evaluator with every part handed in: for servers and tools, where bytes do not matter.
 *
 * The same functions as of the other entries; what an agreement may need (patterns, clocks, consequences, …) is there
 * already, and what is passed in the options goes before it.
 */
import type { Bundle } from "../bundle/rule.ts";
import { type CaseRow, caseRows as listCases } from "../clocks/case-list.ts";
import { clockEngine } from "../clocks/engine.ts";
import { openCases as listOpenCases, type OpenCasesResult } from "../clocks/open-cases.ts";
import type { CaseList } from "../clocks/read-cases.ts";
import { consequenceEngine } from "../consequences/consequences.ts";
import { formEngine } from "../forms/forms.ts";
import type { JudgeResult } from "../judge/result.ts";
import { judge as judgeRows } from "../judge.ts";
import { newestEngine } from "../newest/newest.ts";
import { type OpenRun, open as openRun } from "../open/open.ts";
import type { JudgeOptions, Source } from "../options.ts";
import { patternEngine } from "../patterns/patterns.ts";
import { openRecord as openRecordOf, type RecordJudge, type RecordOptions } from "../record/record.ts";
import { termEngine } from "../terms/terms.ts";
import { judgeVersions as judgeSeveral, type Version } from "../versions/versions.ts";

export type { CaseRow } from "../clocks/case-list.ts";
export type { OpenCase, OpenCasesResult } from "../clocks/open-cases.ts";
export type { CaseList } from "../clocks/read-cases.ts";
export * from "../index.ts";
export type { OpenRun } from "../open/open.ts";
export type { MetricAnswer, RecordAnswer, RecordJudge, RecordOptions } from "../record/record.ts";
export type { Version } from "../versions/versions.ts";

/** What agreements may need. */
const parts = {
  patterns: patternEngine,
  clocks: clockEngine,
  newest: newestEngine,
  terms: termEngine,
  forms: formEngine,
  consequences: consequenceEngine,
};

/** Judges rows by a bundle. */
export function judge(
  bundle: Bundle,
  sources: Readonly<Record<string, Iterable<object>>>,
  options: JudgeOptions,
): JudgeResult;
export function judge(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): JudgeResult | Promise<JudgeResult>;
export function judge(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): JudgeResult | Promise<JudgeResult> {
  return judgeRows(bundle, sources, { ...parts, ...options });
}

/** Opens a run of a bundle that rows are added to. */
export function open(bundle: Bundle, options: JudgeOptions): OpenRun {
  return openRun(bundle, { ...parts, ...options });
}

/** Opens the rows of one dataset to be asked about one at a time. */
export function openRecord(bundle: Bundle, dataset: string, options: RecordOptions = {}): RecordJudge {
  return openRecordOf(bundle, dataset, { ...parts, ...options });
}

/** Lists the cases that have not stopped, of every clock with `due`. */
export function openCases(
  bundle: Bundle,
  sources: Readonly<Record<string, Iterable<object>>>,
  options: JudgeOptions,
): OpenCasesResult;
export function openCases(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): OpenCasesResult | Promise<OpenCasesResult>;
export function openCases(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): OpenCasesResult | Promise<OpenCasesResult> {
  return listOpenCases(bundle, sources, { ...parts, ...options });
}

/** Lists the cases of every clock, by clock, party, start and key. */
export function caseRows(
  bundle: Bundle,
  sources: Readonly<Record<string, Iterable<object>>>,
  options: JudgeOptions,
): CaseList<CaseRow>;
export function caseRows(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): CaseList<CaseRow> | Promise<CaseList<CaseRow>>;
export function caseRows(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): CaseList<CaseRow> | Promise<CaseList<CaseRow>> {
  return listCases(bundle, sources, { ...parts, ...options });
}

/** Judges rows by several versions of one agreement, given in any order. */
export function judgeVersions(
  versions: readonly Version<Iterable<object>>[],
  options: JudgeOptions,
): JudgeResult;
export function judgeVersions(
  versions: readonly Version[],
  options: JudgeOptions,
): JudgeResult | Promise<JudgeResult>;
export function judgeVersions(
  versions: readonly Version[],
  options: JudgeOptions,
): JudgeResult | Promise<JudgeResult> {
  return judgeSeveral(versions, { ...parts, ...options });
}
