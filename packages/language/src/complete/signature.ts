/**
 * The sentence that is being written, as it reads, and the part of it that the cursor is in.
 *
 * The words so far are laid along each form of the declaration's sentences: a hole takes words until the next word of
 * the form comes. The forms that the words fit are given, those that they fit furthest first.
 */

import type { Span } from "../source/source-file.ts";
import { cursorAt } from "../syntax/cursor.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { declarationTerms } from "../vocabulary/declaration-terms.ts";
import { sentenceTerms } from "../vocabulary/vocabulary.ts";
import { declarationForms } from "./forms/declaration-forms.ts";
import { partsOf } from "./forms/form.ts";
import { formsOf } from "./forms/forms.ts";
import { kindOfWord } from "./standing.ts";

/** A form of a sentence. */
export interface Signature {
  readonly label: string;
  readonly documentation: string | null;
  /** Where its holes are in the label. */
  readonly holes: readonly Span[];
  /** The hole that is being filled in; null at a word of the form, and behind its end. */
  readonly active: number | null;
}

/** The forms that the sentence around an offset may be; none between sentences. */
export function signaturesAt({ file }: ParsedFile, offset: number): readonly Signature[] {
  const { before, declaration, isHead, inside } = cursorAt(file, offset);
  if (before.length === 0 || declaration === null || inside === "comment" || inside === "row") return [];
  const words = before.map(({ image }) => image);
  return formsAt(declaration.word, isHead)
    .flatMap(([text, documentation]) => alignedWith(text, documentation, words) ?? [])
    .toSorted((one, other) => other.matched - one.matched)
    .map(({ signature }) => signature);
}

function formsAt(
  word: string,
  isHead: boolean,
): readonly (readonly [text: string, documentation: string | null])[] {
  if (!isHead) return formsOf(word).map(([kind, text]) => [firstLine(text), sentenceTerms[kind].meaning]);
  const kind = kindOfWord(word);
  const meaning = kind === null ? null : declarationTerms[kind].meaning;
  return declarationForms.filter(([of]) => of === word).map(([, text]) => [firstLine(text), meaning]);
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

interface Aligned {
  readonly signature: Signature;
  /** How many words of the form were met. */
  readonly matched: number;
}

/** A word of a form, or a hole by its number. */
type Piece = { readonly word: string } | { readonly hole: number };

function alignedWith(text: string, documentation: string | null, words: readonly string[]): Aligned | null {
  const pieces = piecesOf(text);
  let at = 0;
  let filled = false;
  let matched = 0;
  for (const word of words) {
    const next = filled ? at + 1 : at;
    const piece = pieces[at];
    if (isWord(pieces[next], word)) {
      at = next + 1;
      filled = false;
      matched += 1;
    } else if (isHole(piece)) {
      // Of two holes side by side the first takes one word: a number before its unit.
      filled = !isHole(pieces[at + 1]);
      at += filled ? 0 : 1;
    } else if (piece !== undefined || !endsOpen(pieces)) return null;
  }
  const piece = pieces[at];
  const active = isHole(piece) ? piece.hole : null;
  const { label, holes } = labelOf(text);
  return { matched, signature: { label, documentation, holes, active } };
}

function isWord(piece: Piece | undefined, word: string): boolean {
  if (piece === undefined || !("word" in piece)) return false;
  return piece.word === word || alike.some((kind) => kind.test(piece.word) && kind.test(word));
}

/** Words of which the form shows one, and any other could stand: units and currencies. */
const alike = [/^(?:second|minute|hour|day|week|month|quarter|year)s?$/, /^[A-Z]{3}$/];

function isHole(piece: Piece | undefined): piece is Extract<Piece, { readonly hole: number }> {
  return piece !== undefined && "hole" in piece;
}

/** Whether a form may go on behind its end, as conditions and lists do. */
function endsOpen(pieces: readonly Piece[]): boolean {
  return isHole(pieces.at(-1));
}

function piecesOf(text: string): readonly Piece[] {
  let holes = 0;
  return partsOf(text).flatMap((part): readonly Piece[] => {
    if (part.kind === "hole") return [{ hole: holes++ }];
    return part.text
      .replaceAll('"', " ")
      .split(/\s+|(?=[.,])|(?<=[.,])/)
      .filter((word) => word !== "")
      .map((word) => ({ word }));
  });
}

function labelOf(text: string): { readonly label: string; readonly holes: readonly Span[] } {
  let label = "";
  const holes: Span[] = [];
  for (const part of partsOf(text)) {
    const start = label.length;
    label += part.kind === "words" ? part.text : part.choices[0];
    if (part.kind === "hole") holes.push({ start, end: label.length });
  }
  return { label, holes };
}
