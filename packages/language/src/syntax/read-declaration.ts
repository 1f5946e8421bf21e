/**
 * Reads the sentences of one declaration, each by its rule, and mends what can be mended.
 *
 * A sentence over several lines that does not fit may have swallowed its neighbour through a stray comma, or be the
 * neighbour's tail whose first word is lost; it is then taken apart at the line where it stops fitting.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import { calendarFinding } from "./calendar-forms.ts";
import type { Entry, Grammar, Kind } from "./declaration-rules.ts";
import { diagnose } from "./diagnose.ts";
import { fits, type Place, type Walk, walk } from "./expectations.ts";
import { flawOf } from "./flaws.ts";
import { declarationOf, type Head } from "./grammar/heads.ts";
import { nameOf } from "./grammar/nodes.ts";
import type { DeclarationTokens, SentenceTokens } from "./layout.ts";
import { spanOf } from "./lexer.ts";
import {
  brokenOff,
  hasRows,
  onOneLine,
  spanOfSentence,
  startsWithValue,
  withValueLines,
} from "./line-breaks.ts";
import { type LostHead, lostHead } from "./lost-heads.ts";
import { mended } from "./repairs.ts";
import type { Finding } from "./rules/finding.ts";
import { reportBrokenOff } from "./rules/incomplete-sentence.rule.ts";
import { reportNotAvailableYet } from "./rules/not-available-yet.rule.ts";
import { reportOutsideDeclaration, reportSentenceOutside } from "./rules/outside-declaration.rule.ts";
import { type TableLine, tableLine } from "./table-lines.ts";
import { keyword, Name, Row } from "./tokens.ts";
import { varyingFinding } from "./varying.ts";

/** What reading needs, and where it puts what it finds. */
export interface Reader {
  readonly file: SourceFile;
  readonly grammar: Grammar;
  readonly findings: Finding[];
  /** Once there are so many findings, nothing more is read. */
  readonly most: number;
  /** Sentences still to be read, the next one last. */
  readonly pending: SentenceTokens[];
  /** All sentences of the declaration that is read. */
  readonly beside?: readonly SentenceTokens[];
}

/** A declaration whose sentences are being collected. */
interface Opened {
  /** Null where its sentences cannot be read: nobody knows their grammar. */
  readonly kind: Kind | null;
  readonly head: Head;
  readonly sentences: (ast.Sentence | ast.BrokenSentence | ast.UnavailableSentence)[];
}

/** What became of a sentence. */
type Read<T> = T | ast.BrokenSentence | ast.UnavailableSentence;

/** Reads a declaration; a lost head among its sentences starts another one. */
export function readDeclarations(given: Reader, { word, sentences }: DeclarationTokens): ast.Declaration[] {
  const reader: Reader = { ...given, beside: sentences };
  const { pending } = reader;
  const opened: Opened[] = [];
  for (const sentence of sentences.toReversed()) pending.push(sentence);
  for (let sentence = pending.pop(); sentence !== undefined; sentence = pending.pop()) {
    const current = opened.at(-1);
    const lost = current === undefined && word !== null ? null : lostAmong(reader, current, sentence);
    if (lost !== null) opened.push(openedAs(reader, lost, sentence));
    else if (current !== undefined) current.sentences.push(readSentence(current, reader, sentence));
    else opened.push(word === null ? openedByNothing(reader, sentence) : openedBy(reader, word, sentence));
  }
  return opened.map(({ head, sentences: read }) => declarationOf(head, read as ast.Declaration["sentences"]));
}

