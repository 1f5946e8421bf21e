/** Credits and bonuses as published findings, and their reasons. */
import type { MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import { fromText, roundHalfUp } from "../exact/ratio.ts";
import { counted, listed, moneyWords, spaced } from "../explain/words.ts";
import type { BonusFinding, CreditFinding } from "../judge/finding.ts";
import { formatDay } from "../time/civil.ts";
import { spanAround } from "../time/spans.ts";
import { asRatio, isZero, moneyAmount } from "./amounts.ts";
import { type EarnedBack, earnedBack } from "./earn-back.ts";
import { dataReason, headOf, placeOf, provisionalReasons, type Stretch } from "./finding.ts";
import { written } from "./lines.ts";
import type { Miss } from "./misses.ts";
import { type MoneyResult, type MoneySite, moneyResults } from "./money.ts";
import type { Reading, VerdictFact } from "./reading.ts";

/** The findings of a credit or bonus for one party, from the first period to the last. */
export function moneyFindings(sites: readonly MoneySite[]): readonly (CreditFinding | BonusFinding)[] {
  const results = moneyResults(sites);
  const back = earnedBack(results);
  return results.map((result, index) => findingOf(result, back[index] ?? null));
}

function findingOf(result: MoneyResult, back: EarnedBack | null): CreditFinding | BonusFinding {
  const { plan, reading } = result.site;
  const { currency, decimals } = plan;
  const { exact, amount, missing, suppressedBy } = result;
  const stretch = stretchOf(result);
  const isKnown = amount !== null;
  const head = headOf(plan, stretch, reading);
  const found = {
    value: isKnown ? moneyAmount(amount, currency, decimals) : null,
    exact: exact === null ? null : asRatio(exact),
    provisional: result.isProvisional,
    lines: result.lines.map(written),
  };
  const reasons = [
    ...reasonsOf(plan, result, reading),
    ...restReasons(result),
    ...earnedReasons(plan, back, reading),
    ...provisionalReasons(result.isProvisional, stretch, reading.frame),
    ...(!isKnown || isZero(amount) ? [] : [dataReason(reading.frame)]),
  ];
  const origin = placeOf(plan);
  if (plan.kind === "bonus") {
    const details = { missing, suppressedBy, owedBy: "brand" } as const;
    return { kind: "bonus", ...head, ...found, details, reasons, origin };
  }
  const atRisk = result.atRisk === null ? null : roundHalfUp(result.atRisk, decimals);
  const details = {
    atRisk: atRisk === null ? null : moneyAmount(atRisk, currency, decimals),
    forgiven: result.forgiven.length,
    missing,
    suppressedBy,
    earnedBack: back === null ? null : moneyAmount(back.amount, currency, decimals),
    owedBy: plan.owedBy,
  };
  return { kind: "credit", ...head, ...found, details, reasons, origin };
}

function stretchOf({ period }: MoneyResult): Stretch {
  const { label, days, start, end } = period;
  return { label, firstDay: days.start, endDay: days.end, start, end };
}

function reasonsOf(plan: MoneyPlan<RuleName>, result: MoneyResult, reading: Reading): readonly string[] {
  const { suppressedBy, untold, amount, period } = result;
  if (suppressedBy !== null) {
    const test = plan.unless.find(({ name }) => name === suppressedBy);
    const verdict = listed((test?.verdicts ?? []).map(spaced));
    const is = test?.operator === "is_not" ? "is not" : "is";
    return [`Nothing is due: ${reading.nameOf(suppressedBy)} ${is} ${verdict} in ${period.label}`];
  }
  const found =
    amount === null
      ? `The amount cannot be told: ${untold ?? "what it is taken of"} has no value for ${period.label}`
      : isZero(amount)
        ? `Nothing is due for ${period.label}${whyNothing(plan, result)}`
        : `${moneyWords(amount, plan)} are due for ${period.label}, owed by the ${plan.owedBy}`;
  return [
    found,
    ...missReasons(result.counted, reading),
    ...forgivenReasons(plan, result.forgiven, reading),
    ...missingReasons(result.missing),
    ...ruleReasons(plan, result),
  ];
}

/** That a period is what is left of a span, where the version before went by other periods (SPEC §4.8.6). */
function restReasons({ site: { plan, reading }, period: { label, days } }: MoneyResult): readonly string[] {
  const { start } = spanAround(plan.span, days.start, reading.frame.yearStarts);
  if (start === days.start) return [];
  const first = formatDay(days.start);
  return [`Of ${label} only the days from ${first} on count, the first of version ${reading.version} in it`];
}

/** Why nothing is due, where there was nothing to begin with. */
function whyNothing(plan: MoneyPlan<RuleName>, { counted: misses, forgiven, lines }: MoneyResult): string {
  if (misses.length > 0 || lines.some(({ what }) => what === "gives")) return "";
  if (forgiven.length > 0) return ": every miss is forgiven";
  if (plan.rows !== null) return ": there is no row to pay for";
  return plan.kind === "credit" && (plan.pool !== null || plan.on !== null) ? ": nothing was missed" : "";
}

function missReasons(misses: readonly Miss[], reading: Reading): readonly string[] {
  if (misses.length === 0) return [];
  return [`Missed: ${listed(misses.map((miss) => missWords(miss, reading)))}`];
}

function missWords({ fact }: Miss, reading: Reading): string {
  return `${reading.nameOf(fact.name)} (${fact.label})`;
}

function forgivenReasons(
  { forgives }: MoneyPlan<RuleName>,
  forgiven: readonly Miss[],
  reading: Reading,
): readonly string[] {
  if (forgives === null || forgiven.length === 0) return [];
  const names = listed(forgiven.map((miss) => missWords(miss, reading)));
  return [
    `Forgiven: ${names}; ${forgives.misses === 1 ? "1 miss" : `${forgives.misses} misses`} ${forgives.misses === 1 ? "is" : "are"} forgiven each calendar ${spaced(forgives.span)}`,
  ];
}

function missingReasons(missing: number): readonly string[] {
  if (missing === 0) return [];
  return [`${counted(missing, "rows")} left out, because the value to be paid by is missing`];
}

/** Rules of the agreement that made the amount smaller. */
function ruleReasons(plan: MoneyPlan<RuleName>, { lines }: MoneyResult): readonly string[] {
  const acted = lines.filter(({ what }) => what === "pool" || what === "cap").map(({ text }) => text);
  const isIgnored = lines.some(({ what }) => what === "ignored");
  if (!isIgnored || plan.ignores === null) return acted;
  return [...acted, `Amounts of at most ${moneyWords(fromText(plan.ignores), plan)} are ignored`];
}

function earnedReasons(
  plan: MoneyPlan<RuleName>,
  back: EarnedBack | null,
  reading: Reading,
): readonly string[] {
  if (back === null || isZero(back.amount)) return [];
  const called = (fact: VerdictFact): string => `${reading.nameOf(fact.name)} (${fact.label})`;
  const names = listed([...new Set(back.at.map(called))]);
  const parts = back.of.map(({ miss, amount }) => `${moneyWords(amount, plan)} for ${called(miss)}`);
  return [`${moneyWords(back.amount, plan)} are earned back by ${names}: ${listed(parts)}`];
}
