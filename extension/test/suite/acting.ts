/** Every command of the palette, and exactly what it does. */
import {
  type CodeLens,
  commands,
  languages,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { accepting, cancelling } from "./answers.ts";
import { equal, eventually, includes } from "./checks.ts";
import { fileAt, saved, shown, wholeOf } from "./documents.ts";
import { extension, heard, installed, pages } from "./extension.ts";

const closeAll = "workbench.action.closeAllEditors";

export function acting(): void {
  describe("Tenet: New Agreement", newAgreement);
  describe("Tenet: New Standard", newStandard);
  describe("Tenet: Import a CSV as Dataset", importCsv);
  describe("Tenet: Judge on Data", judge);
  describe("Tenet: Explain a Verdict", explain);
  describe("Tenet: Format Agreement", format);
  describe("the commands", others);
}

function newAgreement(): void {
  const files = ["deliveries.csv", "partners.csv", "standards.tenet"];

  it("writes nothing when nobody answers", async () => {
    await cancelling("tenet.newAgreement");
    equal((await entriesOf("")).includes("standards"), false);
  });

  it("writes a complete agreement with its data, and shows it", async () => {
    await accepting("tenet.newAgreement");
    equal(await entriesOf("standards"), files);
    for (const name of files) {
      const starter = Uri.joinPath(installed().extensionUri, "starter", name);
      equal(await saved(`standards/${name}`), new TextDecoder().decode(await workspace.fs.readFile(starter)));
    }
    equal(activeFile(), fileAt("standards/standards.tenet").toString());
    const { onDidJudge } = await extension();
    const card = await heard(onDidJudge, () => commands.executeCommand("tenet.judge"));
    equal([card.title, card.obstacles, card.parties], ["Delivery standards", [], ["ACME", "SWIFT"]]);
  });

  it("leaves alone what is there already", async () => {
    const file = fileAt("standards/partners.csv");
    await workspace.fs.writeFile(file, new TextEncoder().encode("mine"));
    await accepting("tenet.newAgreement");
    equal(await saved("standards/partners.csv"), "mine");
    equal(await entriesOf("standards"), files);
    await commands.executeCommand(closeAll);
  });
}

function newStandard(): void {
  const standard = `standard name "What is promised, in a sentence"
  requires on_time at least 95%
  measured each calendar month
  needs at least 30 deliveries otherwise not_enough_data
  because "why it matters"
`;

  it("appends a standard about the metric that is chosen, its limit in the metric's unit", async () => {
    const { document } = await shown("parcels.tenet");
    const before = document.getText();
    await accepting("tenet.newStandard");
    equal(document.getText(), `${before}\n${standard}`);
    await reverted(document, before);
  });

  it("appends nothing when nobody chooses", async () => {
    const { document } = await shown("parcels.tenet");
    const before = document.getText();
    await cancelling("tenet.newStandard");
    equal(document.getText(), before);
  });

  it("says so where there is no metric, and changes nothing", async () => {
    const document = await workspace.openTextDocument({ language: "tenet", content: "# empty\n" });
    await window.showTextDocument(document);
    await commands.executeCommand("tenet.newStandard");
    equal(document.getText(), "# empty\n");
    await discarded();
  });
}

function importCsv(): void {
  const dataset = `dataset deliveries from "deliveries.csv" one row per parcel_id
  partner carrier
  dated promised_on
  field parcel_id text
  field carrier text
  field promised_on date
  field delivered_on date
`;

  it("appends the dataset to the agreement that is shown", async () => {
    const { document } = await shown("untidy.tenet");
    const before = document.getText();
    await commands.executeCommand("tenet.importCsv", fileAt("deliveries.csv"));
    equal(document.getText(), `${before}\n${dataset}`);
    const { active } = window.activeTextEditor?.selection ?? {};
    includes(document.lineAt(active?.line ?? 0).text, "dataset deliveries");
    await reverted(document, before);
  });

  it("names the file as it lies from the agreement that has the keyboard, of several that are shown", async () => {
    await commands.executeCommand("workbench.action.splitEditor");
    const { document } = await shown("shared/data.tenet");
    const before = document.getText();
    await commands.executeCommand("tenet.importCsv", fileAt("deliveries.csv"));
    equal(
      document.getText(),
      `${before}\n${dataset.replace('from "deliveries.csv"', 'from "../deliveries.csv"')}`,
    );
    await reverted(document, before);
  });

  it("starts a new text where no agreement is shown", async () => {
    await commands.executeCommand(closeAll);
    await commands.executeCommand("tenet.importCsv", fileAt("deliveries.csv"));
    const { document } = window.activeTextEditor ?? {};
    equal([document?.isUntitled, document?.languageId, document?.getText()], [true, "tenet", dataset]);
    await discarded();
  });

  it("changes nothing for a file that is not there, or has no header", async () => {
    const { document } = await shown("untidy.tenet");
    const before = document.getText();
    await workspace.fs.writeFile(fileAt("empty.csv"), new Uint8Array());
    for (const name of ["missing.csv", "empty.csv"])
      await commands.executeCommand("tenet.importCsv", fileAt(name));
    equal(document.getText(), before);
    await workspace.fs.delete(fileAt("empty.csv"));
  });
}

function judge(): void {
  it("judges the agreement at hand, or the one that is named, each on one page", async () => {
    await commands.executeCommand(closeAll);
    const { onDidJudge } = await extension();
    await shown("parcels.tenet");
    const card = await heard(onDidJudge, () => commands.executeCommand("tenet.judge"));
    equal([card.title, card.day, card.verdicts.length], ["Parcels to the door", "2026-04-10", 12]);
    equal(pages().length, 1);
    await commands.executeCommand("tenet.judge", fileAt("parcels.tenet").toString());
    equal(pages().length, 1);
  });

  it("judges again when the agreement is saved", async () => {
    const { onDidJudge } = await extension();
    const { document } = await shown("parcels.tenet");
    const before = document.getText();
    const milder = before.replace("at least 95% where", "at least 90% where");
    const card = await heard(onDidJudge, () => rewritten(document, milder));
    const missed = card.verdicts.filter(({ verdict }) => verdict === "missed");
    equal(
      missed.map(({ party, period, value }) => [party, period, value]),
      [["WEERT", "2026-02", "80%"]],
    );
    await heard(onDidJudge, () => rewritten(document, before));
    await commands.executeCommand(closeAll);
  });
}

function explain(): void {
  // Of twenty deliveries eighteen were on time; 95 percent of twenty are nineteen.
  const page = `# Parcels arrive when promised

Parcels to the door, version 1.0.0. Data up to 2026-04-10.

| | |
| --- | --- |
| Partner | **BLUEVAN** |
| Period | **2026\\-01 \\(2026\\-01\\-01 to 2026\\-01\\-31\\)** |
| Verdict | **missed** |
| Value | **90%** |
| Asked for | **on\\_time at least 95%** |
| Distance | **1 delivery short \\(19 of 20 would have met it\\)** |

## Why

- Delivered on time is 90% \\(18 of 20 deliveries\\), at least 95% is asked for\\: 1 delivery short \\(19 of 20 would have met it\\)`;

  it("shows nothing when nobody chooses", async () => {
    await shown("parcels.tenet");
    await cancelling("tenet.explainVerdict");
    equal(pages(), []);
  });

  it("shows what was missed first, as a page to read", async () => {
    await shown("parcels.tenet");
    await accepting("tenet.explainVerdict");
    await eventually(
      "the page",
      () => pages().some((kind) => kind.includes("markdown.preview")) || undefined,
    );
    const text = await eventually("its text", () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === "tenet-verdict"),
    );
    equal(text.uri.path, "/punctual, BLUEVAN, 2026-01.md");
    equal(text.getText().trimEnd(), page);
    await commands.executeCommand(closeAll);
  });
}

