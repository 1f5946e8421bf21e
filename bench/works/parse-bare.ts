/**
 * The grammar as chevrotain alone would read it: the lexer, lines joined to sentences, and one parser call for the whole
 * file, whose rules build the tree. No tokens for tools, no sentence by sentence, no diagnostics, no mending.
 */
import { TenetParser } from "../../packages/language/src/syntax/grammar/parser.ts";
import { sentencesOf } from "../../packages/language/src/syntax/layout.ts";
import { lex } from "../../packages/language/src/syntax/lexer.ts";
import { End } from "../../packages/language/src/syntax/tokens.ts";

/** A token as chevrotain's lexer gives it. */
type Token = ReturnType<typeof lex>[number];

const parser = new TenetParser();

/** Reads a text without mistakes, and says how many declarations it has. */
export function bareParse(text: string): number {
  const tokens: Token[] = [];
  for (const sentence of sentencesOf(lex(text))) {
    for (const token of sentence.tokens) tokens.push(token);
    tokens.push(endAfter(tokens[tokens.length - 1] as Token));
  }
  parser.input = tokens;
  const { length } = parser.file();
  const [mistake] = parser.errors;
  if (mistake !== undefined) throw new Error(mistake.message);
  return length;
}

/** The grammar ends a sentence with a token that is not in the text. */
function endAfter(last: Token): Token {
  return { ...last, image: "", tokenType: End, tokenTypeIdx: End.tokenTypeIdx ?? 0 };
}
