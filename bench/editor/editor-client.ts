/** The least that an editor needs to speak to a server that it has forked: requests and answers by their number. */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";

export class EditorClient {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #number = 0;

  constructor(server: string, { execArgv, env }: Started) {
    this.#child = fork(server, ["--node-ipc", `--clientProcessId=${process.pid}`], {
      execArgv: [...execArgv],
      env: { ...process.env, ...env },
    });
    this.#child.on("message", (message: Message) => this.#take(message));
  }

  /** Asks, and gives the answer; an error ends the benchmark. */
  request<R>(method: string, params: unknown): Promise<R> {
    this.#number += 1;
    const id = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result as R);
        else reject(new Error(`${method}: ${error.message}`));
      });
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** Ends the server as an editor does, and waits until it has gone. */
  async leave(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    await this.request("shutdown", undefined);
    this.notify("exit", undefined);
    await gone;
  }

  /** What the server has cost so far; null where the system does not tell it as Linux does. */
  spent(): Spent | null {
    const { pid } = this.#child;
    try {
      const [, after = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
      // Fields are counted from the state, which follows the name.
      const [user, system] = after.split(" ").slice(11, 13).map(Number);
      const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      return {
        milliseconds: ((user ?? Number.NaN) + (system ?? Number.NaN)) * MILLISECONDS_OF_A_TICK,
        bytes: Number(kilobytes) * 1024,
      };
    } catch {
      return null;
    }
  }

  #send(message: object): void {
    this.#child.send({ jsonrpc: "2.0", ...message });
  }

  /** An answer to us, or a question of the server, which is answered with nothing. */
  #take(message: Message): void {
    if (message.method !== undefined) {
      if (message.id !== undefined) this.#send({ id: message.id, result: null });
      return;
    }
    if (typeof message.id !== "number") return;
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }
}

/** Linux counts the processor's time in hundredths of a second. */
const MILLISECONDS_OF_A_TICK = 10;

/** What a process has used. */
export interface Spent {
  /** Of the processor, in all its threads. */
  readonly milliseconds: number;
  /** Of memory, now. */
  readonly bytes: number;
}

/** How the process is started. */
export interface Started {
  readonly execArgv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