function format(): void {
  const tidy = `dataset visits "Visits" from "visits.csv" one row per visit_id
  partner shop
  dated came_on
  field visit_id text
  field shop text
  field came_on date
`;

  it("puts the agreement into its canonical form, also while another text has the keyboard", async () => {
    const { document } = await shown("untidy.tenet");
    const before = document.getText();
    const other = await workspace.openTextDocument(fileAt("partners.csv"));
    const rows = other.getText();
    await window.showTextDocument(other, ViewColumn.Beside);
    await commands.executeCommand("tenet.format");
    equal([document.getText(), document.isDirty, other.getText()], [tidy, true, rows]);
    await reverted(document, before);
    await commands.executeCommand(closeAll);
  });
}

function others(): void {
  it("start the server again, which says what it said before", async () => {
    await shown("broken.tenet");
    const told = () =>
      languages.getDiagnostics(fileAt("broken.tenet")).filter(({ code }) => typeof code === "object");
    const before = (await eventually("diagnostics", () => told()[0])).message;
    await commands.executeCommand("tenet.restartServer");
    equal((await eventually("diagnostics", () => told()[0])).message, before);
    const { document } = await shown("parcels.tenet");
    equal(await lensesOf(document), ["tenet.debugTest", "tenet.judge", "tenet.runTest"]);
  });

  it("show what the server has said", async () => {
    await commands.executeCommand("tenet.showOutput");
    await eventually("the output", () => workspace.textDocuments.find(({ uri }) => uri.scheme === "output"));
    await commands.executeCommand("workbench.action.closePanel");
  });

  it("are all there that lenses call", async () => {
    const known = new Set(await commands.getCommands(true));
    const { document } = await shown("parcels.tenet");
    equal(
      (await lensesOf(document)).filter((name) => !known.has(name)),
      [],
    );
    equal(
      ["tenet.runTest", "tenet.debugTest", "tenet.showReferences"].filter((name) => !known.has(name)),
      [],
    );
    await commands.executeCommand(closeAll);
  });
}

function activeFile(): string | undefined {
  return window.activeTextEditor?.document.uri.toString();
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  return (await workspace.fs.readDirectory(fileAt(folder))).map(([name]) => name).sort();
}

/** The commands of a document's lenses, each once. */
async function lensesOf({ uri }: TextDocument): Promise<readonly string[]> {
  const found = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri);
  return [...new Set(found.flatMap(({ command }) => command?.command ?? []))].sort();
}

/** A document with another text, saved. */
async function rewritten(document: TextDocument, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  await editor.edit((edit) => edit.replace(wholeOf(document), text));
  await document.save();
}

/** Closes a text that was never saved; without a word in it VS Code does not ask. */
async function discarded(): Promise<void> {
  const editor = window.activeTextEditor;
  await editor?.edit((edit) => edit.delete(wholeOf(editor.document)));
  await commands.executeCommand("workbench.action.closeActiveEditor");
}

/** Undoes what a command has written. */
async function reverted(document: TextDocument, before: string): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.files.revert");
  equal(document.getText(), before);
}
