/**
 * What the shipped bundles can do to the outside: nothing speaks to a network, nothing counts what people do, and
 * nothing but the client's own library starts a process.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { bundles } from "../scripts/bundles.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Shipped {
  readonly name: string;
  readonly text: string;
  /** Files that it was made of, each with the modules of the runtime that it asks for. */
  readonly inputs: ReadonlyMap<string, readonly string[]>;
}

let shipped: readonly Shipped[] = [];

beforeAll(async () => {
  shipped = await Promise.all(
    bundles.map(async (options): Promise<Shipped> => {
      const { metafile, outputFiles } = await build({ ...options, write: false, metafile: true });
      const inputs = Object.entries(metafile.inputs).map(([path, { imports }]): [string, string[]] => [
        path,
        imports.flatMap(({ path: module, external }) =>
          external === true ? module.replace(/^node:/, "") : [],
        ),
      ]);
      const name = options.outfile?.split("/").at(-1) ?? "";
      return { name, text: outputFiles[0]?.text ?? "", inputs: new Map(inputs) };
    }),
  );
});

/** What a browser or a worker reaches the network by, and what VS Code and others send counts with. */
const reaching =
  /(?<![\w$])(fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|importScripts|RTCPeerConnection|createTelemetryLogger|TelemetryReporter|applicationinsights)(?![\w$])/gi;

/** What Node reaches the network by. */
const networkModules = new Set(["net", "tls", "http", "https", "http2", "dgram", "dns", "inspector"]);

/** The files that ask for one of these modules, as `package: file module`. */
function askersOf(modules: ReadonlySet<string>): readonly string[] {
  const found = shipped.flatMap(({ inputs }) =>
    [...inputs].flatMap(([path, asked]) =>
      asked.filter((module) => modules.has(module)).map((module) => `${withinPackage(path)} ${module}`),
    ),
  );
  return [...new Set(found)].sort();
}

/** A path from its innermost package on. */
function withinPackage(path: string): string {
  return path.split("node_modules/").at(-1) ?? path;
}

describe("the bundles", () => {
  it("are the extension, the server, what starts it and the page of the scorecard", () => {
    expect(shipped.map(({ name }) => name)).toEqual([
      "extension.cjs",
      "server.cjs",
      "server-start.cjs",
      "scorecard.js",
    ]);
    for (const { text } of shipped) expect(text.length).toBeGreaterThan(1_000);
  });

  it("keep the server in ASCII, as which its start reads it", () => {
    const server = shipped.find(({ name }) => name === "server.cjs")?.text ?? "é";
    expect(/\P{ASCII}/u.exec(server)?.[0]).toBeUndefined();
  });

  it("hold nothing that could call a network or send counts", () => {
    for (const { name, text } of shipped) expect([name, ...text.matchAll(reaching)]).toEqual([name]);
  });

  it("would be caught: a call, a socket and a counter are all seen", () => {
    const planted = [
      'await fetch("https://example.com")',
      "new WebSocket(u)",
      "navigator.sendBeacon(u,d)",
      "globalThis.fetch(u)",
      "vscode.env.createTelemetryLogger(s)",
    ];
    expect(planted.filter((text) => [...text.matchAll(reaching)].length === 1)).toEqual(planted);
  });

  it("ask for no network of Node, but for the protocol's library, whose sockets nobody opens", () => {
    expect(askersOf(networkModules)).toEqual(["vscode-jsonrpc/lib/node/main.js net"]);
    for (const [path, text] of ourSources())
      expect([path, /Socket|PipeTransport|TransportKind\.(?!ipc)/.test(text)]).toEqual([path, false]);
  });

  it("start no process, but for the client's and the server's libraries", () => {
    expect(askersOf(new Set(["child_process", "worker_threads", "cluster"]))).toEqual([
      "vscode-languageclient/lib/node/main.js child_process",
      "vscode-languageclient/lib/node/processes.js child_process",
      "vscode-languageserver/lib/node/files.js child_process",
    ]);
  });

  it("run no text as code, but for the server, which its start reads beside itself", () => {
    expect(askersOf(new Set(["vm"]))).toEqual(["extension/src/server-start.ts vm"]);
    const start = readFileSync(`${root}extension/src/server-start.ts`, "utf8");
    expect(start.match(/new Script\([^,]*,/g)).toEqual(['new Script(source.toString("latin1"),']);
    expect(start).toContain("const source = readFileSync(filename);");
    expect(start).toContain('const filename = join(__dirname, "server.cjs");');
  });

  it("send none of the protocol's telemetry", () => {
    for (const [path, text] of ourSources()) expect([path, /telemetry/i.test(text)]).toEqual([path, false]);
  });

  it("name one program, in one place, and no setting can name another", () => {
    const starts = ourSources().flatMap(([path, text]) =>
      [...text.matchAll(/new \w*Execution\([^,)]*|\.(?:sendText|createTerminal)\(/g)].map(
        ([call]) => `${path} ${call}`,
      ),
    );
    expect(starts).toEqual(['extension/src/tasks.ts new ShellExecution("npx"']);
    const main = readFileSync(`${root}extension/src/main-node.ts`, "utf8");
    expect(main).toContain('const module = context.asAbsolutePath("dist/server-start.cjs");');
    expect(main).not.toMatch(/getConfiguration|runtime/);
  });
});

/** Our own files among those that were bundled, with their texts. */
function ourSources(): readonly (readonly [path: string, text: string])[] {
  const paths = shipped.flatMap(({ inputs }) => [...inputs.keys()]);
  const ours = [...new Set(paths)].filter((path) => /^(extension|packages)\/.*\.ts$/.test(path));
  expect(ours).toContain("extension/src/extension.ts");
  return ours.map((path) => [path, readFileSync(`${root}${path}`, "utf8")]);
}
