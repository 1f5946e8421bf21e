/** `number of different FIELD`: how many values occur, over the whole window, never added up from parts of it. */

export interface DistinctAggregate {
  add(cell: number, value: number, big: bigint | null): void;
  finish(cell: number): number;
  /** The values of a cell, each once. */
  values(cell: number): Iterable<number | bigint>;
}

/** A set of values per cell. */
export function distinctAggregate(): DistinctAggregate {
  const seen = new Map<number, Set<number | bigint>>();
  return {
    add(cell, value, big) {
      let values = seen.get(cell);
      if (values === undefined) {
        values = new Set();
        seen.set(cell, values);
      }
      values.add(big ?? value);
    },
    finish: (cell) => seen.get(cell)?.size ?? 0,
    values: (cell) => seen.get(cell) ?? [],
  };
}
