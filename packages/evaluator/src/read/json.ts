/** JSON as a source: NDJSON and lists of objects, read from the same cells as CSV. */
import type { RawCell } from "../columns/cell.ts";
import type { DataError, ReadContext } from "../columns/chunk.ts";
import { reportFatal } from "../columns/read-tally.ts";
import { tableLayout } from "../columns/table-layout.ts";
import { type CellBatch, TableReader } from "../columns/table-reader.ts";
import { type ColumnFiller, FALSE, NESTED, NUMBER, TRUE } from "./cell-ranges.ts";
import { otherEncoding, skipByteOrderMark } from "./encoding.ts";
import { columnFillers } from "./fillers.ts";
import { DEEPEST } from "./json-cursor.ts";
import {
  type BadJsonRow,
  type JsonProblem,
  type JsonRowProblem,
  type JsonScanEnd,
  JsonScanner,
} from "./json-scanner.ts";
import { LONGEST_RECORD, RecordBuffer } from "./record-buffer.ts";
import { type ReaderSettings, type RecordReader, USUAL } from "./record-reader.ts";
import { type SeenRows, seenRows } from "./seen-rows.ts";
import { decodeText } from "./utf8.ts";

/** Cells and rows of a batch at most. */
const CELLS = 1 << 16;
const ROWS = 1 << 13;

/** Reads one JSON file in a context: a list of objects, or one object per line. */
export function jsonReader(
  source: string,
  context: ReadContext,
  isList: boolean,
  settings: ReaderSettings = USUAL,
): RecordReader {
  const { tally, plan } = context;
  const buffer = new RecordBuffer(settings.room);
  const layout = tableLayout(plan);
  const rows = Math.max(1, Math.min(ROWS, Math.floor(CELLS / Math.max(layout.columns.length, 1))));
  const scanner = new JsonScanner(buffer, isList, layout.columns, rows, plan.duplicatesOnce);
  const fillers = settings.isQuick ? columnFillers(context, layout) : [];
  const reader = new TableReader(source, context, layout);
  const wasSeen = seenRows();
  let isStarted = false;

  function start(): void {
    isStarted = true;
    const encoding = otherEncoding(buffer);
    if (encoding !== null) reportFatal(tally, { ...encoding, source, value: null });
    skipByteOrderMark(buffer);
  }
  function fail(code: string, row: number | null, message: string): void {
    reportFatal(tally, { code, source, row, column: null, value: null, message });
  }
  function refuseRest(end: JsonScanEnd): void {
    if (end === "full" || end === "starved" || end === "closed") return;
    const { code, message } = PROBLEMS[end];
    fail(code, end === "not_a_list" ? null : scanner.next, message);
  }
  return {
    buffer,
    *drain() {
      if (!isStarted) start();
      for (let end: JsonScanEnd = "full"; end === "full" && !tally.fatal; ) {
        end = scanner.scan();
        tally.ignoredColumns = scanner.cells.extra;
        const chunk = reader.read(jsonBatch(source, scanner, buffer, fillers, wasSeen));
        if (chunk !== null) yield chunk;
        refuseRest(end);
      }
    },
  };
}

function jsonBatch(
  source: string,
  scanner: JsonScanner,
  buffer: RecordBuffer,
  fillers: readonly (ColumnFiller | null)[],
  wasSeen: SeenRows,
): CellBatch {
  const { rows, lines, texts } = scanner;
  const { bounds, kinds, stride } = scanner.cells;
  const cells = { bytes: buffer.bytes, rows, bounds, stride, kinds };
  return {
    rows,
    lines,
    faults: scanner.badRows.map((bad) => rowFault(source, bad)),
    cell: (row, slot) => cellAt(cells, (row * stride) / 2 + slot),
    fill(field, column, left) {
      const filler = fillers[field] ?? null;
      filler?.(cells, column, left);
      return filler !== null;
    },
    isRepeated: (row) =>
      wasSeen((key) => {
        for (const text of texts[row] ?? []) key.addText(text);
      }),
  };
}

function cellAt(
  { bytes, bounds, kinds }: { bytes: Uint8Array; bounds: Int32Array; kinds: Uint8Array },
  cell: number,
): RawCell {
  const kind = kinds[cell];
  if (kind === TRUE || kind === FALSE) return kind === TRUE;
  if (kind === NESTED) return { kind: "other", what: "an object or a list" };
  const text = decodeText(bytes, bounds[cell * 2] ?? 0, bounds[cell * 2 + 1] ?? 0);
  return kind === NUMBER ? { kind: "number", text } : text;
}

const ROW_PROBLEMS: Readonly<Record<JsonRowProblem, { code: string; message: string }>> = {
  broken: { code: "TEN4208", message: "this row is not valid JSON" },
  too_deep: { code: "TEN4209", message: `this row is nested deeper than ${DEEPEST}` },
  not_an_object: { code: "TEN4207", message: "this row is not an object with the columns as its members" },
  not_text: {
    code: "TEN4204",
    message: "this row holds text that is not UTF-8, or half of a surrogate pair",
  },
  repeated_column: { code: "TEN4210", message: "this row has the column twice, so its value is not certain" },
};

function rowFault(source: string, { row, problem, column }: BadJsonRow): DataError & { row: number } {
  const { code, message } = ROW_PROBLEMS[problem];
  return { code, source, row, column, value: null, message };
}

const PROBLEMS: Readonly<Record<JsonProblem, { code: string; message: string }>> = {
  too_long: { code: "TEN4307", message: `the row that starts here is longer than ${LONGEST_RECORD} bytes` },
  too_deep: {
    code: "TEN4308",
    message: `this row is nested deeper than ${DEEPEST}, so the rest of the list is not read`,
  },
  broken_list: {
    code: "TEN4308",
    message: "this row is not valid JSON, so the rest of the list cannot be read",
  },
  open_list: { code: "TEN4308", message: "the list never closes; is the file cut off?" },
  text_after_list: { code: "TEN4308", message: "something follows the end of the list" },
  not_a_list: {
    code: "TEN4301",
    message: "the file is not a list of objects (`[{…}, …]`); a file with one object per line is NDJSON",
  },
};
