/**
 * Files for a server that cannot read them itself: in a browser, and in folders that are on no disk. Only what lies in
 * a folder of the workspace is read.
 */
import type { ListFilesParams, ReadFileParams, ReadFileResult } from "@tenet-lang/language-server/requests";
import { type Disposable, FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Data files are read whole; one that is larger is for the command line. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Answers the server's requests. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest("tenet/listFiles", ({ folder, endings }: ListFilesParams) =>
      namesBelow(Uri.parse(folder), endings),
    ),
    client.onRequest("tenet/readFile", ({ uri, most }: ReadFileParams) => bytesOf(Uri.parse(uri), most)),
  ];
}

async function bytesOf(uri: Uri, most?: number): Promise<ReadFileResult> {
  if (workspace.getWorkspaceFolder(uri) === undefined) return null;
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > LARGEST_FILE) return null;
    return { base64: base64((await workspace.fs.readFile(uri)).subarray(0, most)) };
  } catch {
    return null;
  }
}

/** Piece by piece: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

async function namesBelow(root: Uri, endings: readonly string[]): Promise<readonly string[]> {
  if (workspace.getWorkspaceFolder(root) === undefined) return [];
  return (await filesBelow(root, endings)).map((uri) => uri.toString()).sort();
}

/** All Tenet files of the workspace. Search is part of a disk; who provides other folders need not provide it. */
export async function tenetFiles(): Promise<readonly Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  const found = folders.map(({ uri }) =>
    uri.scheme === "file"
      ? workspace.findFiles(new RelativePattern(uri, "**/*.tenet"), "**/node_modules/**")
      : filesBelow(uri, [".tenet"]),
  );
  return (await Promise.all(found)).flat();
}

/** All files of a folder and its folders whose names end so, but none that are hidden or were installed. */
export async function filesBelow(root: Uri, endings: readonly string[]): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [name, type] of await entriesOf(next)) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const uri = Uri.joinPath(next, name);
      if (type === FileType.Directory) waiting.push(uri);
      else if (type === FileType.File && endings.some((ending) => name.endsWith(ending))) found.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
