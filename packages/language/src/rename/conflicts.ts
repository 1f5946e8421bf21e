/** Names that are taken where a new one would stand. */
import { fieldsIn } from "../occurrences/declared.ts";
import type { NameSymbol } from "../occurrences/name-symbol.ts";
import { placeWords, type RenameView } from "./rename-view.ts";

/** Why a name is not free for some of these symbols, which all are to bear it; null if it is. */
export function conflictOf(
  views: readonly RenameView[],
  symbols: readonly NameSymbol[],
  name: string,
): string | null {
  for (const view of views) {
    for (const symbol of symbols) {
      const taken = takenBy(view, symbol, name);
      if (taken !== null) return taken;
    }
  }
  return null;
}

function takenBy(view: RenameView, symbol: NameSymbol, name: string): string | null {
  const { declared } = view.names;
  if (symbol.owner === null) {
    if (name === "partners") return "`partners` is the name of the declared partners";
    const other = declared.names.get(name);
    return other === undefined ? null : takenWords(other, null);
  }
  const sibling = siblingsOf(view, symbol.owner).get(name);
  if (sibling !== undefined) return takenWords(sibling, symbol.owner);
  return symbol.kind === "field" ? hiddenByClock(view, symbol.owner, name) : null;
}

/** What is declared beside something, by name. */
function siblingsOf({ names }: RenameView, owner: NameSymbol): ReadonlyMap<string, NameSymbol> {
  const here = names.declared.symbols.find(({ id }) => id === owner.id);
  return here === undefined ? new Map() : (names.declared.inside.get(here) ?? new Map());
}

/** A clock's own fields win over those of its rows (SPEC §3.4.5). */
function hiddenByClock({ names }: RenameView, owner: NameSymbol, name: string): string | null {
  const clock = names.declared.symbols.find(
    (one) =>
      one.node?.kind === "Clock" &&
      one.node.on.text === owner.name &&
      fieldsIn(names.declared, one).get(name)?.node === null,
  );
  return clock === undefined
    ? null
    : `\`${name}\` is what clock \`${clock.name}\` gives to its cases, and would hide the field`;
}

function takenWords(other: NameSymbol, owner: NameSymbol | null): string {
  const where = owner === null ? "" : ` of \`${owner.name}\``;
  const place = placeWords(other.file, other.nameSpan.start);
  return `\`${other.name}\` is already the name of a ${kindWords(other)}${where} (${place})`;
}

/** `ramp-up`, `metric` */
function kindWords({ kind }: NameSymbol): string {
  return kind === "ramp_up" ? "ramp-up" : kind === "reserved" ? "declaration" : kind;
}
