/** What an edit of the workspace does to its files: the lines that it changes, as they are afterwards. */
import type { Position, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { root } from "../harness/client.ts";
import type { Scene } from "../harness/scene.ts";

/** `path:line: text` of every line that the edit changes; the edits of a file must not overlap. */
export function changedLines({ files }: Scene, edit: WorkspaceEdit): string {
  const changed = editsOf(edit).flatMap(([uri, edits]) => {
    const path = uri.slice(root.length + 1);
    const before = files.get(path);
    if (before === undefined) throw new Error(`there is no ${path}`);
    const after = applied(before, edits).split("\n");
    return before
      .split("\n")
      .flatMap((line, index) => (line === after[index] ? [] : `${path}:${index + 1}: ${after[index]}`));
  });
  return changed.sort(byPlace).join("\n");
}

/** A text with edits made to it. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split("\n");
  const starts = lines.map((_, index) =>
    lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0),
  );
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  let result = text;
  let last = text.length + 1;
  for (const { range, newText } of edits.toSorted((a, b) => offset(b.range.start) - offset(a.range.start))) {
    if (offset(range.end) > last) throw new Error("edits overlap");
    last = offset(range.start);
    result = result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end));
  }
  return result;
}

/** The lines between what is the same above and below in two texts, and the first of them, from 1. */
export function changedStretch(
  one: string,
  other: string,
): { readonly line: number; readonly lines: readonly string[] } {
  const [before, after] = [one.split("\n"), other.split("\n")];
  let above = 0;
  while (above < before.length && before[above] === after[above]) above++;
  let below = 0;
  while (
    below < Math.min(before.length, after.length) - above &&
    before.at(-1 - below) === after.at(-1 - below)
  )
    below++;
  return { line: above + 1, lines: after.slice(above, after.length - below) };
}

/** The edits of each file. */
export function editsOf({
  documentChanges,
  changes,
}: WorkspaceEdit): readonly (readonly [string, readonly TextEdit[]])[] {
  if (documentChanges === undefined) return Object.entries(changes ?? {});
  return documentChanges.map((change) => {
    if (!("textDocument" in change)) throw new Error("no file is made or removed here");
    const edits = change.edits.filter((one): one is TextEdit => "newText" in one);
    return [change.textDocument.uri, edits] as const;
  });
}

function byPlace(one: string, other: string): number {
  const [pathOne = "", lineOne] = one.split(":");
  const [pathOther = "", lineOther] = other.split(":");
  return pathOne === pathOther ? Number(lineOne) - Number(lineOther) : pathOne < pathOther ? -1 : 1;
}
