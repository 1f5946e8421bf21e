/**
 * Aggregates, one file each: how the rows of a population become one exact value.
 *
 * An aggregate keeps its state in *cells*, one per party and window, so that rows can stream through in any order
 * and in any number of batches; `add` takes a row's value into a cell, `finish` gives the cell's exact value, or
 * null where there is none. State is whole numbers only: a sum in doubles spills into BigInt before it could lose a
 * digit. What counts as a row of the population, and which cell a row falls in, is decided by `measure/`; this
 * folder knows no fields, conditions or time (SPEC §3.5, §4.2).
 */

/** Numbers by cell that grow as cells are named; a cell never named is 0. */
export interface Grid {
  add(cell: number, amount: number): void;
  get(cell: number): number;
  set(cell: number, value: number): void;
  /** The numbers of all cells below a bound, and maybe more; they may be written until the grid is asked to do more. */
  values(bound: number): Float64Array;
}

/** A grid that starts empty. */
export function grid(): Grid {
  let values = new Float64Array(64);
  function reach(cell: number): void {
    if (cell < values.length) return;
    const grown = new Float64Array(Math.max(cell + 1, values.length * 2));
    grown.set(values);
    values = grown;
  }
  return {
    add(cell, amount) {
      if (cell >= values.length) reach(cell);
      values[cell] = (values[cell] ?? 0) + amount;
    },
    get: (cell) => values[cell] ?? 0,
    values(bound) {
      if (bound > values.length) reach(bound - 1);
      return values;
    },
    set(cell, value) {
      if (cell >= values.length) reach(cell);
      values[cell] = value;
    },
  };
}
