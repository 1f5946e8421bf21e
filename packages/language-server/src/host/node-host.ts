/**
 * A host that reads the disk, confined to the folders that the client has opened.
 *
 * Links are followed before a path is compared with the folders, so that a link in a workspace cannot lead out of it.
 */
import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { URI } from "vscode-uri";
import { fileEnding, type Host, localDate, rest } from "./host.ts";

/** Data files are read whole; one that is larger is for the command line. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** The host of a desktop. `folders` are the addresses of the folders that may be read, asked anew each time. */
export function nodeHost(folders: () => readonly string[]): Host {
  const allowedPath = async (address: string): Promise<string | null> => {
    const path = pathOf(address);
    const roots = folders().flatMap((folder) => pathOf(folder) ?? []);
    return path !== null && (await liesIn(roots, path)) ? path : null;
  };
  return {
    listFiles: async (folder, endings = [fileEnding]) => {
      const root = pathOf(folder);
      return root === null ? [] : (await filesBelow(root, endings)).map((path) => URI.file(path).toString());
    },
    readBytes: async (address) => {
      const path = await allowedPath(address);
      return path === null ? null : await bytesOf(path);
    },
    readHead: async (address, most) => {
      const path = await allowedPath(address);
      return path === null ? null : await headOf(path, most);
    },
    zoneVersion: process.versions.tz ?? "unknown",
    today: () => localDate(new Date()),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    rest,
  };
}

function pathOf(address: string): string | null {
  const uri = URI.parse(address);
  return uri.scheme === "file" ? uri.fsPath : null;
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(path);
    return size > LARGEST_FILE ? null : await readFile(path);
  } catch {
    return null;
  }
}

async function headOf(path: string, most: number): Promise<Uint8Array | null> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** All files of a folder and its folders whose names end so, but none that are hidden or were installed; links are not followed. */
async function filesBelow(root: string, endings: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending))) found.push(path);
    }
  }
  return found.sort();
}

async function liesIn(roots: readonly string[], path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => null);
  if (real === null) return false;
  for (const root of roots) {
    const realRoot = await realpath(root).catch(() => null);
    if (realRoot !== null && contains(root, path) && contains(realRoot, real)) return true;
  }
  return false;
}

function contains(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|[\\/])/.test(way);
}
