/**
 * The texts of single rows.
 *
 * A program that asks about one row after another may bring a new text with each of them, for years; a pool that
 * kept them all would grow for ever. So there are two kinds of codes: lasting ones, for the texts that the agreement
 * or the partners' rows name, and passing ones, which are forgotten when there are many. Whoever remembers something
 * by code must be made anew then.
 */
import type { TextPool } from "../columns/chunk.ts";

export interface RecordTexts extends TextPool {
  /** From now on new texts get passing codes. */
  close(): void;
  /** Are there so many passing texts that they should be forgotten? */
  isFull(): boolean;
  /** Forgets them; new texts get lasting codes until `close`. */
  reopen(): void;
}

/** Most passing texts, and most characters of them. */
const TEXTS = 1 << 13;
const CHARACTERS = 1 << 22;

/** The texts of rows beside those of a pool. */
export function recordTexts(lasting: TextPool): RecordTexts {
  const codes = new Map<string, number>();
  let passing: string[] = [];
  let characters = 0;
  let first = Number.POSITIVE_INFINITY;
  function learn(text: string): number {
    const known = first === Number.POSITIVE_INFINITY ? lasting.code(text) : lasting.find(text);
    if (known >= 0) return known;
    passing.push(text);
    characters += text.length;
    return first + passing.length - 1;
  }
  function code(text: string): number {
    const known = codes.get(text);
    if (known !== undefined) return known;
    const learned = learn(text);
    codes.set(text, learned);
    return learned;
  }
  return {
    code,
    codeOfBytes: (bytes, start, end) => lasting.codeOfBytes(bytes, start, end),
    find: (text) => codes.get(text) ?? lasting.find(text),
    text: (wanted) => (wanted < first ? lasting.text(wanted) : (passing[wanted - first] ?? "")),
    get size() {
      return lasting.size + passing.length;
    },
    close() {
      first = lasting.size;
    },
    isFull: () => passing.length >= TEXTS || characters >= CHARACTERS,
    reopen() {
      codes.clear();
      passing = [];
      characters = 0;
      first = Number.POSITIVE_INFINITY;
    },
  };
}
