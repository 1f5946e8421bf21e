/**
 * The forms of a metric, for the reference (§3.5): rows in, one exact value out.
 *
 * A metric reads the rows of one party in one window through a `View`; groups and shorter spans are narrower views.
 * Every form is a filter, a sort or a sum over an array.
 */

import type { DatasetPlan, FieldType, MetricForm, MetricPlan, Ratio } from "@tenet-lang/evaluator";
import { microsPer, type Value } from "./cells.ts";
import { order } from "./conditions.ts";
import { memory } from "./memo.ts";
import { cellOf } from "./parse.ts";
import { distinct, newest, populate, sameAge, type View } from "./populations.ts";
import { isOpen, readsTime } from "./provisional.ts";
import { abs, add, ceiling, compare, divide, type Rational, rational, reduced, times } from "./rational.ts";
import type { Row } from "./row.ts";

import { atScale } from "./scale.ts";

export interface Measured {
  /** A ratio, or text or yes/no for `latest` of such a field; null where there is no value. */
  readonly value: Rational | string | boolean | null;
  /** Are all of its populations empty (§4.1)? */
  readonly isEmpty: boolean;
  /** Rows with an undecided condition or a missing value. */
  readonly missing: readonly Row[];
  /** Of a share: rows of the numerator that are not in the denominator. */
  readonly outside: number;
  /** Of a rank: all values, in order; of an average: all values. Of a net score: promoters, detractors and answers. */
  readonly detail: readonly Rational[];
}

const measured = memory<Measured>();

/** The value of a metric in a view; one of more than 38 digits is a data error (§4.2.3). */
export function measure(plan: MetricPlan, view: View): Measured {
  return measured.of(plan, view, "", () => {
    const isAlone = view.reading === "each metric";
    const found = formValue(plan, isAlone ? { ...view, reading: { metric: plan.name } } : view);
    const value = numberOf(found);
    const isHeld = value === null || (abs(value.n) < most && value.d < most);
    if (!isHeld) view.refuse([], `${plan.name} has more than 38 digits`);
    return found;
  });
}

const most = 10n ** 38n;

function formValue(plan: MetricPlan, view: View): Measured {
  const { form } = plan;
  switch (form.kind) {
    case "share":
      return share(form, plan, view);
    case "rate":
      return rate(form, plan, view);
    case "ratio":
      return ratio(form, view);
    case "period_mean":
      return meanOfPeriods(form, view);
    case "time_outside": {
      const { counted, uncovered } = view.coverage(form.clock);
      const value = counted === 0 ? null : rational(uncovered, counted);
      return { value, isEmpty: false, missing: [], outside: 0, detail: [] };
    }
    case "count": {
      const { rows, undecided } = populate(form.population, plan, view);
      const isEmpty = view.rows(form.population.dataset, plan.dated).length === 0;
      return { value: rational(rows.length), isEmpty, missing: undecided, outside: 0, detail: [] };
    }
    default:
      if (!("field" in form)) throw new RangeError(`the reference does not know the form of ${plan.name}`);
      return ofField(form, plan, view);
  }
}

/**
 * Rows of the first population *among* the rows of the second; the others are counted as outside. Cases that are
 * pending, or run without a due, are in neither (§3.4.25).
 */
function share(form: Extract<MetricForm, { kind: "share" }>, plan: MetricPlan, all: View): Measured {
  const view: View = { ...all, rows: (dataset, dated) => all.rows(dataset, dated).filter(isDecided) };
  const whole = populate(form.denominator, plan, view);
  const isPart = (row: Row): boolean | null =>
    form.numerator.where === null ? true : view.truth(form.numerator.where, row);
  const isWhole = (row: Row): boolean =>
    form.denominator.where === null || view.truth(form.denominator.where, row) === true;
  const part = whole.rows.filter((row) => isPart(row) === true).length;
  const seen = view.rows(form.denominator.dataset, plan.dated);
  const outside = seen.filter((row) => isPart(row) === true && !isWhole(row)).length;
  const undecided = whole.rows.filter((row) => isPart(row) === null);
  return {
    value: whole.rows.length === 0 ? null : rational(part, whole.rows.length),
    isEmpty: whole.rows.length === 0,
    missing: [...new Set([...whole.undecided, ...undecided])],
    outside,
    detail: [],
  };
}

