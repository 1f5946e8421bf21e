/**
 * What a file declares, seen from its lines alone: for names of files that nothing uses yet.
 *
 * A workspace may have hundreds of them, and only one name is wanted; so they are not parsed. A line that only looks
 * like a head is offered wrongly, and said to be wrong as soon as it is used.
 */
import type { SourceFile } from "../source/source-file.ts";
import { declarationWords } from "../syntax/vocabulary.ts";

/** The head of a declaration, as far as one line shows it. */
export interface Heading {
  /** The declaration word. */
  readonly word: string;
  readonly name: string;
  readonly label: string | null;
}

const heading = new RegExp(
  `^[ \\t]*(${declarationWords.join("|")})[ \\t]+([A-Za-z_][A-Za-z0-9_]*)(?:[ \\t]+"((?:[^"\\\\\\r\\n]|\\\\.)*)")?`,
  "gm",
);

const known = new WeakMap<SourceFile, readonly Heading[]>();

/** The declarations with a name. */
export function headingsOf(file: SourceFile): readonly Heading[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = [...file.text.matchAll(heading)].flatMap(([, word = "", name = "", label]): Heading[] =>
    word === "partners" || word === "uses" ? [] : [{ word, name, label: label ?? null }],
  );
  known.set(file, found);
  return found;
}
