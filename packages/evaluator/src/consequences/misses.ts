/** Misses that a credit reads, in the order in which they are forgiven (SPEC §3.7.11, §4.6.2, §4.6.4). */
import type { MoneyPlan, RuleName, WeightPlan } from "../bundle/consequence-plan.ts";
import { type DaySpan, spanAround } from "../time/spans.ts";
import { endingWithin } from "./in-order.ts";
import { verdictIn } from "./read-verdicts.ts";
import type { FindingPeriod, MeasuredFact, Reading, VerdictFact } from "./reading.ts";

export interface Miss {
  readonly fact: VerdictFact;
  /** The weight that it has; null: it stands under `on`. */
  readonly weight: WeightPlan | null;
  readonly isForgiven: boolean;
}

/** All misses of a party. */
export function missesOf(
  plan: MoneyPlan<RuleName>,
  reading: Reading,
  periods: readonly FindingPeriod[],
): readonly Miss[] {
  const weights = plan.pool?.weights ?? [];
  const weighted = weights.flatMap((weight, order) =>
    missedOf(weight.name, reading, periods).map((fact) => ({ fact, weight, order })),
  );
  // Where rows are paid for, nothing is put to the verdicts of the standard (SPEC §3.7.15).
  const isOn = plan.on !== null && plan.rows === null && plan.kind === "credit";
  const under = isOn
    ? missedOf(plan.on ?? "", reading, periods).map((fact) => ({ fact, weight: null, order: weights.length }))
    : [];
  const inOrder = [...weighted, ...under].sort(
    (a, b) => a.fact.end - b.fact.end || a.order - b.order || a.fact.start - b.fact.start,
  );
  return forgive(inOrder, plan, reading);
}

function missedOf(name: string, reading: Reading, periods: readonly FindingPeriod[]): readonly VerdictFact[] {
  const facts = isAttestation(name, reading)
    ? periods.map((period) => attestationFact(name, reading, period))
    : reading.verdicts(name);
  return facts.filter(({ verdict }) => verdict === "missed");
}

function isAttestation(name: string, reading: Reading): boolean {
  return reading.attestation(name, reading.frame.asOf) !== null;
}

/** An attestation is judged once in each period (SPEC §3.7.5). */
function attestationFact(name: string, reading: Reading, period: FindingPeriod): VerdictFact {
  const read = verdictIn(reading, name, period);
  return {
    name,
    label: period.label,
    version: reading.version,
    firstDay: period.days.start,
    endDay: period.days.end,
    start: period.start,
    end: period.end,
    verdict: read?.verdict ?? "not_applicable",
    isSettled: read?.isSettled ?? true,
    limit: null,
    metric: (): MeasuredFact => ({ value: null, compared: null, isFinal: true }),
  };
}

function forgive(
  misses: readonly Omit<Miss, "isForgiven">[],
  { forgives }: MoneyPlan<RuleName>,
  { frame }: Reading,
): readonly Miss[] {
  const counted = new Map<number, number>();
  return misses.map(({ fact, weight }) => {
    if (forgives === null) return { fact, weight, isForgiven: false };
    const span = spanAround(forgives.span, fact.endDay - 1, frame.yearStarts).start;
    const before = counted.get(span) ?? 0;
    counted.set(span, before + 1);
    return { fact, weight, isForgiven: before < forgives.misses };
  });
}

/** Misses whose window's last day lies in some days. */
export function missesWithin(misses: readonly Miss[], days: DaySpan): readonly Miss[] {
  return endingWithin(misses, days, ({ fact }) => fact.endDay);
}
