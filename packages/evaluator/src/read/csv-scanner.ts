/**
 * CSV bytes → the places of cells.
 *
 * RFC 4180, read strictly: a cell that starts with a quote ends with one, quotes inside are doubled, a quote stands
 * nowhere else; lines end in LF or CRLF; every row has as many cells as the header. What breaks a rule makes the row
 * a data error, never a guess, and the rows around it are still read. The scanner visits every byte once, through a
 * table of classes, and writes down where the wanted cells start and end; it makes no strings (SPEC §4.7).
 */
import { sequenceLength } from "../columns/utf8.ts";
import { LONGEST_RECORD, type RecordBuffer } from "./record-buffer.ts";

const PLAIN = 0;
const DELIMITER = 1;
const NEWLINE = 2;
const RETURN = 3;
const QUOTE = 4;
const ZERO = 5;
const BEYOND_ASCII = 6;

const LF = 0x0a;
const CR = 0x0d;
const DOUBLE_QUOTE = 0x22;

/** What is wrong with a row. */
export type RowProblem = "ragged" | "stray_quote" | "text_after_quote" | "return" | "zero" | "not_utf8";

export interface BadRow {
  readonly line: number;
  readonly problem: RowProblem;
  /** Cells found in the row. */
  readonly cells: number;
}

/** How a scan ended: the batch is full, more bytes are needed, a quote is open where they end, or a row is endless. */
export type ScanEnd = "full" | "starved" | "open_quote" | "too_long";

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
  private readonly classes = new Uint8Array(256);
  /** Slot of each column of the file, -1 for those that nobody wants. */
  private slots: Int32Array = new Int32Array(0);
  /** Cells that a row must have; null while that is not known. */
  private columns: number | null = null;
  private most = 1;
  // Of the record in hand:
  private problem: RowProblem | null = null;
  private linesInQuotes = 0;
  private isInQuotes = false;
  /** Slots of cells with doubled quotes. */
  private readonly doubled: number[] = [];
  private hasDoubled = false;

  constructor(buffer: RecordBuffer, delimiter: string) {
    this.buffer = buffer;
    this.classes.fill(BEYOND_ASCII, 0x80);
    this.classes[delimiter.charCodeAt(0)] = DELIMITER;
    this.classes[LF] = NEWLINE;
    this.classes[CR] = RETURN;
    this.classes[DOUBLE_QUOTE] = QUOTE;
    this.classes[0] = ZERO;
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
      const end = this.scanRecord(start);
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
  private scanRecord(start: number): number {
    const { bytes } = this.buffer;
    const { classes, slots, bounds } = this;
    const base = this.rows * this.stride;
    let at = start;
    let cell = start;
    let closed = -1;
    let column = 0;
    this.startRecord();
    for (;;) {
      let found = classes[bytes[at] as number] as number;
      while (found === PLAIN) {
        at += 1;
        found = classes[bytes[at] as number] as number;
      }
      if (found === QUOTE && at === cell && closed < 0) {
        closed = this.closingQuote(at + 1);
        if (closed < 0) return -1;
        cell = at + 1;
        at = closed + 1;
        continue;
      }
      if (found > RETURN || (found === RETURN && bytes[at + 1] !== LF)) {
        at = this.pass(found, at);
        if (at < 0) return -1;
        continue;
      }
      const slot = column < slots.length ? (slots[column] as number) : -1;
      if (slot >= 0) {
        bounds[base + slot * 2] = cell;
        bounds[base + slot * 2 + 1] = closed < 0 ? at : closed;
      }
      if (closed >= 0) {
        this.endQuoted(slot, closed, at);
        closed = -1;
      }
      column += 1;
      if (found !== DELIMITER) break;
      at += 1;
      cell = at;
    }
    this.cells = column;
    return bytes[at] === CR ? at + 2 : at + 1;
  }

  private startRecord(): void {
    this.problem = null;
    this.linesInQuotes = 0;
    this.isInQuotes = false;
    this.hasDoubled = false;
    this.doubled.length = 0;
  }

  /** Goes on behind a byte that is neither plain nor the end of a cell; -1 where more bytes must come first. */
  private pass(found: number, at: number): number {
    const { end, isLast, bytes } = this.buffer;
    if (found === BEYOND_ASCII) return this.passSequence(bytes, at);
    if (found === ZERO && at >= end) return -1;
    if (found === RETURN && at + 1 >= end && !isLast) return -1;
    this.problem ??= found === QUOTE ? "stray_quote" : found === RETURN ? "return" : "zero";
    return at + 1;
  }

  private passSequence(bytes: Uint8Array, at: number): number {
    const length = sequenceLength(bytes, at);
    if (length > 0) return at + length;
    if (at + 4 > this.buffer.end && !this.buffer.isLast) return -1;
    this.problem ??= "not_utf8";
    return at + 1;
  }

  /** The offset of the quote that closes a cell, or -1 where it has not come. */
  private closingQuote(start: number): number {
    const { bytes, end } = this.buffer;
    const { classes } = this;
    let at = start;
    this.isInQuotes = true;
    for (;;) {
      const found = classes[bytes[at] as number] as number;
      if (found === QUOTE) {
        // The next byte decides whether this quote closes the cell, so it must have come.
        if (at + 1 >= end) return -1;
        if (bytes[at + 1] !== DOUBLE_QUOTE) break;
        this.hasDoubled = true;
        at += 2;
      } else if (found === BEYOND_ASCII) {
        at = this.passSequence(bytes, at);
        if (at < 0) return -1;
      } else {
        if (found === NEWLINE) this.linesInQuotes += 1;
        if (found === ZERO && at >= end) return -1;
        if (found === ZERO) this.problem ??= "zero";
        at += 1;
      }
    }
    this.isInQuotes = false;
    return at;
  }

  /** Nothing may stand between the quote that closes a cell and the end of the cell. */
  private endQuoted(slot: number, closed: number, end: number): void {
    if (end !== closed + 1) this.problem = "text_after_quote";
    if (this.hasDoubled && slot >= 0) this.doubled.push(slot);
    this.hasDoubled = false;
  }

  private endRecord(start: number): void {
    const { line, columns, cells } = this;
    this.line += 1 + this.linesInQuotes;
    const first = this.buffer.bytes[start];
    // An empty line is no row, unless an empty cell is all that a row could hold.
    if (
      cells === 1 &&
      columns !== 1 &&
      columns !== null &&
      (first === LF || first === CR) &&
      this.problem === null
    )
      return;
    const problem = this.problem ?? (columns === null || cells === columns ? null : "ragged");
    if (problem !== null) {
      this.badRows.push({ line, problem, cells });
      return;
    }
    for (const slot of this.doubled) this.makeSingle(this.rows * this.stride + slot * 2);
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
