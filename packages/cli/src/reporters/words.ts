/** Words that several reports share: counts, lists, verdicts. */
import type { LimitResult, MetricValue, Party, Period, Verdict } from "@tenet-lang/evaluator";

/** Paths as machines read them, from the root of the repository. */
export interface ResultNames {
  /** Of a file of the agreement; of the agreement itself for "". */
  readonly pathOf: (file: string) => string;
  /** Of a file of data, by the name it has in the result. */
  readonly dataOf: (source: string) => string;
}

/** One of the six verdicts. */
export type VerdictKind = Verdict["verdict"];

/** The six, the ones a reader looks for first at the front. */
export const verdictKinds: readonly VerdictKind[] = [
  "missed",
  "met",
  "not_enough_data",
  "pending",
  "excused",
  "not_applicable",
];

/** `not_enough_data` as people write it. */
export function verdictWords(kind: VerdictKind): string {
  return kind.replaceAll("_", " ");
}

/** `1 row`, `1,204 rows`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** `1,204`; written the same way wherever the program runs. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A name of the agreement as words: `late_vans` is late vans. */
export function spaced(name: string): string {
  return name.replaceAll("_", " ");
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The first of a long list, and how many were kept back. */
export function firstOf<T>(
  items: readonly T[],
  limit: number,
): { readonly shown: readonly T[]; readonly more: number } {
  // One line saying "1 more" takes as much room as the one that it hides.
  const most = items.length === limit + 1 ? limit + 1 : limit;
  return { shown: items.slice(0, most), more: Math.max(0, items.length - most) };
}

/** How a party is called: a partner by its key, the brand as such. */
export function partyName(party: Party): string {
  return party.kind === "brand" ? "the brand" : party.key;
}

/**
 * `2026-02`, `2026-W10 (2026-03-02 to 2026-03-08)`: the label, and the days where the label does not tell them. A label
 * that is the first day is one of them.
 */
export function periodName(period: Period): string {
  if (period.label === period.firstDay) return daysOf(period);
  const isPlain = /^\d{4}-\d{2}$/.test(period.label) || period.label === daysOf(period);
  return isPlain ? period.label : `${period.label} (${daysOf(period)})`;
}

/** What a verdict is about in time. */
export function verdictPeriod(verdict: Verdict): string {
  return verdictDay(verdict) ?? periodName(verdict.period);
}

/** Of what is owed once, the day, and not since when it could be known; null for what has a period. */
export function verdictDay({ kind, period }: Verdict): string | null {
  if (kind === "attestation") return `on ${period.label}`;
  const isOnce = kind === "duty" && period.label === period.lastDay && period.label !== period.firstDay;
  return isOnce ? `by ${period.label}` : null;
}

/** `2026-02-01 to 2026-02-28`. */
export function daysOf(period: Period): string {
  return period.lastDay <= period.firstDay ? period.firstDay : `${period.firstDay} to ${period.lastDay}`;
}

/** `2026-03-01T00:00:00Z` as people write it. */
export function instantWords(instant: string): string {
  return instant.replace("T", " ").replace(/(:\d\d)(?::00)?Z$/, "$1 UTC");
}

/** The value that was compared: after rounding, where the agreement rounds. */
export function comparedText(value: MetricValue): string {
  return value.rounded?.text ?? value.text;
}

/** `93% (93 of 100)`; a rounded value says what it was rounded from. */
export function valueWords(value: MetricValue | null): string {
  if (value === null) return "no value";
  const notes: string[] = [];
  if (value.text.endsWith("%") && value.numerator !== null)
    notes.push(`${groupedText(value.numerator)} of ${groupedText(value.denominator ?? "")}`);
  if (value.rounded !== undefined && value.rounded.text !== value.text) notes.push(`exactly ${value.text}`);
  return notes.length === 0 ? comparedText(value) : `${comparedText(value)} (${notes.join(", ")})`;
}

/** `1,204`, of digits. */
export function groupedText(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `on_time in gold`: the metric, with its group where the limit is for each. */
export function metricName(of: { readonly metric: string; readonly group: string | null }): string {
  return of.group === null ? of.metric : `${of.metric} for ${of.group}`;
}

/**
 * What is shown beside a verdict in a table: the value of the standard's first metric, so that a column can be read
 * down; or the name of the metric that was missed, where it is another one. Of a metric with groups, the one that
 * was missed or is nearest to its limit.
 */
export function shownValue(verdict: Verdict): string {
  const [first] = verdict.limits;
  if (first === undefined) return "";
  const missed = verdict.verdict === "missed" ? missedLimits(verdict) : [];
  const [reason] = missed;
  if (reason !== undefined && missed.every(({ metric }) => metric !== first.metric)) return reason.metric;
  const { distance } = verdict;
  const own = (missed.length > 0 ? missed : verdict.limits).filter(({ metric }) => metric === first.metric);
  const nearest = own.find(({ metric, group }) => metric === distance?.metric && group === distance.group);
  const value = (nearest ?? own[0])?.value ?? null;
  return value === null ? "" : comparedText(value);
}

/** The alternative that is met where the limit written first, whose value is shown, is not. */
export function metAlternative({ limits }: Verdict): LimitResult | undefined {
  const [first] = limits;
  if (first === undefined || first.met !== false) return undefined;
  return limits.find(
    ({ requirement, metric, met }) =>
      requirement === first.requirement && metric !== first.metric && met === true,
  );
}

/** The missed limits that decide: a missed alternative does not, where another one of its sentence is not missed. */
export function missedLimits(verdict: Verdict): readonly LimitResult[] {
  const alternatives = new Map<number, Map<string, boolean>>();
  for (const limit of verdict.limits) {
    const sentence = alternatives.get(limit.requirement) ?? new Map<string, boolean>();
    const key = alternativeOf(limit);
    sentence.set(key, sentence.get(key) === true || limit.met === false);
    alternatives.set(limit.requirement, sentence);
  }
  const isMissed = (sentence: number): boolean =>
    [...(alternatives.get(sentence)?.values() ?? [])].every((missed) => missed);
  return verdict.limits.filter((limit) => limit.met === false && isMissed(limit.requirement));
}

function alternativeOf(limit: LimitResult): string {
  return JSON.stringify([limit.metric, limit.comparison, limit.limit]);
}

/** `ACME-NL, 2026-02: missed`: which verdict a line is about. */
export function verdictTitle(verdict: Verdict): string {
  return `${partyName(verdict.party)}, ${verdictPeriod(verdict)}: ${verdictWords(verdict.verdict)}`;
}

/** `on_time 93% (93 of 100), limit at least 95%`. */
export function limitWords(limit: LimitResult): string {
  return `${metricName(limit)} ${valueWords(limit.value)}, limit ${limit.comparison} ${limit.limit}`;
}

/** `Restated: …`: what an earlier result said otherwise, with both figures. */
export function restatedGrounds({ flags, reasons }: Verdict): readonly string[] {
  return flags.includes("restated") ? reasons.filter((reason) => reason.startsWith("Restated")) : [];
}

/** Where what was missed is written: the limits that decide, or the declaration itself where none does. */
export function missedPlaces(verdict: Verdict): readonly string[] {
  const limits = missedLimits(verdict);
  const origins = limits.length === 0 ? [verdict.origin] : limits.map(({ origin }) => origin);
  return [...new Set(origins.map(({ file, line }) => `${file}:${line}`))];
}

/** What speaks for a verdict, most telling first: its reasons, or its limits where it gives none. */
export function verdictGrounds(verdict: Verdict): readonly string[] {
  if (verdict.reasons.length > 0) return verdict.reasons;
  return verdict.verdict === "missed" ? missedLimits(verdict).map(limitWords) : [];
}
