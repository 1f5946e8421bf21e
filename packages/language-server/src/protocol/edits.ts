/** Edits of the language as the protocol has them. */
import type { SourceFile, TextEdit } from "@tenet-lang/language";
import type { TextEdit as LspTextEdit } from "vscode-languageserver";
import { rangeOf } from "./positions.ts";

/** Edits of one file for the client. */
export function lspEdits(file: SourceFile, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(file, span), newText: text }));
}

/**
 * What turns one text into another, line by line: cursors elsewhere stay where they are, and a client can take the edits
 * of some lines only.
 */
export function editsBetween(file: SourceFile, text: string): TextEdit[] {
  return file.text === text ? [] : lineEdits(linesOf(file.text), linesOf(text));
}

/** An edit for each line that differs in its blanks, and one for each stretch of lines that differs in its words. */
function lineEdits(old: readonly string[], wanted: readonly string[]): TextEdit[] {
  const edits: TextEdit[] = [];
  const [oldWords, wantedWords] = [old.map(wordsOf), wanted.map(wordsOf)];
  let [at, from] = [0, 0];
  let start = 0;
  while (at < old.length || from < wanted.length) {
    const [skipped, added] = nextSame(oldWords, wantedWords, at, from);
    const removed = old.slice(at, skipped).join("");
    const replaced = wanted.slice(from, added).join("");
    if (removed !== replaced) edits.push({ span: { start, end: start + removed.length }, text: replaced });
    start += removed.length;
    [at, from] = [skipped, added];
  }
  return edits;
}

/** Behind a line that both have; else where they are the same again, by the fewest lines passed over. */
function nextSame(
  old: readonly string[],
  wanted: readonly string[],
  at: number,
  from: number,
): readonly [number, number] {
  if (at < old.length && old[at] === wanted[from]) return [at + 1, from + 1];
  const furthest = Math.min(LOOKED_AHEAD, old.length - at + wanted.length - from);
  for (let passed = 1; passed <= furthest; passed++) {
    for (let ofOld = 0; ofOld <= passed; ofOld++) {
      const [left, right] = [at + ofOld, from + passed - ofOld];
      if (left < old.length && right < wanted.length && old[left] === wanted[right]) return [left, right];
    }
  }
  return [old.length, wanted.length];
}

/** Lines passed over before giving up on finding the texts alike again. */
const LOOKED_AHEAD = 200;

/** A line without its blanks. */
function wordsOf(line: string): string {
  return line.replace(/\s+/g, "");
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
