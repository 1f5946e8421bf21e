/**
 * A batch of cells → a chunk.
 *
 * Sources cut their input into batches of rows and cells; what follows is the same for all of them and stands here.
 * Field by field the cells become numbers; a batch may fill what it is sure of by itself and leaves the rest to the
 * fields' own readers. Rows with a refused cell are set aside whole, then exact duplicates are dropped, then the
 * rest moves together and becomes the chunk. Errors are listed in the order of the file.
 */
import { cellError, isRefusal, type RawCell, type Reading, type Refusal, textOf } from "./cell.ts";
import type { Chunk, DataError, ReadContext } from "./chunk.ts";
import { type BigCells, type Computation, computations, mayBeRefused, put } from "./computed.ts";
import { type FieldReader, fieldReader } from "./field-reader.ts";
import { reportError } from "./read-tally.ts";
import { heldFields, type TableLayout } from "./table-layout.ts";

/** Rows of one dataset as cells. Slots are places in the layout's `columns`. */
export interface CellBatch {
  readonly rows: number;
  /** Line or number of each row; the table reader may move them. */
  readonly lines: Float64Array;
  /** Rows that could not be cut into cells, in the order of the file; they are not among `rows`. */
  readonly faults: readonly (DataError & { readonly row: number })[];
  cell(row: number, slot: number): RawCell;
  /**
   * Writes the numbers of a field that it is sure of and adds the other rows to `left`; false where it has no way of
   * its own to read the field.
   */
  fill(field: number, column: Float64Array, left: RowList): boolean;
  /**
   * Was an equal row there before, in this batch or an earlier one? Rows are equal in every cell as the file has it, also
   * in columns that are not declared. Asked only where duplicates count once, of rising rows.
   */
  isRepeated(row: number): boolean;
}

/** Row numbers of a batch, in rising order. */
export class RowList {
  rows: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.rows = new Int32Array(capacity);
  }

  push(row: number): void {
    this.rows[this.count++] = row;
  }
}

/** What is found while the fields of one batch are read. */
interface Findings {
  readonly big: BigCells;
  readonly refused: { readonly row: number; readonly field: number; readonly refusal: Refusal }[];
  readonly moved: { readonly row: number; readonly kind: "skipped" | "repeated" }[];
}

/** Reads the batches of one source that was opened in a context. */
export class TableReader {
  private readonly source: string;
  private readonly context: ReadContext;
  private readonly layout: TableLayout;
  private readonly computed: readonly Computation[];
  private readonly held: readonly boolean[];
  /** The field that names a row's partner; -1 where none is read. */
  private readonly owner: number;
  private readonly readers: readonly FieldReader[];
  /** One column per field, reused from batch to batch; fields that nobody holds share one. */
  private columns: readonly Float64Array[] = [];
  private left = new RowList(0);

  constructor(source: string, context: ReadContext, layout: TableLayout) {
    const { plan, needed, pool, zone, calendars, forms = null } = context;
    this.source = source;
    this.context = context;
    this.layout = layout;
    // What may be refused is worked out even where nothing needs it.
    this.computed = computations(plan.fields, zone, calendars).filter(
      ({ field }) => needed[field] === true || mayBeRefused(plan.fields[field]),
    );
    this.held = heldFields(needed, this.computed);
    const { partner } = plan;
    this.owner = plan.fields.findIndex(
      ({ name }, field) => partner?.kind === "field" && name === partner.field && needed[field] === true,
    );
    this.readers = plan.fields.map((field, index) =>
      fieldReader(field, { missing: plan.missing, zone, forms, pool: needed[index] === true ? pool : null }),
    );
  }

  /** Counts and reports what the batch holds; null where no row is left. */
  read(batch: CellBatch): Chunk | null {
    const { context, layout } = this;
    const findings: Findings = { big: new Map(), refused: [], moved: [] };
    this.reserve(batch.rows);
    context.tally.rows += batch.rows + batch.faults.length;
    for (const field of this.readers.keys()) this.readField(batch, field, findings);
    this.compute(batch, findings);
    if (findings.refused.length + batch.faults.length > 0)
      report(this.source, context, layout, batch, findings);
    const kept = this.keptRows(batch, findings);
    countMoved(context, findings, kept, batch.rows);
    if (kept.count === 0) return null;
    if (kept.count < batch.rows)
      for (const column of new Set([...this.columns, batch.lines])) gather(column, kept);
    return {
      length: kept.count,
      columns: this.columns.map((column, field) => (context.needed[field] === true ? column : null)),
      lines: batch.lines,
      big: bigOf(findings.big, kept, batch.rows, context.needed),
    };
  }

  private reserve(rows: number): void {
    if (rows <= this.left.rows.length) return;
    const spare = new Float64Array(rows);
    this.columns = this.held.map((isHeld) => (isHeld ? new Float64Array(rows) : spare));
    this.left = new RowList(rows);
  }

