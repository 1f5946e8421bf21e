/**
 * The language server's process: runs the server with what V8 compiled of it at an earlier start.
 *
 * A function is compiled when it is first called, which would be a third of all that a start does. Node's own cache
 * holds what is compiled before anything has run, and that is little of it. Here the code is kept as it is soon after
 * the first diagnostics, when each function that a start needs has been called.
 */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { keepCode, keptCode } from "./kept-code.ts";

/** Milliseconds in which an editor has asked for all that it asks for when a file opens. */
const REST = 2000;

const filename = join(__dirname, "server.cjs");
// Only of a script, not of a module, does V8 say later what it has compiled.
Object.assign(globalThis, { require: createRequire(filename) });
loaded(process.env.TENET_COMPILED ?? null).runInThisContext();

/** The server, with its code if that was kept; else it will be. */
function loaded(kept: string | null): Script {
  const source = readFileSync(filename);
  const checksum = crc32(source);
  const cachedData = kept === null ? undefined : keptCode(kept, checksum);
  // The bundle is ASCII, of which Latin-1 is read without looking at each byte.
  const script = new Script(source.toString("latin1"), { filename, cachedData });
  if (kept !== null && script.cachedDataRejected !== false)
    onceStarted(() => keepCode(kept, checksum, script.createCachedData()));
  return script;
}

function onceStarted(keep: () => void): void {
  const whenAnswered = (method: unknown): void => {
    if (method !== "textDocument/diagnostic") return;
    unsubscribe("tenet:answered", whenAnswered);
    setTimeout(keep, REST).unref();
  };
  subscribe("tenet:answered", whenAnswered);
}
