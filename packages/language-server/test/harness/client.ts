/**
 * A client of the server, over JSON-RPC as an editor speaks it, in this process.
 *
 * What the server logs is kept: a test that provokes no mistake ends with `expectQuiet`.
 */
import { PassThrough } from "node:stream";
import { expect } from "vitest";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import type { Feature } from "../../src/features/feature.ts";
import { features as allFeatures } from "../../src/features/features.ts";
import type { InitializationOptions } from "../../src/protocol/initialization.ts";
import { startServer } from "../../src/server.ts";
import { memoryHost } from "./memory-host.ts";
import { root, uriOf, usualCapabilities } from "./workspace.ts";

export { root, uriOf, usualCapabilities };

export interface ClientOptions {
  /** Content by path below the workspace's folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: unknown;
  readonly initializationOptions?: InitializationOptions;
  readonly features?: readonly Feature[];
  /** Answers what else the server may ask. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** An editor, as far as the server can tell. */
export class Client {
  /** Diagnostics as the server pushed them, newest last. */
  readonly pushed: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[] = [];
  /** How often the server said that there may be other diagnostics. */
  refreshes = 0;
  /** What the server logged. */
  readonly logged: string[] = [];
  /** The requests that were made, by their methods. */
  readonly asked = new Set<string>();
  readonly connection: ProtocolConnection;
  readonly disk: Map<string, string | Uint8Array>;
  readonly #versions = new Map<string, number>();
  initialized: InitializeResult = { capabilities: {} };

  private constructor({ files = {}, features = allFeatures, settings = {}, prepare }: ClientOptions) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    this.disk = new Map(Object.entries(files).map(([path, content]) => [uriOf(path), content]));
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, { host: () => memoryHost(this.disk), features });
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params) => {
      this.pushed.push(params);
    });
    this.connection.onNotification("window/logMessage", ({ message }) => {
      this.logged.push(message);
    });
    this.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    );
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes += 1;
      return null;
    });
    prepare?.(this.connection);
    this.connection.listen();
  }

  /** Starts a server and its client. */
  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    client.initialized = await client.connection.sendRequest("initialize", {
      processId: null,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "work" }],
      capabilities: options.capabilities ?? usualCapabilities,
      ...(options.initializationOptions === undefined
        ? {}
        : { initializationOptions: options.initializationOptions }),
    });
    await client.connection.sendNotification("initialized", {});
    return client;
  }

  /** Opens a file with the text of the disk, or with another one. */
  async open(path: string, text?: string): Promise<void> {
    const uri = uriOf(path);
    const saved = this.disk.get(uri);
    const content = text ?? (typeof saved === "string" ? saved : "");
    this.#versions.set(uri, 1);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "tenet", version: 1, text: content },
    });
  }

  async change(path: string, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    const uri = uriOf(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(path) } });
  }

  /** A file changed on the disk, or went away. */
  async save(path: string, content: string | null): Promise<void> {
    const uri = uriOf(path);
    const type = content === null ? 3 : this.disk.has(uri) ? 2 : 1;
    if (content === null) this.disk.delete(uri);
    else this.disk.set(uri, content);
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  }

  async request<R>(method: string, params: unknown): Promise<R> {
    this.asked.add(method);
    return await this.connection.sendRequest(method, params);
  }

  /** A request about a file of the workspace. */
  async ask<R>(method: string, path: string, params: object = {}): Promise<R> {
    return await this.request<R>(method, { textDocument: { uri: uriOf(path) }, ...params });
  }

  /** What the server says about a file when it is asked. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    return (await this.ask<{ items: readonly Diagnostic[] }>("textDocument/diagnostic", path)).items;
  }

  expectQuiet(): void {
    expect(this.logged).toEqual([]);
  }

  /** Ends the session as an editor does. */
  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
  }
}
