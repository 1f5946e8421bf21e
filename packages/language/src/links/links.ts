/**
 * Paths in a text, the files that they mean, and what becomes of them when files move.
 *
 * `uses` and the samples of tests are relative to the file that says them, the sources of datasets and partners to the
 * agreement's file (SPEC §3.1.8, §3.2.5, §3.12.12). A path that leads out of the workspace means no file.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { refusedForm, resolvePath } from "../workspace/paths.ts";

/** A path as it is written. */
export interface Link {
  readonly kind: "uses" | "data" | "sample";
  /** Without the quotes. */
  readonly span: Span;
  readonly path: string;
  /** The file that it is relative to. */
  readonly base: string;
  /** From the workspace's folder, like the paths of files; null where it leads out of it. */
  readonly target: string | null;
}

/** The paths in a file that belongs to an agreement (its own path, for an agreement's file). */
export function linksOf({ file, tree }: ParsedFile, agreement: string): readonly Link[] {
  return tree.declarations.flatMap((node): readonly Link[] => {
    switch (node.kind) {
      case "Uses":
        return [linkOf("uses", node.path, file.path)];
      case "Partners":
      case "Dataset":
        return [linkOf("data", node.source, agreement)];
      case "Test":
        return node.sentences.flatMap((one) =>
          one.kind === "Given" && one.source !== null ? [linkOf("sample", one.source, file.path)] : [],
        );
      default:
        return [];
    }
  });
}

/** The edits by which a file's paths mean the same after files have moved; `moved` gives the new path of any file. */
export function linksAfterMove(links: readonly Link[], moved: (path: string) => string): readonly TextEdit[] {
  return links.flatMap(({ span, path, base, target }): readonly TextEdit[] => {
    if (target === null) return [];
    const [newBase, newTarget] = [moved(base), moved(target)];
    if (newBase === base && newTarget === target) return [];
    const text = relativeTo(newBase, newTarget);
    return text === path || resolvePath(folderOf(newBase), path) === newTarget ? [] : [{ span, text }];
  });
}

function linkOf(kind: Link["kind"], { text, span }: ast.Text, base: string): Link {
  const resolved = refusedForm(text) === null ? resolvePath(folderOf(base), text) : null;
  const target = resolved === null || resolved.startsWith("..") || resolved === "" ? null : resolved;
  return { kind, span: { start: span.start + 1, end: span.end - 1 }, path: text, base, target };
}

/** A path as a file says it. */
export function relativeTo(base: string, target: string): string {
  const from = folderOf(base)
    .split("/")
    .filter((segment) => segment !== "");
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
