/**
 * One row as columns of length one, so that the closures over columns answer for it.
 *
 * Only the cells that some condition reads are looked at. Values that a program mostly has (whole and short decimal
 * numbers, texts, members, truth values) become numbers at once; whatever is not certain goes to the field's own
 * reader (`columns/field-reader.ts`), which reads it as it would in any other source and alone refuses it.
 */
import type { FieldType } from "../bundle/table-plan.ts";
import { cellError, isRefusal, type Reading, textOf } from "../columns/cell.ts";
import type { DataError, TablePlan, TextPool } from "../columns/chunk.ts";
import { type BigCells, type CalendarFinder, computations, put } from "../columns/computed.ts";
import { type FieldReader, fieldReader } from "../columns/field-reader.ts";
import { boundsOf } from "../columns/number-cell.ts";
import { notAnObject, ownCell } from "../columns/rows-source.ts";
import { heldFields } from "../columns/table-layout.ts";
import { formEngine } from "../forms/forms.ts";
import { scaleOf } from "../measure/scale.ts";
import type { RowView } from "../measure/truth.ts";
import type { ZoneClock } from "../time/zone.ts";

export interface RecordRow {
  /** The row's numbers, field by field; NaN where one is missing or not needed. */
  readonly cells: Float64Array;
  /** The same as columns, for closures over columns; the row is 0. */
  readonly view: RowView;
  /** Takes in the values of a row, and says what of it could not be read. */
  take(row: unknown): readonly DataError[];
}

/** The fields of a table that are `needed`, of one row at a time. */
export function recordRow(
  plan: TablePlan,
  needed: readonly boolean[],
  pool: TextPool,
  zone: ZoneClock,
  calendars: CalendarFinder,
): RecordRow {
  const computed = computations(plan.fields, zone, calendars).filter(({ field }) => needed[field] === true);
  const held = heldFields(needed, computed);
  const numbers = new Float64Array(plan.fields.length).fill(Number.NaN);
  const columns = plan.fields.map((_, index) => numbers.subarray(index, index + 1));
  const big: BigCells = new Map();
  const view: RowView = { columns, big: null, partnerRow: -1 };
  const cells = plan.fields.flatMap((field, index): readonly CellPlan[] => {
    if (held[index] !== true || field.columns.length === 0) return [];
    const reader = fieldReader(field, { missing: plan.missing, zone, pool, forms: formEngine });
    return [{ field: index, columns: field.columns, reader, quick: quickCell(plan, index, pool) }];
  });
  const values = valueReader(cells.map((cell) => cell.columns[0] ?? ""));

  /** Reads a cell, or several that make one value, as any source would. */
  function readSlowly(cell: CellPlan, row: object): DataError | null {
    const found = cell.columns.map((column) => ownCell(row, column));
    return keep(cell.reader.read(found), cell.field, (part) => textOf(found[part] ?? null));
  }
  function keep(reading: Reading, field: number, textAt: (part: number) => string | null): DataError | null {
    const column = columns[field] as Float64Array;
    put(reading, field, 0, column, big);
    if (typeof reading === "bigint") view.big = big;
    if (typeof reading !== "object" || !isRefusal(reading)) return null;
    const { name, columns: names, personal } = plan.fields[field] as TablePlan["fields"][number];
    const place = { source: plan.name, row: 0, column: names[reading.part] ?? name, personal };
    return { ...cellError(reading, place, textAt(reading.part)), row: null };
  }
  function compute(): readonly DataError[] {
    return computed.flatMap(
      ({ field, read }) => keep(read({ values: columns, big }, 0), field, () => null) ?? [],
    );
  }
  return {
    cells: numbers,
    view,
    take(row) {
      if (typeof row !== "object" || row === null || Array.isArray(row)) {
        return [{ ...notAnObject(plan.name, 0, row), row: null }];
      }
      if (view.big !== null) {
        view.big = null;
        big.clear();
      }
      const found = values(row);
      let problems: DataError[] | null = null;
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at] as CellPlan;
        if (fillQuickly(cell.quick, found[at], numbers, cell.field)) continue;
        const problem = readSlowly(cell, row);
        if (problem !== null) problems = [...(problems ?? []), problem];
      }
      if (problems !== null) return problems;
      return computed.length === 0 ? NO_PROBLEMS : compute();
    },
  };
}

const NO_PROBLEMS: readonly DataError[] = [];

interface CellPlan {
  readonly field: number;
  readonly columns: readonly string[];
  readonly reader: FieldReader;
  readonly quick: QuickCell;
}

const SLOW = 0;
const TEXT = 1;
const SPELLING = 2;
const DECIMAL = 3;
const WHOLE = 4;

/** What is certain of a field's values without its reader. */
interface QuickCell {
  readonly kind: number;
  /** May null, or nothing at all, stand for a missing value? */
  readonly optional: boolean;
  readonly pool: TextPool;
  /** Texts that stand for a missing value beside the empty one; null where there are none. */
  readonly missing: ReadonlySet<string> | null;
  /** Numbers by spelling. */
  readonly spellings: ReadonlyMap<string | boolean, number>;
  /** What one unit is in the column, and the range of numbers that are certain there. */
  readonly scale: number;
  readonly least: number;
  readonly greatest: number;
}

/** Below this many units a decimal is told from all others by its double: fifteen digits are always kept. */
const CERTAIN = 1e15;

function quickCell({ fields, missing }: TablePlan, index: number, pool: TextPool): QuickCell {
  const { type, optional, columns } = fields[index] as TablePlan["fields"][number];
  const spellings = spellingsOf(type).filter(([text]) => text !== "" && !missing.includes(String(text)));
  return {
    kind: columns.length > 1 ? SLOW : kindOf(type),
    optional: optional && columns.length === 1,
    pool,
    missing: missing.length === 0 ? null : new Set(missing),
    spellings: new Map(spellings),
    scale: scaleOf(type),
    ...rangeOf(type),
  };
}

