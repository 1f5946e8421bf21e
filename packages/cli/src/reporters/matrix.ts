/**
 * The matrix of a standard: parties × periods, one short cell each.
 *
 * Periods stand across where they fit. Where they do not, but the parties would, the table is turned. Where neither
 * fits, the words leave the cells for a key below the table, and the periods are cut into blocks that fit. A long
 * list of parties keeps those that missed most, and of the periods the newest; how many were kept back is said below.
 */
import type { Verdict } from "@tenet-lang/evaluator";
import { inert } from "./inert.ts";
import { cut, hanging, pad, widthOf, wrap } from "./layout.ts";
import type { Paint, Palette, View } from "./palette.ts";
import {
  count,
  firstOf,
  listed,
  partyName,
  shownValue,
  type VerdictKind,
  verdictKinds,
  verdictWords,
} from "./words.ts";

const MOST_PARTIES = 24;
const MOST_PERIODS = 12;
const MOST_NAMES = 8;
const WIDEST_NAME = 28;
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

/** Symbol of a verdict; it is never shown without the word. */
export const symbols: Readonly<Record<VerdictKind, string>> = {
  met: "✓",
  missed: "✗",
  not_enough_data: "·",
  not_applicable: "–",
  excused: "○",
  pending: "…",
};

/** How a verdict is painted. */
export function verdictPaint(kind: VerdictKind, palette: Palette): Paint {
  if (kind === "met") return palette.good;
  if (kind === "missed") return palette.bad;
  return kind === "not_enough_data" || kind === "pending" ? palette.warn : palette.quiet;
}

/** The lines of one standard's matrix. */
export function matrix(verdicts: readonly Verdict[], view: View): readonly string[] {
  const all = partiesOf(verdicts);
  const concerned = all.filter((party) => party.verdicts.some(({ verdict }) => verdict !== "not_applicable"));
  const parties = choose(concerned.length > 0 ? concerned : all, MOST_PARTIES, missesOf);
  const labels = [...new Set([...verdicts].sort(byStart).map((verdict) => verdict.period.label))];
  const shown = labels.slice(-MOST_PERIODS);
  const notes = [
    ...keptBack(labels.length - shown.length, parties.hidden),
    ...(concerned.length > 0 ? notConcerned(all.filter((party) => !concerned.includes(party))) : []),
  ];
  return [
    ...layOut(parties.shown, shown, view),
    ...notes.flatMap((line) =>
      hanging(INSET, inert(line), view.width).map((each) => view.palette.quiet(each)),
    ),
  ];
}

function keptBack(periods: number, parties: readonly PartyVerdicts[]): readonly string[] {
  const lines: string[] = [];
  const missing = parties.filter((party) => missesOf(party) > 0).length;
  if (parties.length > 0)
    lines.push(
      `and ${count(parties.length, "more party", "more parties")}, ${missing === 0 ? "none with a miss" : `${missing} with a miss`}`,
    );
  if (periods > 0) lines.push(`and ${count(periods, "earlier period")}`);
  return lines;
}

/** A row of nothing but "not applicable" says no more than a name. */
function notConcerned(parties: readonly PartyVerdicts[]): readonly string[] {
  if (parties.length === 0) return [];
  const { shown, more } = firstOf(parties, MOST_NAMES);
  const names = shown.map(({ name }) => name);
  return [`not applicable to ${more > 0 ? `${names.join(", ")} and ${more} more` : listed(names)}`];
}

interface PartyVerdicts {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

function partiesOf(verdicts: readonly Verdict[]): readonly PartyVerdicts[] {
  const parties = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = JSON.stringify([verdict.party.kind, verdict.party.key]);
    const own = parties.get(key);
    if (own === undefined) parties.set(key, [verdict]);
    else own.push(verdict);
  }
  return [...parties.values()].map((own) => ({
    name: own[0] === undefined ? "" : partyName(own[0].party),
    verdicts: own,
  }));
}

function missesOf(party: { readonly verdicts: readonly Verdict[] }): number {
  return party.verdicts.filter((verdict) => verdict.verdict === "missed").length;
}

/** The `limit` items that weigh most, in their own order; and the others. */
export function choose<T>(
  items: readonly T[],
  limit: number,
  weight: (item: T) => number,
): { readonly shown: readonly T[]; readonly hidden: readonly T[] } {
  if (items.length <= limit + 1) return { shown: items, hidden: [] };
  const kept = new Set([...items].sort((left, right) => weight(right) - weight(left)).slice(0, limit));
  return {
    shown: items.filter((item) => kept.has(item)),
    hidden: items.filter((item) => !kept.has(item)),
  };
}

