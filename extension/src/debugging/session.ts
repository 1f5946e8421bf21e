/**
 * The Debug Adapter Protocol over a recorded walk: a request comes in, an answer and events go out. It knows neither
 * VS Code nor the machine, so it runs wherever the extension does and is tested by talking to it.
 */
import type { DecisionStep, TestSteps } from "@tenet-lang/language-server/requests";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { endOfExpectation, heldAt, namedAt, type Stop, stopsOf } from "./replay.ts";
import { framesAt, scopesOf, sourceOf, variablesIn } from "./shown.ts";

/** What a session asks of its surroundings. */
export interface Surroundings {
  /** How a test came to what it found. */
  load(file: string, test: string): Promise<TestSteps>;
  /** An address or a path as an address, spelled so that two of one file are equal. */
  spelled(path: string): string;
  /** Tells the person why nothing begins. */
  tell(message: string): void;
}

/** What is told of a test in `launch.json`. */
export interface LaunchArguments extends DebugProtocol.LaunchRequestArguments {
  readonly file: string;
  readonly test: string;
  /** Stop at the first sentence; true if not given. */
  readonly stopOnEntry?: boolean;
}

/** A word that stands beside a sentence while the walk is stopped. */
export interface BesideText {
  readonly range: DecisionStep["location"]["range"];
  readonly text: string;
}

/** There is one thread. */
const THREAD = 1;

/** A walk through one test. */
export class ReplaySession {
  readonly #surroundings: Surroundings;
  readonly #send: (message: DebugProtocol.ProtocolMessage) => void;
  readonly #breakpoints = new Map<string, ReadonlySet<number>>();
  #sequence = 1;
  /** How the client counts its first line. */
  #firstLine = 1;
  #stopsOnEntry = true;
  #steps: TestSteps | null = null;
  #stops: readonly Stop[] = [];
  /** The stop at hand. */
  #at = -1;
  /** So many stops have been told of in the console. */
  #told = 0;
  #isOver = false;

  constructor(surroundings: Surroundings, send: (message: DebugProtocol.ProtocolMessage) => void) {
    this.#surroundings = surroundings;
    this.#send = send;
  }

  /** Answers a request. What an answer leads to follows it. */
  async handle(request: DebugProtocol.Request): Promise<void> {
    const { command, seq } = request;
    const answer = (result: Pick<DebugProtocol.Response, "success" | "message" | "body">): void =>
      this.#post({ type: "response", request_seq: seq, command, ...result });
    const act = Object.hasOwn(this.#acts, command) ? this.#acts[command] : undefined;
    if (act === undefined) {
      answer({ success: false, message: `${command} means nothing here` });
      return;
    }
    try {
      // INVARIANT: what a client sends with a command is what the protocol says of that command.
      const { body, after } = await act((request.arguments ?? {}) as never);
      answer({ success: true, body });
      after?.();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // The client's own dialog speaks of `launch.json`, which helps nobody.
      if (command === "launch") this.#surroundings.tell(message);
      // Curly brackets would be taken for the names of variables.
      const format = message.replaceAll(/[{}]/g, "");
      answer({ success: false, message, body: { error: { id: 1, format, showUser: false } } });
    }
  }

  /** What stands beside the sentences of a file that were read for the expectation at hand, up to this one. */
  #besideText(file: string): readonly BesideText[] {
    const stop = this.#stops[this.#at];
    if (stop === undefined) return [];
    const uri = this.#surroundings.spelled(file);
    const read = stop.expectation.steps.slice(0, stop.index + 1);
    return read
      .filter(({ location }) => location.uri === uri)
      .map(({ location: { range }, short }) => ({ range, text: short }));
  }

