/** The references that a lens has counted, as VS Code shows references. */
import { commands, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What the server's lens carries, in the protocol's forms. */
type Converter = BaseLanguageClient["protocol2CodeConverter"];

export async function showReferences(
  client: BaseLanguageClient,
  uri: string,
  position: Parameters<Converter["asPosition"]>[0],
  locations: Parameters<Converter["asReferences"]>[0],
): Promise<void> {
  const converter = client.protocol2CodeConverter;
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri),
    converter.asPosition(position),
    await converter.asReferences(locations),
  );
}
