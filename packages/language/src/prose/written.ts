/** Pieces of a text as they are written, on one line. Backticks mark them in readings, so there are none inside. */
import type { SourceFile, Span } from "../source/source-file.ts";

/** What stands at a span, without comments and with single blanks, but as it is inside quotes. */
export function written(file: SourceFile, { start, end }: Span): string {
  const pieces = file.text.slice(start, end).match(/"(?:[^"\\\n]|\\.)*"|#[^\n]*|\s+|[^\s"#]+|"/g) ?? [];
  return plainText(
    pieces
      .map((piece) => (piece.startsWith("#") || piece.trim() === "" ? "\n" : piece))
      .join("")
      .replace(/\n+/g, " ")
      .trim(),
  );
}

/** A text without the signs that mark pieces of the text in readings. */
export function plainText(text: string): string {
  return text.replaceAll("`", "'");
}
