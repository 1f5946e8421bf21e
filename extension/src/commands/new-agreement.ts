/** A new agreement: complete and small, with data to judge, written into a folder that holds none of its files yet. */
import { commands, FileType, Uri, window, workspace } from "vscode";
import { stepDone } from "../walkthrough.ts";

const files = ["standards.tenet", "deliveries.csv", "partners.csv"];

/** Writes the files of `starter/`; without a folder that can be written to, shows the agreement alone. */
export async function newAgreement(extension: Uri): Promise<void> {
  const starter = (name: string): Uri => Uri.joinPath(extension, "starter", name);
  const folder = await chosenFolder();
  if (folder === undefined) return;
  if (folder === "none") {
    const content = new TextDecoder().decode(await workspace.fs.readFile(starter("standards.tenet")));
    await window.showTextDocument(await workspace.openTextDocument({ language: "tenet", content }));
    if (workspace.workspaceFolders === undefined) void offerFolder();
    return;
  }
  const taken = await takenIn(folder);
  if (taken.length > 0) {
    const listed = taken.join(", ");
    void window.showWarningMessage(
      `Nothing was written: the folder already has ${listed}. Choose another folder.`,
    );
    return;
  }
  for (const name of files)
    await workspace.fs.writeFile(Uri.joinPath(folder, name), await workspace.fs.readFile(starter(name)));
  await window.showTextDocument(Uri.joinPath(folder, "standards.tenet"), { preview: false });
  stepDone("agreement");
}

/** Whoever has just installed VS Code has no folder open, and would look for the data in vain. */
async function offerFolder(): Promise<void> {
  const open = "Open Folder…";
  const answer = await window.showInformationMessage(
    "This agreement lies nowhere yet. Open a folder and choose New Agreement again: it comes with data to judge then.",
    open,
  );
  if (answer === open) await commands.executeCommand("vscode.openFolder");
}

async function chosenFolder(): Promise<Uri | "none" | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const [first] = folders;
  if (first === undefined) return "none";
  const root = folders.length === 1 ? first : await window.showWorkspaceFolderPick();
  if (root === undefined) return undefined;
  if (workspace.fs.isWritableFileSystem(root.uri.scheme) === false) return "none";
  const name = await window.showInputBox({
    title: "New Agreement",
    prompt: "Folder for the agreement and its data",
    value: "standards",
    validateInput: (text) =>
      /^[\w .-]+(\/[\w .-]+)*$/.test(text) && !/(^|\/)\.\.?(\/|$)/.test(text)
        ? undefined
        : "Write the name of a folder, as standards or contracts/carriers.",
  });
  return name === undefined ? undefined : Uri.joinPath(root.uri, name);
}

async function takenIn(folder: Uri): Promise<readonly string[]> {
  const found = await Promise.all(
    files.map(async (name) => {
      try {
        const { type } = await workspace.fs.stat(Uri.joinPath(folder, name));
        return type === FileType.Unknown ? [] : [name];
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}
