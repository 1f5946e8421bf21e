/** Edits of several files as the client can take them. */
import type { FileEdits } from "@tenet-lang/language";
import type { WorkspaceEdit } from "vscode-languageserver";
import type { WorkspaceContext } from "../analysis/phase.ts";
import { lspEdits } from "../protocol/edits.ts";

/** An edit of the workspace: with the versions of open documents, where the client knows versions. */
export function workspaceEdit(
  { store, client, uriOf }: WorkspaceContext,
  files: readonly FileEdits[],
): WorkspaceEdit {
  const changes = files.map(({ file, edits }) => ({ uri: uriOf(file), edits: lspEdits(file, edits) }));
  if (client.workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  return {
    documentChanges: changes.map(({ uri, edits }) => ({
      textDocument: { uri, version: store.get(uri)?.version ?? null },
      edits,
    })),
  };
}
