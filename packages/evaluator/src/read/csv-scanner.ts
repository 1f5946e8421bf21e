/**
 * CSV bytes → the places of cells.
 *
 * RFC 4180, read strictly: a cell that starts with a quote ends with one, quotes inside are doubled, a quote stands
 * nowhere else; lines end in LF or CRLF; every row has as many cells as the header. What breaks a rule makes the row
 * a data error, never a guess, and the rows around it are still read. The scanner walks from sign to sign (see
 * `sign-index.ts`) and writes down where the wanted cells start and end; it makes no strings (SPEC §4.7).
 */

import { LONGEST_RECORD, type RecordBuffer } from "./record-buffer.ts";
import {
  BEYOND_ASCII,
  CR,
  DELIMITER,
  DOUBLE_QUOTE,
  LF,
  NEWLINE,
  QUOTE,
  RETURN,
  SignIndex,
  ZERO,
} from "./sign-index.ts";
import { sequenceLength } from "./utf8.ts";

/** What is wrong with a row. */
export type RowProblem = "ragged" | "stray_quote" | "text_after_quote" | "return" | "zero" | "not_utf8";

/** A row that breaks the rules of CSV. */
export interface BadRow {
  readonly line: number;
  readonly problem: RowProblem;
  /** Cells found in the row. */
  readonly cells: number;
}

/** How a scan ended: the batch is full, more bytes are needed, a quote is open where they end, or a row is endless. */
export type ScanEnd = "full" | "starved" | "open_quote" | "too_long";

/** Scans the records of one file. */
export class CsvScanner {
  /** Start and end of each wanted cell, row by row. */
  bounds = new Int32Array(0);
  /** Numbers in `bounds` per row. */
  stride = 0;
  /** Line of each row. */
  lines = new Float64Array(0);
  rows = 0;
  badRows: BadRow[] = [];
  /** Line at which the next record starts. */
  line = 1;
  /** Cells of the last record. */
  cells = 0;
  private readonly buffer: RecordBuffer;
  private readonly signs: SignIndex;
  /** The first sign of the next record. */
  private nextSign = 0;
  /** Slot of each column of the file, -1 for those that nobody wants. */
  private slots: Int32Array = new Int32Array(0);
  /** Cells that a row must have; null while that is not known. */
  private columns: number | null = null;
  private most = 1;
  // Of the record in hand:
  private problem: RowProblem | null = null;
  private linesInQuotes = 0;
  private isInQuotes = false;
  /** Places in `bounds` of cells with doubled quotes. */
  private readonly doubled: number[] = [];
  // Of the last cell that did not simply end at its next sign:
  private cellStart = 0;
  private cellEnd = 0;
  private hasDoubled = false;

  constructor(buffer: RecordBuffer, delimiter: string) {
    this.buffer = buffer;
    this.signs = new SignIndex(delimiter);
  }

  /** Takes in what the buffer holds now. */
  load(): void {
    this.signs.load(this.buffer.bytes, this.buffer.start, this.buffer.end);
    this.nextSign = 0;
  }

  /** Sets which columns are wanted, in which slots, and how many rows a batch holds at most. */
  want(slots: Int32Array, width: number, columns: number | null, most: number): void {
    this.slots = slots;
    this.columns = columns;
    this.stride = width * 2;
    this.most = most;
    this.lines = new Float64Array(0);
  }

  /** Scans complete records until the batch is full; what is left stays in the buffer. */
  scan(): ScanEnd {
    this.rows = 0;
    this.badRows = [];
    this.reserve();
    while (this.rows + this.badRows.length < this.lines.length) {
      const { start } = this.buffer;
      const end = this.scanRecord();
      if ((end < 0 ? this.buffer.end : end) - start > LONGEST_RECORD) return "too_long";
      if (end < 0) return this.isInQuotes ? "open_quote" : "starved";
      this.buffer.start = end;
      this.endRecord(start);
    }
    return "full";
  }

  /** Makes room for as many rows as the buffer can hold: a cell takes a byte at least, its end included. */
  private reserve(): void {
    const { start, end } = this.buffer;
    const rows = Math.min(this.most, Math.ceil((end - start) / (this.columns ?? 1)) + 1);
    if (rows <= this.lines.length) return;
    this.bounds = new Int32Array(rows * this.stride);
    this.lines = new Float64Array(rows);
  }

  /**
   * Finds the cells of one record; the offset behind it, or -1 where its end has not come. Nothing is changed in the
   * buffer, since a record whose end has not come is scanned again.
   */
  private scanRecord(): number {
    const { bytes } = this.buffer;
    const { slots, bounds } = this;
    const { classes, positions } = this.signs;
    const base = this.rows * this.stride;
    let sign = this.nextSign;
    let start = this.buffer.start;
    let column = 0;
    this.startRecord();
    for (;;) {
      let at = positions[sign] as number;
      let found = classes[bytes[at] as number] as number;
      let end = at;
      let isDoubled = false;
      if (found !== DELIMITER && found !== NEWLINE) {
        sign = this.endOfCell(sign, start);
        if (sign < 0) return -1;
        at = positions[sign] as number;
        found = classes[bytes[at] as number] as number;
        start = this.cellStart;
        end = this.cellEnd;
        isDoubled = this.hasDoubled;
      }
      const slot = column < slots.length ? (slots[column] as number) : -1;
      if (slot >= 0) {
        bounds[base + slot * 2] = start;
        bounds[base + slot * 2 + 1] = end;
        if (isDoubled) this.doubled.push(base + slot * 2);
      }
      column += 1;
      sign += 1;
      if (found !== DELIMITER) {
        this.cells = column;
        this.nextSign = found === RETURN ? sign + 1 : sign;
        return found === RETURN ? at + 2 : at + 1;
      }
      start = at + 1;
    }
  }

