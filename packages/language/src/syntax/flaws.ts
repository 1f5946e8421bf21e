/**
 * Mistakes inside words, found before a sentence is parsed: texts that are not closed, values in another notation,
 * characters without a meaning, table lines without an end, conditions that are nested too deep.
 *
 * The first flaw of a sentence is its one diagnostic. Flaws are mended in the tokens where it is certain how, so that
 * the rest of the sentence can still be understood.
 */
import type { IToken, TokenType } from "chevrotain";
import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { ordinalDay } from "./date-repairs.ts";
import { fits, type Place } from "./expectations.ts";
import { across } from "./grammar/nodes.ts";
import { currencySigns, habits } from "./habits.ts";
import { ClosedText, endOf, lex, OddText, OpenText, spanOf } from "./lexer.ts";
import { hiddenCharacters, plainBlank, plainLetters } from "./look-alikes.ts";
import { areApart, spaced, titlesOf } from "./repair.ts";
import { mended } from "./repairs.ts";
import { type Finding, replacing } from "./rules/finding.ts";
import { reportHiddenCharacter } from "./rules/hidden-character.rule.ts";
import { malformedValue, reportMalformedValue } from "./rules/malformed-value.rule.ts";
import { deepestNesting, reportNestedTooDeep } from "./rules/nested-too-deep.rule.ts";
import { reportOtherNotation } from "./rules/other-notation.rule.ts";
import { reportHalfQuotedCell, reportRowNotClosed } from "./rules/table-row.rule.ts";
import { reportTextNotClosed } from "./rules/text-not-closed.rule.ts";
import { reportUnknownCharacter } from "./rules/unknown-character.rule.ts";
import { reportWrongQuotes } from "./rules/wrong-quotes.rule.ts";
import { cellsOf } from "./table-row.ts";
import { Close, keyword, Malformed, Open, Row, Truth, Unknown, Version } from "./tokens.ts";
import { openingHours, properForm } from "./value-forms.ts";

const longestOpenText = 200;

/** What is wrong with the words of a sentence, and the words as they were meant, where that is certain. */
export interface Flaw {
  readonly finding: Finding;
  readonly meant: readonly IToken[] | null;
}

/** What a sentence is read by; null where nobody knows. */
type Entry = { readonly place: Place } | null;

/** The first flaw of a sentence, if it has one. */
export function flawOf(file: SourceFile, tokens: readonly IToken[], entry: Entry): Flaw | null {
  const deep = tooDeep(tokens);
  if (deep !== null) {
    const outermost = tokens.find(({ tokenType }) => tokenType === Open || tokenType === keyword.not) ?? deep;
    return { finding: reportNestedTooDeep(spanOf(deep), spanOf(outermost)), meant: null };
  }
  for (const [index, token] of tokens.entries()) {
    const finding = flawed.has(token.tokenType) ? findingOf(file, tokens, index, entry) : null;
    if (finding === null) continue;
    const meant = meantBy(tokens, entry);
    return (meant === null ? null : allMended(file, tokens, entry, finding, meant)) ?? { finding, meant };
  }
  return null;
}

const flawed: ReadonlySet<TokenType> = new Set([
  ClosedText,
  OpenText,
  OddText,
  Malformed,
  Unknown,
  Row,
  Truth,
  Version,
]);

/** Where parentheses and chains of `not` pass the limit. */
function tooDeep(tokens: readonly IToken[]): IToken | null {
  if (tokens.length <= deepestNesting) return null;
  const levels: number[] = [];
  let depth = 0;
  let negations = 0;
  for (const token of tokens) {
    const type = token.tokenType;
    if (type === keyword.not) negations++;
    else if (type === Open) {
      levels.push(negations + 1);
      depth += negations + 1;
      negations = 0;
    } else {
      if (type === Close) depth -= levels.pop() ?? 0;
      negations = 0;
    }
    if (depth + negations > deepestNesting) return token;
  }
  return null;
}

