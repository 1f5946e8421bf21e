/** Hand-made facts for tests of this folder: verdicts, metrics and rows as somebody would write them down. */
import type { EventPlan, EventRule, RuleName, UnlessPlan } from "../bundle/consequence-plan.ts";
import type { MetricUnit } from "../bundle/metric-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import type { Rule } from "../bundle/rule.ts";
import { type Exact, exact, parseDecimal, roundHalfUp, toText } from "../exact/ratio.ts";
import { valueWords } from "../explain/words.ts";
import type { FactValue } from "../measure/facts.ts";
import { formatDay, parseDay } from "../time/civil.ts";
import { parseInstant } from "../time/instant.ts";
import { spanAround, spanLabel } from "../time/spans.ts";
import type { TimeFrame } from "../time/windows.ts";
import { zoneClock } from "../time/zone.ts";
import { type Decisions, decisionsOf } from "./decision.ts";
import type { LimitFact, MeasuredFact, PaidRows, Reading, Site, VerdictFact } from "./reading.ts";

export const utc = zoneClock({
  zone: "UTC",
  from: [0],
  offset: [0],
  through: "2040-12-31",
  origin: { library: "", version: "" },
});

export function frame(asOf: string, from = "2026-01-01", until: string | null = "2026-12-31"): TimeFrame {
  return {
    from: day(from),
    until: until === null ? null : day(until),
    yearStarts: { month: 1, day: 1 },
    clock: utc,
    asOf: parseInstant(asOf) ?? Number.NaN,
    businessDays: null,
    seasons: { isInForce: () => true, isCovered: () => true, governs: () => true },
  };
}

