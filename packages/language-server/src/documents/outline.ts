/**
 * What can be told of a file without parsing it: whether it may hold an agreement, and what it may use.
 *
 * Both are guesses on the safe side. They say which files to look at; whether a file belongs to an agreement is known
 * when that is loaded. A workspace of many files is so searched in no time, and only what is asked for is parsed.
 */
import type { SourceFile } from "@tenet-lang/language";

interface Outline {
  readonly mayBeAgreement: boolean;
  readonly used: readonly string[];
}

const outlines = new WeakMap<SourceFile, Outline>();

/** Whether some line may start an agreement. */
export function mayBeAgreement(file: SourceFile): boolean {
  return outlineOf(file).mayBeAgreement;
}

/** The paths that the file may use, from the folder that its own path starts from. */
export function usedPaths(file: SourceFile): readonly string[] {
  return outlineOf(file).used;
}

function outlineOf(file: SourceFile): Outline {
  const known = outlines.get(file);
  if (known !== undefined) return known;
  const folder = file.path.split("/").slice(0, -1);
  const used = [...file.text.matchAll(/^[ \t]*uses[ \t]+"([^"\r\n]+)"/gm)].flatMap(
    ([, path = ""]) => joined(folder, path) ?? [],
  );
  const found = { mayBeAgreement: /^[ \t]*agreement\b/m.test(file.text), used: [...new Set(used)] };
  outlines.set(file, found);
  return found;
}

/** A relative path from a folder; null where it leads out of the workspace. */
function joined(folder: readonly string[], path: string): string | null {
  const segments = [...folder];
  if (/^[/~\\]|^[A-Za-z][A-Za-z0-9+.-]*:|\\/.test(path)) return null;
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join("/");
}