function findingOf(file: SourceFile, tokens: readonly IToken[], index: number, entry: Entry): Finding | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (hiddenCharacters.test(token.image)) return reportHiddenCharacter(spanOf(token), token.image);
  switch (token.tokenType) {
    case OpenText:
      return reportTextNotClosed(spanOf(token), closedAt(token, tokens, entry)?.at ?? null);
    case OddText:
      return reportWrongQuotes(spanOf(token), straightQuotes(tokens));
    case Malformed:
      return malformedFinding(tokens, index, token);
    case Version:
      return dottedDay(tokens, token);
    case Unknown:
      return unknownFinding(token);
    case Row:
      return rowFinding(token, tokens.find(({ tokenType }) => tokenType === Row) ?? token);
    case Truth:
      return truthFinding(file, token, tokens[index - 1]);
    default:
      return null;
  }
}

function malformedFinding(tokens: readonly IToken[], index: number, token: IToken): Finding {
  const said = saidAt(tokens, index, token);
  const words = tokens.slice(said.at, said.at + said.length);
  const text = words
    .map(({ image }) => image)
    .join(" ")
    .replaceAll(" ,", ",");
  return reportMalformedValue(across(words[0] ?? token, words.at(-1) ?? token), text, said.proper);
}

/** A value in another notation, and of how many words it is. */
interface Said {
  readonly proper: string | null;
  /** Where it begins: a month may stand before its day. */
  readonly at: number;
  readonly length: number;
}

/** With the word behind it where it belongs to that: `5:00 pm`, `95th percentile`; of opening hours, numbers are hours. */
function saidAt(tokens: readonly IToken[], index: number, { image }: IToken): Said {
  const next = tokens[index + 1]?.image ?? "";
  if (/^(?:am|pm)$/i.test(next)) return { proper: properForm(`${image}${next}`), at: index, length: 2 };
  const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/i.exec(image)?.[1];
  if (ordinal !== undefined && /^(?:day|percentile)$/.test(next))
    return { proper: `${next} ${ordinal}`, at: index, length: 2 };
  const day = ordinal === undefined ? null : ordinalDay(tokens, index);
  if (day !== null) return { proper: day.text, at: day.at, length: day.length };
  const hours = tokens[0]?.tokenType === keyword.open ? openingHours(image) : null;
  return { proper: hours ?? properForm(image), at: index, length: 1 };
}

/** A value in another notation is mended together with all others of its sentence, and with its other slips. */
function allMended(
  file: SourceFile,
  tokens: readonly IToken[],
  entry: Entry,
  finding: Finding,
  meant: readonly IToken[],
): Flaw | null {
  const [fix, ...others] = finding.fixes;
  if (fix === undefined || others.length > 0 || fix.isGuess === true || entry === null) return null;
  if (finding.rule !== malformedValue) return null;
  const values = tokens.flatMap((token, index) =>
    token.tokenType === Malformed ? [malformedFinding(tokens, index, token).fixes[0]?.edits[0]] : [],
  );
  const certain = values.filter((edit) => edit !== undefined);
  const dotted = tokens.flatMap((token) => dottedDay(tokens, token)?.fixes[0]?.edits[0] ?? []);
  if (certain.length < values.length) return null;
  const { edits: slips, repairs, tokens: whole } = mended(file, entry.place, meant);
  const edits = [...certain, ...dotted, ...slips];
  if (whole === null || slips.length < repairs.length || !areApart(edits)) return null;
  const writing = [...certain, ...dotted].map((edit) => ({ edit, title: `write ${edit.text}` }));
  const mending = titlesOf(file, repairs, slips).map((title, at) => ({ edit: slips[at] as TextEdit, title }));
  const inOrder = [...writing, ...mending].sort((one, other) => one.edit.span.start - other.edit.span.start);
  const all: Fix = {
    title: inOrder.map(({ title }) => title).join(", "),
    edits: spaced(inOrder.map(({ edit }) => edit)),
  };
  return { finding: { ...finding, fixes: [all] }, meant: whole };
}

/** `31.12.2026`, which has the form of a version. */
function dottedDay([first]: readonly IToken[], token: IToken): Finding | null {
  if (!/^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/.test(token.image)) return null;
  if (first?.tokenType === keyword.version || first?.tokenType === keyword.supersedes) return null;
  return reportMalformedValue(spanOf(token), token.image, properForm(token.image));
}

/** Only where no `one of` field that could be meant has members of these names: then the word says what it says. */
function truthFinding(file: SourceFile, token: IToken, before: IToken | undefined): Finding | null {
  if (before?.tokenType !== keyword.is && before?.tokenType !== keyword.not) return null;
  const hasOwnData = /^[ \t]*(?:dataset|partners)\b/m.test(file.text) && !/^[ \t]*uses\b/m.test(file.text);
  if (!hasOwnData || /(?:,|\bone of)\s*(?:true|false)\b/i.test(file.text)) return null;
  const span = spanOf(token);
  const words = yesOrNo(token);
  return reportOtherNotation(span, token.image, words, [replacing(span, words, `write ${words}`)]);
}

