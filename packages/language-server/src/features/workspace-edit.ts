/** Edits of several files as the client can take them. */
import type { FileEdits, SourceFile } from "@tenet-lang/language";
import type { ClientCapabilities, WorkspaceEdit } from "vscode-languageserver";
import type { WorkspaceContext } from "../analysis/phase.ts";
import { lspEdits } from "../protocol/edits.ts";
import type { Place } from "../protocol/uris.ts";
import { addressIn } from "../protocol/uris.ts";

/** Files that an edit makes, with their text, and those that it removes. */
export interface OtherFiles {
  readonly made: readonly SourceFile[];
  readonly removed: readonly SourceFile[];
}

/**
 * An edit of the workspace: with the versions of open documents, where the client knows versions. Files are made and
 * removed only where the client can (`canMakeFiles`, `canRemoveFiles`).
 */
export function workspaceEdit(
  { store, client, uriOf }: WorkspaceContext,
  files: readonly FileEdits[],
  others: OtherFiles & { readonly folder: Place["folder"] } = { made: [], removed: [], folder: "" },
): WorkspaceEdit {
  const changes = files.map(({ file, edits }) => ({ uri: uriOf(file), edits: lspEdits(file, edits) }));
  if (client.workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      ...others.made.flatMap(({ path, text }) => {
        const uri = addressIn({ folder: others.folder, path });
        const edits = [{ range: { start, end: start }, newText: text }];
        return [
          { kind: "create" as const, uri },
          { textDocument: { uri, version: null }, edits },
        ];
      }),
      ...changes.map(({ uri, edits }) => ({
        textDocument: { uri, version: store.get(uri)?.version ?? null },
        edits,
      })),
      ...others.removed.map((file) => ({ kind: "delete" as const, uri: uriOf(file) })),
    ],
  };
}

export function canMakeFiles(client: ClientCapabilities): boolean {
  return canChangeFiles(client, "create");
}

export function canRemoveFiles(client: ClientCapabilities): boolean {
  return canChangeFiles(client, "delete");
}

function canChangeFiles({ workspace }: ClientCapabilities, how: "create" | "delete"): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes(how) === true;
}
