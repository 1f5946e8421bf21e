/**
 * Limits relative to the other partners: `at least peer average`, `in best 25% of peers` (SPEC §4.5).
 *
 * Peers are the other partners whose verdict in the same window is given by limits, and whose metric has a value there.
 * The values of a window are gathered once: what the peers of one partner have is the whole without its own. A peer is
 * never named: what leaves this file are a number of peers, an average and a rank.
 */
import type { LimitRowPlan, RelativeComparison } from "../bundle/standard-plan.ts";
import {
  addExact,
  compareExact,
  type Exact,
  exact,
  fromText,
  lowestTerms,
  subtractExact,
} from "../exact/ratio.ts";
import { gapWords, valueWords } from "../explain/words.ts";
import { partnerFact, rounded, roundingOf } from "../judge/facts.ts";
import type { Distance } from "../judge/result.ts";
import type { LimitTerms, Standing } from "../judge/terms.ts";
import { isExact } from "../measure/facts.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import { spanAround } from "../time/spans.ts";

/** Fewest peers that a partner is compared with. */
const LEAST = 5;

/** The value of a partner in a window, exact and as comparisons read it. */
interface Entry {
  readonly value: Exact;
  readonly compared: Exact;
}

/** The partners of a window who may be each other's peers. */
interface Group {
  readonly entries: ReadonlyMap<number, Entry>;
  /** Sum of their exact values. */
  readonly total: Exact;
  /** What comparisons read of them, the best first. */
  readonly ordered: readonly Exact[];
}

export interface PeersOf {
  /** A fact `peers:METRIC:FIELD:difference` or `…:standing` by cell; null for other names. */
  fact(name: string): ((cell: number) => Exact | null) | null;
  limit(metric: string, row: LimitRowPlan, cell: number): LimitTerms | null;
  /** May a peer of a cell still be judged (SPEC §4.5.3)? */
  awaits(cell: number): boolean;
}

export function peersOf(standing: Standing): PeersOf {
  const { standard, lines } = standing;
  const isRelative = standard.requires.some(({ alternatives }) =>
    alternatives.some(({ rows }) => rows.some(({ comparison }) => "by" in comparison)),
  );
  const windowOf = windowKeys(standing);
  const made = new Map<string, ReadonlyMap<string, Group>>();
  function groupsOf(metric: string, by: string | null): ReadonlyMap<string, Group> {
    const key = `${metric}:${by ?? ""}`;
    const known = made.get(key) ?? gathered(metric, by, standing, windowOf);
    made.set(key, known);
    return known;
  }
  function comparedWith(metric: string, by: string | null, cell: number): Compared | null {
    const facts = standing.lineAt(cell).facts(metric, null);
    const key = groupKey(cell, by, standing, windowOf);
    const value = facts.value(cell);
    if (key === null || !isExact(value)) return null;
    const group = groupsOf(metric, by).get(key) ?? NOBODY;
    const self = group.entries.get(partyOf(standing, cell)) ?? null;
    const peers = group.entries.size - (self === null ? 0 : 1);
    return { facts, own: comparable(value, facts, standing), group, self, peers };
  }
  return {
    fact(name) {
      const [kind, metric = "", by = "", what] = name.split(":");
      if (kind !== "peers") return null;
      return (cell) => {
        if (!standing.isCell(cell)) return null;
        const compared = comparedWith(metric, by === "" ? null : by, cell);
        if (compared === null || compared.peers < LEAST) return null;
        return what === "standing" ? standingOf(compared) : differenceOf(compared, standing);
      };
    },
    limit(metric, { comparison }, cell) {
      if (!("by" in comparison)) return null;
      return limitTerms(comparison, comparedWith(metric, comparison.by, cell), standing);
    },
    awaits(cell) {
      if (!isRelative || lines.every(({ windows }) => windows.own === null)) return false;
      const window = windowOf(cell);
      return standing.parties
        .filter((party) => party !== partyOf(standing, cell))
        .flatMap((party) => lastOfWindow(party, window, standing, windowOf))
        .some((other) => !standing.isOut(other) && standing.isOpen(other));
    },
  };
}

