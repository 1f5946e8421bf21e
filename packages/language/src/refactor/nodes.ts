/** The conditions among nodes of the tree. */
import type * as ast from "../syntax/ast.ts";
import { entriesOf, partsOf } from "../syntax/nodes-around.ts";

/** A condition, with the one that it is a part of. */
export interface Inside<C extends ast.Condition = ast.Condition> {
  readonly condition: C;
  readonly parent: ast.Condition | null;
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
