/** One verdict explained, as a page to read beside the agreement. */
import type { JudgedVerdict, Scorecard } from "@tenet-lang/language-server/requests";
import { commands, type Disposable, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { asOfNow } from "../as-of.ts";
import { agreementAtHand } from "./active.ts";
import { letter, wordsOf } from "./letter.ts";

const scheme = "tenet-verdict";

/** The pages, by their addresses. They are kept: a preview asks again long after VS Code has closed the text itself. */
export interface Explanations extends Disposable {
  show(card: Scorecard, verdict: JudgedVerdict): Promise<void>;
}

export function explanations(): Explanations {
  const pages = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => pages.get(uri.toString()) ?? "",
  });
  return {
    show: async (card, verdict) => {
      const { standard, party, period } = verdict;
      const uri = Uri.from({ scheme, path: `/${standard}, ${party}, ${period}.md`, fragment: card.asOf });
      pages.set(uri.toString(), letter(card, verdict));
      await commands.executeCommand("markdown.showPreview", uri);
    },
    dispose: () => provider.dispose(),
  };
}

/** Asks which verdict of the active agreement, and explains it. */
export async function explainVerdict(client: BaseLanguageClient, { show }: Explanations): Promise<void> {
  const document = (await agreementAtHand())?.document;
  if (document === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params = { textDocument: { uri }, asOf: asOfNow(document.uri) };
  const card = await client.sendRequest<Scorecard | null>("tenet/judge", params);
  if (card === null || card.verdicts.length === 0) {
    void window.showWarningMessage(
      `Nothing can be explained: ${card?.obstacles[0] ?? "there is no verdict"}`,
    );
    return;
  }
  const items = card.verdicts.map((verdict): QuickPickItem & { readonly verdict: JudgedVerdict } => ({
    label: `${verdict.party}, ${verdict.period}: ${wordsOf(verdict.verdict)}`,
    description: verdict.value ?? "",
    detail: card.standards.find(({ name }) => name === verdict.standard)?.label ?? verdict.standard,
    verdict,
  }));
  const missedFirst = [...items].sort(
    (one, other) => Number(other.verdict.verdict === "missed") - Number(one.verdict.verdict === "missed"),
  );
  const picked = await window.showQuickPick(missedFirst, {
    title: "Explain a Verdict",
    placeHolder: "Which one? Type a partner, a month or a standard",
    matchOnDetail: true,
    matchOnDescription: true,
  });
  if (picked !== undefined) await show(card, picked.verdict);
}
