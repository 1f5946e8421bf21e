/**
 * `latest FIELD`: the value of the newest row.
 *
 * Rows that share an instant are ordered by the dataset's second key. Where that leaves the newest rows tied with
 * different values, no value can be named, and the cell reports the tie as a data error would; a missing second key
 * leaves a tie with every row of its instant (SPEC §3.2.13 to §3.2.15).
 */

import type { LatestAggregate, LatestRow } from "../metrics/latest.ts";

/** The newest rows of a cell: of those with a second key the greatest, and one without, which ties with any. */
interface Newest {
  readonly date: number;
  readonly given: LatestRow | null;
  readonly blank: LatestRow | null;
  /** Another row as new as `given` (or as `blank`), with another value. */
  readonly twin: LatestRow | null;
}

export function latestAggregate(): LatestAggregate {
  const cells = new Map<number, Newest>();
  return {
    add(cell, row) {
      const held = cells.get(cell);
      const next =
        held === undefined || row.date > held.date
          ? newest(row)
          : row.date < held.date
            ? held
            : joined(held, row);
      if (next !== held) cells.set(cell, next);
    },
    finish(cell) {
      const held = cells.get(cell);
      return held?.given ?? held?.blank ?? null;
    },
    tie(cell) {
      const held = cells.get(cell);
      const top = held?.given ?? held?.blank ?? null;
      if (held === undefined || top === null) return null;
      const other = held.twin ?? (held.blank !== null && differ(held.blank, top) ? held.blank : null);
      if (other === null) return null;
      return top.line < other.line ? [top, other] : [other, top];
    },
  };
}

function newest(row: LatestRow): Newest {
  const isBlank = Number.isNaN(row.second);
  return { date: row.date, given: isBlank ? null : row, blank: isBlank ? row : null, twin: null };
}

/** Takes a row of the same date. A twin of rows without a second key matters even beside rows with one. */
function joined(held: Newest, row: LatestRow): Newest {
  if (Number.isNaN(row.second)) {
    if (held.blank === null) return { ...held, blank: row };
    return differ(held.blank, row) ? { ...held, twin: row } : held;
  }
  if (held.given === null) return { ...held, given: row };
  if (row.second < held.given.second) return held;
  if (row.second === held.given.second) return differ(held.given, row) ? { ...held, twin: row } : held;
  const isTwinBlank = held.twin !== null && Number.isNaN(held.twin.second);
  return { ...held, given: row, twin: isTwinBlank ? held.twin : null };
}

function differ(a: LatestRow, b: LatestRow): boolean {
  return a.value !== b.value || a.big !== b.big;
}