  private readField(batch: CellBatch, field: number, findings: Findings): void {
    const { left } = this;
    const column = this.columns[field];
    const reader = this.readers[field];
    const slots = this.layout.slots[field];
    if (column === undefined || reader === undefined || slots === undefined || slots.length === 0) return;
    left.count = 0;
    if (!batch.fill(field, column, left)) for (let row = 0; row < batch.rows; row += 1) left.push(row);
    for (let at = 0; at < left.count; at += 1) {
      const row = left.rows[at] as number;
      note(readRow(batch, row, slots, reader), row, field, column, findings);
    }
  }

  private compute(batch: CellBatch, findings: Findings): void {
    const view = { values: this.columns, big: findings.big };
    for (const { field, read } of this.computed) {
      const column = this.columns[field];
      if (column === undefined) continue;
      for (let row = 0; row < batch.rows; row += 1) note(read(view, row), row, field, column, findings);
    }
  }

  /** The rows that stay: those without a bad cell that were not seen before. Where all do, they are not listed. */
  private keptRows(batch: CellBatch, findings: Findings): RowList {
    const { left } = this;
    const { tally, plan } = this.context;
    const bad = new Set(findings.refused.map(({ row }) => row));
    tally.setAside += bad.size + batch.faults.length;
    for (const row of bad) tally.setAsideOf.add(this.columns[this.owner]?.[row] ?? Number.NaN);
    left.count = batch.rows;
    if (bad.size === 0 && !plan.duplicatesOnce) return left;
    left.count = 0;
    for (let row = 0; row < batch.rows; row += 1) {
      if (bad.has(row)) continue;
      if (plan.duplicatesOnce && batch.isRepeated(row)) tally.duplicates += 1;
      else left.push(row);
    }
    return left;
  }
}

function readRow(batch: CellBatch, row: number, slots: readonly number[], reader: FieldReader): Reading {
  const [first = 0] = slots;
  return reader.read(
    slots.length === 1 ? [batch.cell(row, first)] : slots.map((slot) => batch.cell(row, slot)),
  );
}

function note(reading: Reading, row: number, field: number, column: Float64Array, findings: Findings): void {
  put(reading, field, row, column, findings.big);
  if (typeof reading !== "object") return;
  if (isRefusal(reading)) findings.refused.push({ row, field, refusal: reading });
  else findings.moved.push({ row, kind: reading.kind });
}

/** Lists the batch's errors by row, and within a row by field. */
function report(
  source: string,
  { plan, tally }: ReadContext,
  layout: TableLayout,
  batch: CellBatch,
  findings: Findings,
): void {
  const cells = findings.refused.map(({ row, field, refusal }) => ({
    line: batch.lines[row] ?? 0,
    error: (): DataError => {
      const { name, columns, personal } = plan.fields[field] ?? { name: "", columns: [], personal: true };
      const slot = layout.slots[field]?.[refusal.part];
      const text = slot === undefined ? null : textOf(batch.cell(row, slot));
      const place = { source, row: batch.lines[row] ?? 0, column: columns[refusal.part] ?? name, personal };
      return cellError(refusal, place, text);
    },
  }));
  const rows = batch.faults.map((fault) => ({ line: fault.row, error: () => fault }));
  for (const { error } of [...rows, ...cells].sort((a, b) => a.line - b.line)) {
    if (tally.errors.length < tally.maxErrors) reportError(tally, error());
    else tally.errorCount += 1;
  }
}

function countMoved({ tally }: ReadContext, { moved }: Findings, kept: RowList, rows: number): void {
  if (moved.length === 0) return;
  const staying = kept.count < rows ? new Set(kept.rows.subarray(0, kept.count)) : null;
  for (const { row, kind } of moved) {
    if (staying?.has(row) === false) continue;
    if (kind === "skipped") tally.skippedTimes += 1;
    else tally.repeatedTimes += 1;
  }
}

/** Moves the kept rows of a column together. */
function gather(column: Float64Array, kept: RowList): void {
  for (let at = 0; at < kept.count; at += 1) column[at] = column[kept.rows[at] as number] as number;
}

/** The big numbers of needed columns, by the places their rows have now. */
function bigOf(big: BigCells, kept: RowList, rows: number, needed: readonly boolean[]): Chunk["big"] {
  if (big.size === 0) return null;
  const places = new Map<number, number>();
  if (kept.count < rows) for (let at = 0; at < kept.count; at += 1) places.set(kept.rows[at] as number, at);
  const moved = new Map<number, Map<number, bigint>>();
  for (const [field, cells] of big) {
    if (needed[field] !== true) continue;
    const entries = [...cells].map(
      ([row, value]) => [kept.count < rows ? places.get(row) : row, value] as const,
    );
    const staying = entries.filter((entry): entry is [number, bigint] => entry[0] !== undefined);
    if (staying.length > 0) moved.set(field, new Map(staying));
  }
  return moved.size === 0 ? null : moved;
}
