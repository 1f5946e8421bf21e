/**
 * Limits, for the reference: which one is in force, whether a value meets it, and what tolerance turns (§3.6, §4.1).
 */

import type { LimitComparison, MetricPlan, PlainComparison, RelativeComparison } from "@tenet-lang/evaluator";
import type { LimitModel, LimitRowModel, StandardModel } from "../../packages/language/src/check/model.ts";
import type { Value } from "./cells.ts";
import { compareTo, constantOf, counts, order, type Sight, textOrder } from "./conditions.ts";
import { isWrongSide } from "./confidence.ts";
import { type Distance, distance, type Yardstick } from "./distance.ts";
import { type Measured, measure } from "./metrics.ts";
import { cellOf } from "./parse.ts";
import { type Relative, relativeTo } from "./peers.ts";
import type { View } from "./populations.ts";
import { compare, type Rational, rational, roundHalfUp } from "./rational.ts";
import { populationsOf, withParts } from "./reads.ts";
import type { Row } from "./row.ts";

import { dayFrom, showDay, showInstant } from "./time.ts";
import { type Group, groupsAmong, metricOf, type Side, type World } from "./views.ts";
import type { Occasion } from "./windows.ts";
import { textOf } from "./words.ts";

export interface LimitVerdict {
  readonly metric: string;
  readonly group: string | null;
  readonly met: boolean | null;
  readonly value: Rational | string | boolean | null;
  readonly rounded: Rational | null;
  /** Both as people read them (§4.2.9). */
  readonly text: string | null;
  readonly roundedText: string | null;
  readonly toleratedBy: string | null;
  readonly amendment: string | null;
  readonly comparison: LimitComparison | null;
  /** Of a relative limit, what its peers say; null of others. */
  readonly relative: Relative | null;
  /** With confidence: does the whole interval lie on the wrong side? Null without confidence or interval. */
  readonly wrongSide: boolean | null;
  /** Place of the row in force among the limit's rows; -1 for an amendment or none. */
  readonly row: number;
  readonly requirement: number;
  readonly alternative: number;
  readonly distance: Distance | null;
}

/** The limit in force: an amendment's, or the first row that applies with the newest of its dates. */
export function limitInForce(
  limit: LimitModel,
  standard: StandardModel,
  side: Side,
  day: number,
): { readonly comparison: LimitComparison; readonly amendment: string | null; readonly row: number } | null {
  const amendment = side.world.model.amendments.find(
    (one) =>
      one.standard === standard.name &&
      one.metric === limit.metric &&
      one.partner === side.partner &&
      dayFrom(one.from) <= day &&
      day <= dayFrom(one.until),
  );
  if (amendment !== undefined)
    return { comparison: amendment.comparison, amendment: amendment.name, row: -1 };
  const isOpen = (row: LimitRowModel): boolean => row.from === null || dayFrom(row.from) <= day;
  const open = limit.rows.filter((row) => isOpen(row) && counts(row.where, partnerSight(side)));
  const first = open[0];
  if (first === undefined) return null;
  const alike = open.filter((row) => JSON.stringify(row.where) === JSON.stringify(first.where));
  const row = alike.reduce((best, one) => ((one.from ?? "") > (best.from ?? "") ? one : best), first);
  return { comparison: row.comparison, amendment: null, row: limit.rows.indexOf(row) };
}

/** Is a value on the right side of a limit? Null where there is no value. */
export function meets(
  value: Measured["value"],
  comparison: PlainComparison,
  plan: MetricPlan,
  world: World,
): boolean | null {
  return compareTo(rounded(value, plan, world), comparison.operator, comparison.values.map(constantOf));
}

const isNumber = (value: Value | null): value is Rational =>
  value !== null && typeof value === "object" && "n" in value;

/** One limit on one value: met, missed or undecided, and how far away. */
export function judgeLimit(
  limit: LimitModel,
  standard: StandardModel,
  side: Side,
  occasion: Occasion,
  view: View,
): Omit<LimitVerdict, "group" | "requirement" | "alternative"> {
  const { world } = side;
  const plan = metricOf(world, limit.metric);
  const measured = measure(plan, view);
  const { value } = measured;
  const roundedValue = rounded(value, plan, world);
  const asRounded = model(world).rounding === null || typeof roundedValue !== "object" ? null : roundedValue;
  const shown = {
    metric: limit.metric,
    value,
    rounded: asRounded,
    text: textOf(value, plan.unit),
    roundedText: textOf(asRounded, plan.unit),
  };
  const force = limitInForce(limit, standard, side, occasion.governs);
  if (force === null) {
    return {
      ...shown,
      met: null,
      toleratedBy: null,
      amendment: null,
      comparison: null,
      row: -1,
      distance: null,
      relative: null,
      wrongSide: null,
    };
  }
  const isTolerable = limit.tolerates !== null && tolerated(limit.tolerates, view);
  const answer = answerTo(force.comparison, plan, measured, side, occasion);
  const { relative, wrongSide } = answer;
  const yardstick: Yardstick = {
    round: (one) => rounded(one, plan, world) as Rational,
    meets: (one, by) => meets(one, by, plan, world) === true,
    bounds: (by) => by.values.map(constantOf).filter((bound) => isNumber(bound)),
  };
  const away =
    "values" in force.comparison
      ? distance(plan, measured, force.comparison, yardstick)
      : (relative?.distance ?? null);
  return {
    ...shown,
    ...force,
    ...tolerable(answer.met, isTolerable, limit),
    distance: away,
    relative,
    wrongSide,
  };
}

/** What a limit says of a value, before any tolerance. */
export interface Answer {
  readonly met: boolean | null;
  readonly relative: Relative | null;
  readonly wrongSide: boolean | null;
}

