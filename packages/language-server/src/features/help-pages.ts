/** The pages that diagnostics link to: documents that the server makes, so that they can be read without a network. */
import { allRules, rulePage } from "@tenet-lang/language";
import type { TextDocumentContentParams, TextDocumentContentResult } from "vscode-languageserver";
import { codeOfPage, helpScheme } from "../protocol/diagnostics.ts";
import { feature } from "./feature.ts";

export const helpPages = feature<"workspace", TextDocumentContentParams, TextDocumentContentResult>({
  method: "workspace/textDocumentContent",
  needs: "workspace",
  otherwise: { text: "" },
  capabilities: { workspace: { textDocumentContent: { schemes: [helpScheme] } } },
  answer: (_, { uri }) => {
    const code = codeOfPage(uri);
    const rule = allRules.find((one) => one.code === code);
    return { text: rule === undefined ? `There is no page ${uri}.\n` : `${rulePage(rule)}\n` };
  },
});
