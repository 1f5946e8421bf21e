/** Diagnostics of a document, as soon as the client asks: nothing waits for a person to stop typing. */
import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { lspDiagnostic } from "../protocol/diagnostics.ts";
import { feature } from "./feature.ts";
import { resultIdOf } from "./result-ids.ts";
import { saidOf } from "./said.ts";

export const documentDiagnostics = feature<"model", DocumentDiagnosticParams, DocumentDiagnosticReport>({
  method: "textDocument/diagnostic",
  needs: "model",
  otherwise: { kind: DocumentDiagnosticReportKind.Full, items: [] },
  capabilities: {
    diagnosticProvider: { identifier: "tenet", interFileDependencies: true, workspaceDiagnostics: true },
  },
  answer: async (context, { previousResultId }) => {
    const items = (await saidOf(context)).map((diagnostic) => lspDiagnostic(diagnostic, context.uriOf));
    const resultId = resultIdOf(items);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  },
});
