/**
 * What both evaluators must agree on, as plain text: every verdict with its limits, values, distances and row counts,
 * and the fate of every row. Two results agree if their lines are the same.
 */
import type { JudgeResult, LimitResult, MetricResult, Verdict } from "@tenet-lang/evaluator";
import type { Distance } from "../reference/distance.ts";
import type { LimitVerdict } from "../reference/limits.ts";
import type { Rational } from "../reference/rational.ts";
import type { ReferenceResult } from "../reference/reference.ts";
import { restated } from "../reference/restated.ts";
import type { ReferenceVerdict } from "../reference/standards.ts";
import type { VersionsResult } from "../reference/versions.ts";
import { linesOfFinding, linesOfReferenceFinding } from "./compare-findings.ts";

/** Lines of a result; a refused one has a single line. */
export function linesOfMemory(result: JudgeResult, tolerated: number): readonly string[] {
  if (result.problems.length > 0) return ["refused"];
  const data = result.data
    .filter(({ dataset }) => dataset !== "partners")
    .map((one) => fateLine(one, one.unknownPartners, tolerated));
  const clocks = result.clocks.map(clockLine);
  const findings = result.findings.flatMap(linesOfFinding);
  return [...data, ...clocks, ...result.verdicts.flatMap(verdictLines), ...findings];
}

/** The same lines of the reference. */
export function linesOfReference(result: ReferenceResult, tolerated: number): readonly string[] {
  if (result.isRefused) return ["refused"];
  const fates = [...result.data].sort((a, b) => (a.dataset < b.dataset ? -1 : 1));
  const data = fates.map((one) => fateLine(one, one.unknownPartners, tolerated));
  const clocks = result.clocks.map(clockLine);
  const findings = result.findings.flatMap(linesOfReferenceFinding);
  return [...data, ...clocks, ...result.verdicts.flatMap(referenceLines), ...findings];
}

/** The verdicts and findings of several versions, with the version that gave each. */
export function linesOfVersions({ problems, verdicts, findings }: JudgeResult): readonly string[] {
  if (problems.length > 0) return ["refused"];
  return [
    ...verdicts.flatMap((verdict) => verdictLines(verdict).map((line) => `${verdict.version} ${line}`)),
    ...findings.flatMap((finding) => linesOfFinding(finding).map((line) => `${finding.version} ${line}`)),
  ];
}

/** The same lines of the reference. */
export function referenceOfVersions({ isRefused, verdicts, findings }: VersionsResult): readonly string[] {
  if (isRefused) return ["refused"];
  return [
    ...verdicts.flatMap(({ version, verdict }) =>
      referenceLines(verdict).map((line) => `${version} ${line}`),
    ),
    ...findings.flatMap(({ version, finding }) =>
      linesOfReferenceFinding(finding).map((line) => `${version} ${line}`),
    ),
  ];
}

/** What of a result an earlier one said otherwise. */
export function restatedLines({ verdicts }: JudgeResult): readonly string[] {
  return verdicts.flatMap(({ standard, party, period, earlier, flags }) =>
    earlier === null && !flags.includes("restated")
      ? []
      : [`${standard} ${party.key} ${period.label} was ${earlier}`],
  );
}

/** The same lines of the reference. */
export function referenceRestated(now: ReferenceResult, earlier: ReferenceResult): readonly string[] {
  return [...restated(now.verdicts, earlier.verdicts)].map(
    ([{ standard, party, period }, before]) => `${standard} ${party} ${period} was ${before}`,
  );
}

/** The first line that differs, from both sides; null where none does. */
export function firstDifference(
  memory: readonly string[],
  reference: readonly string[],
): { readonly memory: string; readonly reference: string } | null {
  const at = Array.from({ length: Math.max(memory.length, reference.length) }).findIndex(
    (_, index) => memory[index] !== reference[index],
  );
  return at < 0 ? null : { memory: memory[at] ?? "(nothing)", reference: reference[at] ?? "(nothing)" };
}

const fates = [
  "rows",
  "used",
  "setAside",
  "duplicates",
  "superseded",
  "nobodys",
  "afterAsOf",
  "undated",
] as const;

function fateLine(
  data: { readonly dataset: string } & Readonly<Record<(typeof fates)[number], number>>,
  unknown: readonly string[],
  tolerated: number,
): string {
  const counts = fates.map((fate) => `${fate} ${data[fate]}`).join(", ");
  return `data ${data.dataset}: ${counts}, unknown ${JSON.stringify(unknown.slice(0, 20))}, tolerated ${tolerated}`;
}

const accounts = [
  "cases",
  "used",
  "nobodys",
  "setAside",
  "met",
  "missed",
  "pending",
  "notStarted",
  "undated",
  "withoutKey",
  "paused",
] as const;

type Account = Readonly<Record<(typeof accounts)[number], number | null>>;

function clockLine(
  clock: Account & { readonly clock: string; readonly pausedKeys: readonly string[] },
): string {
  const counts = accounts.map((name) => `${name} ${clock[name]}`).join(", ");
  return `clock ${clock.clock}: ${counts}, paused ${JSON.stringify(clock.pausedKeys)}`;
}

function verdictLines(verdict: Verdict): readonly string[] {
  const head = `${verdict.standard} ${verdict.party.key} ${verdict.period.label}`;
  const { used, missing, excluded } = verdict.rows;
  const removed = new Map(excluded.map(({ by, rows }) => [by, rows]));
  return [
    verdictLine(head, verdict.verdict, verdict.provisional, verdict.flags),
    `${head} window ${verdict.period.start} ${verdict.period.end}`,
    factLine(head, verdict),
    rowsLine(head, used, missing, removed),
    ...verdict.limits.map((limit) => `${head} ${limitOf(limit)}`),
    ...verdict.smallGroups.map(({ metric, group, rows }) => `${head} small ${metric} ${group} ${rows}`),
    ...[...verdict.metrics.map((metric) => `${head} ${metricOf(metric)}`)].sort(),
  ];
}

