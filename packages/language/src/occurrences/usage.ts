/** Who uses what: declarations, and the names that stand inside them. */
import type { NameSymbol, Occurrence } from "./name-symbol.ts";
import type { Occurrences } from "./occurrences.ts";

/** A declaration that is used, or that uses, and the places where. */
export interface Usage {
  readonly symbol: NameSymbol;
  /** Where the name of what is used stands. */
  readonly places: readonly Occurrence[];
}

/** The declaration that an offset lies in; null for one in none, or in one without a name. */
export function holderOf(names: Occurrences, path: string, offset: number): NameSymbol | null {
  const declarations = declarationsIn(names).get(path) ?? [];
  let low = 0;
  let high = declarations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((declarations[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const before = declarations[low - 1];
  return before !== undefined && offset <= before.span.end ? before : null;
}

const byFile = new WeakMap<Occurrences, ReadonlyMap<string, readonly NameSymbol[]>>();

/** Declarations by the path of their file, in the order of their places, which is that of the symbols. */
function declarationsIn(names: Occurrences): ReadonlyMap<string, readonly NameSymbol[]> {
  const known = byFile.get(names);
  if (known !== undefined) return known;
  const found = new Map<string, NameSymbol[]>();
  for (const symbol of names.declared.symbols) {
    if (symbol.owner !== null) continue;
    const list = found.get(symbol.file.path);
    if (list === undefined) found.set(symbol.file.path, [symbol]);
    else list.push(symbol);
  }
  byFile.set(names, found);
  return found;
}

/** The declarations in which something is named, but for its own. */
export function usersOf(names: Occurrences, symbol: NameSymbol): readonly Usage[] {
  const places = (names.ofSymbol.get(symbol.id) ?? []).filter(({ role }) => role === "reference");
  return grouped(
    places.flatMap((place): readonly (readonly [NameSymbol, Occurrence])[] => {
      const holder = holderOf(names, place.file.path, place.span.start);
      return holder === null || holder.id === symbol.id ? [] : [[holder, place]];
    }),
  );
}

/** The declarations that are named inside one, but for itself. */
export function usedIn(names: Occurrences, symbol: NameSymbol): readonly Usage[] {
  const { file, span } = symbol;
  const inside = (names.inFile.get(file.path) ?? []).filter(
    (one) => one.role === "reference" && span.start <= one.span.start && one.span.end <= span.end,
  );
  return grouped(
    inside.flatMap((place): readonly (readonly [NameSymbol, Occurrence])[] =>
      place.symbol.owner === null && place.symbol.id !== symbol.id ? [[place.symbol, place]] : [],
    ),
  );
}

/** The declarations whose head names something, and the standards with a limit on it: what is made of it. */
export function madeOf(names: Occurrences, symbol: NameSymbol): readonly NameSymbol[] {
  return usersOf(names, symbol).flatMap(({ symbol: user, places }) =>
    places.some(({ span }) => isBasis(user, span.start)) ? [user] : [],
  );
}

function isBasis({ node }: NameSymbol, offset: number): boolean {
  if (node === null || !("headSpan" in node)) return false;
  if (node.headSpan.start <= offset && offset <= node.headSpan.end) return true;
  return (
    node.kind === "Standard" &&
    node.sentences.some(
      (one) => one.kind === "Requires" && one.limits.some(({ metric }) => metric.span.start === offset),
    )
  );
}

function grouped(pairs: readonly (readonly [NameSymbol, Occurrence])[]): readonly Usage[] {
  const groups = new Map<NameSymbol, Occurrence[]>();
  for (const [symbol, place] of pairs) groups.set(symbol, [...(groups.get(symbol) ?? []), place]);
  return [...groups].map(([symbol, places]) => ({ symbol, places }));
}
