/**
 * Facts: the exact value of a metric in a cell, from the states of its units (SPEC §3.5, §4.2.1).
 *
 * Counts are given unreduced. A sum keeps the declared scale of its field; where none is declared (plain numbers,
 * durations) it takes the coarsest scale that holds it exactly, so that whole answers read as whole numbers. Only
 * `ratio of` and means of periods are brought to lowest terms.
 */
import type { MetricPlan, MetricUnit } from "../bundle/metric-plan.ts";
import type { FieldType } from "../bundle/table-plan.ts";
import { addExact, type Exact, exact, fromText, gcd, lowestTerms } from "../exact/ratio.ts";
import { microsPer, scaleOf } from "./scale.ts";
import type { UnitState } from "./unit-spec.ts";

/** A measured value: exact, or for `latest` of names and texts the value itself. */
export type FactValue = Exact | string | boolean;

/** What a metric's value is made of: its units' states, other metrics, or the values of periods. */
export interface MetricParts {
  readonly states: readonly UnitState[];
  /** Type of the field that is measured. */
  readonly type: FieldType | null;
  /** Values of the metrics that a ratio divides, or of the periods in the window that a mean runs over. */
  readonly operands: (cell: number) => readonly (FactValue | null)[];
  /** Units of the metrics that a ratio divides. */
  readonly operandUnits: readonly MetricUnit[];
  readonly textOf: (value: number) => string;
}

/** The metric's value in a cell; null where there is none. */
export function factAt(metric: MetricPlan, parts: MetricParts, cell: number): FactValue | null {
  const [state, other] = parts.states;
  switch (metric.form.kind) {
    case "ratio":
      return quotient(parts.operands(cell), parts.operandUnits);
    case "period_mean":
      return mean(parts.operands(cell));
    case "rate": {
      const per = BigInt(metric.form.per) * BigInt(state?.rows.get(cell) ?? 0);
      return overCount(per, other?.rows.get(cell) ?? 0);
    }
    default:
      return state === undefined ? null : simpleFact(metric, state, parts, cell);
  }
}

function simpleFact(
  metric: MetricPlan,
  state: UnitState,
  parts: MetricParts,
  cell: number,
): FactValue | null {
  const { form } = metric;
  const rows = state.rows.get(cell);
  switch (form.kind) {
    case "share":
      return overCount(BigInt(state.share.numerator.get(cell)), rows);
    case "count":
      return exact(BigInt(rows), 1n);
    case "distinct":
      return exact(BigInt(state.distinct.finish(cell)), 1n);
    case "sum":
      if (rows > 0 && state.sum.count.get(cell) === 0) return null;
      return scaled(state.sum.sum(cell), parts.type, 1n);
    case "average": {
      const count = state.sum.count.get(cell);
      return count === 0 ? null : scaled(state.sum.sum(cell), parts.type, BigInt(count));
    }
    case "median":
      return ranked(state, parts.type, cell, exact(1n, 2n));
    case "percentile":
      return ranked(state, parts.type, cell, fromText(form.percent));
    case "lowest":
      return ranked(state, parts.type, cell, exact(0n, 1n));
    case "highest":
      return ranked(state, parts.type, cell, exact(1n, 1n));
    case "latest":
      return latestValue(state, parts, cell);
    case "net_score": {
      const net = state.netScore.promoters.get(cell) - state.netScore.detractors.get(cell);
      return overCount(100n * BigInt(net), state.netScore.answers.get(cell));
    }
    default:
      return null;
  }
}

function overCount(numerator: bigint, count: number): Exact | null {
  return count === 0 ? null : exact(numerator, BigInt(count));
}

function ranked(state: UnitState, type: FieldType | null, cell: number, share: Exact): Exact | null {
  const value = state.rank.at(cell, share);
  return value === null ? null : scaled(value, type, 1n);
}

function latestValue(state: UnitState, parts: MetricParts, cell: number): FactValue | null {
  const row = state.latest?.finish(cell) ?? null;
  if (row === null) return null;
  if (parts.type?.kind === "yes_no") return row.value === 1;
  if (parts.type?.kind === "text" || parts.type?.kind === "one_of") return parts.textOf(row.value);
  return scaled(row.big ?? BigInt(row.value), parts.type, 1n);
}

/** A column's whole number as a value in the field's unit, over a count. */
export function scaled(sum: bigint, type: FieldType | null, count: bigint): Exact {
  if (type === null) return exact(sum, count);
  if (type.kind === "duration") return coarsest(sum, BigInt(microsPer(type.unit)), count);
  const hasDeclaredScale =
    type.kind === "money" || ((type.kind === "number" || type.kind === "total") && type.decimals !== null);
  if (hasDeclaredScale) return exact(sum, count * BigInt(scaleOf(type)));
  return decimalScale(sum, BigInt(scaleOf(type)), count);
}

/** Drops the zeros that a sum does not need: the scale stays a power of ten. */
function decimalScale(sum: bigint, scale: bigint, count: bigint): Exact {
  let [value, power] = [sum, scale];
  while (power > 1n && value % 10n === 0n) [value, power] = [value / 10n, power / 10n];
  return exact(value, count * power);
}

/** Whole units where they hold the sum, otherwise the fewest parts of a unit that do. */
function coarsest(sum: bigint, unit: bigint, count: bigint): Exact {
  const divisor = sum === 0n ? unit : gcd(sum, unit);
  return exact(sum / divisor, count * (unit / divisor));
}

/** Two durations may be counted in two units: what is divided is the time that they are (SPEC §3.5.15). */
function quotient(
  [above, below]: readonly (FactValue | null)[],
  [unitAbove, unitBelow]: readonly MetricUnit[],
): Exact | null {
  if (!isExact(above) || !isExact(below) || below.numerator === 0n) return null;
  const areDurations = unitAbove?.kind === "duration" && unitBelow?.kind === "duration";
  const times = areDurations ? BigInt(microsPer(unitAbove.unit)) : 1n;
  const over = areDurations ? BigInt(microsPer(unitBelow.unit)) : 1n;
  return lowestTerms(above.numerator * below.denominator * times, above.denominator * below.numerator * over);
}

function mean(values: readonly (FactValue | null)[]): Exact | null {
  const given = values.filter(isExact);
  if (given.length === 0) return null;
  const sum = given.reduce(addExact, exact(0n, 1n));
  return lowestTerms(sum.numerator, sum.denominator * BigInt(given.length));
}

/** Is this a number? */
export function isExact(value: FactValue | null | undefined): value is Exact {
  return typeof value === "object" && value !== null;
}
