/** `earns back when EVENT`: what later good verdicts give back of what earlier misses have cost (SPEC §4.6.9). */
import { type Exact, roundHalfUp } from "../exact/ratio.ts";
import { isZero, sumOf, ZERO } from "./amounts.ts";
import { eventHolds } from "./events.ts";
import { costKey, type MoneyResult, type MoneySite, scaledBy } from "./money.ts";
import type { VerdictFact } from "./reading.ts";

export interface EarnedBack {
  readonly amount: Exact;
  /** The verdicts at which the event began. */
  readonly at: readonly VerdictFact[];
  /** The misses whose cost comes back, with what each had cost; those that cost nothing left out. */
  readonly of: readonly { readonly miss: VerdictFact; readonly amount: Exact }[];
}

/** What is earned back in each period, in the order of the periods; null without the sentence. */
export function earnedBack(results: readonly MoneyResult[]): readonly (EarnedBack | null)[] {
  const costly = new Map(
    results.flatMap((result) => [...result.costs.keys()].map((miss) => [miss, result] as const)),
  );
  const begun = new Map(
    [...new Set(results.map(({ site }) => site))].map((site) => [site, beginningsOf(site)] as const),
  );
  const returned = new Set<string>();
  return results.map(({ site, period: { days }, suppressedBy }) => {
    if (site.plan.earnsBack === null) return null;
    const here = (begun.get(site) ?? []).filter(
      ({ fact: { endDay } }) => endDay > days.start && endDay <= days.end,
    );
    // Where an `unless` holds nothing follows (SPEC §4.6.3); what was not earned back waits for the next beginning.
    const at = suppressedBy === null ? here : [];
    const of: { miss: VerdictFact; amount: Exact }[] = [];
    for (const miss of at.flatMap(({ earlier }) => earlier)) {
      const key = costKey(miss);
      const cost = costly.get(key);
      if (returned.has(key) || isElsewhere(cost, site)) continue;
      returned.add(key);
      const amount = costOf(key, cost);
      if (!isZero(amount)) of.push({ miss, amount });
    }
    const sum = sumOf(of.map(({ amount }) => amount));
    return { amount: roundHalfUp(sum, site.plan.decimals), at: at.map(({ fact }) => fact), of };
  });
}

/** Was it owed in another currency? */
function isElsewhere(cost: MoneyResult | undefined, { plan }: MoneySite): boolean {
  return cost !== undefined && cost.site.plan.currency !== plan.currency;
}

/** A verdict at which the event begins, and the misses before it. */
interface Beginning {
  readonly fact: VerdictFact;
  readonly earlier: readonly VerdictFact[];
}

/** The beginnings of the event, for each standard that is weighted or stands after `on`. */
function beginningsOf({ plan, reading, decisions }: MoneySite): readonly Beginning[] {
  if (plan.earnsBack === null) return [];
  const decision = decisions(plan.earnsBack.when);
  const named = new Set([...(plan.pool?.weights ?? []).map(({ name }) => name), plan.on ?? ""]);
  return [...named].filter(reading.isStandard).flatMap((name) => {
    const series = reading.verdicts(name);
    const holds = series.map((_, at) => eventHolds(decision, series, at, reading.frame.yearStarts));
    return series.flatMap((fact, at) =>
      holds[at] === true && holds[at - 1] !== true
        ? [{ fact, earlier: series.slice(0, at).filter(({ verdict }) => verdict === "missed") }]
        : [],
    );
  });
}

/** The final amount of a miss's period, as far as the miss has caused it. */
function costOf(miss: string, result: MoneyResult | undefined): Exact {
  const gave = result?.costs.get(miss) ?? ZERO;
  if (result === undefined || result.amount === null || isZero(result.sum)) return ZERO;
  return scaledBy(result.amount, gave, result.sum);
}
