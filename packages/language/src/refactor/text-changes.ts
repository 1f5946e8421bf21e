/** Edits of one file, as rewrites make them: words put in, taken out, or written otherwise. */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import type { Refactoring } from "./refactoring.ts";

/** A rewrite of one file. */
export function rewrite(
  { file }: ParsedFile,
  keeps: Refactoring["keeps"],
  title: string,
  edits: readonly TextEdit[],
): Refactoring {
  return { kind: "rewrite", title, keeps, files: [{ file, edits: inOrder(edits) }], made: [], removed: [] };
}

/** Edits in the order of their places; of two at one place, the earlier of the list comes first. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((one, other) => one.span.start - other.span.start);
}

export function replaced(span: Span, text: string): TextEdit {
  return { span, text };
}

export function inserted(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}

/** Takes out a sign such as a parenthesis; words that stood on its two sides do not run together. */
export function withoutSign({ text }: SourceFile, span: Span): TextEdit {
  const isWord = (at: number): boolean => /[\w"%-]/.test(text[at] ?? "");
  return { span, text: isWord(span.start - 1) && isWord(span.end) ? " " : "" };
}

/** Takes out a word and the blanks behind it. */
export function withoutWord({ text }: SourceFile, { start, end }: Span): TextEdit {
  let next = end;
  while (text[next] === " " || text[next] === "\t") next += 1;
  return { span: { start, end: next }, text: "" };
}

/** The text of a span. */
export function textAt({ text }: SourceFile, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What ends the lines of a file. */
export function lineEndOf({ text }: SourceFile): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
