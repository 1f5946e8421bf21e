/** The least that an editor needs to speak to a server: messages framed by their length, requests by their number. */
import { type ChildProcess, spawn } from "node:child_process";

export class EditorClient {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #received = Buffer.alloc(0);
  #number = 0;

  constructor(server: string, { execArgv, env }: Started) {
    this.#child = spawn(process.execPath, [...execArgv, server, "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    this.#child.stdout?.on("data", (piece: Buffer) => this.#take(piece));
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

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#child.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #take(piece: Buffer): void {
    this.#received = Buffer.concat([this.#received, piece]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#received.subarray(0, Math.max(0, end)).toString())?.[1],
      );
      if (end < 0 || this.#received.length < end + 4 + length) return;
      const body = this.#received.subarray(end + 4, end + 4 + length).toString("utf8");
      this.#received = this.#received.subarray(end + 4 + length);
      this.#answer(JSON.parse(body) as Message);
    }
  }

  /** An answer to us, or a question of the server, which is answered with nothing. */
  #answer(message: Message): void {
    if (message.method !== undefined) {
      if (message.id !== undefined) this.#send({ id: message.id, result: null });
      return;
    }
    if (typeof message.id !== "number") return;
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }
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
