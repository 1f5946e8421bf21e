/**
 * How long an editor waits: the language server as it is shipped, started as the extension starts it, and asked about a
 * long agreement in a large workspace.
 *
 * Times are of the clock and include the messages both ways, because that is what a person waits for; on a machine that
 * does something else as well, only the least of them says something. Each request follows an edit, so that nothing is
 * answered from what was worked out before.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { serverBundles } from "../../extension/scripts/bundles.ts";
import { serverProcess } from "../../extension/src/server-process.ts";
import type { Size } from "../work.ts";
import { EditorClient, type Spent } from "./editor-client.ts";
import { LONG, writeWorkspace } from "./workspace.ts";

const ROUNDS: Readonly<Record<Size, number>> = { quick: 30, usual: 150, full: 400 };
const STARTS: Readonly<Record<Size, number>> = { quick: 3, usual: 7, full: 15 };
const FILES: Readonly<Record<Size, number>> = { quick: 50, usual: 500, full: 500 };
const LINES: Readonly<Record<Size, readonly number[]>> = {
  quick: [1000],
  usual: [1000],
  full: [1000, 10_000],
};

interface Line {
  readonly request: string;
  /** Milliseconds, one per round. */
  readonly times: readonly number[];
  /** What the median is to be at most, on a machine that does nothing else. */
  readonly goal: number | null;
}

/** Measures, and gives the table. */
export async function editorTable(folder: string, size: Size, note: (text: string) => void): Promise<string> {
  mkdirSync(folder, { recursive: true });
  note("editor: bundle of the server");
  const server = await bundledServer(folder);
  const parts: string[] = [];
  for (const lines of LINES[size]) {
    const workspace = join(folder, `workspace-${lines}`);
    const text = writeWorkspace(workspace, FILES[size], lines);
    note(`editor: ${lines} lines`);
    const measured = [await firstStarts(folder, { server, workspace, text }, STARTS[size])];
    const asked = { server, workspace, text, storage: join(folder, "compiled") };
    measured.push(await coldStarts(asked, STARTS[size]));
    const { lines: requests, weight } = await requestTimes(asked, ROUNDS[size]);
    const title = `editor: a file of ${text.split("\n").length - 1} lines among ${FILES[size]} files`;
    parts.push(table(title, [...measured, ...requests]), ...(weight === "" ? [] : [weight]));
  }
  return parts.join("\n\n");
}

async function bundledServer(folder: string): Promise<string> {
  await Promise.all(serverBundles(folder).map((options) => build(options)));
  return join(folder, "server-start.cjs");
}

/** The server as the extension starts it, and what it is to open. */
interface Asked {
  readonly server: string;
  readonly workspace: string;
  readonly text: string;
  /** Where what was compiled before is kept. */
  readonly storage: string;
}

/** Starts on a machine that has never run it. */
async function firstStarts(folder: string, asked: Omit<Asked, "storage">, rounds: number): Promise<Line> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(await startTime({ ...asked, storage: mkdtempSync(join(folder, "never-run-")) }));
  return { request: "very first start to diagnostics", times, goal: null };
}

/** Every later start. */
async function coldStarts(asked: Asked, rounds: number): Promise<Line> {
  const times: number[] = [];
  await keepCompiled(asked);
  for (let round = 0; round < rounds; round++) times.push(await startTime(asked));
  return { request: "cold start to first diagnostics", times, goal: 300 };
}

/** A first session: what it has compiled is kept while nobody waits. */
async function keepCompiled(asked: Asked): Promise<void> {
  rmSync(asked.storage, { recursive: true, force: true });
  const session = await opened(asked);
  await session.diagnostics();
  while (!existsSync(asked.storage) || readdirSync(asked.storage).length === 0) await rest(100);
  await session.client.leave();
}

/** From the start of the process to the first diagnostics of the file that is open. */
async function startTime(asked: Asked): Promise<number> {
  const start = performance.now();
  const session = await opened(asked);
  await session.diagnostics();
  const time = performance.now() - start;
  await session.client.leave();
  return time;
}

interface Session {
  readonly client: EditorClient;
  readonly document: { readonly uri: string };
  diagnostics(): Promise<unknown>;
}

async function opened({ server, workspace, text, storage }: Asked): Promise<Session> {
  const client = new EditorClient(server, serverProcess(storage));
  const root = pathToFileURL(workspace).toString();
  const document = { uri: `${root}/${LONG}` };
  await client.request("initialize", {
    processId: process.pid,
    workspaceFolders: [{ uri: root, name: "work" }],
    capabilities: {
      textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
    },
  });
  client.notify("initialized", {});
  client.notify("textDocument/didOpen", {
    textDocument: { ...document, languageId: "tenet", version: 1, text },
  });
  return {
    client,
    document,
    diagnostics: () => client.request("textDocument/diagnostic", { textDocument: document }),
  };
}

