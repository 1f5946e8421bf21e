import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileBytes } from "./bytes.ts";
import { FileFailure } from "./failure.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-bytes-"));

test("gives all bytes, in pieces that stay as they are, and counts them", async () => {
  const path = join(folder, "big");
  const content = Buffer.alloc(2_500_000).map((_, index) => index % 251);
  writeFileSync(path, content);
  const pieces: Uint8Array[] = [];
  let counted = 0;
  for await (const piece of fileBytes(path, (bytes) => {
    counted += bytes;
  }))
    pieces.push(piece);
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
  expect(pieces.length).toBeGreaterThan(1);
  expect(counted).toBe(2_500_000);
});

test("an empty file has no pieces", async () => {
  writeFileSync(join(folder, "empty"), "");
  for await (const _ of fileBytes(join(folder, "empty"))) expect.fail("there was a piece");
});

test.each([
  ["a missing file", join(folder, "none"), "no such file"],
  ["a folder", folder, "it is a folder, not a file"],
])("%s is a failure with a reason", async (_, path, reason) => {
  const read = async () => {
    for await (const _ of fileBytes(path)) expect.fail("there was a piece");
  };
  const failure = await read().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(FileFailure);
  expect(failure).toMatchObject({ path, reason });
});
