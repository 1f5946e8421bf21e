import type { DecisionStep, ExpectationSteps, TestSteps } from "@tenet-lang/language-server/requests";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { beforeEach, describe, expect, it } from "vitest";
import { ReplaySession } from "./session.ts";

const agreement = "file:///shop/a.tenet";
const library = "file:///shop/shared.tenet";

/** A sentence on a line, counted from 1, that may go on below it. */
function step(uri: string, line: number, says: string, values: readonly string[], last = line): DecisionStep {
  return {
    location: {
      uri,
      range: { start: { line: line - 1, character: 2 }, end: { line: last - 1, character: 20 } },
    },
    says,
    short: says.toUpperCase(),
    // `=` for what is known from there on, `:` for what is known there.
    values: values.map((text) => {
      const [name = "", value = ""] = text.split(/[=:]/);
      return { name, value, lasts: text.includes("=") };
    }),
  };
}

const quick: ExpectationSteps = {
  title: "quick for P1 in 2026-01",
  location: step(agreement, 3, "", []).location,
  steps: [
    step(agreement, 5, "window", ["partner=P1", "rows used:20"]),
    step(library, 2, "metric", ["answered=90%", "numerator:18"], 3),
    step(agreement, 4, "limit", ["answered=90%", "result:met"]),
    step(agreement, 9, "expected", ["holds:yes"]),
  ],
};

const calm: ExpectationSteps = {
  title: "calm for P2 in 2026-01",
  location: step(agreement, 6, "", []).location,
  steps: [
    step(library, 2, "other metric", ["answered=40%"], 3),
    step(agreement, 10, "not expected", ["holds:no"]),
  ],
};

const walked: TestSteps = {
  obstacle: null,
  label: "Two of them",
  location: step(agreement, 8, "", []).location,
  readUpTo: "2026-02-01 00:00 Europe/Amsterdam",
  outcome: {
    name: "two",
    passed: false,
    failures: [
      { message: "expected met, found missed\nToo slow", expected: "met", actual: "missed", location: null },
    ],
  },
  expectations: [quick, calm],
};

/** A client of the protocol, and what it was sent. */
class Client {
  readonly sent: DebugProtocol.ProtocolMessage[] = [];
  /** What the person was told. */
  readonly told: string[] = [];
  readonly #session: ReplaySession;
  #sequence = 0;

  constructor(steps: TestSteps) {
    const load = async (file: string, test: string): Promise<TestSteps> => {
      expect([file, test]).toEqual([agreement, "two"]);
      return steps;
    };
    const spelled = (path: string): string => (path.startsWith("/") ? `file://${path}` : path);
    this.#session = new ReplaySession(
      { load, spelled, tell: (message) => this.told.push(message) },
      (message) => this.sent.push(message),
    );
  }

  async ask<T = unknown>(command: string, given: unknown = {}): Promise<T> {
    return (await this.answer(command, given)).body as T;
  }

  async answer(command: string, given: unknown = {}): Promise<DebugProtocol.Response> {
    this.#sequence += 1;
    await this.#session.handle({
      seq: this.#sequence,
      type: "request",
      command,
      arguments: given,
    } as DebugProtocol.Request);
    const answers = this.sent.filter((message): message is DebugProtocol.Response => isResponse(message));
    const answer = answers.find(({ request_seq }) => request_seq === this.#sequence);
    if (answer === undefined) throw new Error(`no answer to ${command}`);
    return answer;
  }

  /** Starts as VS Code does: breakpoints of lines of a file once they are asked for. */
  async start(given: object = {}, breakpoints: Readonly<Record<string, readonly number[]>> = {}) {
    await this.ask("initialize", { adapterID: "tenet" });
    await this.ask("launch", { file: "/shop/a.tenet", test: "two", ...given });
    for (const [path, lines] of Object.entries(breakpoints))
      await this.ask("setBreakpoints", { source: { path }, breakpoints: lines.map((line) => ({ line })) });
    await this.ask("configurationDone");
  }

  events<T>(name: string): readonly T[] {
    return this.sent.flatMap((message) =>
      message.type === "event" && (message as DebugProtocol.Event).event === name
        ? [(message as DebugProtocol.Event).body as T]
        : [],
    );
  }

  /** Why it stopped last, and what its frames say. */
  async stopped(): Promise<readonly string[]> {
    const { reason } =
      this.events<DebugProtocol.StoppedEvent["body"]>("stopped").at(-1) ?? ({ reason: "" } as const);
    const { stackFrames } = await this.ask<DebugProtocol.StackTraceResponse["body"]>("stackTrace", {
      threadId: 1,
    });
    return [reason, ...stackFrames.map(({ name, line, source }) => `${name}, ${source?.name}:${line}`)];
  }

  async variables(frameId: number): Promise<Readonly<Record<string, readonly string[]>>> {
    const { scopes } = await this.ask<DebugProtocol.ScopesResponse["body"]>("scopes", { frameId });
    const found: Record<string, readonly string[]> = {};
    for (const { name, variablesReference } of scopes) {
      const { variables } = await this.ask<DebugProtocol.VariablesResponse["body"]>("variables", {
        variablesReference,
      });
      found[name] = variables.map((one) => `${one.name}: ${one.value}`);
    }
    return found;
  }

  get isOver(): boolean {
    return this.events("terminated").length > 0;
  }
}

