/**
 * Reads the sentences of one declaration, each by its rule, and mends what can be mended.
 *
 * A sentence over several lines that does not fit may have swallowed its neighbour through a stray comma, or be the
 * neighbour's tail whose first word is lost; it is then taken apart at the line where it stops fitting.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import type { Entry, Grammar, Kind } from "./declaration-rules.ts";
import { diagnose } from "./diagnose.ts";
import { fits, type Place, walk } from "./expectations.ts";
import { flawOf } from "./flaws.ts";
import { declarationOf, type Head } from "./grammar/heads.ts";
import { across, nameOf } from "./grammar/nodes.ts";
import type { DeclarationTokens, SentenceTokens } from "./layout.ts";
import { spanOf } from "./lexer.ts";
import { type LostHead, lostHead } from "./lost-heads.ts";
import type { Finding } from "./rules/finding.ts";
import { reportNotAvailableYet } from "./rules/not-available-yet.rule.ts";
import { reportOutsideDeclaration } from "./rules/outside-declaration.rule.ts";
import { Name } from "./tokens.ts";

/** What reading needs, and where it puts what it finds. */
export interface Reader {
  readonly file: SourceFile;
  readonly grammar: Grammar;
  readonly findings: Finding[];
  /** Once there are so many findings, nothing more is read. */
  readonly most: number;
}

/** A declaration whose sentences are being collected. */
interface Opened {
  /** Null where its sentences cannot be read: nobody knows their grammar. */
  readonly kind: Kind | null;
  readonly head: Head;
  readonly sentences: (ast.Sentence | ast.BrokenSentence | ast.UnavailableSentence)[];
}

/** What became of a sentence, and what was cut off it. */
interface Read<T> {
  readonly node: T | ast.BrokenSentence | ast.UnavailableSentence;
  readonly rest: SentenceTokens | null;
}

/** Reads a declaration; a lost head among its sentences starts another one. */
export function readDeclarations(reader: Reader, { word, sentences }: DeclarationTokens): ast.Declaration[] {
  const opened: Opened[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const current = opened.at(-1);
    if (index === 0 && word !== null) {
      opened.push(openedBy(reader, word, sentence));
      continue;
    }
    const lost = lostAmong(reader, current, sentence, sentences[index + 1]);
    if (lost !== null) opened.push(openedAs(reader, lost, sentence));
    else if (current === undefined) opened.push(openedByNothing(reader, sentence));
    else readInto(current, reader, sentence);
  }
  return opened.map(({ head, sentences: read }) => declarationOf(head, read as ast.Declaration["sentences"]));
}

function lostAmong(
  { file, grammar, findings, most }: Reader,
  current: Opened | undefined,
  { tokens }: SentenceTokens,
  next: SentenceTokens | undefined,
): LostHead | null {
  if (current?.head.kind === "Unavailable" || findings.length >= most) return null;
  if (current?.kind?.firstWords.has(tokens[0]?.image ?? "") === true) return null;
  const below = next?.tokens[0]?.image ?? "";
  return lostHead({ file, grammar, above: current?.kind ?? null, tokens, below });
}

function openedBy(reader: Reader, word: string, sentence: SentenceTokens): Opened {
  const kind = reader.grammar.kinds.get(word);
  if (kind !== undefined) return openedAsKind(reader, kind, sentence);
  const [first, second] = sentence.tokens as [IToken, ...IToken[]];
  reader.findings.push(reportNotAvailableYet(spanOf(first), word));
  const head: Head = {
    kind: "Unavailable",
    wordSpan: spanOf(first),
    headSpan: spanOfSentence(sentence.tokens),
    word,
    name: nameIn(second),
  };
  return { kind: null, head, sentences: [] };
}

/** Lines before the first declaration. */
function openedByNothing(reader: Reader, sentence: SentenceTokens): Opened {
  const first = sentence.tokens[0] as IToken;
  reader.findings.push(reportOutsideDeclaration(spanOf(first), first.image, []));
  return { kind: null, head: brokenHead(sentence.tokens, null), sentences: [] };
}

function openedAs({ grammar, findings }: Reader, { finding, kind, meant }: LostHead, sentence: SentenceTokens): Opened {
  findings.push(finding);
  const head = kind === null ? null : grammar.parser.read(kind.head.rule, [...meant]);
  return { kind, head: head ?? brokenHead(sentence.tokens, kind?.word ?? null), sentences: [] };
}

