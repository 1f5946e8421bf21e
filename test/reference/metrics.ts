/**
 * The forms of a metric, for the reference (§3.5): rows in, one exact value out.
 *
 * A metric reads the rows of one party in one window through a `View`; groups and shorter spans are narrower views.
 * Every form is a filter, a sort or a sum over an array.
 */
import type {
  Condition,
  DatasetPlan,
  FieldType,
  MetricForm,
  MetricPlan,
  Population,
  Ratio,
} from "@tenet-lang/evaluator";
import { microsPer, type Value } from "./cells.ts";
import { order } from "./conditions.ts";
import { memory } from "./memo.ts";
import {
  abs,
  add,
  ceiling,
  compare,
  divide,
  gcd,
  type Rational,
  rational,
  reduced,
  times,
} from "./rational.ts";
import { age, cellOf, type Row } from "./rows.ts";

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
  /** Fields of a dataset that the standard reads. */
  fieldsRead(dataset: string): readonly string[];
  /** Reports a data error that only this window shows. */
  refuse(rows: readonly Row[], reason: string): void;
}

export interface Measured {
  /** A ratio, or text or yes/no for `latest` of such a field; null where there is no value. */
  readonly value: Rational | string | boolean | null;
  /** Are all of its populations empty (§4.1)? */
  readonly isEmpty: boolean;
  /** Rows with an undecided condition or a missing value. */
  readonly missing: readonly Row[];
  /** Of a share: rows of the numerator that are not in the denominator. */
  readonly outside: number;
  /** Of a rank: all values, in order. Of a net score: promoters, detractors and answers. Else none. */
  readonly detail: readonly Rational[];
}

const measured = memory<Measured>();

/** The value of a metric in a view; one of more than 38 digits is a data error (§4.2.3). */
export function measure(plan: MetricPlan, view: View): Measured {
  return measured.of(plan, view, "", () => {
    const found = formValue(plan, view);
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
    case "count": {
      const { rows, undecided } = populate(form.population, plan, view);
      const isEmpty = view.rows(form.population.dataset, plan.dated).length === 0;
      return { value: rational(rows.length), isEmpty, missing: undecided, outside: 0, detail: [] };
    }
    default:
      return ofField(form, plan, view);
  }
}

interface Populated {
  readonly rows: readonly Row[];
  readonly undecided: readonly Row[];
}

/**
 * Rows for which the condition is true. With `counts at most N rows per FIELD`, the newest N of each value, and all
 * that have none (§3.5.19).
 */
function populate({ dataset, where }: Population, plan: MetricPlan, view: View): Populated {
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
  view: Pick<View, "at" | "refuse" | "fieldsRead">,
): readonly Row[] {
  const sorted = [...rows].sort((a, b) => view.at(b, dated) - view.at(a, dated) || age(b.second, a.second));
  const [kept, dropped] = [sorted.slice(0, count), sorted.slice(count)];
  const ties = (a: Row, b: Row): boolean => view.at(a, dated) === view.at(b, dated) && sameAge(a, b);
  const unclear = dropped.filter((row) =>
    kept.some((one) => ties(one, row) && !alike(one, row, view.fieldsRead(row.dataset))),
  );
  if (unclear.length > 0) view.refuse(unclear, "rows of one instant stand on both sides of the cut");
  return kept;
}

const sameAge = (a: Row, b: Row): boolean =>
  a.second === null || b.second === null || order(a.second, b.second) === 0;

const alike = (a: Row, b: Row, fields: readonly string[]): boolean =>
  fields.every((field) => sameOrMissing(cellOf(a, field), cellOf(b, field)));

const sameOrMissing = (a: Value | null, b: Value | null): boolean =>
  a === null || b === null ? a === b : order(a, b) === 0;

/** Values without repetition; missing ones left out. */
export function distinct(values: readonly (Value | null)[]): readonly Value[] {
  const given = values.filter((value) => value !== null);
  return given.filter((value, at) => given.findIndex((other) => order(other, value) === 0) === at);
}

/** Rows of the first population *among* the rows of the second; the others are counted as outside. */
function share(form: Extract<MetricForm, { kind: "share" }>, plan: MetricPlan, view: View): Measured {
  const whole = populate(form.denominator, plan, view);
  const isPart = (row: Row): boolean | null =>
    form.numerator.where === null ? true : view.truth(form.numerator.where, row);
  const isWhole = (row: Row): boolean =>
    form.denominator.where === null || view.truth(form.denominator.where, row) === true;
  const part = whole.rows.filter((row) => isPart(row) === true).length;
  const all = view.rows(form.denominator.dataset, plan.dated);
  const outside = all.filter((row) => isPart(row) === true && !isWhole(row)).length;
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

/** One metric over another, in lowest terms. */
function ratio(form: Extract<MetricForm, { kind: "ratio" }>, view: View): Measured {
  const [top, bottom] = [form.numerator, form.denominator].map((name) => measure(view.metric(name), view));
  const [a, b] = [numberOf(top), numberOf(bottom)];
  return {
    ...combined([top, bottom]),
    value: a === null || b === null || b.n === 0n ? null : reduced(divide(a, b)),
  };
}

/** The mean of the values of the whole spans in the window that have one, in lowest terms. */
function meanOfPeriods(form: Extract<MetricForm, { kind: "period_mean" }>, view: View): Measured {
  const plan = view.metric(form.metric);
  const values = view.spans(form).flatMap((span) => numberOf(measure(plan, span)) ?? []);
  const sum = values.reduce(add, rational(0));
  return {
    ...combined([measure(plan, view)]),
    value: values.length === 0 ? null : reduced(divide(sum, rational(values.length))),
  };
}

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
  const given = rows.filter((row) => cellOf(row, form.field) !== null);
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
      return { value: { n: sum.n, d: sum.d * BigInt(numbers.length) }, detail: [] };
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

/**
 * A sum or a value over its scale (§4.2.1): declared decimals or minor units; without a declaration the fewest
 * decimals that hold it; a duration over the fewest parts of its unit that do.
 */
function atScale(value: Rational, type: FieldType): Rational {
  switch (type.kind) {
    case "money":
      return overScale(value, type.decimals);
    case "number":
    case "total":
      return overScale(value, type.decimals ?? fewestDecimals(value));
    case "duration": {
      const perUnit = BigInt(microsPer(type.unit));
      const micros = (value.n * perUnit) / value.d;
      const common = gcd(abs(micros), perUnit);
      return { n: micros / common, d: perUnit / common };
    }
    default:
      return reduced(value);
  }
}

function overScale(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  return { n: (value.n * scale) / value.d, d: scale };
}

function fewestDecimals(value: Rational): number {
  return [0, 1, 2, 3, 4, 5].find((decimals) => (value.n * 10n ** BigInt(decimals)) % value.d === 0n) ?? 6;
}
