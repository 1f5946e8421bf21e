/** The result of judging: what the runs of one or more versions found, as it is published (SPEC §7, §4.8.7). */
import type { Bundle } from "./bundle/rule.ts";
import { compareText } from "./exact/text-order.ts";
import { verdictOf } from "./explain/verdict.ts";
import type { Finding } from "./judge/finding.ts";
import type { JudgeResult, Problem, Verdict } from "./judge/result.ts";
import { partyKey } from "./measure/measure.ts";
import { dataSummaries } from "./measure/summary.ts";
import type { JudgeOptions } from "./options.ts";
import { parseInstant } from "./time/instant.ts";
import { timeFrame } from "./time/windows.ts";
import { zoneClock } from "./time/zone.ts";
import type { VersionRun } from "./version-run.ts";

type Runs = readonly VersionRun[];

/** A result without verdicts. `bundles` are all versions, from the first. */
export function refused(
  bundles: readonly Bundle[],
  options: JudgeOptions,
  problems: readonly Problem[],
): JudgeResult {
  return { ...head(bundles, options), verdicts: [], findings: [], data: [], clocks: [], problems };
}

/** What the runs found; `bundles` are all versions, from the first. */
export function resultOf(runs: Runs, bundles: readonly Bundle[], options: JudgeOptions): JudgeResult {
  const problems = eachOnce(runs.flatMap((run) => run.problems));
  const isRefused = problems.length > 0;
  let verdicts: readonly Verdict[] | null = isRefused ? [] : null;
  let findings: readonly Finding[] | null = isRefused ? [] : null;
  return {
    ...head(bundles, options),
    /** Made when first asked for. */
    get verdicts() {
      verdicts ??= runs.flatMap((run) => verdictsOf(run, options)).sort(compareVerdicts);
      return verdicts;
    },
    get findings() {
      findings ??= findingsOf(runs, options);
      return findings;
    },
    data: runs.flatMap((run) => dataOf(run, bundles.length > 1)),
    clocks: runs.flatMap((run) => clocksOf(run, options, bundles.length > 1)),
    problems,
  };
}

function head(
  bundles: readonly Bundle[],
  { asOf }: JudgeOptions,
): Pick<JudgeResult, "schema" | "asOf" | "agreement" | "versions"> {
  const { agreement, fingerprint } = latestBegun(bundles, asOf);
  const { name, label, version } = agreement;
  return {
    schema: "tenet.verdicts/1",
    asOf,
    agreement: { name, label, version, fingerprint },
    versions: bundles.map((bundle) => ({
      version: bundle.agreement.version,
      from: bundle.agreement.effective.from,
      until: bundle.agreement.effective.until,
      fingerprint: bundle.fingerprint,
    })),
  };
}

/** The latest version that has begun by an instant, or the first. */
function latestBegun(bundles: readonly Bundle[], asOf: string): Bundle {
  const instant = parseInstant(asOf) ?? 0;
  const begun = bundles.filter(({ agreement, zone }) => {
    const clock = zoneClock(zone);
    return clock.startOfDay(timeFrame(agreement, clock, instant).from) <= instant;
  });
  return (begun[begun.length - 1] ?? bundles[0]) as Bundle;
}

function verdictsOf(
  { bundle, book }: VersionRun,
  { partner, standard: only, onDecided }: JudgeOptions,
): readonly Verdict[] {
  const { run } = book.measured;
  const isNamed = (name: string): boolean => only === undefined || name === only;
  const isAsked = (party: number): boolean => partner === undefined || partyKey(run, party) === partner;
  const parties = Array.from({ length: run.parties.size }, (_, party) => party).filter(isAsked);
  const ofStandards = bundle.standards.flatMap(({ name }) => {
    const judge = book.judgeOf(name);
    if (judge === null || !isNamed(name)) return [];
    const verdictAt = (cell: number): Verdict => {
      const verdict = verdictOf(judge, cell, run);
      onDecided?.(verdict, judge.decide(cell));
      return verdict;
    };
    return judge.parties.filter(isAsked).flatMap((party) => judge.cellsOf(party).map(verdictAt));
  });
  const ofTerms = parties.flatMap((party) => book.terms?.verdicts(party) ?? []);
  return [
    ...ofStandards,
    ...ofTerms.map(({ verdict }) => verdict).filter(({ standard }) => isNamed(standard)),
  ];
}

/** By standard, party, start and label (SPEC §7.3.1). */
function compareVerdicts(a: Verdict, b: Verdict): number {
  return (
    compareText(a.standard, b.standard) ||
    compareText(a.party.key, b.party.key) ||
    compareText(a.period.start, b.period.start) ||
    compareText(a.period.label, b.period.label)
  );
}

function findingsOf(runs: Runs, options: JudgeOptions): readonly Finding[] {
  const { consequences: engine, partner = null } = options;
  const versions = runs.flatMap(({ consequences, book }) =>
    consequences === null ? [] : [{ consequences, book }],
  );
  return engine?.findings(versions, partner) ?? [];
}

/** Problems that several versions share are said once. */
export function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values()];
}

function clocksOf(
  { book, bundle }: VersionRun,
  { clocks }: JudgeOptions,
  isOneOfSeveral: boolean,
): JudgeResult["clocks"] {
  const summaries = clocks?.summaries(book.measured.tables) ?? [];
  const { version } = bundle.agreement;
  return isOneOfSeveral
    ? summaries.map(({ clock, ...summary }) => ({ clock, version, ...summary }))
    : summaries;
}

function dataOf({ book, given }: VersionRun, isOneOfSeveral: boolean): JudgeResult["data"] {
  const { measured } = book;
  const { version } = measured.run.bundle.agreement;
  const summaries = dataSummaries(measured, given);
  return isOneOfSeveral
    ? summaries.map(({ dataset, ...summary }) => ({ dataset, version, ...summary }))
    : summaries;
}
