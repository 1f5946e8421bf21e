/**
 * Credits and bonuses, for the reference (§3.7.7 to §3.7.21): for each party the periods from the first to the last,
 * and each in the order of §4.6.
 */

import type { Condition, MoneyPlan } from "@tenet-lang/evaluator";
import { add, compare, type Rational, rational, reduced, roundHalfUp, subtract } from "../rational.ts";
import type { Row } from "../row.ts";
import { civilDayAt, showInstant, startOfDay } from "../time.ts";
import { exact, factorsOf } from "./amounts.ts";
import { earnedBack } from "./earn-back.ts";
import { isZero, type Line, plain, product, type ReferenceFinding, withDecimals } from "./finding.ts";
import { forgivenMisses, type Miss, type MissedAt, missesIn } from "./forgiveness.ts";
import { givenIn, verdictsGiving } from "./gives.ts";
import { hasJudged, periodsGiven } from "./governing.ts";
import { isMoneyProvisional } from "./provisional-money.ts";
import { metricsOf } from "./read.ts";
import { type Reader, readersOf, verdictIn } from "./reader.ts";
import type { Settled } from "./settled.ts";
import { byParty, type Found, found, type Site } from "./site.ts";
import { type Span, spanOf } from "./spans.ts";
import { isTrueOf } from "./verdicts.ts";

type Plan = MoneyPlan<Condition>;

/** The findings of a credit or bonus: one after the other, whichever version gives them. */
export function moneyFindings(sites: readonly Site<Plan>[]): readonly Found[] {
  const parties = byParty(sites, ({ plan, world, book }) =>
    readersOf(world, book, plan.party, metricsOf(plan)),
  );
  return parties.flatMap((readers) => {
    const periods = readers.flatMap(({ site: { plan, world }, reader }) => {
      const forgiven = forgivenMisses(plan, reader);
      return periodsGiven(plan, world.frame).map((period) => ({ plan, reader, period, forgiven }));
    });
    const turns = periods.sort((a, b) => a.period.first - b.period.first);
    const settled: Settled[] = [];
    for (const turn of turns) {
      const isOwn = (verdict: MissedAt): boolean => ownerOf(verdict, turn, turns) === turn;
      const pays = (row: Row): boolean => payerOf(row, turns) === turn;
      settled.push(settle(turn, isOwn, pays, inCurrency(settled, turn.plan)));
    }
    const open: { readonly plan: Plan; readonly period: Span; readonly isProvisional: boolean }[] = [];
    for (const turn of turns) {
      const { plan, reader, period } = turn;
      const pays = (row: Row): boolean => payerOf(row, turns) === turn;
      const isProvisional = isMoneyProvisional(plan, reader, period, pays, inCurrency(open, plan));
      open.push({ plan, period, isProvisional });
    }
    const earned = earnedBack(settled);
    return settled.map((one, at) =>
      found(one.reader, findingOf(one, earned[at] ?? null, open[at]?.isProvisional === true)),
    );
  });
}

/** §4.8.6: amounts of another currency use up nothing. */
const inCurrency = <T extends { readonly plan: Plan }>(all: readonly T[], { currency }: Plan): readonly T[] =>
  all.filter(({ plan }) => plan.currency === currency);

/** A period of one version, with what is forgiven in all of them. */
interface Turn {
  readonly plan: Plan;
  readonly reader: Reader;
  readonly period: Span;
  readonly forgiven: readonly Miss[];
}

/**
 * §4.8.6: of periods that share a verdict's last day, that of the version that judged it, else the one that begins last.
 * An attestation has a verdict of its own in each.
 */
function ownerOf({ source, lastDay }: MissedAt, own: Turn, turns: readonly Turn[]): Turn | undefined {
  if (source === null) return own;
  const holding = turns.filter(({ period: { first, end } }) => lastDay >= first && lastDay < end);
  const isBy = ({ reader }: Turn): boolean => hasJudged(source, reader.world.frame);
  return holding.find(isBy) ?? holding.at(-1);
}

/** §4.8.6: of periods that share a row's day, that of the version in force on it, else the one that begins last. */
function payerOf({ at }: Row, turns: readonly Turn[]): Turn | undefined {
  if (at === null) return undefined;
  const holding = turns.filter(({ reader, period: { first, end } }) => {
    const { zone } = reader.world.frame;
    return startOfDay(zone, first) <= at && at < startOfDay(zone, end);
  });
  const isInForce = ({ reader }: Turn): boolean => {
    const { seasons, zone } = reader.world.frame;
    return seasons === null || seasons.isInForce(civilDayAt(zone, at));
  };
  return holding.find(isInForce) ?? holding.at(-1);
}

