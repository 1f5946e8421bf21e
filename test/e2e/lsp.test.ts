/** `tenet lsp` as an editor starts it: messages framed by their length, and nothing else on standard output. */
import { expect, test } from "vitest";
import { startedFolder } from "../cli/folder.ts";
import { tenet } from "./tenet.ts";

const framed = (message: object): string => {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

const initialize = {
  id: 1,
  method: "initialize",
  params: { processId: null, workspaceFolders: null, capabilities: {} },
};
const goodbye = [{ id: 2, method: "shutdown" }, { method: "exit" }];

/** The messages of a whole output; anything between them is a failure. */
function messagesIn(out: string): readonly { readonly id?: number; readonly result?: unknown }[] {
  const messages: { id?: number; result?: unknown }[] = [];
  let rest = Buffer.from(out);
  while (rest.length > 0) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString("latin1"));
    if (head === null) throw new Error(`no message: ${rest.toString()}`);
    const end = head[0].length + Number(head[1]);
    messages.push(JSON.parse(rest.subarray(head[0].length, end).toString("utf8")));
    rest = rest.subarray(end);
  }
  return messages;
}

test.each([["lsp"], ["lsp", "--stdio"]])(
  "%s %s serves, and ends with 0 when it is told to",
  async (...args) => {
    const input = [initialize, { method: "initialized", params: {} }, ...goodbye].map(framed).join("");
    const { code, out, err } = await tenet(args, { cwd: await startedFolder(), input });
    const [first] = messagesIn(out);
    expect(first).toMatchObject({
      id: 1,
      result: { serverInfo: { name: "tenet" }, capabilities: { hoverProvider: true } },
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
  },
);

test("ends with 1 when its input ends without a word", async () => {
  const { code } = await tenet(["lsp"], { input: framed(initialize) });
  expect(code).toBe(1);
});