export function day(text: string): number {
  const found = parseDay(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}

/** `97.5%`, `12.50`. */
export function value(text: string): Exact {
  const isPercent = text.endsWith("%");
  const found = parseDecimal(isPercent ? text.slice(0, -1) : text);
  if (found === null) throw new Error(`${text} is no value`);
  return isPercent ? exact(found.numerator, found.denominator * 100n) : found;
}

export function ratio(text: string): { numerator: string; denominator: string } {
  return toText(value(text));
}

export const origin = { file: "a.tenet", line: 7, text: "written here" };

interface MadeVerdict {
  readonly name?: string;
  readonly limit?: LimitFact | null;
  readonly metrics?: Readonly<Record<string, string>>;
  readonly isSettled?: boolean;
}

/** A verdict of the month, week or day of a first day. */
export function verdict(
  unit: "day" | "week" | "month",
  first: string,
  kind: VerdictKind,
  { name = "on_time", limit = null, metrics = {}, isSettled = kind !== "pending" }: MadeVerdict = {},
): VerdictFact {
  const span = spanAround(unit, day(first), { month: 1, day: 1 });
  return {
    name,
    label: spanLabel(unit, span, { month: 1, day: 1 }),
    version: "1.0.0",
    firstDay: span.start,
    endDay: span.end,
    start: utc.startOfDay(span.start),
    end: utc.startOfDay(span.end),
    verdict: kind,
    isSettled,
    limit,
    metric: (metric) => measured(metrics[metric]),
  };
}

export function measured(text: string | undefined, isFinal = true): MeasuredFact {
  const found = text === undefined ? null : value(text);
  return { value: found, compared: found, isFinal };
}

/** Verdicts of months from a first one: `met`, `missed`, … */
export function months(
  first: string,
  kinds: readonly VerdictKind[],
  name = "on_time",
): readonly VerdictFact[] {
  return kinds.map((kind, index) => {
    const month = String(Number(first.slice(5, 7)) + index).padStart(2, "0");
    return verdict("month", `${first.slice(0, 4)}-${month}-01`, kind, { name });
  });
}

export interface Made {
  readonly asOf?: string;
  readonly from?: string;
  readonly until?: string | null;
  readonly verdicts?: readonly VerdictFact[];
  readonly attested?: (name: string, instant: number) => VerdictKind | null;
  readonly partner?: Readonly<Record<string, FactValue>>;
  /** By metric and first day: `fee 2026-01-01`. */
  readonly metrics?: Readonly<Record<string, MeasuredFact>>;
  readonly units?: Readonly<Record<string, MetricUnit>>;
  /** By first day: `2026-01-01`. */
  readonly paid?: Readonly<Record<string, readonly PaidRows[]>>;
  readonly spans?: readonly string[];
  readonly duties?: readonly string[];
  readonly decimals?: number | null;
  readonly suspended?: readonly string[];
  readonly inactive?: readonly string[];
}

export function reading(made: Made): Reading {
  const unitOf = (name: string): MetricUnit => made.units?.[name] ?? { kind: "percent" };
  const decimals = made.decimals ?? null;
  return {
    party: { kind: "partner", key: "P1" },
    version: "1.0.0",
    frame: frame(made.asOf ?? "2027-01-01T00:00:00Z", made.from, made.until),
    verdicts: (name) => (made.verdicts ?? []).filter((fact) => fact.name === name),
    isStandard: (name) => !(made.duties ?? []).includes(name),
    hasSpans: (name) => made.spans?.includes(name) ?? false,
    attestation: (name, instant) => made.attested?.(name, instant) ?? null,
    metric: (name, days) => made.metrics?.[`${name} ${formatDay(days.start)}`] ?? measured(undefined),
    metricUnit: unitOf,
    partner: (fact) => made.partner?.[fact.slice("partner:".length)] ?? null,
    isActive: (first) => !(made.inactive ?? []).includes(formatDay(first)),
    isSuspended: (name) => made.suspended?.includes(name) ?? false,
    isExcused: () => false,
    paid: (_declaration, _dataset, days) => made.paid?.[formatDay(days.start)] ?? [],
    nameOf: (name) => name.replaceAll("_", " "),
    shown: (metric, found) => ({ ...toText(found), text: valueWords(found, unitOf(metric)) }),
    decimalsOf: (unit) => (decimals === null ? null : unit.kind === "percent" ? decimals + 2 : decimals),
    businessDays: null,
  };
}

/** The sites of an agreement that is judged alone. */
export function alone<P>(
  plan: P,
  reads: Reading,
  decisions: Decisions = madeDecisions(),
): readonly Site<P>[] {
  return [{ plan, reading: reads, decisions }];
}

/** The limit `at least` of a percentage, and the value that stands against it. */
export function atLeast(bound: string, found: string | null, decimals: number | null = null): LimitFact {
  const exactValue = found === null ? null : value(found);
  const compared =
    exactValue === null || decimals === null ? exactValue : roundHalfUp(exactValue, decimals + 2);
  return { better: "above", bound: value(bound), value: compared, text: `at least ${bound}` };
}

/** An event with its rule, under a name that `madeDecisions` understands. */
export function eventRule(event: EventPlan): EventRule<RuleName> {
  return { ...event, when: eventWhen(event) };
}

function eventWhen({ what, count }: EventPlan): RuleName {
  switch (count.kind) {
    case "once":
      return `now:${what} is true`;
    case "row":
      return `run:${what} at_least ${count.length}`;
    case "times":
      return `times:${what}:${count.spans}:${count.span} at_least ${count.times}`;
  }
}

/** `unless NAME is missed`. */
export function unlessMissed(name: string): UnlessPlan<RuleName> {
  return { name, operator: "is", verdicts: ["missed"], when: `verdict:${name} is missed`, origin };
}

/** Decisions of rules, and of rules that are named by their comparison: `run:met at_least 2`. */
export function madeDecisions(rules: readonly Rule[] = []): Decisions {
  const known = decisionsOf(rules, null);
  return (name) => {
    if (name === null || rules.some((one) => one.name === name)) return known(name);
    return decisionsOf([comparedRule(name)], null)(name);
  };
}

/** A rule that is named by its comparison. */
export function comparedRule(name: RuleName): Rule {
  const [fact = "", operator = "", bound = ""] = name.split(" ");
  return rule(name, fact, operator, bound);
}

/** A rule with one comparison. */
export function rule(name: string, fact: string, operator: string, bound: string): Rule {
  const isNumber = /^-?[0-9]/.test(bound);
  const found = isNumber ? ratio(bound) : bound === "true" || bound;
  const condition = { fact, operator: `strict:${operator}`, value: found };
  return { name, conditions: { all: [condition as never] }, event: { type: name } };
}
