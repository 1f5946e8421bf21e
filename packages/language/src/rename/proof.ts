/**
 * Whether edits change what a text means: the files are read again, and every name must mean what it meant.
 *
 * Names are compared by their order: edits that only change names keep the order of symbols and of occurrences.
 */
import type { Diagnostic, TextEdit } from "../diagnostics/diagnostic.ts";
import type { NameSymbol, Occurrence } from "../occurrences/name-symbol.ts";
import { type Occurrences, occurrencesOf } from "../occurrences/occurrences.ts";
import { positionAt, type SourceFile, sourceFile } from "../source/source-file.ts";
import { type ParsedFile, parse } from "../syntax/parse.ts";
import { reparse } from "../syntax/reparse.ts";
import type { Loaded } from "../workspace/load.ts";
import { type CheckNames, type FileEdits, placeWords, type RenameView } from "./rename-view.ts";

/** Says what would mean something else after edits, in any view; null where nothing would. */
export function changeOfMeaning(
  views: readonly RenameView[],
  files: readonly FileEdits[],
  check: CheckNames,
): string | null {
  const before = new Map(views.flatMap(({ loaded }) => loaded.files.map((one) => [one.file.path, one])));
  const read = new Map(files.map(({ file, edits }) => [file.path, readAgain(before, edited(file, edits))]));
  for (const view of views) {
    if (!view.loaded.files.some(({ file }) => read.has(file.path))) continue;
    const loaded = withFiles(view.loaded, read);
    const change =
      newMistake(parsedMistakes(view.loaded), parsedMistakes(loaded)) ??
      otherMeaning(view.names, occurrencesOf(loaded)) ??
      newMistake(check(view.loaded), check(loaded));
    if (change !== null) return change;
  }
  return null;
}

function readAgain(before: ReadonlyMap<string, ParsedFile>, file: SourceFile): ParsedFile {
  const known = before.get(file.path);
  return known === undefined ? parse(file) : reparse(known, file);
}

/** A file with edits made to its text; they are in the order of their places. */
export function edited(file: SourceFile, edits: readonly TextEdit[]): SourceFile {
  let text = "";
  let from = 0;
  for (const { span, text: put } of edits) {
    text += file.text.slice(from, span.start) + put;
    from = span.end;
  }
  return sourceFile(file.path, text + file.text.slice(from));
}

/** An agreement with some of its files read anew. */
function withFiles(loaded: Loaded, read: ReadonlyMap<string, ParsedFile>): Loaded {
  const current = (one: ParsedFile): ParsedFile => read.get(one.file.path) ?? one;
  return { ...loaded, root: current(loaded.root), files: loaded.files.map(current) };
}

function parsedMistakes({ files }: Loaded): readonly Diagnostic[] {
  return files.flatMap(({ diagnostics }) => diagnostics);
}

/** An error that was not said of its line before; names move no text to another line. */
function newMistake(before: readonly Diagnostic[], after: readonly Diagnostic[]): string | null {
  const known = new Set(before.map(mistakeKey));
  const fresh = after.find((one) => one.severity === "error" && !known.has(mistakeKey(one)));
  return fresh === undefined ? null : `${placeWords(fresh.file, fresh.span.start)}: ${fresh.message}`;
}

function mistakeKey({ code, file, span }: Diagnostic): string {
  return `${code} ${file.path} ${positionAt(file, span.start).line}`;
}

function otherMeaning(before: Occurrences, after: Occurrences): string | null {
  const [order, newOrder] = [orderOf(before), orderOf(after)];
  for (const [path, list] of before.inFile) {
    const now = after.inFile.get(path) ?? [];
    for (const [index, occurrence] of list.entries()) {
      const then = now[index];
      if (then !== undefined && isSame(occurrence, order, then, newOrder)) continue;
      const { file, span } = occurrence;
      const word = file.text.slice(span.start, span.end);
      return `\`${word}\` on ${placeWords(file, span.start)} would mean something else`;
    }
    const extra = now[list.length];
    if (extra !== undefined)
      return `\`${extra.symbol.name}\` on ${placeWords(extra.file, extra.span.start)} would be a name`;
  }
  return null;
}

function orderOf({ declared }: Occurrences): ReadonlyMap<NameSymbol, number> {
  return new Map(declared.symbols.map((symbol, index) => [symbol, index]));
}

type Order = ReadonlyMap<NameSymbol, number>;

function isSame(one: Occurrence, order: Order, other: Occurrence, otherOrder: Order): boolean {
  const numbers = ({ symbol, others }: Occurrence, by: Order): string =>
    [symbol, ...others].map((each) => by.get(each)).join();
  return one.role === other.role && numbers(one, order) === numbers(other, otherOrder);
}
