/**
 * Choices read from a list of numbers.
 *
 * fast-check generates and shrinks plain lists of numbers; a tape turns one list into choices. A number of 0 always
 * means the simplest choice and a tape that has run out gives 0, so that a shrunk list means a simpler case.
 */
export class Tape {
  #at = 0;
  readonly #numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A number from 0 to `below` − 1. */
  upTo(below: number): number {
    const number = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return number % below;
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
