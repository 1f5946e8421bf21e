/** Files of the workspace that the tests run on, and what stands in them. */
import { type Position, Range, type TextDocument, type TextEditor, Uri, window, workspace } from "vscode";

/** The address of a file of the workspace. */
export function fileAt(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("the tests need a folder");
  return Uri.joinPath(folder.uri, path);
}

/** A file, shown. */
export async function shown(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileAt(path)));
}

/** Where a part of the text begins that stands there once. */
export function placeOf(document: TextDocument, part: string): Position {
  const at = document.getText().indexOf(part);
  if (at < 0) throw new Error(`there is no ${JSON.stringify(part)} in ${document.uri.path}`);
  return document.positionAt(at);
}

/** The text of a file as it is on the disk. */
export async function saved(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fileAt(path)));
}

/** The whole of a document. */
export function wholeOf(document: TextDocument): Range {
  return new Range(document.positionAt(0), document.positionAt(document.getText().length));
}
