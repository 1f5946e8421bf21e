/**
 * Bundle and rows to verdicts: the whole evaluator in one call.
 *
 * `judge` measures the rows (`measure/`), judges the facts (`judge/`) and explains the decisions (`explain/`). It
 * reads no clock, no file and no network, and throws for no mistake in the data: what made judging impossible is in
 * the result's `problems`, what could not be read in its `data`. The result is the same bytes for the same bundle,
 * data and `as of`, whatever the order of rows (SPEC §4, §7).
 */
import type { Bundle } from "./bundle/rule.ts";
import type { ChunkSource, TextPool } from "./columns/chunk.ts";
import type { JudgeResult } from "./judge/result.ts";
import { chunkSources, poolOf, pull } from "./measuring.ts";
import type { JudgeOptions, Source } from "./options.ts";
import { refused, resultOf } from "./result-of.ts";
import { beginRun } from "./version-run.ts";

/**
 * Judges rows by a bundle.
 *
 * @param bundle what `compile` or `readBundle` gave
 * @param sources rows by dataset name; the partners' under `partners`
 * @returns the result, or a promise of it if a source is asynchronous
 */
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
  const given = chunkSources(sources);
  return judgeChunks(bundle, given, options, poolOf(given));
}

/** Judges the chunks of sources whose texts have their codes in a pool. */
export function judgeChunks(
  bundle: Bundle,
  given: ReadonlyMap<string, ChunkSource>,
  options: JudgeOptions,
  pool: TextPool,
): JudgeResult | Promise<JudgeResult> {
  const begun = beginRun(bundle, given, options, pool, null);
  if (!begun.ok) return refused([bundle], options, begun.problems);
  return pull(begun.measuring, () => resultOf([begun.finish()], [bundle], options));
}
