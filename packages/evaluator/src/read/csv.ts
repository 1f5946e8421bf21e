/**
 * CSV as a source: header, batches of rows, and what goes wrong with either.
 *
 * The first line names the columns. Rows that break the rules of CSV are set aside one by one; what makes the rest
 * of the file unreadable (no header, another encoding, a quote that never closes, a row without end) ends the
 * reading with one error, and never looks like an empty file.
 */
import type { DataError, ReadContext } from "../columns/chunk.ts";
import { reportFatal } from "../columns/read-tally.ts";
import { type TableLayout, tableLayout } from "../columns/table-layout.ts";
import { type CellBatch, TableReader } from "../columns/table-reader.ts";
import { decodeText } from "../columns/utf8.ts";
import type { ColumnFiller } from "./cell-ranges.ts";
import { type Header, matchHeader } from "./csv-header.ts";
import { endProblems, type FileProblem, rowProblem } from "./csv-problems.ts";
import { type BadRow, CsvScanner, type ScanEnd } from "./csv-scanner.ts";
import { otherEncoding, skipByteOrderMark } from "./encoding.ts";
import { columnFillers } from "./fillers.ts";
import { RecordBuffer } from "./record-buffer.ts";
import { type ReaderSettings, type RecordReader, USUAL } from "./record-reader.ts";

/** What stands between columns. */
export type Delimiter = "," | ";" | "\t";

/** Cells and rows of a batch at most. */
const CELLS = 1 << 16;
const ROWS = 1 << 13;

/** Reads one CSV file in a context. */
export function csvReader(
  source: string,
  context: ReadContext,
  delimiter: Delimiter,
  settings: ReaderSettings = USUAL,
): RecordReader {
  const { tally, plan } = context;
  const buffer = new RecordBuffer(settings.room);
  const scanner = new CsvScanner(buffer, delimiter);
  const layout = tableLayout(plan);
  const fillers = settings.isQuick ? columnFillers(context, layout) : [];
  const reader = new TableReader(source, context, layout);
  let file: FileColumns | null = null;

  function fail(problems: readonly FileProblem[]): void {
    for (const problem of problems) reportFatal(tally, { ...problem, source, value: null });
  }
  /** Reads the header, if all of it has come. */
  function start(): void {
    const header = readHeader(scanner, buffer, delimiter, layout);
    if ("problems" in header) {
      fail(header.problems);
      return;
    }
    tally.ignoredColumns = header.ignored;
    file = fileColumns(header.slots, layout, plan.duplicatesOnce);
    const rows = Math.max(1, Math.min(ROWS, Math.floor(CELLS / file.width)));
    scanner.want(file.slots, file.width, header.slots.length, rows);
  }
  return {
    buffer,
    *drain() {
      if (file === null) start();
      else scanner.load();
      for (let end: ScanEnd = "full"; file !== null && end === "full"; ) {
        end = scanner.scan();
        const chunk = reader.read(csvBatch(source, scanner, buffer, fillers, file));
        if (chunk !== null) yield chunk;
        fail(endProblems(end, scanner.line, buffer.isLast));
      }
    },
  };
}

/** Reads the first line; no problems and no header where it has not come whole. */
function readHeader(
  scanner: CsvScanner,
  buffer: RecordBuffer,
  delimiter: Delimiter,
  layout: TableLayout,
): Header | { problems: readonly FileProblem[] } {
  const encoding = otherEncoding(buffer);
  if (encoding !== null) return unreadable("TEN4305", null, encoding);
  skipByteOrderMark(buffer);
  scanner.load();
  if (buffer.start === buffer.end) return unreadable("TEN4301", null, EMPTY);
  const widest = countOf(buffer, delimiter) + 1;
  const everyColumn = Int32Array.from({ length: widest }, (_, column) => column);
  scanner.want(everyColumn, widest, null, 1);
  const end = scanner.scan();
  if (end !== "full") return { problems: endProblems(end, scanner.line, buffer.isLast) };
  const [bad] = scanner.badRows;
  if (bad !== undefined)
    return unreadable("TEN4301", 1, `the header cannot be read: it ${rowProblem(bad, 0).text}`);
  const names = Array.from({ length: scanner.cells }, (_, column) => textAt(scanner, buffer, column));
  if (names.join("") === "") return unreadable("TEN4301", 1, NAMELESS);
  return matchHeader(names, layout, delimiter);
}

const EMPTY = "the file is empty: its first line must name the columns";
const NAMELESS = "the first line is empty, and it must name the columns";

function unreadable(code: string, row: number | null, message: string): { problems: readonly FileProblem[] } {
  return { problems: [{ code, row, column: null, message }] };
}

/** The columns of a file as the scanner shall find them. */
interface FileColumns {
  readonly slots: Int32Array;
  readonly width: number;
}

/** Where exact duplicates are looked for, every column is wanted; declared ones keep their slots. */
function fileColumns(slots: Int32Array, layout: TableLayout, isEveryWanted: boolean): FileColumns {
  let width = layout.columns.length;
  if (!isEveryWanted) return { slots, width: Math.max(width, 1) };
  return { slots: slots.map((slot) => (slot < 0 ? width++ : slot)), width };
}

function csvBatch(
  source: string,
  scanner: CsvScanner,
  buffer: RecordBuffer,
  fillers: readonly (ColumnFiller | null)[],
  { slots }: FileColumns,
): CellBatch {
  const { rows, lines, bounds, stride } = scanner;
  const { bytes } = buffer;
  const cells = { bytes, rows, bounds, stride, kinds: null };
  return {
    rows,
    lines,
    faults: scanner.badRows.map((bad) => rowFault(source, bad, slots.length)),
    cell: (row, slot) => textAt(scanner, buffer, (row * stride) / 2 + slot),
    fill(field, column, left) {
      const filler = fillers[field] ?? null;
      filler?.(cells, column, left);
      return filler !== null;
    },
    writeRow(row, key) {
      for (const slot of slots) {
        const bound = row * stride + slot * 2;
        key.addBytes(bytes, bounds[bound] ?? 0, bounds[bound + 1] ?? 0);
      }
    },
  };
}

function textAt({ bounds }: CsvScanner, { bytes }: RecordBuffer, cell: number): string {
  return decodeText(bytes, bounds[cell * 2] ?? 0, bounds[cell * 2 + 1] ?? 0);
}

function rowFault(source: string, bad: BadRow, columns: number): DataError & { row: number } {
  const { code, text } = rowProblem(bad, columns);
  return { code, source, row: bad.line, column: null, value: null, message: `this row ${text}` };
}

function countOf({ bytes, start, end }: RecordBuffer, sign: string): number {
  const wanted = sign.charCodeAt(0);
  let count = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === wanted) count += 1;
  return count;
}
