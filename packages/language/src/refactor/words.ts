/** The words around a place of the tree: what the tree does not hold, such as parentheses and comments. */
import type { Span } from "../source/source-file.ts";
import type { Token } from "../syntax/lexer.ts";
import type { ParsedFile } from "../syntax/parse.ts";

/** A pair of parentheses. */
export interface Wrap {
  readonly open: Span;
  readonly close: Span;
}

/** The pairs of parentheses around a condition and nothing else, the innermost first. */
export function wrapsOf(parsed: ParsedFile, span: Span): readonly Wrap[] {
  const found: Wrap[] = [];
  let { start, end } = span;
  for (;;) {
    const [open, close] = [wordBefore(parsed, start), wordAfter(parsed, end)];
    if (open?.text !== "(" || close?.text !== ")") return found;
    found.push({ open: open.span, close: close.span });
    [start, end] = [open.span.start, close.span.end];
  }
}

/** A condition with the parentheses around it. */
export function outerSpan(parsed: ParsedFile, span: Span): Span {
  const last = wrapsOf(parsed, span).at(-1);
  return last === undefined ? span : { start: last.open.start, end: last.close.end };
}

/** The word that ends at an offset or before. */
export function wordBefore({ tokens }: ParsedFile, offset: number): Token | undefined {
  let at = firstFrom(tokens, offset) - 1;
  while (isSilent(tokens[at])) at -= 1;
  return tokens[at];
}

/** The word that starts at an offset or later. */
export function wordAfter({ tokens }: ParsedFile, offset: number): Token | undefined {
  let at = firstFrom(tokens, offset);
  while (isSilent(tokens[at])) at += 1;
  return tokens[at];
}

/** All tokens of a span. */
export function tokensIn({ tokens }: ParsedFile, { start, end }: Span): readonly Token[] {
  return tokens.slice(firstFrom(tokens, start), firstFrom(tokens, end));
}

/** Whether a comment stands in a span: nobody can say where it belongs when the words around it change. */
export function hasComment(parsed: ParsedFile, span: Span): boolean {
  return tokensIn(parsed, span).some(({ type }) => type === "Comment");
}

function isSilent(token: Token | undefined): boolean {
  return token?.type === "Comment" || token?.type === "LineBreak";
}

/** The index of the first token that starts at an offset or later. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
