/** Which columns of a file a table reads, and which of its fields are kept. */
import type { TablePlan } from "./chunk.ts";
import type { Computation } from "./computed.ts";

/** The columns of a file that fields are read from. */
export interface TableLayout {
  /** The columns that fields are read from, each once. A column's place here is its *slot*. */
  readonly columns: readonly string[];
  /** Slots of each field's columns; empty for computed fields. */
  readonly slots: readonly (readonly number[])[];
}

/** The layout of a table. */
export function tableLayout(plan: TablePlan): TableLayout {
  const columns = [...new Set(plan.fields.flatMap((field) => field.columns))];
  const place = new Map(columns.map((column, slot) => [column, slot]));
  return {
    columns,
    slots: plan.fields.map((field) => field.columns.map((column) => place.get(column) ?? -1)),
  };
}

/** The fields whose values must be held: the needed ones, and what computed fields are made of. */
export function heldFields(needed: readonly boolean[], computed: readonly Computation[]): readonly boolean[] {
  const held = [...needed];
  // A computation stands behind the ones it is made of, so one pass backwards reaches every part.
  for (const { field, parts } of [...computed].reverse()) {
    held[field] = true;
    for (const part of parts) held[part] = true;
  }
  return held;
}
