/** Folders to run commands in. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "./run.ts";

/** A new folder that holds these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tenet-test-")));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** A folder in which `tenet init` was run. */
export async function startedFolder(): Promise<string> {
  const folder = folderWith();
  const { code, err } = await run(["init"], folder);
  if (code !== 0) throw new Error(err);
  return folder;
}

/** Changes a file's text; the old text must be there. */
export function change(folder: string, name: string, from: string, to: string): void {
  const path = join(folder, name);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}
