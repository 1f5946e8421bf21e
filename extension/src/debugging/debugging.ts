/**
 * The debugger: a test walked through sentence by sentence, forth and back, to see how its verdicts came about.
 *
 * The server runs the test once and records what was read (`tenet/steps`); the rest is a replay. `replay` is the record
 * as a line of stops, `session` speaks the Debug Adapter Protocol over it, `shown` words what a stop shows, `adapter`
 * is the session as VS Code has it, `configuration` says which test is meant, `inline-values` what stands beside the text.
 */
import {
  type CancellationToken,
  commands,
  DebugAdapterInlineImplementation,
  type DebugSession,
  type Disposable,
  debug,
  type TestItem,
  type TestRun,
  type Uri,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { replayAdapter } from "./adapter.ts";
import { configurationOf, configurations } from "./configuration.ts";

/** Registers the debugger. */
export function debuggers(client: BaseLanguageClient): readonly Disposable[] {
  return [
    debug.registerDebugAdapterDescriptorFactory("tenet", {
      createDebugAdapterDescriptor: () => new DebugAdapterInlineImplementation(replayAdapter(client)),
    }),
    debug.registerDebugConfigurationProvider("tenet", configurations(client)),
    debug.onDidStartDebugSession((session) => {
      if (session.type === "tenet") openView();
    }),
  ];
}

/** VS Code opens its view for breakpoints alone, and who walks from the first sentence on would see no values. */
function openView(): void {
  if (workspace.getConfiguration("debug").get("openDebug") === "neverOpen") return;
  void commands.executeCommand("workbench.view.debug");
}

/** Walks through a test of the Test Explorer; done when the session has ended. */
export async function walkThrough(
  { id: name, label, uri }: TestItem,
  run: TestRun,
  token: CancellationToken,
): Promise<void> {
  if (uri === undefined || token.isCancellationRequested) return;
  const { ended, session, dispose } = sessionOf(uri, name);
  const cancelling = token.onCancellationRequested(() => {
    const started = session();
    if (started !== undefined) void debug.stopDebugging(started);
  });
  const folder = workspace.getWorkspaceFolder(uri);
  try {
    const hasStarted = await debug.startDebugging(folder, configurationOf(uri, name, label), {
      testRun: run,
    });
    if (hasStarted) await ended;
  } finally {
    cancelling.dispose();
    dispose();
  }
}

/** The next session of a test: which it is once it has started, and when it ends. */
function sessionOf(file: Uri, name: string) {
  let found: DebugSession | undefined;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const isIt = ({ type, configuration: { file: of, test } }: DebugSession): boolean =>
    type === "tenet" && of === file.toString() && test === name;
  const starting = debug.onDidStartDebugSession((session) => {
    if (isIt(session)) found ??= session;
  });
  const ending = debug.onDidTerminateDebugSession((session) => {
    if (isIt(session)) end();
  });
  const dispose = (): void => {
    starting.dispose();
    ending.dispose();
  };
  return { ended, session: () => found, dispose };
}