function byStart(left: Verdict, right: Verdict): number {
  const [a, b] = [left.period.start, right.period.start];
  return a < b ? -1 : a > b ? 1 : left.period.label < right.period.label ? -1 : 1;
}

/** The first layout that fits; in the last one, blocks, everything does. */
function layOut(parties: readonly PartyVerdicts[], labels: readonly string[], view: View): readonly string[] {
  const grid = gridOf(parties, labels, cellWords, view.palette);
  if (fits(grid, view.width) || fits(turned(grid), view.width)) return gridLines(grid, view);
  const short = gridOf(parties, labels, shortWords, view.palette);
  return [
    ...blockLines(short, view),
    ...wrap(keyOf(parties), view.width - INSET.length).map((line) => INSET + view.palette.quiet(line)),
  ];
}

/** The lines of any grid: as it stands, turned, or cut into blocks, whichever fits first. */
export function gridLines(grid: Grid, view: View): readonly string[] {
  const full = [grid, turned(grid)].find((each) => fits(each, view.width));
  return full === undefined ? blockLines(grid, view) : table(full, view.palette);
}

function blockLines(grid: Grid, view: View): readonly string[] {
  return blocks(grid, view.width).flatMap((block, index) => [
    ...(index === 0 ? [] : [""]),
    ...table(block, view.palette),
  ]);
}

function gridOf(
  parties: readonly PartyVerdicts[],
  labels: readonly string[],
  words: (verdict: Verdict) => string,
  palette: Palette,
): Grid {
  return {
    heads: labels,
    rows: parties.map(({ name, verdicts }) => {
      const byLabel = new Map(verdicts.map((verdict) => [verdict.period.label, verdict]));
      return {
        name: cut(inert(name), WIDEST_NAME),
        cells: labels.map((label) => cellOf(byLabel.get(label), words, palette)),
      };
    }),
  };
}

function cellOf(verdict: Verdict | undefined, words: (verdict: Verdict) => string, palette: Palette): Cell {
  if (verdict === undefined) return { text: "", paint: palette.quiet };
  return {
    text: inert(`${symbols[verdict.verdict]} ${words(verdict)}`).trimEnd(),
    paint: verdict.flags.includes("warning") ? palette.warn : verdictPaint(verdict.verdict, palette),
  };
}

/** `met 97.2%`; a met one that is close to missing says so. */
export function cellWords(verdict: Verdict): string {
  const words = [outcomeWords(verdict), valueIn(verdict)].filter((word) => word !== "").join(" ");
  return verdict.flags.includes("warning") ? `${words} (warning)` : words;
}

/** `so far met`: of a pending verdict, what the rows say that are there. */
function outcomeWords({ verdict, provisional }: Verdict): string {
  return verdict === "pending" && provisional !== null
    ? `so far ${verdictWords(provisional)}`
    : verdictWords(verdict);
}

function shortWords(verdict: Verdict): string {
  const isPending = verdict.verdict === "pending" && verdict.provisional !== null;
  const value = `${isPending ? `${symbols[verdict.provisional]} ` : ""}${valueIn(verdict)}`.trim();
  return verdict.flags.includes("warning") ? `${value} !` : value;
}

function valueIn(verdict: Verdict): string {
  const isShown = verdict.verdict === "met" || verdict.verdict === "missed" || verdict.verdict === "pending";
  return isShown ? shownValue(verdict) : "";
}

/** `✓ met, ✗ missed, ! warning`: of the symbols that were used. */
function keyOf(parties: readonly PartyVerdicts[]): string {
  const all = parties.flatMap((party) => party.verdicts);
  const kinds = verdictKinds.filter((kind) =>
    all.some((each) => each.verdict === kind || isSoFar(each, kind)),
  );
  const words = kinds.map((kind) => `${symbols[kind]} ${verdictWords(kind)}`);
  const hasWarning = all.some((verdict) => verdict.flags.includes("warning"));
  return [...words, ...(hasWarning ? ["! warning"] : [])].join(", ");
}

function isSoFar({ verdict, provisional }: Verdict, kind: VerdictKind): boolean {
  return verdict === "pending" && provisional === kind;
}

function turned(grid: Grid): Grid {
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
