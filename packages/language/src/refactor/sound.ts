/**
 * Whether an agreement with a refactoring is as sound as before: nothing is said of it that was not said already. Hints
 * are matters of style: what a library may keep unused is hinted at once it stands in an agreement's own file.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { edited } from "../rename/proof.ts";
import type { CheckNames } from "../rename/rename-view.ts";
import { type ParsedFile, parse } from "../syntax/parse.ts";
import { reparse } from "../syntax/reparse.ts";
import { type Loaded, loadParsed } from "../workspace/load.ts";
import { isSameTree } from "./nodes.ts";
import type { Refactoring } from "./refactoring.ts";

/** An agreement after a refactoring. */
export function loadedAfter(loaded: Loaded, { files, made, removed }: Refactoring): Loaded {
  const trees = new Map(loaded.files.map((one): [string, ParsedFile] => [one.file.path, one]));
  for (const { file, edits } of files) {
    const before = trees.get(file.path);
    const after = edited(file, edits);
    // What the agreement does not read it may read from now on.
    trees.set(file.path, before === undefined ? parse(after) : reparse(before, after));
  }
  for (const file of made) trees.set(file.path, parse(file));
  for (const { path } of removed) trees.delete(path);
  return loadParsed(loaded.root.file.path, (path) => trees.get(path) ?? null);
}

/** Whether nothing more is said of an agreement after a refactoring than `before`. */
export function isSoundAfter(
  loaded: Loaded,
  before: readonly Diagnostic[],
  refactoring: Refactoring,
  check: CheckNames,
): boolean {
  const after = loadedAfter(loaded, refactoring);
  if (hasSameTrees(loaded, after)) return true;
  const allowed = new Map<string, number>();
  for (const { code } of before.filter(isMistake)) allowed.set(code, (allowed.get(code) ?? 0) + 1);
  for (const { code } of [...after.diagnostics, ...check(after)].filter(isMistake)) {
    const left = allowed.get(code) ?? 0;
    if (left === 0) return false;
    allowed.set(code, left - 1);
  }
  return true;
}

/** Whether only blanks, lines and parentheses are others: whatever is checked is checked of the trees. */
function hasSameTrees(one: Loaded, other: Loaded): boolean {
  return (
    one.files.length === other.files.length &&
    one.files.every(({ file, tree }, index) => {
      const now = other.files[index];
      return now?.file.path === file.path && isSameTree(tree.declarations, now.tree.declarations);
    })
  );
}

function isMistake({ severity }: Diagnostic): boolean {
  return severity !== "hint";
}
