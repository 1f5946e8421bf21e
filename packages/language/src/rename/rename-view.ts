/** What renaming reads and writes: agreements with their names, and edits by file. */
import type { Diagnostic, TextEdit } from "../diagnostics/diagnostic.ts";
import type { Occurrences } from "../occurrences/occurrences.ts";
import { positionAt, type SourceFile } from "../source/source-file.ts";
import type { Loaded } from "../workspace/load.ts";

/** An agreement (or a library by itself) in which the name may occur. */
export interface RenameView {
  readonly loaded: Loaded;
  readonly names: Occurrences;
}

/** The edits of one file, in the order of their places. */
export interface FileEdits {
  readonly file: SourceFile;
  readonly edits: readonly TextEdit[];
}

/** What checking says about an agreement. */
export type CheckNames = (loaded: Loaded) => readonly Diagnostic[];

/** A place in the user's words: line and file name. */
export function placeWords(file: SourceFile, offset: number): string {
  return `line ${positionAt(file, offset).line} of \`${file.path.slice(file.path.lastIndexOf("/") + 1)}\``;
}
