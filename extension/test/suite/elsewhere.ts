/** A folder that is on no disk: everything but tasks works, and what cannot work says so instead of failing. */
import {
  ConfigurationTarget,
  commands,
  DebugStackFrame,
  type Disposable,
  debug,
  type Location,
  type LocationLink,
  languages,
  tasks,
  window,
  workspace,
} from "vscode";
import { accepting } from "./answers.ts";
import { hoverAt, offersWhatStands } from "./asked.ts";
import { equal, eventually, includes } from "./checks.ts";
import { fileAt, placeOf, saved, shown } from "./documents.ts";
import { extension, heard, testsIn } from "./extension.ts";
import { offerMemory } from "./memory-files.ts";

export function elsewhere(): void {
  describe("a folder that is on no disk", () => {
    const memory = offerMemory();

    it("is what is open", () => {
      equal(
        workspace.workspaceFolders?.map(({ uri }) => uri.toString()),
        ["memory:/shop"],
      );
    });

    describe("analysis", analysis);
    describe("data and tests", dataAndTests);
    describe("what needs a disk", withoutDisk);

    describe("that nothing can be written to", () => withoutWriting(memory));
  });
}

function analysis(): void {
  it("says what is wrong", async () => {
    await shown("broken.tenet");
    const found = await eventually("diagnostics", () => mistakesIn("broken.tenet"));
    equal(found, ["`lest` is not understood here; did you mean `least`?"]);
  });

  it("reads the files that an agreement uses", async () => {
    const { document } = await shown("parcels.tenet");
    const at = placeOf(document, "on_time\n    at least").translate(0, 2);
    includes(await hoverAt(document.uri, at), "Delivered on time");
    const [place] = await eventually("the definition", async () => {
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        at,
      );
      return found.length === 0 ? undefined : found;
    });
    const uri = place !== undefined && "targetUri" in place ? place.targetUri : place?.uri;
    equal(uri?.toString(), "memory:/shop/shared/data.tenet");
    equal(languages.getDiagnostics(document.uri), []);
  });

  it("completes", async () => {
    const { document } = await shown("parcels.tenet");
    await offersWhatStands(document, "measured each calendar month");
  });

  it("follows a file that changes behind the editor's back", async () => {
    const before = await saved("shared/data.tenet");
    const written = (text: string) =>
      workspace.fs.writeFile(fileAt("shared/data.tenet"), new TextEncoder().encode(text));
    await written(before.replace("metric on_time", "metric arrived"));
    const [first] = await eventually("the mistake", () => mistakesIn("parcels.tenet"));
    includes(first ?? "", "`on_time`");
    await written(before);
    await eventually("no mistake", () => mistakesIn("parcels.tenet") === undefined || undefined);
  });
}

function dataAndTests(): void {
  it("lists tests of files that nobody has opened, and runs them", async () => {
    const api = await extension();
    const tests = await eventually("the tests", () => {
      const found = testsIn(api, "parcels.tenet");
      return found.length === 0 ? undefined : found;
    });
    equal(
      tests.map(({ id }) => id),
      ["at_the_limit", "wrong_hope"],
    );
    const run = await heard(api.onDidRunTests, () => commands.executeCommand("testing.runAll"));
    equal([run.passed, run.failed.map(({ name }) => name)], [["at_the_limit"], ["wrong_hope"]]);
  });

  it("walks through a test, in the files where its sentences stand", async () => {
    const { onDidRunTests } = await extension();
    const { document } = await shown("parcels.tenet");
    const ended = heard(onDidRunTests, () =>
      commands.executeCommand("tenet.debugTest", document.uri.toString(), "at_the_limit"),
    );
    await eventually("the first sentence", () => {
      const isStopped = debug.activeStackItem instanceof DebugStackFrame;
      const isOpen = window.activeTextEditor?.document.uri.toString() === "memory:/shop/shared/data.tenet";
      return isStopped && isOpen ? true : undefined;
    });
    await commands.executeCommand("workbench.action.debug.continue");
    equal((await ended).passed, ["at_the_limit"]);
  });

  it("judges data that the folder has", async () => {
    await workspace.getConfiguration("tenet").update("judge.asOf", "2026-04-10", ConfigurationTarget.Global);
    const { document } = await shown("parcels.tenet");
    const { onDidJudge } = await extension();
    const card = await heard(onDidJudge, () => commands.executeCommand("tenet.judge", document.uri));
    equal(card.obstacles, []);
    equal(
      card.verdicts.flatMap(({ verdict, party, period, value }) =>
        verdict === "missed" ? [[party, period, value]] : [],
      ),
      [
        ["BLUEVAN", "2026-01", "90%"],
        ["BLUEVAN", "2026-03", "90%"],
        ["WEERT", "2026-02", "80%"],
      ],
    );
  });

  it("makes a dataset of a file of the folder", async () => {
    const { document } = await shown("untidy.tenet");
    const before = document.getText();
    await commands.executeCommand("tenet.importCsv", fileAt("partners.csv"));
    includes(document.getText(), `${before}\ndataset partners`);
    includes(document.getText(), 'from "partners.csv"');
    await commands.executeCommand("workbench.action.files.revert");
  });
}

function withoutDisk(): void {
  it("is not offered: there are no tasks", async () => {
    equal(await tasks.fetchTasks({ type: "tenet" }), []);
  });

  it("is not needed for a new agreement", async () => {
    await accepting("tenet.newAgreement");
    const { document } = window.activeTextEditor ?? {};
    equal(document?.uri.toString(), "memory:/shop/standards/standards.tenet");
    const { onDidJudge } = await extension();
    const card = await heard(onDidJudge, () => commands.executeCommand("tenet.judge"));
    equal([card.obstacles, card.parties], [[], ["ACME", "SWIFT"]]);
  });
}

function withoutWriting(memory: Disposable): void {
  it("has a new agreement as a new text", async () => {
    memory.dispose();
    offerMemory(true);
    await eventually(
      "VS Code to know",
      () => workspace.fs.isWritableFileSystem("memory") === false || undefined,
    );
    await commands.executeCommand("tenet.newAgreement");
    const { document } = window.activeTextEditor ?? {};
    equal([document?.isUntitled, document?.languageId], [true, "tenet"]);
    includes(document?.getText() ?? "", 'agreement delivery_standards "Delivery standards"\n');
  });
}

/** What is said of a file; nothing while nothing is. */
function mistakesIn(path: string): readonly string[] | undefined {
  const found = languages.getDiagnostics(fileAt(path));
  return found.length === 0 ? undefined : found.map(({ message }) => message.split("\n")[0] ?? "");
}
