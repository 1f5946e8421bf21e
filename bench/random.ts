/** Numbers that look random and are the same on every machine and in every run. */

export interface Random {
  /** A whole number from 0 up to `below`. */
  below(below: number): number;
  /** One of these. */
  of<T>(values: readonly T[]): T;
  /** True so many times out of a hundred. */
  percent(hundredths: number): boolean;
}

/** A source of numbers that a seed determines (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    of: (values) => values[below(values.length)] as (typeof values)[number],
    percent: (hundredths) => below(100) < hundredths,
  };
}
