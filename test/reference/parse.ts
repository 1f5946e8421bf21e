/**
 * Rows of text to rows of values, for the reference (§3.2.25 to §3.2.31), and what is asked of such a row.
 */
import type { FieldPlan, ZoneTable } from "@tenet-lang/evaluator";
import { BadCell, readCells, type Value } from "./cells.ts";
import { order } from "./conditions.ts";
import { add, rational } from "./rational.ts";
import { civilDayAt, startOfDay } from "./time.ts";

/** A row as a file gives it: text by column name; null or an absent column is an empty cell. */
export type RawRow = Readonly<Record<string, string | null>>;
export type RawData = Readonly<Record<string, readonly RawRow[]>>;

export interface Row {
  readonly dataset: string;
  /** Place in the file, from 1; only names the row, never orders it. */
  readonly line: number;
  readonly values: ReadonlyMap<string, Value | null>;
  /** Instant of its `dated` field (a date's first instant). */
  at: number | null;
  /** Of `dated A then B`, the value of B. */
  second: Value | null;
  partners: readonly string[];
}

/** Rows whose cells are all as declared; the first bad cell of another is reported. */
export function parse(
  fields: readonly FieldPlan[],
  missing: readonly string[],
  dataset: string,
  raw: readonly RawRow[],
  zone: ZoneTable,
  report: (line: number, column: string, reason: string) => void,
): readonly Row[] {
  return raw.flatMap((cells, index): Row[] => {
    const values = new Map<string, Value | null>();
    for (const field of fields.filter((one) => one.columns.length > 0)) {
      const texts = field.columns.map((column) => cells[column] ?? "");
      const gaps = texts.filter((text) => text === "" || missing.includes(text)).length;
      const isMissing = gaps === texts.length;
      try {
        if (gaps > 0 && !isMissing) throw new BadCell("a part of the date is missing");
        if (isMissing && !field.optional) throw new BadCell("a required value is missing");
        values.set(field.name, isMissing ? null : readCells(texts, field.type, zone));
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        report(index + 1, field.columns[0] ?? "", error.message);
        return [];
      }
    }
    for (const field of fields) compute(field, values, zone);
    return [{ dataset, line: index + 1, values, at: null, second: null, partners: [] }];
  });
}

/** §3.2 `total of`, `days from … to …`: missing where a part is. */
function compute({ name, type }: FieldPlan, values: Map<string, Value | null>, zone: ZoneTable): void {
  if (type.kind === "total") {
    const parts = type.of.map((field) => values.get(field) ?? null);
    const sum = parts.reduce(
      (total, part) => {
        const given = total !== null && part !== null && typeof part === "object" && "n" in part;
        return given && typeof total === "object" && "n" in total ? add(total, part) : null;
      },
      rational(0) as Value | null,
    );
    values.set(name, sum);
  }
  if (type.kind === "days") {
    if ("calendar" in type && type.calendar !== null)
      throw new RangeError("the reference knows no business days");
    const [from, to] = [civilDay(values.get(type.from), zone), civilDay(values.get(type.to), zone)];
    values.set(name, from === null || to === null ? null : rational(to - from));
  }
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
