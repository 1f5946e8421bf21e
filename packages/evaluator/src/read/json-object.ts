/**
 * One JSON object → the places of a row's cells.
 *
 * Values of wanted columns are written down with what they are; values of other columns are checked and passed over.
 * Rows mostly name their columns in the same order, so each name is first compared with the one that stood in its
 * place in the row before.
 */

import { shown } from "../columns/cell.ts";
import { ByteTable } from "./byte-table.ts";
import { FALSE, NESTED, NUMBER, TEXT, TRUE } from "./cell-ranges.ts";
import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  type JsonCursor,
  OPEN_LIST,
  OPEN_OBJECT,
} from "./json-cursor.ts";
import { makePlain } from "./json-escapes.ts";
import { decodeText, encodedRoom, encodeText } from "./utf8.ts";

/** What is wrong with a row that is an object. */
export type ObjectProblem = "not_text" | "repeated_column";

/** Most columns without a field that are remembered by name. */
const MOST_EXTRA = 1000;

/** Scans the objects of one file. */
export class JsonObjectScanner {
  /** Start and end of each wanted cell, `stride` numbers per row; a missing value is an empty range. */
  bounds = new Int32Array(0);
  kinds = new Uint8Array(0);
  readonly stride: number;
  /** Names of columns without a field, in the order they came. */
  readonly extra: string[] = [];
  /** Names and values of the last object; filled only where whole rows are compared. */
  members: [string, string][] = [];
  problem: ObjectProblem | null = null;
  /** The column that stands twice. */
  repeated: string | null = null;
  private readonly cursor: JsonCursor;
  private readonly isCompared: boolean;
  private readonly columns: readonly string[];
  /** Names of columns as they stand in the file; the wanted ones come first, numbered as their slots. */
  private readonly names = new ByteTable();
  /** Per place in a row: the name that stood there last, and its bytes from the first quote to the colon. */
  private readonly lastNames: number[] = [];
  private readonly lastBytes: Uint8Array[] = [];
  /** Per slot: the number of the object that it was last found in. */
  private readonly foundIn: Float64Array;
  private objects = 0;
  /** Places in `bounds` of cells with escapes. */
  private readonly escaped: number[] = [];

  constructor(cursor: JsonCursor, columns: readonly string[], isCompared: boolean) {
    this.cursor = cursor;
    this.columns = columns;
    this.isCompared = isCompared;
    this.stride = columns.length * 2;
    this.foundIn = new Float64Array(columns.length);
    for (const column of columns) {
      const bytes = new Uint8Array(encodedRoom(column.length));
      this.names.add(bytes, 0, encodeText(column, bytes, 0));
    }
  }

  /** Makes room for the cells of so many rows. */
  reserve(rows: number): void {
    this.bounds = new Int32Array(rows * this.stride);
    this.kinds = new Uint8Array(rows * this.columns.length);
  }

  /** Steps over the object at the cursor; false where the text is not JSON. Nothing is changed in the bytes. */
  scan(row: number): boolean {
    const { cursor } = this;
    this.start();
    if (!cursor.sign(OPEN_OBJECT)) return false;
    if (cursor.bytes[cursor.at] === CLOSE_OBJECT) return this.close(row);
    for (let place = 0; ; place += 1) {
      const last = this.lastBytes[place];
      if (last !== undefined && isEqual(last, cursor.bytes, cursor.at)) {
        cursor.at += last.length;
        cursor.skipSpace();
        if (!this.scanValue(row, this.lastNames[place] as number)) return false;
      } else {
        const name = this.readName(place);
        if (name === null || !this.scanValue(row, name)) return false;
      }
      cursor.skipSpace();
      if (!cursor.sign(COMMA)) return this.close(row);
    }
  }

  private start(): void {
    this.objects += 1;
    this.problem = null;
    this.repeated = null;
    if (this.isCompared) this.members = [];
    if (this.escaped.length > 0) this.escaped.length = 0;
    this.cursor.isNotText = false;
    this.cursor.isTooDeep = false;
  }

  private close(row: number): boolean {
    const { cursor } = this;
    if (cursor.at >= cursor.end || cursor.bytes[cursor.at] !== CLOSE_OBJECT) return false;
    cursor.at += 1;
    if (cursor.isNotText) this.problem = "not_text";
    for (let slot = 0; slot < this.columns.length; slot += 1) {
      if (this.foundIn[slot] !== this.objects) this.writeRange(row * this.stride + slot * 2, 0, 0, TEXT);
    }
    return true;
  }

