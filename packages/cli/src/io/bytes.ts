/** A file as a stream of bytes, read ahead by nobody: the next piece is read when it is asked for. */
import { open } from "node:fs/promises";
import { failureOf } from "./failure.ts";

const PIECE = 1024 * 1024;

/** The file's bytes in pieces. A file that cannot be read throws a `FileFailure` from the iteration. */
export async function* fileBytes(
  path: string,
  onRead: (bytes: number) => void = () => undefined,
): AsyncIterable<Uint8Array> {
  const file = await open(path, "r").catch((error: unknown) => {
    throw failureOf(path, error);
  });
  try {
    for (;;) {
      // A new buffer each time: whoever takes a piece may keep it.
      const buffer = Buffer.allocUnsafeSlow(PIECE);
      const { bytesRead } = await file.read(buffer, 0, PIECE, null).catch((error: unknown) => {
        throw failureOf(path, error);
      });
      if (bytesRead === 0) return;
      onRead(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
