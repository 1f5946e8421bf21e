/** The names of an agreement, worked out once for as long as its files are the same. */
import { type Loaded, type Occurrences, occurrencesOf } from "@tenet-lang/language";
import type { Analysed } from "./analysed.ts";

const known = new WeakMap<Loaded, Occurrences>();

/** All names of an agreement's files. */
export function namesOf({ loaded }: Analysed): Occurrences {
  const before = known.get(loaded);
  if (before !== undefined) return before;
  const names = occurrencesOf(loaded);
  known.set(loaded, names);
  return names;
}
