/**
 * Declarations into another file: a new one, or one that is there. Where a declaration stands means nothing (SPEC
 * §2.2.10, §2.3.4), as long as every agreement that read it goes on reading it, and no other does. The files of samples
 * are relative to the file that names them (§3.12.12) and are named anew; data files are not (§3.2.5).
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { linksAfterMove, linksOf } from "../links/links.ts";
import { edited } from "../rename/proof.ts";
import { type SourceFile, type Span, sourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { blockOf, blockText, withoutBlock } from "./line-blocks.ts";
import type { Refactoring, RefactoringRule, Scene } from "./refactoring.ts";
import { inOrder, lineEndOf } from "./text-changes.ts";
import { reachable, rootsOf, usesAdded } from "./uses-of-files.ts";

/** Into a new file beside this one, which then uses it. */
export const intoNewFile: RefactoringRule = {
  kind: "extract",
  at: (scene) => {
    const { parsed, neighbours } = scene;
    const moved = movable(scene);
    if (moved.length === 0) return [];
    const path = freePath(parsed.file, nameFor(moved), neighbours.has);
    const end = lineEndOf(parsed.file);
    const text = `${textsFor(parsed, moved, path).join(end + end)}${end}`;
    const edits = inOrder([usesAdded(parsed, path), ...takenOut(parsed, moved)]);
    const title = `move ${wordsFor(moved)} to the new file \`${baseName(path)}\``;
    return [
      {
        kind: "extract",
        title,
        keeps: "fingerprint",
        files: [{ file: parsed.file, edits: withoutOverlap(edits) }],
        made: [sourceFile(path, text)],
        removed: [],
      },
    ];
  },
};

/** No menu shows more of them. */
const MOST_TARGETS = 4;

/** Into a library that the same agreements read. */
export const intoOtherFile: RefactoringRule = {
  kind: "move",
  at: (scene) => {
    const moved = movable(scene);
    if (moved.length === 0) return [];
    const files = scene.agreements[0]?.files ?? [];
    const found = files.flatMap((target) => intoLibrary(scene, moved, target) ?? []);
    return found.slice(0, MOST_TARGETS);
  },
};

function intoLibrary(
  scene: Scene,
  moved: readonly ast.Declaration[],
  target: ParsedFile,
): Refactoring | null {
  const { parsed, agreements, neighbours } = scene;
  const [from, to] = [parsed.file.path, target.file.path];
  if (from === to || isAgreement(target) || isBroken(target)) return null;
  const [readers, others] = [rootsOf(neighbours, from), rootsOf(neighbours, to)];
  if ([...others].some((root) => !readers.has(root))) return null;
  const isRead = [...readers].every((root) => others.has(root));
  const files = agreements.flatMap((one) => one.files);
  if (!isRead && reachable(files, to).has(from)) return null;
  const own = [...(isRead ? [] : [usesAdded(parsed, to)]), ...takenOut(parsed, moved)];
  const end = lineEndOf(target.file);
  const { text } = target.file;
  const at = text.trimEnd().length;
  const put = textsFor(parsed, moved, to).map((block) => `${at === 0 ? "" : end + end}${block}`);
  const added = { span: { start: at, end: text.length }, text: `${put.join("")}${end}` };
  return {
    kind: "move",
    title: `move ${wordsFor(moved)} to \`${baseName(to)}\``,
    keeps: "fingerprint",
    files: [
      { file: parsed.file, edits: withoutOverlap(inOrder(own)) },
      { file: target.file, edits: [added] },
    ],
    made: [],
    removed: [],
  };
}

/** The declarations that are meant: all whose heads a selection touches, or the one at whose name the cursor is. */
function movable({ parsed, span }: Scene): readonly ast.Declaration[] {
  const touched = parsed.tree.declarations.filter(
    (one) => one.headSpan.start <= span.end && span.start <= nameEnd(one),
  );
  const meant = touched.filter(isMovable);
  const isAll = meant.length === parsed.tree.declarations.length && !isAgreement(parsed);
  return touched.some(isUnread) || isAll ? [] : meant;
}

/** The end of the name, so that a cursor further on in a long head means something else. */
function nameEnd(node: ast.Declaration): number {
  return "name" in node && node.name !== null ? node.name.span.end : node.headSpan.end;
}

function isMovable({ kind }: ast.Declaration): boolean {
  return kind !== "Agreement" && kind !== "Uses";
}

function isUnread({ kind, sentences }: ast.Declaration): boolean {
  const unread = ["BrokenDeclaration", "Unavailable", "Broken", "UnavailableSentence"];
  return unread.includes(kind) || sentences.some((one) => unread.includes(one.kind));
}

function isAgreement({ tree }: ParsedFile): boolean {
  return tree.declarations.some(({ kind }) => kind === "Agreement");
}

export function isBroken({ diagnostics }: ParsedFile): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function takenOut({ file }: ParsedFile, moved: readonly ast.Declaration[]): readonly TextEdit[] {
  return moved.map(({ span }) => withoutBlock(file, blockOf(file, span)));
}

/** What is taken out at the end of the file may reach the block before it, which is taken out as well. */
function withoutOverlap(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map(({ span, text }, index) => {
    const before = edits[index - 1]?.span.end ?? 0;
    return { span: { start: Math.max(before, span.start), end: Math.max(before, span.end) }, text };
  });
}

/** The declarations as they stand in another file. */
function textsFor(parsed: ParsedFile, moved: readonly ast.Declaration[], path: string): readonly string[] {
  const { file } = parsed;
  const samples = linksOf(parsed, file.path).filter(({ kind }) => kind === "sample");
  const edits = linksAfterMove(samples, (one) => (one === file.path ? path : one));
  return moved.map(({ span }) => {
    const block = blockOf(file, span);
    return blockText(...within(file, block, edits));
  });
}

/** A block of a file as a file of its own, with the edits that lie in it. */
function within(file: SourceFile, block: Span, edits: readonly TextEdit[]): [SourceFile, Span] {
  const own = edits
    .filter(({ span }) => block.start <= span.start && span.end <= block.end)
    .map(({ span, text }) => ({
      span: { start: span.start - block.start, end: span.end - block.start },
      text,
    }));
  const alone = edited(sourceFile(file.path, file.text.slice(block.start, block.end)), own);
  return [alone, { start: 0, end: alone.text.length }];
}

/** `calls`, `calendars`, `shared` */
function nameFor(moved: readonly ast.Declaration[]): string {
  const [only] = moved;
  const kinds = new Set(moved.map(({ kind }) => kind.toLowerCase()));
  if (moved.length === 1 && only !== undefined) return nameOf(only).replaceAll("_", "-").toLowerCase();
  const [kind] = kinds;
  return kinds.size > 1 ? "shared" : kind === "partners" || kind === "tiers" ? kind : `${kind}s`;
}

function wordsFor(moved: readonly ast.Declaration[]): string {
  const [only] = moved;
  return moved.length === 1 && only !== undefined ? `\`${nameOf(only)}\`` : `${moved.length} declarations`;
}

function nameOf(node: ast.Declaration): string {
  return "name" in node && node.name !== null ? node.name.text : node.kind.toLowerCase();
}

/** A path beside a file that no file has. */
function freePath(file: SourceFile, name: string, has: (path: string) => boolean): string {
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  for (let number = 1; ; number++) {
    const path = `${folder}${name}${number === 1 ? "" : `-${number}`}.tenet`;
    if (!has(path)) return path;
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
