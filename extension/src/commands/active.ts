/** The agreement that a command is about. */
import { commands, TabInputText, type TextEditor, type Uri, window, workspace } from "vscode";
import { tenetFiles } from "../files.ts";

/** The editor that has the keyboard, or had it last, if it shows Tenet; else any that does. */
export function shownAgreement(): TextEditor | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((each) => each?.document.languageId === "tenet");
}

/**
 * The same; where none is shown, one that is open behind something else, or lies in the workspace, comes to the front.
 * Of several somebody chooses; where there is none, a click makes one.
 */
export async function agreementAtHand(): Promise<TextEditor | undefined> {
  const shown = shownAgreement();
  if (shown !== undefined) return shown;
  const open = openFiles();
  const files = open.length > 0 ? open : await tenetFiles();
  if (files.length === 0) {
    void offerNew();
    return undefined;
  }
  const file = files.length === 1 ? files[0] : await chosenOf(files);
  return file === undefined ? undefined : window.showTextDocument(file, { preview: false });
}

function openFiles(): readonly Uri[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []));
  return uris.filter(
    ({ path }, at) => path.endsWith(".tenet") && uris.findIndex((uri) => uri.path === path) === at,
  );
}

async function chosenOf(files: readonly Uri[]): Promise<Uri | undefined> {
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  items.sort((one, other) => one.label.localeCompare(other.label, "en"));
  return (await window.showQuickPick(items, { title: "Tenet", placeHolder: "Of which agreement?" }))?.uri;
}

async function offerNew(): Promise<void> {
  const make = "New Agreement…";
  const answer = await window.showInformationMessage("There is no agreement (a .tenet file) here yet.", make);
  if (answer === make) await commands.executeCommand("tenet.newAgreement");
}
