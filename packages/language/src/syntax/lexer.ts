/**
 * Text to tokens.
 *
 * Nothing is lost and nothing stops the lexer: what it does not understand becomes a token too (`Unknown`, `Malformed`,
 * a text that is not closed), and the parser reports it where it stands. A line of a table is one token; its cells
 * are split when the tree is built. Chevrotain finds the pieces; what a word or a number-like piece is, is looked up
 * afterwards, which is much cheaper than one pattern per word. All patterns are linear, and text never spans lines.
 */
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import type { Span } from "../source/source-file.ts";
import { endOfQuoted, endOfRow } from "./table-row.ts";
import * as tokens from "./tokens.ts";

/** The kinds of token that a file consists of; together, tokens hold every character but blanks. */
export type TokenKind =
  | "Keyword"
  | "Name"
  | "Text"
  | "Number"
  | "Percent"
  | "Date"
  | "Time"
  | "Period"
  | "Version"
  | "Row"
  | "Punctuation"
  | "Comment"
  | "LineBreak"
  | "Invalid";

/** A piece of the text. A keyword may still stand for a name: the tree knows. */
export interface Token {
  readonly type: TokenKind;
  readonly text: string;
  readonly span: Span;
}

/** From `#` to the end of the line. A CR on its own ends no line, so it hides nothing behind a comment. */
export const Comment = createToken({
  name: "Comment",
  pattern: { exec: (text, start) => sliceTo(text, start, endOfLine(text, start) - 1) },
  start_chars_hint: ["#"],
  line_breaks: false,
});
/** The end of a line; a CR on its own is none. */
export const LineBreak = createToken({ name: "LineBreak", pattern: /\r?\n/, line_breaks: true });
/** Text in marks other than `"`. */
export const OddText = createToken({
  name: "OddText",
  pattern:
    /[\u201C-\u201F\u00AB'\u2018-\u201B\u0060\u00B4][^"\u201C-\u201F\u00AB\u00BB'\u2018-\u201B\u0060\u00B4\r\n]*["\u201C-\u201F\u00BB'\u2018-\u201B\u0060\u00B4]/,
  categories: [tokens.Text],
});
/** Text whose closing mark is missing: the rest of the line. */
export const OpenText = createToken({ name: "OpenText", pattern: /"[^\r\n]*/, categories: [tokens.Text] });
/** Text as it should be. */
export const ClosedText = createToken({
  name: "ClosedText",
  pattern: { exec: (text, start) => sliceTo(text, start, endOfQuoted(text, start)) },
  start_chars_hint: ['"'],
  line_breaks: false,
  categories: [tokens.Text],
});

const Blank = createToken({ name: "Blank", pattern: /[ \t]+/, group: Lexer.SKIPPED });
/** Letters of other scripts are taken into the word, so that a look-alike letter is one mistake and not three. */
const letters =
  "A-Za-z_\\u00AA\\u00B5\\u00BA\\u00C0-\\u1FFF\\u2C00-\\u2FFF\\u3040-\\uDFFF\\uF900-\\uFDFF\\uFE70-\\uFEFE";
const Word = createToken({
  name: "Word",
  pattern: new RegExp(`[${letters}][0-9${letters}]*`),
  start_chars_hint: tokens.wideStarts.filter(
    (code) => code > 0xa9 || /[A-Za-z_]/.test(String.fromCharCode(code)),
  ),
});
const NumberLike = createToken({ name: "NumberLike", pattern: /-?[0-9][0-9A-Za-z_.:/-]*%?/ });
const TableRow = createToken({
  name: "TableRow",
  pattern: { exec: (text, start) => sliceTo(text, start, endOfRow(text, start)) },
  start_chars_hint: ["|"],
  line_breaks: false,
});

function endOfLine(text: string, start: number): number {
  const at = text.indexOf("\n", start);
  if (at < 0) return text.length;
  return text[at - 1] === "\r" ? at - 1 : at;
}

function sliceTo(text: string, start: number, end: number): [string] | null {
  return end < 0 ? null : [text.slice(start, end + 1)];
}

/** Makes a lexer. With `validate` it checks its own patterns, which takes time: for tests. */
export function makeLexer(validate = false): Lexer {
  const frequent = [Blank, LineBreak, Word, NumberLike, tokens.Comma, tokens.Dot, tokens.Open, tokens.Close];
  const others = [ClosedText, OpenText, OddText, Comment, TableRow, tokens.Sign, tokens.Unknown];
  return new Lexer([...frequent, ...others], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: !validate,
  });
}

let lexer: Lexer | null = null;

/** All tokens of a text, comments and line breaks included, each with its final type. */
export function lex(text: string): IToken[] {
  lexer ??= makeLexer();
  const found = lexer.tokenize(text).tokens;
  let kept = 0;
  for (const token of found) {
    const type = finalType(token);
    if (type === tokens.Unknown && joined(found[kept - 1], token)) continue;
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
    found[kept++] = token;
  }
  found.length = kept;
  return found;
}

function finalType(token: IToken): TokenType {
  switch (token.tokenType) {
    case Word:
      return typeOfWord(token.image);
    case NumberLike:
      return typeOfNumber(token.image);
    case TableRow:
      return tokens.Row;
    default:
      return token.tokenType;
  }
}

/** Unknown characters side by side are one token, so one mistake. */
function joined(before: IToken | undefined, token: IToken): boolean {
  if (before?.tokenType !== tokens.Unknown || endOf(before) !== token.startOffset) return false;
  before.image += token.image;
  return true;
}

function typeOfWord(text: string): TokenType {
  const known = tokens.wordTypes.get(text);
  if (known !== undefined) return known;
  if (text.length === 3 && /^[A-Z]{3}$/.test(text)) return tokens.Currency;
  return /^\w+$/.test(text) ? tokens.PlainName : tokens.Unknown;
}

/** The forms of what starts like a number. The form decides, not whether there is such a day. */
export const valueForms: readonly (readonly [TokenType, RegExp])[] = [
  [tokens.NumberToken, /^-?\d+(?:_\d+)*(?:\.\d+)?$/],
  [tokens.Percent, /^-?\d+(?:_\d+)*(?:\.\d+)?%$/],
  [tokens.DateToken, /^\d{4}-\d\d-\d\d$/],
  [tokens.Time, /^\d\d:\d\d$/],
  [tokens.Period, /^\d{4}-(?:\d\d|W\d\d|[QH]\d)$/],
  [tokens.Version, /^\d+\.\d+\.\d+$/],
];

function typeOfNumber(text: string): TokenType {
  for (const [type, form] of valueForms) {
    if (form.test(text)) return type;
  }
  return tokens.Malformed;
}

/** The offset after a token's last character. Only a token that stands for others carries an end of its own. */
export function endOf(token: IToken): number {
  const { endOffset } = token;
  return endOffset === undefined ? token.startOffset + token.image.length : endOffset + 1;
}

/** Where a token stands. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

const kinds = new Map<TokenType, TokenKind>([
  [Comment, "Comment"],
  [LineBreak, "LineBreak"],
  [tokens.PlainName, "Name"],
  [tokens.Currency, "Name"],
  [tokens.Truth, "Name"],
  [ClosedText, "Text"],
  [OddText, "Text"],
  [OpenText, "Text"],
  [tokens.NumberToken, "Number"],
  [tokens.Percent, "Percent"],
  [tokens.DateToken, "Date"],
  [tokens.Time, "Time"],
  [tokens.Period, "Period"],
  [tokens.Version, "Version"],
  [tokens.Row, "Row"],
  [tokens.Comma, "Punctuation"],
  [tokens.Dot, "Punctuation"],
  [tokens.Open, "Punctuation"],
  [tokens.Close, "Punctuation"],
  [tokens.Malformed, "Invalid"],
  [tokens.Sign, "Invalid"],
  [tokens.Unknown, "Invalid"],
]);

/** A token as others see it. */
export function publicToken(token: IToken): Token {
  return { type: kinds.get(token.tokenType) ?? "Keyword", text: token.image, span: spanOf(token) };
}
