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
import { readTally } from "./columns/read-tally.ts";
import { textPool } from "./columns/text-pool.ts";
import { compareText } from "./exact/text-order.ts";
import { verdictOf } from "./explain/verdict.ts";
import { type StandardJudge, standardJudge } from "./judge/judge-standard.ts";
import type { JudgeResult, Problem, Verdict } from "./judge/result.ts";
import { reportLatestTies } from "./latest-ties.ts";
import { clockSummaries } from "./measure/clock-summary.ts";
import { type Measured, measure, partyKey } from "./measure/measure.ts";
import { dataSummaries, problemsOfData } from "./measure/summary.ts";
import { absentProblem, chunkSources, pull } from "./measuring.ts";
import { isTolerant, type JudgeOptions, type Source, standardsOf } from "./options.ts";
import { problemsOfInput } from "./problems.ts";

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
  return judgeChunks(bundle, chunkSources(sources), options, textPool());
}

/** Judges the chunks of sources whose texts have their codes in a pool. */
export function judgeChunks(
  bundle: Bundle,
  given: ReadonlyMap<string, ChunkSource>,
  options: JudgeOptions,
  pool: TextPool,
): JudgeResult | Promise<JudgeResult> {
  const early = problemsOfInput(bundle, [...given.keys()], options);
  if (early.length > 0) return refused(bundle, options, early);
  const measuring = measure({
    bundle,
    sources: given,
    asOf: options.asOf,
    pool,
    tally: () => readTally(options.maxErrors ?? 100),
    patterns: options.patterns ?? null,
    tolerant: isTolerant(options),
    standards: standardsOf(options),
  });
  const absent = measuring.absent.map(absentProblem);
  if (absent.length > 0) return refused(bundle, options, absent);
  return pull(measuring, () => resultOf(bundle, measuring.result(), given, options));
}

function refused(bundle: Bundle, options: JudgeOptions, problems: readonly Problem[]): JudgeResult {
  return { ...head(bundle, options), verdicts: [], findings: [], data: [], clocks: [], problems };
}

function head(bundle: Bundle, options: JudgeOptions): Pick<JudgeResult, "schema" | "asOf" | "agreement"> {
  const { name, label, version } = bundle.agreement;
  return {
    schema: "tenet.verdicts/1",
    asOf: options.asOf,
    agreement: { name, label, version, fingerprint: bundle.fingerprint },
  };
}

function resultOf(
  bundle: Bundle,
  measured: Measured,
  given: ReadonlyMap<string, ChunkSource>,
  options: JudgeOptions,
): JudgeResult {
  for (const standard of bundle.standards) {
    const lines = measured.standards.get(standard.name);
    if (lines === undefined) continue;
    reportLatestTies(standardJudge(standard, lines, measured.run, options.patterns ?? null), measured.run);
  }
  const problems = problemsOfData(measured, options.tolerateBadRows ?? 0);
  const data = dataSummaries(measured, given);
  let verdicts: readonly Verdict[] | null = problems.length > 0 ? [] : null;
  return {
    ...head(bundle, options),
    /** Made when first asked for. */
    get verdicts() {
      verdicts ??= allVerdicts(bundle, measured, options);
      return verdicts;
    },
    findings: [],
    data,
    clocks: clockSummaries(measured),
    problems,
  };
}

function allVerdicts(bundle: Bundle, measured: Measured, options: JudgeOptions): readonly Verdict[] {
  const { run } = measured;
  const standards = [...bundle.standards].sort((a, b) => compareText(a.name, b.name));
  return standards.flatMap((standard) => {
    const lines = measured.standards.get(standard.name);
    if (lines === undefined) return [];
    const judging = standardJudge(standard, lines, run, options.patterns ?? null);
    return partiesInOrder(judging, measured, options).flatMap((party) =>
      partyVerdicts(judging, party, measured),
    );
  });
}

function partiesInOrder(judging: StandardJudge, { run }: Measured, options: JudgeOptions): readonly number[] {
  return judging.parties
    .map((party) => ({ party, key: partyKey(run, party) }))
    .filter(({ key }) => options.partner === undefined || key === options.partner)
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ party }) => party);
}

function partyVerdicts(judging: StandardJudge, party: number, { run }: Measured): readonly Verdict[] {
  return judging.occasions
    .map((_, window) => verdictOf(judging, judging.cellOf(party, window), run))
    .sort(
      (a, b) => compareText(a.period.start, b.period.start) || compareText(a.period.label, b.period.label),
    );
}