function yesOrNo(token: IToken): string {
  return token.image.toLowerCase() === "true" ? "yes" : "no";
}

/** Signs that have a meaning elsewhere are left to the grammar, which knows what they stand for. */
function unknownFinding(token: IToken): Finding | null {
  if (habits.has(token.image) || currencySigns.has(token.image)) return null;
  return reportUnknownCharacter(spanOf(token), token.image);
}

function rowFinding(token: IToken, header: IToken): Finding | null {
  const { cells, closed } = cellsOf(token.image);
  if (!closed) return reportRowNotClosed(spanOf(token), header === token ? null : spanOf(header));
  const half = cells.find(({ start, quoted }) => token.image[start] === '"' && !quoted);
  if (half === undefined) return null;
  const span: Span = { start: token.startOffset + half.start, end: token.startOffset + half.end };
  return reportHalfQuotedCell(span, token.image.slice(half.start, half.end));
}

function straightQuotes(tokens: readonly IToken[]): { span: Span; text: string }[] {
  return tokens
    .filter((token) => token.tokenType === OddText)
    .map((token) => ({ span: spanOf(token), text: `"${token.image.slice(1, -1)}"` }));
}

/** The words of the sentence with everything mended that can be, or null. */
function meantBy(tokens: readonly IToken[], entry: Entry): IToken[] | null {
  const meant: IToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    const said = token.tokenType === Malformed ? saidAt(tokens, index, token) : null;
    const words =
      said === null
        ? wordsMeant(token, tokens, entry)
        : standingFor(tokens[said.at] as IToken, said.proper, tokens[said.at + said.length - 1]);
    if (words === null) return null;
    if (said !== null) meant.length -= index - said.at;
    for (const word of words) meant.push(word);
    if (said !== null) index = said.at + said.length - 1;
  }
  return meant;
}

function wordsMeant(token: IToken, tokens: readonly IToken[], entry: Entry): IToken[] | null {
  switch (token.tokenType) {
    case OpenText:
      return closedAt(token, tokens, entry)?.words ?? null;
    case Version:
      return dottedDay(tokens, token) === null ? [token] : standingFor(token, properForm(token.image));
    case Unknown:
      return unknownMeant(token);
    case Truth:
      return standingFor(token, yesOrNo(token));
    default:
      return [token];
  }
}

function unknownMeant(token: IToken): IToken[] | null {
  if (habits.has(token.image) || currencySigns.has(token.image)) return [token];
  if (plainBlank(token.image) !== null) return [];
  return standingFor(token, plainLetters(token.image));
}

function standingFor(token: IToken, text: string | null, last: IToken = token): IToken[] | null {
  if (text === null) return null;
  const words = lex(text);
  for (const word of words) {
    word.startOffset = token.startOffset;
    word.endOffset = endOf(last) - 1;
    word.payload = token;
  }
  return words;
}

/** Where the missing quote of `token` makes the sentence right, and the words of the rest of its line then. */
function closedAt(
  token: IToken,
  tokens: readonly IToken[],
  entry: Entry,
): { readonly at: number; readonly words: IToken[] } | null {
  const index = tokens.indexOf(token);
  for (const length of wordEnds(token.image)) {
    const words = lex(`${token.image.slice(0, length)}"${token.image.slice(length)}`);
    for (const [nth, word] of words.entries()) {
      const isText = nth === 0;
      word.startOffset += token.startOffset - (isText ? 0 : 1);
      word.endOffset = word.startOffset + word.image.length - (isText ? 2 : 1);
    }
    const whole = [...tokens.slice(0, index), ...words, ...tokens.slice(index + 1)];
    if (fits(entry?.place ?? null, whole)) return { at: token.startOffset + length, words };
  }
  return null;
}

/** Where words end in a text that is not closed, the last first. Nobody forgets a quote in front of a book. */
function wordEnds(text: string): number[] {
  if (text.length > longestOpenText) return [];
  return [...text.matchAll(/\S+/g)].map((match) => match.index + match[0].length).reverse();
}
