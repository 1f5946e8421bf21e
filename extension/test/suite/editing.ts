/** What a person does with a text: complete, mend, rename, save. */
import {
  type CodeAction,
  commands,
  languages,
  Range,
  Selection,
  type WorkspaceEdit,
  workspace,
} from "vscode";
import { hoverAt, labelsAt } from "./asked.ts";
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
      editor.selection = new Selection(position, position);
      const labels = await eventually("the word in the list", async () => {
        const found = await labelsAt(editor.document.uri, position);
        return found.some((label) => label.startsWith("measured")) ? found : undefined;
      });
      equal(labels.includes("requires "), false, "no word that has no place here");
      await commands.executeCommand("editor.action.triggerSuggest");
      await eventually("the chosen completion", async () => {
        await commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.lineAt(at.line).text.includes("measured") || undefined;
      });
      await editor.edit((edit) => edit.replace(wholeOf(editor.document), before));
      await editor.document.save();
    });

    it("says what a metric is, under the pointer", async () => {
      const { document } = await shown("parcels.tenet");
      const at = placeOf(document, "on_time\n    at least").translate(0, 2);
      includes(await hoverAt(document.uri, at), "Delivered on time");
    });

    it("renames in all files that have the name", async () => {
      const { document } = await shown("parcels.tenet");
      const at = placeOf(document, "on_time\n    at least").translate(0, 2);
      const edit = await commands.executeCommand<WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        at,
        "arrived_in_time",
      );
      equal(
        edit
          .entries()
          .map(([uri]) => workspace.asRelativePath(uri))
          .sort(),
        ["parcels.tenet", "shared/data.tenet"],
      );
      await workspace.applyEdit(edit);
      const shared = await workspace.openTextDocument(fileAt("shared/data.tenet"));
      includes(document.getText(), "requires arrived_in_time");
      includes(document.getText(), "expect arrived_in_time for");
      includes(shared.getText(), "metric arrived_in_time");
      equal(`${document.getText()}${shared.getText()}`.includes("on_time"), false);
      for (const each of [shared, document]) await each.save();
      includes(await saved("shared/data.tenet"), "metric arrived_in_time");
    });

    it("mends what a quick fix is offered for", async () => {
      const { document } = await shown("broken.tenet");
      const [diagnostic] = await eventually("the mistake", () => {
        const found = languages.getDiagnostics(document.uri);
        return found.length === 0 ? undefined : found;
      });
      const action = await eventually("a quick fix", async () => {
        const found = await commands.executeCommand<CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          diagnostic?.range ?? wholeOf(document),
          "quickfix",
          10,
        );
        return found.find(({ edit }) => edit !== undefined);
      });
      if (action.edit !== undefined) await workspace.applyEdit(action.edit);
      includes(document.getText(), "requires rating at least 4.2");
      await eventually("no mistakes", () => languages.getDiagnostics(document.uri).length === 0 || undefined);
      await document.save();
    });

    it("formats on save", async () => {
      const editor = await shown("untidy.tenet");
      await editor.edit((edit) => edit.insert(editor.document.lineAt(1).range.end, "  "));
      await editor.document.save();
      const text = await saved("untidy.tenet");
      equal(text.split("\n").slice(1, 3), ["  partner shop", "  dated came_on"]);
    });
  });
}
