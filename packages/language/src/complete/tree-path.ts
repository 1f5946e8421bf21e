/** The way through a tree to a place in it, outermost node first. */
import type { Span } from "../source/source-file.ts";

/** A node on the way, and under which key the way goes on: `rows`, `within.after`. */
export interface PathStep {
  readonly node: TreeNode;
  /** Empty at the end of the way. */
  readonly key: string;
}

/** Any node of a tree, seen without knowing which. */
export interface TreeNode {
  readonly kind: string;
}

/** The nodes that hold a place, from `node` to the innermost. */
export function pathTo(node: TreeNode, place: Span): readonly PathStep[] {
  const found = childAt(node, place, "");
  return found === null ? [{ node, key: "" }] : [{ node, key: found.key }, ...pathTo(found.node, place)];
}

function childAt(parent: object, place: Span, prefix: string): PathStep | null {
  for (const [name, value] of Object.entries(parent)) {
    if (typeof value !== "object" || value === null) continue;
    const key = Array.isArray(parent) ? prefix : prefix === "" ? name : `${prefix}.${name}`;
    const found = holds(value, place)
      ? { node: value, key }
      : isNode(value)
        ? null
        : childAt(value, place, key);
    if (found !== null) return found;
  }
  return null;
}

function holds(value: object, place: Span): value is TreeNode {
  if (!isNode(value) || !("span" in value)) return false;
  const { start, end } = value.span as Span;
  return start <= place.start && place.end <= end;
}

function isNode(value: object): value is TreeNode {
  return "kind" in value;
}
