/** A case on each runtime, as the facts that cases expect. */
import {
  type Bundle,
  type Distance,
  type JudgeResult,
  judge,
  judgeVersions,
  type MetricValue,
  type SyncSource,
  type Verdict,
  type VerdictKind,
} from "@tenet-lang/evaluator/all";
import type { Model } from "@tenet-lang/language";
import type { LimitVerdict } from "../reference/limits.ts";
import type { Rational } from "../reference/rational.ts";
import { restated } from "../reference/restated.ts";
import type { ReferenceVerdict } from "../reference/standards.ts";
import { judgeVersionsByReference } from "../reference/versions.ts";
import type { ConformanceCase } from "./case-file.ts";
import { csvRows, linesAbove, sourceOf } from "./data-files.ts";
import { comparedWith, earlierVerdicts } from "./earlier.ts";
import { type FoundFinding, findingOfMemory, findingOfReference } from "./found-findings.ts";
import type { VerdictFactOfMemory } from "./reference-lacks.ts";

/** What a runtime found, in the words of the case files. */
export interface Found {
  readonly isRefused: boolean;
  /** The result as it is published, of the memory runtime. */
  readonly result: JudgeResult | null;
  readonly verdicts: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly FoundFinding[];
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly clocks: readonly Readonly<Record<string, unknown>>[];
  /** Rows with errors by dataset, from 1, without the header. */
  readonly errors: ReadonlyMap<string, readonly number[]>;
}

const lateEnough = "2100-01-01T00:00:00Z";

/** The sources of a case, from bytes, to be read once. */
export function sourcesOf({ data = {} }: ConformanceCase): Readonly<Record<string, SyncSource>> {
  return Object.fromEntries(Object.entries(data).map(([name, file]) => [name, sourceOf(name, file)]));
}

export const optionsOf = ({
  asOf = lateEnough,
  tolerateBadRows = 0,
}: ConformanceCase): { readonly asOf: string; readonly tolerateBadRows: number } => ({
  asOf,
  tolerateBadRows,
});

/** The sources of the datasets that a version has. */
function ownSources({ datasets }: Bundle, one: ConformanceCase): ReturnType<typeof sourcesOf> {
  const names = ["partners", ...datasets.map(({ name }) => name)];
  return Object.fromEntries(Object.entries(sourcesOf(one)).filter(([name]) => names.includes(name)));
}

/** A case judged on the memory runtime; more than one bundle are versions of one agreement. */
export function judgedOf(one: ConformanceCase, bundles: readonly Bundle[]): JudgeResult {
  const [bundle] = bundles;
  if (bundle === undefined) throw new RangeError("a case has an agreement");
  const result =
    bundles.length === 1
      ? judge(bundle, sourcesOf(one), optionsOf(one))
      : judgeVersions(
          bundles.map((version) => ({ bundle: version, sources: ownSources(version, one) })),
          optionsOf(one),
        );
  if (result instanceof Promise) throw new TypeError("bytes in memory are read at once");
  return comparedWith(result, one.against, bundle);
}

/** Judges a case on the memory runtime. */
export function onMemory(one: ConformanceCase, bundles: readonly Bundle[]): Found {
  const result = judgedOf(one, bundles);
  return {
    isRefused: result.problems.length > 0,
    result,
    verdicts: result.verdicts.map((verdict) => ({
      ...identity(verdict.standard, verdict.party.key, verdict.period.label),
      start: verdict.period.start,
      end: verdict.period.end,
      ...factsOfMemory(verdict),
      version: verdict.version,
      earlier: verdict.earlier,
      verdict: verdict.verdict,
      provisional: verdict.provisional,
      used: verdict.rows.used,
      missing: verdict.rows.missing,
      excluded: Object.fromEntries(verdict.rows.excluded.map(({ by, rows }) => [by, rows])),
      warning: verdict.flags.includes("warning"),
      flags: verdict.flags,
      smallGroups: verdict.smallGroups,
      limits: verdict.limits.map((limit) => ({
        ...limit,
        value: memoryValue(limit.value),
        rounded: limit.value?.rounded === undefined ? null : ratioText(limit.value.rounded),
        distance: memoryDistance(limit.distance),
        bound: memoryValue(limit.bound),
        wrongSide: limit.confidence?.wrongSide ?? null,
        percent: limit.confidence?.percent ?? null,
        text: limit.value?.text ?? null,
        roundedText: limit.value?.rounded?.text ?? null,
      })),
      metrics: verdict.metrics.map((metric) => ({
        ...metric,
        value: memoryValue(metric.value),
        text: metric.value?.text ?? null,
      })),
    })),
    findings: result.findings.map(findingOfMemory),
    data: result.data.map((one) => ({
      ...one,
      ...one.clockChanges,
      errorPlaces: one.errors.map(({ row, column, value }) => [row, column, value]),
    })),
    clocks: result.clocks.map((one) => ({ ...one })),
    errors: new Map(
      result.data.map(({ dataset, errors }) => [
        dataset,
        errors.flatMap(({ row }) => (row === null ? [] : [row - linesAbove(one.data?.[dataset])])),
      ]),
    ),
  };
}