function partyOf({ lines }: Standing, cell: number): number {
  return Math.floor(cell / (lines[0]?.windows.occasions.length ?? 1));
}

/** What makes two windows the same: their label; of partner years the year of the agreement in which they begin. */
function windowKeys({ lines, occasionOf, run }: Standing): (cell: number) => string {
  if (lines.every(({ windows }) => windows.own === null)) return (cell) => occasionOf(cell).label;
  const { yearStarts } = run.frame;
  return (cell) => String(spanAround("year", occasionOf(cell).governingDay, yearStarts).start);
}

/** The cell of a partner in a window; of two that begin in one year, the later. */
function lastOfWindow(
  party: number,
  window: string,
  { cellsOf }: Standing,
  windowOf: (cell: number) => string,
): readonly number[] {
  return cellsOf(party)
    .filter((cell) => windowOf(cell) === window)
    .slice(-1);
}

/** Window and value of FIELD; null for a partner without one. */
function groupKey(
  cell: number,
  by: string | null,
  standing: Standing,
  windowOf: (cell: number) => string,
): string | null {
  const field = by === null ? "" : partnerFact(standing.run, by, partyOf(standing, cell));
  if (field === null) return null;
  const text = typeof field === "object" ? fieldText(field) : String(field);
  return `${windowOf(cell)}\n${text}`;
}

/** Numbers that are equal are equal however they are held. */
function fieldText(value: Exact): string {
  const { numerator, denominator } = lowestTerms(value.numerator, value.denominator);
  return `${numerator}/${denominator}`;
}

function gathered(
  metric: string,
  by: string | null,
  standing: Standing,
  windowOf: (cell: number) => string,
): ReadonlyMap<string, Group> {
  const found = new Map<string, Map<number, Entry>>();
  let sign = 1;
  for (const party of standing.parties) {
    const last = new Map(standing.cellsOf(party).map((cell) => [windowOf(cell), cell]));
    for (const cell of last.values()) {
      const key = groupKey(cell, by, standing, windowOf);
      if (key === null || !standing.reachesLimits(cell)) continue;
      const facts = standing.lineAt(cell).facts(metric, null);
      sign = betterSign(facts);
      const value = facts.value(cell);
      if (!isExact(value)) continue;
      const entries = found.get(key) ?? new Map<number, Entry>();
      found.set(key, entries.set(party, { value, compared: comparable(value, facts, standing) }));
    }
  }
  return new Map([...found].map(([key, entries]) => [key, groupOf(entries, sign)]));
}

function groupOf(entries: ReadonlyMap<number, Entry>, sign: number): Group {
  const values = [...entries.values()];
  const total = values.reduce((sum, { value }) => reduced(addExact(sum, value)), exact(0n, 1n));
  const ordered = values.map(({ compared }) => compared).sort((a, b) => compareExact(b, a) * sign);
  return { entries, total, ordered };
}

const NOBODY: Group = groupOf(new Map(), 1);

/** 1 where higher values are better. */
function betterSign({ plan }: MetricFacts): number {
  return plan.better === "lower" ? -1 : 1;
}

function comparable(value: Exact, { plan }: MetricFacts, { run }: Standing): Exact {
  const found = rounded(value, plan, run);
  return isExact(found) ? found : value;
}

/** A partner and its peers. */
interface Compared {
  readonly facts: MetricFacts;
  readonly own: Exact;
  readonly group: Group;
  /** The partner among the group; null where its verdict is not given by limits. */
  readonly self: Entry | null;
  /** How many peers there are. */
  readonly peers: number;
}

/** The mean of the peers' exact values, in lowest terms. */
function averageOf({ group, self, peers }: Compared): Exact {
  const sum = self === null ? group.total : subtractExact(group.total, self.value);
  return lowestTerms(sum.numerator, sum.denominator * BigInt(peers));
}

function reduced({ numerator, denominator }: Exact): Exact {
  return lowestTerms(numerator, denominator);
}

