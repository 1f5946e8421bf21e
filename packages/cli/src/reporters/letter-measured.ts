/** What was measured, how far it is from each limit, and which rows it is made of. */
import type { Bundle, LimitResult, MetricResult, Verdict } from "@tenet-lang/evaluator";
import {
  counted,
  countedValue,
  groupedBy,
  type LetterItem,
  metricLabel,
  plainItem,
  rowNoun,
} from "./letter-words.ts";
import { count, firstOf, spaced } from "./words.ts";

const MOST_GROUPS = 12;

/** One item for each metric: those of the limits first, then what else the standard reads. */
export function measuredItems(verdict: Verdict, bundle: Bundle): readonly LetterItem[] {
  const limited = new Set(verdict.limits.map(({ metric }) => metric));
  const metrics = groupedBy(verdict.metrics, ({ metric }) => metric);
  const [main, others] = [[...limited], [...metrics.keys()].filter((name) => !limited.has(name))];
  return [
    ...main.map((name) => limitedItem(name, metrics.get(name) ?? [], verdict, bundle)),
    ...others.flatMap((name) =>
      (metrics.get(name) ?? []).map((metric) =>
        plainItem(`${named(metric, bundle)}: ${metricValue(metric, bundle)}`),
      ),
    ),
  ];
}

function named({ metric, group }: MetricResult, bundle: Bundle): string {
  return group === null ? metricLabel(bundle, metric) : `${metricLabel(bundle, metric)} for ${group}`;
}

function metricValue({ metric, value }: MetricResult, bundle: Bundle): string {
  return countedValue(bundle, metric, value);
}

function limitedItem(
  name: string,
  results: readonly MetricResult[],
  verdict: Verdict,
  bundle: Bundle,
): LetterItem {
  const limits = verdict.limits.filter(({ metric }) => metric === name);
  const whole = results.find(({ group }) => group === null);
  const label = metricLabel(bundle, name);
  const text = whole === undefined ? label : `${label}: ${metricValue(whole, bundle)}`;
  const groups = limits.filter(({ group }) => group !== null).toSorted(missedFirst);
  const { shown, more } = firstOf(groups, MOST_GROUPS);
  return {
    text,
    details: [
      ...limits
        .filter(({ group }) => group === null)
        .map((limit) => `${barOf(limit)}: ${outcomeOf(limit, verdict, bundle)}`),
      ...shown.map(
        (limit) =>
          `${limit.group}: ${countedValue(bundle, name, limit.value)}, ${outcomeOf(limit, verdict, bundle)}`,
      ),
      ...(more > 0 ? [`and ${count(more, "more group")}`] : []),
      ...(whole === undefined ? [] : leftOut(whole, bundle)),
    ],
  };
}

function missedFirst(left: LimitResult, right: LimitResult): number {
  return Number(left.met === true) - Number(right.met === true);
}

/** `at least 94%`. */
export function barOf({ comparison, limit }: LimitResult): string {
  return `${comparison} ${limit}`.trim();
}

/** Where limits did not decide, they are told as what they would say. */
function outcomeOf(
  { distance, met, toleratedBy }: LimitResult,
  { verdict }: Verdict,
  bundle: Bundle,
): string {
  const would =
    verdict === "met" || verdict === "missed" ? "" : verdict === "pending" ? "so far " : "would be ";
  const outcome =
    toleratedBy !== null
      ? `not reached, but tolerated by "${metricLabel(bundle, toleratedBy)}"`
      : met === null
        ? "undecided"
        : `${would}${met ? "met" : "missed"}`;
  return distance === null ? outcome : `${outcome}, ${distance.text}`;
}

/** Rows that a reader who counts the file would miss. */
function leftOut({ metric, missing, outside }: MetricResult, bundle: Bundle): readonly string[] {
  const noun = rowNoun(bundle, metric);
  return [
    ...(missing > 0
      ? [
          `${counted(missing, noun)} left out: ${missing === 1 ? "what it is" : "what they are"} counted by is missing`,
        ]
      : []),
    ...(outside > 0
      ? [
          `${counted(outside, noun)} not counted: they are not among those it is a share of`.replace(
            /^1 (.+) they are/,
            "1 $1 it is",
          ),
        ]
      : []),
  ];
}

/** Rows used, rows left out, and why. */
export function rowItems(verdict: Verdict, bundle: Bundle): readonly LetterItem[] {
  if (verdict.verdict === "not_applicable") return [];
  const { used, missing, excluded } = verdict.rows;
  const lack = missing > 0 ? `, in ${missing} of which a value that matters is missing` : "";
  return [
    plainItem(`${count(used, "row")} used${lack}`),
    ...excluded.map(({ by, rows }) => exclusionItem(by, rows, bundle)),
    ...verdict.smallGroups.map(({ metric, group, rows }) =>
      plainItem(
        `${metricLabel(bundle, metric)} for ${group} left out: ${count(rows, "row")}, too few to judge`,
      ),
    ),
  ];
}

function exclusionItem(by: string, rows: number, bundle: Bundle): LetterItem {
  const exclusion = bundle.exclusions.find(({ name }) => name === by);
  const because = exclusion?.because ?? null;
  return {
    text: `${count(rows, "row")} left out by the exclusion "${exclusion?.label ?? spaced(by)}"`,
    details: because === null ? [] : [`its reason: ${because}`],
  };
}
