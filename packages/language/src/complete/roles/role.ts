/** What a name is for, by where in the tree it stands: `Population.dataset`, `Lookup.within.after`. */

import type { Place } from "../comparisons.ts";
import type { Offer } from "../item.ts";
import type { Scene } from "../scene.ts";
import type { TreeNode } from "../tree-path.ts";

/** The names that may stand at a place; `node` is the node that holds the name. */
export type Role<N extends TreeNode = TreeNode> = (scene: Scene, node: N, place: Place) => readonly Offer[];

/** Roles by the kind of the node that holds the name, and its key there. */
export type Roles = Readonly<Record<string, Role>>;

/** A role of nodes of one kind: the key of the table says which. */
export function role<N extends TreeNode>(of: Role<N>): Role {
  return of as Role;
}

/** A name that is new here, or a word of the writer's own. */
export const newName: Role = () => [];
