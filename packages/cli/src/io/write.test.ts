import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { writeNew, writeWhole } from "./write.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenet-write-"));
});

test("writes a file from pieces and leaves nothing else behind", async () => {
  expect(await writeWhole(join(folder, "a.json"), ["one ", "two"])).toBeNull();
  expect(readFileSync(join(folder, "a.json"), "utf8")).toBe("one two");
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

test("replaces a file and keeps its permissions", async () => {
  const path = join(folder, "a");
  writeFileSync(path, "old and longer");
  chmodSync(path, 0o640);
  expect(await writeWhole(path, "new")).toBeNull();
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

test("a failure in the middle keeps the old text and removes the temporary file", async () => {
  const path = join(folder, "a");
  writeFileSync(path, "old");
  const pieces = function* () {
    yield "half";
    throw new Error("interrupted");
  };
  await expect(writeWhole(path, pieces())).rejects.toThrow("interrupted");
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["a"]);
});

test("a link stays a link, and its target is replaced", async () => {
  writeFileSync(join(folder, "target"), "old");
  symlinkSync(join(folder, "target"), join(folder, "link"));
  await writeWhole(join(folder, "link"), "new");
  expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "target"), "utf8")).toBe("new");
});

test("says why a file cannot be written", async () => {
  mkdirSync(join(folder, "sub"));
  expect((await writeWhole(join(folder, "sub"), "x"))?.reason).toBe("it is a folder, not a file");
  expect((await writeWhole(join(folder, "none/x"), "x"))?.reason).toBe("its folder does not exist");
  expect(readdirSync(folder)).toEqual(["sub"]);
});

test("writes into what is no file without replacing it", async () => {
  expect(await writeWhole("/dev/null", "x")).toBeNull();
  expect(statSync("/dev/null").isFile()).toBe(false);
});

test("a new file never replaces one that exists", async () => {
  const path = join(folder, "deep/er/a.tenet");
  expect(await writeNew(path, "first")).toBeNull();
  expect((await writeNew(path, "second"))?.reason).toBe("it exists already");
  expect(readFileSync(path, "utf8")).toBe("first");
  expect(readdirSync(join(folder, "deep/er"))).toEqual(["a.tenet"]);
});
