/** Fixes that are offered to a person, who knows what is meant, and never applied unasked. */
import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { Site } from "./site.ts";

interface Place {
  readonly site: Site;
  readonly node: ast.Declaration;
}

/** A fix that is offered, and never applied unasked. */
export function guess(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, isGuess: true };
}

/** A guess that writes something else at a place. */
export function writing(span: Span, text: string): Fix {
  return guess(`write \`${text}\``, { span, text });
}

/** A guess that adds words behind a place. */
export function adding({ end }: Span, words: string): Fix {
  return guess(`add \`${words}\``, { span: { start: end, end }, text: ` ${words}` });
}

/** A guess that adds a sentence at the end of a declaration, written as far in as its others are. */
export function addingSentence({ site, node }: Place, words: string): Fix {
  const { text } = site.file;
  const last = node.sentences.at(-1)?.span.end ?? node.headSpan.end;
  const lineEnd = text.indexOf("\n", last);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const first = node.sentences[0]?.span.start;
  const indent = first === undefined ? "  " : blanksBefore(text, first);
  return guess(`add \`${words}\``, { span: { start: at, end: at }, text: `\n${indent}${words}` });
}

function blanksBefore(text: string, end: number): string {
  let start = end;
  while (text[start - 1] === " " || text[start - 1] === "\t") start -= 1;
  return text.slice(start, end);
}
