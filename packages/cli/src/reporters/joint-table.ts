/**
 * A table of several attestations or duties in the terminal.
 *
 * Full labels where they fit, as columns or as rows; else the names of the agreement, or symbols with a key; at worst
 * blocks. A label that stands at the front of a row may be longer than a party's key.
 */
import type { Verdict } from "@tenet-lang/evaluator";
import { blockLines, fittingLines, type Grid, turned } from "./grid.ts";
import { inert } from "./inert.ts";
import { cut } from "./layout.ts";
import { keyLines, noteLines } from "./matrix.ts";
import type { View } from "./palette.ts";
import { cellOf, cellWords, keyOf, shortWords } from "./verdict-cell.ts";
import type { Heading, JointTable } from "./verdict-sections.ts";
import { count } from "./words.ts";

const MOST_PERIODS = 12;
const WIDEST_LABEL = 52;

/** The lines of the section, with its heading. */
export function jointTableLines(whole: JointTable, view: View): readonly string[] {
  const { palette } = view;
  const { table, hidden } = newest(whole);
  const beside = table.beside === "" ? "" : `  ${palette.quiet(inert(table.beside))}`;
  return [
    `${palette.heading(table.title)}${beside}`,
    ...layOut(table, view),
    ...noteLines([...table.notes, ...hidden], view),
  ];
}

/** The columns that end last, where the columns are periods. */
function newest(table: JointTable): { readonly table: JointTable; readonly hidden: readonly string[] } {
  const isOfPeriods = table.heads.every(({ label, name }) => label === name);
  const extra = isOfPeriods ? table.heads.length - MOST_PERIODS : 0;
  if (extra <= 0) return { table, hidden: [] };
  const rows = table.rows.map(({ head, cells }) => ({ head, cells: cells.slice(extra) }));
  const hidden = [`and ${count(extra, "earlier period")}`];
  return { table: { ...table, heads: table.heads.slice(extra), rows }, hidden };
}

function layOut(table: JointTable, view: View): readonly string[] {
  const grids = (words: (verdict: Verdict) => string): readonly Grid[] => {
    const [full, named] = [gridOf(table, "label", words, view), gridOf(table, "name", words, view)];
    return [full, turned(full), named, turned(named)];
  };
  const wordy = fittingLines(grids(cellWords), view);
  if (wordy !== null) return wordy;
  const blocks = (): readonly string[] => blockLines(gridOf(table, "name", shortWords, view), view);
  const key = keyOf(table.rows.flatMap(({ cells }) => cells.flatMap((verdict) => verdict ?? [])));
  return [...(fittingLines(grids(shortWords), view) ?? blocks()), ...keyLines(key, view)];
}

function gridOf(
  { heads, rows }: JointTable,
  by: keyof Heading,
  words: (verdict: Verdict) => string,
  { palette }: View,
): Grid {
  const headOf = (head: Heading): string => cut(inert(head[by]), WIDEST_LABEL);
  return {
    heads: heads.map(headOf),
    rows: rows.map(({ head, cells }) => ({
      name: headOf(head),
      cells: cells.map((verdict) => cellOf(verdict, words, palette)),
    })),
  };
}
