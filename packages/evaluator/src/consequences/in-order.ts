/** Looking up in lists that stand in order of time, which may be long. */
import type { DaySpan } from "../time/spans.ts";

/** The items whose last day lies in some days; `endDayOf` gives the day after it, which ascends. */
export function endingWithin<T>(
  items: readonly T[],
  { start, end }: DaySpan,
  endDayOf: (item: T) => number,
): readonly T[] {
  const from = firstWhere(items, (item) => endDayOf(item) > start);
  const to = firstWhere(items, (item) => endDayOf(item) > end);
  return items.slice(from, to);
}

/** Place of the first item for which an ascending test holds; their number where it holds for none. */
export function firstWhere<T>(items: readonly T[], test: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
