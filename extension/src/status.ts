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
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { listedOnce, type Standing, statusText } from "./status-text.ts";

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
  const { text, tooltip, command, isBad } = statusText(standingOf(document.uri, state));
  item.text = text;
  item.tooltip = tooltip;
  item.command = command;
  item.backgroundColor = isBad ? new ThemeColor("statusBarItem.errorBackground") : undefined;
  item.show();
}

function standingOf(uri: Uri, state: State): Standing {
  const count = (severity: DiagnosticSeverity): number => {
    return listedOnce(languages.getDiagnostics(uri).filter((each) => each.severity === severity));
  };
  return {
    server: state === State.Running ? "running" : state === State.Starting ? "starting" : "stopped",
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    isTrusted: workspace.isTrusted,
  };
}
