/** The extension on a desktop, and where VS Code runs on a server: the language server is a process of its own. */
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Extension, start } from "./extension.ts";
import { serverProcess } from "./server-process.ts";

/** Called by VS Code. */
export function activate(context: ExtensionContext): Promise<Extension> {
  const module = context.asAbsolutePath("dist/server-start.cjs");
  return start(context, (options) => {
    const storage = Uri.joinPath(context.globalStorageUri, "compiled").fsPath;
    const server = { module, transport: TransportKind.ipc, options: serverProcess(storage) };
    return new LanguageClient("tenet", "Tenet", { run: server, debug: server }, options);
  });
}
