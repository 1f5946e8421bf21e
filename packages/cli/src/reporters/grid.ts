/**
 * Any table of short cells, laid out for a width: as it stands, turned, or cut into blocks.
 *
 * It knows nothing of verdicts. Texts are inert when they come here, and a cell is painted after it was measured,
 * because paint has no width.
 */
import { pad, widthOf } from "./layout.ts";
import type { Paint, Palette, View } from "./palette.ts";

const INSET = "  ";
const GAP = "  ";

export interface Cell {
  readonly text: string;
  readonly paint: Paint;
}

/** Rows and columns of painted cells. */
export interface Grid {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
}

/** The lines of any grid: as it stands, turned, or cut into blocks, whichever fits first. */
export function gridLines(grid: Grid, view: View): readonly string[] {
  return fittingLines([grid, turned(grid)], view) ?? blockLines(grid, view);
}

/** The lines of the first of these grids that fits as it stands; null where none does. */
export function fittingLines(grids: readonly Grid[], view: View): readonly string[] | null {
  const full = grids.find((each) => fits(each, view.width));
  return full === undefined ? null : table(full, view.palette);
}

/** Does it fit without being cut, as it stands or turned? */
export function whollyFits(grid: Grid, width: number): boolean {
  return fits(grid, width) || fits(turned(grid), width);
}

/** Lines of a name, what the cell is of, and the cell. */
export function listLines(
  rows: readonly { readonly name: string; readonly of: string; readonly cell: Cell }[],
  { palette }: View,
): readonly string[] {
  const names = Math.max(0, ...rows.map(({ name }) => widthOf(name)));
  const width = Math.max(0, ...rows.map(({ of }) => widthOf(of)));
  return rows.map(
    ({ name, of, cell }) =>
      INSET + [pad(name, names), palette.quiet(pad(of, width)), cell.paint(cell.text)].join(GAP),
  );
}

/** The lines of a grid cut into blocks of columns that fit. */
export function blockLines(grid: Grid, view: View): readonly string[] {
  return blocks(grid, view.width).flatMap((block, index) => [
    ...(index === 0 ? [] : [""]),
    ...table(block, view.palette),
  ]);
}

/** Rows as columns. */
export function turned(grid: Grid): Grid {
  return {
    heads: grid.rows.map((row) => row.name),
    rows: grid.heads.map((name, column) => ({
      name,
      cells: grid.rows.map((row) => row.cells[column] ?? { text: "", paint: (text) => text }),
    })),
  };
}

function nameWidth(grid: Grid): number {
  return Math.max(0, ...grid.rows.map((row) => widthOf(row.name)));
}

function columnWidth(grid: Grid, column: number): number {
  const cells = grid.rows.map((row) => widthOf(row.cells[column]?.text ?? ""));
  return Math.max(widthOf(grid.heads[column] ?? ""), ...cells);
}

function fits(grid: Grid, width: number): boolean {
  const all = grid.heads.reduce((sum, _, column) => sum + GAP.length + columnWidth(grid, column), 0);
  return INSET.length + nameWidth(grid) + all <= width;
}

/** Cuts the columns into as few blocks as fit, about equally wide; a block holds at least one column. */
function blocks(grid: Grid, width: number): readonly Grid[] {
  const greedy = blocksOf(grid, grid.heads.length, width);
  const even = blocksOf(grid, Math.ceil(grid.heads.length / greedy.length), width);
  return even.length === greedy.length ? even : greedy;
}

function blocksOf(grid: Grid, most: number, width: number): readonly Grid[] {
  const found: Grid[] = [];
  let start = 0;
  while (start < grid.heads.length) {
    const last = Math.min(start + most, grid.heads.length);
    let end = start + 1;
    while (end < last && fits(slice(grid, start, end + 1), width)) end++;
    found.push(slice(grid, start, end));
    start = end;
  }
  return found;
}

function slice(grid: Grid, start: number, end: number): Grid {
  return {
    heads: grid.heads.slice(start, end),
    rows: grid.rows.map(({ name, cells }) => ({ name, cells: cells.slice(start, end) })),
  };
}

function table(grid: Grid, palette: Palette): readonly string[] {
  const widths = grid.heads.map((_, column) => columnWidth(grid, column));
  const names = nameWidth(grid);
  const head = grid.heads.map((label, column) => pad(label, widths[column] ?? 0)).join(GAP);
  return [
    INSET + palette.quiet(`${" ".repeat(names)}${GAP}${head}`.trimEnd()),
    ...grid.rows.map(({ name, cells }) => {
      const last = cells.findLastIndex((cell) => cell.text !== "");
      const painted = cells
        .slice(0, last + 1)
        .map((cell, column) =>
          column === last
            ? cell.paint(cell.text)
            : cell.paint(cell.text) + " ".repeat((widths[column] ?? 0) - widthOf(cell.text)),
        );
      return INSET + [pad(name, names), ...painted].join(GAP);
    }),
  ];
}
