/** `earns back when EVENT`: what later good verdicts give back of what earlier misses have cost (SPEC §4.6.9). */
import type { MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import { type Exact, roundHalfUp } from "../exact/ratio.ts";
import { isZero, sumOf, ZERO } from "./amounts.ts";
import { eventHolds } from "./events.ts";
import { firstWhere } from "./in-order.ts";
import { type MoneyResult, scaledBy } from "./money.ts";
import type { Reading, VerdictFact } from "./reading.ts";

export interface EarnedBack {
  readonly amount: Exact;
  /** The verdicts at which the event began. */
  readonly at: readonly VerdictFact[];
}

/** What is earned back in each period, in the order of the periods; null without the sentence. */
export function earnedBack(
  plan: MoneyPlan<RuleName>,
  reading: Reading,
  results: readonly MoneyResult[],
): readonly EarnedBack[] | null {
  const event = plan.earnsBack;
  if (event === null) return null;
  const found = results.map(() => ({ amounts: [] as Exact[], at: [] as VerdictFact[] }));
  const costly = new Map(
    results.flatMap((result) => [...result.costs.keys()].map((miss) => [miss, result] as const)),
  );
  const named = new Set([...(plan.pool?.weights ?? []).map(({ name }) => name), plan.on ?? ""]);
  for (const name of [...named].filter(reading.isStandard)) {
    const series = reading.verdicts(name);
    const returned = new Set<VerdictFact>();
    let held = false;
    series.forEach((fact, at) => {
      const holds = eventHolds(event, series, at, reading.frame.yearStarts);
      const place = firstWhere(results, ({ period: { days } }) => days.end >= fact.endDay);
      // A window may have ended before the first period begins.
      const isInside = fact.endDay > (results[place]?.period.days.start ?? fact.endDay);
      // Where an `unless` holds nothing follows (SPEC §4.6.3); what was not earned back waits for the next beginning.
      const isOpen = isInside && results[place]?.suppressedBy === null;
      const period = isOpen ? found[place] : undefined;
      if (holds && !held && period !== undefined) {
        const earlier = series
          .slice(0, at)
          .filter((miss) => miss.verdict === "missed" && !returned.has(miss));
        for (const miss of earlier) {
          returned.add(miss);
          period.amounts.push(costOf(miss, costly.get(miss)));
        }
        period.at.push(fact);
      }
      held = holds;
    });
  }
  return found.map(({ amounts, at }) => ({ amount: roundHalfUp(sumOf(amounts), plan.decimals), at }));
}

/** The final amount of a miss's period, as far as the miss has caused it. */
function costOf(miss: VerdictFact, result: MoneyResult | undefined): Exact {
  const gave = result?.costs.get(miss) ?? ZERO;
  if (result === undefined || result.amount === null || isZero(result.sum)) return ZERO;
  return scaledBy(result.amount, gave, result.sum);
}
