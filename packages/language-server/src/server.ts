/**
 * The server: a connection, a host, and the features between them.
 *
 * It answers `initialize` before it makes a parser, reads the workspace in the background, and hands each request to
 * its feature with a context of the phase that the feature needs. Whatever a feature throws ends there: the request
 * is answered with nothing, the mistake is logged once, and the server goes on.
 */
import { parse, sourceFile } from "@tenet-lang/language";
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { Analysis } from "./analysis/analysis.ts";
import { Cancelled } from "./analysis/pace.ts";
import { contextOf } from "./contexts.ts";
import { syncDocuments } from "./documents/open-documents.ts";
import { Store } from "./documents/store.ts";
import type { Feature } from "./features/feature.ts";
import { features as allFeatures } from "./features/features.ts";
import type { Host } from "./host/host.ts";
import { type InitializationOptions, initializationOptions } from "./protocol/initialization.ts";
import { usualSettings } from "./protocol/settings.ts";
import { folderAddress } from "./protocol/uris.ts";
import { publishing } from "./publish.ts";
import type { Changeable, Log, Session } from "./session.ts";
import { version } from "./version.ts";
import { watchWorkspace } from "./watch.ts";

/** What a server is made with. */
export interface ServerOptions {
  /** Makes the host; the folders are asked for anew each time, and the client has said who reads files. */
  readonly host: (
    folders: () => readonly string[],
    connection: Connection,
    options: InitializationOptions,
  ) => Host;
  /** Called for each request that was answered. */
  readonly answered?: (method: string) => void;
  /** For tests: other features than all. */
  readonly features?: readonly Feature[];
}

/** Milliseconds after which nobody waits for the start any more. */
const QUIET_AT_START = 2000;

/** Serves a connection until it ends. */
export function startServer(
  connection: Connection,
  { host: hostOf, answered = () => undefined, features = allFeatures }: ServerOptions,
): void {
  const store = new Store();
  const log = loggerOf(connection);
  // INVARIANT: no client sends anything before `initialize`, and the connection answers nothing before it.
  let session: Changeable | null = null;
  const theSession = (): Changeable => {
    if (session === null) throw new ResponseError(ErrorCodes.ServerNotInitialized, "not initialized");
    return session;
  };
  const publish = publishing(connection, theSession, log);
  connection.onInitialize((params) => {
    const options = initializationOptions(params.initializationOptions);
    store.setFolders(foldersOf(params));
    const host = hostOf(() => store.readable, connection, options);
    session = {
      store,
      host,
      analysis: new Analysis(store, host),
      client: params.capabilities,
      settings: usualSettings,
      isTrusted: options.trusted ?? true,
    };
    return initialized(params, features);
  });
  connection.onInitialized(() => {
    // The parser is made while the client still thinks about what to open; what only mistakes need, later.
    parse(sourceFile("", "metric warm number of calls\n"));
    void theSession()
      .host.rest(QUIET_AT_START)
      .then(() => parse(sourceFile("", "metric\n")));
    watchWorkspace(connection, theSession(), publish.workspace, log);
  });
  syncDocuments(connection, store, publish.document);
  for (const feature of features) serve(connection, theSession, feature, { log, answered });
  connection.listen();
}

function loggerOf(connection: Connection): Log {
  const said = new Set<string>();
  return (about, error) => {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = `${about}: ${trace}`;
    if (said.has(text)) return;
    said.add(text);
    connection.console.error(text);
  };
}

function foldersOf({
  workspaceFolders,
  rootUri,
}: InitializeParams & { readonly rootUri?: string | null }): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri == null ? [] : [rootUri]);
  return uris.map(folderAddress);
}

function initialized(
  { capabilities: client }: InitializeParams,
  features: readonly Feature[],
): InitializeResult {
  const base: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  const capabilities = features.reduce((all, feature) => merged(all, feature.capabilities(client)), base);
  return { capabilities, serverInfo: { name: "tenet", version } };
}

/** Two sets of capabilities as one: objects are joined member by member, lists one after the other. */
function merged<T extends object>(one: T, other: T): T {
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const before = result[key];
    if (Array.isArray(before) && Array.isArray(value)) result[key] = [...before, ...value];
    else if (isObject(before) && isObject(value)) result[key] = merged(before, value);
    else if (!(isObject(before) && value === true)) result[key] = value;
  }
  return result as T;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function serve(
  connection: Connection,
  session: () => Session,
  feature: Feature,
  { log, answered }: { readonly log: Log; readonly answered: (method: string) => void },
): void {
  connection.onRequest(feature.method, async (params: unknown, token: CancellationToken) => {
    try {
      const context = await contextOf(session(), feature.needs, uriIn(params), token);
      const answer = context === null ? feature.otherwise : await feature.answer(context, params, token);
      answered(feature.method);
      return answer;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof Cancelled) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      log(feature.method, error);
      return feature.otherwise;
    }
  });
}

/** The document that a request is about. */
function uriIn(params: unknown): string | null {
  for (const name of ["textDocument", "item"]) {
    const uri = memberOf(memberOf(params, name), "uri");
    if (typeof uri === "string") return uri;
  }
  return null;
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
