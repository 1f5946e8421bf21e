/**
 * The header of a CSV file: which columns there are, and what divides them.
 *
 * Columns are matched by name, exactly and in any order; columns that nobody declared are ignored and named once.
 * The file is divided by the first of comma, semicolon and tab with which its header has every declared column; what
 * is said of a file without such a header goes by the one that came nearest (SPEC §4.7.3, §4.7.4).
 */
import { shown } from "../columns/cell.ts";
import { nearestName } from "../columns/nearest-name.ts";
import type { TableLayout } from "../columns/table-layout.ts";
import { endProblems, type FileProblem, rowProblem } from "./csv-problems.ts";
import { CsvScanner, type ScanEnd } from "./csv-scanner.ts";
import type { RecordBuffer } from "./record-buffer.ts";
import { decodeText } from "./utf8.ts";

/** What stands between columns. */
export type Delimiter = "," | ";" | "\t";

/** The delimiters that are tried, in this order. */
export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** A header that has every declared column. */
export interface Header {
  /** Stands behind the header. */
  readonly scanner: CsvScanner;
  /** Slot of each column of the file; -1 for ignored ones. */
  readonly slots: Int32Array;
  readonly ignored: readonly string[];
}

/** What came of reading the header with one delimiter. */
interface Attempt {
  readonly end: ScanEnd;
  readonly problems: readonly FileProblem[];
  /** Columns found; none where the line cannot be read. */
  readonly columns: number;
}

/** Reads the header; no problems and no header where it has not come whole. */
export function readHeader(
  buffer: RecordBuffer,
  delimiters: readonly Delimiter[],
  layout: TableLayout,
): Header | { readonly problems: readonly FileProblem[] } {
  const { start } = buffer;
  const attempts: Attempt[] = [];
  for (const delimiter of delimiters) {
    buffer.start = start;
    const attempt = tryHeader(buffer, delimiter, layout, delimiters.length === 1);
    if ("slots" in attempt) return attempt;
    attempts.push(attempt);
  }
  buffer.start = start;
  const isWaiting = !buffer.isLast && attempts.some(({ end }) => end === "starved" || end === "open_quote");
  return { problems: isWaiting ? [] : nearestOf(attempts) };
}

function tryHeader(
  buffer: RecordBuffer,
  delimiter: Delimiter,
  layout: TableLayout,
  isOnly: boolean,
): Header | Attempt {
  const scanner = new CsvScanner(buffer, delimiter);
  scanner.load();
  const widest = countOf(buffer, delimiter) + 1;
  const everyColumn = Int32Array.from({ length: widest }, (_, column) => column);
  scanner.want(everyColumn, widest, null, 1);
  const end = scanner.scan();
  const [bad] = scanner.badRows;
  const [row = 1] = scanner.lines;
  if (end === "starved")
    return { end, columns: 0, problems: [{ code: "TEN4301", row: null, column: null, message: EMPTY }] };
  if (end !== "full") return { end, columns: 0, problems: endProblems(end, scanner.line, buffer.isLast) };
  if (bad !== undefined) {
    const message = `the header cannot be read: it ${rowProblem(bad, 0).text}`;
    return { end, columns: 0, problems: [{ code: "TEN4301", row: bad.line, column: null, message }] };
  }
  const names = Array.from({ length: scanner.cells }, (_, column) =>
    decodeText(buffer.bytes, scanner.bounds[column * 2] ?? 0, scanner.bounds[column * 2 + 1] ?? 0),
  );
  const places = new Map(layout.columns.map((column, slot) => [column, slot]));
  const problems = headerProblems(names, places, row);
  if (problems.length > 0) {
    const hint = isOnly ? otherDelimiter(names, delimiter, row) : null;
    return { end, columns: names.length, problems: hint ?? problems };
  }
  const slots = Int32Array.from(names, (name) => places.get(name) ?? -1);
  return { scanner, slots, ignored: [...new Set(names.filter((name) => !places.has(name)))].map(shown) };
}

const EMPTY = "the file is empty: it has no line that names the columns";

/** The problems of the attempt that found most of what it looked for, among equals the one that found most columns. */
function nearestOf(attempts: readonly Attempt[]): readonly FileProblem[] {
  const rank = ({ columns, problems }: Attempt): readonly [number, number] =>
    columns === 0 ? [Number.POSITIVE_INFINITY, 0] : [problems.length, -columns];
  const [first] = [...attempts].sort((a, b) => {
    const [[x, y], [u, v]] = [rank(a), rank(b)];
    return x === u ? y - v : x - u;
  });
  return first?.problems ?? [];
}

function countOf({ bytes, start, end }: RecordBuffer, sign: string): number {
  const wanted = sign.charCodeAt(0);
  let count = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === wanted) count += 1;
  return count;
}

/** Declared columns that are missing or stand twice. */
function headerProblems(
  names: readonly string[],
  places: ReadonlyMap<string, number>,
  row: number,
): readonly FileProblem[] {
  const columns = [...places.keys()];
  const missing = columns.filter((column) => !names.includes(column));
  const repeated = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  return [
    ...missing.map((column) => missingColumn(column, names, places, row)),
    ...repeated.map((column) => repeatedColumn(column, names, row)),
  ];
}

function missingColumn(
  column: string,
  names: readonly string[],
  places: ReadonlyMap<string, number>,
  row: number,
): FileProblem {
  const spare = names.filter((name) => !places.has(name));
  const near = nearestName(column, spare);
  const hint = near === null ? `; the file has ${listed(names)}` : `; did you mean \`${shown(near)}\`?`;
  return { code: "TEN4302", row, column, message: `the file has no column \`${column}\`${hint}` };
}

function repeatedColumn(column: string, names: readonly string[], row: number): FileProblem {
  const places = names.flatMap((name, index) => (name === column ? [index + 1] : []));
  const message = `the column \`${column}\` stands ${places.length} times (columns ${places.join(", ")}), so its values are not certain`;
  return { code: "TEN4303", row, column, message };
}

/** Most columns that a message lists. */
const LISTED = 10;

function listed(names: readonly string[]): string {
  const first = names.slice(0, LISTED).map((name) => `\`${shown(name)}\``);
  return `${first.join(", ")}${names.length > LISTED ? `, … (${names.length} in all)` : ""}`;
}

const NAMED: Readonly<Record<Delimiter, string>> = { ",": "a comma", ";": "a semicolon", "\t": "a tab" };

/** A header that is one column with another delimiter inside. */
function otherDelimiter(
  names: readonly string[],
  delimiter: Delimiter,
  row: number,
): readonly FileProblem[] | null {
  const [only = ""] = names;
  const other =
    names.length > 1 ? undefined : DELIMITERS.find((sign) => sign !== delimiter && only.includes(sign));
  if (other === undefined) return null;
  const message = `the header is a single column divided by ${NAMED[other]}, and this file is read with ${NAMED[delimiter]} between columns; read it with ${NAMED[other]}`;
  return [{ code: "TEN4304", row, column: null, message }];
}
