/** May an amount still change, for the reference (§3.7.3)? */
import type { Amount, Condition, MoneyPlan } from "@tenet-lang/evaluator";
import { rowsIn } from "../views.ts";
import { goesByWindow, verdictsAsked, windowOf } from "./gives.ts";
import { excluding, isFinal, type Reader, stretchOf, verdictsIn } from "./reader.ts";
import { verdictNames } from "./sentences.ts";
import { hasEnded, type Span, spanOf } from "./spans.ts";

type Plan = MoneyPlan<Condition>;

export function isMoneyProvisional(plan: Plan, reader: Reader, period: Span): boolean {
  const { world } = reader;
  const isOpen = (metric: string, span: Span): boolean => !isFinal(world, metric, span);
  const inPeriod = [
    ...basesOf([plan.pool?.atRisk, ...plan.gives.map(({ amount }) => amount)]),
    ...asked(plan),
  ];
  const ofCaps = plan.caps.flatMap(({ amount, span }) =>
    basesOf([amount]).map((metric) => isOpen(metric, spanOf(period.first, span, world.frame))),
  );
  return (
    !hasEnded(period, world.frame) ||
    namesRead(plan).some((name) => verdictsIn(reader, name, period).some((one) => one.isProvisional)) ||
    inPeriod.some((metric) => isOpen(metric, period)) ||
    ofCaps.includes(true) ||
    isEarlierOpen(plan, reader, period) ||
    isRowOpen(plan, reader, period)
  );
}

/** A miss that is not certain yet takes part in the row of those forgiven. */
function isEarlierOpen({ forgives, pool, on }: Plan, { book, party, world }: Reader, period: Span): boolean {
  if (forgives === null) return false;
  const { first } = spanOf(period.first, forgives.span, world.frame);
  const names = [...(pool?.weights.map(({ name }) => name) ?? []), ...(on === null ? [] : [on])];
  const line = names.flatMap((name) => book.of(name, party));
  return line.some(({ lastDay, isProvisional }) => isProvisional && lastDay >= first && lastDay < period.end);
}

/** §3.7.14: rows read the calendar windows in which they lie, of the bands that are put to them. */
function isRowOpen(plan: Plan, reader: Reader, period: Span): boolean {
  if (plan.rows === null) return false;
  const rows = rowsIn(excluding(reader, plan.excluding), stretchOf(period), plan.rows, null, false);
  return rows.some((row) =>
    verdictsAsked(plan, row, reader, period)
      .filter((name) => goesByWindow(reader.world, name))
      .some((name) => windowOf(row, name, reader)?.isProvisional === true),
  );
}

const basesOf = (amounts: readonly (Amount | undefined)[]): readonly string[] =>
  amounts.flatMap((amount) =>
    amount?.kind === "percent" && amount.of.kind === "metric" ? [amount.of.name] : [],
  );

/** Metrics of conditions that are put to the period; those put to a verdict are measured in its window. */
const asked = ({ on, gives }: Plan): readonly string[] =>
  gives.flatMap(({ metrics, times }) => (on === null || times.kind === "started" ? metrics : []));

function namesRead(plan: Plan): readonly string[] {
  return [
    ...(plan.pool?.weights.map(({ name }) => name) ?? []),
    ...(plan.on === null ? [] : [plan.on]),
    ...plan.unless.map(({ name }) => name),
    ...plan.gives.flatMap(({ verdicts, when }) => [
      ...verdicts.map(({ name }) => name),
      ...(when === null ? [] : verdictNames(when)),
    ]),
  ];
}
