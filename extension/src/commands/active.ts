/** The agreement that a command is about. */
import { type TextEditor, window } from "vscode";

/** The editor that has the keyboard, or had it last, if it shows Tenet; else says what to do. */
export function activeAgreement(): TextEditor | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const editor = editors.find((each) => each?.document.languageId === "tenet");
  if (editor === undefined) void window.showInformationMessage("Open an agreement (a .tenet file) first.");
  return editor;
}