  private startRecord(): void {
    this.problem = null;
    this.linesInQuotes = 0;
    this.isInQuotes = false;
    if (this.doubled.length > 0) this.doubled.length = 0;
  }

  /** Finds the end of a cell that holds more than plain bytes; the sign of its end, or -1 where that has not come. */
  private endOfCell(first: number, start: number): number {
    const { bytes } = this.buffer;
    const { classes, positions } = this.signs;
    this.hasDoubled = false;
    if (positions[first] !== start || classes[bytes[start] as number] !== QUOTE) {
      const sign = this.terminator(first);
      this.cellStart = start;
      this.cellEnd = positions[Math.max(sign, 0)] as number;
      return sign;
    }
    const quote = this.closingQuote(first + 1);
    const sign = quote < 0 ? quote : this.terminator(quote + 1);
    if (sign < 0) return sign;
    this.cellStart = start + 1;
    this.cellEnd = positions[quote] as number;
    if (positions[sign] !== this.cellEnd + 1) this.problem = "text_after_quote";
    return sign;
  }

  /** The sign that ends a cell outside quotes, or -1 where it has not come. */
  private terminator(first: number): number {
    const { bytes, end, isLast } = this.buffer;
    const { classes, positions } = this.signs;
    for (let sign = first; ; sign += 1) {
      const at = positions[sign] as number;
      const found = classes[bytes[at] as number];
      if (found === DELIMITER || found === NEWLINE) return sign;
      if (found === BEYOND_ASCII) {
        const length = this.sequence(at);
        if (length < 0) return -1;
        // Every byte of the sequence is a sign of its own.
        sign += length - 1;
        continue;
      }
      if (found === ZERO && at >= end) return -1;
      if (found === RETURN && at + 1 >= end && !isLast) return -1;
      if (found === RETURN && bytes[at + 1] === LF) return sign;
      this.problem ??= found === QUOTE ? "stray_quote" : found === RETURN ? "return" : "zero";
    }
  }

  /** Length of the UTF-8 sequence at an offset, 1 for a byte that starts none, -1 where the rest has not come. */
  private sequence(at: number): number {
    const length = sequenceLength(this.buffer.bytes, at);
    if (length > 0) return length;
    if (at + 4 > this.buffer.end && !this.buffer.isLast) return -1;
    this.problem ??= "not_utf8";
    return 1;
  }

  /** The sign of the quote that closes a cell, or -1 where it has not come. */
  private closingQuote(first: number): number {
    const { bytes, end } = this.buffer;
    const { classes, positions } = this.signs;
    this.isInQuotes = true;
    for (let sign = first; ; sign += 1) {
      const at = positions[sign] as number;
      const found = classes[bytes[at] as number];
      if (found === QUOTE) {
        // The next byte decides whether this quote closes the cell, so it must have come.
        if (at + 1 >= end) return -1;
        if (bytes[at + 1] !== DOUBLE_QUOTE) {
          this.isInQuotes = false;
          return sign;
        }
        this.hasDoubled = true;
        sign += 1;
      } else if (found === BEYOND_ASCII) {
        const length = this.sequence(at);
        if (length < 0) return -1;
        sign += length - 1;
      } else if (found === NEWLINE) {
        this.linesInQuotes += 1;
      } else if (found === ZERO) {
        if (at >= end) return -1;
        this.problem ??= "zero";
      }
    }
  }

  private endRecord(start: number): void {
    const { line, columns, cells } = this;
    this.line += 1 + this.linesInQuotes;
    const first = this.buffer.bytes[start];
    // A line without any character is no record.
    if (cells === 1 && (first === LF || first === CR) && this.problem === null) return;
    const problem = this.problem ?? (columns === null || cells === columns ? null : "ragged");
    if (problem !== null) {
      this.badRows.push({ line, problem, cells });
      return;
    }
    for (const bound of this.doubled) this.makeSingle(bound);
    this.lines[this.rows] = line;
    this.rows += 1;
  }

  /** Makes the doubled quotes of a cell single, where the cell stands. */
  private makeSingle(bound: number): void {
    const { bytes } = this.buffer;
    const end = this.bounds[bound + 1] as number;
    let to = this.bounds[bound] as number;
    for (let at = to; at < end; at += 1) {
      bytes[to++] = bytes[at] as number;
      if (bytes[at] === DOUBLE_QUOTE) at += 1;
    }
    this.bounds[bound + 1] = to;
  }
}
