/**
 * Text in columns: how wide it stands, padding, cutting, wrapping.
 *
 * All of it works on plain text that is already inert; paint comes last, because an escape sequence has a length
 * but no width.
 */

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u;
const combining = /\p{Mark}/u;

/** Columns that a text takes in a terminal: East Asian and emoji characters take two, combining marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  if (character < "\u0300") return 1;
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Fills up with spaces; text that is already wider stays as it is. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Like `pad`, with the spaces before the text: for numbers. */
export function padLeft(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Cuts at `width` columns; a cut text ends with `…`. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += widthOfCharacter(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Breaks prose at spaces. Words longer than a line stand alone on one. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

/** Prose with a lead on its first line (`- `, `help: `) and as many spaces before the others. */
export function hanging(lead: string, text: string, width: number): readonly string[] {
  const inset = " ".repeat(widthOf(lead));
  const room = Math.max(20, width - inset.length);
  return wrap(text, room).map((line, index) => (index === 0 ? lead : inset) + line);
}

/** Rows of cells as lines, each column as wide as its widest cell, two spaces between. */
export function columns(
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<number> = new Set(),
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    });
  return rows.map((row) =>
    row
      .map((cell, column) => (numbers.has(column) ? padLeft : pad)(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
