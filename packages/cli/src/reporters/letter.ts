/**
 * One verdict as a letter: why it is so, what was promised and where that stands written, what was measured and how
 * far it is from the limit, which rows were left out and why, and what would change it.
 *
 * It says the same as the verdict's JSON, to somebody who has never seen JSON. The bundle adds what a verdict does
 * not repeat: labels, the reasons that were agreed, and what each exclusion is called.
 */
import type { Bundle, JudgeResult, LimitResult, MetricResult, Verdict } from "@tenet-lang/evaluator";
import { inert } from "./inert.ts";
import { hanging, wrap } from "./layout.ts";
import { symbols, verdictPaint } from "./matrix.ts";
import type { ResultView, View } from "./palette.ts";
import {
  count,
  daysOf,
  firstOf,
  grouped,
  listed,
  metricName,
  missedLimits,
  partyName,
  valueWords,
  verdictWords,
} from "./words.ts";

const MOST_GROUPS = 12;

/** The letter. `pathOf` gives the path of a file of the agreement as the reader would write it. */
export function letter(
  result: JudgeResult,
  verdict: Verdict,
  bundle: Bundle,
  view: ResultView & { readonly pathOf: (file: string) => string },
): string {
  const sections: (readonly string[])[] = [
    heading(result, verdict, view),
    section(
      "Why",
      verdict.reasons.map((reason) => `- ${reason}`),
      view,
    ),
    section("What was promised", promiseLines(verdict, bundle, view), view),
    section("What was measured", measureLines(verdict, bundle), view),
    section("Which rows count", rowLines(verdict, bundle), view),
    section("What would change it", changeLines(verdict, bundle, view), view),
    [view.palette.quiet(inert(`Bundle ${result.agreement.fingerprint}`))],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function section(title: string, sentences: readonly string[], view: View): readonly string[] {
  if (sentences.length === 0) return [];
  return [
    view.palette.heading(title),
    ...sentences.flatMap((sentence) => {
      const lead = /^ *(?:- )?/.exec(sentence)?.[0] ?? "";
      return hanging(`  ${lead}`, inert(sentence.slice(lead.length)), view.width);
    }),
  ];
}

function heading(result: JudgeResult, verdict: Verdict, view: ResultView): readonly string[] {
  const { palette } = view;
  const { label, name, version } = result.agreement;
  const paint = verdictPaint(verdict.verdict, palette);
  const outcome = `${symbols[verdict.verdict]} ${verdictWords(verdict.verdict)}`;
  const provisional =
    verdict.provisional === null
      ? ""
      : ` (as it stands, the limits alone say: ${verdictWords(verdict.provisional)})`;
  const flags = verdict.flags.map((flag) => flag.replaceAll("_", " "));
  return [
    `${palette.heading(inert(verdict.label))}  ${palette.quiet(inert(verdict.standard))}`,
    inert(`${partyName(verdict.party)}, ${verdict.period.label} (${daysOf(verdict.period)})`),
    palette.quiet(inert(`${label}, ${name} ${version}, as of ${view.asOf}`)),
    "",
    `${paint(outcome)}${provisional}${flags.length === 0 ? "" : palette.warn(`, flagged ${listed(flags)}`)}`,
  ];
}

function promiseLines(
  verdict: Verdict,
  bundle: Bundle,
  { pathOf }: { readonly pathOf: (file: string) => string },
): readonly string[] {
  const standard = bundle.standards.find(({ name }) => name === verdict.standard);
  const stated = new Map<string, readonly string[]>();
  for (const limit of verdict.limits) {
    const place = `${pathOf(limit.origin.file)}:${limit.origin.line}`;
    stated.set(`${place} ${limit.metric}`, statedLines(limit, place, bundle));
  }
  const fallback = [`See ${pathOf(verdict.origin.file)}:${verdict.origin.line}.`];
  return [
    ...(stated.size === 0 ? fallback : [...stated.values()].flat()),
    ...(standard?.because == null ? [] : [`Because: ${standard.because}.`]),
  ];
}

function statedLines(limit: LimitResult, place: string, bundle: Bundle): readonly string[] {
  const amendment = bundle.amendments.find(({ name }) => name === limit.amendment);
  return [
    `${place}: ${sentenceOf(limit)}`,
    ...(limit.amendment === null
      ? []
      : [`  Set by amendment ${limit.amendment}${amendment === undefined ? "" : `: ${amendment.because}`}.`]),
  ];
}

/** The sentence as written; a row of a limit that varies does not name its metric. */
function sentenceOf({ origin, metric }: LimitResult): string {
  return origin.text.includes(metric) ? origin.text : `${metric} ${origin.text}`;
}

function measureLines(verdict: Verdict, bundle: Bundle): readonly string[] {
  const { shown, more } = firstOf(verdict.metrics, MOST_GROUPS);
  return [
    ...shown.flatMap((metric) => metricLines(metric, verdict, bundle)),
    ...(more > 0 ? [`and ${count(more, "more value")}`] : []),
  ];
}

function metricLines(result: MetricResult, verdict: Verdict, bundle: Bundle): readonly string[] {
  const label = bundle.metrics.find(({ name }) => name === result.metric)?.label;
  const named = label == null ? metricName(result) : `${label} (${metricName(result)})`;
  const held = verdict.limits.filter(
    (limit) => limit.metric === result.metric && limit.group === result.group,
  );
  return [
    `${named}: ${valueWords(result.value)}`,
    ...held.map(
      (limit) => `  ${limit.comparison} ${limit.limit}: ${outcomeWords(limit)}${distanceWords(limit)}`,
    ),
    ...(result.missing > 0 ? [`  ${count(result.missing, "row")} left out for a missing value`] : []),
    ...(result.outside > 0
      ? [
          `  ${count(result.outside, "row")} would count but ${result.outside === 1 ? "is" : "are"} not among the rows it is a share of`,
        ]
      : []),
  ];
}

function outcomeWords(limit: LimitResult): string {
  if (limit.toleratedBy !== null) return `met, tolerated by ${limit.toleratedBy}`;
  if (limit.met === null) return "undecided";
  return limit.met ? "met" : "missed";
}

function distanceWords({ distance }: LimitResult): string {
  return distance === null ? "" : `, ${distance.text}`;
}

function rowLines(verdict: Verdict, bundle: Bundle): readonly string[] {
  const { used, missing, excluded } = verdict.rows;
  return [
    `${count(used, "row")} used${missing > 0 ? `, ${grouped(missing)} of them with a missing value that mattered` : ""}.`,
    ...excluded.map(({ by, rows }) => {
      const label = bundle.exclusions.find(({ name }) => name === by)?.label;
      return `${count(rows, "row")} excluded by ${by}${label == null ? "" : ` (${label})`}.`;
    }),
    ...verdict.smallGroups.map(
      ({ metric, group, rows }) => `${metric} for ${group}: left out, with only ${count(rows, "row")}.`,
    ),
  ];
}

/** What would have to be otherwise for another verdict. */
function changeLines(verdict: Verdict, bundle: Bundle, { asOf }: ResultView): readonly string[] {
  switch (verdict.verdict) {
    case "missed":
      return missedLimits(verdict).map(missedChange);
    case "met":
      return marginChange(verdict);
    case "pending":
      return [
        `It becomes final when no more rows may arrive for ${daysOf(verdict.period)}; read up to ${asOf}, more rows may still change it.`,
      ];
    case "not_enough_data":
      return needsChange(verdict, bundle);
    case "not_applicable":
    case "excused":
      return [];
  }
}

function missedChange(limit: LimitResult): string {
  const bar = `${limit.comparison} ${limit.limit}`;
  const rows = limit.distance?.rows ?? null;
  if (rows !== null) return `${metricName(limit)} ${bar} would be met with ${count(rows, "row")} changed.`;
  return `${metricName(limit)} would have to be ${bar}; it is ${valueWords(limit.value)}.`;
}

function marginChange(verdict: Verdict): readonly string[] {
  const { distance } = verdict;
  if (distance === null || distance.rows === null) return [];
  return [
    `${metricName(distance)} is the nearest to its limit: with ${count(distance.rows + 1, "more row")} failing, it would be missed.`,
  ];
}

function needsChange(verdict: Verdict, bundle: Bundle): readonly string[] {
  const needs = bundle.standards.find(({ name }) => name === verdict.standard)?.needs ?? null;
  if (needs === null) return ["It needs rows in the window from which each metric has a value."];
  const least = [...new Set(needs.rows.map((row) => String(row.atLeast)))];
  return [`It needs at least ${least.join(" or ")} ${needs.counts.name}: ${needs.origin.text}.`];
}

/** The verdicts that a reader may have meant, where the one asked for does not exist. */
export function knownVerdicts(result: JudgeResult, standard: string, view: View): string {
  const verdicts = result.verdicts.filter((verdict) => verdict.standard === standard);
  const parties = firstOf([...new Set(verdicts.map(({ party }) => partyName(party)))], MOST_GROUPS);
  const periods = firstOf([...new Set(verdicts.map(({ period }) => period.label))].reverse(), MOST_GROUPS);
  const list = (
    what: string,
    { shown, more }: { shown: readonly string[]; more: number },
  ): readonly string[] =>
    shown.length === 0
      ? []
      : wrap(inert(`${what}: ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`), view.width);
  return [...list("parties", parties), ...list("periods", periods)].join("\n");
}