/** Count of the first per N of the second. */
function rate(form: Extract<MetricForm, { kind: "rate" }>, plan: MetricPlan, view: View): Measured {
  const [top, bottom] = [populate(form.numerator, plan, view), populate(form.denominator, plan, view)];
  const [a, b] = [top.rows.length, bottom.rows.length];
  const read = [form.numerator, form.denominator].flatMap(({ dataset }) => view.rows(dataset, plan.dated));
  return {
    value: b === 0 ? null : rational(BigInt(form.per) * BigInt(a), b),
    isEmpty: read.length === 0,
    missing: [...new Set([...top.undecided, ...bottom.undecided])],
    outside: 0,
    detail: [],
  };
}

/** One metric over another, in lowest terms; of two durations, time over time, whatever their units. */
function ratio(form: Extract<MetricForm, { kind: "ratio" }>, view: View): Measured {
  const [above, below] = [view.metric(form.numerator), view.metric(form.denominator)];
  const [top, bottom] = [measure(above, view), measure(below, view)];
  const [a, b] = [numberOf(top), numberOf(bottom)];
  const areDurations = above.unit.kind === "duration" && below.unit.kind === "duration";
  const unit = areDurations ? divide(microsIn(above), microsIn(below)) : rational(1);
  return {
    ...combined([top, bottom]),
    value: a === null || b === null || b.n === 0n ? null : reduced(times(divide(a, b), unit)),
  };
}

const microsIn = ({ unit }: MetricPlan): Rational =>
  rational(unit.kind === "duration" ? microsPer(unit.unit) : 1);

/** The mean of the values of the whole spans in the window that have one, in lowest terms. */
function meanOfPeriods(form: Extract<MetricForm, { kind: "period_mean" }>, view: View): Measured {
  const plan = view.metric(form.metric);
  const spans = view.spans(form).map((span) => ({ ...span, reading: view.reading }));
  const values = spans.flatMap((span) => numberOf(measure(plan, span)) ?? []);
  const sum = values.reduce(add, rational(0));
  // Over the whole window only rows are counted, which ties do not change.
  const whole = measure(plan, { ...view, refuse: () => {} });
  return {
    ...combined([whole]),
    value: values.length === 0 ? null : reduced(divide(sum, rational(values.length))),
  };
}

/** May a row stand in a share? Every row may but a case whose verdict is not known yet. */
export const isDecided = ({ facts }: Row): boolean => facts?.isDecided ?? true;

const numberOf = (measured: Measured | undefined): Rational | null =>
  measured !== undefined && measured.value !== null && typeof measured.value === "object"
    ? measured.value
    : null;

const combined = (parts: readonly (Measured | undefined)[]): Omit<Measured, "value"> => ({
  isEmpty: parts.every((part) => part?.isEmpty ?? true),
  missing: [...new Set(parts.flatMap((part) => part?.missing ?? []))],
  outside: 0,
  detail: [],
});

type OfField = Extract<MetricForm, { readonly field: string }>;

/** The forms that read one field: rows without a value are left out, and counted as missing. */
function ofField(form: OfField, plan: MetricPlan, view: View): Measured {
  const { rows, undecided } = populate(form.population, plan, view);
  // The time of a case that is not over is taken by sums only (§3.4.26).
  const isOver = (row: Row): boolean => form.kind === "sum" || !readsTime(plan) || !isOpen(row);
  const given = rows.filter((row) => cellOf(row, form.field) !== null && isOver(row));
  const values = given.map((row) => cellOf(row, form.field) as Value);
  const type = fieldType(view.dataset(form.population.dataset), form.field);
  const missing = [...undecided, ...rows.filter((row) => !given.includes(row))];
  const isEmpty =
    (form.kind === "distinct" ? view.rows(form.population.dataset, plan.dated) : rows).length === 0;
  return { isEmpty, missing, outside: 0, ...finish(form, plan, view, type, rows, given, values) };
}

