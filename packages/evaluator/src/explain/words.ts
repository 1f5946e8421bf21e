/**
 * Decisions in plain language.
 *
 * This folder turns what was decided into what people read: values with their units, the distance to a limit, and
 * sentences that say why a verdict is what it is, in words that a partner could be sent. It decides nothing, and it
 * never rounds a value so that a missed limit would look met (SPEC §4.1, §4.2.9).
 */
import type { MetricPlan, MetricUnit } from "../bundle/metric-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import { type Exact, exact, formatExact } from "../exact/ratio.ts";
import type { FactValue } from "../measure/facts.ts";
import type { Run } from "../measure/run.ts";
import { formatInstant } from "../time/instant.ts";

/** An instant on the clocks of the agreement's zone: `2026-04-01 09:30 Europe/Lisbon`. */
export function localWords(instant: number, { bundle, clock }: Pick<Run, "bundle" | "clock">): string {
  const local = formatInstant(clock.localOf(instant)).replace("T", " ");
  return `${local.replace(/(:\d\d)(?::00)?Z$/, "$1")} ${bundle.zone.zone}`;
}

/** A value with its unit: `93%`, `94.99…%`, `38 seconds`, `12.50 EUR`, `yes`. */
export function valueWords(value: FactValue, unit: MetricUnit): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  switch (unit.kind) {
    case "percent":
      return `${formatExact(exact(value.numerator * 100n, value.denominator))}%`;
    case "duration":
      return withUnit(value, unit.unit);
    case "money":
      return moneyWords(value, unit);
    default:
      return formatExact(value);
  }
}

/** `1,098.70 EUR`: with all minor digits and thousands apart; `…` stands for finer digits (SPEC §4.2.9). */
export function moneyWords(value: Exact, { currency, decimals }: Currency): string {
  const digits = formatExact(value, decimals, true);
  return `${digits.replace(/\B(?<!\.\d*)(?=(\d{3})+\b)/g, ",")} ${currency}`;
}

/** Whose money it is counted in. */
export interface Currency {
  readonly currency: string;
  /** Minor digits. */
  readonly decimals: number;
}

/** A difference in the metric's unit: percentages differ by points. */
export function gapWords(gap: Exact, unit: MetricUnit): string {
  if (unit.kind !== "percent") return valueWords(gap, unit);
  return `${formatExact(exact(gap.numerator * 100n, gap.denominator))} percentage points`;
}

function withUnit(value: Exact, unit: string): string {
  const isOne = value.numerator === value.denominator;
  return `${formatExact(value)} ${unit}${isOne ? "" : "s"}`;
}

/** How a metric is called to people: its label, or its name with spaces. */
export function metricWords(metric: MetricPlan): string {
  return metric.label ?? metric.name.replaceAll("_", " ");
}

/** What a metric counts, in the plural: the name of its dataset, cases of a clock, or the different values. */
export function rowWords({ form }: MetricPlan, { clocks }: Pick<Bundle, "clocks">): string {
  if (form.kind === "distinct") return plural(spaced(form.field));
  const dataset =
    form.kind === "share" || form.kind === "rate"
      ? form.numerator.dataset
      : "population" in form
        ? form.population.dataset
        : null;
  if (dataset === null) return "rows";
  const isSingular = clocks.some(({ name }) => name === dataset && !isPlural(name));
  return isSingular ? "cases" : spaced(dataset);
}

/** Clocks are often named for what they time, and not in the plural as datasets are: `repair_time`. */
export function isPlural(name: string): boolean {
  return /[^s]s$/.test(name);
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}${/(?:s|sh|ch|x)$/.test(noun) ? "es" : "s"}`;
}

export function spaced(name: string): string {
  return name.replaceAll("_", " ");
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** `1 row`, `2 rows`; the noun is given in the plural, as datasets are named. */
export function counted(count: number | bigint, plural: string): string {
  if (Number(count) !== 1) return `${count} ${plural}`;
  return `1 ${singular(plural)}`;
}

function singular(plural: string): string {
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  return plural.replace(/(?<=ss|sh|ch|x)es$|s$/, "");
}
