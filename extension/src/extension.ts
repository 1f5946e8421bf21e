/**
 * The extension: a language client and what VS Code shows of Tenet. It holds no rule of the language; whatever it
 * knows about an agreement the language server has told it. The two entries (`main-node`, `main-browser`) differ in
 * how they reach the server, and in nothing else.
 */
import type { Scorecard } from "@tenet-lang/language-server/requests";
import {
  commands,
  type Disposable,
  type Event,
  type ExtensionContext,
  type LogOutputChannel,
  type TestController,
  type TestRunProfile,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import { agreementAtHand } from "./commands/active.ts";
import { type Explanations, explainVerdict, explanations } from "./commands/explain.ts";
import { formatAgreement } from "./commands/format.ts";
import { importCsv } from "./commands/import-csv.ts";
import { newAgreement } from "./commands/new-agreement.ts";
import { newStandard } from "./commands/new-standard.ts";
import { showReferences } from "./commands/show-references.ts";
import { debuggers } from "./debugging/debugging.ts";
import { walkedValues } from "./debugging/inline-values.ts";
import { serveFiles } from "./files.ts";
import { restart } from "./restart.ts";
import { type Scorecards, scorecards } from "./scorecard/panel.ts";
import { statusBar } from "./status.ts";
import { taskProvider } from "./tasks.ts";
import { type TestExplorer, testExplorer } from "./testing/explorer.ts";
import type { RunSummary } from "./testing/run.ts";
import { stepDone } from "./walkthrough.ts";

/** What other extensions, and the tests of this one, may use. */
export interface Extension {
  readonly tests: TestController;
  readonly testProfile: TestRunProfile;
  readonly debugProfile: TestRunProfile;
  readonly onDidRunTests: Event<RunSummary>;
  readonly onDidJudge: Event<Scorecard>;
}

/** Makes the client; the entries know how. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts everything. */
export async function start(context: ExtensionContext, make: MakeClient): Promise<Extension> {
  const output = window.createOutputChannel("Tenet", { log: true });
  const client: BaseLanguageClient = make(clientOptions(output, () => client));
  const letters = explanations();
  const cards = scorecards({ client, extension: context.extensionUri, explain: letters.show });
  context.subscriptions.push(
    output,
    { dispose: () => client.dispose() },
    ...serveFiles(client),
    letters,
    cards,
    cards.onDidJudge(({ obstacles }) => {
      if (obstacles.length === 0) stepDone("judge");
    }),
    ...statusBar(client),
    taskProvider(),
    ...debuggers(client),
    workspace.onDidGrantWorkspaceTrust(() => restart(client)),
    whenPlaceOfFilesChanges(() => restart(client)),
  );
  // A server that does not come up has said so, and the status bar starts it again: what does that must be there.
  await client.start().catch(() => undefined);
  const explorer = testExplorer(client);
  context.subscriptions.push(
    explorer,
    ...registered({ client, output, cards, letters, explorer, extension: context.extensionUri }),
  );
  return {
    tests: explorer.controller,
    testProfile: explorer.profile,
    debugProfile: explorer.debugProfile,
    onDidRunTests: explorer.onDidRun,
    onDidJudge: cards.onDidJudge,
  };
}

function clientOptions(output: LogOutputChannel, client: () => BaseLanguageClient): LanguageClientOptions {
  return {
    documentSelector: [{ language: "tenet" }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: "tenet" },
    middleware: walkedValues(client),
    markdown: { isTrusted: false, supportHtml: false },
    // The server reads data only where the folder is trusted, and asks us for files where no disk has them.
    initializationOptions: () => ({
      trusted: workspace.isTrusted,
      files: placeOfFiles(),
    }),
  };
}

/** Where the server finds files: one folder that is on no disk, and we are asked for all of them. */
function placeOfFiles(): "disk" | "client" {
  return (workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === "file") ? "disk" : "client";
}

/** Folders come and go while the server runs, and it is told only when it starts. */
function whenPlaceOfFilesChanges(act: () => unknown): Disposable {
  let place = placeOfFiles();
  return workspace.onDidChangeWorkspaceFolders(() => {
    if (place === placeOfFiles()) return;
    place = placeOfFiles();
    void act();
  });
}

interface Acting {
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
  readonly cards: Scorecards;
  readonly letters: Explanations;
  readonly explorer: TestExplorer;
  readonly extension: Uri;
}

/** The commands of the menu, and those that the server's lenses call; only VS Code knows the arguments of either. */
function registered({ client, output, cards, letters, explorer, extension }: Acting): Disposable[] {
  const acts: Readonly<Record<string, (...args: never[]) => unknown>> = {
    newAgreement: () => newAgreement(extension),
    newStandard: () => newStandard(client),
    importCsv: (given?: Uri) => whereTrusted(() => importCsv(client, given)),
    judge: (agreement?: Uri | string) => whereTrusted(() => showScorecard(cards, agreement)),
    runTest: (file: string, name: string) => explorer.runOne(Uri.parse(file), name),
    debugTest: (file: string, name: string) => explorer.debugOne(Uri.parse(file), name),
    showReferences: (...found: Found) => showReferences(client, ...found),
    explainVerdict: () => whereTrusted(() => explainVerdict(client, letters)),
    format: formatAgreement,
    restartServer: () => restart(client),
    showOutput: () => output.show(),
  };
  return Object.entries(acts).map(([name, act]) => commands.registerCommand(`tenet.${name}`, act));
}

type Found = Parameters<typeof showReferences> extends [unknown, ...infer Rest] ? Rest : never;

/** From a menu a file, from a lens its address; from the palette nothing, and the agreement at hand is meant. */
async function showScorecard(cards: Scorecards, agreement: Uri | string | undefined): Promise<void> {
  const meant = agreement ?? (await agreementAtHand())?.document.uri;
  if (meant !== undefined) cards.show(typeof meant === "string" ? Uri.parse(meant) : meant);
}

/** Data is read only in folders that a person has said to trust. */
function whereTrusted(act: () => unknown): unknown {
  if (workspace.isTrusted) return act();
  void window.showWarningMessage("Tenet reads data only in folders that you trust.");
  return undefined;
}
