/** A case on each runtime, as the facts that cases expect. */
import { type Bundle, judge, type MetricValue } from "@tenet-lang/evaluator/all";
import { csv } from "@tenet-lang/evaluator/read";
import type { Model } from "@tenet-lang/language";
import type { LimitVerdict } from "../reference/limits.ts";
import type { Rational } from "../reference/rational.ts";
import { judgeByReference } from "../reference/reference.ts";
import type { MetricValue as MeasuredValue } from "../reference/standards.ts";
import { type ConformanceCase, csvRows, csvText } from "./case-file.ts";

/** What a runtime found, in the words of the case files. */
export interface Found {
  readonly isRefused: boolean;
  readonly verdicts: readonly Readonly<Record<string, unknown>>[];
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly clocks: readonly Readonly<Record<string, unknown>>[];
  /** Rows with errors by dataset, from 1, without the header. */
  readonly errors: ReadonlyMap<string, readonly number[]>;
}

const lateEnough = "2100-01-01T00:00:00Z";

/** Judges a case on the memory runtime, from CSV bytes. */
export function onMemory(
  { data = {}, asOf = lateEnough, tolerateBadRows = 0 }: ConformanceCase,
  bundle: Bundle,
): Found {
  const sources = Object.fromEntries(
    Object.entries(data).map(([name, lines]) => [
      name,
      csv(name, [new TextEncoder().encode(csvText(lines))]),
    ]),
  );
  const result = judge(bundle, sources, { asOf, tolerateBadRows });
  if (result instanceof Promise) throw new TypeError("bytes in memory are read at once");
  return {
    isRefused: result.problems.length > 0,
    verdicts: result.verdicts.map((verdict) => ({
      ...identity(verdict.standard, verdict.party.key, verdict.period.label),
      start: verdict.period.start,
      end: verdict.period.end,
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
        distance:
          limit.distance === null
            ? null
            : { ...limit.distance, gap: limit.distance.gap && ratioText(limit.distance.gap) },
      })),
      metrics: verdict.metrics.map((metric) => ({ ...metric, value: memoryValue(metric.value) })),
    })),
    data: result.data.map((one) => ({ ...one, ...one.clockChanges })),
    clocks: result.clocks.map((one) => ({ ...one })),
    errors: new Map(
      result.data.map(({ dataset, errors }) => [
        dataset,
        errors.flatMap(({ row }) => (row === null ? [] : [row - 1])),
      ]),
    ),
  };
}

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

/** Judges a case by the reference, from rows of text. */
export function onReference(
  { data = {}, asOf = lateEnough, tolerateBadRows = 0 }: ConformanceCase,
  model: Model,
  bundle: Bundle,
): Found {
  const tables = new Map(Object.entries(data).map(([name, lines]) => [name, csvRows(csvText(lines))]));
  const isBroken = [...tables].some(([name, { header }]) => lacksColumns(name, header, model));
  if (isBroken) return { isRefused: true, verdicts: [], data: [], clocks: [], errors: new Map() };
  const rows = Object.fromEntries([...tables].map(([name, table]) => [name, table.rows]));
  const result = judgeByReference(model, bundle, rows, { asOf, tolerateBadRows });
  return {
    isRefused: result.isRefused,
    verdicts: result.verdicts.map(({ excluded, isWarning, isProvisional, limits, metrics, ...verdict }) => ({
      ...verdict,
      excluded: Object.fromEntries(excluded),
      warning: isWarning,
      flags: [...(isWarning ? ["warning"] : []), ...(isProvisional ? ["provisional"] : [])],
      limits: limits.map(referenceLimit),
      metrics: metrics.map((metric: MeasuredValue) => ({ ...metric, value: referenceValue(metric.value) })),
    })),
    data: result.data.map((one) => ({ ...one })),
    clocks: result.clocks.map((one) => ({ ...one })),
    errors: new Map(
      ["partners", ...result.data.map(({ dataset }) => dataset)].map((dataset) => [
        dataset,
        result.errors.filter((error) => error.dataset === dataset).map(({ line }) => line),
      ]),
    ),
  };
}

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
