/** What can be folded away: declarations, tables, the lines of `uses`, comments of several lines. */
import type { ParsedFile, Span } from "@tenet-lang/language";
import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from "vscode-languageserver";
import { positionOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";

type Token = ParsedFile["tokens"][number];

/** Lines from the first to the last, both counted. */
interface Fold {
  readonly span: Span;
  readonly kind?: FoldingRangeKind;
}

export const foldingRanges = feature<"tree", FoldingRangeParams, FoldingRange[]>({
  method: "textDocument/foldingRange",
  needs: "tree",
  otherwise: [],
  capabilities: { foldingRangeProvider: true },
  answer: ({ parsed, file, client }) => {
    const limit = client.textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY;
    const all = [...declarationFolds(parsed), ...usesFolds(parsed), ...lineFolds(parsed)];
    const ranges = all.flatMap(({ span, kind }): FoldingRange[] => {
      const startLine = positionOf(file, span.start).line;
      const endLine = positionOf(file, span.end).line;
      return startLine < endLine ? [{ startLine, endLine, ...(kind === undefined ? {} : { kind }) }] : [];
    });
    return ranges.sort((a, b) => a.startLine - b.startLine).slice(0, limit);
  },
});

function declarationFolds({ tree }: ParsedFile): readonly Fold[] {
  return tree.declarations
    .filter(({ kind }) => kind !== "Uses")
    .map(({ headSpan, span }) => ({ span: { start: headSpan.start, end: span.end } }));
}

/** `uses` after `uses` is one block, as imports are elsewhere. */
function usesFolds({ tree }: ParsedFile): readonly Fold[] {
  const runs = runsOf(tree.declarations, ({ kind }) => kind === "Uses");
  return runs.map((span) => ({ span, kind: FoldingRangeKind.Imports }));
}

/** Lines of comments that follow each other, and the rows of a table, folded up to the line above them. */
function lineFolds(parsed: ParsedFile): readonly Fold[] {
  const lines = linesOf(parsed);
  const comments = runsOf(lines, ({ type }) => type === "Comment");
  const tables = runsOf(lines, ({ type }) => type === "Row");
  return [
    ...comments.map((span) => ({ span, kind: FoldingRangeKind.Comment })),
    ...tables.map(({ start, end }) => ({ span: { start: lineAbove(lines, start), end } })),
  ];
}

/** Where the line above the one that starts at an offset starts; the offset itself on the first line. */
function lineAbove(lines: readonly Token[], offset: number): number {
  const index = lines.findIndex(({ span }) => span.start === offset);
  return lines[index - 1]?.span.start ?? offset;
}

/** The first token of each line; of an empty one, its end. */
function linesOf({ tokens }: ParsedFile): readonly Token[] {
  return tokens.filter((_, index) => index === 0 || tokens[index - 1]?.type === "LineBreak");
}

/** Spans of belonging items that follow each other. */
function runsOf<T extends { readonly span: Span }>(
  items: readonly T[],
  belongs: (item: T) => boolean,
): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  items.forEach((item, index) => {
    if (!belongs(item)) return;
    const before = items[index - 1];
    const run = runs.at(-1);
    if (run !== undefined && before !== undefined && belongs(before)) run.end = item.span.end;
    else runs.push({ start: item.span.start, end: item.span.end });
  });
  return runs;
}
