/** What completion gives: plain data, for any editor. */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { Slot } from "../syntax/ways.ts";

/** What may be written at a place. */
export interface Completion {
  /** The word that is being written, which an item takes the place of. */
  readonly replaced: Span;
  /** The likeliest first. */
  readonly items: readonly CompletionItem[];
  /** Kinds of words that may come, also those of which none can be listed: the name of something new, a comma. */
  readonly awaited: readonly Awaited[];
  /** The sentence is whole as it stands, so that nothing has to follow. */
  readonly mayEnd: boolean;
}

/** A kind of word that may come next. */
export interface Awaited {
  readonly slot: Slot;
  /** Of keywords and signs, which one. */
  readonly text: string | null;
  /** A name that the writer chooses, so that there is nothing to list. */
  readonly isNew: boolean;
}

/** What an item is, so that an editor can show it apart. */
export type ItemKind =
  | "declaration"
  | "sentence"
  | "keyword"
  | "operator"
  | "dataset"
  | "clock"
  | "calendar"
  | "metric"
  | "standard"
  | "consequence"
  | "name"
  | "field"
  | "member"
  | "value"
  | "unit"
  | "text"
  | "file";

/** Something that may be written. */
export interface CompletionItem {
  /** The words as they read. */
  readonly label: string;
  readonly kind: ItemKind;
  /** What is written, without holes. */
  readonly insert: string;
  /** The same with holes to fill in, `${1:metric}`; null where there are none. */
  readonly snippet: string | null;
  /** In a few words: the type of a field, the file of a name. */
  readonly detail: string | null;
  /** In one sentence: what it means. */
  readonly documentation: string | null;
  /** 0 for the likeliest, then upward without gaps. */
  readonly rank: number;
  /** Edits elsewhere that go with it: the `uses` line of another file. */
  readonly edits: readonly TextEdit[];
}

/** An item before it is ranked. */
export interface Offer extends Omit<CompletionItem, "rank"> {
  readonly tier: Tier;
}

/** How likely an offer is; within a tier the order of the text or the grammar holds. */
export const tiers = {
  /** What the line above lacks. */
  completing: 0,
  /** A sentence that the declaration still lacks. */
  lacking: 1,
  /** A declaration where one is about to start. */
  starting: 2,
  /** What fits best. */
  best: 3,
  value: 4,
  word: 5,
  /** Possible, and rarely meant. */
  other: 6,
  sentence: 7,
  /** A sentence of a kind that the declaration has already. */
  again: 8,
  /** Goes on with the line above, which could end there. */
  continuing: 9,
  declaration: 10,
  /** Declared in a file that is not used yet. */
  elsewhere: 11,
} as const;

type Tier = (typeof tiers)[keyof typeof tiers];

/** An offer of one word or phrase. */
export function wordOffer(
  label: string,
  kind: ItemKind,
  more: Partial<Omit<Offer, "label" | "kind">> = {},
): Offer {
  const plain = {
    insert: label,
    snippet: null,
    detail: null,
    documentation: null,
    tier: tiers.word,
    edits: [],
  };
  return { label, kind, ...plain, ...more };
}

/** Items in their order; of equal ones the first. */
export function ranked(offers: readonly Offer[]): readonly CompletionItem[] {
  const seen = new Set<string>();
  return offers
    .toSorted((one, other) => one.tier - other.tier)
    .filter(({ label, kind }) => {
      const key = `${kind} ${label}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map(({ tier: _, ...item }, rank) => ({ ...item, rank }));
}
