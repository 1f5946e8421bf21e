/**
 * Renaming: another name for one thing, everywhere, with nothing else changed.
 *
 * What is said of data stays: a field that took its column by its name says the column from then on, a member its
 * spelling in the file. A name that other fields must share (the key of a look-up) is changed in all of them. Whether the
 * text still means the same is not reasoned about but tried (`proof.ts`): the files are read again with the new name,
 * and where anything would mean something else the renaming is refused, with the place. A refusal is one sentence in
 * the user's words.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { declaredName } from "../occurrences/declared.ts";
import type { NameSymbol, Occurrence } from "../occurrences/name-symbol.ts";
import type { SourceFile } from "../source/source-file.ts";
import { reservedWords } from "../syntax/tokens.ts";
import { conflictOf } from "./conflicts.ts";
import { changeOfMeaning } from "./proof.ts";
import { type CheckNames, type FileEdits, placeWords, type RenameView } from "./rename-view.ts";

/** The edits that rename, or why there are none. */
export type Renaming =
  | { readonly kind: "renamed"; readonly files: readonly FileEdits[] }
  | { readonly kind: "refused"; readonly reason: string };

/** Why something can have no other name; null if it can. */
export function fixedName({ kind, name, node, owner }: NameSymbol): string | null {
  if (kind === "partners") return "`partners` is a word of the language, not a name that somebody chose";
  if (kind === "reserved") return `\`${name}\` belongs to a declaration that this version does not read`;
  if (node === null)
    return `\`${name}\` is what every clock gives to its cases, here those of \`${owner?.name}\``;
  return null;
}

/**
 * Gives a symbol another name in all views that know it. `check` is asked before and after; whatever it says only of
 * the text with the new name refuses the renaming.
 */
export function renamed(
  views: readonly RenameView[],
  symbol: NameSymbol,
  name: string,
  check: CheckNames,
): Renaming {
  if (name === symbol.name) return { kind: "renamed", files: [] };
  const together = allTogether(views, symbol);
  const reason =
    fixedName(symbol) ??
    badForm(name) ??
    unreadPlace(views, symbol) ??
    sharedMember(views, symbol) ??
    conflictOf(views, together, name);
  if (reason !== null) return { kind: "refused", reason };
  const files = editsOf(views, together, name);
  // What names alone do not show is that a member must be a region; of all else one agreement stands for the others.
  const checked = symbol.kind === "member" ? views : views.slice(0, 1);
  const change = changeOfMeaning(views, files, (loaded) =>
    checked.some(({ loaded: { root } }) => root.file.path === loaded.root.file.path) ? check(loaded) : [],
  );
  return change === null ? { kind: "renamed", files } : { kind: "refused", reason: change };
}

/**
 * All symbols that must bear one name with this one: those that one word names together, and those that another
 * agreement declares for a name which a shared file leaves to be declared. Two symbols belong together if some word
 * names both, in one view or in two.
 */
function allTogether(views: readonly RenameView[], symbol: NameSymbol): readonly NameSymbol[] {
  const placesOf = new Map<string, Set<string>>();
  const symbolsAt = new Map<string, NameSymbol[]>();
  for (const { names } of views) {
    for (const one of names.declared.symbols) {
      if (one.name !== symbol.name) continue;
      const places = placesOf.get(one.id) ?? new Set();
      placesOf.set(one.id, places);
      for (const { file, span } of names.ofSymbol.get(one.id) ?? []) {
        const place = `${file.path}:${span.start}`;
        places.add(place);
        const here = symbolsAt.get(place);
        if (here === undefined) symbolsAt.set(place, [one]);
        else here.push(one);
      }
    }
  }
  const found = new Map([[symbol.id, symbol]]);
  const seen = new Set<string>();
  // The map grows while it is gone through.
  for (const id of found.keys()) {
    for (const place of placesOf.get(id) ?? []) {
      if (seen.has(place)) continue;
      seen.add(place);
      for (const other of symbolsAt.get(place) ?? []) if (!found.has(other.id)) found.set(other.id, other);
    }
  }
  return [...found.values()];
}

function badForm(name: string): string | null {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return `\`${name}\` is no name: names are letters, digits and \`_\`, and do not begin with a digit`;
  }
  const isReserved = reservedWords.some((word) => word === name);
  return isReserved ? `\`${name}\` holds sentences together and cannot be a name` : null;
}

/** A sentence that cannot be read may hold the name, and would be left behind. */
function unreadPlace(views: readonly RenameView[], { name }: NameSymbol): string | null {
  const word = new RegExp(`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`);
  for (const { loaded } of views) {
    for (const { file, tree } of loaded.files) {
      for (const declaration of tree.declarations) {
        const isLost = declaration.kind === "BrokenDeclaration" && declaredName(declaration) === null;
        const spans = [
          ...(isLost ? [declaration.headSpan] : []),
          ...declaration.sentences.filter(({ kind }) => kind === "Broken").map(({ span }) => span),
        ];
        const found = spans.find(({ start, end }) => word.test(file.text.slice(start, end)));
        if (found === undefined) continue;
        return `${placeWords(file, found.start)} holds \`${name}\` and cannot be read; mend it first`;
      }
    }
  }
  return null;
}

/** A member whose field is compared with another field is matched by its name there. */
function sharedMember(views: readonly RenameView[], { kind, name, owner }: NameSymbol): string | null {
  if (kind !== "member" || owner === null) return null;
  for (const { names } of views) {
    const meeting = names.meetings.find(({ one, other }) => one.id === owner.id || other.id === owner.id);
    if (meeting === undefined) continue;
    const { one, other } = meeting;
    const partner = one.id === owner.id ? other : one;
    return `\`${name}\` is compared by name with the values of \`${partner.name}\` of \`${partner.owner?.name}\``;
  }
  return null;
}

function editsOf(
  views: readonly RenameView[],
  together: readonly NameSymbol[],
  name: string,
): readonly FileEdits[] {
  const files = new Map<string, { readonly file: SourceFile; readonly edits: Map<number, TextEdit> }>();
  const add = (file: SourceFile, edit: TextEdit): void => {
    const known = files.get(file.path) ?? { file, edits: new Map<number, TextEdit>() };
    files.set(file.path, known);
    known.edits.set(edit.span.start, edit);
  };
  for (const { id } of together) {
    const places: readonly Occurrence[] = views.flatMap(({ names }) => names.ofSymbol.get(id) ?? []);
    for (const { file, span } of places) add(file, { span, text: name });
  }
  for (const symbol of together) {
    const origin = originOf(symbol);
    if (origin !== null) add(symbol.file, origin);
  }
  return [...files.values()].map(({ file, edits }) => ({
    file,
    edits: [...edits.values()].sort((a, b) => a.span.start - b.span.start),
  }));
}

/** What keeps the data as it is: the column of a field, the spelling of a member, where the name itself said it. */
function originOf({ node, name }: NameSymbol): TextEdit | null {
  switch (node?.kind) {
    case "Field": {
      const isComputed = node.type.kind === "TotalType" || node.type.kind === "DaysType";
      return isComputed || node.columns.length > 0 ? null : inserted(node.span.end, ` from "${name}"`);
    }
    case "Member":
      return node.written === null ? inserted(node.name.span.end, ` written "${name}"`) : null;
    default:
      return null;
  }
}

function inserted(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}
