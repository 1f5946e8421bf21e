/**
 * Texts, members, yes and no, and every written form, by their bytes.
 *
 * What a cell says depends on its bytes alone, so it is read once per spelling and looked up ever after: members and
 * truth values are known beforehand, codes of texts stand in the pool, and of dates and numbers in a written form
 * the answers of the plain path are remembered.
 */
import type { FieldPlan } from "../bundle/table-plan.ts";
import type { TextPool } from "../columns/chunk.ts";
import { type FieldReader, spellingsOf } from "../columns/field-reader.ts";
import { ByteTable } from "./byte-table.ts";
import {
  type ColumnFiller,
  FALSE,
  type MissingRule,
  NUMBER,
  passMissing,
  TEXT,
  TRUE,
} from "./cell-ranges.ts";
import { decodeText, encodedRoom, encodeText } from "./utf8.ts";

/** The filler of a field whose cells are looked up; every type can be. */
export function textFiller(
  { type }: FieldPlan,
  slot: number,
  rule: MissingRule,
  pool: TextPool | null,
  reader: FieldReader,
): ColumnFiller {
  switch (type.kind) {
    case "text":
      return pool === null ? checkFiller(slot, rule) : codeFiller(slot, rule, pool);
    case "yes_no":
    case "one_of":
      return spellingFiller(slot, rule, spellingsOf(type), type.kind === "yes_no");
    default:
      return rememberingFiller(slot, rule, reader);
  }
}

/** Texts that nobody needs: only their presence counts. */
function checkFiller(slot: number, rule: MissingRule): ColumnFiller {
  const { firsts } = rule;
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const mayMiss = start === bounds[bound + 1] || firsts[bytes[start] as number] !== 0;
      if (mayMiss && passMissing(cells, row, bound, rule, column, left)) continue;
      if (kinds === null || (kinds[bound >> 1] as number) <= NUMBER) column[row] = 0;
      else left.push(row);
    }
  };
}

/** Texts as their codes in the pool. */
function codeFiller(slot: number, rule: MissingRule, pool: TextPool): ColumnFiller {
  const { firsts } = rule;
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const mayMiss = start === end || firsts[bytes[start] as number] !== 0;
      if (mayMiss && passMissing(cells, row, bound, rule, column, left)) continue;
      if (kinds === null || (kinds[bound >> 1] as number) <= NUMBER)
        column[row] = pool.codeOfBytes(bytes, start, end);
      else left.push(row);
    }
  };
}

/** Cells that must be one of some spellings. */
function spellingFiller(
  slot: number,
  rule: MissingRule,
  spellings: ReadonlyMap<string, number>,
  hasTruths: boolean,
): ColumnFiller {
  const { firsts } = rule;
  const table = new ByteTable();
  const values: number[] = [];
  for (const [text, value] of spellings) {
    const bytes = new Uint8Array(encodedRoom(text.length));
    values[table.add(bytes, 0, encodeText(text, bytes, 0))] = value;
  }
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const mayMiss = start === end || firsts[bytes[start] as number] !== 0;
      if (mayMiss && passMissing(cells, row, bound, rule, column, left)) continue;
      const kind = kinds === null ? TEXT : (kinds[bound >> 1] as number);
      const entry = kind <= NUMBER ? table.find(bytes, start, end) : -1;
      if (entry >= 0) column[row] = values[entry] as number;
      else if (hasTruths && (kind === TRUE || kind === FALSE)) column[row] = kind === TRUE ? 1 : 0;
      else left.push(row);
    }
  };
}

/** Most spellings of a column that are remembered. */
const MOST = 1 << 16;
/** Longer cells are read anew each time. */
const LONGEST = 64;

/** Remembers what the plain path made of a spelling, where that is a plain number. */
function rememberingFiller(slot: number, rule: MissingRule, reader: FieldReader): ColumnFiller {
  const { firsts } = rule;
  let table = new ByteTable();
  let values: number[] = [];
  function learn(bytes: Uint8Array, start: number, end: number): number {
    const reading = end - start > LONGEST ? null : reader.read([decodeText(bytes, start, end)]);
    if (typeof reading !== "number") return Number.NaN;
    if (table.size >= MOST) [table, values] = [new ByteTable(), []];
    values[table.add(bytes, start, end)] = reading;
    return reading;
  }
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const mayMiss = start === end || firsts[bytes[start] as number] !== 0;
      if (mayMiss && passMissing(cells, row, bound, rule, column, left)) continue;
      if (kinds !== null && kinds[bound >> 1] !== TEXT) {
        left.push(row);
        continue;
      }
      const known = table.find(bytes, start, end);
      const value = known >= 0 ? (values[known] as number) : learn(bytes, start, end);
      column[row] = value;
      if (Number.isNaN(value)) left.push(row);
    }
  };
}