function kindOf(type: FieldType): number {
  switch (type.kind) {
    case "text":
      return TEXT;
    case "one_of":
    case "yes_no":
      return SPELLING;
    case "number":
    case "money":
      return scaleOf(type) < CERTAIN ? DECIMAL : SLOW;
    case "duration":
      // The other units are no powers of ten: of their fractions only the decimal text tells what they are.
      return type.unit === "second" ? DECIMAL : WHOLE;
    default:
      return SLOW;
  }
}

/** Of equal spellings the last holds, as for every other reader. */
function spellingsOf(type: FieldType): readonly (readonly [string | boolean, number])[] {
  if (type.kind === "one_of") return type.members.map(({ written }, index) => [written, index] as const);
  if (type.kind !== "yes_no") return [];
  const texts = [...type.no.map((text) => [text, 0] as const), ...type.yes.map((text) => [text, 1] as const)];
  return [...texts, [false, 0], [true, 1]];
}

function rangeOf(type: FieldType): { least: number; greatest: number } {
  const { least, greatest } = type.kind === "number" ? boundsOf(type) : { least: null, greatest: null };
  return {
    least: least === null ? -CERTAIN : Math.max(Number(least), -CERTAIN),
    greatest: greatest === null ? CERTAIN : Math.min(Number(greatest), CERTAIN),
  };
}

/** Writes the number of a value that is certain; false where the field's reader must be asked. */
function fillQuickly(cell: QuickCell, value: unknown, numbers: Float64Array, field: number): boolean {
  if (value === undefined || value === null) {
    numbers[field] = Number.NaN;
    return cell.optional;
  }
  switch (cell.kind) {
    case TEXT:
      if (typeof value !== "string" || value === "" || cell.missing?.has(value)) return false;
      numbers[field] = cell.pool.code(value);
      return true;
    case SPELLING: {
      const found = cell.spellings.get(value as string | boolean);
      if (found === undefined) return false;
      numbers[field] = found;
      return true;
    }
    case WHOLE:
    case DECIMAL: {
      if (typeof value !== "number" || (cell.kind === WHOLE && !Number.isInteger(value))) return false;
      // A double that is the nearest one to a decimal of at most fifteen digits has that decimal as its shortest
      // text, so no text need be made of it.
      const units = Math.round(value * cell.scale);
      if (units / cell.scale !== value || !(units >= cell.least && units <= cell.greatest)) return false;
      // Zero has no sign.
      numbers[field] = units + 0;
      return true;
    }
    default:
      return false;
  }
}

/** Most values that are read each at a place of its own. */
const PLACES = 32;

type Properties = Readonly<Record<string, unknown>>;

/** Reads the own properties of these names; the list that it gives is used again for the next object. */
function valueReader(names: readonly string[]): (row: object) => readonly unknown[] {
  const values: unknown[] = names.map(() => undefined);
  const inherited = names.some((name) => name in Object.prototype);
  if (inherited || names.length > PLACES || names.length === 0) return (row) => ownValues(row, names, values);
  const last = names[names.length - 1] as string;
  const padded = [...names, ...Array.from({ length: PLACES - names.length }, () => last)];
  const found: unknown[] = padded.map(() => undefined);
  return (row) => {
    if (!isPlain(row)) return ownValues(row, names, values);
    readPlaces(row as Properties, padded, found, names.length);
    return found;
  };
}

function ownValues(row: object, names: readonly string[], values: unknown[]): readonly unknown[] {
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    values[at] = Object.hasOwn(row, name) ? (row as Properties)[name] : undefined;
  }
  return values;
}

/** Has the object no properties but its own, as far as names of columns go? */
function isPlain(row: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(row);
  if (prototype === null) return true;
  if (prototype !== Object.prototype) return false;
  // Nothing should ever be put there, but programs have been made to.
  for (const _ in Object.prototype) return false;
  return true;
}

/**
 * Reads each property at a place of its own in the code: there an engine sees the same name each time and makes the
 * read as quick as if the name were written out; in a loop over names it takes ten times as long.
 */
function readPlaces(row: Properties, names: readonly string[], values: unknown[], count: number): void {
  values[0] = row[names[0] as string];
  values[1] = row[names[1] as string];
  values[2] = row[names[2] as string];
  values[3] = row[names[3] as string];
  values[4] = row[names[4] as string];
  values[5] = row[names[5] as string];
  values[6] = row[names[6] as string];
  values[7] = row[names[7] as string];
  if (count <= 8) return;
  values[8] = row[names[8] as string];
  values[9] = row[names[9] as string];
  values[10] = row[names[10] as string];
  values[11] = row[names[11] as string];
  values[12] = row[names[12] as string];
  values[13] = row[names[13] as string];
  values[14] = row[names[14] as string];
  values[15] = row[names[15] as string];
  if (count <= 16) return;
  values[16] = row[names[16] as string];
  values[17] = row[names[17] as string];
  values[18] = row[names[18] as string];
  values[19] = row[names[19] as string];
  values[20] = row[names[20] as string];
  values[21] = row[names[21] as string];
  values[22] = row[names[22] as string];
  values[23] = row[names[23] as string];
  if (count <= 24) return;
  values[24] = row[names[24] as string];
  values[25] = row[names[25] as string];
  values[26] = row[names[26] as string];
  values[27] = row[names[27] as string];
  values[28] = row[names[28] as string];
  values[29] = row[names[29] as string];
  values[30] = row[names[30] as string];
  values[31] = row[names[31] as string];
}
