/** What was judged and measured, as consequences read it for one party and one declaration. */
import type { PartyKind } from "../bundle/consequence-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import { type Exact, fromText } from "../exact/ratio.ts";
import { metricValue } from "../explain/verdict.ts";
import { spaced } from "../explain/words.ts";
import { literalRatio } from "../judge/comparison.ts";
import { partnerFact, rounded } from "../judge/facts.ts";
import type { Judged, JudgedVerdict } from "../judge/judged.ts";
import type { MetricValue } from "../judge/result.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import { BRAND, type Run } from "../measure/run.ts";
import type { BusinessCalendar } from "../time/business.ts";
import { parseDay } from "../time/civil.ts";
import type { DaySpan } from "../time/spans.ts";
import { finalInstant } from "../time/windows.ts";
import type { Asked } from "./asked.ts";
import type { LimitFact, MeasuredFact, Reading, VerdictFact } from "./reading.ts";

/** Makes readings; verdicts are made into facts once for each party. */
export type ReadingMaker = (declaration: string, party: PartyKind, key: string) => Reading;

export function readingMaker(bundle: Bundle, asked: Asked, judged: Judged): ReadingMaker {
  const { run } = judged;
  const names = namesOf(bundle);
  const attestations = new Set(bundle.attestations.map(({ name }) => name));
  const series = new Map<string, readonly Both[]>();
  const seriesOf = (name: string, key: string): readonly Both[] => {
    const place = `${name} ${key}`;
    const known = series.get(place);
    if (known !== undefined) return known;
    const made = judged.series(name, key).map((verdict) => ({ verdict, fact: verdictFact(verdict) }));
    series.set(place, made);
    return made;
  };
  return (declaration, party, key) => {
    const place = party === "brand" ? BRAND : judged.partyOf(key);
    const facts = new Map<string, readonly VerdictFact[]>();
    return {
      party: { kind: party, key },
      version: bundle.agreement.version,
      frame: run.frame,
      verdicts(name) {
        const known = facts.get(name);
        if (known !== undefined) return known;
        const made = seriesOf(name, key).map((both) => unjudged(both, declaration));
        facts.set(name, made);
        return made;
      },
      isStandard: (name) => bundle.standards.some((standard) => standard.name === name),
      hasSpans: (name) => hasSpans(bundle, name),
      attestation: (name, instant) =>
        attestations.has(name) ? judged.attestationAt(name, key, instant) : null,
      metric: (name, days, assessedOn = days.end, endsOn = days.end) =>
        measuredFact(name, { ...days, assessedOn, endsOn }, place, asked, run),
      metricUnit: (name) => metricOf(bundle, name)?.unit ?? { kind: "number" },
      partner: (fact) =>
        fact === "party" ? key : partnerFact(run, fact.slice(fact.indexOf(":") + 1), place),
      isActive: (first, last) => party === "brand" || isActive(bundle, run, place, first, last),
      isSuspended: (name, instant) => party === "partner" && judged.suspendedAt(key, instant).has(name),
      isExcused: (instant) => party === "partner" && judged.isExcusedAt(key, instant),
      paid: (name, dataset, days) => (place < 0 ? [] : (asked.paid.get(name)?.(dataset, place, days) ?? [])),
      nameOf: (name) => names.get(name) ?? spaced(name),
      shown: (metric, value) => shownValue(metric, value, bundle, run),
      decimalsOf: ({ kind }) => {
        const { rounding } = bundle.agreement;
        return rounding === null ? null : kind === "percent" ? rounding + 2 : rounding;
      },
      businessDays: businessDaysOf(bundle, run, place),
    };
  };
}

/** The agreement's business days, which may be closed by partner. */
function businessDaysOf({ agreement }: Bundle, run: Run, party: number): BusinessCalendar | null {
  return agreement.businessDays === null ? null : run.calendar(agreement.businessDays, party);
}

/** A verdict that was judged, and what is read of it. */
interface Both {
  readonly verdict: JudgedVerdict;
  readonly fact: VerdictFact;
}

/** A verdict that a ramp-up makes unjudged for a declaration. */
function unjudged({ verdict, fact }: Both, declaration: string): VerdictFact {
  const isJudged = fact.verdict === "met" || fact.verdict === "missed";
  return isJudged && verdict.suspends.has(declaration) ? { ...fact, verdict: "unjudged" } : fact;
}

function verdictFact(judged: JudgedVerdict): VerdictFact {
  const { verdict, firstDay, endDay, start, end, isFinal } = judged;
  return {
    name: verdict.standard,
    label: verdict.period.label,
    version: verdict.version,
    firstDay,
    endDay,
    start,
    end,
    verdict: verdict.verdict,
    isSettled: verdict.verdict !== "pending" && isFinal && !verdict.flags.includes("provisional"),
    limit: limitFact(judged),
    metric: (name) => metricFact(judged, name),
  };
}

