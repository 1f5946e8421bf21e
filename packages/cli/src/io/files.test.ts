import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { FileFailure } from "./failure.ts";
import {
  endingOf,
  filesUnder,
  kindOf,
  liesIn,
  readText,
  seenFrom,
  shownFrom,
  sizeOf,
  workspaceOf,
} from "./files.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "tenet-files-")));
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const reasonOf = (read: unknown): string => (read instanceof FileFailure ? read.reason : "it was read");

describe("reading a text", () => {
  test("gives it whole, byte-order mark and line ends included", () => {
    expect(readText(put("a.tenet", "\ufeffa\r\nb"))).toBe("\ufeffa\r\nb");
    expect(readText(put("empty.tenet", ""))).toBe("");
  });

  test.each([
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00]), "it is written in UTF-16; save it as UTF-8"],
    ["latin-1", new Uint8Array([0x61, 0xe9, 0x62]), "it is not UTF-8 text; save it as UTF-8"],
    ["a binary", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0]), "it is not a text file"],
  ])("refuses %s and says why", (_, bytes, reason) => {
    expect(reasonOf(readText(put("x", bytes)))).toBe(reason);
  });

  test("refuses what is no file", () => {
    expect(reasonOf(readText(join(folder, "missing")))).toBe("no such file");
    expect(reasonOf(readText(folder))).toBe("it is a folder, not a file");
    const file = put("file", "");
    expect(reasonOf(readText(join(file, "below")))).toBe("a part of its path is not a folder");
    expect(reasonOf(readText(join(folder, "x".repeat(300))))).toBe("its name is too long");
  });

  test("refuses links in a circle", () => {
    symlinkSync(join(folder, "b"), join(folder, "a"));
    symlinkSync(join(folder, "a"), join(folder, "b"));
    expect(reasonOf(readText(join(folder, "a")))).toBe("its links lead in a circle");
  });
});

test("finds files by ending, sorted, but none that are hidden or were installed", () => {
  for (const name of ["b.tenet", "a.tenet", "sub/c.tenet", ".git/d.tenet", "node_modules/e.tenet", "f.csv"])
    put(name, "");
  const found = filesUnder(folder, ".tenet");
  expect(found instanceof FileFailure ? [] : found.map((path) => seenFrom(folder, path))).toEqual([
    "a.tenet",
    "b.tenet",
    "sub/c.tenet",
  ]);
});

test("knows files from folders and from nothing", () => {
  expect([kindOf(put("a", "123")), kindOf(folder), kindOf(join(folder, "none"))]).toEqual([
    "file",
    "folder",
    "nothing",
  ]);
  expect(sizeOf(join(folder, "a"))).toBe(3);
  expect(sizeOf(folder)).toBeNull();
});

describe("the workspace", () => {
  test("is the repository", () => {
    const path = put("repo/contracts/acme/a.tenet", "");
    mkdirSync(join(folder, "repo/.git"));
    expect(workspaceOf(path, folder)).toBe(join(folder, "repo"));
  });

  test("is the working folder where there is no repository, if that holds the file", () => {
    const path = put("contracts/acme/a.tenet", "");
    expect(workspaceOf(path, join(folder, "contracts"))).toBe(join(folder, "contracts"));
    expect(workspaceOf(path, join(folder, "elsewhere"))).toBe(join(folder, "contracts/acme"));
  });

  test("is not left by .., by another root, or by a link", () => {
    const inside = put("work/data.csv", "");
    const outside = put("secret.csv", "");
    const work = join(folder, "work");
    symlinkSync(outside, join(work, "link.csv"));
    symlinkSync(folder, join(work, "up"));
    expect(liesIn(work, inside)).toBe(true);
    expect(liesIn(work, join(work, "not/yet/there.csv"))).toBe(true);
    expect(liesIn(work, outside)).toBe(false);
    expect(liesIn(work, `${work}-twin/data.csv`)).toBe(false);
    expect(liesIn(work, join(work, "link.csv"))).toBe(false);
    expect(liesIn(work, join(work, "up/secret.csv"))).toBe(false);
    expect(liesIn(work, join(work, "up/new.csv"))).toBe(false);
  });
});

test("paths are shown as people would type them", () => {
  expect(shownFrom("/a/b", "/a/b/c/d.tenet")).toBe("c/d.tenet");
  expect(shownFrom("/a/b", "/a/e.tenet")).toBe("../e.tenet");
  expect(shownFrom("/a/b", "/x/y.tenet")).toBe("/x/y.tenet");
  expect(endingOf("x/Data.CSV")).toBe(".csv");
});
