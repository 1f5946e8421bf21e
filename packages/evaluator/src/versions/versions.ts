/**
 * Several versions of one agreement, judged together (SPEC §4.8).
 *
 * Each version is a run of its own on rows of its own, bound by the days on which it is in force: it lists its windows
 * and keeps those that it governs. What follows from verdicts reads those of all versions as one series.
 */
import type { Bundle } from "../bundle/rule.ts";
import type { JudgeResult } from "../judge/result.ts";
import type { Measuring } from "../measure/measure.ts";
import { chunkSources, poolOf, pull } from "../measuring.ts";
import type { JudgeOptions, Source } from "../options.ts";
import { eachOnce, refused, resultOf } from "../result-of.ts";
import { beginRun, type VersionRun } from "../version-run.ts";
import { seasonsOf } from "./seasons.ts";
import { versionProblems } from "./version-problems.ts";

/** A version, and the rows as its datasets are read. */
export interface Version<S = Source> {
  readonly bundle: Bundle;
  readonly sources: Readonly<Record<string, S>>;
}

/**
 * Judges rows by several versions of one agreement, at least one, given in any order.
 *
 * A source is read once for each version, so versions that read the same file need a source each.
 */
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
  const ordered = [...versions].sort((a, b) => fromOf(a) - fromOf(b) || compareVersions(a, b));
  const bundles = ordered.map(({ bundle }) => bundle);
  const unfit = versionProblems(bundles);
  if (unfit.length > 0) return refused(bundles, options, unfit);
  const named = ordered.filter(({ bundle }) => hasNamed(bundle, options.standard));
  const begun = (named.length === 0 ? ordered : named).map(({ bundle, sources }) => {
    const given = chunkSources(sources);
    return beginRun(bundle, given, options, poolOf(given), seasonsOf(bundle, bundles));
  });
  const problems = begun.flatMap((run) => (run.ok ? [] : run.problems));
  if (problems.length > 0) return refused(bundles, options, eachOnce(problems));
  return finished(
    begun.flatMap((run) => (run.ok ? [run] : [])),
    [],
    (runs) => resultOf(runs, bundles, options),
  );
}

/** The day from which a version says that it is in effect, to put versions in order. */
function fromOf({ bundle }: Version): number {
  return Number(bundle.agreement.effective.from.replaceAll("-", ""));
}

function compareVersions(a: Version, b: Version): number {
  return a.bundle.agreement.version < b.bundle.agreement.version ? -1 : 1;
}

/** A standard that is asked for may be one of some versions only. */
function hasNamed({ standards, attestations, duties }: Bundle, name: string | undefined): boolean {
  return name === undefined || [...standards, ...attestations, ...duties].some((each) => each.name === name);
}

interface Running {
  readonly measuring: Measuring;
  finish(): VersionRun;
}

/** Reads one run after the other; a promise from the first asynchronous source on. */
function finished(
  [first, ...rest]: readonly Running[],
  done: readonly VersionRun[],
  result: (runs: readonly VersionRun[]) => JudgeResult,
): JudgeResult | Promise<JudgeResult> {
  if (first === undefined) return result(done);
  // A promise of a promise is one promise.
  return pull(first.measuring, () => finished(rest, [...done, first.finish()], result) as JudgeResult);
}
