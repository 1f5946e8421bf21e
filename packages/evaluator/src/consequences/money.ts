/**
 * Credits and bonuses: what is due for each period, in the order of SPEC §4.6.
 *
 * Misses, `unless`, forgiveness, weights and `gives`, caps, rounding, small amounts. Periods are worked out from the
 * first to the last, because a cap takes what the periods before it in the same span have used up, whichever version
 * gave it. All amounts are exact until the one rounding; the lines of a period add up to its amount.
 */
import type { MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import { type Exact, fromText, subtractExact } from "../exact/ratio.ts";
import { moneyWords, valueWords } from "../explain/words.ts";
import { isZero, negated, reduced, sumOf, ZERO } from "./amounts.ts";
import { factorsOf } from "./base.ts";
import { capLines, isIgnored, smallLines } from "./caps.ts";
import { type Given, giftsOf, type Work } from "./gives.ts";
import { amountOf, type Line, totalOf } from "./lines.ts";
import { type Miss, missesOf, missesWithin } from "./misses.ts";
import { isMoneyFinal } from "./money-reads.ts";
import { periodsGiven } from "./periods.ts";
import { verdictIn, verdictReader } from "./read-verdicts.ts";
import type { FindingPeriod, Site, VerdictFact } from "./reading.ts";

/** What was worked out for one period. */
export interface MoneyResult {
  readonly site: MoneySite;
  readonly period: FindingPeriod;
  /** Before rounding; 0 where it was ignored. Null: what it is a percentage of has no value. */
  readonly exact: Exact | null;
  /** The final amount. */
  readonly amount: Exact | null;
  readonly lines: readonly Line[];
  readonly isProvisional: boolean;
  readonly atRisk: Exact | null;
  readonly counted: readonly Miss[];
  readonly forgiven: readonly Miss[];
  readonly missing: number;
  /** Name of the first `unless` that is true. */
  readonly suppressedBy: string | null;
  /** What has no value although an amount would be due. */
  readonly untold: string | null;
  /** What verdicts have cost before caps and rounding, by `costKey`, and all of it together (SPEC §4.6.9). */
  readonly costs: ReadonlyMap<string, Exact>;
  readonly sum: Exact;
}

export type MoneySite = Site<MoneyPlan<RuleName>>;

/** The results of all periods of a party, from the first to the last, whichever version gives them. */
export function moneyResults(sites: readonly MoneySite[]): readonly MoneyResult[] {
  const turns = sites
    .flatMap((site): readonly Turn[] => {
      const periods = periodsGiven(site.plan, site.reading.frame);
      const misses = missesOf(site.plan, site.reading, periods);
      return periods.map((period) => ({ site, period, misses }));
    })
    .sort((a, b) => a.period.start - b.period.start);
  const isAlone = sites.length === 1;
  const results: MoneyResult[] = [];
  for (const turn of turns) {
    const { site, period } = turn;
    const isOwn = (fact: VerdictFact): boolean => isAlone || ownerOf(fact, turns) === turn;
    const isOwnDay = (day: number): boolean => isAlone || payerOn(day, turns) === turn;
    const before = inCurrency(results, site);
    results.push(resultOf({ ...site, period, isOwn, isOwnDay }, turn, before));
  }
  return results;
}

/** A period of one version. */
interface Turn {
  readonly site: MoneySite;
  readonly period: FindingPeriod;
  /** All that the version's declaration reads. */
  readonly misses: readonly Miss[];
}

/**
 * Periods of two versions may share days. A verdict is paid for in one: that of the version that judged it, else the
 * one that begins last (SPEC §4.8.6).
 */
function ownerOf({ endDay, version }: VerdictFact, turns: readonly Turn[]): Turn | undefined {
  return turnAt(endDay - 1, turns, ({ reading }) => reading.version === version);
}

/** Rows are paid for by the version in force on their day, else by the one whose period begins last. */
function payerOn(day: number, turns: readonly Turn[]): Turn | undefined {
  return turnAt(day, turns, ({ reading }) => reading.frame.seasons.isInForce(day));
}

/** Of the periods that hold a day, that of a site, else the last. */
function turnAt(day: number, turns: readonly Turn[], isOf: (site: MoneySite) => boolean): Turn | undefined {
  const holding = turns.filter(({ period: { days } }) => day >= days.start && day < days.end);
  return holding.find(({ site }) => isOf(site)) ?? holding.at(-1);
}

/** Amounts of another currency, which another version may have, are added to nothing (SPEC §4.8.6). */
function inCurrency(results: readonly MoneyResult[], { plan }: MoneySite): readonly MoneyResult[] {
  return results.filter(({ site }) => site.plan.currency === plan.currency);
}

function resultOf(
  inPeriod: Work,
  { site, period, misses }: Turn,
  before: readonly MoneyResult[],
): MoneyResult {
  const suppressedBy = suppressing(inPeriod);
  const found = suppressedBy === null ? paymentOf(inPeriod, misses, before) : NOTHING_PAID;
  const isProvisional = !isMoneyFinal(inPeriod, before);
  return { site, period, atRisk: atRiskOf(inPeriod), suppressedBy, ...found, isProvisional };
}

type Payment = Omit<MoneyResult, "site" | "period" | "atRisk" | "suppressedBy" | "isProvisional">;

const NOTHING_PAID: Payment = {
  exact: ZERO,
  amount: ZERO,
  lines: [],
  counted: [],
  forgiven: [],
  missing: 0,
  untold: null,
  costs: new Map(),
  sum: ZERO,
};

/** What `puts` says is at risk. */
function atRiskOf({ plan, reading, period }: Work): Exact | null {
  if (plan.pool === null) return null;
  const { factors } = factorsOf(plan.pool.atRisk, period.days, reading, plan);
  return factors === null ? null : amountOf({ what: "miss", factors, text: "", origin: plan.pool.origin });
}

/** The first `unless` that is true. */
function suppressing({ plan, reading, period, decisions }: Work): string | null {
  const read = verdictReader((name) => verdictIn(reading, name, period));
  return plan.unless.find(({ when }) => decisions(when).holds(read))?.name ?? null;
}

/** Steps three to seven: forgiveness, weights, `gives`, caps, rounding, small amounts. */
function paymentOf(work: Work, misses: readonly Miss[], before: readonly MoneyResult[]): Payment {
  const { period } = work;
  const own = missesWithin(misses, period.days).filter(({ fact }) => work.isOwn(fact));
  const [counted, forgiven] = [own.filter((miss) => !miss.isForgiven), own.filter((miss) => miss.isForgiven)];
  const weighted = weightLines(counted, work);
  const gifts = giftsOf(work, factsUnderOn(work, counted));
  const untold = weighted.untold ?? gifts.untold;
  const base = { counted, forgiven, missing: gifts.missing };
  if (untold !== null) return { ...NOTHING_PAID, ...base, untold, exact: null, amount: null };
  const pool = poolLines(weighted.given, work);
  const lines = [
    ...weighted.given.map(({ line }) => line),
    ...forgiven.map((miss) => forgivenLine(miss, work)),
    ...gifts.given.map(({ line }) => line),
    ...pool,
  ];
  const sum = totalOf(lines);
  const capped = capLines(sum, before, work);
  if (capped.untold !== null)
    return { ...NOTHING_PAID, ...base, untold: capped.untold, exact: null, amount: null };
  const exact = reduced(totalOf([...lines, ...capped.lines]));
  const rest = smallLines(exact, work);
  const amount = reduced(totalOf([...lines, ...capped.lines, ...rest]));
  return {
    ...base,
    exact: isIgnored(rest) ? ZERO : exact,
    amount,
    lines: [...lines, ...capped.lines, ...rest],
    untold: null,
    costs: costsOf(weighted.given, gifts.given, pool),
    sum,
  };
}

/** Each unforgiven miss gives its weight of what is at risk. */
function weightLines(
  counted: readonly Miss[],
  { plan, reading, period }: Work,
): { readonly given: readonly Given[]; readonly untold: string | null } {
  const { pool } = plan;
  const weighted = counted.filter(({ weight }) => weight !== null);
  if (pool === null || weighted.length === 0) return { given: [], untold: null };
  const atRisk = factorsOf(pool.atRisk, period.days, reading, plan);
  const { factors } = atRisk;
  if (factors === null) return { given: [], untold: atRisk.base };
  const given = weighted.flatMap(({ fact, weight }) => {
    if (weight === null) return [];
    const percent = fromText(weight.percent);
    const share = valueWords(percent, { kind: "percent" });
    const line: Line = {
      what: "miss",
      of: fact.name,
      period: fact.label,
      factors: [...factors, percent],
      text: `${reading.nameOf(fact.name)}, ${fact.label}, missed: ${atRisk.text} × ${share}`,
      origin: weight.origin,
    };
    return [{ line, fact }];
  });
  return { given, untold: null };
}

function forgivenLine({ fact, weight }: Miss, { plan, reading }: Work): Line {
  return {
    what: "forgiven",
    of: fact.name,
    period: fact.label,
    amount: ZERO,
    text: `${reading.nameOf(fact.name)}, ${fact.label}, missed: forgiven`,
    origin: plan.forgives?.origin ?? weight?.origin ?? plan.origin,
  };
}

/** The verdicts that `gives` under `on` are put to: unforgiven misses, or in a bonus what was met. */
function factsUnderOn(
  { plan, reading, period, isOwn }: Work,
  counted: readonly Miss[],
): readonly VerdictFact[] {
  if (plan.on === null) return [];
  if (plan.kind === "credit") return counted.flatMap(({ fact, weight }) => (weight === null ? [fact] : []));
  return reading
    .verdicts(plan.on)
    .filter(
      (fact) =>
        fact.verdict === "met" &&
        fact.endDay > period.days.start &&
        fact.endDay <= period.days.end &&
        isOwn(fact),
    );
}

/** Without a cap, weights give no more than what is at risk. */
function poolLines(given: readonly Given[], { plan, reading, period }: Work): readonly Line[] {
  const { pool } = plan;
  if (pool === null || plan.caps.length > 0 || given.length === 0) return [];
  const { factors } = factorsOf(pool.atRisk, period.days, reading, plan);
  const atRisk = amountOf({ what: "miss", factors: factors ?? [], text: "", origin: pool.origin });
  const over = subtractExact(totalOf(given.map(({ line }) => line)), atRisk);
  if (over.numerator <= 0n) return [];
  const text = `No more than what is at risk, ${moneyWords(atRisk, plan)}`;
  return [{ what: "pool", amount: negated(over), text, origin: pool.origin }];
}

/** What each verdict has cost, weights scaled down where the pool was limited. */
function costsOf(
  weighted: readonly Given[],
  gifts: readonly Given[],
  pool: readonly Line[],
): ReadonlyMap<string, Exact> {
  const costs = new Map<string, Exact>();
  const add = (fact: VerdictFact | null, cost: Exact): void => {
    if (fact !== null) costs.set(costKey(fact), sumOf([costs.get(costKey(fact)) ?? ZERO, cost]));
  };
  const all = totalOf(weighted.map(({ line }) => line));
  const limited = sumOf([all, totalOf(pool)]);
  for (const { line, fact } of weighted) {
    const cost = amountOf(line);
    add(fact, isZero(all) ? ZERO : scaledBy(cost, limited, all));
  }
  for (const { line, fact } of gifts) add(fact, amountOf(line));
  return costs;
}

/** What names a verdict among those of a party, in the readings of all versions. */
export function costKey({ name, version, label }: VerdictFact): string {
  return `${name} ${version} ${label}`;
}

/** value × above ÷ below. */
export function scaledBy(value: Exact, above: Exact, below: Exact): Exact {
  return reduced({
    numerator: value.numerator * above.numerator * below.denominator,
    denominator: value.denominator * above.denominator * below.numerator,
  });
}
