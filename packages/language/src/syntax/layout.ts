/**
 * Lines to sentences, sentences to declarations, before anything is parsed.
 *
 * A sentence is one line and the lines that continue it: those that start with a continuation word or a bar, and the
 * one after a comma that ends a line. A line whose first word is a declaration word starts a declaration; how far a
 * line is indented means nothing. Because sentences are found by lines alone, a mistake inside one cannot reach the
 * next. A stray comma could, so a line after a comma still starts a declaration where it cannot be read as the next
 * item of a list. Comments and blank lines do not count.
 */
import type { IToken } from "chevrotain";
import { Comment, LineBreak } from "./lexer.ts";
import * as words from "./tokens.ts";

/** One logical line. */
export interface SentenceTokens {
  readonly tokens: IToken[];
  /** Indexes of the tokens that start a line of the text; the first is 0. */
  readonly lines: readonly number[];
}

/** A head line and the sentences below it; only what stands before the first declaration has no word. */
export interface DeclarationTokens {
  /** The declaration word, or null. */
  readonly word: string | null;
  readonly sentences: readonly SentenceTokens[];
}

const continuations: ReadonlySet<string> = new Set(words.continuationWords);
const declarations: ReadonlySet<string> = new Set([
  ...words.declarationWords,
  ...words.laterDeclarationWords,
]);
/** What may follow the name in a list, so that the line is its next item: `, test optional`. */
const afterItem: ReadonlySet<string> = new Set(["written", "optional", "personal", ...continuations]);

/** The sentences of a file in their order. */
export function sentencesOf(tokens: readonly IToken[]): SentenceTokens[] {
  const sentences: { tokens: IToken[]; lines: number[] }[] = [];
  let current: { tokens: IToken[]; lines: number[] } | undefined;
  let lineStarts = true;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    const type = token.tokenType;
    if (type === LineBreak) lineStarts = true;
    if (type === LineBreak || type === Comment) continue;
    if (current === undefined || (lineStarts && !continues(current.tokens, tokens, index))) {
      current = { tokens: [token], lines: [0] };
      sentences.push(current);
    } else {
      if (lineStarts) current.lines.push(current.tokens.length);
      current.tokens.push(token);
    }
    lineStarts = false;
  }
  return sentences;
}

function continues(before: readonly IToken[], tokens: readonly IToken[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (token.tokenType === words.Row || continuations.has(token.image)) return true;
  if (before.at(-1)?.tokenType !== words.Comma) return false;
  return !declarations.has(token.image) || isListItem(tokens, index);
}

/** Whether the line at `index`, which starts with a declaration word, may be the next item of a list. */
function isListItem(tokens: readonly IToken[], index: number): boolean {
  const next = tokens[index + 1];
  if (next === undefined || next.tokenType === LineBreak || next.tokenType === Comment) return true;
  if (next.tokenType === words.Comma || next.tokenType === words.Close) return true;
  if (!afterItem.has(next.image)) return false;
  return !(next.image === "from" && tokens[index + 3]?.image === "key");
}

/** `partners NAME`: whose rows they are, with a letter too many. The declaration goes on with `from`. */
function isPartnerSentence({ tokens }: SentenceTokens): boolean {
  const [word, name, ...more] = tokens;
  return word?.image === "partners" && name?.image !== "from" && name !== undefined && more.length === 0;
}

/** Groups sentences by the declarations that own them. A word before a table is no head: its `given` is missing. */
export function declarationsOf(sentences: readonly SentenceTokens[]): DeclarationTokens[] {
  const found: { word: string | null; sentences: SentenceTokens[] }[] = [];
  for (const sentence of sentences) {
    const [{ image: first } = { image: "" }, second] = sentence.tokens;
    const isHead = declarations.has(first) && second?.tokenType !== words.Row;
    const starts = isHead && (found.length === 0 || !isPartnerSentence(sentence));
    if (starts || found.length === 0) found.push({ word: starts ? first : null, sentences: [sentence] });
    else found.at(-1)?.sentences.push(sentence);
  }
  return found;
}