  readonly #acts: Readonly<Record<string, (given: never) => Answer | Promise<Answer>>> = {
    initialize: (given: DebugProtocol.InitializeRequestArguments) => this.#initialize(given),
    launch: (given: LaunchArguments) => this.#launch(given),
    setBreakpoints: (given: DebugProtocol.SetBreakpointsArguments) => this.#setBreakpoints(given),
    configurationDone: () => ({ after: () => this.#begin() }),
    threads: () => ({ body: { threads: [{ id: THREAD, name: this.#steps?.label ?? "" }] } }),
    stackTrace: (given: DebugProtocol.StackTraceArguments) => this.#stackTrace(given),
    scopes: (given: DebugProtocol.ScopesArguments) => ({ body: { scopes: scopesOf(given.frameId) } }),
    variables: (given: DebugProtocol.VariablesArguments) => ({ body: { variables: this.#variables(given) } }),
    evaluate: (given: DebugProtocol.EvaluateArguments) => this.#evaluate(given),
    next: () => ({ after: () => this.#stopAt(this.#at + 1, "step") }),
    stepIn: () => ({ after: () => this.#stopAt(this.#at + 1, "step") }),
    stepOut: () => ({ after: () => this.#stopAt(endOfExpectation(this.#stops, this.#at), "step") }),
    stepBack: () => ({ after: () => this.#stopAt(Math.max(0, this.#at - 1), "step") }),
    continue: () => ({ body: { allThreadsContinued: true }, after: () => this.#continue() }),
    reverseContinue: () => ({ after: () => this.#continueBack() }),
    "tenet/besideText": ({ path }: { readonly path: string }) => ({ body: this.#besideText(path) }),
    // A walk is always stopped.
    pause: () => ({ after: () => this.#stopAt(Math.max(0, this.#at), "pause") }),
    terminate: () => ({ after: () => this.#end() }),
    disconnect: () => ({ after: () => this.#end() }),
  };

  #initialize({ linesStartAt1 = true }: DebugProtocol.InitializeRequestArguments): Answer {
    this.#firstLine = linesStartAt1 ? 1 : 0;
    const body: DebugProtocol.Capabilities = {
      supportsConfigurationDoneRequest: true,
      supportsStepBack: true,
      supportsEvaluateForHovers: true,
      supportsTerminateRequest: true,
    };
    return { body };
  }

  async #launch({ file, test, stopOnEntry = true, noDebug }: LaunchArguments): Promise<Answer> {
    if (typeof file !== "string" || typeof test !== "string")
      throw new Error("write the file of the agreement as `file`, and the name of its test as `test`");
    const steps = await this.#surroundings.load(this.#surroundings.spelled(file), test);
    if (steps.obstacle !== null) throw new Error(steps.obstacle);
    this.#steps = steps;
    this.#stops = stopsOf(steps, (uri) => this.#surroundings.spelled(uri));
    this.#stopsOnEntry = stopOnEntry && noDebug !== true;
    // Breakpoints come once this is said, and there is something to hold them against.
    return { after: () => this.#event("initialized") };
  }

  #setBreakpoints({ source, breakpoints = [] }: DebugProtocol.SetBreakpointsArguments): Answer {
    const file = this.#surroundings.spelled(source.path ?? "");
    const held = breakpoints.map(({ line }) => heldAt(this.#stops, file, line - this.#firstLine));
    this.#breakpoints.set(file, new Set(held.flatMap((one) => ("line" in one ? [one.line] : []))));
    const told: DebugProtocol.Breakpoint[] = held.map((one) =>
      "line" in one
        ? { verified: true, line: one.line + this.#firstLine }
        : { verified: false, message: one.reason, reason: "failed" },
    );
    return { body: { breakpoints: told } };
  }

  #begin(): void {
    if (this.#stopsOnEntry) this.#stopAt(0, "entry");
    else this.#continue();
  }

  #continue(): void {
    const next = this.#stops.findIndex((stop, index) => index > this.#at && this.#breaksAt(stop));
    this.#stopAt(next, "breakpoint");
  }

  /** To the breakpoint before; where there is none, to where the walk began. */
  #continueBack(): void {
    const before = this.#stops.findLastIndex((stop, index) => index < this.#at && this.#breaksAt(stop));
    this.#stopAt(Math.max(0, before), before < 0 ? "entry" : "breakpoint");
  }

  #breaksAt({ step: { location } }: Stop): boolean {
    const lines = this.#breakpoints.get(location.uri);
    return lines?.has(location.range.start.line) === true;
  }

  /** Stops there; where there is no such stop, the walk has come to its end. */
  #stopAt(index: number, reason: "entry" | "step" | "breakpoint" | "pause"): void {
    if (this.#isOver) return;
    const stop = this.#stops[index];
    this.#tell(stop === undefined ? this.#stops.length : index + 1);
    if (stop === undefined) {
      this.#end();
      return;
    }
    this.#at = index;
    const description = `Sentence ${index + 1} of ${this.#stops.length}`;
    const body: DebugProtocol.StoppedEvent["body"] = {
      reason,
      description,
      text: stop.step.says,
      threadId: THREAD,
      allThreadsStopped: true,
    };
    this.#event("stopped", body);
  }

  /** What was read goes to the console, each sentence once, whether one stopped at it or not. */
  #tell(upTo: number): void {
    for (const { step, expectation, index } of this.#stops.slice(this.#told, upTo)) {
      if (index === 0) this.#print(`${expectation.title}\n`);
      this.#print(`  ${step.says}\n`, step.location);
    }
    this.#told = Math.max(this.#told, upTo);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const outcome = this.#told === this.#stops.length ? this.#steps?.outcome : undefined;
    if (outcome !== undefined && outcome !== null) {
      const { passed, failures } = outcome;
      const words = passed ? "✓ passed" : "✗ failed";
      const lines = failures.map(({ message }) => message.replaceAll(/^/gm, "    "));
      const text = [`${words}: ${this.#steps?.label ?? ""}`, ...lines].join("\n");
      this.#event("output", { category: passed ? "stdout" : "stderr", output: `${text}\n` });
      this.#event("exited", { exitCode: passed ? 0 : 1 });
    }
    this.#event("terminated");
  }

  #stackTrace({ startFrame = 0, levels = 0 }: DebugProtocol.StackTraceArguments): Answer {
    const stop = this.#stops[this.#at];
    const test = this.#steps;
    if (stop === undefined || test === null) return { body: { stackFrames: [], totalFrames: 0 } };
    const frames = framesAt(test, stop, this.#firstLine);
    const end = levels > 0 ? startFrame + levels : undefined;
    return { body: { stackFrames: frames.slice(startFrame, end), totalFrames: frames.length } };
  }

  #variables({ variablesReference }: DebugProtocol.VariablesArguments): readonly DebugProtocol.Variable[] {
    const stop = this.#stops[this.#at];
    const test = this.#steps;
    if (stop === undefined || test === null) return [];
    return variablesIn(variablesReference, stop, test);
  }

  #evaluate({ expression }: DebugProtocol.EvaluateArguments): Answer {
    const stop = this.#stops[this.#at];
    const found = stop === undefined ? undefined : namedAt(stop, expression.trim());
    if (found === undefined) throw new Error(`nothing is known as ${expression.trim()} here`);
    return { body: { result: found.value, variablesReference: 0 } };
  }

  #print(output: string, location?: DecisionStep["location"]): void {
    const place =
      location === undefined
        ? {}
        : { source: sourceOf(location.uri), line: location.range.start.line + this.#firstLine };
    this.#event("output", { category: "stdout", output, ...place });
  }

  #event(event: string, body?: unknown): void {
    this.#post({ type: "event", event, ...(body === undefined ? {} : { body }) });
  }

  #post(message: Readonly<Record<string, unknown>> & { readonly type: string }): void {
    this.#send({ seq: this.#sequence++, ...message });
  }
}

/** The body of an answer, and what comes once it is given. */
interface Answer {
  readonly body?: unknown;
  readonly after?: () => void;
}
