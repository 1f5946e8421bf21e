/** What the items of the latest list mean, for when one of them is looked at. Older lists are on nobody's screen. */
import type { CompletionItem } from "@tenet-lang/language";
import type { Store } from "../documents/store.ts";

interface Kept {
  readonly number: number;
  readonly items: readonly CompletionItem[];
}

const latest = new WeakMap<Store, Kept>();

/** Keeps the meanings of a list; its number tells it from later ones. */
export function keepMeanings(store: Store, items: readonly CompletionItem[]): number {
  const number = (latest.get(store)?.number ?? 0) + 1;
  latest.set(store, { number, items });
  return number;
}

/** What an item means, by what was sent with it; null where it is of an older list. */
export function meaningOf(store: Store, data: unknown): string | null {
  const kept = latest.get(store);
  if (kept === undefined || !Array.isArray(data) || data[0] !== kept.number) return null;
  return kept.items.find(({ rank }) => rank === data[1])?.documentation ?? null;
}