function differenceOf(compared: Compared, standing: Standing): Exact {
  return reduced(subtractExact(compared.own, comparable(averageOf(compared), compared.facts, standing)));
}

/** 1, and one more for each peer that is strictly better. */
function rankOf({ facts, own, group, self }: Compared): number {
  const sign = betterSign(facts);
  // In a year in which two of its years begin, the partner stands in the group with the later one.
  const isSelfBetter = self !== null && compareExact(self.compared, own) * sign > 0;
  return 1 + betterThan(own, group, sign) - (isSelfBetter ? 1 : 0);
}

/** How many values of a group are strictly better than one. */
function betterThan(value: Exact, { ordered }: Group, sign: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareExact(ordered[middle] ?? value, value) * sign > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value at a place, from 0 and the best first, among the peers: the group without the partner itself. */
function peerAt({ facts, group, self }: Compared, place: number): Exact | undefined {
  // Of equal values it is the same which one is left out.
  const left = self === null ? group.ordered.length : betterThan(self.compared, group, betterSign(facts));
  return group.ordered[place < left ? place : place + 1];
}

function standingOf(compared: Compared): Exact {
  return exact(BigInt(rankOf(compared)), BigInt(compared.peers + 1));
}

function limitTerms(
  comparison: RelativeComparison,
  compared: Compared | null,
  standing: Standing,
): LimitTerms {
  const peers = compared?.peers ?? null;
  const undecided: LimitTerms = {
    isMet: null,
    bound: null,
    peers,
    rank: null,
    distance: null,
    confidence: null,
    text: "",
  };
  if (compared === null || peers === null) return undecided;
  if (peers < LEAST) {
    const found = peers === 0 ? "is nobody" : peers === 1 ? "is 1 peer" : `are ${peers} peers`;
    return { ...undecided, text: `; there ${found} to compare with, and ${LEAST} peers are needed` };
  }
  return comparison.best === null
    ? averageTerms(comparison, compared, undecided, standing)
    : rankTerms(fromText(comparison.best), compared, undecided, standing);
}

function averageTerms(
  { operator }: RelativeComparison,
  compared: Compared,
  undecided: LimitTerms,
  standing: Standing,
): LimitTerms {
  const { facts, own, peers } = compared;
  const bound = averageOf(compared);
  const average = comparable(bound, facts, standing);
  const order = compareExact(own, average);
  const isMet = operator === "at_most_peers" ? order <= 0 : order >= 0;
  return {
    ...undecided,
    isMet,
    bound,
    distance: gapTo(average, own, isMet, facts),
    text: ` (${valueWords(average, facts.plan.unit)} on average of ${peers} peers)`,
  };
}

function rankTerms(best: Exact, compared: Compared, undecided: LimitTerms, standing: Standing): LimitTerms {
  const { facts, own, peers } = compared;
  const rank = rankOf(compared);
  const size = peers + 1;
  const places = Number((best.numerator * BigInt(size)) / best.denominator);
  const isMet = compareExact(standingOf(compared), best) <= 0;
  const aim = places < 1 || places > peers ? undefined : peerAt(compared, places - 1);
  const asRounded = roundingOf(facts.plan, standing.run) === null ? "" : ", as rounded";
  return {
    ...undecided,
    isMet,
    rank,
    distance: aim === undefined ? null : gapTo(aim, own, isMet, facts),
    text: ` (rank ${rank} of ${size}${asRounded})`,
  };
}

/** How far a value is from one that peers have reached (SPEC §4.5.8). */
function gapTo(aim: Exact, own: Exact, isMet: boolean, { plan }: MetricFacts): Distance {
  const order = compareExact(own, aim);
  const gap = reduced(order < 0 ? subtractExact(aim, own) : subtractExact(own, aim));
  const words = gapWords(gap, plan.unit);
  return {
    direction: isMet ? "margin" : "short",
    rows: null,
    gap: { numerator: String(gap.numerator), denominator: String(gap.denominator) },
    text: isMet ? `${words} to spare` : `${words} ${order < 0 ? "below" : "above"} the limit`,
  };
}
