/** What the editor shows when it asks for something at a place. */
import {
  type CompletionList,
  commands,
  type Hover,
  MarkdownString,
  type Position,
  type TextDocument,
  type Uri,
} from "vscode";
import { equal, eventually } from "./checks.ts";
import { placeOf } from "./documents.ts";

/** The text of the hover at a place, once there is one. */
export function hoverAt(uri: Uri, position: Position): Promise<string> {
  return eventually("a hover", async () => {
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", uri, position);
    const parts = hovers.flatMap(({ contents }) => contents);
    const text = parts.map((part) => (part instanceof MarkdownString ? part.value : String(part))).join("\n");
    return text === "" ? undefined : text;
  });
}

/** The list of completions at a place. */
export async function labelsAt(uri: Uri, position: Position): Promise<readonly string[]> {
  const provider = "vscode.executeCompletionItemProvider";
  const list = await commands.executeCommand<CompletionList>(provider, uri, position);
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** Holds if a sentence is offered where it stands, by its first word. */
export async function offersWhatStands(document: TextDocument, sentence: string): Promise<void> {
  const labels = await labelsAt(document.uri, placeOf(document, sentence));
  const [word = ""] = sentence.split(" ");
  equal(
    labels.some((label) => label.startsWith(word)),
    true,
    `${word} among what is offered`,
  );
}
