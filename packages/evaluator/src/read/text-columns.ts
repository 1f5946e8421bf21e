/**
 * Texts, members, yes and no, and every written form, by their bytes.
 *
 * What a cell says depends on its bytes alone, so it is read once per spelling and looked up ever after: members and
 * truth values are known beforehand, codes of texts stand in the pool, and of dates and numbers in a written form
 * the answers of the plain path are remembered.
 */
import type { FieldPlan } from "../bundle/plan.ts";
import { ByteTable } from "../columns/byte-table.ts";
import type { TextPool } from "../columns/chunk.ts";
import type { FieldReader } from "../columns/field-reader.ts";
import { decodeText, encodedRoom, encodeText } from "../columns/utf8.ts";
import {
  type ColumnFiller,
  FALSE,
  MISSING,
  type MissingRule,
  PRESENT,
  presenceOf,
  TEXT,
  TRUE,
} from "./cell-ranges.ts";

type CellLookup = (bytes: Uint8Array, start: number, end: number) => number;

/** The filler of a field whose cells are looked up; every type can be. */
export function textFiller(
  field: FieldPlan,
  slot: number,
  rule: MissingRule,
  pool: TextPool | null,
  reader: FieldReader,
): ColumnFiller {
  const lookup = lookupOf(field, pool, reader);
  const hasTruths = field.type.kind === "yes_no";
  return (cells, column, left) => {
    const { bytes, rows, bounds, stride, kinds } = cells;
    for (let row = 0, bound = slot * 2; row < rows; row += 1, bound += stride) {
      const start = bounds[bound] as number;
      const end = bounds[bound + 1] as number;
      const presence = presenceOf(cells, start, end, bound / 2, rule);
      const kind = kinds === null ? TEXT : (kinds[bound / 2] as number);
      let value = Number.NaN;
      if (presence === PRESENT) {
        if (kind === TEXT) value = lookup(bytes, start, end);
        else if (hasTruths) value = truthOf(kind);
      }
      column[row] = value;
      if (Number.isNaN(value) && presence !== MISSING) left.push(row);
    }
  };
}

function truthOf(kind: number): number {
  return kind === TRUE ? 1 : kind === FALSE ? 0 : Number.NaN;
}

function lookupOf({ type }: FieldPlan, pool: TextPool | null, reader: FieldReader): CellLookup {
  switch (type.kind) {
    case "text":
      return pool === null ? () => 0 : (bytes, start, end) => pool.codeOfBytes(bytes, start, end);
    case "yes_no":
      return spellingLookup([
        ...type.no.map((text) => [text, 0] as const),
        ...type.yes.map((text) => [text, 1] as const),
      ]);
    case "one_of":
      return spellingLookup(type.members.map((member, index) => [member.written, index]));
    default:
      return rememberedLookup(reader);
  }
}

/** Looks a cell up among spellings; of equal ones the last holds, as for the plain path. */
function spellingLookup(spellings: readonly (readonly [string, number])[]): CellLookup {
  const table = new ByteTable();
  const values: number[] = [];
  for (const [text, value] of spellings) {
    const bytes = new Uint8Array(encodedRoom(text.length));
    values[table.add(bytes, 0, encodeText(text, bytes, 0))] = value;
  }
  return (bytes, start, end) => {
    const entry = table.find(bytes, start, end);
    return entry < 0 ? Number.NaN : (values[entry] as number);
  };
}

/** Most spellings of a column that are remembered. */
const MOST = 1 << 16;
/** Longer cells are read anew each time. */
const LONGEST = 64;

/** Remembers what the plain path made of a spelling, where that is a plain number. */
function rememberedLookup(reader: FieldReader): CellLookup {
  let table = new ByteTable();
  let values: number[] = [];
  return (bytes, start, end) => {
    if (end - start > LONGEST) return Number.NaN;
    const known = table.find(bytes, start, end);
    if (known >= 0) return values[known] as number;
    const reading = reader.read([decodeText(bytes, start, end)]);
    if (typeof reading !== "number") return Number.NaN;
    if (table.size >= MOST) [table, values] = [new ByteTable(), []];
    values[table.add(bytes, start, end)] = reading;
    return reading;
  };
}
