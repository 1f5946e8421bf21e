/**
 * The data of a case: CSV as lines, or a file of another kind, or one given as a whole, as bytes for runtimes that
 * read files and as rows of text for those that take rows.
 */
import type { SyncSource } from "@tenet-lang/evaluator/all";
import { csv, json, ndjson } from "@tenet-lang/evaluator/read";
import Papa from "papaparse";
import type { RawRow } from "../reference/parse.ts";

/** A line of a file, or how often it stands and the line. */
export type Line = string | readonly [number, string];

/** Lines of CSV; or a file's kind and its lines, or all of its text with its line ends. */
export type DataFile = readonly Line[] | Readonly<Partial<Record<Kind, readonly Line[] | string>>>;

type Kind = "csv" | "ndjson" | "json";

const readers = { csv, ndjson, json };

/** A dataset's file, to be read once. */
export function sourceOf(name: string, file: DataFile): SyncSource {
  const { kind, text } = contentOf(file);
  return readers[kind](name, [new TextEncoder().encode(text)]);
}

/** How many lines stand above the first row. */
export const linesAbove = (file: DataFile | undefined): number =>
  file !== undefined && contentOf(file).kind !== "csv" ? 0 : 1;

export const isCsv = (file: DataFile): boolean => contentOf(file).kind === "csv";

/** The header and the rows of CSV, for runtimes that take rows. */
export function csvRows(file: DataFile): {
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
} {
  const { text } = contentOf(file);
  const [header = [], ...records] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const rows = records.map((cells) =>
    Object.fromEntries(header.map((column, at) => [column, cells[at] ?? null])),
  );
  return { header, rows };
}

/** The same rows from the last to the first; the file itself where its lines are not its rows. */
export function turnedAround(file: DataFile): DataFile {
  if (!isLines(file) || file.some(spansLines)) return file;
  const [header, ...rows] = file;
  return header === undefined ? file : [header, ...rows.reverse()];
}

/** Whether a cell in quotes goes on in the next line. */
function spansLines(line: Line): boolean {
  const text = typeof line === "string" ? line : line[1];
  return text.split('"').length % 2 === 0;
}

function contentOf(file: DataFile): { readonly kind: Kind; readonly text: string } {
  if (isLines(file)) return { kind: "csv", text: textOf(file) };
  for (const kind of ["csv", "ndjson", "json"] as const) {
    const content = file[kind];
    if (content !== undefined) return { kind, text: textOf(content) };
  }
  throw new RangeError("a file of data is csv, ndjson or json");
}

const isLines = (file: DataFile): file is readonly Line[] => Array.isArray(file);

function textOf(content: readonly Line[] | string): string {
  if (typeof content === "string") return content;
  return content
    .map((line) => (typeof line === "string" ? `${line}\n` : `${line[1]}\n`.repeat(line[0])))
    .join("");
}
