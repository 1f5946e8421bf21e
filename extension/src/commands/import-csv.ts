/** A CSV file as a dataset: its columns become fields, with types read off its first rows, for the person to correct. */
import type { ImportedDataset } from "@tenet-lang/language-server/requests";
import { Position, type Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Enough rows to tell types by; the rest is not read. */
const HEAD = 256 * 1024;

export async function importCsv(client: BaseLanguageClient, given: Uri | undefined): Promise<void> {
  const csv = given ?? (await chosenFile());
  if (csv === undefined) return;
  const bytes = await workspace.fs.readFile(csv);
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  const editor = window.visibleTextEditors.find(({ document }) => document.languageId === "tenet");
  const source = editor === undefined ? nameOf(csv) : pathFrom(editor.document.uri, csv);
  const dataset = await client.sendRequest<ImportedDataset | null>("tenet/importCsv", {
    source,
    head,
    isWhole: bytes.length <= HEAD,
  });
  if (dataset === null) {
    void window.showWarningMessage(`${nameOf(csv)} has no header line that could be read as CSV.`);
    return;
  }
  if (editor === undefined) {
    const document = await workspace.openTextDocument({ language: "tenet", content: dataset.text });
    await window.showTextDocument(document);
    return;
  }
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  const { lineCount } = editor.document;
  const gap = editor.document.lineAt(lineCount - 1).text === "" ? "\n" : "\n\n";
  await shown.edit((edit) => edit.insert(new Position(lineCount, 0), `${gap}${dataset.text}`));
  shown.revealRange(
    shown.document.validateRange(
      shown.selection.with({ start: new Position(lineCount + 1, 0), end: new Position(lineCount + 1, 0) }),
    ),
  );
}

async function chosenFile(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({ title: "Import a CSV as Dataset", filters: { CSV: ["csv", "tsv"] } })) ??
    [];
  return file;
}

function nameOf({ path }: Uri): string {
  return path.split("/").at(-1) ?? path;
}

/** The file as the agreement would name it: relative, where both lie in one place. */
function pathFrom(agreement: Uri, file: Uri): string {
  const folder = agreement.path.split("/").slice(0, -1);
  const parts = file.path.split("/");
  const isSamePlace = agreement.scheme === file.scheme && agreement.authority === file.authority;
  if (!isSamePlace) return nameOf(file);
  let shared = 0;
  while (shared < folder.length && folder[shared] === parts[shared]) shared += 1;
  return [...folder.slice(shared).map(() => ".."), ...parts.slice(shared)].join("/");
}
