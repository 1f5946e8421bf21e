/**
 * One dataset of a run: its rows, their dates and their partners.
 *
 * A table hides whether its rows are stored or stream past: its readers answer for the row at an index of the current
 * view, also where the date or the partner stands in another dataset. What becomes of rows is decided in `settle.ts`;
 * passes then read only the used ones.
 */
import type { DatasetPlan, FieldPlan, FieldType } from "../bundle/table-plan.ts";
import type { ReadTally } from "../columns/chunk.ts";
import { type Exact, exact, formatExact } from "../exact/ratio.ts";
import { formatDay } from "../time/civil.ts";
import { formatInstant } from "../time/instant.ts";
import { exactAt } from "./conditions.ts";
import { fateCounts } from "./fates.ts";
import type { Needs } from "./needed.ts";
import type { Run, Table } from "./run.ts";
import { fieldIndex, scaleOf } from "./scale.ts";
import { rowStore } from "./store.ts";
import type { RowView } from "./truth.ts";

export function makeTable(plan: DatasetPlan, run: Run, needs: Needs, tally: ReadTally): Table {
  const stored = needs.stored.has(plan.name);
  const store = rowStore(plan.fields.length);
  const view: RowView = stored ? store.view : { columns: [], big: null, partnerRow: -1 };
  return {
    plan,
    run,
    stored,
    isCounted: needs.counted.has(plan.name),
    store,
    cases: null,
    view,
    tally,
    counts: fateCounts(),
    fates: new Uint8Array(0),
    parties: new Int32Array(0),
    seenKeys: new Map(),
    settled: false,
    lineOf: store.lineOf,
  };
}

/** Is the date of the dataset's rows a civil date or an instant? Null where rows have no date. */
export function dateKind(table: Table): "date" | "timestamp" | null {
  const { dated } = table.plan;
  if (dated === null) return null;
  if (dated.kind === "field") return kindOfDate(table.plan.fields, dated.field);
  const other = table.run.table(dated.dataset);
  return other === null ? null : kindOfDate(other.plan.fields, dated.field);
}

export function kindOfDate(fields: readonly FieldPlan[], name: string): "date" | "timestamp" {
  return fields[fieldIndex(fields, name)]?.type.kind === "date" ? "date" : "timestamp";
}

/** Reads the date of a row: a day number or an instant (see `dateKind`), NaN where missing. */
export function dateReader(table: Table): (row: number) => number {
  const { dated } = table.plan;
  if (dated === null) return () => Number.NaN;
  if (dated.kind === "field") return columnReader(table, dated.field);
  const key = columnReader(table, dated.key);
  let index: ((key: number) => number) | null = null;
  return (row) => {
    index ??= table.run.dateIndex(dated);
    return index(key(row));
  };
}

/** Stands for a date that cannot be told, because the rows that give it differ. */
export const AMBIGUOUS = Number.POSITIVE_INFINITY;

/** Reads the second key that orders rows of one date; NaN where there is none. */
export function thenReader(table: Table): (row: number) => number {
  const { dated } = table.plan;
  return dated?.kind === "field" && dated.then !== null ? columnReader(table, dated.then) : () => Number.NaN;
}

/** Reads a column of the current view. */
export function columnReader(table: Table, name: string): (row: number) => number {
  const { view } = table;
  const index = fieldIndex(table.plan.fields, name);
  return (row) => view.columns[index]?.[row] ?? Number.NaN;
}

/** A cell as a value that can be told apart from others: doubles, or BigInt beyond them. */
export function identityReader(table: Table, name: string): (row: number) => number | bigint {
  const { view } = table;
  const index = fieldIndex(table.plan.fields, name);
  return (row) => {
    const value = view.columns[index]?.[row] ?? Number.NaN;
    return Number.isFinite(value) || Number.isNaN(value) ? value : exactAt(view, index, row);
  };
}

/** The text of a value in a column, as people and partner keys write it. */
export function valueText(type: FieldType, value: number | bigint, run: Run): string {
  switch (type.kind) {
    case "text":
      return run.pool.text(Number(value));
    case "one_of":
      return type.members[Number(value)]?.name ?? "";
    case "yes_no":
      return value === 1 ? "yes" : "no";
    case "date":
      return formatDay(Number(value));
    case "timestamp":
      return formatInstant(Number(value));
    default:
      return formatExact(scaledValue(type, BigInt(value)), 6);
  }
}

function scaledValue(type: FieldType, value: bigint): Exact {
  return exact(value, BigInt(scaleOf(type)));
}

/** The codes (in the text pool) of the partners that a row belongs to; empty where it has none. */
export function partnersReader(table: Table): (row: number) => readonly number[] {
  const { partner } = table.plan;
  if (partner === null) return () => [];
  if (partner.kind === "via") {
    const key = columnReader(table, partner.key);
    let index: ((key: number) => readonly number[]) | null = null;
    return (row) => {
      index ??= table.run.partnerIndex(partner);
      return index(key(row));
    };
  }
  const read = partnerCodeReader(table, partner.field);
  const one: number[] = [0];
  return (row) => {
    const code = read(row);
    if (Number.isNaN(code)) return [];
    one[0] = code;
    return one;
  };
}

/** A partner field's value as a code of the text pool, whatever the field's type. */
export function partnerCodeReader(table: Table, name: string): (row: number) => number {
  const index = fieldIndex(table.plan.fields, name);
  const type = table.plan.fields[index]?.type ?? { kind: "text" };
  const read = columnReader(table, name);
  if (type.kind === "text") return read;
  return (row) => {
    const value = read(row);
    return Number.isNaN(value) ? value : table.run.pool.code(valueText(type, value, table.run));
  };
}

/** Compares two rows by a field and then another; a missing value orders first. */
export function orderReader(table: Table, by: string, then: string | null): (a: number, b: number) => number {
  const readers = [by, ...(then === null ? [] : [then])].map((name) => identityReader(table, name));
  return (a, b) => {
    for (const read of readers) {
      const [x, y] = [orderable(read(a)), orderable(read(b))];
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return 0;
  };
}

function orderable(value: number | bigint): number | bigint {
  return typeof value === "number" && Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}

/** Does a row of a dataset with dates have none? */
export function undatedTest(table: Table): (row: number) => boolean {
  const { valid, dated } = table.plan;
  if (valid === null && dated === null) return () => false;
  const date = valid === null ? dateReader(table) : columnReader(table, valid.from);
  return (row) => Number.isNaN(date(row));
}
