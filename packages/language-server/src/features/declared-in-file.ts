/** What one file declares, kept for as long as its tree is the same. */
import { declaredIn, type NameSymbol, type ParsedFile } from "@tenet-lang/language";

const known = new WeakMap<ParsedFile, readonly NameSymbol[]>();

/** The symbols that a file declares by writing their names. */
export function declaredInFile(parsed: ParsedFile): readonly NameSymbol[] {
  const before = known.get(parsed);
  if (before !== undefined) return before;
  const written = declaredIn([parsed]).symbols.filter(({ node }) => node !== null);
  known.set(parsed, written);
  return written;
}
