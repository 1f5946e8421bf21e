/**
 * A name in a sentence that cannot be read: most likely what bears that name.
 *
 * While somebody writes, the sentence at hand cannot be read for most of the time, and that is when they look things up.
 * A guess is good for showing and going there; nothing is ever changed because of one.
 */
import type { ParsedFile } from "../syntax/parse.ts";
import type { NameSymbol, Occurrence } from "./name-symbol.ts";
import type { Occurrences } from "./occurrences.ts";
import { holderOf } from "./usage.ts";

/** What a word at an offset is most likely a name of; null if that sentence was read, or nothing bears the name. */
export function guessedAt(names: Occurrences, { file, tree }: ParsedFile, offset: number): Occurrence | null {
  const isUnread = tree.declarations.some(({ kind, headSpan, sentences }) => {
    const unread = sentences.filter((one) => one.kind === "Broken").map(({ span }) => span);
    const head = kind === "BrokenDeclaration" ? [headSpan] : [];
    return [...unread, ...head].some(({ start, end }) => start <= offset && offset <= end);
  });
  if (!isUnread) return null;
  const span = wordAt(file.text, offset);
  const name = file.text.slice(span.start, span.end);
  const holder = holderOf(names, file.path, offset);
  const symbol = bearerOf(names, holder, name);
  return symbol === null ? null : { file, span, symbol, others: [], role: "reference" };
}

function wordAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const before = /\w*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^\w*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

/** What is declared beside it, then what is declared anywhere, then the one field of that name. */
function bearerOf({ declared }: Occurrences, holder: NameSymbol | null, name: string): NameSymbol | null {
  const near = holder === null ? undefined : declared.inside.get(holder)?.get(name);
  const known = near ?? declared.names.get(name);
  if (known !== undefined) return known;
  const inner = declared.symbols.filter(
    (one) => one.owner !== null && one.name === name && one.node !== null,
  );
  return inner.length === 1 ? (inner[0] ?? null) : null;
}
