/** Words that several reports share: counts, lists, verdicts. */
import type { LimitResult, MetricValue, Party, Period, Verdict } from "@tenet-lang/evaluator";

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

/** `2026-02 (2026-02-01 to 2026-02-28)`: the label, and the days it covers. */
export function periodName(period: Period): string {
  return `${period.label} (${daysOf(period)})`;
}

/** `2026-02-01 to 2026-02-28`. */
export function daysOf(period: Period): string {
  return period.firstDay === period.lastDay ? period.firstDay : `${period.firstDay} to ${period.lastDay}`;
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

function groupedText(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `on_time in gold`: the metric, with its group where the limit is for each. */
export function metricName(of: { readonly metric: string; readonly group: string | null }): string {
  return of.group === null ? of.metric : `${of.metric} for ${of.group}`;
}

/** The limit that decided a verdict, for showing its value: the first missed, else the nearest, else the first. */
export function decidingLimit(verdict: Verdict): LimitResult | null {
  const missed = verdict.limits.find((limit) => limit.met === false);
  if (verdict.verdict === "missed" && missed !== undefined) return missed;
  const { distance } = verdict;
  const nearest = verdict.limits.find(
    (limit) => limit.metric === distance?.metric && limit.group === distance.group,
  );
  return nearest ?? verdict.limits[0] ?? null;
}
