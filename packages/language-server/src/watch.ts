/**
 * Follows the workspace: its folders, its files on the disk and its settings.
 */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from "vscode-languageserver";
import type { Session } from "./contexts.ts";
import { readSaved, readWorkspace } from "./documents/workspace-files.ts";
import { settingsFrom } from "./protocol/settings.ts";
import { folderAddress } from "./protocol/uris.ts";
import type { Changeable, Log } from "./server.ts";

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
  connection.onDidChangeConfiguration(() => quietly(configure()));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    quietly(Promise.all(changes.map(({ uri }) => readSaved(store, host, uri))));
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
  quietly(configure().then(() => readWorkspace(store, host)));
}

async function register(connection: Connection, { client }: Session): Promise<void> {
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: "**/*.{tenet,csv,ndjson,json}" }],
    });
  }
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "tenet" });
  }
}
