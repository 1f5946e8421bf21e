/** Diagnostics of a document, as soon as the client asks: nothing waits for a person to stop typing. */
import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { feature } from "./feature.ts";
import { reportOf } from "./said.ts";

export const documentDiagnostics = feature<"model", DocumentDiagnosticParams, DocumentDiagnosticReport>({
  method: "textDocument/diagnostic",
  needs: "model",
  otherwise: { kind: DocumentDiagnosticReportKind.Full, items: [] },
  capabilities: {
    diagnosticProvider: { identifier: "tenet", interFileDependencies: true, workspaceDiagnostics: true },
  },
  answer: async (context, { previousResultId }, token) => {
    const { resultId, items } = await reportOf(context, context.known, token, "soon");
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  },
});
