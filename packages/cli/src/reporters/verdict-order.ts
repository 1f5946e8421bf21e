/** Orders in which people read: declarations as the text has them, periods as they end. Results are sorted by name. */
import type { Verdict } from "@tenet-lang/evaluator";

interface Placed {
  readonly origin: { readonly file: string; readonly line: number };
}

/**
 * Items of one declaration together, the declarations in the order of the text: by file, then by line. Where several
 * versions declare it, the newest one says where it stands.
 */
export function inTextOrder<T extends Placed>(
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly T[] {
  const places = new Map(items.map((item) => [nameOf(item), item.origin]));
  return [...items].sort((left, right) => {
    const [a, b] = [places.get(nameOf(left)) ?? left.origin, places.get(nameOf(right)) ?? right.origin];
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.line - b.line;
  });
}

/** Labels of periods, from the one that ends first: an assessment day, whatever its window reaches back to. */
export function labelsInOrder(verdicts: readonly Verdict[]): readonly string[] {
  const ends = new Map(verdicts.map(({ period }) => [period.label, period.end]));
  return [...ends]
    .sort(([left, a], [right, b]) => (a < b ? -1 : a > b ? 1 : left < right ? -1 : 1))
    .map(([label]) => label);
}

/** Verdicts of one declaration and party as their windows end, which may have begun in another order. */
export function inOrderOfTime(verdicts: readonly Verdict[]): readonly Verdict[] {
  const own = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = JSON.stringify([verdict.standard, verdict.party.kind, verdict.party.key]);
    own.set(key, [...(own.get(key) ?? []), verdict]);
  }
  return [...own.values()].flatMap((all) => all.sort((a, b) => compare(a.period.end, b.period.end)));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
