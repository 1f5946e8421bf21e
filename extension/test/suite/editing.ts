/** What a person does with a text: complete, mend, rename, save. */
import {
  type CodeAction,
  type CompletionList,
  commands,
  type Hover,
  languages,
  MarkdownString,
  Range,
  WorkspaceEdit,
  workspace,
} from "vscode";
import { equal, eventually, includes } from "./checks.ts";
import { fileAt, placeOf, saved, shown, wholeOf } from "./documents.ts";

export function editing(): void {
  describe("editing", () => {
    it("inserts the completion that was chosen", async () => {
      const editor = await shown("parcels.tenet");
      const before = editor.document.getText();
      const at = placeOf(editor.document, "measured each calendar month");
      await editor.edit((edit) => edit.replace(new Range(at, at.translate(0, 8)), "meas"));
      const position = at.translate(0, 4);
      const list = await commands.executeCommand<CompletionList>(
        "vscode.executeCompletionItemProvider",
        editor.document.uri,
        position,
      );
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      equal(labels.some((label) => label.startsWith("measured")), true, `measured is among ${labels.join(", ")}`);
      editor.selection = new (await import("vscode")).Selection(position, position);
      await commands.executeCommand("editor.action.triggerSuggest");
      await eventually("the chosen completion", async () => {
        await commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.lineAt(at.line).text.includes("measured") || undefined;
      });
      await editor.edit((edit) => edit.replace(wholeOf(editor.document), before));
    });
  });
}
