/**
 * The Test Explorer: tests from the files, run once or whenever their text changes, walked through, and coverage.
 * Nothing runs in a folder that is not trusted.
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
import { walkThrough } from "../debugging/debugging.ts";
import { TenetCoverage } from "./coverage.ts";
import { keepItems } from "./items.ts";
import { type RunSummary, runTests, type Walk } from "./run.ts";

/** The tests, and who hears of their runs. */
export interface TestExplorer extends Disposable {
  readonly controller: TestController;
  /** Runs tests, once or whenever their text changes. */
  readonly profile: TestRunProfile;
  /** Walks through tests. */
  readonly debugProfile: TestRunProfile;
  readonly onDidRun: Event<RunSummary>;
  /** Runs one test, as a click above it asks for. */
  runOne(file: Uri, name: string): Promise<void>;
  /** Walks through one test, as a click above it asks for. */
  debugOne(file: Uri, name: string): Promise<void>;
}

/** Makes the explorer. */
export function testExplorer(client: BaseLanguageClient): TestExplorer {
  const controller = tests.createTestController("tenet", "Tenet");
  const finished = new EventEmitter<RunSummary>();
  const watched = new Set<TestRunRequest>();
  const run = async (request: TestRunRequest, token: CancellationToken, walk?: Walk): Promise<void> => {
    if (!workspace.isTrusted) {
      void window.showWarningMessage("Tenet runs tests only in folders that you trust.");
      return;
    }
    if (request.continuous === true) {
      watched.add(request);
      token.onCancellationRequested(() => watched.delete(request));
    }
    finished.fire(await runTests(client, controller, request, token, walk));
  };
  const debug = (request: TestRunRequest, token: CancellationToken): Promise<void> =>
    run(request, token, walkThrough);
  const once = controller.createRunProfile("Run", TestRunProfileKind.Run, run, true, undefined, true);
  const walked = controller.createRunProfile("Debug", TestRunProfileKind.Debug, debug, true);
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
  const only = async (
    file: Uri,
    name: string,
    profile: TestRunProfile,
  ): Promise<TestRunRequest | undefined> => {
    const find = (): TestItem | undefined => controller.items.get(file.toString())?.children.get(name);
    // Who clicks at once is quicker than the list.
    if (find() === undefined) await controller.refreshHandler?.(never);
    const item = find();
    return item === undefined ? undefined : new TestRunRequest([item], undefined, profile);
  };
  return {
    controller,
    profile: once,
    debugProfile: walked,
    onDidRun: finished.event,
    runOne: async (file, name) => {
      const request = await only(file, name, once);
      if (request !== undefined) await run(request, never);
    },
    debugOne: async (file, name) => {
      const request = await only(file, name, walked);
      if (request !== undefined) await debug(request, never);
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