function isResponse(message: DebugProtocol.ProtocolMessage): message is DebugProtocol.Response {
  return message.type === "response";
}

describe("a walk", () => {
  let client: Client;

  beforeEach(() => {
    client = new Client(walked);
  });

  it("can go back, and asks for breakpoints once the test has been run", async () => {
    const can = await client.ask<DebugProtocol.Capabilities>("initialize", { adapterID: "tenet" });
    expect(can.supportsStepBack && can.supportsConfigurationDoneRequest).toBe(true);
    expect(client.events("initialized")).toEqual([]);
    await client.ask("launch", { file: agreement, test: "two" });
    expect(client.events("initialized").length).toBe(1);
  });

  it("begins at the first sentence, with the verdict and the test behind it", async () => {
    await client.start();
    expect(await client.stopped()).toEqual([
      "entry",
      "window, a.tenet:5",
      "quick for P1 in 2026-01, a.tenet:3",
      "test: Two of them, a.tenet:8",
    ]);
    const { threads } = await client.ask<DebugProtocol.ThreadsResponse["body"]>("threads");
    expect(threads.map(({ name }) => name)).toEqual(["Two of them"]);
  });

  it("goes on and back sentence by sentence, and not before its beginning", async () => {
    await client.start();
    const seen: string[] = [];
    for (const command of ["next", "stepIn", "stepBack", "stepBack", "stepBack", "next"]) {
      await client.ask(command, { threadId: 1 });
      seen.push((await client.stopped())[1] ?? "");
    }
    expect(seen).toEqual([
      "metric, shared.tenet:2",
      "limit, a.tenet:4",
      "metric, shared.tenet:2",
      "window, a.tenet:5",
      "window, a.tenet:5",
      "metric, shared.tenet:2",
    ]);
  });

  it("goes to the end of what is expected, and then to the next one's", async () => {
    await client.start();
    const ends: string[] = [];
    for (let times = 0; times < 2; times += 1) {
      await client.ask("stepOut", { threadId: 1 });
      ends.push((await client.stopped())[1] ?? "");
    }
    expect(ends).toEqual(["expected, a.tenet:9", "not expected, a.tenet:10"]);
    await client.ask("stepOut", { threadId: 1 });
    expect(client.isOver).toBe(true);
  });

  it("shows what a sentence read, what is known, and how far the test has come", async () => {
    await client.start();
    await client.ask("next", { threadId: 1 });
    expect(await client.variables(1)).toEqual({
      "Read in this sentence": ["answered: 90%", "numerator: 18"],
      "Known so far": ["partner: P1", "answered: 90%"],
    });
    expect(await client.variables(3)).toEqual({
      "What the test expects": [
        "rows read up to: 2026-02-01 00:00 Europe/Amsterdam",
        "quick for P1 in 2026-01: not reached yet",
        "calm for P2 in 2026-01: not reached yet",
      ],
    });
    await client.ask("stepOut", { threadId: 1 });
    const reached = await client.variables(3);
    expect(reached["What the test expects"]?.slice(1)).toEqual([
      "quick for P1 in 2026-01: EXPECTED",
      "calm for P2 in 2026-01: not reached yet",
    ]);
    await client.ask("next", { threadId: 1 });
    // Of another partner nothing is known any more of the first.
    expect(await client.variables(2)).toEqual({ "Known so far": ["answered: 40%"] });
  });

  it("knows a name from the sentence that read it on, and a figure only there", async () => {
    await client.start();
    const asked = async (expression: string): Promise<string> => {
      const { success, body, message } = await client.answer("evaluate", { expression, context: "hover" });
      return success ? body.result : `${message}`;
    };
    expect(await asked("answered")).toBe("nothing is known as answered here");
    expect(await asked("rows used")).toBe("20");
    await client.ask("next", { threadId: 1 });
    await client.ask("next", { threadId: 1 });
    expect([await asked(" answered "), await asked("numerator")]).toEqual([
      "90%",
      "nothing is known as numerator here",
    ]);
  });

  it("stands beside the text with what was read so far, and with nothing of other expectations", async () => {
    await client.start();
    await client.ask("next", { threadId: 1 });
    const beside = async (path: string) => {
      const found = await client.ask<readonly { text: string; range: DecisionStep["location"]["range"] }[]>(
        "tenet/besideText",
        { path },
      );
      return found.map(({ text, range }) => `${range.start.line + 1} ${text}`);
    };
    expect([await beside(agreement), await beside(library)]).toEqual([["5 WINDOW"], ["2 METRIC"]]);
    await client.ask("stepOut", { threadId: 1 });
    await client.ask("next", { threadId: 1 });
    expect([await beside("/shop/a.tenet"), await beside(library)]).toEqual([[], ["2 OTHER METRIC"]]);
  });

  it("tells in the console what was read, each sentence once, and at the end how the test went", async () => {
    await client.start();
    for (const command of ["next", "stepBack", "next"]) await client.ask(command, { threadId: 1 });
    const lines = () =>
      client.events<DebugProtocol.OutputEvent["body"]>("output").map(({ output }) => output.trimEnd());
    expect(lines()).toEqual(["quick for P1 in 2026-01", "  window", "  metric"]);
    await client.ask("continue", { threadId: 1 });
    expect(lines().slice(3)).toEqual([
      "  limit",
      "  expected",
      "calm for P2 in 2026-01",
      "  other metric",
      "  not expected",
      "✗ failed: Two of them\n    expected met, found missed\n    Too slow",
    ]);
    expect(client.events("exited")).toEqual([{ exitCode: 1 }]);
    expect(client.isOver).toBe(true);
  });

  it("that is ended early says nothing of the outcome, and ends once", async () => {
    await client.start();
    await client.ask("terminate");
    await client.ask("disconnect");
    expect([client.events("exited"), client.events("terminated").length]).toEqual([[], 1]);
  });

  it("cannot be anything but stopped", async () => {
    await client.start();
    await client.ask("pause", { threadId: 1 });
    expect((await client.stopped()).slice(0, 2)).toEqual(["pause", "window, a.tenet:5"]);
  });

  it("counts lines from 0 for a client that does", async () => {
    await client.ask("initialize", { adapterID: "tenet", linesStartAt1: false });
    await client.ask("launch", { file: agreement, test: "two" });
    await client.ask("configurationDone");
    expect((await client.stopped())[1]).toBe("window, a.tenet:4");
  });
});

