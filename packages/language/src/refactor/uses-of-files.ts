/** Which files read which: by their `uses`, and from which agreements. */

import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { linksOf, relativeTo } from "../links/links.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { blockOf, blockText } from "./line-blocks.ts";
import type { Neighbours } from "./refactoring.ts";
import { inserted, lineEndOf } from "./text-changes.ts";

/** The files that a file uses itself, by their paths. */
export function usedBy(parsed: ParsedFile): readonly string[] {
  return linksOf(parsed, parsed.file.path).flatMap(({ kind, target }) =>
    kind === "uses" && target !== null ? [target] : [],
  );
}

/** The files that are read from one on, it among them; `without` is one `uses` that is not followed. */
export function reachable(
  files: readonly ParsedFile[],
  root: string,
  without: { readonly from: string; readonly to: string } | null = null,
): ReadonlySet<string> {
  return closure(root, (path) => {
    const parsed = files.find(({ file }) => file.path === path);
    const used = parsed === undefined ? [] : usedBy(parsed);
    return used.filter((one) => path !== without?.from || one !== without.to);
  });
}

/** The files that nothing uses and that read a file: its agreements, and libraries on their own. */
export function rootsOf(neighbours: Neighbours, path: string): ReadonlySet<string> {
  const users = closure(path, neighbours.usersOf);
  return new Set([...users].filter((one) => neighbours.usersOf(one).length === 0));
}

function closure(start: string, next: (path: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([start]);
  for (const path of found) for (const one of next(path)) found.add(one);
  return found;
}

/** Adds a `uses` below the last one, or above the first declaration. */
export function usesAdded(parsed: ParsedFile, path: string): TextEdit {
  const { file, tree } = parsed;
  const end = lineEndOf(file);
  const sentence = `uses "${relativeTo(file.path, path)}"`;
  const last = tree.declarations.findLast(isUses);
  if (last === undefined) {
    const first = tree.declarations[0];
    const at = first === undefined ? 0 : blockOf(file, first.span).start;
    return inserted(at, `${sentence}${end}${end}`);
  }
  const block = blockOf(file, last.span);
  const at = block.start + blockText(file, block).length;
  return inserted(at, `${end}${end}${sentence}`);
}

export function isUses(node: ast.Declaration): node is ast.UsesDeclaration {
  return node.kind === "Uses";
}
