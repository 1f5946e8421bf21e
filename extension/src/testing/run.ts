/** Runs tests: one request for each file, and every test's outcome where it stands. */
import type { CoveredStandard, RanTest, TestFailure, TestRun } from "@tenet-lang/language-server/requests";
import {
  type CancellationToken,
  Location,
  type TestRun as Run,
  type TestController,
  type TestItem,
  TestMessage,
  TestRunProfileKind,
  type TestRunRequest,
  Uri,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { coverageOf } from "./coverage.ts";

/** What a run came to. */
export interface RunSummary {
  readonly passed: readonly string[];
  readonly failed: readonly { readonly name: string; readonly messages: readonly TestMessage[] }[];
  readonly coverage: readonly {
    readonly uri: string;
    readonly branches: readonly [covered: number, total: number];
  }[];
}

/** What is done with each test before its outcome is known: a walk through it. */
export type Walk = (test: TestItem, run: Run, token: CancellationToken) => Promise<void>;

/** Runs what is asked for, or everything. */
export async function runTests(
  client: BaseLanguageClient,
  controller: TestController,
  request: TestRunRequest,
  token: CancellationToken,
  walk?: Walk,
): Promise<RunSummary> {
  const run = controller.createTestRun(request);
  const ended: Outcome[] = [];
  const tried: (readonly CoveredStandard[])[] = [];
  for (const [file, tests] of byFile(asked(controller, request))) {
    if (token.isCancellationRequested) break;
    for (const test of tests) {
      run.started(test);
      await walk?.(test, run, token);
    }
    const answer = await ran(client, file, tests, token);
    for (const test of tests) ended.push(record(client, run, test, answer));
    if (answer !== null) tried.push(answer.coverage);
  }
  const covered = request.profile?.kind === TestRunProfileKind.Coverage ? coverageOf(client, tried) : [];
  for (const file of covered) run.addCoverage(file);
  run.end();
  return {
    passed: ended.flatMap(({ name, messages }) => (messages.length === 0 ? [name] : [])),
    failed: ended.filter(({ messages }) => messages.length > 0),
    coverage: covered.map(({ uri, branchCoverage }) => ({
      uri: workspace.asRelativePath(uri),
      branches: [branchCoverage?.covered ?? 0, branchCoverage?.total ?? 0],
    })),
  };
}

interface Outcome {
  readonly name: string;
  /** Empty where the test passed. */
  readonly messages: readonly TestMessage[];
}

/** The tests themselves: of a file that is asked for, all that it has. */
function asked(controller: TestController, { include, exclude = [] }: TestRunRequest): readonly TestItem[] {
  const roots = include ?? membersOf(controller.items);
  const tests = roots.flatMap((item) => (item.parent === undefined ? membersOf(item.children) : [item]));
  const left = new Set(exclude);
  return tests.filter((test) => !left.has(test) && !(test.parent !== undefined && left.has(test.parent)));
}

function membersOf(items: TestController["items"]): readonly TestItem[] {
  return [...items].map(([, item]) => item);
}

function byFile(tests: readonly TestItem[]): ReadonlyMap<TestItem, readonly TestItem[]> {
  const files = new Map<TestItem, TestItem[]>();
  for (const test of tests) {
    if (test.parent === undefined) continue;
    files.set(test.parent, [...(files.get(test.parent) ?? []), test]);
  }
  return files;
}

function ran(
  client: BaseLanguageClient,
  file: TestItem,
  tests: readonly TestItem[],
  token: CancellationToken,
): Promise<TestRun | null> {
  const params = { textDocument: { uri: file.id }, names: tests.map(({ id }) => id) };
  return client.sendRequest<TestRun | null>("tenet/runTests", params, token);
}

function record(client: BaseLanguageClient, run: Run, item: TestItem, answer: TestRun | null): Outcome {
  const found = answer?.tests.find(({ name }) => name === item.id);
  print(run, `${found?.passed === true ? "✓" : "✗"} ${item.label}`);
  if (found?.passed === true) {
    run.passed(item);
    return { name: item.id, messages: [] };
  }
  if (found === undefined) {
    const message = messageAt(
      item,
      answer?.obstacle ?? "the test is no longer there; save the file and run again",
    );
    run.errored(item, message);
    return { name: item.id, messages: [message] };
  }
  const messages = messagesOf(client, item, found);
  for (const { message } of found.failures) print(run, message.replaceAll(/^/gm, "    "));
  run.failed(item, messages);
  return { name: item.id, messages };
}

/** In the list of results, whose lines end as a terminal's do. */
function print(run: Run, text: string): void {
  run.appendOutput(`${text.replaceAll("\n", "\r\n")}\r\n`);
}

function messagesOf(client: BaseLanguageClient, item: TestItem, { failures }: RanTest): TestMessage[] {
  return failures.map((failure) => messageOf(client, item, failure));
}

/**
 * As a sentence with its reasons: what VS Code makes of an expected and an actual text beside each other has signs
 * between them, and leaves the reasons out.
 */
function messageOf(
  client: BaseLanguageClient,
  item: TestItem,
  { message: text, location }: TestFailure,
): TestMessage {
  const message = new TestMessage(text);
  if (location === null) return at(message, item);
  const range = client.protocol2CodeConverter.asRange(location.range);
  message.location = new Location(Uri.parse(location.uri), range);
  return message;
}

function messageAt(item: TestItem, text: string): TestMessage {
  return at(new TestMessage(text), item);
}

function at(message: TestMessage, { uri, range }: TestItem): TestMessage {
  if (uri !== undefined && range !== undefined) message.location = new Location(uri, range);
  return message;
}
