/** Whole lines: of a sentence, and of a declaration with the comments that belong to it. */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { replaced } from "./text-changes.ts";

/** The lines that a span touches, with their ends. */
export function linesOf({ text }: SourceFile, { start, end }: Span): Span {
  const next = text.indexOf("\n", end);
  return { start: text.lastIndexOf("\n", start - 1) + 1, end: next < 0 ? text.length : next + 1 };
}

/** Takes out the lines of a sentence. */
export function withoutLines(file: SourceFile, span: Span): TextEdit {
  return replaced(linesOf(file, span), "");
}

/**
 * The lines of a declaration, with the comments right above it, and those right below that a blank line parts from the
 * next declaration: the same as the formatter takes for its own.
 */
export function blockOf(file: SourceFile, declaration: Span): Span {
  let { start, end } = linesOf(file, declaration);
  for (let line = lineBefore(file, start); isComment(file, line); line = lineBefore(file, start))
    start = line.start;
  let below = end;
  for (let line = lineAfter(file, below); isComment(file, line); line = lineAfter(file, below))
    below = line.end;
  if (below === file.text.length || isBlank(file, lineAfter(file, below))) end = below;
  return { start, end };
}

/** Takes out a block, and the blank line that parted it from the next, or at the end of the file from the last. */
export function withoutBlock(file: SourceFile, block: Span): TextEdit {
  let { start, end } = block;
  if (end === file.text.length)
    for (let line = lineBefore(file, start); isBlank(file, line); line = lineBefore(file, start))
      start = line.start;
  else for (let line = lineAfter(file, end); isBlank(file, line); line = lineAfter(file, end)) end = line.end;
  return replaced({ start, end }, "");
}

/** The text of a block without the end of its last line. */
export function blockText({ text }: SourceFile, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+$/, "");
}

function lineBefore(file: SourceFile, start: number): Span {
  return start === 0 ? { start: 0, end: 0 } : linesOf(file, { start: start - 1, end: start - 1 });
}

function lineAfter(file: SourceFile, end: number): Span {
  return end >= file.text.length ? { start: end, end } : linesOf(file, { start: end, end });
}

function isComment({ text }: SourceFile, { start, end }: Span): boolean {
  return /^[ \t]*#/.test(text.slice(start, end));
}

function isBlank({ text }: SourceFile, { start, end }: Span): boolean {
  return start < end && text.slice(start, end).trim() === "";
}
