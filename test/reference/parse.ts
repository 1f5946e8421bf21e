/**
 * Rows of text to rows of values, for the reference (§3.2.25 to §3.2.31), and what is asked of such a row.
 */

import type { DatasetPlan, FieldPlan, ZoneTable } from "@tenet-lang/evaluator";
import { businessDays, type Calendar } from "./calendars.ts";
import { BadCell, readCells, type Value } from "./cells.ts";
import { order } from "./conditions.ts";
import { memory } from "./memo.ts";
import { add, rational } from "./rational.ts";
import type { Row } from "./row.ts";
import { civilDayAt, startOfDay } from "./time.ts";

/** A row as a file gives it: text by column name; null or an absent column is an empty cell. */
export type RawRow = Readonly<Record<string, string | null>>;
export type RawData = Readonly<Record<string, readonly RawRow[]>>;

/** The calendar of a field `days … in CALENDAR`, as it is for the partner of a row; null where that is not known. */
export type CalendarOf = (name: string, values: ReadonlyMap<string, Value | null>) => Calendar | null;

/** Rows whose cells are all as declared; the first bad cell of another is reported. */
export function parse(
  fields: readonly FieldPlan[],
  missing: readonly string[],
  dataset: string,
  raw: readonly RawRow[],
  zone: ZoneTable,
  report: (line: number, column: string, reason: string) => void,
  calendarOf: CalendarOf,
): readonly Row[] {
  const read = fields
    .filter((field) => field.columns.length > 0)
    .map((field) => ({ ...field, reader: valueReader(field.type, zone) }));
  const computed = fields.filter((field) => field.columns.length === 0);
  return raw.flatMap((cells, index): Row[] => {
    const values = new Map<string, Value | null>();
    const steps = [
      ...read.map((field) => ({
        field,
        take: () => values.set(field.name, cellValue(field, cells, missing)),
      })),
      ...computed.map((field) => ({ field, take: () => compute(field, values, zone, calendarOf) })),
    ];
    const isRead = steps.every(({ field, take }) => {
      try {
        take();
        return true;
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        report(index + 1, field.columns[0] ?? field.name, error.message);
        return false;
      }
    });
    const row: Row = { dataset, line: index + 1, values, at: null, second: null, partners: [], facts: null };
    return isRead ? [row] : [];
  });
}

type ReadField = FieldPlan & { readonly reader: (texts: readonly string[]) => Value };

/** The value of a field's cells; null where they are missing and may be. */
function cellValue(
  { columns, optional, reader }: ReadField,
  cells: RawRow,
  missing: readonly string[],
): Value | null {
  const texts = columns.map((column) => cells[column] ?? "");
  const gaps = texts.filter((text) => text === "" || missing.includes(text)).length;
  const isMissing = gaps === texts.length;
  if (gaps > 0 && !isMissing) throw new BadCell("a part of the date is missing");
  if (isMissing && !optional) throw new BadCell("a required value is missing");
  return isMissing ? null : reader(texts);
}

/** What the field of `partner FIELD` holds; nothing where it is missing. */
export function ownKeys(cells: RawRow, { partner, fields, missing }: DatasetPlan): readonly string[] {
  const field = fields.find(({ name }) => partner?.kind === "field" && name === partner.field);
  const key = cells[field?.columns[0] ?? ""] ?? "";
  return key === "" || missing.includes(key) ? [] : [key];
}

const readings = memory<Map<string, Value>>();

/** Reads the texts of a field; what it has read before, it remembers. */
function valueReader(type: FieldPlan["type"], zone: ZoneTable): (texts: readonly string[]) => Value {
  const known = readings.of(type, zone, "", () => new Map());
  return (texts) => {
    const key = texts.join("\n");
    const value = known.get(key) ?? readCells(texts, type, zone);
    known.set(key, value);
    return value;
  };
}

/** §3.2 `total of`, `days from … to …`: missing where a part is. */
function compute(
  { name, type }: FieldPlan,
  values: Map<string, Value | null>,
  zone: ZoneTable,
  calendarOf: CalendarOf,
): void {
  const partOf = (field: string): Value | null => values.get(field) ?? null;
  if (type.kind === "total") values.set(name, totalOf(type.of.map(partOf)));
  if (type.kind === "days") {
    const calendar = type.calendar === null ? null : calendarOf(type.calendar, values);
    const isUnknown = type.calendar !== null && calendar === null;
    const days = isUnknown
      ? null
      : calendar === null
        ? civilDays(partOf(type.from), partOf(type.to), zone)
        : businessDays(calendar, partOf(type.from), partOf(type.to));
    values.set(name, days === null ? null : rational(days));
  }
}

function totalOf(parts: readonly (Value | null)[]): Value | null {
  const numbers = parts.filter((part) => part !== null && typeof part === "object" && "n" in part);
  return numbers.length < parts.length ? null : numbers.reduce(add, rational(0));
}

function civilDays(from: Value | null, to: Value | null, zone: ZoneTable): number | null {
  const [first, last] = [civilDay(from, zone), civilDay(to, zone)];
  return first === null || last === null ? null : last - first;
}

function civilDay(value: Value | null | undefined, zone: ZoneTable): number | null {
  if (value === null || value === undefined || typeof value !== "object") return null;
  return "day" in value ? value.day : "instant" in value ? civilDayAt(zone, value.instant) : null;
}

export const cellOf = (row: Row, field: string): Value | null => row.values.get(field) ?? null;

/** The first instant of a date, or the timestamp itself. */
export function instantIn(row: Row, field: string, zone: ZoneTable): number | null {
  const value = cellOf(row, field);
  if (value === null || typeof value !== "object") return null;
  return "day" in value ? startOfDay(zone, value.day) : "instant" in value ? value.instant : null;
}

/** Are both given, and equal? */
export const sameValue = (a: Value | null, b: Value | null): boolean =>
  a !== null && b !== null && order(a, b) === 0;

/** Order of values that tell rows apart by age: a missing value is older than any. */
export function age(left: Value | null, right: Value | null): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return order(left, right);
}
