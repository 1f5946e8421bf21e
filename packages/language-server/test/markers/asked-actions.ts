/** What the server offers at a place, asked for by kind. */
import type { CodeAction, Range } from "vscode-languageserver";
import type { MarkerCall } from "../harness/marked-text.ts";
import type { Scene } from "../harness/scene.ts";

export async function asked(
  { client }: Scene,
  { path }: MarkerCall,
  range: Range,
  only: string[],
): Promise<CodeAction[]> {
  return await client.ask("textDocument/codeAction", path, { range, context: { diagnostics: [], only } });
}
