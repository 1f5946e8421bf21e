/**
 * The process that the extension forks: what was compiled of the server is kept soon after its first diagnostics, and
 * the next start, which uses it, says the same; so does one that finds it damaged, or can keep nothing.
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { serverBundles } from "../scripts/bundles.ts";
import { keptCode } from "../src/kept-code.ts";
import { serverProcess } from "../src/server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-start-"));

beforeAll(async () => {
  await Promise.all(serverBundles(folder).map((options) => build(options)));
}, 120_000);

/** Starts the server, asks what is said of a text, and lets it go when `isOver`. */
async function codesOfStart(storage: string, isOver: () => boolean): Promise<readonly unknown[]> {
  const child = fork(join(folder, "server-start.cjs"), ["--node-ipc"], {
    silent: true,
    ...serverProcess(storage),
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await answer(child, "initialize", { processId: null, rootUri: null, capabilities: {} });
  const textDocument = {
    uri: "untitled:a.tenet",
    languageId: "tenet",
    version: 1,
    text: "metric late nonsense\n",
  };
  child.send({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
  const report = await answer(child, "textDocument/diagnostic", { textDocument });
  while (!isOver()) await rest(50);
  await answer(child, "shutdown", undefined);
  child.send({ jsonrpc: "2.0", method: "exit" });
  expect(await ended).toBe(0);
  return (report as { readonly items: readonly { readonly code: unknown }[] }).items.map(({ code }) => code);
}

async function answer(child: ChildProcess, method: string, params: unknown): Promise<unknown> {
  const answered = new Promise((resolve) => {
    child.on("message", (message: { readonly id?: unknown; readonly result?: unknown }) => {
      if (message.id === method) resolve(message.result);
    });
  });
  child.send({ jsonrpc: "2.0", id: method, method, params });
  return await answered;
}

test("what was compiled is kept after the first diagnostics, and does as well at the next start", async () => {
  const storage = join(folder, "storage");
  const kept = join(storage, "server.code");
  const source = readFileSync(join(folder, "server.cjs"));
  const codes = await codesOfStart(storage, () => existsSync(kept));
  expect(codes).toHaveLength(1);
  expect(keptCode(kept, crc32(source))?.length).toBeGreaterThan(100_000);
  expect(await codesOfStart(storage, () => true)).toEqual(codes);

  const damaged = readFileSync(kept);
  damaged.fill(0, 1000, 200_000);
  writeFileSync(kept, damaged);
  expect(await codesOfStart(storage, () => !readFileSync(kept).equals(damaged))).toEqual(codes);
  expect(keptCode(kept, crc32(source))?.length).toBeGreaterThan(100_000);
}, 60_000);

test("where nothing can be kept, the server runs all the same", async () => {
  const noFolder = join(folder, "no-folder");
  writeFileSync(noFolder, "");
  const longAfter = performance.now() + 4000;
  expect(await codesOfStart(noFolder, () => performance.now() > longAfter)).toHaveLength(1);
}, 60_000);
