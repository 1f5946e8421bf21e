/**
 * Computed fields: `total of` number fields and whole `days from … to …`.
 *
 * They are worked out column by column once the cells of a batch are read, and are missing where one of their parts
 * is. A total is exact: doubles as long as every step stays below 2^53, whole numbers without limit beyond.
 */
import type { FieldPlan } from "../bundle/table-plan.ts";
import { type BusinessCalendar, businessDaysBetween, momentOf } from "../time/business.ts";
import type { ZoneClock } from "../time/zone.ts";
import { fitted, isRefusal, MOST_DIGITS, type Reading, refuse } from "./cell.ts";
import { decimalsOf } from "./number-cell.ts";

/** Whole numbers beyond 2^53 of a batch: field → row → value. */
export type BigCells = Map<number, Map<number, bigint>>;

/** The columns of the batch in hand: one per field that is read or computed. */
export interface BatchColumns {
  readonly values: readonly (Float64Array | null)[];
  readonly big: BigCells;
}

/** Finds the calendar in which business days are counted; null where it depends on the row's partner. */
export type CalendarFinder = (name: string) => BusinessCalendar | null;

/** May the value of a computed field be one that its type does not hold? */
export function mayBeRefused(field: FieldPlan | undefined): boolean {
  return field?.type.kind === "total" || (field?.type.kind === "days" && field.type.calendar !== null);
}

/** A computed field: what it is made of, and how. */
export interface Computation {
  readonly field: number;
  /** Fields whose columns it reads. */
  readonly parts: readonly number[];
  /** Reads one row; the parts' columns are filled. */
  read(columns: BatchColumns, row: number): Reading;
}

/** The computed fields of a table, each after the ones it is made of. */
export function computations(
  fields: readonly FieldPlan[],
  zone: ZoneClock,
  calendars: CalendarFinder = () => null,
): readonly Computation[] {
  const found: Computation[] = [];
  const seen = new Set<number>();
  const place = new Map(fields.map((field, index) => [field.name, index]));
  function visit(index: number): void {
    if (seen.has(index)) return;
    seen.add(index);
    const computation = computationOf(fields, index, place, zone, calendars);
    if (computation === null) return;
    for (const part of computation.parts) visit(part);
    found.push(computation);
  }
  for (const index of fields.keys()) visit(index);
  return found;
}

function computationOf(
  fields: readonly FieldPlan[],
  index: number,
  place: ReadonlyMap<string, number>,
  zone: ZoneClock,
  calendars: CalendarFinder,
): Computation | null {
  const type = fields[index]?.type;
  if (type?.kind === "days") {
    const parts = [place.get(type.from) ?? -1, place.get(type.to) ?? -1] as const;
    if (type.calendar !== null) {
      return { field: index, parts, read: businessDaysReader(fields, parts, calendars(type.calendar)) };
    }
    const [from, to] = parts.map((part) => dayReader(fields[part], part, zone));
    const read = (columns: BatchColumns, row: number): number =>
      (to?.(columns, row) ?? Number.NaN) - (from?.(columns, row) ?? Number.NaN);
    return { field: index, parts, read };
  }
  if (type?.kind !== "total") return null;
  const parts = type.of.map((name) => place.get(name) ?? -1);
  const scales = parts.map((part) => decimalsOf(fields[part]?.type ?? type));
  return { field: index, parts, read: totalReader(parts, scales, decimalsOf(type)) };
}

/** Counts business days; without a calendar they are missing, and may be filled in once the partner is known. */
function businessDaysReader(
  fields: readonly FieldPlan[],
  [from, to]: readonly [number, number],
  calendar: BusinessCalendar | null,
): Computation["read"] {
  if (calendar === null) return () => Number.NaN;
  const [isFromInstant, isToInstant] = [from, to].map((part) => fields[part]?.type.kind === "timestamp");
  return ({ values }, row) => {
    const [first, last] = [values[from]?.[row] ?? Number.NaN, values[to]?.[row] ?? Number.NaN];
    if (Number.isNaN(first) || Number.isNaN(last)) return Number.NaN;
    const begin = momentOf(calendar, first, isFromInstant === true);
    const days = businessDaysBetween(calendar, begin, isToInstant === true ? calendar.dayOf(last) : last);
    return Number.isNaN(days)
      ? refuse("TEN4115", `of these days asks for a day outside of those that \`${calendar.name}\` knows`)
      : days;
  };
}

/** Reads the civil date of a date or timestamp column. */
function dayReader(field: FieldPlan | undefined, index: number, zone: ZoneClock) {
  const isInstant = field?.type.kind === "timestamp";
  return ({ values }: BatchColumns, row: number): number => {
    const value = values[index]?.[row] ?? Number.NaN;
    return isInstant && !Number.isNaN(value) ? zone.dayOf(value) : value;
  };
}

/** Adds columns that may be held at different scales. */
function totalReader(
  parts: readonly number[],
  scales: readonly number[],
  scale: number,
): Computation["read"] {
  const factors = scales.map((own) => 10 ** (scale - own));
  const isWhole = scales.every((own) => own <= scale);
  return (columns, row) => {
    let sum = 0;
    for (let at = 0; at < parts.length; at += 1) {
      sum += (columns.values[parts[at] as number]?.[row] ?? Number.NaN) * (factors[at] as number);
      // Also leaves for a missing part (NaN) and for one that stands beside its column (Infinity).
      if (!isWhole || !(Math.abs(sum) <= Number.MAX_SAFE_INTEGER))
        return exactTotal(columns, row, parts, scales, scale);
    }
    return sum;
  };
}

const LIMIT = 10n ** BigInt(MOST_DIGITS);

function exactTotal(
  columns: BatchColumns,
  row: number,
  parts: readonly number[],
  scales: readonly number[],
  scale: number,
): Reading {
  const finest = Math.max(scale, ...scales);
  let sum = 0n;
  for (const [at, part] of parts.entries()) {
    const value = columns.values[part]?.[row] ?? Number.NaN;
    if (Number.isNaN(value)) return Number.NaN;
    const whole = Number.isFinite(value) ? BigInt(value) : (columns.big.get(part)?.get(row) ?? 0n);
    sum += whole * 10n ** BigInt(finest - (scales[at] ?? 0));
  }
  const excess = 10n ** BigInt(finest - scale);
  if (sum % excess !== 0n) return refuse("TEN4103", `of this total has more than ${scale} decimals`);
  const total = sum / excess;
  return total >= LIMIT || total <= -LIMIT
    ? refuse("TEN4105", `of this total has more than ${MOST_DIGITS} digits`)
    : fitted(total);
}

/** Puts a reading in its column; false where it is a refusal. */
export function put(
  reading: Reading,
  field: number,
  row: number,
  column: Float64Array,
  big: BigCells,
): boolean {
  if (typeof reading === "number") {
    column[row] = reading;
  } else if (typeof reading === "bigint") {
    column[row] = reading < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const cells = big.get(field) ?? new Map<number, bigint>();
    big.set(field, cells.set(row, reading));
  } else {
    column[row] = isRefusal(reading) ? Number.NaN : reading.instant;
    return !isRefusal(reading);
  }
  return true;
}
