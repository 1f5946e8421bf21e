/**
 * A scorecard by partner and standard: all verdicts of a pair in the order of their periods, and the one that is shown
 * (of the chosen period, else the newest that is settled, as far as data of the standard reaches). Rows can be sorted by
 * partner or by any standard.
 */
import type { JudgedStandard, JudgedVerdict, Scorecard } from "@tenet-lang/language-server/requests";
import { kindOf } from "./words.ts";

/** A verdict, and its place in the scorecard. */
export interface Placed extends JudgedVerdict {
  readonly index: number;
}

export interface Cell {
  readonly party: string;
  readonly standard: JudgedStandard;
  /** From the oldest period on. */
  readonly verdicts: readonly Placed[];
  readonly shown: Placed | null;
}

export interface Row {
  readonly party: string;
  readonly cells: readonly Cell[];
}

/** What is chosen on the page. */
export interface Choice {
  /** Of one period; null: the newest settled one of each. */
  readonly period: string | null;
  /** Only rows whose shown verdicts have one of this kind. */
  readonly verdict: string | null;
  /** Only partners whose key has this in it. */
  readonly search: string;
  /** Name of a standard, or null for partners. */
  readonly sortedBy: string | null;
  readonly descending: boolean;
}

export const nothingChosen: Choice = {
  period: null,
  verdict: null,
  search: "",
  sortedBy: null,
  descending: false,
};

/** The rows to show. */
export function rowsOf(card: Scorecard, choice: Choice): readonly Row[] {
  const placed = placedOf(card);
  const search = choice.search.trim().toLowerCase();
  const reach = reachOf(card);
  const rows = card.parties
    .filter((party) => party.toLowerCase().includes(search))
    .map((party) => ({
      party,
      cells: card.standards.map((standard) =>
        cellOf(
          party,
          standard,
          placed.get(pairOf(party, standard.name)) ?? [],
          choice.period,
          reach.get(standard.name),
        ),
      ),
    }));
  const kept = rows.filter(
    ({ cells }) => choice.verdict === null || cells.some(({ shown }) => shown?.verdict === choice.verdict),
  );
  return sorted(kept, choice);
}

type PlacedByPair = ReadonlyMap<string, readonly Placed[]>;

const known = new WeakMap<Scorecard, PlacedByPair>();

/** Worked out once for each scorecard: the page asks whenever something else is chosen. */
function placedOf(card: Scorecard): PlacedByPair {
  const pairs = known.get(card) ?? pairsOf(card);
  known.set(card, pairs);
  return pairs;
}

function pairsOf({ verdicts }: Scorecard): PlacedByPair {
  const pairs = new Map<string, Placed[]>();
  for (const [index, verdict] of verdicts.entries()) {
    const key = pairOf(verdict.party, verdict.standard);
    const own = pairs.get(key);
    if (own === undefined) pairs.set(key, [{ ...verdict, index }]);
    else own.push({ ...verdict, index });
  }
  for (const own of pairs.values()) own.sort((one, other) => inOrder(one.lastDay, other.lastDay));
  return pairs;
}

function pairOf(party: string, standard: string): string {
  return JSON.stringify([party, standard]);
}

/** The last day of each standard's newest period in which anybody was judged: behind it there is no data yet. */
function reachOf({ verdicts }: Scorecard): ReadonlyMap<string, string> {
  const reach = new Map<string, string>();
  for (const { standard, verdict, lastDay } of verdicts)
    if ((verdict === "met" || verdict === "missed") && lastDay > (reach.get(standard) ?? ""))
      reach.set(standard, lastDay);
  return reach;
}

function cellOf(
  party: string,
  standard: JudgedStandard,
  verdicts: readonly Placed[],
  period: string | null,
  reach: string | undefined,
): Cell {
  const settled = verdicts.filter(({ verdict }) => verdict !== "pending");
  const reached = settled.findLast(({ lastDay }) => reach === undefined || lastDay <= reach);
  const newest = reached ?? settled.at(-1) ?? verdicts.at(-1) ?? null;
  const shown = period === null ? newest : (verdicts.find((verdict) => verdict.period === period) ?? null);
  return { party, standard, verdicts, shown };
}

function sorted(rows: readonly Row[], { sortedBy, descending }: Choice): readonly Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const byCell = sortedBy === null ? 0 : sign * (weightOf(one, sortedBy) - weightOf(other, sortedBy));
    if (byCell !== 0) return byCell;
    const byName = inOrder(one.party, other.party);
    return sortedBy === null ? sign * byName : byName;
  });
}

/** Worst first: what is missed now, then who missed most often. */
function weightOf({ cells }: Row, standard: string): number {
  const cell = cells.find((each) => each.standard.name === standard);
  if (cell?.shown == null) return 1000;
  const misses = cell.verdicts.filter(({ verdict }) => verdict === "missed").length;
  return kindOf(cell.shown.verdict).rank * 100 - Math.min(misses, 99);
}

/** By code point, so that every machine sorts alike. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** All periods, newest first. */
export function periodsOf({ verdicts }: Scorecard): readonly string[] {
  const last = new Map(verdicts.map(({ period, lastDay }) => [period, lastDay]));
  return [...last]
    .sort(([oneLabel, one], [otherLabel, other]) => inOrder(other, one) || inOrder(otherLabel, oneLabel))
    .map(([label]) => label);
}

/** How many of the shown verdicts are of each kind. */
export function totalsOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { cells } of rows)
    for (const { shown } of cells)
      if (shown !== null) totals.set(shown.verdict, (totals.get(shown.verdict) ?? 0) + 1);
  return totals;
}
