/** Where a sentence that a bundle or a result names is in the client's files. */
import type { Origin } from "@tenet-lang/evaluator";
import { resolvePath, type SourceFile } from "@tenet-lang/language";
import type { Location } from "vscode-languageserver";
import type { Analysed } from "../analysis/analysed.ts";
import { rangeOf } from "../protocol/positions.ts";

/** The path of a file that an agreement names beside itself; null where it leads out of the workspace's folder. */
export function pathBeside({ root }: Pick<Analysed, "root">, path: string): string | null {
  const folder = root.place.path.split("/").slice(0, -1).join("/");
  const resolved = resolvePath(folder, path);
  return resolved.startsWith("/") || resolved === ".." || resolved.startsWith("../") ? null : resolved;
}

/** The sentence: from its first word to the end of its line. */
export function locationOf(
  analysed: Pick<Analysed, "root" | "loaded">,
  { file: name, line }: Pick<Origin, "file" | "line">,
  uriOf: (file: SourceFile) => string,
): Location | null {
  const path = pathBeside(analysed, name);
  const file = analysed.loaded.files.find((parsed) => parsed.file.path === path)?.file;
  return file === undefined ? null : { uri: uriOf(file), range: lineRange(file, line) };
}

function lineRange(file: SourceFile, line: number): Location["range"] {
  const start = file.lineStarts[line - 1] ?? file.text.length;
  const end = file.lineStarts[line] ?? file.text.length;
  const text = file.text.slice(start, end);
  const blank = text.length - text.trimStart().length;
  return rangeOf(file, { start: start + blank, end: start + text.trimEnd().length });
}
