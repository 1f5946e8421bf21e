/**
 * The bytes between what has come and what has been read.
 *
 * Pieces of any size are copied in here; scanners work on the buffer, so that a record never lies in two pieces and
 * escaped text can be made plain where it stands. Behind the last byte stands a zero: a scanner may run into it
 * without asking for the end at every byte.
 */

/** Room at the start; large enough that little is moved, small enough for the caches of a processor. */
export const ROOM = 1 << 16;

/** Most bytes of one record; a longer one is a broken file. */
export const LONGEST_RECORD = 1 << 20;

/** Bytes that have come and are not read yet. */
export class RecordBuffer {
  bytes: Uint8Array;
  /** First byte that is not read yet. */
  start = 0;
  /** Behind the last byte that has come. */
  end = 0;
  /** Has the last piece come? */
  isLast = false;

  constructor(room: number) {
    this.bytes = new Uint8Array(room + SPARE);
  }

  /** Copies what fits of a piece and says how many bytes that was. */
  take(piece: Uint8Array, from: number): number {
    const count = Math.min(piece.length - from, this.bytes.length - SPARE - this.end);
    this.bytes.set(piece.subarray(from, from + count), this.end);
    this.end += count;
    this.bytes[this.end] = 0;
    return count;
  }

  isFull(): boolean {
    return this.end === this.bytes.length - SPARE;
  }

  /** Says that no piece follows, and ends the last line where the file does not. */
  close(): void {
    this.isLast = true;
    if (this.end === this.start || this.bytes[this.end - 1] === NEWLINE) return;
    this.bytes[this.end] = NEWLINE;
    this.end += 1;
    this.bytes[this.end] = 0;
  }

  /** Moves what is not read yet to the front; makes more room where that is most of the buffer. */
  makeRoom(): void {
    const rest = this.end - this.start;
    if (rest * 2 > this.bytes.length - SPARE) {
      const larger = new Uint8Array((this.bytes.length - SPARE) * 2 + SPARE);
      larger.set(this.bytes.subarray(this.start, this.end));
      this.bytes = larger;
    } else {
      this.bytes.copyWithin(0, this.start, this.end);
    }
    [this.start, this.end] = [0, rest];
    this.bytes[rest] = 0;
  }
}

const NEWLINE = 0x0a;
/** For the zero behind the end and a last newline. */
const SPARE = 8;
