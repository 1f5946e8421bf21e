/** Random numbers that a seed repeats: a linear congruential generator, of which the upper bits are drawn. */
import type { Draw } from "./edit-scripts.ts";

/** A source of numbers. */
export function seeded(seed: number): Draw {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * bound);
  };
}
