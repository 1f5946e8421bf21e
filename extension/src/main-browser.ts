/** The extension in a browser: the language server is a worker. */
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type Extension, start } from "./extension.ts";

/** Called by VS Code. */
export function activate(context: ExtensionContext): Promise<Extension> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server.cjs").toString(true);
  return start(context, (options) => {
    return new LanguageClient("tenet", "Tenet", new Worker(script), options);
  });
}
