/**
 * The debug adapter as VS Code has it: an object in the extension's own host, on a desktop and in a browser alike. The
 * steps come from the language server, which runs the test.
 */
import type { TestSteps } from "@tenet-lang/language-server/requests";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type DebugAdapter, type DebugProtocolMessage, EventEmitter, Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ReplaySession } from "./session.ts";

/** A request of our own: what stands beside the text of a file. */
export const BESIDE_TEXT = "tenet/besideText";

/** Makes the adapter of one session. */
export function replayAdapter(client: BaseLanguageClient): DebugAdapter {
  const sent = new EventEmitter<DebugProtocolMessage>();
  const session = new ReplaySession(
    {
      load: (file, name) => stepsOf(client, Uri.parse(file, true), name),
      spelled: (path) => addressOf(path).toString(),
      tell: (message) => void window.showErrorMessage(`The test cannot be walked through: ${message}`),
    },
    (message) => sent.fire(message),
  );
  return {
    onDidSendMessage: sent.event,
    // INVARIANT: VS Code sends requests of the protocol, and nothing else.
    handleMessage: (message) => void session.handle(message as DebugProtocol.Request),
    dispose: () => sent.dispose(),
  };
}

/** VS Code writes a file of the disk as a path, any other as an address; `launch.json` has either. */
export function addressOf(path: string): Uri {
  return /^[a-z][a-z\d+.-]+:/i.test(path) ? Uri.parse(path) : Uri.file(path);
}

async function stepsOf(client: BaseLanguageClient, file: Uri, name: string): Promise<TestSteps> {
  const uri = client.code2ProtocolConverter.asUri(file);
  return client.sendRequest<TestSteps>("tenet/steps", { textDocument: { uri }, name });
}
