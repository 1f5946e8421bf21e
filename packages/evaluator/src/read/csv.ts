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
import type { ColumnFiller } from "./cell-ranges.ts";
import { DELIMITERS, type Delimiter, type Header, readHeader } from "./csv-header.ts";
import { endProblems, type FileProblem, rowProblem } from "./csv-problems.ts";
import type { BadRow, CsvScanner, ScanEnd } from "./csv-scanner.ts";
import { otherEncoding, skipByteOrderMark } from "./encoding.ts";
import { columnFillers } from "./fillers.ts";
import { RecordBuffer } from "./record-buffer.ts";
import { type ReaderSettings, type RecordReader, USUAL } from "./record-reader.ts";
import { type SeenRows, seenRows } from "./seen-rows.ts";
import { decodeText } from "./utf8.ts";

/** Cells and rows of a batch at most. */
const CELLS = 1 << 16;
const ROWS = 1 << 13;

/** Reads one CSV file in a context; what divides its columns is one of the given delimiters. */
export function csvReader(
  source: string,
  context: ReadContext,
  delimiters: readonly Delimiter[] = DELIMITERS,
  settings: ReaderSettings = USUAL,
): RecordReader {
  const { tally, plan } = context;
  const buffer = new RecordBuffer(settings.room);
  const layout = tableLayout(plan);
  const fillers = settings.isQuick ? columnFillers(context, layout) : [];
  const reader = new TableReader(source, context, layout);
  const wasSeen = seenRows();
  let file: OpenFile | null = null;

  function fail(problems: readonly FileProblem[]): void {
    for (const problem of problems) reportFatal(tally, { ...problem, source, value: null });
  }
  /** Reads the header, if all of it has come. */
  function open(): OpenFile | null {
    const encoding = otherEncoding(buffer);
    skipByteOrderMark(buffer);
    const header = encoding === null ? readHeader(buffer, delimiters, layout) : { problems: [encoding] };
    if ("problems" in header) {
      fail(header.problems);
      return null;
    }
    tally.ignoredColumns = header.ignored;
    return openFile(header, layout, plan.duplicatesOnce);
  }
  return {
    buffer,
    *drain() {
      if (file === null) file = open();
      else file.scanner.load();
      for (let end: ScanEnd = "full"; file !== null && end === "full"; ) {
        end = file.scanner.scan();
        const chunk = reader.read(csvBatch(source, file, buffer, fillers, wasSeen));
        if (chunk !== null) yield chunk;
        fail(endProblems(end, file.scanner.line, buffer.isLast));
      }
    },
  };
}

/** A file whose header is read. */
interface OpenFile {
  readonly scanner: CsvScanner;
  /** Slot of each column of the file; -1 for those that nobody wants. */
  readonly slots: Int32Array;
}

/** Where exact duplicates are looked for, every column is wanted; declared ones keep their slots. */
function openFile(
  { scanner, slots: declared }: Header,
  layout: TableLayout,
  isEveryWanted: boolean,
): OpenFile {
  let width = layout.columns.length;
  const slots = isEveryWanted ? declared.map((slot) => (slot < 0 ? width++ : slot)) : declared;
  const rows = Math.max(1, Math.min(ROWS, Math.floor(CELLS / Math.max(width, 1))));
  scanner.want(slots, width, slots.length, rows);
  return { scanner, slots };
}

function csvBatch(
  source: string,
  { scanner, slots }: OpenFile,
  buffer: RecordBuffer,
  fillers: readonly (ColumnFiller | null)[],
  wasSeen: SeenRows,
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
    isRepeated: (row) =>
      wasSeen((key) => {
        for (const slot of slots) {
          const bound = row * stride + slot * 2;
          key.addBytes(bytes, bounds[bound] ?? 0, bounds[bound + 1] ?? 0);
        }
      }),
  };
}

function textAt({ bounds }: CsvScanner, { bytes }: RecordBuffer, cell: number): string {
  return decodeText(bytes, bounds[cell * 2] ?? 0, bounds[cell * 2 + 1] ?? 0);
}

function rowFault(source: string, bad: BadRow, columns: number): DataError & { row: number } {
  const { code, text } = rowProblem(bad, columns);
  return { code, source, row: bad.line, column: null, value: null, message: `this row ${text}` };
}
