/**
 * Choices read from numbers.
 *
 * fast-check generates and shrinks plain numbers; a tape turns a list of them, or one seed, into choices. A number of 0
 * always means the simplest choice, a list that has run out gives 0, and so does the seed 0: a shrunk list or seed
 * means a simpler case.
 */
export class Tape {
  readonly #next: () => number;

  /** Numbers to be read one after the other, or the seed of as many as are asked for. */
  constructor(source: readonly number[] | number) {
    this.#next = typeof source === "number" ? sequence(source) : reader(source);
  }

  /** A number from 0 to `below` − 1. */
  upTo(below: number): number {
    return this.#next() % below;
  }

  /** One of the list; the first is the simplest. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.upTo(list.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.upTo(100) >= 100 - percent;
  }
}

function reader(numbers: readonly number[]): () => number {
  let at = 0;
  return () => {
    const number = numbers[at] ?? 0;
    at += 1;
    return number;
  };
}

/** A well mixed sequence of whole numbers for each seed (mulberry32); for the seed 0 nothing but 0. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    if (seed === 0) return 0;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
