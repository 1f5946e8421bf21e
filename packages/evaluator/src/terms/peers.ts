/**
 * Limits relative to the other partners: `at least peer average`, `in best 25% of peers` (SPEC §4.5).
 *
 * Peers are the other partners whose verdict in the same window is given by limits, and whose metric has a value there.
 * Their values are gathered once for each window, so that a partner's own are the whole without him. A peer is never
 * named: what leaves this file are a number of peers, an average and a rank.
 */
import type { LimitRowPlan, RelativeComparison } from "../bundle/plan.ts";
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
import type { MetricFacts } from "../measure/metric-measure.ts";
import { spanAround } from "../time/spans.ts";

/** Fewest peers that a partner is compared with. */
const LEAST = 5;

/** A partner in a window: its value, exact and as comparisons read it. */
interface Entry {
  readonly cell: number;
  readonly party: number;
  readonly value: Exact;
  readonly compared: Exact;
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
  const groups = new Map<string, ReadonlyMap<string, readonly Entry[]>>();
  function entriesOf(metric: string, by: string | null): ReadonlyMap<string, readonly Entry[]> {
    const key = `${metric}:${by ?? ""}`;
    const known = groups.get(key) ?? gathered(metric, by, standing, windowOf);
    groups.set(key, known);
    return known;
  }
  function comparedWith(metric: string, by: string | null, cell: number): Compared | null {
    const facts = standing.lineAt(cell).facts(metric, null);
    const group = groupKey(cell, by, standing, windowOf);
    const value = facts.value(cell);
    if (group === null || !isExact(value)) return null;
    const party = partyOf(standing, cell);
    const peers = (entriesOf(metric, by).get(group) ?? []).filter((entry) => entry.party !== party);
    return { facts, own: comparable(value, facts, standing), peers };
  }
  return {
    fact(name) {
      const [kind, metric = "", by = "", what] = name.split(":");
      if (kind !== "peers") return null;
      return (cell) => {
        if (!standing.isCell(cell)) return null;
        const compared = comparedWith(metric, by === "" ? null : by, cell);
        if (compared === null || compared.peers.length < LEAST) return null;
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
): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const party of standing.parties) {
    const last = new Map(standing.cellsOf(party).map((cell) => [windowOf(cell), cell]));
    for (const cell of last.values()) {
      const key = groupKey(cell, by, standing, windowOf);
      if (key === null || !standing.reachesLimits(cell)) continue;
      const facts = standing.lineAt(cell).facts(metric, null);
      const value = facts.value(cell);
      if (!isExact(value)) continue;
      const entry = { cell, party, value, compared: comparable(value, facts, standing) };
      const entries = found.get(key);
      if (entries === undefined) found.set(key, [entry]);
      else entries.push(entry);
    }
  }
  return found;
}

function comparable(value: Exact, { plan }: MetricFacts, { run }: Standing): Exact {
  const found = rounded(value, plan, run);
  return isExact(found) ? found : value;
}

/** A partner and its peers. */
interface Compared {
  readonly facts: MetricFacts;
  readonly own: Exact;
  readonly peers: readonly Entry[];
}

/** The mean of the peers' exact values, in lowest terms. */
function averageOf({ peers }: Compared): Exact {
  const sum = peers.reduce((total, { value }) => reduced(addExact(total, value)), exact(0n, 1n));
  return lowestTerms(sum.numerator, sum.denominator * BigInt(peers.length));
}

function reduced({ numerator, denominator }: Exact): Exact {
  return lowestTerms(numerator, denominator);
}

function differenceOf(compared: Compared, standing: Standing): Exact {
  return reduced(subtractExact(compared.own, comparable(averageOf(compared), compared.facts, standing)));
}

/** 1, and one more for each peer that is strictly better. */
function rankOf({ facts, own, peers }: Compared): number {
  const sign = facts.plan.better === "lower" ? -1 : 1;
  return 1 + peers.filter(({ compared }) => compareExact(compared, own) * sign > 0).length;
}

function standingOf(compared: Compared): Exact {
  return exact(BigInt(rankOf(compared)), BigInt(compared.peers.length + 1));
}

function limitTerms(
  comparison: RelativeComparison,
  compared: Compared | null,
  standing: Standing,
): LimitTerms {
  const peers = compared?.peers.length ?? null;
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
    const text = `; there ${peers === 1 ? "is 1 peer" : `are ${peers} peers`} to compare with, and ${LEAST} are needed`;
    return { ...undecided, text };
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
    text: ` (${valueWords(average, facts.plan.unit)} on average of ${peers.length} peers)`,
  };
}

function rankTerms(best: Exact, compared: Compared, undecided: LimitTerms, standing: Standing): LimitTerms {
  const { facts, own, peers } = compared;
  const rank = rankOf(compared);
  const size = peers.length + 1;
  const places = Number((best.numerator * BigInt(size)) / best.denominator);
  const isMet = compareExact(standingOf(compared), best) <= 0;
  const sign = facts.plan.better === "lower" ? 1 : -1;
  const ordered = peers.map((peer) => peer.compared).sort((a, b) => compareExact(a, b) * sign);
  const aim = ordered[places - 1];
  const decimals = roundingOf(facts.plan, standing.run);
  return {
    ...undecided,
    isMet,
    rank,
    distance: aim === undefined ? null : gapTo(aim, own, isMet, facts),
    text: ` (rank ${rank} of ${size}${decimals === null ? "" : ", as rounded"})`,
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
