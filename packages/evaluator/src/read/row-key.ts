/**
 * A whole row as bytes, to tell whether it was seen before (`duplicates counted once`).
 *
 * Cells follow one another with a byte between them that no text holds, so that two rows have equal bytes exactly
 * if they have equal cells.
 */
import { encodedRoom, encodeText } from "./utf8.ts";

/** Never part of UTF-8, nor of its extension for halves of surrogate pairs. */
const SEPARATOR = 0xff;

/** The bytes of one row, filled anew for each. */
export class RowKey {
  bytes = new Uint8Array(1024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Adds a cell that stands as UTF-8 in a range of bytes. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start + 1);
    this.bytes.set(bytes.subarray(start, end), this.length);
    this.close(this.length + end - start);
  }

  /** Adds a cell that is a string. */
  addText(text: string): void {
    this.reserve(encodedRoom(text.length) + 1);
    this.close(encodeText(text, this.bytes, this.length));
  }

  private close(end: number): void {
    this.bytes[end] = SEPARATOR;
    this.length = end + 1;
  }

  private reserve(room: number): void {
    if (this.length + room <= this.bytes.length) return;
    const longer = new Uint8Array(Math.max(this.bytes.length * 2, this.length + room));
    longer.set(this.bytes);
    this.bytes = longer;
  }
}
