/** What is wrong with a CSV file or with one of its rows, in words. */
import type { BadRow, RowProblem, ScanEnd } from "./csv-scanner.ts";
import { LONGEST_RECORD } from "./record-buffer.ts";

/** Something that ends the reading of a file. */
export interface FileProblem {
  readonly code: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

const ROWS: Readonly<Record<Exclude<RowProblem, "ragged">, { code: string; text: string }>> = {
  stray_quote: {
    code: "TEN4202",
    text: "has a quote inside a cell that does not start with one; quote the whole cell and double the quotes in it",
  },
  text_after_quote: {
    code: "TEN4202",
    text: "has text behind the quote that closes a cell; double the quotes inside a quoted cell",
  },
  return: { code: "TEN4203", text: "has a carriage return without a line feed; lines end in LF or CRLF" },
  not_utf8: { code: "TEN4204", text: "is not UTF-8; save the file in that encoding" },
  zero: { code: "TEN4205", text: "holds a zero byte, which no text has" },
};

/** Code and text, to go on after "this row", of what is wrong with a row under a header of so many columns. */
export function rowProblem({ problem, cells }: BadRow, columns: number): { code: string; text: string } {
  if (problem !== "ragged") return ROWS[problem];
  return {
    code: "TEN4201",
    text: `has ${cells} ${cells === 1 ? "cell" : "cells"}, and the header has ${columns}`,
  };
}

/** What ends the reading where a scan ended; nothing where more bytes may come or all is well. */
export function endProblems(end: ScanEnd, row: number, isLast: boolean): readonly FileProblem[] {
  if (end === "too_long") {
    const message = `the row that starts here is longer than ${LONGEST_RECORD} bytes; is a quote left open?`;
    return [{ code: "TEN4307", row, column: null, message }];
  }
  if (end !== "open_quote" || !isLast) return [];
  const message = "a quote in this row never closes, so the rest of the file cannot be read";
  return [{ code: "TEN4306", row, column: null, message }];
}
