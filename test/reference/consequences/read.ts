/** What consequences read beside verdicts, for the reference (§4.7.12): metrics, rows, fields of rows. */
import type { Condition, GivesPlan, MoneyPlan } from "@tenet-lang/evaluator";
import type { Model, StandardModel } from "../../../packages/language/src/check/model.ts";
import { memory } from "../memo.ts";
import { metricNames } from "./sentences.ts";

/** What metrics read, and nothing more, said as a standard. */
export function readerOf(metrics: readonly string[]): StandardModel {
  const key = JSON.stringify(metrics);
  const known = readers.get(key) ?? newReader(metrics);
  readers.set(key, known);
  return known;
}

/** Is this what consequences read, and no standard of the text? */
export const isReader = ({ name }: StandardModel): boolean => name === "";

/** Remembered, so that what is remembered of readers is found again. */
const readers = new Map<string, StandardModel>();

function newReader(metrics: readonly string[]): StandardModel {
  const origin = { file: "", line: 0, text: "" };
  return {
    name: "",
    label: "",
    ...{ party: "partner", owes: "partner", covers: [], scope: [], gates: [], warnings: [], measured: [] },
    requires: metrics.map((metric) => ({
      alternatives: [{ metric, group: null, rows: [], tolerates: null }],
      origin,
    })),
    ...{ assessed: null, needs: null, excluding: [], missingData: null, confidence: null, because: null },
    origin,
  };
}

/** Metrics that stand in amounts and conditions of a credit or bonus. */
export function metricsOf({ pool, gives, caps }: MoneyPlan<Condition>): readonly string[] {
  const amounts = [pool?.atRisk, ...[...gives, ...caps].map(({ amount }) => amount)];
  const bases = amounts.flatMap((amount) =>
    amount?.kind === "percent" && amount.of.kind === "metric" ? [amount.of.name] : [],
  );
  const asked = gives.flatMap(({ when }) => (when === null ? [] : metricNames(when)));
  return [...new Set([...bases, ...asked])];
}

/** The metrics that consequences and duties measure by themselves, and what they exclude, said as a standard. */
export const consequenceReader = (model: Model): StandardModel =>
  ofModels.of(model, model, "", () => modelReader(model));

const ofModels = memory<StandardModel>();

function modelReader(model: Model): StandardModel {
  const money = [...model.credits, ...model.bonuses];
  const reader = readerOf([
    ...money.flatMap(metricsOf),
    ...model.scorecards.flatMap(({ weights }) => weights.map(({ metric }) => metric)),
    ...model.tiers.flatMap(({ metrics }) => metrics),
    ...model.duties.flatMap(({ when }) => when?.metrics ?? []),
  ]);
  return { ...reader, excluding: [...new Set(money.flatMap(({ excluding }) => excluding))] };
}

/** A sentence that reads rows, and their dataset or clock. */
export interface RowsPaid {
  readonly dataset: string;
  readonly gives: GivesPlan<Condition>;
}

/** Everything that is paid by rows. */
export const rowsPaid = ({ credits, bonuses }: Model): readonly RowsPaid[] =>
  [...credits, ...bonuses].flatMap(({ rows, gives }) =>
    gives.flatMap((one) => {
      const dataset = one.times.kind === "started" ? one.times.dataset : rows;
      return dataset === null ? [] : [{ dataset, gives: one }];
    }),
  );

/** The fields of its rows that a sentence reads but for those of its condition. */
export const fieldsPaid = ({ gives: { amount, times } }: RowsPaid): readonly string[] => [
  ...(amount.kind === "percent" && amount.of.kind === "row" ? [amount.of.field] : []),
  ...(times.kind === "started" ? [times.field] : []),
];
