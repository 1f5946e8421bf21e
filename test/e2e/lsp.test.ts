/** `tenet lsp` as an editor starts it: messages framed by their length, and nothing else on standard output. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { tenet } from "./tenet.ts";

const bin = fileURLToPath(new URL("../../packages/cli/bin/tenet.js", import.meta.url));

const framed = (message: object): string => {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

const initialize = {
  id: 1,
  method: "initialize",
  params: { processId: null, workspaceFolders: null, capabilities: {} },
};

interface Message {
  readonly id?: number;
  readonly result?: unknown;
}

/** The whole messages of an output; anything between them is a failure. */
function messagesIn(out: Buffer): readonly Message[] {
  const messages: Message[] = [];
  for (let at = 0; at < out.length; ) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(out.subarray(at).toString("latin1"));
    if (head === null) throw new Error(`no message: ${out.subarray(at).toString()}`);
    const start = at + head[0].length;
    at = start + Number(head[1]);
    if (at <= out.length) messages.push(JSON.parse(out.subarray(start, at).toString("utf8")));
  }
  return messages;
}

test.each([[["lsp"]], [["lsp", "--stdio"]]])(
  "%j serves, and ends with 0 when it is told to",
  async (args) => {
    const child = spawn(process.execPath, [bin, ...args]);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (piece: Buffer) => out.push(piece));
    child.stderr.on("data", (piece: Buffer) => err.push(piece));
    const ended = new Promise((resolve) => child.on("close", resolve));
    const answer = async (id: number): Promise<Message> =>
      await vi.waitFor(
        () => {
          const found = messagesIn(Buffer.concat(out)).find((message) => message.id === id);
          if (found === undefined) throw new Error("no answer yet");
          return found;
        },
        { timeout: 50_000, interval: 20 },
      );
    child.stdin.write(framed(initialize));
    expect(await answer(1)).toMatchObject({
      result: { serverInfo: { name: "tenet" }, capabilities: { hoverProvider: true } },
    });
    child.stdin.write(framed({ method: "initialized", params: {} }) + framed({ id: 2, method: "shutdown" }));
    expect(await answer(2)).toMatchObject({ result: null });
    child.stdin.write(framed({ method: "exit" }));
    expect(await ended).toBe(0);
    expect(Buffer.concat(err).toString()).toBe("");
  },
);

test("ends with 1 when its input ends without a word", async () => {
  const { code } = await tenet(["lsp"], { input: framed(initialize) });
  expect(code).toBe(1);
});
