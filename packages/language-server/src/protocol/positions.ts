/**
 * Places: the language's spans to the protocol's ranges and back.
 *
 * A span is two offsets into the text that the language reads, a range two pairs of line and character as the client
 * counts them. The two differ in two points. The protocol ends a line at a CR on its own as well, where the language
 * sees one more blank; and the language drops a byte-order mark, which for a client that sends one is the first
 * character. Whatever a client asks for is moved into the text, so that no range is ever outside of it or turned
 * around.
 */
import type { SourceFile, Span } from "@tenet-lang/language";
import type { Position, Range } from "vscode-languageserver";

const starts = new WeakMap<SourceFile, readonly number[]>();
const marked = new WeakSet<SourceFile>();

/** Notes that the client's text of this file has a byte-order mark in front. */
export function noteMark(file: SourceFile): void {
  marked.add(file);
}

/** Where an offset is. */
export function positionOf(file: SourceFile, offset: number): Position {
  const lines = lineStartsOf(file);
  const inside = Math.max(0, Math.min(offset, file.text.length));
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  const character = inside - (lines[low] ?? 0);
  return { line: low, character: low === 0 && marked.has(file) ? character + 1 : character };
}

/** Where a span is. */
export function rangeOf(file: SourceFile, { start, end }: Span): Range {
  return { start: positionOf(file, start), end: positionOf(file, end) };
}

/** The offset of a position; the nearest one where there is no such position. */
export function offsetOf(file: SourceFile, { line, character }: Position): number {
  const lines = lineStartsOf(file);
  if (line < 0) return 0;
  const start = lines[line];
  if (start === undefined) return file.text.length;
  const shift = line === 0 && marked.has(file) ? 1 : 0;
  return Math.max(start, Math.min(start + character - shift, endOfLine(file.text, lines[line + 1])));
}

/** The span of a range; one that is turned around is turned back. */
export function spanOf(file: SourceFile, { start, end }: Range): Span {
  const [one, other] = [offsetOf(file, start), offsetOf(file, end)];
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** The last offset on a line: in front of what ends it. */
function endOfLine(text: string, next: number | undefined): number {
  if (next === undefined) return text.length;
  return text[next - 1] === "\n" && text[next - 2] === "\r" ? next - 2 : next - 1;
}

function lineStartsOf(file: SourceFile): readonly number[] {
  const known = starts.get(file);
  if (known !== undefined) return known;
  const hasLone = file.text.includes("\r") && /\r(?!\n)/.test(file.text);
  const found = hasLone ? withLoneReturns(file.text) : file.lineStarts;
  starts.set(file, found);
  return found;
}

function withLoneReturns(text: string): readonly number[] {
  const found = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) found.push(index + end.length);
  return found;
}
