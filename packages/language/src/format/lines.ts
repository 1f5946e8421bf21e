/** The lines of a file and what each of them is. */
import type { Span } from "../source/source-file.ts";
import type { Token } from "../syntax/lexer.ts";
import type { ParsedFile } from "../syntax/parse.ts";

/** A line with words of a sentence. */
export interface CodeLine {
  readonly kind: "code";
  readonly role: "head" | "sentence" | "continuation" | "table";
  /** Counts sentences: lines with the same number belong together. */
  readonly sentence: number;
  /** The words, and a comment behind them. */
  readonly tokens: readonly Token[];
  /** The text as it was written, where the sentence could not be read. */
  readonly verbatim: string | null;
}

export type Line =
  | CodeLine
  | { readonly kind: "comment"; readonly text: string }
  | { readonly kind: "blank" };

/** Where a sentence or a head starts. */
interface Start {
  readonly offset: number;
  readonly isHead: boolean;
  readonly isBroken: boolean;
}

/** The lines of a file in their order. */
export function linesOf(parsed: ParsedFile): Line[] {
  const starts = startsOf(parsed);
  const verbatim = brokenSentences(parsed, starts);
  const lines: Line[] = [];
  let sentence = -1;
  for (const tokens of physicalLines(parsed.tokens)) {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first === undefined || last === undefined) lines.push({ kind: "blank" });
    else if (first.type === "Comment") lines.push({ kind: "comment", text: first.text.trimEnd() });
    else {
      const starting = starts[sentence + 1];
      const isStart = starting !== undefined && starting.offset < last.span.end;
      if (isStart) sentence++;
      const role = isStart
        ? starting.isHead
          ? "head"
          : "sentence"
        : first.type === "Row"
          ? "table"
          : "continuation";
      const text = verbatim.has(sentence) ? written(parsed, tokens) : null;
      lines.push({ kind: "code", role, sentence, tokens, verbatim: text });
    }
  }
  return lines;
}

/** The line as it stands, without blanks behind a comment; a blank keeps a stray CR from becoming a line break. */
function written({ file }: ParsedFile, tokens: readonly Token[]): string {
  const end = tokens.at(-1);
  const text = file.text.slice(tokens[0]?.span.start, end?.span.end);
  return end?.type === "Comment" ? text.trimEnd() : text.replace(/\r$/, "\r ");
}

function physicalLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === "LineBreak") lines.push([]);
    else lines.at(-1)?.push(token);
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

function startsOf({ tree }: ParsedFile): Start[] {
  const starts: Start[] = [];
  for (const declaration of tree.declarations) {
    const isBroken = declaration.kind === "BrokenDeclaration" || declaration.kind === "Unavailable";
    starts.push({ offset: declaration.headSpan.start, isHead: true, isBroken });
    for (const { kind, span } of declaration.sentences) {
      const isUnread = kind === "Broken" || kind === "UnavailableSentence";
      starts.push({ offset: span.start, isHead: false, isBroken: isUnread });
    }
  }
  return starts;
}

/** Sentences that are broken, or were read only because a mistake in them was mended. */
function brokenSentences({ diagnostics }: ParsedFile, starts: readonly Start[]): ReadonlySet<number> {
  const broken = new Set(starts.flatMap(({ isBroken }, index) => (isBroken ? [index] : [])));
  for (const { span } of diagnostics) broken.add(sentenceAt(span, starts));
  return broken;
}

function sentenceAt({ start }: Span, starts: readonly Start[]): number {
  let low = -1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle]?.offset ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