function settle(
  { plan, reader, period, forgiven }: Turn,
  isOwn: (verdict: MissedAt) => boolean,
  pays: (row: Row) => boolean,
  before: readonly Settled[],
): Settled {
  const zero = rational(0);
  const nothing = {
    plan,
    reader,
    period,
    exact: zero,
    final: zero,
    lines: [],
    costs: [],
    sum: zero,
    forgiven: 0,
    missing: 0,
    suppressedBy: null,
  };
  const unless = plan.unless.find((test) => isTrueOf(verdictIn(reader, test.name, period), test));
  if (unless !== undefined) return { ...nothing, suppressedBy: unless.name };
  const isForgiven = (by: Miss["weight"], verdict: Miss["verdict"]): boolean =>
    forgiven.some((miss) => miss.weight === by && miss.verdict === verdict);
  const misses = missesIn(plan, reader, period).filter(({ verdict }) => isOwn(verdict));
  const unforgiven = misses.filter(({ weight, verdict }) => !isForgiven(weight, verdict));
  const counted = misses.length - unforgiven.length;
  const pooled = pool(plan, reader, period, unforgiven);
  const giving = verdictsGiving(plan, reader, period).filter(
    (verdict) => isOwn(verdict) && !isForgiven(null, verdict),
  );
  const given = givenIn(plan, reader, period, giving, pays);
  const known = { ...nothing, forgiven: counted, missing: given.missing.length };
  if (pooled === null || given.lines === null) return { ...known, exact: null };
  const forgivenLines = misses
    .filter((miss) => !unforgiven.includes(miss))
    .map(({ name, verdict }) => ({ ...plain("forgiven", zero), of: name, period: verdict.label }));
  const costs = [
    ...pooled.costs,
    ...given.lines.flatMap(({ verdict, amount }) => (verdict === null ? [] : [{ verdict, amount }])),
  ];
  const lines = [...pooled.misses, ...forgivenLines, ...given.lines, ...pooled.limit];
  const sum = lines.reduce((all, { amount }) => add(all, amount), zero);
  const capped = cap(plan, reader, period, sum, before);
  if (capped === null) return { ...known, exact: null };
  return { ...known, ...finish(plan, [...lines, ...capped.lines], capped.amount), costs, sum };
}

interface Pooled {
  readonly misses: readonly Line[];
  /** What the misses give beyond what is at risk. */
  readonly limit: readonly Line[];
  readonly costs: Settled["costs"];
}

/** §3.7.11, §4.6.5: each unforgiven miss, and together no more than what is at risk. */
function pool(plan: Plan, reader: Reader, period: Span, misses: readonly Miss[]): Pooled | null {
  const weighted = misses.filter(({ weight }) => weight !== null);
  if (plan.pool === null || weighted.length === 0) return { misses: [], limit: [], costs: [] };
  const atRisk = factorsOf(plan.pool.atRisk, reader, period);
  if (atRisk === null) return null;
  const lines = weighted.map(({ name, weight, verdict }) =>
    product(
      "miss",
      [...atRisk, exact(weight?.percent ?? { numerator: "0", denominator: "1" })],
      name,
      verdict.label,
    ),
  );
  const sum = lines.reduce((all, { amount }) => add(all, amount), rational(0));
  const most = product("", atRisk).amount;
  const isOver = plan.caps.length === 0 && compare(sum, most) > 0;
  const scale = (amount: Rational): Rational =>
    isOver ? { n: amount.n * most.n * sum.d, d: amount.d * most.d * sum.n } : amount;
  return {
    misses: lines,
    limit: isOver ? [plain("pool", subtract(most, sum))] : [],
    costs: weighted.map(({ verdict }, at) => ({ verdict, amount: scale(lines[at]?.amount ?? rational(0)) })),
  };
}

/** §4.6.6: each cap leaves what the earlier periods of its span have not taken. */
function cap(
  plan: Plan,
  reader: Reader,
  period: Span,
  sum: Rational,
  before: readonly Settled[],
): { readonly amount: Rational; readonly lines: readonly Line[] } | null {
  let amount = sum;
  const lines: Line[] = [];
  for (const one of plan.caps) {
    const span = spanOf(period.first, one.span, reader.world.frame);
    const factors = factorsOf(one.amount, reader, span);
    if (factors === null && compare(amount, rational(0)) <= 0) continue;
    if (factors === null) return null;
    const taken = before
      .filter((other) => other.period.first >= span.first)
      .reduce((all, { final }) => add(all, final), rational(0));
    const rest = subtract(product("", factors).amount, taken);
    const left = compare(rest, rational(0)) < 0 ? rational(0) : rest;
    const capped = compare(left, amount) < 0 ? left : amount;
    if (compare(capped, amount) !== 0) lines.push(plain("cap", subtract(capped, amount)));
    amount = capped;
  }
  return { amount, lines };
}

/** §4.6.7, §4.6.8. */
function finish(
  plan: Plan,
  lines: readonly Line[],
  amount: Rational,
): Pick<Settled, "exact" | "final" | "lines"> {
  const rounded = roundHalfUp(amount, plan.decimals);
  const change = subtract(rounded, amount);
  const withRounding = isZero(change) ? lines : [...lines, plain("rounding", change)];
  const isSmall =
    plan.ignores !== null && compare(rounded, rational(0)) > 0 && compare(rounded, exact(plan.ignores)) <= 0;
  if (!isSmall) return { exact: amount, final: rounded, lines: withRounding };
  const ignored = plain("ignored", subtract(rational(0), rounded));
  return { exact: rational(0), final: rational(0), lines: [...withRounding, ignored] };
}

function findingOf(one: Settled, earned: Rational | null, isProvisional: boolean): ReferenceFinding {
  const { plan, reader } = one;
  const { frame } = reader.world;
  const money = (value: Rational): string => withDecimals(roundHalfUp(value, plan.decimals), plan.decimals);
  const atRisk = plan.pool === null ? null : factorsOf(plan.pool.atRisk, reader, one.period);
  const details = {
    missing: String(one.missing),
    suppressedBy: String(one.suppressedBy),
    owedBy: plan.owedBy,
  };
  const ofCredit = {
    ...details,
    atRisk: atRisk === null ? "null" : money(product("", atRisk).amount),
    forgiven: String(one.forgiven),
    earnedBack: earned === null ? "null" : money(earned),
  };
  return {
    kind: plan.kind,
    name: plan.name,
    party: reader.party,
    period: one.period.label,
    start: showInstant(startOfDay(frame.zone, one.period.first)),
    end: showInstant(startOfDay(frame.zone, one.period.end)),
    value: one.exact === null ? null : money(one.final),
    exact: one.exact === null ? null : reduced(one.exact),
    isProvisional,
    lines: one.lines,
    details: plan.kind === "credit" ? ofCredit : details,
  };
}
