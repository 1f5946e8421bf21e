/**
 * JSON bytes → rows, one object per line (NDJSON) or the objects of one list.
 *
 * A line that is broken is a row set aside, since the next line starts anew. In a list nothing tells where a broken
 * row would end, so there it ends the reading.
 */
import { CLOSE_LIST, COMMA, JsonCursor, OPEN_LIST, OPEN_OBJECT } from "./json-cursor.ts";
import { JsonObjectScanner, type ObjectProblem } from "./json-object.ts";
import { LONGEST_RECORD, type RecordBuffer } from "./record-buffer.ts";

/** What is wrong with a row. */
export type JsonRowProblem = ObjectProblem | "broken" | "too_deep" | "not_an_object";

/** A row that is no row of the table. */
export interface BadJsonRow {
  readonly row: number;
  readonly problem: JsonRowProblem;
  /** The column that stands twice. */
  readonly column: string | null;
}

/** What ends the reading. */
export type JsonProblem =
  | "too_long"
  | "not_a_list"
  | "broken_list"
  | "too_deep"
  | "text_after_list"
  | "open_list";

/** How a scan ended. */
export type JsonScanEnd = "full" | "starved" | "closed" | JsonProblem;

const LF = 0x0a;

/** Scans the rows of one file. */
export class JsonScanner {
  readonly cells: JsonObjectScanner;
  /** Line, or number in the list, of each row. */
  lines = new Float64Array(0);
  rows = 0;
  badRows: BadJsonRow[] = [];
  /** Names and values of each row, where whole rows are compared. */
  texts: string[][] = [];
  /** Line or number of the next record. */
  next = 1;
  private readonly buffer: RecordBuffer;
  private readonly isList: boolean;
  /** Rows of a batch at most. */
  private readonly most: number;
  private readonly cursor = new JsonCursor();
  private isOpened = false;
  private isClosed = false;

  constructor(
    buffer: RecordBuffer,
    isList: boolean,
    columns: readonly string[],
    most: number,
    isCompared: boolean,
  ) {
    this.buffer = buffer;
    this.isList = isList;
    this.most = most;
    this.cells = new JsonObjectScanner(this.cursor, columns, isCompared);
  }

  /** Scans complete records until the batch is full; what is left stays in the buffer. */
  scan(): JsonScanEnd {
    this.rows = 0;
    this.badRows = [];
    this.texts = [];
    this.cursor.bytes = this.buffer.bytes;
    this.reserve();
    while (this.rows + this.badRows.length < this.lines.length) {
      const end = this.isList ? this.scanElement() : this.scanLine();
      if (end !== "full") return end;
    }
    return "full";
  }

  /** Makes room for as many rows as the buffer can hold: a row takes two bytes at least, its end included. */
  private reserve(): void {
    const { start, end } = this.buffer;
    const rows = Math.min(this.most, Math.ceil((end - start) / 2) + 1);
    if (rows <= this.lines.length) return;
    this.lines = new Float64Array(rows);
    this.cells.reserve(rows);
  }

  private scanLine(): JsonScanEnd {
    const { cursor } = this;
    const { bytes, start, end } = this.buffer;
    const newline = bytes.indexOf(LF, start);
    const isWhole = newline >= 0 && newline < end;
    if ((isWhole ? newline : end) - start > LONGEST_RECORD) return "too_long";
    if (!isWhole) return "starved";
    [cursor.at, cursor.end] = [start, newline];
    this.buffer.start = newline + 1;
    cursor.skipSpace();
    if (cursor.at < newline) this.endRecord(this.lineProblem(newline));
    this.next += 1;
    return "full";
  }

  private lineProblem(newline: number): JsonRowProblem | null {
    const { cursor, cells } = this;
    if (cursor.bytes[cursor.at] !== OPEN_OBJECT) return "not_an_object";
    const isScanned = cells.scan(this.rows);
    cursor.skipSpace();
    if (cursor.isTooDeep) return "too_deep";
    return isScanned && cursor.at === newline ? cells.problem : "broken";
  }

  private scanElement(): JsonScanEnd {
    const { cursor, buffer, cells } = this;
    [cursor.at, cursor.end] = [buffer.start, buffer.end];
    cursor.skipSpace();
    buffer.start = cursor.at;
    if (this.isClosed) return cursor.at < cursor.end ? "text_after_list" : "closed";
    if (!this.isOpened) return this.openList();
    const isRow = cursor.bytes[cursor.at] === OPEN_OBJECT;
    const isScanned = isRow ? cells.scan(this.rows) : cursor.nested(1);
    if (isScanned) cursor.skipSpace();
    if (cursor.at - buffer.start > LONGEST_RECORD) return "too_long";
    if (cursor.at >= cursor.end) return buffer.isLast ? "open_list" : "starved";
    this.isClosed = isScanned && cursor.bytes[cursor.at] === CLOSE_LIST;
    if (!isScanned || !(this.isClosed || cursor.bytes[cursor.at] === COMMA)) {
      return cursor.isTooDeep ? "too_deep" : "broken_list";
    }
    buffer.start = cursor.at + 1;
    this.endRecord(isRow ? cells.problem : "not_an_object");
    this.next += 1;
    return "full";
  }

  private openList(): JsonScanEnd {
    const { cursor, buffer } = this;
    if (cursor.at < cursor.end && cursor.bytes[cursor.at] !== OPEN_LIST) return "not_a_list";
    // What follows the bracket tells whether the list is empty, so it must have come.
    if (cursor.sign(OPEN_LIST) && cursor.at < cursor.end) {
      this.isOpened = true;
      this.isClosed = cursor.sign(CLOSE_LIST);
      buffer.start = cursor.at;
      return "full";
    }
    return !buffer.isLast ? "starved" : cursor.at > buffer.start ? "open_list" : "not_a_list";
  }

  private endRecord(problem: JsonRowProblem | null): void {
    const { cells } = this;
    if (problem !== null) {
      this.badRows.push({
        row: this.next,
        problem,
        column: problem === "repeated_column" ? cells.repeated : null,
      });
      return;
    }
    cells.settle();
    if (cells.members.length > 0) this.texts[this.rows] = rowTexts(cells.members);
    this.lines[this.rows] = this.next;
    this.rows += 1;
  }
}

/** Names and values in the order of the names; a missing value is as good as none. */
function rowTexts(members: readonly [string, string][]): string[] {
  return [...members]
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flat();
}
