/**
 * Follows the workspace: its folders, its files on the disk and its settings.
 */
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from "vscode-languageserver";
import { forgetInsights } from "./data/insights.ts";
import { readSaved, readWorkspace } from "./documents/workspace-files.ts";
import { fileEnding } from "./host/host.ts";
import { settingsFrom } from "./protocol/settings.ts";
import { folderAddress } from "./protocol/uris.ts";
import type { Changeable, Log, Session } from "./session.ts";

/** Starts to follow; `onChange` is called when files or settings have changed. */
export function watchWorkspace(
  connection: Connection,
  session: Changeable,
  onChange: () => void,
  log: Log,
): void {
  const { store, host, client } = session;
  const quietly = (task: Promise<unknown>): void => {
    task.then(onChange, (error: unknown) => log("workspace", error));
  };
  const configure = async (): Promise<void> => {
    if (client.workspace?.configuration !== true) return;
    session.settings = settingsFrom(await connection.workspace.getConfiguration("tenet"));
  };
  const dataChanged = (): void => {
    forgetInsights(session.analysis);
    if (client.workspace?.codeLens?.refreshSupport !== true) return;
    connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => log("code lens", error));
  };
  connection.onDidChangeConfiguration(() => quietly(configure()));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const texts = changes.filter(({ uri }) => uri.endsWith(fileEnding));
    if (texts.length > 0) quietly(Promise.all(texts.map(({ uri }) => readSaved(store, host, uri))));
    if (texts.length < changes.length) dataChanged();
  });
  if (client.workspace?.workspaceFolders === true) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => folderAddress(uri)));
      const kept = store.folders.filter((folder) => !gone.has(folder));
      store.setFolders([...kept, ...added.map(({ uri }) => folderAddress(uri))]);
      quietly(readWorkspace(store, host));
    });
  }
  quietly(register(connection, session));
  quietly(configure().then(() => shown(connection, client, () => readWorkspace(store, host))));
}

/** Work that the client shows as going on, where it can. */
async function shown(
  connection: Connection,
  { window }: ClientCapabilities,
  work: () => Promise<void>,
): Promise<void> {
  const isShown = window?.workDoneProgress === true;
  const progress = isShown ? await connection.window.createWorkDoneProgress().catch(() => null) : null;
  progress?.begin("Tenet: reading the workspace");
  try {
    await work();
  } finally {
    progress?.done();
  }
}

async function register(connection: Connection, { client }: Session): Promise<void> {
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: "**/*.{tenet,csv,tsv,ndjson,jsonl,json}" }],
    });
  }
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "tenet" });
  }
}
