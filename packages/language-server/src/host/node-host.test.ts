import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { textOf } from "./host.ts";
import { nodeHost } from "./node-host.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "tenet-host-")));
const work = join(base, "work");
const uri = (...names: readonly string[]): string => pathToFileURL(join(base, ...names)).toString();

function put(path: string, content: string): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
}

beforeAll(() => {
  for (const name of ["a.tenet", "sub/b.tenet", "data.csv", ".git/c.tenet", "node_modules/x/d.tenet"])
    put(join(work, name), name);
  put(join(base, "secret.tenet"), "secret");
  put(join(base, "workshop/e.tenet"), "another folder whose name begins alike");
  symlinkSync(join(base, "secret.tenet"), join(work, "link.tenet"));
  symlinkSync(base, join(work, "up"));
});

const host = nodeHost(() => [uri("work")]);
const read = async (address: string): Promise<string | null> => {
  const bytes = await host.readBytes(address);
  return bytes === null ? null : textOf(bytes);
};

test("finds agreement files, but none that are hidden, were installed, or are links", async () => {
  expect(await host.listFiles(uri("work"))).toEqual([uri("work", "a.tenet"), uri("work", "sub", "b.tenet")]);
});

test("finds nothing in a folder that is gone, or on no disk", async () => {
  expect(await host.listFiles(uri("gone"))).toEqual([]);
  expect(await host.listFiles("vscode-vfs://github/owner")).toEqual([]);
});

describe("reads", () => {
  test("what lies in a folder of the workspace", async () => {
    expect(await read(uri("work", "sub", "b.tenet"))).toBe("sub/b.tenet");
    expect(await read(uri("work", "data.csv"))).toBe("data.csv");
  });

  test.each([
    ["a file outside", uri("secret.tenet")],
    ["a way out", `${uri("work")}/../secret.tenet`],
    ["an escaped way out", `${uri("work")}/%2e%2e/secret.tenet`],
    ["a link that leads out", uri("work", "link.tenet")],
    ["a folder that leads out", uri("work", "up", "secret.tenet")],
    ["a folder whose name begins alike", uri("workshop", "e.tenet")],
    ["a folder", uri("work", "sub")],
    ["what is not there", uri("work", "none.tenet")],
    ["another scheme", "http://localhost/a.tenet"],
  ])("not %s", async (_, address) => {
    expect(await read(address)).toBeNull();
  });
});

test("what is no UTF-8 is no text", () => {
  expect(textOf(new Uint8Array([0x61, 0xe9, 0x62]))).toBeNull();
  expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("\uFEFFa");
});
