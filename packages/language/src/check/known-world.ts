/**
 * The names and types of files that are being written, made once for as long as the files are the same.
 *
 * For editors: they ask for what a name means at every keystroke, and where a model cannot be had.
 */
import type { ParsedFile } from "../syntax/parse.ts";
import { worldOfFiles } from "./check.ts";
import type { World } from "./world.ts";

/** The files of an agreement, or of a library by itself. */
export interface ReadFiles {
  readonly root: ParsedFile;
  /** Root first, then the files it uses, each once. */
  readonly files: readonly ParsedFile[];
}

const worlds = new WeakMap<ReadFiles, World>();

/** What is known of files, whatever is wrong with them. */
export function worldOf(files: ReadFiles): World {
  const known = worlds.get(files);
  if (known !== undefined) return known;
  // Instants go into plans only, which nobody reads here.
  const made = worldOfFiles(files, { instant: (_, date, time) => `${date}T${time}:00Z` });
  worlds.set(files, made);
  return made;
}
