/**
 * Cuts: the newest so many of some rows, and the ties across them (SPEC §3.2.13 to §3.2.15).
 *
 * Where rows on both sides of a cut are tied, nothing tells which of them count. Whether that matters depends on what
 * is read of them and where, so a tie is only kept here, by cell; `ties.ts` asks for it where a verdict is judged.
 */

import { exactAt } from "../measure/conditions.ts";
import type { CutTie } from "../measure/cut-ties.ts";
import type { Table } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import { columnReader, dateReader, thenReader } from "../measure/table.ts";

/** Orders rows of a stored table from newest to oldest; a missing second key is the oldest. */
export interface NewestFirst {
  (rows: readonly number[]): number[];
  /** Does nothing tell which of two rows is newer? */
  readonly isTie: (a: number, b: number) => boolean;
  readonly isSameDate: (a: number, b: number) => boolean;
}

export function newestFirst(table: Table, dated: string | null): NewestFirst {
  const date = dated === null ? dateReader(table) : columnReader(table, dated);
  const then = thenReader(table);
  const later = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
  const compare = (a: number, b: number): number => {
    const [x, y] = [later(then(a)), later(then(b))];
    return date(b) - date(a) || (x === y ? 0 : y - x);
  };
  const isTie = (a: number, b: number): boolean => {
    const [x, y] = [then(a), then(b)];
    return date(a) === date(b) && (x === y || Number.isNaN(x) || Number.isNaN(y));
  };
  return Object.assign((rows: readonly number[]) => [...rows].sort(compare), {
    isTie,
    isSameDate: (a: number, b: number): boolean => date(a) === date(b),
  });
}

/** The first `count` of ordered rows, and the tie that decided about the last of them. */
export function cutAt(
  count: number,
  ordered: readonly number[],
  order: NewestFirst,
  table: Table,
): { readonly kept: readonly number[]; readonly tie: CutTie | null } {
  const kept = ordered.slice(0, count);
  const last = kept[count - 1];
  if (last === undefined || ordered.length === count) return { kept, tie: null };
  // Only rows of the cut's own date can be tied across it, and they stand together.
  let [from, to] = [count - 1, count];
  while (from > 0 && order.isSameDate(ordered[from - 1] ?? last, last)) from -= 1;
  while (to < ordered.length && order.isSameDate(ordered[to] ?? last, last)) to += 1;
  const [above, below] = [ordered.slice(from, count), ordered.slice(count, to)];
  const isTied = below.some((row) => above.some((other) => order.isTie(other, row)));
  return { kept, tie: isTied ? { table, kept: above, dropped: below, isTie: order.isTie } : null };
}

/** Two rows that are tied across a cut and differ in one of the fields; null where no such two are. */
export function differentAcross(
  { table, kept, dropped, isTie }: CutTie,
  fields: ReadonlySet<string>,
): readonly [number, number] | null {
  const same = [...fields].flatMap((field) => sameIn(table, field));
  for (const row of dropped) {
    const twin = kept.find((other) => isTie(other, row) && !same.every((isSame) => isSame(other, row)));
    if (twin !== undefined) return [twin, row];
  }
  return null;
}

/** Have two rows the same value of a field, or both none? No test for a field that the table has not loaded. */
function sameIn({ plan, view }: Table, field: string): readonly ((a: number, b: number) => boolean)[] {
  const index = fieldIndex(plan.fields, field);
  const column = view.columns[index];
  if (column === undefined || column === null) return [];
  return [
    (a, b) => {
      const [x, y] = [column[a] ?? Number.NaN, column[b] ?? Number.NaN];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) && Number.isNaN(y);
      return x === y && (Number.isFinite(x) || exactAt(view, index, a) === exactAt(view, index, b));
    },
  ];
}
