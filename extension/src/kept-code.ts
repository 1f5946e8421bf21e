/**
 * What V8 has compiled of a text, kept in a file for the next start. V8 sees for itself whether it is of its own release
 * and complete, and looks no further; so the checksums of the text and of the code stand before the code.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";

const HEAD = 8;

/** The code that was kept of a text; undefined where there is none, or it is of another text or damaged. */
export function keptCode(path: string, checksum: number): Buffer | undefined {
  try {
    const file = readFileSync(path);
    const code = file.subarray(HEAD);
    return file.subarray(0, HEAD).equals(headOf(checksum, code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the code of a text. A reader sees all of it or nothing, also when the machine stops at this moment. Where there
 * is no room, or no right to write, nothing is kept: the next start takes longer, and nobody is troubled with that.
 */
export function keepCode(path: string, checksum: number, code: Uint8Array): void {
  const unfinished = `${path}-${process.pid}`;
  const isKept = done(() => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, Buffer.concat([headOf(checksum, code), code]), { flush: true });
    renameSync(unfinished, path);
  });
  if (!isKept) done(() => rmSync(unfinished, { force: true }));
}

function done(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function headOf(checksum: number, code: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(checksum, 0);
  head.writeUInt32LE(crc32(code), 4);
  return head;
}
