/** Exact sums and counts by cell: `sum of`, `average of`, and the counts behind every share. */
import { LIMIT_OF_DIGITS, SAFE } from "../exact/ratio.ts";
import { type Grid, grid } from "./grid.ts";

export interface SumAggregate {
  /** Adds a value; `big` gives it where it passes 2^53 (and `value` is ±Infinity). */
  add(cell: number, value: number, big: bigint | null): void;
  sum(cell: number): bigint;
  /** Does any cell hold more digits than the language does? */
  isTooLong(): boolean;
  /** How many values were added. */
  readonly count: Grid;
}

/** A sum of whole numbers that never loses a digit. */
export function sumAggregate(): SumAggregate {
  const small = grid();
  const large = new Map<number, bigint>();
  const count = grid();
  function spill(cell: number, amount: bigint): void {
    large.set(cell, (large.get(cell) ?? 0n) + amount);
  }
  function sum(cell: number): bigint {
    return BigInt(small.get(cell)) + (large.get(cell) ?? 0n);
  }
  return {
    count,
    add(cell, value, big) {
      count.add(cell, 1);
      if (big !== null) {
        spill(cell, big);
        return;
      }
      const before = small.get(cell);
      const after = before + value;
      if (after <= SAFE && after >= -SAFE) {
        small.set(cell, after);
      } else {
        spill(cell, BigInt(before) + BigInt(value));
        small.set(cell, 0);
      }
    },
    // What is small may be the last straw, so it is never left out; small sums alone are far below the limit.
    isTooLong: () =>
      [...large.keys()].some((cell) => sum(cell) >= LIMIT_OF_DIGITS || sum(cell) <= -LIMIT_OF_DIGITS),
    sum,
  };
}
