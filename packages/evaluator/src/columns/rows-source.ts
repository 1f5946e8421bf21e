/**
 * Rows of the embedding program as a source.
 *
 * Rows are objects whose own properties are the file's columns: text is read as a cell of a file would be, numbers,
 * truth values and big integers are taken as they are, null, undefined and absent ones are missing. Inherited
 * properties do not count, whatever they are called. A row may be reused by the program once the next is asked for.
 */
import { type RawCell, shown, textOf } from "./cell.ts";
import type { Chunk, ChunkSource, DataError, ReadContext } from "./chunk.ts";
import { withoutExponent } from "./number-cell.ts";
import { type TableLayout, tableLayout } from "./table-layout.ts";
import { type CellBatch, TableReader } from "./table-reader.ts";

/** Rows given to the table reader at a time. */
const BATCH = 2048;
/** Most extra columns that are named. */
const NAMED = 1000;

/** The rows of one dataset. Open it once per run; an iterable that can be read only once serves one run. */
export function rowsSource(name: string, rows: Iterable<object> | AsyncIterable<object>): ChunkSource {
  return {
    kind: "chunks",
    name,
    open: (context) =>
      Symbol.asyncIterator in rows ? asyncChunks(name, rows, context) : chunks(name, rows, context),
  };
}

function* chunks(name: string, rows: Iterable<object>, context: ReadContext): Generator<Chunk> {
  const gathering = gatherRows(name, context);
  for (const row of rows) {
    gathering.add(row);
    if (gathering.isFull()) yield* gathering.take();
  }
  yield* gathering.take();
}

async function* asyncChunks(
  name: string,
  rows: AsyncIterable<object>,
  context: ReadContext,
): AsyncGenerator<Chunk> {
  const gathering = gatherRows(name, context);
  for await (const row of rows) {
    gathering.add(row);
    if (gathering.isFull()) yield* gathering.take();
  }
  yield* gathering.take();
}

/** Rows taken in one by one; the number of a row is its place among them. */
export interface Gathering {
  add(row: unknown): void;
  isFull(): boolean;
  /** The chunk of the rows added since the last one, if any row is left of them. */
  take(): Chunk[];
}

/** Takes in rows of one source that was opened in a context. */
export function gatherRows(name: string, context: ReadContext): Gathering {
  const layout = tableLayout(context.plan);
  const reader = new TableReader(name, context, layout);
  const noteExtra = extraColumns(layout, context);
  const seen = new Set<string>();
  let gathered = nothingGathered();
  let number = 0;
  return {
    isFull: () => gathered.rows + gathered.faults.length >= BATCH,
    add(row) {
      number += 1;
      if (typeof row !== "object" || row === null || Array.isArray(row)) {
        gathered.faults.push(notAnObject(name, number, row));
        return;
      }
      // Values are taken out at once: the program may fill the same object anew for its next row.
      for (const column of layout.columns) gathered.cells.push(ownCell(row, column));
      if (context.plan.duplicatesOnce) gathered.texts.push(rowText(row));
      noteExtra(row);
      gathered.lines[gathered.rows] = number;
      gathered.rows += 1;
    },
    take() {
      const chunk = reader.read(objectBatch(gathered, layout.columns.length, seen));
      gathered = nothingGathered();
      return chunk === null ? [] : [chunk];
    },
  };
}

/** Rows taken in since the last chunk. */
interface Gathered {
  rows: number;
  readonly lines: Float64Array;
  readonly faults: (DataError & { readonly row: number })[];
  readonly cells: RawCell[];
  /** Where duplicates count once: names and values of each row's columns. */
  readonly texts: string[];
}

function nothingGathered(): Gathered {
  return { rows: 0, lines: new Float64Array(BATCH), faults: [], cells: [], texts: [] };
}

function objectBatch(gathered: Gathered, width: number, seen: Set<string>): CellBatch {
  return {
    rows: gathered.rows,
    lines: gathered.lines,
    faults: gathered.faults,
    cell: (row, slot) => gathered.cells[row * width + slot] ?? null,
    fill: () => false,
    isRepeated(row) {
      const { size } = seen;
      return seen.add(gathered.texts[row] ?? "").size === size;
    },
  };
}

/** The error of a row that is no object. */
export function notAnObject(source: string, row: number, value: unknown): DataError & { row: number } {
  const what = value === null ? "nothing" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
  const message = `this row is ${what}, and a row is an object with the columns as its properties`;
  return { code: "TEN4207", source, row, column: null, value: null, message };
}

/** The cell that an object has for a column. */
export function ownCell(row: object, column: string): RawCell {
  return Object.hasOwn(row, column) ? rawCell((row as Readonly<Record<string, unknown>>)[column]) : null;
}

function rawCell(value: unknown): RawCell {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "undefined":
      return null;
    case "bigint":
      return { kind: "number", text: String(value) };
    case "number":
      if (!Number.isFinite(value)) return { kind: "other", what: `no finite number (${value})` };
      return { kind: "number", text: withoutExponent(String(value)) };
    default:
      if (value === null) return null;
      return {
        kind: "other",
        what: Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`,
      };
  }
}

/** Names and values of all columns that have a value, in the order of their names. */
function rowText(row: object): string {
  const columns = Object.keys(row).sort();
  const texts = columns.flatMap((column) => {
    const cell = ownCell(row, column);
    if (cell === null || cell === "") return [];
    return [column, textOf(cell) ?? nestedText((row as Readonly<Record<string, unknown>>)[column])];
  });
  // As JSON, so that no text can be taken for two.
  return JSON.stringify(texts);
}

/** A value that is no cell, as text; such values stand only in columns that nobody declared. */
function nestedText(value: unknown): string {
  try {
    return `${typeof value} ${JSON.stringify(value)}`;
  } catch {
    return `${typeof value} that JSON cannot hold`;
  }
}

/** Names columns that no field reads, each once. */
function extraColumns(layout: TableLayout, { tally }: ReadContext): (row: object) => void {
  const known = new Set(layout.columns);
  const extra = new Set<string>();
  return (row) => {
    for (const column of Object.keys(row)) {
      if (known.has(column)) continue;
      known.add(column);
      if (extra.size >= NAMED) continue;
      extra.add(shown(column));
      tally.ignoredColumns = [...extra];
    }
  };
}
