/** A new standard below the others: about a metric that the agreement has, with the rest to fill in. */
import type { StandardDraft } from "@tenet-lang/language-server/requests";
import { SnippetString, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { stepDone } from "../walkthrough.ts";
import { agreementAtHand } from "./active.ts";

export async function newStandard(client: BaseLanguageClient): Promise<void> {
  const editor = await agreementAtHand();
  if (editor === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const drafts = await client.sendRequest<readonly StandardDraft[] | null>("tenet/newStandard", {
    textDocument: { uri },
  });
  if (drafts === null || drafts.length === 0) {
    void window.showInformationMessage("A standard asks something of a metric: declare a metric first.");
    return;
  }
  const picked = await window.showQuickPick(
    drafts.map((draft) => ({ label: draft.label, description: draft.metric, detail: draft.detail, draft })),
    { title: "New Standard", placeHolder: "What is to be promised?", matchOnDescription: true },
  );
  if (picked === undefined) return;
  await window.showTextDocument(editor.document, editor.viewColumn);
  const { text, range } = editor.document.lineAt(editor.document.lineCount - 1);
  const gap = text === "" ? "\n" : "\n\n";
  // VS Code inserts nothing at a place that the document has not.
  await editor.insertSnippet(new SnippetString(`${gap}${picked.draft.snippet}`), range.end);
  stepDone("standard");
}
