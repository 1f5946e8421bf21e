/** The status bar: whether the agreement at hand is well, and whether the server is there. */
import {
  DiagnosticSeverity,
  type Disposable,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";

/** Keeps the item up to date. */
export function statusBar(client: BaseLanguageClient): Disposable[] {
  const item = window.createStatusBarItem("tenet.status", StatusBarAlignment.Left, 0);
  item.name = "Tenet";
  const update = (): void => show(item, client.state);
  update();
  return [
    item,
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(update),
    client.onDidChangeState(update),
  ];
}

function show(item: StatusBarItem, state: State): void {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "tenet") {
    item.hide();
    return;
  }
  const { text, tooltip, command, isBad } = state === State.Running ? stateOf(document.uri) : absent(state);
  item.text = text;
  item.tooltip = tooltip;
  item.command = command;
  item.backgroundColor = isBad ? new ThemeColor("statusBarItem.errorBackground") : undefined;
  item.show();
}

interface Shown {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  readonly isBad: boolean;
}

function absent(state: State): Shown {
  if (state === State.Starting)
    return {
      text: "$(loading~spin) Tenet",
      tooltip: "Tenet is starting",
      command: "tenet.showOutput",
      isBad: false,
    };
  return {
    text: "$(error) Tenet",
    tooltip: "The language server has stopped; click to start it again",
    command: "tenet.restartServer",
    isBad: true,
  };
}

function stateOf(uri: Uri): Shown {
  const found = languages.getDiagnostics(uri);
  const count = (severity: DiagnosticSeverity): number =>
    found.filter((each) => each.severity === severity).length;
  const errors = count(DiagnosticSeverity.Error);
  const warnings = count(DiagnosticSeverity.Warning);
  const command = "workbench.actions.view.problems";
  if (errors > 0)
    return {
      text: `$(error) Tenet: ${counted(errors, "mistake")}`,
      tooltip: "Show the mistakes",
      command,
      isBad: false,
    };
  if (warnings > 0)
    return {
      text: `$(warning) Tenet: ${counted(warnings, "warning")}`,
      tooltip: "Show the warnings",
      command,
      isBad: false,
    };
  return { text: "$(check) Tenet", tooltip: "Nothing is wrong with this file", command, isBad: false };
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
