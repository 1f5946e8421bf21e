/**
 * Where a cursor is: in which declaration and sentence, after which words, and what it would continue.
 *
 * Only the declarations around the cursor are split into words, so that the length of a file does not matter. The
 * word that the cursor is in, or right behind, is still being written: it belongs neither to what stands before nor
 * to what comes after. Whether a word at the start of a line continues the line above cannot be told before it is
 * written, so such a cursor has both: the sentence above, and a sentence of its own without words.
 */
import type { IToken } from "chevrotain";
import type { SourceFile, Span } from "../source/source-file.ts";
import { declarationsOf, type SentenceTokens, sentencesOf } from "./layout.ts";
import { ClosedText, Comment, endOf, LineBreak, lex, spanOf } from "./lexer.ts";
import * as words from "./tokens.ts";

export type { IToken };

/** A place in a text, seen by what surrounds it. */
export interface Cursor {
  /** What the cursor is inside of; in comments nothing is ever expected. */
  readonly inside: "sentence" | "text" | "row" | "comment";
  /** The word that is being written (the inside of a text in quotes); empty between words. */
  readonly word: Span;
  /** The declaration that the cursor is in; null before the first one. */
  readonly declaration: CursorDeclaration | null;
  /** Words of the sentence before the cursor. Empty at the start of a line. */
  readonly before: readonly IToken[];
  /** Words of the sentence after the cursor. */
  readonly after: readonly IToken[];
  /** Whether the words are those of a declaration's head. */
  readonly isHead: boolean;
  /** At the start of a line, the sentence that the line may continue. */
  readonly above: Above | null;
}

/** A declaration around the cursor. */
export interface CursorDeclaration {
  readonly word: string;
  /** Where its head starts. */
  readonly start: number;
}

/** The sentence above a line. */
export interface Above {
  readonly tokens: readonly IToken[];
  readonly isHead: boolean;
  /** It ends with a comma, so that the line can be nothing else. */
  readonly mustGoOn: boolean;
}

/** What surrounds an offset. */
export function cursorAt(file: SourceFile, offset: number): Cursor {
  const { start, end } = surroundings(file.text, offset);
  const tokens = lex(file.text.slice(start, end)).map((token) => moved(token, start));
  const current = tokens.find((token) => isAt(token, offset)) ?? rowBefore(file.text, tokens, offset);
  const inside = current === undefined ? "sentence" : insideOf(current);
  const word = current === undefined ? { start: offset, end: offset } : wordSpan(current, inside, offset);
  const from = current === undefined || inside === "sentence" ? word.start : current.startOffset;
  const earlier = tokens.filter((token) => endOf(token) <= from && token !== current);
  const later = sentencesOf(tokens.filter((token) => token.startOffset >= word.end && token !== current));
  const groups = declarationsOf(sentencesOf(earlier));
  const group = groups.at(-1);
  const last = group?.sentences.at(-1);
  const startsLine = earlier.at(-1) === undefined || earlier.at(-1)?.tokenType === LineBreak;
  const isHead = group?.sentences.length === 1 && group.word !== null;
  const declaration = declarationOf(group?.word ?? null, group?.sentences[0]);
  const after = restOf(file.text, word.end, later);
  if (!startsLine)
    return { inside, word, declaration, before: withoutRows(last?.tokens ?? []), after, isHead, above: null };
  const mustGoOn = last?.tokens.at(-1)?.tokenType === words.Comma;
  const above = last === undefined ? null : { tokens: withoutRows(last.tokens), isHead, mustGoOn };
  return { inside, word, declaration, before: [], after, isHead: false, above };
}

/** A table is as good as its first two lines: what may follow is the same, however many there are. */
function withoutRows(tokens: readonly IToken[]): readonly IToken[] {
  let rows = 0;
  return tokens.filter(({ tokenType }) => tokenType !== words.Row || rows++ < 2);
}

function declarationOf(word: string | null, head: SentenceTokens | undefined): CursorDeclaration | null {
  const first = head?.tokens[0];
  return word === null || first === undefined ? null : { word, start: first.startOffset };
}

/** The words that follow on the same line, with the lines that continue it. */
function restOf(text: string, from: number, later: readonly SentenceTokens[]): readonly IToken[] {
  const [next] = later;
  const first = next?.tokens[0];
  if (next === undefined || first === undefined) return [];
  return text.slice(from, first.startOffset).includes("\n") ? [] : next.tokens;
}

function moved(token: IToken, by: number): IToken {
  token.startOffset += by;
  if (token.endOffset !== undefined) token.endOffset += by;
  return token;
}

const punctuation: ReadonlySet<IToken["tokenType"]> = new Set([
  words.Comma,
  words.Dot,
  words.Open,
  words.Close,
  words.Sign,
  LineBreak,
]);

/** Whether a token is what the cursor is in, or what it is writing. */
function isAt(token: IToken, offset: number): boolean {
  const end = endOf(token);
  if (punctuation.has(token.tokenType) || token.startOffset >= offset) return false;
  return token.tokenType === ClosedText ? offset < end : offset <= end;
}

/** The line of a table whose last cell is still empty: only blanks stand between it and the cursor. */
function rowBefore(text: string, tokens: readonly IToken[], offset: number): IToken | undefined {
  const last = tokens.findLast((token) => endOf(token) <= offset);
  const isRow = last?.tokenType === words.Row && /^[ \t]*$/.test(text.slice(endOf(last), offset));
  return isRow ? last : undefined;
}

function insideOf({ tokenType }: IToken): Cursor["inside"] {
  if (tokenType === Comment) return "comment";
  if (tokenType === words.Row) return "row";
  return isText(tokenType) ? "text" : "sentence";
}

function isText(type: IToken["tokenType"]): boolean {
  return type === words.Text || type.CATEGORIES?.includes(words.Text) === true;
}

function wordSpan(token: IToken, inside: Cursor["inside"], offset: number): Span {
  const span = spanOf(token);
  if (inside === "row" || inside === "comment") return { start: offset, end: offset };
  if (inside !== "text") return span;
  const isClosed = token.tokenType === ClosedText;
  return { start: span.start + 1, end: isClosed ? span.end - 1 : span.end };
}

const headLine = new RegExp(
  `^[ \\t]*(?:${[...words.declarationWords, ...words.laterDeclarationWords].join("|")})\\b(?![ \\t]*\\|)`,
);

/** From the start of the declaration that the offset is in to the start of the one after the next head. */
function surroundings(text: string, offset: number): Span {
  let start = startOfLine(text, offset);
  const isWriting = !/\S[ \t]/.test(text.slice(start, offset));
  let isCertain = !isWriting && isHeadLine(text, start);
  while (start > 0 && !isCertain) {
    start = startOfLine(text, start - 1);
    isCertain = isHeadLine(text, start);
  }
  let end = endOfLine(text, offset);
  while (end < text.length && !headLine.test(lineAt(text, end + 1))) end = endOfLine(text, end + 1);
  return { start, end };
}

/** Whether a line surely starts a declaration: it has its word, and no line above ends with a comma. */
function isHeadLine(text: string, start: number): boolean {
  return (
    headLine.test(lineAt(text, start)) &&
    !/,[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*$/.test(
      text.slice(Math.max(0, start - 1_000), start),
    )
  );
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

function lineAt(text: string, start: number): string {
  return text.slice(start, endOfLine(text, start));
}