export function answerTo(
  comparison: LimitComparison,
  plan: MetricPlan,
  measured: Measured,
  side: Side,
  occasion: Occasion,
): Answer {
  const { confidence } = side.standard;
  if (!("values" in comparison)) {
    const relative = judgeRelative(comparison, plan, numberOf(measured.value), side, occasion);
    return { met: relative.met, relative, wrongSide: null };
  }
  const exact = meets(measured.value, comparison, plan, side.world);
  const wrongSide = confidence === null ? null : isWrongSide(plan, measured, comparison, confidence.percent);
  // What is not met is missed only if the whole interval says so (§4.2.10).
  const met = exact === false && confidence !== null && wrongSide !== true ? null : exact;
  return { met, relative: null, wrongSide };
}

/** A tolerance turns only a missed limit (§3.6.15). */
function tolerable(
  met: boolean | null,
  isTolerable: boolean,
  { tolerates }: LimitModel,
): Pick<LimitVerdict, "met" | "toleratedBy"> {
  const isTolerated = met === false && isTolerable;
  return { met: isTolerated ? true : met, toleratedBy: isTolerated ? (tolerates?.metric ?? null) : null };
}

const numberOf = (value: Measured["value"]): Rational | null =>
  value !== null && typeof value === "object" ? value : null;

/** A limit against peers; without the partner's own value of `by` it says nothing (§4.5.5). */
function judgeRelative(
  comparison: RelativeComparison,
  plan: MetricPlan,
  value: Rational | null,
  side: Side,
  occasion: Occasion,
): Relative {
  const { values } = side.peers?.(plan.name, comparison.by, occasion) ?? { values: null };
  return relativeTo(comparison, plan, value, values, (one) => rounded(one, plan, side.world) as Rational);
}

const model = ({ model: { agreement } }: World) => agreement;

/** `tolerates fewer than N METRIC`: turns only a missed limit (§3.6). */
export function tolerated(tolerates: NonNullable<LimitModel["tolerates"]>, view: View): boolean {
  const { value } = measure(view.metric(tolerates.metric), view);
  return value !== null && typeof value === "object" && compare(value, rational(tolerates.fewerThan)) < 0;
}

/** §3.6.8: the groups are the values found in the rows of the metric's datasets; null stands for the whole. */
export function groupsOf(limit: LimitModel, side: Side, view: View): readonly (Group | null)[] {
  if (limit.group === null) return [null];
  const groups = groupsAmong(rowsOfMetric(limit.metric, side, view), limit.group);
  return [...groups].sort((a, b) => textOrder(groupText(a) ?? "", groupText(b) ?? ""));
}

/**
 * Of a limit for each group, rows in which something is missing: the field itself, or what a metric that is measured
 * by group leaves out there.
 */
export function missingByGroup(limit: LimitModel, side: Side, view: View): readonly Row[] {
  const { group, metric, tolerates } = limit;
  if (group === null) return [];
  const { needs } = side.standard;
  const counted = needs?.counts.kind === "metric" ? [needs.counts.name] : [];
  return [metric, ...(tolerates === null ? [] : [tolerates.metric]), ...counted].flatMap((name) => {
    const rows = rowsOfMetric(name, side, view);
    const groups = groupsAmong(rows, group).map((one) => ({ ...narrowed(view, one), refuse: () => {} }));
    const leftOut = groups.flatMap((seen) => measure(metricOf(side.world, name), seen).missing);
    return [...rows.filter((row) => cellOf(row, group) === null), ...leftOut];
  });
}

const rowsOfMetric = (metric: string, side: Side, view: View): readonly Row[] =>
  withParts(side.world.model, metric).flatMap((plan) =>
    populationsOf(plan).flatMap(({ dataset }) => view.rows(dataset, plan.dated)),
  );

/** The same window with the rows of one group only. */
export function narrowed(view: View, { field, value }: Group): View {
  const inGroup = (row: Row): boolean => {
    const own = row.values.get(field) ?? null;
    return own !== null && order(own, value) === 0;
  };
  return {
    ...view,
    rows: (dataset, dated) => view.rows(dataset, dated).filter(inGroup),
    spans: (form) => view.spans(form).map((span) => narrowed(span, { field, value })),
  };
}

/** A group's name for people. */
export function groupText(group: Group | null): string | null {
  if (group === null) return null;
  const { value } = group;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if ("day" in value) return showDay(value.day);
  if ("instant" in value) return showInstant(value.instant);
  return value.d === 1n ? String(value.n) : String(Number(value.n) / Number(value.d));
}

/** How conditions over partner attributes see the party. */
export function partnerSight({ world, partner }: Side): Sight {
  const attributes = partner === null ? undefined : world.tables.partners.get(partner);
  return {
    zone: world.frame.zone,
    field: () => null,
    partner: (name) => attributes?.get(name) ?? null,
    metric: () => null,
    has: () => false,
  };
}

/** How gates, warnings and adaptive windows see metrics: rounded, as every comparison does (§4.2.2). */
export function metricSight(side: Side, view: View): Sight {
  return {
    ...partnerSight(side),
    metric: (name) => {
      const plan = metricOf(side.world, name);
      return rounded(measure(plan, view).value, plan, side.world);
    },
  };
}

/** §4.2.2: percentages are rounded in percentage points, all else in the metric's unit. */
export function rounded<T extends Measured["value"]>(
  value: T,
  plan: MetricPlan,
  { model }: World,
): T | Rational {
  const decimals = model.agreement.rounding;
  if (decimals === null || value === null || typeof value !== "object") return value;
  return roundHalfUp(value as Rational, plan.unit.kind === "percent" ? decimals + 2 : decimals);
}
