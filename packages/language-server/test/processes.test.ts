/**
 * The server as editors start it: bundled into one file, over standard input and output, by messages of a child process,
 * and in a web worker, where there is nothing of Node. The same conversation is had over each.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const packages = fileURLToPath(new URL("../../", import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "tenet-server-")));
const work = join(folder, "work");
const server = join(folder, "server.cjs");
const workerFile = join(folder, "worker.cjs");

const agreement = (uses: string): string => `uses "${uses}"

agreement acme "Acme"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"

standard quick "Quick"
  requires answered at least 95%
  measured each calendar month
  needs no minimum
`;
const metrics = `partners from "p.csv" key partner_id
  field partner_id text

dataset calls from "calls.csv" one row per call_id
  partner partner_id
  dated called_at
  field call_id text
  field partner_id text
  field called_at timestamp
  field wait duration in seconds

metric answered percent of calls where wait at most 60 seconds
  out of calls
`;
const files: Readonly<Record<string, string>> = {
  "well.tenet": agreement("shared/metrics.tenet"),
  "outside.tenet": agreement("shared/link.tenet"),
  "shared/metrics.tenet": metrics,
};

beforeAll(async () => {
  mkdirSync(join(work, "shared"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(work, path), text);
  writeFileSync(join(folder, "secret.tenet"), metrics);
  symlinkSync(join(folder, "secret.tenet"), join(work, "shared/link.tenet"));
  await Promise.all([bundled("main-node", server, "node"), bundled("main-browser", workerFile, "browser")]);
}, 120_000);

/** As the extension is bundled: from the sources. */
async function bundled(entry: string, outfile: string, platform: "node" | "browser"): Promise<void> {
  const source = (path: string): string => join(packages, path);
  await build({
    entryPoints: [source(`language-server/src/${entry}.ts`)],
    outfile,
    bundle: true,
    platform,
    format: platform === "node" ? "cjs" : "iife",
    target: "es2023",
    logLevel: "silent",
    alias: {
      "@tenet-lang/evaluator": source("evaluator/src/index.ts"),
      "@tenet-lang/language": source("language/src/index.ts"),
      ...Object.fromEntries(
        ["all", "bundle", "codes", "patterns", "read"].map((part) => [
          `@tenet-lang/evaluator/${part}`,
          source(`evaluator/src/${part}/${part}.ts`),
        ]),
      ),
    },
  });
}

const root = (): string => pathToFileURL(work).toString();

/** What an editor does first, and what it is told about a file that it opens. */
async function conversation(connection: ProtocolConnection, path: string): Promise<readonly unknown[]> {
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    workspaceFolders: [{ uri: root(), name: "work" }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
  });
  await connection.sendNotification("initialized", {});
  const uri = `${root()}/${path}`;
  const text = readFileSync(join(work, path), "utf8");
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "tenet", version: 1, text },
  });
  const report = await connection.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return report.items.map(({ code }) => code);
}

async function left(connection: ProtocolConnection, child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  return await ended;
}

describe("over standard input and output", () => {
  const started = () => {
    const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    return { child, connection };
  };

  test("reads what a file uses, and ends with 0 when it is told to", async () => {
    const { child, connection } = started();
    expect(await conversation(connection, "well.tenet")).toEqual([]);
    expect(await left(connection, child)).toBe(0);
  });

  test("follows no link out of the workspace", async () => {
    const { child, connection } = started();
    expect(await conversation(connection, "outside.tenet")).toEqual(["TEN2011"]);
    await left(connection, child);
  });

  test("ends with 1 when the editor is gone without a word", async () => {
    const { child, connection } = started();
    await conversation(connection, "well.tenet");
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    child.stdin.end();
    expect(await ended).toBe(1);
  });
});

test("by messages of a child process", async () => {
  const child = fork(server, ["--node-ipc"], { silent: true });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  expect(await conversation(connection, "well.tenet")).toEqual([]);
  expect(await left(connection, child)).toBe(0);
});

test("in a web worker, whose files the client reads", async () => {
  // A worker of Node with the doors of one in a browser, and without those of Node.
  const prelude = `
    const { parentPort } = require("node:worker_threads");
    globalThis.postMessage = (message) => parentPort.postMessage(message);
    globalThis.addEventListener = (type, listener) => parentPort.on(type, listener);
    parentPort.on("message", (data) => globalThis.onmessage({ data }));
    const code = require("node:fs").readFileSync(${JSON.stringify(workerFile)}, "utf8");
    for (const name of ["process", "setImmediate"]) delete globalThis[name];
    new Function("require", code)(() => { throw new Error("there is no require in a browser"); });
  `;
  const worker = new Worker(prelude, { eval: true });
  const failed = new Promise<never>((_, reject) => worker.on("error", reject));
  const connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
  connection.onRequest("tenet/listFiles", () => Object.keys(files).map((path) => `${root()}/${path}`));
  connection.onRequest("tenet/readFile", ({ uri }: { uri: string }) => {
    const text = files[uri.slice(root().length + 1)];
    return text === undefined ? null : { base64: Buffer.from(text).toString("base64") };
  });
  expect(await Promise.race([conversation(connection, "well.tenet"), failed])).toEqual([]);
  await worker.terminate();
});

/** What a worker says. */
class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  override listen(callback: DataCallback): Disposable {
    this.#worker.on("message", callback);
    return { dispose: () => this.#worker.off("message", callback) };
  }
}

/** What a worker is told. */
class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }

  end(): void {
    // A worker has no end of its input.
  }
}