function referenceLines(verdict: ReferenceVerdict): readonly string[] {
  const head = `${verdict.standard} ${verdict.party} ${verdict.period}`;
  return [
    verdictLine(head, verdict.verdict, verdict.provisional, [
      ...(verdict.isWarning ? ["warning"] : []),
      ...(verdict.isProvisional ? ["provisional"] : []),
      ...(verdict.isRampUp ? ["ramp_up"] : []),
    ]),
    `${head} window ${verdict.start} ${verdict.end}`,
    factLine(head, verdict),
    rowsLine(head, verdict.used, verdict.missing, verdict.excluded),
    ...verdict.limits.map((limit) => `${head} ${referenceLimit(limit)}`),
    ...verdict.smallGroups.map(({ metric, group, rows }) => `${head} small ${metric} ${group} ${rows}`),
    ...verdict.metrics
      .map(({ metric, group, value, text, missing, outside }) => {
        const found = `${shown(value)}, written ${text}, missing ${missing}, outside ${outside}`;
        return `${head} metric ${metric} ${group}: ${found}`;
      })
      .sort(),
  ];
}

const verdictLine = (
  head: string,
  verdict: string,
  provisional: string | null,
  flags: readonly string[],
): string => `${head}: ${verdict}, provisional ${provisional}, flags [${flags.join(", ")}]`;

const factLine = (
  head: string,
  { kind, due, owed, missedBy }: Pick<ReferenceVerdict, "kind" | "due" | "owed" | "missedBy">,
): string => `${head} ${kind} due ${due} owed ${owed} missed by ${missedBy}`;

function rowsLine(
  head: string,
  used: number,
  missing: number,
  excluded: ReadonlyMap<string, number>,
): string {
  const removed = [...excluded].sort().map(([by, rows]) => `${by} ${rows}`);
  return `${head} rows: used ${used}, missing ${missing}, excluded [${removed.join(", ")}]`;
}

function limitOf(limit: LimitResult): string {
  const { value, distance } = limit;
  const rows = distance?.rows == null ? null : String(distance.rows);
  const gap = distance?.gap == null ? null : `${distance.gap.numerator}/${distance.gap.denominator}`;
  return limitLine({
    ...limit,
    text: limit.limit,
    value:
      value === null
        ? "none"
        : value.numerator === null
          ? value.text
          : `${value.numerator}/${value.denominator}`,
    rounded: value?.rounded === undefined ? "" : `${value.rounded.numerator}/${value.rounded.denominator}`,
    words: value === null ? null : wordsOf(value.text, value.rounded?.text ?? null),
    distance: distance === null ? "none" : `${distance.direction} ${rows} ${gap}`,
    others: limit.bound === null ? "none" : `${limit.bound.numerator}/${limit.bound.denominator}`,
    wrongSide: limit.confidence?.wrongSide ?? null,
  });
}

function referenceLimit(limit: LimitVerdict): string {
  return limitLine({
    ...limit,
    text: limit.comparison?.text ?? "",
    value: shown(limit.value),
    rounded: limit.rounded === null ? "" : ratio(limit.rounded),
    words: wordsOf(limit.text, limit.roundedText),
    distance: limit.distance === null ? "none" : distanceText(limit.distance),
    peers: limit.relative?.peers ?? null,
    rank: limit.relative?.rank ?? null,
    others: limit.relative?.bound == null ? "none" : ratio(limit.relative.bound),
  });
}

const wordsOf = (text: string | null, rounded: string | null): string | null =>
  rounded === null ? text : `${rounded} for ${text}`;

function limitLine(limit: {
  readonly metric: string;
  readonly requirement: number;
  readonly group: string | null;
  readonly text: string;
  readonly met: boolean | null;
  readonly value: string;
  readonly rounded: string;
  readonly words: string | null;
  readonly distance: string;
  readonly toleratedBy: string | null;
  readonly amendment: string | null;
  readonly peers: number | null;
  readonly rank: number | null;
  readonly others: string;
  readonly wrongSide: boolean | null;
}): string {
  const about = `limit ${limit.requirement} ${limit.metric} ${limit.group}`;
  const value = `${limit.value}${limit.rounded === "" ? "" : ` rounded ${limit.rounded}`}`;
  const found = `${value} written ${limit.words}, of ${limit.text}`;
  const compared = `peers ${limit.peers}, rank ${limit.rank}, average ${limit.others}, wrong side ${limit.wrongSide}`;
  return `${about}: ${limit.met}, ${found}, ${limit.distance}, by ${limit.toleratedBy}, amended ${limit.amendment}, ${compared}`;
}

function metricOf({ metric, group, value, missing, outside }: MetricResult): string {
  const found =
    value === null
      ? "none"
      : value.numerator === null
        ? value.text
        : `${value.numerator}/${value.denominator}`;
  const text = value?.text ?? null;
  return `metric ${metric} ${group}: ${found}, written ${text}, missing ${missing}, outside ${outside}`;
}

const ratio = ({ n, d }: Rational): string => `${n}/${d}`;

function shown(value: LimitVerdict["value"]): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : ratio(value);
}

const distanceText = ({ direction, rows, gap }: Distance): string =>
  `${direction} ${rows} ${gap === null ? null : ratio(gap)}`;
