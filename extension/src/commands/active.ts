/** The agreement that a command is about. */
import { type TextEditor, window } from "vscode";

/** The editor that has the keyboard, or had it last, if it shows Tenet; else any that does. */
export function shownAgreement(): TextEditor | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((each) => each?.document.languageId === "tenet");
}

/** The same; says what to do where there is none. */
export function activeAgreement(): TextEditor | undefined {
  const editor = shownAgreement();
  if (editor === undefined) void window.showInformationMessage("Open an agreement (a .tenet file) first.");
  return editor;
}