function lostAmong(
  { file, grammar, findings, most, pending }: Reader,
  current: Opened | undefined,
  { tokens }: SentenceTokens,
): LostHead | null {
  if (current?.head.kind === "Unavailable" || findings.length >= most) return null;
  if (current?.kind?.firstWords.has(tokens[0]?.image ?? "") === true) return null;
  const below = pending.at(-1)?.tokens ?? [];
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
function openedByNothing({ file, grammar, findings, most }: Reader, sentence: SentenceTokens): Opened {
  const first = sentence.tokens[0] as IToken;
  const flaw = flawOf(file, [first], null);
  if (findings.length < most) findings.push(flaw?.finding ?? outside(grammar, first));
  return { kind: null, head: brokenHead(sentence.tokens, null), sentences: [] };
}

function outside({ kinds }: Grammar, first: IToken): Finding {
  const owners = [...kinds.values()].filter(({ firstWords }) => firstWords.has(first.image));
  return owners.length === 0
    ? reportOutsideDeclaration(spanOf(first), first.image, [])
    : reportSentenceOutside(spanOf(first), first.image, owners);
}

function openedAs(
  { grammar, findings }: Reader,
  { finding, kind, meant }: LostHead,
  sentence: SentenceTokens,
): Opened {
  findings.push(finding);
  const head = kind === null ? null : grammar.parser.read(kind.head.rule, [...meant]);
  return { kind, head: head ?? brokenHead(sentence.tokens, kind?.word ?? null), sentences: [] };
}

function openedAsKind(reader: Reader, kind: Kind, sentence: SentenceTokens): Opened {
  const node = readOne(reader, kind, kind.head, sentence);
  const isBroken = node.kind === "Broken" || node.kind === "UnavailableSentence";
  return { kind, head: isBroken ? brokenHead(sentence.tokens, kind.word) : node, sentences: [] };
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

function readSentence({ kind, head }: Opened, reader: Reader, sentence: SentenceTokens): Read<ast.Sentence> {
  if (kind !== null) return readOne(reader, kind, kind.sentence, sentence, head.headSpan);
  const span = spanOfSentence(sentence.tokens);
  return head.kind === "Unavailable"
    ? { kind: "UnavailableSentence", span, what: head.word }
    : { kind: "Broken", span };
}

function readOne<T extends { readonly kind: string }>(
  reader: Reader,
  kind: Kind,
  entry: Entry<T> | null,
  begun: SentenceTokens,
  head: Span | null = null,
): Read<T> {
  const { file, grammar, findings, most } = reader;
  const sentence = hasRows(begun) ? withValueLines(reader.pending, entry, begun) : begun;
  if (findings.length >= most) return { kind: "Broken", span: spanOfSentence(sentence.tokens) };
  const flaw = flawOf(file, sentence.tokens, entry);
  const node = flaw !== null || entry === null ? null : grammar.parser.read(entry.rule, sentence.tokens);
  if (node !== null) return prolonged(reader, kind, entry, sentence) ?? node;
  const place = entry?.place ?? null;
  const { tokens } = flaw === null ? resized(reader, kind, place, sentence) : sentence;
  const reread =
    tokens === sentence.tokens || entry === null ? null : grammar.parser.read(entry.rule, tokens);
  if (reread !== null) return reread;
  const said = flaw ?? diagnose({ file, grammar, kind, place, tokens, head });
  const isCalendar = head !== null && kind.word === "calendar";
  const form = isCalendar ? calendarFinding({ file, tokens, beside: reader.beside ?? [] }, said.meant) : null;
  findings.push(form ?? said.finding);
  const meant = form === null ? said.meant : null;
  const mendedNode = meant === null || entry === null ? null : grammar.parser.read(entry.rule, [...meant]);
  return mendedNode ?? { kind: "Broken", span: spanOfSentence(tokens) };
}

/** A sentence that is whole, with the line below where that is no sentence by itself and the two would be one. */
function prolonged<T extends { readonly kind: string }>(
  reader: Reader,
  kind: Kind,
  entry: Entry<T> | null,
  { tokens }: SentenceTokens,
): T | null {
  const { file, grammar, findings, most, pending } = reader;
  const below = pending.at(-1);
  const [first] = below?.tokens ?? [];
  if (entry === null || below === undefined || first === undefined || findings.length >= most) return null;
  if (kind.firstWords.has(first.image)) return null;
  const row = tokens.at(-1)?.tokenType === Row ? tableLine(file, headerOf(tokens), below) : null;
  if (row !== null) return withRow(reader, kind, entry, tokens, row);
  if (first.tokenType === keyword.otherwise || first.image === "else")
    return withRest(reader, kind, entry, [...tokens, ...below.tokens]);
  const whole = [...tokens, ...below.tokens];
  const node = fits(entry.place, whole) ? grammar.parser.read(entry.rule, whole) : null;
  if (node === null) return null;
  pending.pop();
  const fixes = onOneLine(file, tokens, below.tokens);
  findings.push(reportBrokenOff(spanOf(first), first.image, spanOfSentence(tokens), fixes));
  return node;
}

/** A table with a row that stands not quite as it should, and what follows it. */
function withRow<T extends { readonly kind: string }>(
  reader: Reader,
  kind: Kind,
  entry: Entry<T>,
  tokens: readonly IToken[],
  { finding, words }: TableLine,
): T | null {
  reader.pending.pop();
  reader.findings.push(finding);
  const whole = [...tokens, ...words];
  const lines = { tokens: whole, lines: [0] };
  return prolonged(reader, kind, entry, lines) ?? reader.grammar.parser.read(entry.rule, whole);
}

/** A limit whose last row begins with `otherwise`, where that changes places with what holds then. */
function withRest<T extends { readonly kind: string }>(
  { file, grammar, findings, pending }: Reader,
  kind: Kind,
  entry: Entry<T>,
  tokens: readonly IToken[],
): T | null {
  const { finding, meant } = diagnose({ file, grammar, kind, place: entry.place, tokens, head: null });
  if (meant === null) return null;
  pending.pop();
  findings.push(finding);
  return grammar.parser.read(entry.rule, [...meant]);
}

function headerOf(tokens: readonly IToken[]): IToken | null {
  return tokens.find(({ tokenType }) => tokenType === Row) ?? null;
}

/** A sentence without the lines that are not its own, or with the line below that must be. */
function resized(reader: Reader, kind: Kind, place: Place, sentence: SentenceTokens): SentenceTokens {
  const now = walk(place, sentence.tokens);
  return now.reached < sentence.tokens.length
    ? cut(reader, kind, place, sentence, now)
    : joined(reader, kind, place, sentence);
}

/** Takes a sentence apart at the line where it stops fitting, if that leaves something to read. */
function cut(
  { file, pending }: Reader,
  kind: Kind,
  place: Place,
  sentence: SentenceTokens,
  now: Walk,
): SentenceTokens {
  const { tokens, lines } = sentence;
  const index = lines.findLastIndex((start) => start > 0 && start <= now.reached);
  const at = lines[index];
  if (at === undefined) return sentence;
  const startsSentence = kind.firstWords.has(tokens[at]?.image ?? "");
  // A row of which the beginning fits is a row, whatever is wrong with the rest of it.
  const isRow = now.reached > at + 1 || startsWithValue({ tokens: tokens.slice(at), lines });
  if (!startsSentence && hasRows(sentence) && isRow) return sentence;
  const isOne = (): boolean =>
    !fits(place, tokens.slice(0, at)) ||
    varyingFinding(tokens, now) !== null ||
    mended(file, place, tokens).tokens !== null;
  if (!startsSentence && isOne()) return sentence;
  pending.push({ tokens: tokens.slice(at), lines: lines.slice(index).map((start) => start - at) });
  return { tokens: tokens.slice(0, at), lines: lines.slice(0, index) };
}

/** A sentence that is not complete, with the line below if they are one but for a small slip. */
function joined(reader: Reader, kind: Kind, place: Place, sentence: SentenceTokens): SentenceTokens {
  const { file, findings, pending } = reader;
  const below = pending.at(-1);
  if (below === undefined || kind.firstWords.has(below.tokens[0]?.image ?? "")) return sentence;
  const takesTable = walk(place, sentence.tokens).next.some(({ type }) => type === Row);
  const row = takesTable ? tableLine(file, null, below) : null;
  if (row !== null) {
    pending.pop();
    findings.push(row.finding);
    return { tokens: [...sentence.tokens, ...row.words], lines: sentence.lines };
  }
  const tokens = [...sentence.tokens, ...below.tokens];
  const mending = mended(file, place, tokens);
  if (mending.tokens === null) return sentence;
  pending.pop();
  if (mending.repairs.length === 0) findings.push(brokenOff(file, place, sentence.tokens, below.tokens));
  const lines = below.lines.map((start) => start + sentence.tokens.length);
  return { tokens, lines: [...sentence.lines, ...lines] };
}
