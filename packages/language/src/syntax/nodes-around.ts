/** From the tree to the nodes around a place in it. */
import type { Span } from "../source/source-file.ts";
import type * as ast from "./ast.ts";

/** The nodes that hold all of a span, from the outermost. Where two meet, the one that begins there is meant. */
export function nodesAround(root: ast.Node, span: Span): readonly ast.Node[] {
  const found: ast.Node[] = [];
  for (let node: ast.Node | undefined = root; node !== undefined; ) {
    found.push(node);
    node = partsOf(node).findLast((part) => holds(part.span, span));
  }
  return found;
}

/** The nodes directly below one. */
export function partsOf(node: object): readonly ast.Node[] {
  return entriesOf(node).flatMap(([, part]) => nodesIn(part));
}

/** What a node is made of, but for its places. */
export function entriesOf(node: object): readonly (readonly [string, unknown])[] {
  return Object.entries(node).filter(([key]) => key !== "span" && !key.endsWith("Span"));
}

/** Whether one place lies in another. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function nodesIn(part: unknown): readonly ast.Node[] {
  if (typeof part !== "object" || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return isNode(part) ? [part] : partsOf(part);
}

function isNode(part: object): part is ast.Node {
  return "kind" in part && typeof part.kind === "string" && "span" in part;
}
