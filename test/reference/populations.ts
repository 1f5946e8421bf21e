/**
 * The rows that a metric is about, for the reference: those of its population, at most so many of a kind, and the newest
 * of some (§3.5.2, §3.5.19, §3.2.13 to §3.2.15).
 */

import type { Condition, DatasetPlan, MetricForm, MetricPlan, Population } from "@tenet-lang/evaluator";
import type { Value } from "./cells.ts";
import { order } from "./conditions.ts";
import type { Coverage } from "./coverage.ts";
import { age, cellOf } from "./parse.ts";
import type { Row } from "./row.ts";

/** What a metric sees. */
export interface View {
  /** Rows of the dataset in the window, after exclusions; `dated` overrides the dataset's own date. */
  rows(dataset: string, dated: string | null): readonly Row[];
  /** Is a condition true of a row of this party? */
  truth(where: Condition, row: Row): boolean | null;
  metric(name: string): MetricPlan;
  dataset(name: string): DatasetPlan;
  /** Instant of a row, by its dataset's date or by another field. */
  at(row: Row, dated: string | null): number;
  /** The calendar spans that lie wholly in the window, one view each. */
  spans(metric: Extract<MetricForm, { kind: "period_mean" }>): readonly View[];
  /** The time of the window that the cases of a clock leave uncovered. */
  coverage(clock: string): Coverage;
  /** Fields of a dataset in which rows of one instant differ for whoever asks (§3.2.15). */
  fieldsRead(dataset: string, reading: Reading): readonly string[];
  readonly reading: Reading;
  /** Reports a data error that only this window shows. */
  refuse(rows: readonly Row[], reason: string): void;
}

/** Who asks: a standard with all its metrics; or one metric by itself, by its name once that is known. */
export type Reading = "standard" | "each metric" | { readonly metric: string };

export interface Populated {
  readonly rows: readonly Row[];
  readonly undecided: readonly Row[];
}

/**
 * Rows for which the condition is true. With `counts at most N rows per FIELD`, the newest N of each value, and all
 * that have none (§3.5.19).
 */
export function populate({ dataset, where }: Population, plan: MetricPlan, view: View): Populated {
  const rows = view.rows(dataset, plan.dated);
  const verdicts = new Map(rows.map((row) => [row, where === null ? true : view.truth(where, row)]));
  const undecided = rows.filter((row) => verdicts.get(row) === null);
  const those = rows.filter((row) => verdicts.get(row) === true);
  const cap = plan.countsAtMost;
  if (cap === null) return { rows: those, undecided };
  const given = those.filter((row) => cellOf(row, cap.per) !== null);
  const groups = distinct(given.map((row) => cellOf(row, cap.per))).map((value) =>
    given.filter((row) => order(cellOf(row, cap.per) as Value, value) === 0),
  );
  const others = those.filter((row) => !given.includes(row));
  return {
    rows: [...others, ...groups.flatMap((group) => newest(group, cap.rows, plan.dated, view))],
    undecided,
  };
}

/**
 * The N newest rows. Rows that tie and stand on both sides of the cut must be alike (§3.2.15); a missing second key
 * leaves a tie (§3.2.13).
 */
export function newest(
  rows: readonly Row[],
  count: number,
  dated: string | null,
  view: Pick<View, "at" | "refuse" | "fieldsRead" | "reading">,
): readonly Row[] {
  const sorted = [...rows].sort((a, b) => view.at(b, dated) - view.at(a, dated) || age(b.second, a.second));
  const [kept, dropped] = [sorted.slice(0, count), sorted.slice(count)];
  const ties = (a: Row, b: Row): boolean => view.at(a, dated) === view.at(b, dated) && sameAge(a, b);
  const unclear = dropped.filter((row) =>
    kept.some((one) => ties(one, row) && !alike(one, row, view.fieldsRead(row.dataset, view.reading))),
  );
  if (unclear.length > 0) view.refuse(unclear, "rows of one instant stand on both sides of the cut");
  return kept;
}

/** Are two rows of one instant tied? */
export const sameAge = (a: Row, b: Row): boolean =>
  a.second === null || b.second === null || order(a.second, b.second) === 0;

const alike = (a: Row, b: Row, fields: readonly string[]): boolean =>
  fields.every((field) => sameOrMissing(cellOf(a, field), cellOf(b, field))) && areAsFar(a, b);

/** Are two cases both stopped or not, and both pending or not? */
const areAsFar = ({ facts: a }: Row, { facts: b }: Row): boolean =>
  a === null ||
  b === null ||
  ((a.stoppedAt === null) === (b.stoppedAt === null) &&
    (a.verdict === "pending") === (b.verdict === "pending"));

export const sameOrMissing = (a: Value | null, b: Value | null): boolean =>
  a === null || b === null ? a === b : order(a, b) === 0;

/** Values without repetition; missing ones left out. */
export function distinct(values: readonly (Value | null)[]): readonly Value[] {
  const given = values.filter((value) => value !== null);
  return given.filter((value, at) => given.findIndex((other) => order(other, value) === 0) === at);
}
