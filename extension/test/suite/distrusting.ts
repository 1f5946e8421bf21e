/**
 * A folder that nobody trusts, and that sets traps: a command line of its own, a task that would start by itself, and
 * settings that name programs. The text is checked; nothing is run, and no data is read.
 */
import {
  CancellationTokenSource,
  type CodeLens,
  commands,
  debug,
  languages,
  TestRunRequest,
  tasks,
  workspace,
} from "vscode";
import { hoverAt, offersWhatStands } from "./asked.ts";
import { equal, eventually, includes } from "./checks.ts";
import { fileAt, placeOf, shown } from "./documents.ts";
import { extension, pages, testsIn } from "./extension.ts";

const SECONDS_TO_ANSWER = 3;

export function distrusting(): void {
  describe("a folder that nobody trusts", () => {
    it("is what is open, with its traps", async () => {
      equal(workspace.isTrusted, false);
      for (const path of ["node_modules/.bin/tenet", ".vscode/tasks.json", ".vscode/settings.json"])
        await workspace.fs.stat(fileAt(path));
    });

    describe("has its text", checked);
    describe("has nothing", nothingRun);

    describe("has sprung", trapsLeft);
  });
}

function checked(): void {
  it("checked, completed and explained", async () => {
    await shown("broken.tenet");
    const [first] = await eventually("diagnostics", () => {
      const found = languages.getDiagnostics(fileAt("broken.tenet"));
      return found.length === 0 ? undefined : found;
    });
    equal(first?.message.split("\n")[0], "`lest` is not understood here; did you mean `least`?");
    const { document } = await shown("parcels.tenet");
    await offersWhatStands(document, "measured each calendar month");
    includes(await hoverOn("on_time\n    at least"), "Delivered on time");
  });

  it("formatted", async () => {
    const { document } = await shown("untidy.tenet");
    await commands.executeCommand("tenet.format");
    equal(document.getText().split("\n").slice(1, 3), ["  partner shop", "  dated came_on"]);
    await commands.executeCommand("workbench.action.files.revert");
  });
}

/** Last of all: a trap that is sprung leaves a file. */
function trapsLeft(): void {
  it("none of its traps", async () => {
    const names = (await workspace.fs.readDirectory(fileAt(""))).map(([name]) => name);
    equal(names.includes("tool"), true);
    equal(
      names.filter((name) => name.startsWith("trap")),
      [],
    );
  });
}

function nothingRun(): void {
  it("listed as a task: VS Code asks for trust before it lists any, and nobody gives it", async () => {
    const unanswered = new Promise((done) => setTimeout(() => done("nobody"), SECONDS_TO_ANSWER * 1000));
    equal(await Promise.race([tasks.fetchTasks({ type: "tenet" }), unanswered]), "nobody");
  });

  it("run of its tests or walked through, though they are listed", async () => {
    const api = await extension();
    await eventually("the tests", () => testsIn(api, "parcels.tenet")[0]);
    let runs = 0;
    const listening = api.onDidRunTests(() => {
      runs += 1;
    });
    const never = new CancellationTokenSource();
    await api.testProfile.runHandler(new TestRunRequest(undefined, undefined, api.testProfile), never.token);
    await commands.executeCommand("tenet.runTest", fileAt("parcels.tenet").toString(), "at_the_limit");
    await api.debugProfile.runHandler(
      new TestRunRequest(undefined, undefined, api.debugProfile),
      never.token,
    );
    await commands.executeCommand("tenet.debugTest", fileAt("parcels.tenet").toString(), "at_the_limit");
    equal([runs, debug.activeDebugSession], [0, undefined]);
    listening.dispose();
    never.dispose();
  });

  it("debugged: VS Code asks for trust before any session, and nobody gives it", async () => {
    const unanswered = new Promise((done) => setTimeout(() => done("nobody"), SECONDS_TO_ANSWER * 1000));
    const starting = debug.startDebugging(workspace.workspaceFolders?.[0], {
      ...{ type: "tenet", request: "launch", name: "a test" },
      ...{ file: fileAt("parcels.tenet").toString(), test: "at_the_limit" },
    });
    equal(await Promise.race([starting, unanswered]), "nobody");
    equal(debug.activeDebugSession, undefined);
  });

  it("judged, explained or imported", async () => {
    const { document } = await shown("parcels.tenet");
    const before = document.getText();
    await commands.executeCommand("tenet.judge", document.uri);
    await commands.executeCommand("tenet.explainVerdict");
    await commands.executeCommand("tenet.importCsv", fileAt("deliveries.csv"));
    equal([pages(), document.getText()], [[], before]);
  });

  it("offered above the declarations, or told of the data", async () => {
    const { document } = await shown("parcels.tenet");
    const many = 100;
    const provider = "vscode.executeCodeLensProvider";
    const lenses = await commands.executeCommand<CodeLens[]>(provider, document.uri, many);
    equal(
      lenses.map(({ command }) => command?.title),
      ["2 references"],
    );
    const text = await hoverOn('punctual "Parcels');
    for (const ofData of ["BLUEVAN", "WEERT"]) equal(text.includes(ofData), false, ofData);
  });

  it("taken from the folder's settings", () => {
    const settings = workspace.getConfiguration("tenet", fileAt("parcels.tenet"));
    equal([settings.get("judge.asOf"), settings.get("dataInsights")], ["", true]);
  });
}

async function hoverOn(part: string): Promise<string> {
  const { document } = await shown("parcels.tenet");
  return hoverAt(document.uri, placeOf(document, part).translate(0, 2));
}