function finish(
  form: OfField,
  plan: MetricPlan,
  view: View,
  type: FieldType,
  rows: readonly Row[],
  given: readonly Row[],
  values: readonly Value[],
): Pick<Measured, "value" | "detail"> {
  const numbers = values.filter((value) => typeof value === "object" && "n" in value);
  switch (form.kind) {
    case "distinct":
      return { value: rational(distinct(values).length), detail: [] };
    case "sum": {
      if (numbers.length === 0 && rows.length > 0) return { value: null, detail: [] };
      return { value: atScale(numbers.reduce(add, rational(0)), type), detail: [] };
    }
    case "average": {
      if (numbers.length === 0) return { value: null, detail: [] };
      const sum = atScale(numbers.reduce(add), type);
      return { value: { n: sum.n, d: sum.d * BigInt(numbers.length) }, detail: numbers };
    }
    case "median":
      return ranked(numbers, rational(1, 2), type);
    case "percentile":
      return ranked(numbers, fromText(form.percent), type);
    case "lowest":
      return ranked(numbers, rational(0), type);
    case "highest":
      return ranked(numbers, rational(1), type);
    case "net_score":
      return netScore(form, numbers);
    case "latest": {
      const [row] = newest(given, 1, plan.dated, { ...view, refuse: () => {} });
      if (row === undefined) return { value: null, detail: [] };
      const value = cellOf(row, form.field) as Value;
      const twins = given.filter(
        (one) => view.at(one, plan.dated) === view.at(row, plan.dated) && sameAge(one, row),
      );
      const differs = twins.some((one) => order(cellOf(one, form.field) as Value, value) !== 0);
      if (differs) view.refuse(twins, "the newest rows tie and have different values");
      return { value: single(value, type), detail: [] };
    }
  }
}

/** A value of the data as a metric's value. */
function single(value: Value, type: FieldType): Rational | string | boolean {
  if (typeof value !== "object") return value;
  return "n" in value ? atScale(value, type) : String("day" in value ? value.day : value.instant);
}

/** Nearest rank: the smallest value with at least that share of the values at or below it. */
function ranked(
  values: readonly Rational[],
  part: Rational,
  type: FieldType,
): Pick<Measured, "value" | "detail"> {
  const sorted = [...values].sort(compare);
  const rank = Math.max(Number(ceiling(times(part, rational(sorted.length)))), 1);
  const value = sorted[rank - 1];
  return { value: value === undefined ? null : atScale(value, type), detail: sorted };
}

/** 100 × (promoters − detractors) / answers. */
function netScore(
  form: Extract<MetricForm, { kind: "net_score" }>,
  answers: readonly Rational[],
): Pick<Measured, "value" | "detail"> {
  const within = ([from, to]: readonly [Ratio, Ratio]): number =>
    answers.filter((answer) => compare(answer, fromText(from)) >= 0 && compare(answer, fromText(to)) <= 0)
      .length;
  const [promoters, detractors] = [within(form.promoters), within(form.detractors)];
  return {
    value: answers.length === 0 ? null : rational(100 * (promoters - detractors), answers.length),
    detail: [promoters, detractors, answers.length].map((number) => rational(number)),
  };
}

export const fromText = (ratio: Ratio): Rational =>
  rational(BigInt(ratio.numerator), BigInt(ratio.denominator));

const fieldType = (dataset: DatasetPlan, name: string): FieldType =>
  dataset.fields.find((field) => field.name === name)?.type ?? { kind: "text" };
