/** The name at a position, and where else it stands, over all agreements that its file belongs to. */
import type { NameSymbol, Occurrence, Occurrences, SourceFile, Span } from "@tenet-lang/language";
import { guessedAt, occurrenceAt } from "@tenet-lang/language";
import type { CancellationToken, Location, LocationLink, Position } from "vscode-languageserver";
import type { Analysed } from "../analysis/analysed.ts";
import { namesOf } from "../analysis/names.ts";
import type { ModelContext, WorkspaceContext } from "../analysis/phase.ts";
import { offsetOf, rangeOf } from "../protocol/positions.ts";

/** A name that stands at a position. */
export interface NameAt {
  readonly occurrence: Occurrence;
  /** The names of the agreement in which it was found. */
  readonly names: Occurrences;
  readonly analysed: Analysed;
}

/** The name at a position, by the first agreement that knows it; null where there is none. */
export async function nameAt(context: ModelContext, position: Position): Promise<NameAt | null> {
  const { file } = context;
  const offset = offsetOf(file, position);
  const first = at(context.analysed, file, offset);
  if (first !== null) return first;
  for (const analysed of await context.agreements()) {
    const found = at(analysed, file, offset);
    if (found !== null) return found;
  }
  return null;
}

function at(analysed: Analysed, file: SourceFile, offset: number): NameAt | null {
  const names = namesOf(analysed);
  const occurrence = occurrenceAt(names, file.path, offset);
  return occurrence === null ? null : { occurrence, names, analysed };
}

/** The same for whoever only looks: in a sentence that cannot be read, what a word is most likely the name of. */
export async function nameNear(context: ModelContext, position: Position): Promise<NameAt | null> {
  const found = await nameAt(context, position);
  if (found !== null) return found;
  const { analysed, parsed, file } = context;
  const names = namesOf(analysed);
  const occurrence = guessedAt(names, parsed, offsetOf(file, position));
  return occurrence === null ? null : { occurrence, names, analysed };
}

/** All agreements in which something that a file declares may be named. */
export async function agreementsOf(
  { store, analysis, pause }: WorkspaceContext,
  folder: string,
  path: string,
  token: CancellationToken,
): Promise<readonly Analysed[]> {
  const known = store.at({ folder, path });
  if (known === null) return [];
  const found: Analysed[] = [];
  for (const root of analysis.rootsOf(known)) {
    await pause(token);
    found.push(await analysis.analysed(root, token, pause));
  }
  return found;
}

/** Every place where one of the symbols that an occurrence names is written, each once. */
export async function placesOf(
  context: ModelContext,
  { occurrence }: NameAt,
  token: CancellationToken,
): Promise<readonly Occurrence[]> {
  const found = new Map<string, Occurrence>();
  const ids = [occurrence.symbol, ...occurrence.others].map(({ id }) => id);
  const { folder } = context.known.place;
  for (const analysed of await agreementsOf(context, folder, occurrence.symbol.file.path, token)) {
    for (const place of ids.flatMap((id) => namesOf(analysed).ofSymbol.get(id) ?? [])) {
      const key = `${place.file.path}:${place.span.start}`;
      if (!found.has(key)) found.set(key, place);
    }
  }
  return [...found.values()];
}

/** Where a symbol is declared, for a client. */
export function declarationOf({ uriOf }: WorkspaceContext, { file, nameSpan }: NameSymbol): Location {
  return { uri: uriOf(file), range: rangeOf(file, nameSpan) };
}

/** The same with all of the declaration, for a client that shows more than the name. */
export function linkTo(
  { uriOf }: WorkspaceContext,
  { file, nameSpan, span }: NameSymbol,
  from: { readonly file: SourceFile; readonly span: Span },
): LocationLink {
  return {
    originSelectionRange: rangeOf(from.file, from.span),
    targetUri: uriOf(file),
    targetRange: rangeOf(file, span),
    targetSelectionRange: rangeOf(file, nameSpan),
  };
}