async function requestTimes(
  asked: Asked,
  rounds: number,
): Promise<{ readonly lines: readonly Line[]; readonly weight: string }> {
  const { text } = asked;
  const session = await opened(asked);
  await session.client.request("workspace/diagnostic", { previousResultIds: [] });
  const lines: Line[] = [];
  let weight = "";
  for (const request of requestsAt(text, session.document)) {
    // The first rounds only make the code warm.
    await roundsOf(session, text, request, WARM_UP);
    const before = session.client.spent();
    const times = await roundsOf(session, text, request, rounds);
    // The keystroke alone, before anything else has been asked.
    if (lines.length === 0) weight = weightOf(before, session.client.spent(), rounds);
    lines.push({ request: request.request, goal: request.goal, times });
  }
  await session.client.leave();
  return { lines, weight };
}

/** What a keystroke takes of the processor, and what the server holds of memory after so many of them. */
function weightOf(before: Spent | null, after: Spent | null, rounds: number): string {
  if (before === null || after === null) return "";
  const milliseconds = (after.milliseconds - before.milliseconds) / rounds;
  return `processor for each keystroke ${milliseconds.toFixed(1)} ms, memory ${Math.round(after.bytes / 1e6)} MB`;
}

const WARM_UP = 20;

interface AskedRequest {
  readonly request: string;
  readonly goal: number | null;
  readonly method: string;
  readonly params: unknown;
}

/** In the middle of the file, in a standard. */
function requestsAt(text: string, textDocument: { readonly uri: string }): readonly AskedRequest[] {
  const lines = text.split("\n");
  const line = lines.findIndex(
    (each, index) => index > lines.length / 2 && each.startsWith("  requires csat"),
  );
  const position = { line, character: "  requires csa".length };
  const range = { start: position, end: position };
  const at = { textDocument, position };
  return [
    {
      request: "keystroke to diagnostics",
      goal: 10,
      method: "textDocument/diagnostic",
      params: { textDocument },
    },
    { request: "completion", goal: 20, method: "textDocument/completion", params: at },
    { request: "hover", goal: 10, method: "textDocument/hover", params: at },
    { request: "definition", goal: 10, method: "textDocument/definition", params: at },
    { request: "signature help", goal: 10, method: "textDocument/signatureHelp", params: at },
    { request: "highlight", goal: 10, method: "textDocument/documentHighlight", params: at },
    {
      request: "references",
      goal: 50,
      method: "textDocument/references",
      params: { ...at, context: { includeDeclaration: true } },
    },
    { request: "rename", goal: 50, method: "textDocument/rename", params: { ...at, newName: "another" } },
    {
      request: "symbols of the document",
      goal: null,
      method: "textDocument/documentSymbol",
      params: { textDocument },
    },
    { request: "colours", goal: null, method: "textDocument/semanticTokens/full", params: { textDocument } },
    {
      request: "fixes",
      goal: null,
      method: "textDocument/codeAction",
      params: { textDocument, range, context: { diagnostics: [] } },
    },
    { request: "folding", goal: null, method: "textDocument/foldingRange", params: { textDocument } },
    {
      request: "format",
      goal: null,
      method: "textDocument/formatting",
      params: { textDocument, options: { tabSize: 2, insertSpaces: true } },
    },
    {
      request: "whole workspace",
      goal: 1000,
      method: "workspace/diagnostic",
      params: { previousResultIds: [] },
    },
  ];
}

/** Types or erases a character in a label in the middle of the file, and asks. */
async function roundsOf(
  { client, document }: Session,
  text: string,
  { method, params }: AskedRequest,
  rounds: number,
): Promise<number[]> {
  const lines = text.split("\n");
  const line = lines.findIndex((each, index) => index > lines.length / 2 && each.startsWith("metric csat"));
  const character = "metric c".length;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const isTyped = round % 2 === 0;
    const range = {
      start: { line, character },
      end: { line, character: isTyped ? character : character + 1 },
    };
    const start = performance.now();
    client.notify("textDocument/didChange", {
      textDocument: { ...document, version: nextVersion() },
      contentChanges: [{ range, text: isTyped ? "x" : "" }],
    });
    await client.request(method, params);
    times.push(performance.now() - start);
  }
  return times;
}

let version = 1;

function nextVersion(): number {
  version += 1;
  return version;
}

function table(title: string, lines: readonly Line[]): string {
  const rows = lines.map(({ request, times, goal }) => {
    const sorted = times.toSorted((one, other) => one - other);
    const at = (share: number): string =>
      `${(sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)} ms`;
    return [request, at(0), at(0.5), at(0.95), goal === null ? "" : `${goal} ms`];
  });
  const all = [["request", "least", "median", "95%", "goal"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const aligned = all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return [title, "", ...aligned].join("\n");
}
