/** A later version of a random agreement: it begins later, and what was required at least may be required at most. */

import { showDay } from "../reference/time.ts";
import { day, type Era } from "./calendar.ts";
import type { Tape } from "./tape.ts";

/** The texts of two versions; null where something in the agreement is bound to its dates. */
export function twoVersions(
  tape: Tape,
  text: string,
  { edges, from, until }: Era,
): readonly [string, string] | null {
  const later = edges.filter((edge) => edge > from && (until === null || edge <= until));
  if (later.length === 0 || /^amendment|closed on|due on \d/m.test(text)) return null;
  const start = tape.pick(later);
  const effective = /effective from \S+ until (further notice|\S+)/;
  // The first goes on beside the second, or ends before it, with or without days between.
  const end = tape.pick([null, 1, 10, 40]);
  const last = end === null ? null : showDay(day(start) - end);
  const first =
    last === null || last < from ? text : text.replace(effective, `effective from ${from} until ${last}`);
  const second = text
    .replace("version 1.0.0", "version 2.0.0")
    .replace(effective, (_, old: string) => `effective from ${start} until ${old}`)
    .replace(/^( +requires \w+) at least /gm, (_, words: string) => `${words} at most `);
  return [first, second];
}
