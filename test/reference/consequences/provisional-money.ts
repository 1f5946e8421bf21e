/** May an amount still change, for the reference (§3.7.3)? */
import type { Amount, Condition, MoneyPlan } from "@tenet-lang/evaluator";
import { isOpen } from "../provisional.ts";
import type { Row } from "../row.ts";
import { startOfDay } from "../time.ts";
import { goesByWindow, rowsPaid } from "./gives.ts";
import { isFinal, type Reader, stretchOf } from "./reader.ts";
import { verdictNames } from "./sentences.ts";
import { hasEnded, type Span, spanOf } from "./spans.ts";
import type { Judged } from "./verdicts.ts";

type Plan = MoneyPlan<Condition>;

/**
 * `pays` picks the rows that are paid for in the period; `earlier` says for each period before, from the first on,
 * whether its finding is provisional.
 */
export function isMoneyProvisional(
  plan: Plan,
  reader: Reader,
  period: Span,
  pays: (row: Row) => boolean,
  earlier: readonly { readonly period: Span; readonly isProvisional: boolean }[],
): boolean {
  const { frame } = reader.world;
  const around = (span: Plan["span"]): Span => spanOf(period.first, span, frame);
  // All are measured, also where one is enough: a tie is an error wherever it lies.
  const metrics = [
    ...metricsOver(plan).map((metric) => isFinal(reader, metric, period, stretchOf(period))),
    ...plan.caps.flatMap(({ amount, span }) =>
      basesOf([amount]).map((metric) => isFinal(reader, metric, around(span), stretchOf(around(span)))),
    ),
  ];
  return (
    !hasEnded(period, frame) ||
    metrics.includes(false) ||
    verdictsOf(plan, reader, period).some(({ isProvisional }) => isProvisional) ||
    casesOf(plan, reader, period).filter(pays).some(isOpen) ||
    earlier.some(
      (one) =>
        one.isProvisional &&
        (plan.earnsBack !== null || plan.caps.some(({ span }) => one.period.first >= around(span).first)),
    )
  );
}

/** All verdicts that a finding of a period reads. */
function verdictsOf(plan: Plan, { book, party, world }: Reader, { first, end }: Span): readonly Judged[] {
  const { pool, on, unless, gives, rows, forgives, earnsBack } = plan;
  const costly = [...(pool?.weights.map(({ name }) => name) ?? []), ...(on === null ? [] : [on])];
  const ofGives = gives.flatMap(({ verdicts }) => verdicts.map(({ name }) => name));
  const ofConditions = gives.flatMap(({ when }) => (when === null ? [] : verdictNames(when)));
  const names = [...costly, ...unless.map(({ name }) => name), ...ofGives, ...ofConditions];
  const ending = (name: string, from: number): readonly Judged[] =>
    book.of(name, party).filter(({ lastDay }) => lastDay >= from && lastDay < end);
  const from =
    earnsBack !== null
      ? Number.NEGATIVE_INFINITY
      : forgives === null
        ? first
        : spanOf(first, forgives.span, world.frame).first;
  const [start, over] = [startOfDay(world.frame.zone, first), startOfDay(world.frame.zone, end)];
  const sharing = (name: string): readonly Judged[] =>
    goesByWindow(world, name)
      ? book.of(name, party).filter((one) => one.start < over && one.end > start)
      : [];
  return [
    ...names.flatMap((name) => ending(name, first)),
    ...costly.flatMap((name) => ending(name, from)),
    ...(rows === null ? [] : ofGives.flatMap(sharing)),
  ];
}

/** The rows that `gives` are put to, or whose units are counted. */
function casesOf(plan: Plan, reader: Reader, period: Span): readonly Row[] {
  const datasets = plan.gives.flatMap(({ times }) => (times.kind === "started" ? [times.dataset] : []));
  return [...datasets, ...(plan.rows === null ? [] : [plan.rows])].flatMap((dataset) =>
    rowsPaid(plan, dataset, reader, period),
  );
}

/** The metrics that are measured over a period: of amounts, and of conditions that are put to it. */
const metricsOver = ({ pool, gives, on }: Plan): readonly string[] => [
  ...basesOf([pool?.atRisk, ...gives.map(({ amount }) => amount)]),
  ...gives.flatMap(({ metrics, times }) => (on === null || times.kind === "started" ? metrics : [])),
];

const basesOf = (amounts: readonly (Amount | undefined)[]): readonly string[] =>
  amounts.flatMap((amount) =>
    amount?.kind === "percent" && amount.of.kind === "metric" ? [amount.of.name] : [],
  );
