/** `earns back`, for the reference (§4.6.9): what earlier misses of a standard have cost. */
import type { Condition, MoneyPlan } from "@tenet-lang/evaluator";
import { add, divide, type Rational, rational, times } from "../rational.ts";
import { eventHolds } from "./events.ts";
import { isZero } from "./finding.ts";
import type { Reader } from "./reader.ts";
import type { Settled } from "./settled.ts";
import { inSpan, type Judged } from "./verdicts.ts";

/** What is earned back in a period; null without the sentence. */
export function earnedBackIn(
  plan: MoneyPlan<Condition>,
  reader: Reader,
  { period, suppressedBy }: Settled,
  all: readonly Settled[],
): Rational | null {
  const event = plan.earnsBack;
  if (event === null) return null;
  if (suppressedBy !== null) return rational(0);
  const named = [
    ...(plan.pool?.weights.map(({ name }) => name) ?? []),
    ...(plan.on === null ? [] : [plan.on]),
  ];
  const isStandard = (name: string): boolean => reader.world.model.standards.some((one) => one.name === name);
  return [...new Set(named)].filter(isStandard).reduce((sum, name) => {
    const line = reader.book.of(name, reader.party);
    const holds = line.map((_, at) => eventHolds(event, line.slice(0, at + 1), reader.world.frame));
    const begins = line
      .filter((_, at) => holds[at] === true && holds[at - 1] !== true)
      .filter(({ lastDay }) => !isSuppressed(lastDay, all));
    return inSpan(begins, period).reduce((total, verdict) => {
      const before = line.slice(0, line.indexOf(verdict));
      const previous = begins.findLast((one) => before.includes(one));
      const from = previous === undefined ? 0 : line.indexOf(previous);
      return before.slice(from).reduce((part, one) => add(part, costOf(one, all)), total);
    }, sum);
  }, rational(0));
}

/** §4.6.3: where an `unless` is true nothing follows, and what was not earned back waits for the next beginning. */
const isSuppressed = (day: number, all: readonly Settled[]): boolean =>
  all.some(({ period, suppressedBy }) => suppressedBy !== null && day >= period.first && day < period.end);

/** What a verdict has cost: its part of the final amount of its period. */
function costOf(verdict: Judged, all: readonly Settled[]): Rational {
  return all.reduce((total, { costs, sum, final }) => {
    const own = costs
      .filter((one) => one.verdict === verdict)
      .reduce((part, { amount }) => add(part, amount), rational(0));
    return isZero(own) || isZero(sum) ? total : add(total, divide(times(final, own), sum));
  }, rational(0));
}
