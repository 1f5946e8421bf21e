/** The places in this file where the same thing is named: its declaration as what is written, others as what is read. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from "vscode-languageserver";
import { rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { nameAt } from "./name-at.ts";

export const documentHighlight = feature<"model", DocumentHighlightParams, DocumentHighlight[] | null>({
  method: "textDocument/documentHighlight",
  needs: "model",
  capabilities: { documentHighlightProvider: true },
  answer: async (context, { position }) => {
    const found = await nameAt(context, position);
    if (found === null) return null;
    const ids = new Set([found.occurrence.symbol, ...found.occurrence.others].map(({ id }) => id));
    return (found.names.inFile.get(context.file.path) ?? [])
      .filter(({ symbol, others }) => [symbol, ...others].some(({ id }) => ids.has(id)))
      .map(({ file, span, role }) => ({
        range: rangeOf(file, span),
        kind: role === "declaration" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  },
});
