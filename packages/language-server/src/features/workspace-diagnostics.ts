/**
 * Diagnostics of all files of the workspace. Of a file about which nothing new is to be said, only that is said; of one
 * that is gone, that there is nothing any more.
 */
import {
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { addressOf } from "../protocol/uris.ts";
import { feature } from "./feature.ts";
import { reportOf } from "./said.ts";

export const workspaceDiagnostics = feature<
  "workspace",
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport
>({
  method: "workspace/diagnostic",
  needs: "workspace",
  otherwise: { items: [] },
  // That there are any is told together with the diagnostics of documents.
  capabilities: {},
  answer: async (context, { previousResultIds }, token) => {
    const before = new Map(previousResultIds.map(({ uri, value }) => [addressOf(uri), { uri, value }]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const known of context.settings.checkWorkspace ? context.store.all() : []) {
      await context.pause(token);
      const { resultId, items: said } = await reportOf(context, known, token, "all");
      const isSame = before.get(known.address)?.value === resultId;
      before.delete(known.address);
      const { uri, version } = known;
      items.push(
        isSame
          ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: said },
      );
    }
    for (const { uri } of before.values())
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    return { items };
  },
});
