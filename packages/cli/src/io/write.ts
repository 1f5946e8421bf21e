/**
 * Writing files: whole or not at all.
 *
 * The text goes to a temporary file in the same folder, is forced to the disk, and takes the target's name in one
 * step. Whoever reads the target at any moment, or after a crash, finds the old text or the new one. A temporary
 * file that a crash left behind is called `.tenet-….tmp` and may be deleted.
 */
import { randomBytes } from "node:crypto";
import { constants, realpathSync, statSync } from "node:fs";
import { copyFile, type FileHandle, link, mkdir, open, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf, FileFailure, failureOf } from "./failure.ts";

/** What virus scanners and indexers on Windows answer while they hold a file. */
const passing = new Set(["EPERM", "EACCES", "EBUSY"]);
const RETRIES = 8;

/** Writes a file, replacing one that exists. Returns why it could not. */
export async function writeWhole(path: string, text: string | Iterable<string>): Promise<FileFailure | null> {
  try {
    const target = followed(path);
    const stats = statSync(target, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isFile() && !stats.isDirectory()) await writeInto(target, text);
    else
      await throughTemporary(target, text, stats === undefined ? null : stats.mode & 0o777, (temporary) =>
        renamed(temporary, target),
      );
    return null;
  } catch (error) {
    return notWritten(path, error);
  }
}

/** Writes a file that must not exist yet, with the folders it lies in. Returns why it could not. */
export async function writeNew(path: string, text: string): Promise<FileFailure | null> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await throughTemporary(path, text, null, (temporary) => linked(temporary, path));
    return null;
  } catch (error) {
    return notWritten(path, error);
  }
}

function notWritten(path: string, error: unknown): FileFailure {
  if (codeOf(error) === "ENOENT") return new FileFailure(path, "its folder does not exist");
  return failureOf(path, error);
}

/** A link stays a link: what it points at is replaced. */
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A pipe or a device has no old text to keep. */
async function writeInto(path: string, text: string | Iterable<string>): Promise<void> {
  const file = await open(path, "w");
  try {
    await writeAll(file, text);
  } finally {
    await file.close();
  }
}

async function throughTemporary(
  target: string,
  text: string | Iterable<string>,
  mode: number | null,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(target), `.tenet-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  const file = await open(temporary, "wx");
  try {
    try {
      await writeAll(file, text);
      if (mode !== null) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await place(temporary);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target));
}

async function writeAll(file: FileHandle, text: string | Iterable<string>): Promise<void> {
  for (const piece of typeof text === "string" ? [text] : text) await file.writeFile(piece, "utf8");
}

async function renamed(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const mayPass = process.platform === "win32" && passing.has(codeOf(error) ?? "");
      if (!mayPass || attempt > RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt));
    }
  }
}

/** Unlike a rename, a hard link never replaces; a disk without hard links still copies exclusively. */
async function linked(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
  await unlink(from);
}

/** Without it, a new name may be lost in a crash. Windows opens no folders, and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // The text itself is already safe on the disk.
  }
}
