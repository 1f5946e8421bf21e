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
import { type CellBatch, tableReader } from "../columns/table-reader.ts";
import { decodeText } from "../columns/utf8.ts";
import type { ColumnFiller } from "./cell-ranges.ts";
import { matchHeader } from "./csv-header.ts";
import { type BadRow, CsvScanner, type RowProblem, type ScanEnd } from "./csv-scanner.ts";
import { otherEncoding, skipByteOrderMark } from "./encoding.ts";
import { columnFillers } from "./fillers.ts";
import { LONGEST_RECORD, RecordBuffer } from "./record-buffer.ts";
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
  const reader = tableReader(source, context, layout);
  let file: FileColumns | null = null;

  function fail(code: string, row: number | null, message: string, column: string | null = null): void {
    reportFatal(tally, { code, source, row, column, value: null, message });
  }
  /** Reads the header, if all of it has come. */
  function readHeader(): void {
    const encoding = otherEncoding(buffer);
    if (encoding !== null) return fail("TEN4305", null, encoding);
    skipByteOrderMark(buffer);
    if (buffer.start === buffer.end)
      return fail("TEN4301", null, "the file is empty: its first line must name the columns");
    const widest = countOf(buffer, delimiter) + 1;
    scanner.want(
      Int32Array.from({ length: widest }, (_, column) => column),
      widest,
      null,
      1,
    );
    const end = scanner.scan();
    const [bad] = scanner.badRows;
    if (end !== "full") refuseRest(end);
    else if (bad !== undefined)
      fail("TEN4301", 1, `the header cannot be read: it ${PROBLEMS[bad.problem].text(bad, 0)}`);
    else useHeader(Array.from({ length: scanner.cells }, (_, column) => textAt(scanner, buffer, column)));
  }
  function useHeader(names: readonly string[]): void {
    if (names.join("") === "")
      return fail("TEN4301", 1, "the first line is empty, and it must name the columns");
    const header = matchHeader(names, layout, delimiter);
    if ("problems" in header) {
      for (const { code, column, message } of header.problems) fail(code, 1, message, column);
      return;
    }
    tally.ignoredColumns = header.ignored;
    file = fileColumns(header.slots, layout, plan.duplicatesOnce);
    const rows = Math.max(1, Math.min(ROWS, Math.floor(CELLS / file.width)));
    scanner.want(file.slots, file.width, names.length, rows);
  }
  /** Ends the reading where what follows cannot be understood. */
  function refuseRest(end: ScanEnd): void {
    if (end === "too_long") {
      fail(
        "TEN4307",
        scanner.line,
        `the row that starts here is longer than ${LONGEST_RECORD} bytes; is a quote left open?`,
      );
    } else if (end === "open_quote" && buffer.isLast) {
      fail(
        "TEN4306",
        scanner.line,
        "a quote in this row never closes, so the rest of the file cannot be read",
      );
    }
  }
  return {
    buffer,
    *drain() {
      if (file === null) readHeader();
      for (let end: ScanEnd = "full"; file !== null && end === "full"; ) {
        end = scanner.scan();
        const chunk = reader.read(csvBatch(source, scanner, buffer, fillers, file));
        if (chunk !== null) yield chunk;
        refuseRest(end);
      }
    },
  };
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

/** Code and text (to go on after "this row") of what is wrong with a row. */
const PROBLEMS: Readonly<
  Record<RowProblem, { code: string; text: (bad: BadRow, columns: number) => string }>
> = {
  ragged: {
    code: "TEN4201",
    text: ({ cells }, columns) => `has ${counted(cells, "cell")}, and the header has ${columns}`,
  },
  stray_quote: {
    code: "TEN4202",
    text: () =>
      "has a quote inside a cell that does not start with one; quote the whole cell and double the quotes in it",
  },
  text_after_quote: {
    code: "TEN4202",
    text: () => "has text behind the quote that closes a cell; double the quotes inside a quoted cell",
  },
  return: {
    code: "TEN4203",
    text: () => "has a carriage return without a line feed; lines end in LF or CRLF",
  },
  not_utf8: { code: "TEN4204", text: () => "is not UTF-8; save the file in that encoding" },
  zero: { code: "TEN4205", text: () => "holds a zero byte, which no text has" },
};

function rowFault(source: string, bad: BadRow, columns: number): DataError & { row: number } {
  const { code, text } = PROBLEMS[bad.problem];
  return {
    code,
    source,
    row: bad.line,
    column: null,
    value: null,
    message: `this row ${text(bad, columns)}`,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function countOf({ bytes, start, end }: RecordBuffer, sign: string): number {
  const wanted = sign.charCodeAt(0);
  let count = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === wanted) count += 1;
  return count;
}
