/**
 * Chance with a seed. Whole numbers only, 32 bits wide (mulberry32), so that every machine draws the same.
 */

export interface Random {
  /** 0 to n - 1. */
  below(n: number): number;
  /** From low to high, both included. */
  between(low: number, high: number): number;
  /** True in so many of a thousand draws. */
  chance(perThousand: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A value by weight: `[["a", 3], ["b", 1]]` gives `a` three times in four. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
}

/** A source of chance; equal seeds give equal draws. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  function draw(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const below = (n: number): number => draw() % n;
  function pick<T>(from: readonly T[]): T {
    const found = from[below(from.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }
  function weighted<T>(from: readonly (readonly [T, number])[]): T {
    let left = below(from.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of from) {
      if (left < weight) return value;
      left -= weight;
    }
    throw new Error("weights do not add up");
  }
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (perThousand) => below(1000) < perThousand,
    pick,
    weighted,
  };
}
