/**
 * Files as sources of chunks: CSV, NDJSON and JSON.
 *
 * Bytes come from outside, in pieces of any size, and go through three steps. A *scanner* finds records and the
 * places of their cells in a buffer, and checks what the format asks for: quotes, encoding, number of cells. *Column
 * fillers* turn the cells of one field into numbers straight from the bytes, batch by batch, and leave what they are
 * not sure of to the field's own reader (`columns/field-reader.ts`), which alone decides what is refused and why. The
 * *table reader* (`columns/table-reader.ts`) then sets rows aside, drops duplicates and makes the chunk. So the quick
 * way can never say anything that the plain way would not; a test compares them on random cells.
 *
 * This folder opens no file. The whole of a file is never held: memory is one buffer, one batch and the texts seen.
 */
import type { ChunkSource } from "../columns/chunk.ts";
import { csvReader } from "./csv.ts";
import { DELIMITERS, type Delimiter } from "./csv-header.ts";
import { jsonReader } from "./json.ts";
import { type ByteSource, byteSource } from "./record-reader.ts";

export type { Delimiter } from "./csv-header.ts";
export type { ByteSource } from "./record-reader.ts";

/** How a CSV file is read. */
export interface CsvOptions {
  /** What stands between columns; unless said, what the header tells: a comma, a semicolon or a tab. */
  readonly delimiter?: Delimiter;
}

/** Comma-separated values with a header line (RFC 4180, UTF-8). */
export function csv(name: string, bytes: ByteSource, { delimiter }: CsvOptions = {}): ChunkSource {
  const delimiters = delimiter === undefined ? DELIMITERS : [delimiter];
  return byteSource(name, bytes, (context) => csvReader(name, context, delimiters));
}

/** One JSON object per line; its members are the columns. */
export function ndjson(name: string, bytes: ByteSource): ChunkSource {
  return byteSource(name, bytes, (context) => jsonReader(name, context, false));
}

/** One JSON list of objects, whose members are the columns. */
export function json(name: string, bytes: ByteSource): ChunkSource {
  return byteSource(name, bytes, (context) => jsonReader(name, context, true));
}
