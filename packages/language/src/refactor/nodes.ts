/** The nodes of the tree around a place, and the conditions among them. */
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";

/** A condition, with the one that it is a part of. */
export interface Inside<C extends ast.Condition = ast.Condition> {
  readonly condition: C;
  readonly parent: ast.Condition | null;
}

/** The nodes that hold all of a span, from the outermost. Where two meet, the one that begins there is meant. */
export function nodesAround(root: ast.Node, span: Span): readonly ast.Node[] {
  const found: ast.Node[] = [];
  for (let node: ast.Node | undefined = root; node !== undefined; ) {
    found.push(node);
    node = partsOf(node).findLast((part) => holds(part.span, span));
  }
  return found;
}

/** The conditions among nodes from the outermost, the smallest first. */
export function conditionsIn(nodes: readonly ast.Node[]): readonly Inside[] {
  return nodes
    .flatMap((node, index): readonly Inside[] => {
      const above = nodes[index - 1];
      const parent = above !== undefined && isCondition(above) ? above : null;
      return isCondition(node) ? [{ condition: node, parent }] : [];
    })
    .toReversed();
}

/** All conditions of a sentence, each with the one that it is a part of. */
export function conditionsBelow(root: ast.Node): readonly Inside[] {
  const parent = isCondition(root) ? root : null;
  return partsOf(root).flatMap((part) => [
    ...(isCondition(part) ? [{ condition: part, parent }] : []),
    ...conditionsBelow(part),
  ]);
}

const kinds: ReadonlySet<string> = new Set<ast.Condition["kind"]>([
  "And",
  "Or",
  "Not",
  "Comparison",
  "Lookup",
]);

export function isCondition(node: ast.Node): node is ast.Condition {
  return kinds.has(node.kind);
}

/** Whether both are the same but for their places. */
export function isSameTree(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return false;
  const [parts, others] = [entriesOf(one), entriesOf(other)];
  return (
    parts.length === others.length &&
    parts.every(([key, part], index) => others[index]?.[0] === key && isSameTree(part, others[index]?.[1]))
  );
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([key]) => key !== "span" && !key.endsWith("Span"));
}

/** The nodes directly below one, in the order of their places. */
function partsOf(node: object): readonly ast.Node[] {
  return entriesOf(node).flatMap(([, part]) => nodesIn(part));
}

function nodesIn(part: unknown): readonly ast.Node[] {
  if (typeof part !== "object" || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return isNode(part) ? [part] : partsOf(part);
}

function isNode(part: object): part is ast.Node {
  return "kind" in part && typeof part.kind === "string" && "span" in part;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
