/** The server as such: whatever goes wrong in one place stays there. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver";
import { type Feature, feature } from "../src/features/feature.ts";
import { Client, uriOf } from "./harness/client.ts";

let client: Client;
afterEach(() => client.stop());

const broken: Feature = feature<"tree", unknown, null>({
  method: "test/broken",
  needs: "tree",
  capabilities: { hoverProvider: true },
  answer: () => {
    throw new Error("a mistake of ours");
  },
});
const lengthOf: Feature = feature<"text", unknown, number>({
  method: "test/length",
  needs: "text",
  otherwise: -1,
  capabilities: { workspace: { textDocumentContent: { schemes: ["a"] } } },
  answer: ({ file }) => file.text.length,
});
const schemes: Feature = feature<"workspace", unknown, null>({
  method: "test/schemes",
  needs: "workspace",
  capabilities: {
    hoverProvider: { workDoneProgress: true },
    workspace: { textDocumentContent: { schemes: ["b"] } },
  },
  answer: () => null,
});
const endless: Feature = feature<"workspace", unknown, number>({
  method: "test/endless",
  needs: "workspace",
  capabilities: {},
  answer: async ({ pause }, _, token) => {
    for (let turn = 0; ; turn++) {
      const until = performance.now() + 1;
      while (performance.now() < until);
      await pause(token);
      if (turn > 20_000) throw new Error("nobody ended it");
    }
  },
});
const features = [broken, lengthOf, schemes, endless];

describe("a mistake of ours", () => {
  test("costs the request that it happens in, and is logged once", async () => {
    client = await Client.start({ features });
    await client.open("a.tenet", "abc");
    expect(await client.ask("test/broken", "a.tenet")).toBeNull();
    expect(await client.ask("test/broken", "a.tenet")).toBeNull();
    expect(await client.ask("test/length", "a.tenet")).toBe(3);
    expect(client.logged).toHaveLength(1);
    expect(client.logged[0]).toContain("test/broken: Error: a mistake of ours");
  });
});

describe("what makes no sense", () => {
  test.each([
    ["a document that nobody opened", { textDocument: { uri: "file:///elsewhere/b.tenet" } }],
    ["an address that is none", { textDocument: { uri: "%%%" } }],
    ["no document", {}],
    ["no parameters", null],
    ["an address of another type", { textDocument: { uri: 7 } }],
  ])("is answered with nothing: %s", async (_, params) => {
    client = await Client.start({ features });
    expect(await client.request("test/length", params)).toBe(-1);
    await client.open("a.tenet", "abc");
    expect(await client.ask("test/length", "a.tenet")).toBe(3);
  });

  test("a change of a document that was never opened changes nothing", async () => {
    client = await Client.start({ features });
    await client.change("a.tenet", { text: "abc" });
    expect(await client.ask("test/length", "a.tenet")).toBe(-1);
  });

  test("a change outside the text is made at its nearest place", async () => {
    client = await Client.start({ features });
    await client.open("a.tenet", "abc");
    const start = { line: 7, character: 9 };
    await client.change("a.tenet", { range: { start, end: start }, text: "d" });
    expect(await client.ask("test/length", "a.tenet")).toBe(4);
    client.expectQuiet();
  });
});

test("work that is cancelled stops, and is answered as cancelled", async () => {
  client = await Client.start({ features });
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest("test/endless", {}, source.token);
  setTimeout(() => source.cancel(), 50);
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  client.expectQuiet();
});

test("capabilities of several features are one: the richer form wins, lists are joined", async () => {
  client = await Client.start({ features });
  expect(client.initialized.capabilities).toMatchObject({
    hoverProvider: { workDoneProgress: true },
    workspace: { textDocumentContent: { schemes: ["a", "b"] }, workspaceFolders: { supported: true } },
    textDocumentSync: { change: 2 },
  });
});

test("edits arrive as they were made, also where one document has several in one notification", async () => {
  client = await Client.start({ features });
  await client.open("a.tenet", "one\r\ntwo\n😀");
  const at = (line: number, character: number) => ({ line, character });
  await client.change(
    "a.tenet",
    { range: { start: at(0, 0), end: at(0, 3) }, text: "first" },
    { range: { start: at(2, 2), end: at(2, 2) }, text: "!" },
  );
  expect(await client.ask("test/length", "a.tenet")).toBe("first\r\ntwo\n😀!".length);
  expect(uriOf("a.tenet")).toBe("file:///project/a.tenet");
});

test("reading the workspace is shown while it goes on, where the client can", async () => {
  const told: string[] = [];
  client = await Client.start({
    features,
    capabilities: { window: { workDoneProgress: true } },
    prepare: (connection) => {
      connection.onRequest("window/workDoneProgress/create", () => null);
      connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
        told.push(value.kind);
      });
    },
  });
  await vi.waitFor(() => expect(told).toEqual(["begin", "end"]));
  client.expectQuiet();
});
