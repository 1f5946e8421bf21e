/**
 * The Test Explorer: tests from the files, run once or whenever their text changes, and coverage. Nothing runs in a
 * folder that is not trusted.
 */
import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type TestController,
  type TestItem,
  type TestRunProfile,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { TenetCoverage } from "./coverage.ts";
import { keepItems } from "./items.ts";
import { type RunSummary, runTests } from "./run.ts";

/** The tests, and who hears of their runs. */
export interface TestExplorer extends Disposable {
  readonly controller: TestController;
  /** Runs tests, once or whenever their text changes. */
  readonly profile: TestRunProfile;
  readonly onDidRun: Event<RunSummary>;
  /** Runs one test, as a click above it asks for. */
  runOne(file: Uri, name: string): Promise<void>;
}

/** Makes the explorer. */
export function testExplorer(client: BaseLanguageClient): TestExplorer {
  const controller = tests.createTestController("tenet", "Tenet");
  const finished = new EventEmitter<RunSummary>();
  const watched = new Set<TestRunRequest>();
  const run = async (request: TestRunRequest, token: CancellationToken): Promise<void> => {
    if (!workspace.isTrusted) {
      void window.showWarningMessage("Tenet runs tests only in folders that you trust.");
      return;
    }
    if (request.continuous === true) {
      watched.add(request);
      token.onCancellationRequested(() => watched.delete(request));
    }
    finished.fire(await runTests(client, controller, request, token));
  };
  const once = controller.createRunProfile("Run", TestRunProfileKind.Run, run, true, undefined, true);
  const coverage = controller.createRunProfile(
    "Coverage",
    TestRunProfileKind.Coverage,
    run,
    true,
    undefined,
    true,
  );
  coverage.loadDetailedCoverage = async (_, file) => (file instanceof TenetCoverage ? file.details : []);
  const again = (file: TestItem): void => {
    for (const request of watched) runAgain(request, file, run);
  };
  const items = keepItems(client, controller, again);
  return {
    controller,
    profile: once,
    onDidRun: finished.event,
    runOne: async (file, name) => {
      const item = controller.items.get(file.toString())?.children.get(name);
      if (item !== undefined) await run(new TestRunRequest([item], undefined, once), never);
    },
    dispose: () => {
      for (const disposable of [controller, finished, ...items]) disposable.dispose();
    },
  };
}

const never: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

type Run = (request: TestRunRequest, token: CancellationToken) => Promise<void>;

/** The watched tests of a file that changed; an agreement is small, so all of them. */
function runAgain({ include, exclude, profile }: TestRunRequest, file: TestItem, run: Run): void {
  const ofFile = include?.filter((item) => item === file || item.parent?.id === file.id);
  if (ofFile !== undefined && ofFile.length === 0) return;
  // Items are made anew when a file changes: those that were asked for are found again by their names.
  const now = ofFile?.flatMap((item) =>
    item.parent === undefined ? [file] : (file.children.get(item.id) ?? []),
  );
  void run(new TestRunRequest(now ?? [file], exclude, profile), never);
}