  /** Makes the escaped cells of the last object plain, once it is known that it is whole. */
  settle(): void {
    for (const bound of this.escaped) {
      this.bounds[bound + 1] = makePlain(
        this.cursor.bytes,
        this.bounds[bound] as number,
        this.bounds[bound + 1] as number,
      );
    }
  }

  /** Steps over a column's name and gives its number, -1 where it is not remembered; null where it is not JSON. */
  private readName(place: number): number | null {
    const { cursor } = this;
    const start = cursor.at;
    if (!cursor.string()) return null;
    const bytes = cursor.bytes.slice(start + 1, cursor.at - 1);
    const length = cursor.hasEscapes ? makePlain(bytes, 0, bytes.length) : bytes.length;
    if (this.isCompared) this.members.push([decodeText(bytes, 0, length), ""]);
    const found = this.names.find(bytes, 0, length);
    const name = found < 0 && !cursor.isNotText ? this.addExtra(bytes, length) : found;
    // Where whole rows are compared every name is wanted as text, so none is passed over quickly.
    if (!cursor.hasEscapes && !cursor.isNotText && !this.isCompared) {
      this.lastNames[place] = name;
      this.lastBytes[place] = Uint8Array.of(DOUBLE_QUOTE, ...bytes, DOUBLE_QUOTE, COLON);
    }
    cursor.skipSpace();
    return cursor.sign(COLON) ? name : null;
  }

  private addExtra(bytes: Uint8Array, length: number): number {
    if (this.extra.length >= MOST_EXTRA) return -1;
    this.extra.push(shown(decodeText(bytes, 0, length)));
    return this.names.add(bytes, 0, length);
  }

  private scanValue(row: number, name: number): boolean {
    const { cursor } = this;
    const first = cursor.bytes[cursor.at] as number;
    const start = cursor.at;
    cursor.hasEscapes = false;
    const isNested = first === OPEN_OBJECT || first === OPEN_LIST;
    if (!(isNested ? cursor.nested(1) : cursor.scalar())) return false;
    const isText = first === DOUBLE_QUOTE;
    const isNull = first === LETTER_N;
    const from = isText ? start + 1 : isNull ? 0 : start;
    const to = isText ? cursor.at - 1 : isNull ? 0 : cursor.at;
    if (this.isCompared) this.noteMember(from, to, isText && cursor.hasEscapes, isNested);
    if (name >= 0 && name < this.columns.length) this.writeCell(row, name, from, to, kindOf(first));
    return true;
  }

  private writeCell(row: number, slot: number, from: number, to: number, kind: number): void {
    if (this.foundIn[slot] === this.objects) {
      this.problem = "repeated_column";
      this.repeated = this.columns[slot] ?? null;
    }
    this.foundIn[slot] = this.objects;
    const bound = row * this.stride + slot * 2;
    this.writeRange(bound, from, to, kind);
    if (kind === TEXT && this.cursor.hasEscapes) this.escaped.push(bound);
  }

  private writeRange(bound: number, from: number, to: number, kind: number): void {
    this.bounds[bound] = from;
    this.bounds[bound + 1] = to;
    this.kinds[bound >> 1] = kind;
  }

  private noteMember(from: number, to: number, hasEscapes: boolean, isNested: boolean): void {
    const bytes = this.cursor.bytes.slice(from, to);
    const end = hasEscapes ? makePlain(bytes, 0, bytes.length) : bytes.length;
    const member = this.members[this.members.length - 1];
    if (member !== undefined) member[1] = `${isNested ? "nested " : ""}${decodeText(bytes, 0, end)}`;
  }
}

const LETTER_N = 0x6e;
const LETTER_T = 0x74;
const LETTER_F = 0x66;

/** What a value is, by its first byte; null is missing text. */
function kindOf(first: number): number {
  switch (first) {
    case DOUBLE_QUOTE:
    case LETTER_N:
      return TEXT;
    case OPEN_OBJECT:
    case OPEN_LIST:
      return NESTED;
    case LETTER_T:
      return TRUE;
    case LETTER_F:
      return FALSE;
    default:
      return NUMBER;
  }
}

function isEqual(name: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < name.length; at += 1) if (name[at] !== bytes[start + at]) return false;
  return true;
}