/** Facts that only the memory runtime gives, see `reference-lacks.ts`. */
function factsOfMemory(verdict: Verdict): Readonly<Record<VerdictFactOfMemory, unknown>> {
  const { kind, owes, due, owed, missedBy, distance, period, origin } = verdict;
  const { firstDay, lastDay } = period;
  const human = { kind, owes, due, owed, missedBy };
  return { ...human, distance: memoryDistance(distance), firstDay, lastDay, origin };
}

const memoryDistance = <D extends Distance>(distance: D | null): object | null =>
  distance === null ? null : { ...distance, gap: distance.gap && ratioText(distance.gap) };

const identity = (standard: string, party: string, period: string): Readonly<Record<string, string>> => ({
  standard,
  party,
  period,
});

const ratioText = ({ numerator, denominator }: { numerator: string; denominator: string }): string =>
  `${numerator}/${denominator}`;

function memoryValue(value: MetricValue | null): string | null {
  if (value === null) return null;
  const { numerator, denominator, text } = value;
  return numerator === null || denominator === null ? text : ratioText({ numerator, denominator });
}

/** Judges a case by the reference, from rows of text; more than one model are versions of one agreement. */
export function onReference(
  { data = {}, ...one }: ConformanceCase,
  models: readonly Model[],
  bundles: readonly Bundle[],
): Found {
  const tables = new Map(Object.entries(data).map(([name, file]) => [name, csvRows(file)]));
  const isBroken = [...tables].some(([name, { header }]) =>
    models.some((model) => lacksColumns(name, header, model)),
  );
  if (isBroken)
    return {
      ...{ isRefused: true, result: null, verdicts: [], findings: [], data: [], clocks: [] },
      errors: new Map(),
    };
  const rows = Object.fromEntries([...tables].map(([name, table]) => [name, table.rows]));
  const versions = models.flatMap((model, at) => {
    const resolved = bundles[at];
    return resolved === undefined ? [] : [{ model, resolved, data: rows }];
  });
  const result = judgeVersionsByReference(versions, optionsOf(one));
  const earlier = restated(
    result.verdicts.map(({ verdict }) => verdict),
    earlierVerdicts(one.against),
  );
  const runs = result.runs.map(({ data: fates, ...run }) => ({ ...run, fates }));
  return {
    isRefused: result.isRefused,
    result: null,
    verdicts: result.verdicts.map(({ version, verdict }) => ({
      ...verdictOfReference(verdict, earlier.get(verdict) ?? null),
      version,
    })),
    findings: result.findings.map(findingOfReference),
    // §7.5.1: the first twenty of them; the reference knows them all.
    data: runs.flatMap(({ fates }) =>
      fates.map((fate) => ({ ...fate, unknownPartners: fate.unknownPartners.slice(0, 20) })),
    ),
    clocks: runs.flatMap(({ clocks }) => clocks.map((clock) => ({ ...clock }))),
    errors: new Map(
      ["partners", ...runs.flatMap(({ fates }) => fates.map(({ dataset }) => dataset))].map((dataset) => [
        dataset,
        runs.flatMap(({ errors }) =>
          errors.filter((error) => error.dataset === dataset).map(({ line }) => line),
        ),
      ]),
    ),
  };
}

function verdictOfReference(
  judged: ReferenceVerdict,
  earlier: VerdictKind | null,
): Readonly<Record<string, unknown>> {
  const { excluded, isWarning, limits, metrics, ...verdict } = judged;
  return {
    ...verdict,
    excluded: Object.fromEntries(excluded),
    warning: isWarning,
    earlier,
    flags: flagsOf(judged, earlier !== null),
    limits: limits.map(referenceLimit),
    metrics: metrics.map((metric) => ({ ...metric, value: referenceValue(metric.value) })),
  };
}

/** §4.1.15, in its order. */
const flagsOf = (is: ReferenceVerdict, isRestated: boolean): readonly string[] => [
  ...(is.isWarning ? ["warning"] : []),
  ...(is.isProvisional ? ["provisional"] : []),
  ...(isRestated ? ["restated"] : []),
  ...(is.isRampUp ? ["ramp_up"] : []),
];

/** §4.7.4: a declared column that the header lacks or has twice. */
function lacksColumns(name: string, header: readonly string[], model: Model): boolean {
  const table =
    name === "partners" ? model.partners : model.datasets.find((dataset) => dataset.name === name);
  const columns = (table?.fields ?? []).flatMap((field) => field.columns);
  return columns.some((column) => header.filter((one) => one === column).length !== 1);
}

const referenceLimit = (limit: LimitVerdict): Readonly<Record<string, unknown>> => ({
  ...limit,
  limit: limit.comparison?.text ?? null,
  bound: limit.relative === null || limit.relative.bound === null ? null : rationalText(limit.relative.bound),
  peers: limit.relative?.peers ?? null,
  rank: limit.relative?.rank ?? null,
  value: referenceValue(limit.value),
  rounded: limit.rounded === null ? null : rationalText(limit.rounded),
  distance:
    limit.distance === null
      ? null
      : {
          direction: limit.distance.direction,
          rows: limit.distance.rows === null ? null : Number(limit.distance.rows),
          gap: limit.distance.gap === null ? null : rationalText(limit.distance.gap),
        },
});

const rationalText = ({ n, d }: Rational): string => `${n}/${d}`;

function referenceValue(value: LimitVerdict["value"]): string | null {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return rationalText(value);
}
