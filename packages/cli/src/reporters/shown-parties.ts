/** Whose rows a table shows: of a long list those that missed most, and nobody to whom a thing never applies. */
import type { Verdict } from "@tenet-lang/evaluator";
import { count, firstOf, listed, partyName } from "./words.ts";

const MOST_PARTIES = 24;
const MOST_NAMES = 8;

export interface PartyVerdicts {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

export interface ShownParties {
  readonly parties: readonly PartyVerdicts[];
  /** How many were kept back. */
  readonly hidden: readonly string[];
  /** A row of nothing but "not applicable" says no more than a name. */
  readonly unconcerned: readonly string[];
}

/** The parties of these verdicts, in their order, and what is said of those that are not shown. */
export function shownParties(verdicts: readonly Verdict[]): ShownParties {
  const all = partiesOf(verdicts);
  const concerned = all.filter((party) => party.verdicts.some(({ verdict }) => verdict !== "not_applicable"));
  if (concerned.length === 0) {
    const { shown, hidden } = choose(all, MOST_PARTIES, missesOf);
    return { parties: shown, hidden: hiddenNote(hidden), unconcerned: [] };
  }
  const { shown, hidden } = choose(concerned, MOST_PARTIES, missesOf);
  const others = all.filter((party) => !concerned.includes(party));
  return { parties: shown, hidden: hiddenNote(hidden), unconcerned: unconcernedNote(others) };
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

function hiddenNote(parties: readonly PartyVerdicts[]): readonly string[] {
  if (parties.length === 0) return [];
  const missing = parties.filter((party) => missesOf(party) > 0).length;
  const misses = missing === 0 ? "none with a miss" : `${missing} with a miss`;
  return [`and ${count(parties.length, "more party", "more parties")}, ${misses}`];
}

function unconcernedNote(parties: readonly PartyVerdicts[]): readonly string[] {
  if (parties.length === 0) return [];
  const { shown, more } = firstOf(parties, MOST_NAMES);
  const names = shown.map(({ name }) => name);
  return [`not applicable to ${more > 0 ? `${names.join(", ")} and ${more} more` : listed(names)}`];
}