function openedAsKind(reader: Reader, kind: Kind, sentence: SentenceTokens): Opened {
  const { node, rest } = readOne(reader, kind, kind.head, sentence);
  const isBroken = node.kind === "Broken" || node.kind === "UnavailableSentence";
  const opened: Opened = { kind, head: isBroken ? brokenHead(sentence.tokens, kind.word) : node, sentences: [] };
  if (node.kind === "Metric" && node.form.kind === "UnavailableForm") {
    reader.findings.push(reportNotAvailableYet(node.form.span, node.form.what));
  }
  if (rest !== null) readInto(opened, reader, rest);
  return opened;
}

function brokenHead(tokens: readonly IToken[], word: string | null): Head {
  const [first, second] = tokens as [IToken, ...IToken[]];
  const named = word === null ? first : word === "partners" || word === "uses" ? undefined : second;
  return {
    kind: "BrokenDeclaration",
    wordSpan: spanOf(first),
    headSpan: spanOfSentence(tokens),
    word,
    name: nameIn(named),
  };
}

function nameIn(token: IToken | undefined): ast.Name | null {
  return token !== undefined && tokenMatcher(token, Name) ? nameOf(token) : null;
}

/** Reads a sentence into a declaration; what was cut off it is read as the next one. */
function readInto(opened: Opened, reader: Reader, sentence: SentenceTokens): void {
  const { kind, sentences } = opened;
  if (kind === null) {
    const span = spanOfSentence(sentence.tokens);
    const { head } = opened;
    sentences.push(
      head.kind === "Unavailable" ? { kind: "UnavailableSentence", span, what: head.word } : { kind: "Broken", span },
    );
    return;
  }
  let rest: SentenceTokens | null = sentence;
  while (rest !== null) {
    const read: Read<ast.Sentence> = readOne(reader, kind, kind.sentence, rest);
    sentences.push(read.node);
    rest = read.rest;
  }
}

function readOne<T extends { readonly kind: string }>(
  reader: Reader,
  kind: Kind,
  entry: Entry<T> | null,
  sentence: SentenceTokens,
): Read<T> {
  const { file, grammar, findings, most } = reader;
  const { tokens } = sentence;
  const span = spanOfSentence(tokens);
  if (findings.length >= most) return { node: { kind: "Broken", span }, rest: null };
  const place = entry?.place ?? null;
  const flaw = flawOf(file, tokens, place);
  if (flaw === null) {
    const node = entry === null ? null : grammar.parser.read(entry.rule, tokens);
    if (node !== null) return { node, rest: null };
    const cut = cutOf(kind, place, sentence);
    if (cut !== null) return { ...readOne(reader, kind, entry, cut.first), rest: cut.rest };
  }
  const { finding, meant, later } = flaw ?? diagnose({ file, grammar, kind, place, tokens });
  findings.push(finding);
  const node = meant === null || entry === null ? null : grammar.parser.read(entry.rule, [...meant]);
  if (node !== null) return { node, rest: null };
  const what = later;
  return { node: what === null ? { kind: "Broken", span } : { kind: "UnavailableSentence", span, what }, rest: null };
}

/** Takes a sentence apart at the line where it stops fitting, if that leaves something to read. */
function cutOf(
  kind: Kind,
  place: Place,
  { tokens, lines }: SentenceTokens,
): { readonly first: SentenceTokens; readonly rest: SentenceTokens } | null {
  if (lines.length < 2) return null;
  const { reached } = walk(place, tokens);
  const index = lines.findLastIndex((start) => start > 0 && start <= reached);
  const at = lines[index];
  if (at === undefined || reached === tokens.length) return null;
  const startsSentence = kind.firstWords.has(tokens[at]?.image ?? "");
  if (!startsSentence && !fits(place, tokens.slice(0, at))) return null;
  return {
    first: { tokens: tokens.slice(0, at), lines: lines.slice(0, index) },
    rest: { tokens: tokens.slice(at), lines: lines.slice(index).map((start) => start - at) },
  };
}

function spanOfSentence(tokens: readonly IToken[]): Span {
  return across(tokens[0] as IToken, tokens.at(-1) as IToken);
}
