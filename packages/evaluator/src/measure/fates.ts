/**
 * What became of every row: the conservation law of data (SPEC §4.7).
 *
 * Rows in = used + set aside + exact duplicates + superseded + nobody's + after `as of`. Bad cells and exact
 * duplicates are dealt with while reading; the rest is decided here, in a fixed order that does not depend on the
 * order of the file.
 */
export const USED = 0;
export const AFTER_AS_OF = 1;
export const SUPERSEDED = 2;
export const SET_ASIDE = 3;
export const NOBODYS = 4;

/** Counts of one dataset beyond what its reader counts. */
export interface FateCounts {
  used: number;
  afterAsOf: number;
  superseded: number;
  /** Set aside after reading: duplicate keys, undecided ties. */
  setAside: number;
  nobodys: number;
  undated: number;
  readonly unknownPartners: Set<number>;
}

export function fateCounts(): FateCounts {
  return {
    used: 0,
    afterAsOf: 0,
    superseded: 0,
    setAside: 0,
    nobodys: 0,
    undated: 0,
    unknownPartners: new Set(),
  };
}
