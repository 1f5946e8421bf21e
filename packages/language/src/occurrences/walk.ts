/**
 * The way through one declaration: what is declared, where we are, and what was found so far.
 *
 * A walk never reports a mistake. A name is taken for whatever bears it, also where another kind of thing should stand:
 * who follows a name wants to see what it is. What nobody declares is kept as unknown.
 */
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { type Declared, fieldIn } from "./declared.ts";
import type { Meeting, NameSymbol, Occurrence, UnknownName, WordMeaning, WordUse } from "./name-symbol.ts";

/** What a walk finds. */
export interface Found {
  readonly occurrences: Occurrence[];
  readonly words: WordUse[];
  readonly unknown: UnknownName[];
  readonly meetings: Meeting[];
}

/** Where a walk is. */
export interface Walk {
  readonly declared: Declared;
  readonly found: Found;
  readonly file: SourceFile;
  /** The declaration that is walked, and what it declares. */
  readonly node: ast.Declaration;
  readonly symbol: NameSymbol | null;
}

/** A piece of text that may be a name. */
export type Written = Pick<ast.Name, "text" | "span">;

/** Notes a name that may stand for several things at once; for nothing, it is unknown. */
export function refer(
  walk: Walk,
  name: Written,
  ...symbols: readonly (NameSymbol | null)[]
): NameSymbol | null {
  const { file, found } = walk;
  const [symbol, ...others] = [...new Set(symbols.filter((one) => one !== null))];
  const { span, text } = name;
  // Where a slip was mended in reading, the words in the file may be others.
  if (symbol === undefined || file.text.slice(span.start, span.end) !== text) {
    found.unknown.push({ file, span, text });
    return null;
  }
  found.occurrences.push({ file, span, symbol, others, role: "reference" });
  for (const other of others) found.meetings.push({ one: symbol, other });
  return symbol;
}

/** Notes the name of something that is declared here. */
export function declare({ declared, file, found }: Walk, node: ast.Node, span: Span): void {
  const symbol = declared.byNode.get(node);
  if (symbol !== undefined) found.occurrences.push({ file, span, symbol, others: [], role: "declaration" });
}

/** Notes a word of the language. */
export function word({ file, found }: Walk, { text, span }: Written, meaning: WordMeaning): void {
  found.words.push({ file, span, text, meaning });
}

/** A declared name. */
export function referTo(walk: Walk, name: Written): NameSymbol | null {
  return refer(walk, name, walk.declared.names.get(name.text) ?? null);
}

/** A field of a table. */
export function referToField(walk: Walk, table: NameSymbol | null, name: Written): NameSymbol | null {
  return refer(walk, name, fieldIn(walk.declared, table, name.text));
}

/** A field of the partners. */
export function referToPartnerField(walk: Walk, name: Written): NameSymbol | null {
  return referToField(walk, walk.declared.partners, name);
}

/** A field by which the rows of two tables are matched, so that both must have one of that name. */
export function referToKey(
  walk: Walk,
  own: NameSymbol | null,
  other: NameSymbol | null,
  name: Written,
): NameSymbol | null {
  const fields = [own, other].map((table) => fieldIn(walk.declared, table, name.text));
  return refer(walk, name, ...fields);
}
