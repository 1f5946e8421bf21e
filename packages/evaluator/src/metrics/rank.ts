/**
 * Nearest-rank quantiles: `median`, `percentile N`, `lowest`, `highest`.
 *
 * The value at a share is the smallest one with at least that share of all values at or below it; of an even count
 * the median is the lower middle. No value is ever interpolated, so the result is a value of the data.
 */
import { ceilDivide, type Exact } from "../exact/ratio.ts";

export interface RankAggregate {
  add(cell: number, value: number, big: bigint | null): void;
  count(cell: number): number;
  /** The value at a share of the cell's values (above 0, up to 1), or at the first for share 0; null if empty. */
  at(cell: number, share: Exact): bigint | null;
  /** How many values satisfy a test that is monotonic in the value. */
  countWhere(cell: number, test: (value: bigint) => boolean): number;
}

/** Keeps every value of a cell; sorted when first asked. */
export function rankAggregate(): RankAggregate {
  const cells = new Map<number, ValueList>();
  return {
    add(cell, value, big) {
      let list = cells.get(cell);
      if (list === undefined) {
        list = valueList();
        cells.set(cell, list);
      }
      list.add(value, big);
    },
    count: (cell) => cells.get(cell)?.size() ?? 0,
    at(cell, share) {
      const list = cells.get(cell);
      if (list === undefined) return null;
      const rank = ceilDivide(share.numerator * BigInt(list.size()), share.denominator);
      return list.sorted(Math.max(Number(rank), 1) - 1);
    },
    countWhere(cell, test) {
      const list = cells.get(cell);
      if (list === undefined) return 0;
      let count = 0;
      for (let index = 0; index < list.size(); index += 1) if (test(list.sorted(index))) count += 1;
      return count;
    },
  };
}

interface ValueList {
  add(value: number, big: bigint | null): void;
  size(): number;
  /** The value at an index in ascending order. */
  sorted(index: number): bigint;
}

/** Values in doubles; those that pass 2^53 apart, below (negative) or above all others. */
function valueList(): ValueList {
  let small = new Float64Array(8);
  let length = 0;
  let isSorted = false;
  const low: bigint[] = [];
  const high: bigint[] = [];
  function sort(): void {
    if (isSorted) return;
    small.subarray(0, length).sort();
    for (const values of [low, high]) values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    isSorted = true;
  }
  return {
    add(value, big) {
      isSorted = false;
      if (big !== null) {
        (big < 0n ? low : high).push(big);
        return;
      }
      if (length === small.length) {
        const grown = new Float64Array(length * 2);
        grown.set(small);
        small = grown;
      }
      small[length] = value;
      length += 1;
    },
    size: () => low.length + length + high.length,
    sorted(index) {
      sort();
      if (index < low.length) return low[index] ?? 0n;
      const inSmall = index - low.length;
      if (inSmall < length) return BigInt(small[inSmall] ?? 0);
      return high[inSmall - length] ?? 0n;
    },
  };
}
