/** Which agreement a command is about that names none: the one that is shown, else what is open, else what is there. */
import { commands, window, workspace } from "vscode";
import { accepting, cancelling } from "./answers.ts";
import { equal } from "./checks.ts";
import { fileAt } from "./documents.ts";
import { extension, heard, pages } from "./extension.ts";

const closeAll = "workbench.action.closeAllEditors";

export function atHand(): void {
  describe("a command about the agreement at hand", () => {
    afterEach(() => commands.executeCommand(closeAll));

    it("takes the one that is open behind something else, and brings it to the front", async () => {
      await commands.executeCommand(closeAll);
      for (const path of ["parcels.tenet", "partners.csv"])
        await window.showTextDocument(await workspace.openTextDocument(fileAt(path)), { preview: false });
      equal(shownFiles(), ["partners.csv"]);
      const { onDidJudge } = await extension();
      const card = await heard(onDidJudge, () => commands.executeCommand("tenet.judge"));
      equal([card.title, shownFiles()], ["Parcels to the door", ["parcels.tenet"]]);
    });

    it("asks for one of the workspace where none is open", async () => {
      await commands.executeCommand(closeAll);
      await cancelling("tenet.judge");
      equal([pages(), shownFiles()], [[], []]);
      const { onDidJudge } = await extension();
      const card = await heard(onDidJudge, () => void accepting("tenet.judge"));
      equal([card.title, shownFiles()], ["broken.tenet", ["broken.tenet"]]);
    });
  });
}

function shownFiles(): readonly string[] {
  return window.visibleTextEditors.map(({ document }) => workspace.asRelativePath(document.uri));
}
