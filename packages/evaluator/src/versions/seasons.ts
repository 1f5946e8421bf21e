/** The days on which each of several versions is in force (SPEC §4.8.3 to §4.8.5). */
import type { Bundle } from "../bundle/rule.ts";
import { parseDay } from "../time/civil.ts";
import type { Seasons } from "../time/windows.ts";

/** Of the versions whose `effective` holds a day, the one that begins last is in force; `all` are in that order. */
export function seasonsOf(bundle: Bundle, all: readonly Bundle[]): Seasons {
  const spans = all.map(({ agreement }) => ({
    from: parseDay(agreement.effective.from) ?? 0,
    until:
      agreement.effective.until === null
        ? Number.POSITIVE_INFINITY
        : (parseDay(agreement.effective.until) ?? 0),
  }));
  const own = all.indexOf(bundle);
  const holding = (day: number): number =>
    spans.findLastIndex(({ from, until }) => from <= day && day <= until);
  /** Of a day that none holds: the version of the last day before it that has one, or the first of all. */
  const before = (day: number): number => {
    const over = spans.filter(({ until }) => until < day).map(({ until }) => until);
    return over.length === 0 ? 0 : holding(Math.max(...over));
  };
  return {
    isInForce: (day) => holding(day) === own,
    bundleOn: (day) => all[holding(day)] ?? null,
    governs: (day) => (holding(day) < 0 ? before(day) : holding(day)) === own,
    isCovered(first, last) {
      for (let day = first; day <= last; ) {
        const version = spans[holding(day)];
        if (version === undefined) return false;
        day = version.until + 1;
      }
      return true;
    },
  };
}
