/**
 * The grammar as chevrotain alone would read it: the lexer, lines joined to sentences, and one parser call for the whole
 * file, whose rules build the tree. No tokens for tools, no sentence by sentence, no diagnostics, no mending.
 */
import { createTokenInstance, type IToken } from "chevrotain";
import { TenetParser } from "../../packages/language/src/syntax/grammar/parser.ts";
import { sentencesOf } from "../../packages/language/src/syntax/layout.ts";
import { lex } from "../../packages/language/src/syntax/lexer.ts";
import { End } from "../../packages/language/src/syntax/tokens.ts";

const parser = new TenetParser();

/** Reads a text without mistakes, and says how many declarations it has. */
export function bareParse(text: string): number {
  const tokens: IToken[] = [];
  for (const sentence of sentencesOf(lex(text))) {
    for (const token of sentence.tokens) tokens.push(token);
    tokens.push(endAfter(tokens[tokens.length - 1] as IToken));
  }
  parser.input = tokens;
  const { length } = parser.file();
  const [mistake] = parser.errors;
  if (mistake !== undefined) throw new Error(mistake.message);
  return length;
}

function endAfter({ endOffset = 0 }: IToken): IToken {
  const nowhere = Number.NaN;
  return createTokenInstance(End, "", endOffset + 1, endOffset + 1, nowhere, nowhere, nowhere, nowhere);
}
