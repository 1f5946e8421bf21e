/** The scorecard of one agreement, in an editor of its own beside the text; judged again when the agreement is saved. */
import type { JudgedVerdict, Scorecard } from "@tenet-lang/language-server/requests";
import {
  type Disposable,
  type Event,
  EventEmitter,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { asOfNow } from "../as-of.ts";
import { scorecardHtml } from "./html.ts";
import { messageFrom, type ToPage } from "./messages.ts";

/** All scorecards that are open. */
export interface Scorecards extends Disposable {
  /** Opens the scorecard of an agreement, or brings it to the front. */
  show(agreement: Uri): void;
  /** Hears of every scorecard that was judged. */
  readonly onDidJudge: Event<Scorecard>;
}

/** What scorecards are made with. */
export interface ScorecardOptions {
  readonly client: BaseLanguageClient;
  readonly extension: Uri;
  readonly explain: (card: Scorecard, verdict: JudgedVerdict) => void;
}

export function scorecards(options: ScorecardOptions): Scorecards {
  const open = new Map<string, OpenScorecard>();
  const judged = new EventEmitter<Scorecard>();
  const saves = workspace.onDidSaveTextDocument(({ languageId }) => {
    if (languageId === "tenet") for (const card of open.values()) card.judge();
  });
  return {
    onDidJudge: judged.event,
    show: (agreement) => {
      const key = agreement.toString();
      const known = open.get(key);
      if (known !== undefined) return known.reveal();
      const made = openScorecard(agreement, options, judged);
      open.set(key, made);
      made.onDidDispose(() => open.delete(key));
    },
    dispose: () => {
      for (const card of open.values()) card.dispose();
      for (const disposable of [judged, saves]) disposable.dispose();
    },
  };
}

interface OpenScorecard extends Disposable {
  readonly onDidDispose: Event<void>;
  reveal(): void;
  judge(): void;
}

function openScorecard(
  agreement: Uri,
  { client, extension, explain }: ScorecardOptions,
  judged: EventEmitter<Scorecard>,
): OpenScorecard {
  const panel = window.createWebviewPanel("tenet.scorecard", titleOf(agreement), ViewColumn.Beside, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [Uri.joinPath(extension, "dist"), Uri.joinPath(extension, "media")],
  });
  panel.iconPath = Uri.joinPath(extension, "icons", "tenet.svg");
  let card: Scorecard | null = null;
  const send = (message: ToPage): void => void panel.webview.postMessage(message);
  const judge = async (): Promise<void> => {
    send({ kind: "busy" });
    const asOf = asOfNow(agreement);
    const uri = client.code2ProtocolConverter.asUri(agreement);
    // The page would wait forever for a server that is gone.
    card = await client
      .sendRequest<Scorecard | null>("tenet/judge", { textDocument: { uri }, asOf })
      .catch(() => nothing(agreement, asOf, STOPPED));
    card ??= nothing(agreement, asOf, UNKNOWN);
    send({ kind: "scorecard", card });
    judged.fire(card);
  };
  const verdictAt = (index: number): JudgedVerdict | undefined => card?.verdicts[index];
  panel.webview.onDidReceiveMessage((value: unknown) => {
    const message = messageFrom(value);
    if (message === null) return;
    if (message.kind === "ready" || message.kind === "refresh") return void judge();
    const verdict = verdictAt(message.verdict);
    if (verdict === undefined || card === null) return;
    if (message.kind === "explain") explain(card, verdict);
    else void reveal(client, verdict, message.stay);
  });
  panel.webview.html = scorecardHtml(panel.webview, extension);
  return {
    onDidDispose: panel.onDidDispose,
    reveal: () => panel.reveal(),
    judge: () => void judge(),
    dispose: () => panel.dispose(),
  };
}

function titleOf(agreement: Uri): string {
  return `Scorecard: ${agreement.path.split("/").at(-1) ?? ""}`;
}

const STOPPED = "the language server gave no answer; start it again with Tenet: Restart Language Server";
const UNKNOWN = "the language server does not know this file; see the output channel Tenet";

function nothing(agreement: Uri, asOf: string, obstacle: string): Scorecard {
  return {
    title: titleOf(agreement),
    version: "",
    asOf,
    day: asOf.slice(0, 10),
    obstacles: [obstacle],
    standards: [],
    parties: [],
    verdicts: [],
  };
}

/** Shows the sentence in the editor that has the agreement, else beside the page. */
async function reveal(client: BaseLanguageClient, { location }: JudgedVerdict, stay: boolean): Promise<void> {
  if (location === null) return;
  const uri = client.protocol2CodeConverter.asUri(location.uri);
  const selection = client.protocol2CodeConverter.asRange(location.range);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const viewColumn = shown?.viewColumn ?? ViewColumn.One;
  const editor = await window.showTextDocument(uri, { viewColumn, preserveFocus: stay, preview: true });
  // With the cursor at its beginning: the end of a long sentence would move the lines sideways.
  editor.selection = new Selection(selection.end, selection.start);
  editor.revealRange(
    new Range(selection.start, selection.start),
    TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
