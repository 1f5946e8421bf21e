/**
 * Reading files, finding them, and where they lie.
 *
 * Texts (agreements, bundles) are read whole and must be UTF-8; data is read as a stream of bytes (`bytes.ts`).
 * What is read by way of an agreement (`uses`, a dataset's agreed source) must lie inside the workspace, also after
 * links are followed: a file that somebody sends must not be able to read another one. Every function takes
 * absolute paths; nothing here knows the working folder.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { FileFailure, failureOf } from "./failure.ts";

/** No agreement comes near it; it keeps a mistaken path from filling the memory. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** A file's text, or why there is none. */
export function readText(path: string): string | FileFailure {
  const bytes = readBytes(path);
  return bytes instanceof FileFailure ? bytes : decode(path, bytes);
}

/** A small file's bytes, or why there are none. */
export function readBytes(path: string): Uint8Array | FileFailure {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return new FileFailure(path, "it is a folder, not a file");
    if (stats.size > LARGEST_TEXT) return new FileFailure(path, "it is larger than 64 MB");
    return readFileSync(path);
  } catch (error) {
    return failureOf(path, error);
  }
}

/** Bytes as text, which must be UTF-8. `path` is for the message only. */
export function decode(path: string, bytes: Uint8Array): string | FileFailure {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return new FileFailure(path, "it is written in UTF-16; save it as UTF-8");
  if (bytes.includes(0)) return new FileFailure(path, "it is not a text file");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new FileFailure(path, "it is not UTF-8 text; save it as UTF-8");
  }
}

/** What stands at a path. Links are followed. */
export function kindOf(path: string): "file" | "folder" | "nothing" {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "nothing";
  return stats.isDirectory() ? "folder" : "file";
}

/** Bytes of a file, or null where that is not known (a pipe). */
export function sizeOf(path: string): number | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats.size : null;
}

/** All files of a folder and its folders with this ending, sorted; not hidden ones, nor what was installed. */
export function filesUnder(folder: string, ending: string): readonly string[] | FileFailure {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = entriesOf(next);
    if (entries instanceof FileFailure) return entries;
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.name.endsWith(ending)) found.push(path);
    }
  }
  return found.sort((left, right) => (left < right ? -1 : 1));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return failureOf(folder, error);
  }
}

/**
 * The folder that nothing read by way of an agreement may leave: the repository the agreement lies in, else the
 * working folder where that holds it, else the agreement's own folder.
 */
export function workspaceOf(path: string, workingFolder: string): string {
  const own = dirname(path);
  for (let folder = own; ; folder = dirname(folder)) {
    if (kindOf(join(folder, ".git")) !== "nothing") return folder;
    if (dirname(folder) === folder) break;
  }
  return contains(workingFolder, path) ? workingFolder : own;
}

/** Does the path stay in the folder when links are followed? A path where nothing is has no links. */
export function liesIn(folder: string, path: string): boolean {
  return contains(folder, path) && contains(followed(folder), followed(path));
}

function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(followed(parent), basename(path));
  }
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** An absolute path. */
export function absolute(folder: string, path: string): string {
  return resolve(folder, path);
}

/** The folder a file lies in. */
export function folderOf(path: string): string {
  return dirname(path);
}

/** A path as seen from a folder, with forward slashes. */
export function seenFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  return (way === "" ? "." : way).replaceAll(sep, "/");
}

/** As people would type it: from the working folder where that is near, else the whole path. */
export function shownFrom(folder: string, path: string): string {
  const way = seenFrom(folder, path);
  return way.startsWith("../../") ? path.replaceAll(sep, "/") : way;
}

/** `.csv`, in lower case; empty where a name has no ending. */
export function endingOf(path: string): string {
  return extname(path).toLowerCase();
}
