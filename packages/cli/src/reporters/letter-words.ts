/** Words of letters: what metrics and their rows are called, and values with the rows that they are made of. */
import { type Bundle, type MetricPlan, type MetricValue, rowWords } from "@tenet-lang/evaluator";
import { partsOf } from "./letter-parts.ts";
import { comparedText, grouped, spaced } from "./words.ts";

/** What a letter says in one place, with what belongs to it below. */
export interface LetterItem {
  readonly text: string;
  readonly details: readonly string[];
}

/** An item without details. */
export function plainItem(text: string): LetterItem {
  return { text, details: [] };
}

/** A metric's plan. */
export function metricPlan(bundle: Bundle, name: string): MetricPlan | undefined {
  return bundle.metrics.find((metric) => metric.name === name);
}

/** How a metric is called to people: its label, or its name with spaces. */
export function metricLabel(bundle: Bundle, name: string): string {
  return metricPlan(bundle, name)?.label ?? spaced(name);
}

/** What a metric counts, in the plural, as the evaluator's own sentences call it. */
export function rowNoun(bundle: Bundle, name: string): string {
  const plan = metricPlan(bundle, name);
  return plan === undefined ? "rows" : rowWords(plan, bundle);
}

/** `1 delivery`, `4 deliveries`; the noun is given in the plural. */
export function counted(number: number, plural: string): string {
  if (number !== 1) return `${grouped(number)} ${plural}`;
  return `1 ${singular(plural)}`;
}

function singular(plural: string): string {
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  return plural.replace(/(?<=ss|sh|ch|x)es$|s$/, "");
}

/** `87.93…% (51 of 58 deliveries)`: a value with what it is made of, where that is rows or time. */
export function countedValue(bundle: Bundle, metric: string, value: MetricValue | null): string {
  if (value === null) return "no value";
  const plan = metricPlan(bundle, metric);
  const parts = plan === undefined ? [] : partsOf(plan, value, bundle);
  const isRounded = value.rounded !== undefined && value.rounded.text !== value.text;
  const notes = [...parts, ...(isRounded ? [`exactly ${value.text}`] : [])];
  return notes.length === 0 ? comparedText(value) : `${comparedText(value)} (${notes.join(", ")})`;
}

/** Items by a key, in the order in which the keys first come. */
export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The first letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
