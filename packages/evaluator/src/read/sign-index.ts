/**
 * Where the bytes stand that mean something in CSV: delimiters, quotes, line ends, and what needs a check.
 *
 * Every offset is written down and kept only if a sign stands there. That is more writing than needed and no
 * branching, and a branch that depends on the text of a file is guessed wrong about once in every cell.
 */

export const PLAIN = 0;
export const DELIMITER = 1;
export const NEWLINE = 2;
export const RETURN = 3;
export const QUOTE = 4;
export const ZERO = 5;
export const BEYOND_ASCII = 6;

/** Bytes that are looked for by themselves. */
export const LF = 0x0a;
export const CR = 0x0d;
export const DOUBLE_QUOTE = 0x22;

/** Bytes looked at in one turn. */
const TURN = 4;

/** The signs of the bytes in hand. */
export class SignIndex {
  readonly classes = new Uint8Array(256);
  /** Offsets of the signs in rising order; behind them stands the end of the bytes, where a zero must be. */
  positions = new Int32Array(0);
  /** 1 for bytes that are not plain. */
  private readonly isSign: Uint8Array;

  constructor(delimiter: string) {
    this.classes.fill(BEYOND_ASCII, 0x80);
    this.classes[delimiter.charCodeAt(0)] = DELIMITER;
    this.classes[LF] = NEWLINE;
    this.classes[CR] = RETURN;
    this.classes[DOUBLE_QUOTE] = QUOTE;
    this.classes[0] = ZERO;
    this.isSign = this.classes.map((found) => (found === PLAIN ? 0 : 1));
  }

  /** Finds the signs between two offsets. */
  load(bytes: Uint8Array, start: number, end: number): void {
    if (this.positions.length < end - start + 1) this.positions = new Int32Array(bytes.length);
    const { isSign, positions } = this;
    const lastTurn = start + Math.floor((end - start) / TURN) * TURN;
    let count = findSigns(bytes, isSign, positions, start, lastTurn);
    for (let at = lastTurn; at < end; at += 1) {
      positions[count] = at;
      count += isSign[bytes[at] as number] as number;
    }
    positions[count] = end;
  }
}

/**
 * Writes down the signs between two offsets that are whole turns apart, and counts them. A counter that nothing but
 * its loop moves is needed here: compilers know its range then, and check nothing.
 */
function findSigns(
  bytes: Uint8Array,
  isSign: Uint8Array,
  positions: Int32Array,
  from: number,
  to: number,
): number {
  let count = 0;
  for (let at = from; at < to; at += TURN) {
    positions[count] = at;
    count += isSign[bytes[at] as number] as number;
    positions[count] = at + 1;
    count += isSign[bytes[at + 1] as number] as number;
    positions[count] = at + 2;
    count += isSign[bytes[at + 2] as number] as number;
    positions[count] = at + 3;
    count += isSign[bytes[at + 3] as number] as number;
  }
  return count;
}
