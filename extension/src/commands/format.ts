/** The agreement at hand in its canonical form, also while the keyboard is elsewhere. */
import { commands, window } from "vscode";
import { agreementAtHand } from "./active.ts";

export async function formatAgreement(): Promise<void> {
  const editor = await agreementAtHand();
  if (editor === undefined) return;
  await window.showTextDocument(editor.document, editor.viewColumn);
  await commands.executeCommand("editor.action.formatDocument");
}
