/**
 * Source text and places in it.
 *
 * A place is a `Span`: two offsets in UTF-16 units, half-open, into one file's text. Lines and columns are worked
 * out only where people read them; the protocol layer of an editor does its own conversion. A byte-order mark is
 * dropped when the file is made, so offset 0 is the first character that a person wrote.
 */

/** Half-open stretch of a file's text, in UTF-16 units. `start` may equal `end`; neither is ever negative. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A file of the agreement. `path` is what people see and what `uses` is resolved against, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Offset of each line's first character. */
  readonly lineStarts: readonly number[];
}

/** 1-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Makes a source file; a leading byte-order mark is dropped. */
export function sourceFile(path: string, text: string): SourceFile {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lineStarts = [0];
  for (let at = clean.indexOf("\n"); at >= 0; at = clean.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return { path, text: clean, lineStarts };
}

/** The line and column of an offset. */
export function positionAt(file: SourceFile, offset: number): Position {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (file.lineStarts[low] ?? 0) + 1 };
}

/** The text of a 1-based line, without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1] ?? file.text.length;
  const end = file.lineStarts[line] ?? file.text.length + 1;
  return file.text.slice(start, end - 1).replace(/\r$/, "");
}