describe("breakpoints", () => {
  it("take hold where a sentence is read, move to where it begins, and say why they do not", async () => {
    const client = new Client(walked);
    await client.ask("initialize", { adapterID: "tenet" });
    await client.ask("launch", { file: agreement, test: "two" });
    const set = async (path: string, ...lines: readonly number[]) => {
      const { breakpoints } = await client.ask<DebugProtocol.SetBreakpointsResponse["body"]>(
        "setBreakpoints",
        { source: { path }, breakpoints: lines.map((line) => ({ line })) },
      );
      return breakpoints.map(({ verified, line, message }) => (verified ? line : message));
    };
    expect(await set("/shop/a.tenet", 4, 7)).toEqual([
      4,
      "this test reads no sentence on this line; it stops at those that decide what it expects",
    ]);
    expect(await set(library, 3)).toEqual([2]);
    expect(await set("/shop/other.tenet", 1)).toEqual(["this test reads nothing in this file"]);
  });

  it("stop the walk each time that their sentence is read, forth and back", async () => {
    const client = new Client(walked);
    await client.start({ stopOnEntry: false }, { [library]: [2] });
    const first = await client.stopped();
    expect(first.slice(0, 3)).toEqual([
      "breakpoint",
      "metric, shared.tenet:2",
      "quick for P1 in 2026-01, a.tenet:3",
    ]);
    await client.ask("continue", { threadId: 1 });
    const second = await client.stopped();
    expect(second.slice(0, 2)).toEqual(["breakpoint", "other metric, shared.tenet:2"]);
    await client.ask("reverseContinue", { threadId: 1 });
    expect(await client.stopped()).toEqual(first);
    await client.ask("reverseContinue", { threadId: 1 });
    expect((await client.stopped()).slice(0, 2)).toEqual(["entry", "window, a.tenet:5"]);
  });

  it("hold nobody up who only wants to see the outcome", async () => {
    const client = new Client(walked);
    await client.start({ noDebug: true });
    expect([client.events("stopped"), client.isOver]).toEqual([[], true]);
  });
});

describe("a test that cannot be walked through", () => {
  it("says why, where it could not be run at all", async () => {
    const client = new Client({ ...walked, obstacle: "the agreement has a mistake: {x}" });
    const { success, message, body } = await client.answer("launch", { file: agreement, test: "two" });
    expect([success, message]).toEqual([false, "the agreement has a mistake: {x}"]);
    expect(client.told).toEqual([message]);
    expect(body.error).toEqual({ id: 1, format: "the agreement has a mistake: x", showUser: false });
  });

  it("ends at once where its data is wrong, with what is wrong", async () => {
    const client = new Client({ ...walked, expectations: [] });
    await client.start();
    const [said] = client.events<DebugProtocol.OutputEvent["body"]>("output");
    expect([said?.category, said?.output.split("\n")[0]]).toEqual(["stderr", "✗ failed: Two of them"]);
    expect(client.isOver).toBe(true);
  });

  it("asks for what is left out, and knows no other requests", async () => {
    const client = new Client(walked);
    expect((await client.answer("launch", { file: agreement })).message).toContain("`test`");
    for (const unknown of ["goto", "constructor"]) expect((await client.answer(unknown)).success).toBe(false);
  });
});
