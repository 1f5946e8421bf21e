/** Tables: each column as wide as its widest cell. */
import type { Token } from "../syntax/lexer.ts";
import { cellsOf } from "../syntax/table-row.ts";
import type { Line } from "./lines.ts";

/** The text of every table line of the sentences that can be read. */
export function alignedRows(lines: readonly Line[]): ReadonlyMap<Token, string> {
  const tables = new Map<number, Token[]>();
  for (const line of lines) {
    if (line.kind !== "code" || line.verbatim !== null) continue;
    const rows = tables.get(line.sentence) ?? [];
    for (const token of line.tokens) if (token.type === "Row") rows.push(token);
    tables.set(line.sentence, rows);
  }
  const aligned = new Map<Token, string>();
  for (const rows of tables.values()) align(rows, aligned);
  return aligned;
}

function align(rows: readonly Token[], aligned: Map<Token, string>): void {
  const cells = rows.map((row) =>
    cellsOf(row.text).cells.map(({ start, end }) => row.text.slice(start, end)),
  );
  const widths: number[] = [];
  for (const row of cells) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
  }
  for (const [index, row] of rows.entries()) {
    const padded = (cells[index] ?? []).map(
      (cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)),
    );
    aligned.set(row, `| ${padded.join(" | ")} |`);
  }
}

/** Characters, not code units. */
function widthOf(text: string): number {
  let width = 0;
  for (const _ of text) width++;
  return width;
}
