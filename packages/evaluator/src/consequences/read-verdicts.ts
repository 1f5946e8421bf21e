/** Verdicts as conditions read them: of a name in a period, and the latest at a day (SPEC §3.7.5, §3.7.39). */
import type { FactReader } from "./decision.ts";
import { endingWithin, firstWhere } from "./in-order.ts";
import type { Reading, ReadVerdict, VerdictFact } from "./reading.ts";

/** A stretch of days as verdicts are read in it. */
export interface ReadPeriod {
  readonly days: { readonly start: number; readonly end: number };
  readonly label: string;
  /** First instant after it. */
  readonly end: number;
}

/** The verdicts of a name whose last day lies in some days. */
export function verdictsWithin(
  reading: Reading,
  name: string,
  days: { readonly start: number; readonly end: number },
): readonly VerdictFact[] {
  return endingWithin(reading.verdicts(name), days, ({ endDay }) => endDay);
}

/** The verdict of a name in a period; null without one. */
export function verdictIn(reading: Reading, name: string, period: ReadPeriod): ReadVerdict | null {
  const attested = reading.attestation(name, Math.min(period.end, reading.frame.asOf));
  if (attested !== null) return { verdict: attested, isSettled: true, label: period.label };
  const found = verdictsWithin(reading, name, period.days);
  const latest = found[found.length - 1];
  if (latest === undefined) return null;
  const worst = ["missed", "pending", "met"]
    .map((wanted) => found.find(({ verdict }) => verdict === wanted))
    .find((fact) => fact !== undefined);
  const { verdict, label } = worst ?? latest;
  return { verdict, isSettled: found.every(({ isSettled }) => isSettled), label };
}

/** The latest verdict of a name whose window had ended at an instant; of those that ended together, the last begun. */
export function verdictAt(reading: Reading, name: string, instant: number): ReadVerdict | null {
  const attested = reading.attestation(name, instant);
  if (attested !== null) {
    return { verdict: attested, isSettled: true, label: "" };
  }
  const series = reading.verdicts(name);
  return series[firstWhere(series, ({ end }) => end > instant) - 1] ?? null;
}

/** Facts of rules that read verdicts and nothing else, `verdict:NAME`; one that does not exist is absent. */
export function verdictReader(read: (name: string) => ReadVerdict | null): FactReader {
  return (fact) => read(fact.slice("verdict:".length))?.verdict ?? null;
}
