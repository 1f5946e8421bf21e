import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { keepCode, keptCode } from "./kept-code.ts";

const code = Buffer.from("what was compiled");
let path = "";

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "tenet-kept-")), "compiled", "server.code");
});

test("what was kept of a text is there for the same text, and for no other", () => {
  keepCode(path, 1, code);
  expect(keptCode(path, 1)).toEqual(code);
  expect(keptCode(path, 2)).toBeUndefined();
});

test("nothing is kept of a text at first", () => {
  expect(keptCode(path, 1)).toBeUndefined();
});

test("what was kept later takes the place of what was kept before, and nothing lies beside it", () => {
  keepCode(path, 1, code);
  keepCode(path, 2, Buffer.from("more"));
  expect(keptCode(path, 2)).toEqual(Buffer.from("more"));
  expect(readdirSync(join(path, ".."))).toEqual(["server.code"]);
});

test("what is damaged counts as nothing, wherever it is", () => {
  keepCode(path, 1, code);
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(keptCode(path, 1)).toBeUndefined();
  }
});

test("what breaks off counts as nothing, wherever it ends", () => {
  keepCode(path, 1, code);
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole.subarray(0, length));
    expect(keptCode(path, 1)).toBeUndefined();
  }
});

test("a folder in its place counts as nothing", () => {
  mkdirSync(path, { recursive: true });
  expect(keptCode(path, 1)).toBeUndefined();
});

test("where nothing can be written nothing is kept, and nothing fails", () => {
  mkdirSync(path, { recursive: true });
  keepCode(path, 1, code);
  expect(keptCode(path, 1)).toBeUndefined();
  expect(readdirSync(join(path, ".."))).toEqual(["server.code"]);
  const file = join(path, "file");
  writeFileSync(file, "");
  keepCode(join(file, "server.code"), 1, code);
  expect(readFileSync(file, "utf8")).toBe("");
});