function metricFact(judged: JudgedVerdict, name: string): MeasuredFact {
  const { verdict, isFinal } = judged;
  const found = verdict.metrics.find(({ metric, group }) => metric === name && group === null)?.value ?? null;
  if (found === null) return { value: null, compared: null, isFinal };
  const value = judged.value(name);
  return { value, compared: ratioOf(found.rounded ?? found) ?? value, isFinal };
}

function ratioOf(value: Pick<MetricValue, "numerator" | "denominator">): Exact | null {
  const { numerator, denominator } = value;
  return numerator === null || denominator === null ? null : fromText({ numerator, denominator });
}

/** The limit of a verdict that has exactly one. */
function limitFact({ verdict: { limits: shown }, limits }: JudgedVerdict): LimitFact | null {
  const [limit] = limits;
  const [result] = shown;
  if (limit === undefined || result === undefined || limits.length !== 1 || result.group !== null)
    return null;
  const { comparison } = limit.row;
  const isRelative = "by" in comparison;
  const literal = isRelative ? undefined : comparison.values[0];
  const bound = isRelative ? result.bound : null;
  const value = result.value?.rounded ?? result.value;
  return {
    better: betterSide(comparison.operator),
    bound:
      literal === undefined
        ? bound === null
          ? null
          : ratioOf(bound.rounded ?? bound)
        : literalRatio(literal),
    value: value === null ? null : ratioOf(value),
    text: `${comparison.words} ${comparison.text}`,
  };
}

function betterSide(operator: string): LimitFact["better"] {
  switch (operator) {
    case "at_least":
    case "more_than":
    case "at_least_peers":
      return "above";
    case "at_most":
    case "less_than":
    case "at_most_peers":
      return "below";
    default:
      return null;
  }
}

const NOT_MEASURED: MeasuredFact = { value: null, compared: null, isFinal: true };

function measuredFact(
  name: string,
  { start, end, assessedOn, endsOn }: DaySpan & { readonly assessedOn: number; readonly endsOn: number },
  party: number,
  { metrics }: Asked,
  run: Run,
): MeasuredFact {
  for (const { windows, facts, isOpen } of metrics.get(name) ?? []) {
    const place = (windows.days ?? []).findIndex(
      (days, at) => days.start === start && days.end === end && windows.occasions[at]?.endDay === assessedOn,
    );
    if (place < 0) continue;
    const found = facts();
    const cell = party * windows.occasions.length + place;
    const value = party < 0 ? null : found.value(cell);
    const isFinal = longestFinal(name, endsOn, run) <= run.asOf && (party < 0 || !isOpen(cell));
    return { value, compared: rounded(value, found.plan, run), isFinal };
  }
  return NOT_MEASURED;
}

/** When no more rows may arrive for a metric of days that end before a day (SPEC §4.1.5). */
function longestFinal(name: string, endDay: number, run: Run): number {
  const metric = metricOf(run.bundle, name);
  if (metric === undefined) return finalInstant(endDay, null, run.clock);
  const { form, final } = metric;
  const parts =
    form.kind === "ratio"
      ? [form.numerator, form.denominator]
      : form.kind === "period_mean"
        ? [form.metric]
        : [];
  const own = finalInstant(endDay, final, run.clock);
  return Math.max(own, ...parts.map((part) => longestFinal(part, endDay, run)));
}

function metricOf({ metrics }: Bundle, name: string): Bundle["metrics"][number] | undefined {
  return metrics.find((metric) => metric.name === name);
}

function shownValue(name: string, value: Exact, bundle: Bundle, run: Run): MetricValue {
  const plan = metricOf(bundle, name);
  const text = { numerator: String(value.numerator), denominator: String(value.denominator), text: "" };
  return plan === undefined ? text : metricValue(value, { plan } as MetricFacts, run);
}

function hasSpans({ standards }: Bundle, name: string): boolean {
  const kind = standards.find((standard) => standard.name === name)?.measured[0]?.window.kind;
  return kind === "calendar" || kind === "partner_year";
}

function isActive(bundle: Bundle, run: Run, party: number, first: number, last: number): boolean {
  const active = bundle.partners?.active ?? null;
  if (active === null) return true;
  const from = partnerDay(run, active.from, party);
  const until = active.until === null ? Number.NaN : partnerDay(run, active.until, party);
  return !(from > first) && !(until < last);
}

/** A date of the partner; NaN where it is missing. */
function partnerDay(run: Run, field: string, party: number): number {
  const value = partnerFact(run, field, party);
  if (typeof value === "string") return parseDay(value) ?? Number.NaN;
  if (typeof value !== "object" || value === null) return Number.NaN;
  return run.clock.dayOf(Number((value.numerator * 1_000_000n) / value.denominator));
}

/** What people call declarations: their labels, else their names with spaces. */
function namesOf(bundle: Bundle): ReadonlyMap<string, string> {
  const named = [
    ...bundle.metrics,
    ...bundle.standards,
    ...bundle.attestations,
    ...bundle.duties,
    ...bundle.scorecards,
  ];
  return new Map(named.map(({ name, label }) => [name, label ?? spaced(name)]));
}
