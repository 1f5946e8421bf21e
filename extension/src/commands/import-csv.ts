/** A CSV file as a dataset: its columns become fields, with types read off its first rows, for the person to correct. */
import type { ImportedDataset } from "@tenet-lang/language-server/requests";
import { Range, Selection, type Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { stepDone } from "../walkthrough.ts";
import { shownAgreement } from "./active.ts";
import { csvText } from "./csv-text.ts";

/** Enough rows to tell types by; the rest is not read. */
const HEAD = 256 * 1024;

export async function importCsv(client: BaseLanguageClient, given: Uri | undefined): Promise<void> {
  const csv = given ?? (await chosenFile());
  if (csv === undefined) return;
  const bytes = await bytesOf(csv);
  if (bytes === null) {
    void window.showWarningMessage(`${nameOf(csv)} cannot be read.`);
    return;
  }
  const read = csvText(bytes.subarray(0, HEAD));
  if ("obstacle" in read) {
    void window.showWarningMessage(`${nameOf(csv)} ${read.obstacle}`);
    return;
  }
  const editor = shownAgreement();
  const source = editor === undefined ? nameOf(csv) : pathFrom(editor.document.uri, csv);
  const dataset = await client.sendRequest<ImportedDataset | null>("tenet/importCsv", {
    source,
    head: read.text,
    isWhole: bytes.length <= HEAD,
  });
  if (dataset === null) {
    void window.showWarningMessage(`${nameOf(csv)} has no header line that could be read as CSV.`);
    return;
  }
  stepDone("data");
  if (editor === undefined) {
    const document = await workspace.openTextDocument({ language: "tenet", content: dataset.text });
    await window.showTextDocument(document);
    return;
  }
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  const { text, range } = shown.document.lineAt(shown.document.lineCount - 1);
  const gap = text === "" ? "\n" : "\n\n";
  await shown.edit((edit) => edit.insert(range.end, `${gap}${dataset.text}`));
  const start = shown.document.validatePosition(range.end.translate(gap.length).with({ character: 0 }));
  shown.selection = new Selection(start, start);
  shown.revealRange(new Range(start, start));
}

async function chosenFile(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({ title: "Import a CSV as Dataset", filters: { CSV: ["csv", "tsv"] } })) ??
    [];
  return file;
}

async function bytesOf(file: Uri): Promise<Uint8Array | null> {
  try {
    return await workspace.fs.readFile(file);
  } catch {
    return null;
  }
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
