/**
 * What the `gives` of a credit or bonus give in one period (SPEC §3.7.12 to §3.7.18).
 *
 * They are put to each row paid for, to each verdict under `on`, or once to the period. Those with a condition are
 * bands: the first whose condition is true holds and the others give nothing; those without one add.
 */
import type { Amount, GivesPlan, MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import { type Exact, exact, fromText, subtractExact } from "../exact/ratio.ts";
import { counted, gapWords, moneyWords, spaced, valueWords } from "../explain/words.ts";
import { isZero, ONE, productOf, reduced, sumOf, ZERO } from "./amounts.ts";
import { baseName, type Factors, factorsOf } from "./base.ts";
import type { Decisions, FactReader } from "./decision.ts";
import { firstWhere } from "./in-order.ts";
import { amountOf, type Line } from "./lines.ts";
import { rowsPaid } from "./paid-rows.ts";
import { verdictIn, verdictReader } from "./read-verdicts.ts";
import type { FindingPeriod, PaidRows, Reading, ReadVerdict, VerdictFact } from "./reading.ts";

/** What is at hand when a period is worked out. */
export interface Work {
  readonly plan: MoneyPlan<RuleName>;
  readonly reading: Reading;
  readonly decisions: Decisions;
  readonly period: FindingPeriod;
  /** Is a verdict whose last day lies in the period paid for in it, and in no other version's? */
  readonly isOwn: (fact: VerdictFact) => boolean;
  /** The same of rows that are dated on a day of the period. */
  readonly isOwnDay: (day: number) => boolean;
}

export interface Given {
  readonly line: Line;
  /** The verdict that it was given for. */
  readonly fact: VerdictFact | null;
}

export interface Gifts {
  readonly given: readonly Given[];
  /** What has no value although an amount would be due. */
  readonly untold: string | null;
  /** Rows left out because their base or field is missing. */
  readonly missing: number;
}

type Gives = GivesPlan<RuleName>;

/** `facts` are the verdicts that stand under `on`, without those that are forgiven. */
export function giftsOf(work: Work, facts: readonly VerdictFact[]): Gifts {
  const { plan, reading, period } = work;
  // What pays for rows, or once for the period, rests while a ramp-up suspends it (SPEC §3.8.18).
  const isResting = reading.isSuspended(plan.name, period.start);
  if (isResting && plan.rows !== null) return NOTHING;
  if (plan.rows !== null) return rowGifts(plan.rows, work);
  const isOfPeriod = (gives: Gives): boolean => plan.on === null || gives.times.kind === "started";
  const once = isResting ? [] : holding(plan.gives.filter(isOfPeriod), factsOfPeriod(work), work);
  const each = plan.gives.filter((gives) => !isOfPeriod(gives));
  const held = facts.map((fact) => ({ fact, giving: holding(each, factsOfVerdict(fact, work), work) }));
  return joined([
    ...once.map((gives) => periodGift(gives, work)),
    ...each.flatMap((gives) =>
      held.flatMap(({ fact, giving }) => (giving.includes(gives) ? [verdictGift(gives, fact, work)] : [])),
    ),
  ]);
}

function joined(gifts: readonly Gifts[]): Gifts {
  return {
    given: gifts.flatMap(({ given }) => given),
    untold: gifts.map(({ untold }) => untold).find((name) => name !== null) ?? null,
    missing: gifts.reduce((sum, { missing }) => sum + missing, 0),
  };
}

const NOTHING: Gifts = { given: [], untold: null, missing: 0 };

/** Those without a condition, and the first whose condition is true. */
function holding(gives: readonly Gives[], read: FactReader, { decisions }: Work): readonly Gives[] {
  const first = gives.find(({ when }) => when !== null && decisions(when).holds(read));
  return gives.filter((each) => each.when === null || each === first);
}

/** Facts of a period: metrics measured over it, verdicts in it, partner fields. */
function factsOfPeriod(work: Work): FactReader {
  return factReader(work, (metric) => work.reading.metric(metric, work.period.days));
}

/** Facts of a verdict: metrics in its window, verdicts in the period, partner fields. */
function factsOfVerdict(fact: VerdictFact, work: Work): FactReader {
  return factReader(work, (metric) => fact.metric(metric));
}

function factReader({ reading, period }: Work, metric: VerdictFact["metric"]): FactReader {
  return (fact) => {
    const name = fact.slice(fact.indexOf(":") + 1);
    if (fact.startsWith("metric:")) return metric(name).compared;
    if (!fact.startsWith("verdict:")) return reading.partner(fact);
    return verdictIn(reading, name, period)?.verdict ?? null;
  };
}

/** A gift that comes once in the period. */
function periodGift(gives: Gives, work: Work): Gifts {
  if (gives.times.kind === "started") return startedGift(gives, work);
  return gift(gives, [], work, null, "");
}

function startedGift(gives: Gives, work: Work): Gifts {
  const { times } = gives;
  if (times.kind !== "started") return NOTHING;
  const index = work.plan.gives.indexOf(gives);
  const all = rowsPaid(times.dataset, work);
  const { units, rows, missing } = sumAt(all, index);
  if (units.numerator === 0n) return { ...NOTHING, missing };
  const words = `${counted(units.numerator, `started ${times.unit}s`)} of ${spaced(times.field)} in ${spaced(times.dataset)}`;
  const found = gift(gives, [units], work, null, ` × ${words}`);
  const given = found.given.map((each) => ({ ...each, line: { ...each.line, rows } }));
  return { ...found, given, missing };
}

/** The sum for one `gives`, of how many rows, and how many rows lack what is added up. */
function sumAt(
  parts: readonly PaidRows[],
  index: number,
): { readonly units: Exact; readonly rows: number; readonly missing: number } {
  const given = parts.filter(({ sums }) => (sums[index] ?? null) !== null);
  const rows = rowsOf(given);
  return { units: sumOf(given.map(({ sums }) => sums[index] ?? ZERO)), rows, missing: rowsOf(parts) - rows };
}

function rowsOf(parts: readonly PaidRows[]): number {
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}

/** A gift for one verdict under `on`. */
function verdictGift(gives: Gives, fact: VerdictFact, work: Work): Gifts {
  if (gives.times.kind !== "points_below") return gift(gives, [], work, fact, "");
  const { limit } = fact;
  if (limit === null || limit.bound === null || limit.value === null)
    return { ...NOTHING, untold: work.reading.nameOf(fact.name) };
  const below = subtractExact(limit.bound, limit.value);
  const points = reduced(exact(below.numerator * 100n, below.denominator));
  // A verdict may be missed for another reason than its limit; then nothing is below it.
  if (points.numerator <= 0n) return NOTHING;
  return gift(
    gives,
    [points],
    work,
    fact,
    ` × ${gapWords(below, { kind: "percent" })} below the limit (${limit.text})`,
  );
}

function gift(
  gives: Gives,
  more: readonly Exact[],
  work: Work,
  fact: VerdictFact | null,
  words: string,
): Gifts {
  const amount = factorsOf(gives.amount, work.period.days, work.reading, work.plan);
  if (amount.factors === null) return { ...NOTHING, untold: amount.base };
  const about = fact === null ? "" : `${work.reading.nameOf(fact.name)}, ${fact.label}: `;
  const line: Line = {
    what: "gives",
    ...(fact === null ? {} : { of: fact.name, period: fact.label }),
    factors: [...amount.factors, ...more],
    text: `${about}${amount.text}${words}`,
    origin: gives.origin,
  };
  return isZero(amountOf(line)) ? NOTHING : { ...NOTHING, given: [{ line, fact }] };
}

/** What is given for rows; a row that lacks what several `gives` add up is missing once. */
function rowGifts(dataset: string, work: Work): Gifts {
  const { plan } = work;
  const paid = rowsPaid(dataset, work).map((part) => ({
    part,
    by: plan.gives.filter((gives) => isPaidBy(gives, part, work)),
  }));
  const untold = plan.gives.filter((gives) => !hasBase(gives, work));
  const given = plan.gives
    .filter((gives) => !untold.includes(gives))
    .flatMap((gives) => {
      const parts = paid.flatMap(({ part, by }) => (by.includes(gives) ? [part] : []));
      return rowGift(gives, parts, work);
    });
  const lacking = paid.filter(({ part, by }) =>
    by.some((gives) => untold.includes(gives) || (part.sums[plan.gives.indexOf(gives)] ?? null) === null),
  );
  return { given, untold: null, missing: rowsOf(lacking.map(({ part }) => part)) };
}

/** Is there what a percentage is of, as far as the row does not say it? Rows paid by one without are left out. */
function hasBase({ amount }: Gives, { plan, reading, period }: Work): boolean {
  const isOfRow = amount.kind === "percent" && amount.of.kind === "row";
  return isOfRow || factorsOf(amount, period.days, reading, plan).factors !== null;
}

/** Without a condition it pays for all rows, as a band for those of which it is the first that holds. */
function isPaidBy(gives: Gives, part: PaidRows, work: Work): boolean {
  if (!isBand(gives)) return true;
  return work.plan.gives.find((each, at) => isBand(each) && bandHolds(each, at, part, work)) === gives;
}

function rowGift(gives: Gives, parts: readonly PaidRows[], work: Work): readonly Given[] {
  const { plan } = work;
  const { units, rows } = sumAt(parts, plan.gives.indexOf(gives));
  const { factors, text } = rowFactors(gives, units, work);
  const line: Line = {
    what: "gives",
    of: plan.rows ?? "",
    factors: factors ?? [],
    rows,
    text,
    origin: gives.origin,
  };
  return factors === null || isZero(amountOf(line)) ? [] : [{ line, fact: null }];
}

const isBand = ({ where, when }: Gives): boolean => where !== null || when !== null;

function bandHolds({ when }: Gives, index: number, part: PaidRows, work: Work): boolean {
  if (part.holds[index] !== true) return false;
  return work.decisions(when).holds(verdictReader((name) => verdictOfRow(name, part.day, work)));
}

/**
 * Of a standard whose windows are spans, the verdict of the window that holds the row's date (SPEC §3.7.14): of windows
 * of two versions, the one that begins last.
 */
function verdictOfRow(name: string, day: number, { reading, period }: Work): ReadVerdict | null {
  if (!reading.hasSpans(name)) return verdictIn(reading, name, period);
  const series = reading.verdicts(name);
  const holding = series
    .slice(firstWhere(series, ({ endDay }) => endDay > day))
    .filter(({ firstDay }) => firstDay <= day);
  const latest = Math.max(...holding.map(({ firstDay }) => firstDay));
  return holding.findLast(({ firstDay }) => firstDay === latest) ?? null;
}

/** The amount of all rows together: `sum` counts them, or adds up what a percentage is of, or units. */
function rowFactors(gives: Gives, sum: Exact, work: Work): Factors {
  const { plan, reading, period } = work;
  const { amount, times } = gives;
  const rows = spaced(plan.rows ?? "");
  const units =
    times.kind === "started" ? `started ${times.unit}s of ${spaced(times.field)} in ${rows}` : rows;
  if (amount.kind === "percent" && amount.of.kind === "row") {
    const text = `${percentWords(amount)} of ${baseName(amount.of, reading)} of ${rows} (${moneyWords(sum, plan)})`;
    return { factors: [fromText(amount.percent), sum], text, base: "" };
  }
  const found = factorsOf(amount, period.days, reading, plan);
  const text = `${found.text} × ${counted(sum.numerator, units)}`;
  if (found.factors === null) return { ...found, text };
  const [first = ONE, base] = found.factors;
  const second = base === undefined ? sum : productOf([base, sum]);
  return { ...found, factors: [first, second], text };
}

function percentWords(amount: Amount & { readonly kind: "percent" }): string {
  return valueWords(fromText(amount.percent), { kind: "percent" });
}
