/**
 * Reads the next text of a file from what its earlier text was read as: what an editor does at every keystroke.
 *
 * Only the lines that changed are split into words again, because no word reaches over the end of a line. Words are
 * laid out into declarations anew, all of them, since that is cheap and a line may join or part its neighbours. A
 * declaration is then read again only where its text changed; the others are taken over, moved by as much as the text
 * before them grew.
 *
 * INVARIANT: the result is what `parse` gives of the same text. Reading a declaration is a function of its words and
 * of the text between its first and its last; four things are not, and each is a reason to read again: whether
 * `true` may be meant as `yes`, and two words as one name, depends on the whole file, a file with as many diagnostics
 * as are given at most stops being read somewhere, and a text that is too large is not read at all.
 */
import type { IToken } from "chevrotain";
import type { SourceFile } from "../source/source-file.ts";
import type { DeclarationTokens } from "./layout.ts";
import { endOf, lex } from "./lexer.ts";
import { moved } from "./moved.ts";
import {
  type Making,
  makingOf,
  mostDiagnostics,
  type ParsedFile,
  parse,
  parseWords,
  type Reading,
  readingOf,
} from "./parse.ts";
import { longestFile } from "./rules/file-too-large.rule.ts";
import { Truth } from "./tokens.ts";

/** The tree of a file whose earlier text is parsed: always what `parse` gives. */
export function reparse(earlier: ParsedFile, file: SourceFile): ParsedFile {
  if (earlier.file === file) return earlier;
  const making = makingOf(earlier);
  const isFull = earlier.diagnostics.length >= mostDiagnostics;
  // A letter is three bytes at most, so a text of this length is surely not too large.
  if (making === null || isFull || file.text.length * 3 > longestFile) return parse(file);
  const change = changeBetween(earlier.file.text, file.text);
  const words = wordsAfter(making.words, file.text, change);
  const known = knownReadings(making, change, changesNames(earlier.file.text, file.text, change));
  const found = parseWords(file, words, (_, owned, most) => known(owned) ?? readingOf(file, owned, most));
  return found.diagnostics.length >= mostDiagnostics ? parse(file) : found;
}

/** Whole lines that differ: `[start, end)` of the new text stands where `[start, end - by)` stood in the old. */
interface Change {
  readonly start: number;
  readonly end: number;
  /** How much longer the text became. */
  readonly by: number;
}

function changeBetween(before: string, after: string): Change {
  const same = sameAtStart(before, after);
  const tail = sameAtEnd(before, after, Math.min(before.length, after.length) - same);
  const start = same === 0 ? 0 : after.lastIndexOf("\n", same - 1) + 1;
  const lineEnd = after.indexOf("\n", after.length - tail);
  const end = lineEnd < 0 ? after.length : lineEnd + 1;
  return { start, end, by: after.length - before.length };
}

/** Long texts are compared by blocks, which costs much less than by characters. */
const BLOCK = 1024;

function sameAtStart(before: string, after: string): number {
  let same = 0;
  while (
    same + BLOCK <= before.length &&
    before.slice(same, same + BLOCK) === after.slice(same, same + BLOCK)
  )
    same += BLOCK;
  const shorter = Math.min(before.length, after.length);
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  return same;
}

/** How many of at most `most` characters at the end are the same. */
function sameAtEnd(before: string, after: string, most: number): number {
  const [left, right] = [before.length, after.length];
  let same = 0;
  while (
    same + BLOCK <= most &&
    before.slice(left - same - BLOCK, left - same) === after.slice(right - same - BLOCK, right - same)
  )
    same += BLOCK;
  while (same < most && before.charCodeAt(left - 1 - same) === after.charCodeAt(right - 1 - same)) same++;
  return same;
}

/** The words of the new text: those before the change as they are, those behind it moved. */
function wordsAfter(words: readonly IToken[], text: string, { start, end, by }: Change): IToken[] {
  const before = words.slice(0, indexAt(words, start));
  const changed = lex(text.slice(start, end)).map((word) => movedWord(word, start));
  const behind = words.slice(indexAt(words, end - by));
  return before.concat(changed, by === 0 ? behind : behind.map((word) => movedWord(word, by)));
}

function movedWord(word: IToken, by: number): IToken {
  const copy = { ...word, startOffset: word.startOffset + by };
  if (copy.endOffset !== undefined) copy.endOffset += by;
  return copy;
}

/** The index of the first word that starts at an offset or behind it. */
function indexAt(words: readonly IToken[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.startOffset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How a declaration of the new text was read before, where its text is the same; else null. */
function knownReadings(
  { owned, readings }: Making,
  { start, end, by }: Change,
  hasOtherNames: boolean,
): (wanted: DeclarationTokens) => Reading | null {
  const earlier = new Map(owned.map((each, index) => [startOf(each), index]));
  return (wanted) => {
    const isBefore = endOfOwned(wanted) <= start;
    const from = startOf(wanted);
    if (!isBefore && from < end) return null;
    const moves = isBefore ? 0 : by;
    const index = earlier.get(from - moves);
    const before = index === undefined ? undefined : owned[index];
    const reading = index === undefined ? undefined : readings[index];
    if (before === undefined || reading === undefined || !isSame(before, wanted)) return null;
    if (hasOtherNames && reading.findings.length > 0) return null;
    return moves === 0 ? reading : moved(reading, moves);
  };
}

/** Whether the changed lines have, or had, other names of two words, which `phrase-repairs.ts` looks for in the file. */
function changesNames(before: string, after: string, { start, end, by }: Change): boolean {
  return namesIn(before.slice(start, end - by)) !== namesIn(after.slice(start, end));
}

function namesIn(lines: string): string {
  const names = lines.match(/\w+/g)?.filter((word) => word.includes("_"));
  return [...new Set(names)].sort().join(" ");
}

function startOf({ sentences }: DeclarationTokens): number {
  return sentences[0]?.tokens[0]?.startOffset ?? 0;
}

function endOfOwned({ sentences }: DeclarationTokens): number {
  const last = sentences.at(-1)?.tokens.at(-1);
  return last === undefined ? 0 : endOf(last);
}

/**
 * Whether two declarations that start with the same text are laid out alike, and so read alike: a line below may have
 * been taken into a list that ends with a comma, or be no longer.
 */
function isSame(before: DeclarationTokens, after: DeclarationTokens): boolean {
  if (before.sentences.length !== after.sentences.length) return false;
  return before.sentences.every(
    ({ tokens }, index) =>
      tokens.length === after.sentences[index]?.tokens.length &&
      tokens.every(({ tokenType }) => tokenType !== Truth),
  );
}
