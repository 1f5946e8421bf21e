/**
 * Where the bytes stand that mean something in CSV: delimiters, quotes, line ends, and what needs a check.
 *
 * Most bytes of a file are plain, so four are looked at in one step: a word is passed over unless one of its bytes
 * is the delimiter, lies at or below the quote (line ends and zeros do) or above ASCII. What is left costs a look in
 * the table of classes, and the scanner then walks from sign to sign.
 */

export const PLAIN = 0;
export const DELIMITER = 1;
export const NEWLINE = 2;
export const RETURN = 3;
export const QUOTE = 4;
export const ZERO = 5;
export const BEYOND_ASCII = 6;

export const LF = 0x0a;
export const CR = 0x0d;
export const DOUBLE_QUOTE = 0x22;

/** A byte in each of the four places of a word. */
const EACH = 0x01010101;
const HIGH_BITS = (EACH * 0x80) | 0;
/** The lowest byte that is plain unless it is the delimiter. */
const ABOVE_QUOTE = EACH * (DOUBLE_QUOTE + 1);

/** Is the first byte of a word its lowest? If not, bytes are looked at one by one. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

export class SignIndex {
  readonly classes = new Uint8Array(256);
  /** Offsets of the signs in rising order; behind them stands the end of the bytes, where a zero must be. */
  positions = new Int32Array(0);
  private count = 0;
  private readonly delimiters: number;

  constructor(delimiter: string) {
    const sign = delimiter.charCodeAt(0);
    this.delimiters = EACH * sign;
    this.classes.fill(BEYOND_ASCII, 0x80);
    this.classes[sign] = DELIMITER;
    this.classes[LF] = NEWLINE;
    this.classes[CR] = RETURN;
    this.classes[DOUBLE_QUOTE] = QUOTE;
    this.classes[0] = ZERO;
  }

  /** Finds the signs between two offsets. */
  load(bytes: Uint8Array, start: number, end: number): void {
    if (this.positions.length <= end - start) this.positions = new Int32Array(bytes.length);
    this.count = 0;
    const wordsFrom = IS_LITTLE_ENDIAN ? Math.min((start + 3) & ~3, end) : end;
    const wordsTo = Math.max(wordsFrom, end & ~3);
    this.loadBytes(bytes, start, wordsFrom);
    this.loadWords(bytes, wordsFrom, wordsTo);
    this.loadBytes(bytes, wordsTo, end);
    this.positions[this.count] = end;
  }

  private loadBytes(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      if (this.classes[bytes[at] as number] !== PLAIN) this.positions[this.count++] = at;
    }
  }

  private loadWords(bytes: Uint8Array, from: number, to: number): void {
    const { classes, positions, delimiters } = this;
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    let { count } = this;
    for (let index = from >> 2; index < to >> 2; index += 1) {
      const word = words[index] as number;
      const other = word ^ delimiters;
      // A borrow may mark a byte above a true one; the classes tell them apart.
      let marks = ((word - ABOVE_QUOTE) | word | ((other - EACH) & ~other)) & HIGH_BITS;
      while (marks !== 0) {
        const sign = (index << 2) + ((31 - Math.clz32(marks & -marks)) >> 3);
        marks &= marks - 1;
        // Written in any case and kept only if it is a sign: a branch here would be guessed wrong too often.
        positions[count] = sign;
        count += classes[bytes[sign] as number] === PLAIN ? 0 : 1;
      }
    }
    this.count = count;
  }
}
