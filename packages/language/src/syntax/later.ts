/**
 * Parts of sentences that are kept for later versions of the language, recognised where a sentence stops fitting.
 *
 * Words of whole sentences are listed by declaration; phrases inside sentences by the word at which today's grammar
 * stops.
 */
import type { IToken } from "chevrotain";
import type { Span } from "../source/source-file.ts";
import { endOf } from "./lexer.ts";

/** A part that cannot be read yet. */
export interface Later {
  readonly what: string;
  readonly span: Span;
}

const sentences: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["standard", [["covers"], ["binds"], ["judged"]]],
]);

/** First words of a sentence, the phrase, and which of its words does not fit. */
const phrases: readonly (readonly [starts: string, phrase: readonly string[], stop: number])[] = [
  ["requires", ["peer", "average"], 1],
  ["changes", ["peer", "average"], 1],
  ["requires", ["in", "best"], 0],
  ["measured", ["partner", "year"], 0],
  ["assessed", ["partner", "year"], 0],
];

/** The part of a later version that starts or stops the sentence at `reached`, if any. */
export function laterPart(declaration: string, tokens: readonly IToken[], reached: number): Later | null {
  const sentence = sentences.get(declaration)?.find((words) => stands(words, tokens, 0));
  if (reached === 0 && sentence !== undefined) return later(tokens, 0, sentence.length);
  const first = tokens[0]?.image;
  for (const [starts, phrase, stop] of phrases) {
    const at = reached - stop;
    if (first === starts && stands(phrase, tokens, at)) return later(tokens, at, phrase.length);
  }
  return null;
}

function stands(words: readonly string[], tokens: readonly IToken[], at: number): boolean {
  return at >= 0 && words.every((word, index) => tokens[at + index]?.image === word);
}

function later(tokens: readonly IToken[], at: number, length: number): Later | null {
  const part = tokens.slice(at, at + length);
  const first = part[0];
  const last = part.at(-1);
  if (first === undefined || last === undefined) return null;
  const what = part.map((token) => token.image).join(" ");
  return { what, span: { start: first.startOffset, end: endOf(last) } };
}
