/**
 * Reads the sentences of one declaration, each by its rule, and mends what can be mended.
 *
 * A sentence over several lines that does not fit may have swallowed its neighbour through a stray comma, or be the
 * neighbour's tail whose first word is lost; it is then taken apart at the line where it stops fitting.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import type { Entry, Grammar, Kind } from "./declaration-rules.ts";
import { diagnose } from "./diagnose.ts";
import { walk } from "./expectations.ts";
import { flawOf } from "./flaws.ts";
import { declarationOf, type Head } from "./grammar/heads.ts";
import { across, nameOf } from "./grammar/nodes.ts";
import type { DeclarationTokens, SentenceTokens } from "./layout.ts";
import { spanOf } from "./lexer.ts";
import { lostHead } from "./lost-heads.ts";
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
    const isHead = index === 0 && word !== null;
    const lost = isHead || !mayBeHead(current, sentence) ? null : lostHead(reader.grammar, sentence, sentences[index + 1]);
    if (isHead) opened.push(openedBy(reader, word, sentence));
    else if (lost !== null) {
      reader.findings.push(lost.finding);
      opened.push(openedAs(reader, lost.kind, sentence, [...lost.meant], true));
    } else if (current === undefined) opened.push(openedByNothing(reader, sentence));
    else readInto(current, reader, sentence);
  }
  return opened.map(({ head, sentences }) => declarationOf(head, sentences as ast.Declaration["sentences"]));
}

function mayBeHead(current: Opened | undefined, { tokens }: SentenceTokens): boolean {
  if (current?.head.kind === "Unavailable") return false;
  return current?.kind?.firstWords.has(tokens[0]?.image ?? "") !== true;
}

function openedBy(reader: Reader, word: string, sentence: SentenceTokens): Opened {
  const kind = reader.grammar.kinds.get(word);
  if (kind !== undefined) return openedAs(reader, kind, sentence, sentence.tokens, false);
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

function openedAs(
  reader: Reader,
  kind: Kind | null,
  sentence: SentenceTokens,
  tokens: IToken[],
  isReported: boolean,
): Opened {
  const broken = brokenHead(sentence.tokens, kind?.word ?? null);
  if (kind === null) return { kind, head: broken, sentences: [] };
  if (isReported) return { kind, head: reader.grammar.parser.read(kind.head.rule, tokens) ?? broken, sentences: [] };
  const { node, rest } = readOne(reader, kind, kind.head, sentence);
  const isBroken = node.kind === "Broken" || node.kind === "UnavailableSentence";
  const opened: Opened = { kind, head: isBroken ? broken : node, sentences: [] };
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

function readOne<T extends ast.Node>(
  reader: Reader,
  kind: Kind,
  entry: Entry<T> | null,
  sentence: SentenceTokens,
): Read<T> {
  const { parser } = reader.grammar;
  const flaw = reader.findings.length < reader.most ? flawOf(sentence.tokens, entry?.place ?? null) : null;
  if (flaw === null && entry !== null && reader.findings.length < reader.most) {
    const node = parser.read(entry.rule, sentence.tokens);
    if (node !== null) return { node, rest: null };
  }
  const cut = flaw === null ? cutOf(reader, kind, entry, sentence) : null;
  if (cut !== null) return { ...readOne(reader, kind, entry, cut.first), rest: cut.rest };
  return { node: mend(reader, kind, entry, sentence, flaw), rest: null };
}
