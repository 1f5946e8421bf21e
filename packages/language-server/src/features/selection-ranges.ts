/** Growing selections: the word, the part of the sentence, the sentence, the declaration, the file. */
import type { ParsedFile, Span } from "@tenet-lang/language";
import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import type { TreeContext } from "../analysis/phase.ts";
import { offsetOf, rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";

export const selectionRanges = feature<"tree", SelectionRangeParams, SelectionRange[]>({
  method: "textDocument/selectionRange",
  needs: "tree",
  otherwise: [],
  capabilities: { selectionRangeProvider: true },
  answer: (context, { positions }) =>
    positions.map((position) => selectionAt(context, offsetOf(context.file, position))),
});

function selectionAt({ parsed, file }: TreeContext, offset: number): SelectionRange {
  const spans = [...nodesAround(parsed.tree, offset), ...wordAt(parsed, offset)];
  const whole: SelectionRange = { range: rangeOf(file, { start: 0, end: file.text.length }) };
  return spans.reduce<{ readonly selection: SelectionRange; readonly span: Span }>(
    (outer, span) =>
      isInside(span, outer.span)
        ? { selection: { range: rangeOf(file, span), parent: outer.selection }, span }
        : outer,
    { selection: whole, span: { start: 0, end: file.text.length } },
  ).selection;
}

/** A part of the other, and not all of it. */
function isInside(inner: Span, outer: Span): boolean {
  return (
    inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start
  );
}

/** Nodes of the tree around an offset, from the outermost. Whatever part of a node has a span is a node. */
function nodesAround(node: unknown, offset: number): readonly Span[] {
  if (typeof node !== "object" || node === null) return [];
  const span = spanOfNode(node);
  if (span !== null && (offset < span.start || offset > span.end)) return [];
  const below = Object.entries(node).flatMap(([key, part]) =>
    key === "span" || key.endsWith("Span") ? [] : partsAround(part, offset),
  );
  return span === null ? below : [span, ...below];
}

function partsAround(part: unknown, offset: number): readonly Span[] {
  if (!Array.isArray(part)) return nodesAround(part, offset);
  // Where two nodes meet, the one that begins there is meant.
  return part.map((each) => nodesAround(each, offset)).findLast((spans) => spans.length > 0) ?? [];
}

function spanOfNode(node: object): Span | null {
  const span: unknown = "span" in node ? node.span : null;
  return isSpan(span) ? span : null;
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "start" in value && "end" in value;
}

/** The token that an offset is in, or in front of, or else right behind. */
function wordAt({ tokens }: ParsedFile, offset: number): readonly Span[] {
  const touching = tokens.filter(
    ({ type, span }) => type !== "LineBreak" && span.start <= offset && offset <= span.end,
  );
  return touching.slice(-1).map(({ span }) => span);
}
