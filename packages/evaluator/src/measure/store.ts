/**
 * All rows of one dataset in memory: chunks appended into long columns.
 *
 * Only datasets that something looks up, or whose rows must be ordered against each other, are stored; the others
 * stream past chunk by chunk. Both are read through a `RowView`, so the closures over them are the same.
 */
import type { Chunk } from "../columns/chunk.ts";
import type { RowView } from "./truth.ts";

export interface RowStore {
  readonly view: RowView;
  readonly length: number;
  lineOf(row: number): number;
  append(chunk: Chunk): void;
  /** All rows so far as one chunk, which shares the columns of the store. */
  chunk(): Chunk;
}

/** An empty store for a table of so many fields. */
export function rowStore(fields: number): RowStore {
  const columns: (Float64Array | null)[] = new Array(fields).fill(null);
  const big = new Map<number, Map<number, bigint>>();
  const view: RowView = { columns, big: null, partnerRow: -1 };
  let lines = new Float64Array(0);
  let length = 0;
  function room(wanted: number): void {
    if (wanted <= lines.length) return;
    const size = Math.max(wanted, lines.length * 2);
    lines = grown(lines, size);
    for (const [index, column] of columns.entries())
      if (column !== null) columns[index] = grown(column, size);
  }
  function appendColumn(index: number, values: Float64Array, count: number): void {
    const column = columns[index] ?? new Float64Array(lines.length);
    column.set(values.subarray(0, count), length);
    columns[index] = column;
  }
  return {
    view,
    get length() {
      return length;
    },
    lineOf: (row) => lines[row] ?? 0,
    chunk: () => ({ length, columns: [...columns], lines, big: view.big }),
    append(chunk) {
      room(length + chunk.length);
      lines.set(chunk.lines.subarray(0, chunk.length), length);
      for (const [index, values] of chunk.columns.entries()) {
        if (values !== null) appendColumn(index, values, chunk.length);
      }
      for (const [column, cells] of chunk.big ?? []) {
        const held = big.get(column) ?? new Map<number, bigint>();
        for (const [row, value] of cells) held.set(row + length, value);
        big.set(column, held);
        view.big = big;
      }
      length += chunk.length;
    },
  };
}

function grown(values: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(size);
  longer.set(values);
  return longer;
}
