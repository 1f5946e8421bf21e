/** Walking through a test, as VS Code does it: what it stops at, what it shows there, and how it goes on and back. */
import {
  commands,
  DebugStackFrame,
  type Disposable,
  debug,
  type InlineValueContext,
  type InlineValueText,
  Location,
  Range,
  SourceBreakpoint,
  Uri,
  window,
  workspace,
} from "vscode";
import { accepting } from "./answers.ts";
import { equal, eventually } from "./checks.ts";
import { fileAt, placeOf, shown, wholeOf } from "./documents.ts";
import { extension, heard, testsIn } from "./extension.ts";

const LIMIT = "at least 95% where partner.size is large";

export function debugging(): void {
  describe("a walk through a test", () => {
    let seen: Seen;

    beforeEach(() => {
      seen = watch();
    });

    afterEach(async () => {
      await debug.stopDebugging();
      debug.removeBreakpoints(debug.breakpoints);
      seen.dispose();
      await commands.executeCommand("workbench.action.closeAllEditors");
    });

    it("stops at a breakpoint, shows what was read there, goes back, and ends with the outcome", async () => {
      const api = await extension();
      await eventually("the tests", () => testsIn(api, "parcels.tenet")[0]);
      const { document } = await shown("parcels.tenet");
      const limit = placeOf(document, LIMIT);
      debug.addBreakpoints([new SourceBreakpoint(new Location(document.uri, limit))]);
      const ended = heard(api.onDidRunTests, () =>
        commands.executeCommand("tenet.debugTest", document.uri.toString(), "at_the_limit"),
      );
      equal(await stopOf(seen, 1), ["entry", "shared/data.tenet", 15]);

      await commands.executeCommand("workbench.action.debug.continue");
      equal(await stopOf(seen, 2), ["breakpoint", "parcels.tenet", limit.line + 1]);
      equal(await variables(), [
        ["on_time", "95%"],
        ["limit", "at least 95%"],
        ["result", "met"],
        ["distance", "0 deliveries to spare"],
      ]);
      equal(await besideText(limit.line), ["95%: met"]);

      await commands.executeCommand("workbench.action.debug.stepBack");
      equal(await stopOf(seen, 3), ["step", "shared/data.tenet", 15]);
      // The newest value of the data would stand beside the limit otherwise.
      equal(await besideText(limit.line), []);

      await commands.executeCommand("workbench.action.debug.stepOver");
      equal(await stopOf(seen, 4), ["step", "parcels.tenet", limit.line + 1]);
      await commands.executeCommand("workbench.action.debug.continue");
      const run = await ended;
      equal([run.passed, run.failed.length], [["at_the_limit"], 0]);
      equal(seen.outcome(), "✓ passed: Exactly 95 percent is met by a large carrier\n");
    });

    it("starts in an agreement without a `launch.json`, and asks which test is meant", async () => {
      const { document } = await shown("parcels.tenet");
      // The first of the list is taken.
      await accepting("workbench.action.debug.start");
      equal(await stopOf(seen, 1), ["entry", "shared/data.tenet", 15]);
      equal(debug.activeDebugSession?.configuration.test, "at_the_limit");
      equal(debug.activeDebugSession?.configuration.file, document.uri.toString());
    });

    it("does not begin for a test that is not there", async () => {
      const started = await debug.startDebugging(workspace.workspaceFolders?.[0], {
        ...{ type: "tenet", request: "launch", name: "a test" },
        ...{ file: fileAt("parcels.tenet").toString(), test: "unheard_of" },
      });
      equal([started, seen.stops()], [false, []]);
    });
  });
}

/** What the adapter has sent. */
interface Seen extends Disposable {
  stops(): readonly string[];
  /** How the test ended, as the console says it. */
  outcome(): string | undefined;
}

interface Sent {
  readonly type: string;
  readonly event?: string;
  readonly body?: { readonly reason?: string; readonly output?: string };
}

function watch(): Seen {
  const sent: Sent[] = [];
  const tracking = debug.registerDebugAdapterTrackerFactory("tenet", {
    createDebugAdapterTracker: () => ({ onDidSendMessage: (message: Sent) => sent.push(message) }),
  });
  const events = (name: string) =>
    sent.flatMap(({ event, body }) => (event === name && body !== undefined ? [body] : []));
  return {
    stops: () => events("stopped").map(({ reason }) => reason ?? ""),
    outcome: () => events("output").at(-1)?.output,
    dispose: () => tracking.dispose(),
  };
}

interface Frame {
  readonly id: number;
  readonly line: number;
  readonly source: { readonly path: string };
}

/** The so-manieth stop, once VS Code shows it: why it stopped, and where. */
async function stopOf(seen: Seen, count: number): Promise<readonly (string | number)[]> {
  const reason = await eventually(`stop ${count}`, () => seen.stops()[count - 1]);
  const frame = await eventually(`the sentence of stop ${count}`, async () => {
    const top = await topFrame();
    return top !== undefined && isShown(top) ? top : undefined;
  });
  return [reason, pathOf(frame).slice(fileAt("x").path.length - 1), frame.line];
}

/** A session that has not begun, or has ended, answers nothing. */
async function topFrame(): Promise<Frame | undefined> {
  const asking = debug.activeDebugSession?.customRequest("stackTrace", { threadId: 1 });
  const answer = await asking?.then(
    (found: { readonly stackFrames: readonly Frame[] } | undefined) => found,
    () => undefined,
  );
  return answer?.stackFrames[0];
}

/** VS Code opens the file of a sentence that it stops at, and goes there. */
function isShown(frame: Frame): boolean {
  const { document, selection } = window.activeTextEditor ?? {};
  const isFocused = debug.activeStackItem instanceof DebugStackFrame;
  return isFocused && document?.uri.path === pathOf(frame) && selection?.start.line === frame.line - 1;
}

/** An extension host may know a file by another address than the workbench, but not by another path. */
function pathOf({ source: { path } }: Frame): string {
  return Uri.parse(path).path;
}

/** What is read in the sentence at hand. */
async function variables(): Promise<readonly (readonly string[])[]> {
  const session = debug.activeDebugSession;
  if (session === undefined) throw new Error("nothing is walked through");
  const { scopes } = await session.customRequest("scopes", { frameId: (await topFrame())?.id });
  const { variablesReference } = scopes[0];
  const found = await session.customRequest("variables", { variablesReference });
  return found.variables.map(({ name, value }: { name: string; value: string }) => [name, value]);
}

/** What stands beside a line of the agreement. */
async function besideText(line: number): Promise<readonly string[]> {
  const { document } = await shown("parcels.tenet");
  const stoppedLocation = new Range(line, 0, line, 0);
  const context: InlineValueContext = { frameId: (await topFrame())?.id ?? 0, stoppedLocation };
  const provider = "vscode.executeInlineValueProvider";
  const found = await commands.executeCommand<InlineValueText[]>(
    provider,
    document.uri,
    wholeOf(document),
    context,
  );
  return found.filter(({ range }) => range.start.line === line).map(({ text }) => text);
}
