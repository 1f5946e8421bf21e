/**
 * The extension: a language client and what VS Code shows of Tenet. It holds no rule of the language; whatever it
 * knows about an agreement the language server has told it. The two entries (`main-node`, `main-browser`) differ in
 * how they reach the server, and in nothing else.
 */
import { commands, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { serveFiles } from "./files.ts";

/** What other extensions, and the tests of this one, may use. */
export interface Extension {
  readonly client: BaseLanguageClient;
}

/** Makes the client; the entries know how. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts everything. */
export async function start(context: ExtensionContext, make: MakeClient): Promise<Extension> {
  const output = window.createOutputChannel("Tenet", { log: true });
  const client = make(clientOptions(output));
  context.subscriptions.push(
    output,
    { dispose: () => client.dispose() },
    ...serveFiles(client),
    commands.registerCommand("tenet.showOutput", () => output.show()),
    commands.registerCommand("tenet.restartServer", async () => {
      await client.stop();
      await client.start();
    }),
  );
  await client.start();
  return { client };
}

function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: "tenet" }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: "tenet" },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
