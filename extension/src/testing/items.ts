/**
 * The tests that stand in files, as items of the Test Explorer: a file each, and in it its tests. Items follow what is
 * written, a moment after it is written; files that nobody has opened are listed as they are on the disk.
 */
import type { ListedTest } from "@tenet-lang/language-server/requests";
import {
  type Disposable,
  type Range,
  type TestController,
  type TestItem,
  type TextDocument,
  type Uri,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { tenetFiles } from "../files.ts";

/** Milliseconds after the last change. */
const REST = 300;

/** Keeps the items of a controller; `onChange` hears of files whose text changed. */
export function keepItems(
  client: BaseLanguageClient,
  controller: TestController,
  onChange: (file: TestItem) => void,
): Disposable[] {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const refresh = async (uri: Uri): Promise<void> => {
    // Who is gone for now is asked when it is back.
    if (!client.needsStop()) return;
    const file = await listed(client, controller, uri);
    if (file !== undefined) onChange(file);
  };
  const soon = (uri: Uri): void => {
    clearTimeout(waiting.get(uri.toString()));
    waiting.set(
      uri.toString(),
      setTimeout(() => void refresh(uri), REST),
    );
  };
  const ofDocument = ({ languageId, uri }: TextDocument): void => {
    if (languageId === "tenet") soon(uri);
  };
  const watcher = workspace.createFileSystemWatcher("**/*.tenet");
  const refreshAll = async (): Promise<void> => {
    if (client.isRunning()) await Promise.all((await tenetFiles()).map(refresh));
  };
  controller.refreshHandler = refreshAll;
  void refreshAll();
  return [
    watcher,
    client.onDidChangeState(() => void refreshAll()),
    watcher.onDidCreate(soon),
    watcher.onDidChange(soon),
    watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
    workspace.onDidOpenTextDocument(ofDocument),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) ofDocument(document);
    }),
    { dispose: () => [...waiting.values()].forEach(clearTimeout) },
  ];
}

/** The item of a file, its tests brought up to date; none where the file has no tests. */
async function listed(
  client: BaseLanguageClient,
  controller: TestController,
  uri: Uri,
): Promise<TestItem | undefined> {
  const id = uri.toString();
  const tests = await testsOf(client, uri);
  if (tests.length === 0) {
    controller.items.delete(id);
    return undefined;
  }
  const file = controller.items.get(id) ?? controller.createTestItem(id, workspace.asRelativePath(uri), uri);
  file.children.replace(tests.map((test) => itemOf(client, controller, uri, test)));
  controller.items.add(file);
  return file;
}

function itemOf(
  client: BaseLanguageClient,
  controller: TestController,
  uri: Uri,
  { name, label, range }: ListedTest,
): TestItem {
  const item = controller.createTestItem(name, label, uri);
  if (label !== name) item.description = name;
  item.range = client.protocol2CodeConverter.asRange(range) as Range;
  return item;
}

/** The server knows files of the workspace by itself; one that it has not read yet is opened for it. */
export async function testsOf(client: BaseLanguageClient, uri: Uri): Promise<readonly ListedTest[]> {
  const ask = (): Promise<readonly ListedTest[] | null> =>
    client.sendRequest("tenet/tests", { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } });
  const tests = await ask();
  if (tests !== null && tests.length > 0) return tests;
  try {
    await workspace.openTextDocument(uri);
  } catch {
    return [];
  }
  return (await ask()) ?? [];
}
