/**
 * Facts in columns: what rules are asked about.
 *
 * A metric's facts stand by cell, a partner's by party, the governing day by window. Ratios stand as two columns of
 * doubles, with a denominator of 0 where there is no value; a ratio that doubles cannot hold stands beside them, and
 * its numerator is NaN so that every comparison of doubles fails over to the exact one.
 */
import { type Exact, exact } from "../exact/ratio.ts";

export interface FactColumn {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly large: ReadonlyMap<number, Exact>;
  /** Text and yes/no facts by place; undefined where missing. Null for a column of ratios. */
  readonly words: readonly (string | boolean | undefined)[] | null;
  /** Place of a cell's fact. */
  readonly place: (cell: number) => number;
}

/** The place of a fact of which there is one per cell. */
export const byCell = (cell: number): number => cell;

/** Builds a column from values; null is missing. */
export function factColumn(
  size: number,
  valueAt: (place: number) => Exact | string | boolean | null,
  place: (cell: number) => number = byCell,
): FactColumn {
  const numerator = new Float64Array(size);
  const denominator = new Float64Array(size);
  const large = new Map<number, Exact>();
  const words: (string | boolean | undefined)[] = [];
  for (let at = 0; at < size; at += 1) {
    const value = valueAt(at);
    if (value === null) continue;
    if (typeof value !== "object") words[at] = value;
    else if (isSmall(value.numerator) && isSmall(value.denominator)) {
      numerator[at] = Number(value.numerator);
      denominator[at] = Number(value.denominator);
    } else {
      large.set(at, value);
      numerator[at] = Number.NaN;
      denominator[at] = 1;
    }
  }
  return { numerator, denominator, large, words: words.length === 0 ? null : words, place };
}

/** The exact ratio at a place; null where missing. */
export function ratioAt(column: FactColumn, at: number): Exact | null {
  const denominator = column.denominator[at] ?? 0;
  if (denominator === 0) return null;
  return column.large.get(at) ?? exact(BigInt(column.numerator[at] ?? 0), BigInt(denominator));
}

/** Is there a fact at a place? */
export function isGivenAt(column: FactColumn, at: number): boolean {
  return (column.denominator[at] ?? 0) !== 0 || column.words?.[at] !== undefined;
}

const BOUND = BigInt(Number.MAX_SAFE_INTEGER);

function isSmall(value: bigint): boolean {
  return value <= BOUND && value >= -BOUND;
}
