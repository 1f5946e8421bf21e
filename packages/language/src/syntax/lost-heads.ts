/**
 * Head lines whose declaration word is misspelled, in another language, or missing.
 *
 * Without this, such a line and all sentences below it would count as sentences of the declaration above, and one
 * slip would be reported many times over.
 */
import type { IToken } from "chevrotain";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Grammar, Kind } from "./declaration-rules.ts";
import { fits, walk } from "./expectations.ts";
import { declarationHabits } from "./habits.ts";
import { ClosedText, spanOf } from "./lexer.ts";
import { mended } from "./repairs.ts";
import { type Finding, replacing } from "./rules/finding.ts";
import { reportMisspelledWord } from "./rules/misspelled-word.rule.ts";
import { reportOtherNotation } from "./rules/other-notation.rule.ts";
import { reportOutsideDeclaration } from "./rules/outside-declaration.rule.ts";
import { type KeywordText, keyword, PlainName } from "./tokens.ts";

/** A head line that was found under another declaration. */
export interface LostHead {
  readonly finding: Finding;
  /** Null where it is a head, but nobody knows of what. */
  readonly kind: Kind | null;
  /** The head as it was meant. */
  readonly meant: readonly IToken[];
}

/** A line that may be a head. */
export interface HeadLike {
  readonly file: SourceFile;
  readonly grammar: Grammar;
  /** The declaration above, if its grammar is known. */
  readonly above: Kind | null;
  readonly tokens: readonly IToken[];
  /** The line below. */
  readonly below: readonly IToken[];
}

/** What kind of head a line surely is that does not start with a declaration word, or null. */
export function lostHead(line: HeadLike): LostHead | null {
  const [first, second] = line.tokens;
  if (first === undefined || second === undefined || isSentence(line)) return null;
  return misspelledHead(line, first) ?? headWithoutWord(line, first);
}

/** Whether the line is, or nearly is, a sentence of the declaration above. */
function isSentence({ file, above, tokens }: HeadLike): boolean {
  const place = above?.sentence?.place ?? null;
  return place !== null && mended(file, place, tokens).tokens !== null;
}

function misspelledHead({ file, grammar, tokens }: HeadLike, first: IToken): LostHead | null {
  const near = didYouMean(first.image, grammar.kinds.keys());
  const words = near === null ? (declarationHabits.get(first.image.toLowerCase()) ?? []) : [near];
  for (const word of words) {
    const kind = grammar.kinds.get(word);
    if (kind === undefined) continue;
    const meant = [wordFor(word, first), ...tokens.slice(1)];
    const whole = mended(file, kind.head.place, meant).tokens;
    const { reached } = walk(kind.head.place, meant);
    if (reached < (whole === null ? 3 : 2)) continue;
    const span = spanOf(first);
    const fix = replacing(span, word, `write ${word}`);
    const finding =
      near === null
        ? reportOtherNotation(span, first.image, word, [fix])
        : reportMisspelledWord(span, first.image, word, fix);
    return { finding, kind, meant: whole ?? meant };
  }
  return null;
}

function headWithoutWord({ grammar, above, tokens, below }: HeadLike, first: IToken): LostHead | null {
  // After its name, a head goes on with a text or a word of the language.
  if (tokens[1]?.tokenType === PlainName) return null;
  if ([...grammar.kinds.values()].some(({ firstWords }) => firstWords.has(first.image))) return null;
  const hasLabel = tokens[1]?.tokenType === ClosedText;
  const candidates = [...grammar.kinds.values()].filter(({ word, head }) => {
    const isPlain = word === "uses" ? !first.image.endsWith('.tenet"') : tokens.length < 3 && !hasLabel;
    return !isPlain && fits(head.place, [wordFor(word, first), ...tokens]);
  });
  if (candidates.length === 0) return null;
  const begun = candidates.filter(({ firstWords }) => firstWords.has(below[0]?.image ?? ""));
  const likely =
    begun.length > 1 ? begun.filter(({ sentence }) => fits(sentence?.place ?? null, below)) : begun;
  const [kind] = candidates.length === 1 ? candidates : likely.length === 1 ? likely : [];
  // What goes on with a sentence of the declaration above was one of its sentences.
  const next = below[0]?.image ?? "";
  if (above?.firstWords.has(next) && kind?.firstWords.has(next) !== true) return null;
  const span = spanOf(first);
  const at = { start: span.start, end: span.start };
  const fixes = kind === undefined ? [] : [replacing(at, `${kind.word} `, `insert ${kind.word}`)];
  const finding = reportOutsideDeclaration(span, first.image, fixes);
  const meant = kind === undefined ? tokens : [wordFor(kind.word, first), ...tokens];
  return { finding, kind: kind ?? null, meant };
}

/** The declaration word in the place of `token`. */
function wordFor(word: string, token: IToken): IToken {
  const type = keyword[word as KeywordText];
  return {
    image: word,
    startOffset: token.startOffset,
    endOffset: spanOf(token).end - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
  };
}
