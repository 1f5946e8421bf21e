/**
 * Lines of tables: `| P1 | "a | b" |`.
 *
 * A cell whose first character is a double quote runs to its closing quote; in every other cell a bar ends the cell
 * and `#` starts a comment. Cells are raw text without outer blanks; whether a text is a value is not known here.
 */

/** One cell, as offsets into the line, without outer blanks. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** In double quotes, from the first character to the last. */
  readonly quoted: boolean;
}

/** The closing quote of the text that opens at `start`, or -1 where the line ends first. */
export function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (isLineBreak(code)) return -1;
    if (code === 0x5c && !isLineBreak(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

/** The last character of the table line that starts at `start`, before a comment and blanks. */
export function endOfRow(text: string, start: number): number {
  let end = start;
  walk(text, start, (at) => {
    end = at;
  });
  return end;
}

/** The cells of a line, and whether it ends with a bar as it should. */
export function cellsOf(line: string): { readonly cells: readonly Cell[]; readonly closed: boolean } {
  const cells: Cell[] = [];
  let from = 1;
  walk(line, 0, (at, isBar) => {
    if (isBar) {
      cells.push(trimmed(line, from, at));
      from = at + 1;
    }
  });
  const closed = from >= line.length && cells.length > 0;
  if (!closed) cells.push(trimmed(line, from, line.length));
  return { cells, closed };
}

/** Visits what is neither blank nor comment after the first bar; a quoted cell is visited once, at its end. */
function walk(text: string, start: number, visit: (at: number, isBar: boolean) => void): void {
  let cellStarts = true;
  for (let at = start + 1; at < text.length && !isLineBreak(text.charCodeAt(at)); at++) {
    const character = text[at];
    if (character === "#") return;
    if (character === " " || character === "\t") continue;
    if (character === '"' && cellStarts) at = Math.max(at, endOfQuoted(text, at));
    cellStarts = character === "|";
    visit(at, cellStarts);
  }
}

function trimmed(line: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && isBlank(line[start])) start++;
  while (end > start && isBlank(line[end - 1])) end--;
  return {
    start,
    end,
    quoted: line[start] === '"' && end > start + 1 && endOfQuoted(line, start) === end - 1,
  };
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
