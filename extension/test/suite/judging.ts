/** Tests of agreements and their coverage, and the scorecard. */
import {
  CancellationTokenSource,
  commands,
  Range,
  type TestMessage,
  TestRunRequest,
  workspace,
} from "vscode";
import { equal, eventually, includes } from "./checks.ts";
import { fileAt, placeOf, shown } from "./documents.ts";
import { extension, heard, pages, testsIn } from "./extension.ts";

export function judging(): void {
  describe("the Test Explorer", () => {
    it("lists the tests of files that nobody has opened", async () => {
      const tests = await eventually("the tests", async () => {
        const found = testsIn(await extension(), "parcels.tenet");
        return found.length === 0 ? undefined : found;
      });
      equal(
        tests.map(({ id, label }) => [id, label]),
        [
          ["at_the_limit", "Exactly 95 percent is met by a large carrier"],
          ["wrong_hope", "A hope that the limit does not share"],
        ],
      );
    });

    it("runs them: one passes, and the other says what was expected and what was found", async () => {
      const run = await runOf("testing.runAll");
      equal(run.passed, ["at_the_limit"]);
      equal(
        run.failed.map(({ name }) => name),
        ["wrong_hope"],
      );
      const [message] = run.failed[0]?.messages ?? [];
      includes(String(message?.message), "expected met, found missed");
      // VS Code would show signs between the two instead of the sentence.
      equal([message?.expectedOutput, message?.actualOutput], [undefined, undefined]);
      const { document } = await shown("parcels.tenet");
      includes(document.lineAt(lineOf(message)).text, "expect punctual");
    });

    it("runs watched tests again when their text changes", async () => {
      const { testProfile: profile, onDidRunTests } = await extension();
      const watching = new CancellationTokenSource();
      const request = new TestRunRequest(undefined, undefined, profile, true);
      await heard(onDidRunTests, () => profile.runHandler(request, watching.token));
      const editor = await shown("parcels.tenet");
      // Nineteen of twenty are 95 percent.
      const row = placeOf(editor.document, "18   | 2026-01-10");
      const other = placeOf(editor.document, "2    | 2026-01-10");
      const run = await heard(onDidRunTests, () =>
        editor.edit((edit) => {
          edit.replace(new Range(row, row.translate(0, 2)), "19");
          edit.replace(new Range(other, other.translate(0, 2)), "1 ");
        }),
      );
      equal([run.passed, run.failed.length], [["at_the_limit", "wrong_hope"], 0]);
      watching.cancel();
      watching.dispose();
      await commands.executeCommand("workbench.action.files.revert");
    });

    it("measures how much of the limits the tests have tried", async () => {
      const { coverage } = await runOf("testing.coverageAll");
      // Two rows of a limit have four outcomes; of the first row both have been tried, of the second none.
      equal(coverage, [{ uri: "parcels.tenet", branches: [2, 4] }]);
    });

    it("runs one test, as a click above it does", async () => {
      const run = await heard((await extension()).onDidRunTests, () =>
        commands.executeCommand("tenet.runTest", fileAt("parcels.tenet").toString(), "at_the_limit"),
      );
      equal([run.passed, run.failed.length], [["at_the_limit"], 0]);
    });
  });

  describe("the scorecard", () => {
    it("opens beside the agreement, with a verdict for every partner and month", async () => {
      await workspace.getConfiguration("tenet").update("judge.asOf", "2026-04-10");
      const { document } = await shown("parcels.tenet");
      const api = await extension();
      const card = await heard(api.onDidJudge, () => commands.executeCommand("tenet.judge", document.uri));
      equal(card.obstacles, []);
      equal(card.parties, ["BLUEVAN", "SWIFT", "WEERT"]);
      const missed = card.verdicts.filter(({ verdict }) => verdict === "missed");
      equal(
        missed.map(({ party, period, value }) => [party, period, value]),
        [
          ["BLUEVAN", "2026-01", "90%"],
          ["BLUEVAN", "2026-03", "90%"],
          ["WEERT", "2026-02", "80%"],
        ],
      );
      equal(pages().length, 1);
    });
  });
}

async function runOf(command: string) {
  return heard((await extension()).onDidRunTests, () => commands.executeCommand(command));
}

function lineOf(message: TestMessage | undefined): number {
  const place = message?.location?.range;
  if (place === undefined) throw new Error("the message has no place");
  return place.start.line;
}
