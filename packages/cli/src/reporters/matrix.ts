/**
 * The matrix of a standard: parties × periods, one short cell each.
 *
 * Periods stand across where they fit. Where they do not, but the parties would, the table is turned. Where neither
 * fits, the words leave the cells for a key below the table, and the periods are cut into blocks that fit. Where most
 * cells would be empty, because every partner has periods of its own, it is a list. A long list of parties keeps those
 * that missed most, and of the periods the newest; how many were kept back is said below.
 */
import type { Verdict } from "@tenet-lang/evaluator";
import { blockLines, type Grid, gridLines, listLines, whollyFits } from "./grid.ts";
import { inert } from "./inert.ts";
import { cut, hanging, wrap } from "./layout.ts";
import type { Palette, View } from "./palette.ts";
import { type PartyVerdicts, shownParties } from "./shown-parties.ts";
import { cellOf, cellWords, keyOf, markNotes, shortWords } from "./verdict-cell.ts";
import { labelsInOrder } from "./verdict-order.ts";
import { count, verdictPeriod } from "./words.ts";

const MOST_PERIODS = 12;
const MOST_LISTED = 3;
const WIDEST_NAME = 28;
const INSET = "  ";

/** The lines of one standard's matrix. */
export function matrix(verdicts: readonly Verdict[], view: View): readonly string[] {
  const { parties, hidden, unconcerned } = shownParties(verdicts);
  const labels = labelsInOrder(verdicts);
  const shown = labels.slice(-MOST_PERIODS);
  if (isSparse(parties, shown)) {
    const { lines, earlier } = list(parties, view);
    const marked = markNotes(parties.flatMap(newestOf));
    return [...lines, ...noteLines([...marked, ...hidden, ...earlierNote(earlier), ...unconcerned], view)];
  }
  const seen = parties.flatMap((party) =>
    party.verdicts.filter(({ period }) => shown.includes(period.label)),
  );
  const notes = [...hidden, ...earlierNote(labels.length - shown.length), ...unconcerned];
  return [...layOut(parties, shown, view), ...noteLines([...markNotes(seen), ...notes], view)];
}

/** Would at most half of the cells hold a verdict? */
export function isSparse(parties: readonly PartyVerdicts[], labels: readonly string[]): boolean {
  const filled = parties.flatMap(({ verdicts }) =>
    verdicts.filter(({ period }) => labels.includes(period.label)),
  );
  return filled.length * 2 <= parties.length * labels.length;
}

/** The newest verdicts of a party that a list shows. */
export function newestOf({ verdicts }: PartyVerdicts): readonly Verdict[] {
  return [...verdicts].sort((a, b) => (a.period.end < b.period.end ? -1 : 1)).slice(-MOST_LISTED);
}

/** Notes below a table. */
export function noteLines(notes: readonly string[], { palette, width }: View): readonly string[] {
  return notes.flatMap((note) => hanging(INSET, inert(note), width).map((line) => palette.quiet(line)));
}

function earlierNote(periods: number): readonly string[] {
  return periods > 0 ? [`and ${count(periods, "earlier period")}`] : [];
}

function list(
  parties: readonly PartyVerdicts[],
  view: View,
): { readonly lines: readonly string[]; readonly earlier: number } {
  const rows = parties.flatMap((party) =>
    newestOf(party).map((verdict, index) => ({
      name: index === 0 ? cut(inert(party.name), WIDEST_NAME) : "",
      of: inert(verdictPeriod(verdict)),
      cell: cellOf(verdict, cellWords, view.palette),
    })),
  );
  const all = parties.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  return { lines: listLines(rows, view), earlier: all - rows.length };
}

/** The first layout that fits; in the last one, blocks, everything does. */
function layOut(parties: readonly PartyVerdicts[], labels: readonly string[], view: View): readonly string[] {
  const grid = gridOf(parties, labels, cellWords, view.palette);
  if (whollyFits(grid, view.width)) return gridLines(grid, view);
  const short = gridOf(parties, labels, shortWords, view.palette);
  const key = keyOf(parties.flatMap((party) => party.verdicts));
  return [...blockLines(short, view), ...keyLines(key, view)];
}

/** The key of symbols below a table. */
export function keyLines(key: string, { palette, width }: View): readonly string[] {
  return wrap(key, width - INSET.length).map((line) => INSET + palette.quiet(line));
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
