/** Completion for clients that can do less, and where nothing may be read. */
import { describe, expect, test } from "vitest";
import type { ClientCapabilities, CompletionItem, CompletionList } from "vscode-languageserver";
import { Client, type ClientOptions } from "./harness/client.ts";

const text = `dataset calls from "calls.csv" one row per id
  field id text
  `;
const files = { "calls.csv": "id,Wait (min)\n1,2\n", "a.tenet": text };
const end = { line: 2, character: 2 };

async function offered(options: ClientOptions, position: object = end): Promise<CompletionList> {
  const client = await Client.start({ files, ...options });
  await client.open("a.tenet");
  const list = await client.ask<CompletionList>("textDocument/completion", "a.tenet", { position });
  client.expectQuiet();
  await client.stop();
  return list;
}

const find = ({ items }: CompletionList, label: string): CompletionItem | undefined =>
  items.find((item) => item.label === label);

// Its one value is a number.
const fields = 'field wait_min number from "Wait (min)"';

describe("a client that knows neither snippets nor ranges of a list", () => {
  const capabilities: ClientCapabilities = { textDocument: { completion: { completionItem: {} } } };

  test("gets plain texts, each with the range that it replaces", async () => {
    const list = await offered({ capabilities });
    expect(list.itemDefaults).toBeUndefined();
    const item = find(list, 'missing is "n/a"');
    expect(item?.insertTextFormat).toBeUndefined();
    expect(item?.textEdit).toEqual({ newText: 'missing is "n/a"', range: { start: end, end } });
  });
});

describe("a client that knows ranges of a list", () => {
  test("gets them once, for inserting and for replacing", async () => {
    const list = await offered({}, { line: 1, character: 4 });
    const start = { line: 1, character: 2 };
    expect(list.itemDefaults?.editRange).toEqual({
      insert: { start, end: { line: 1, character: 4 } },
      replace: { start, end: { line: 1, character: 7 } },
    });
    for (const item of list.items) expect(item.textEdit).toBeUndefined();
  });

  test("sorts items as they are ranked", async () => {
    const { items } = await offered({});
    const sorted = items.toSorted((one, other) => ((one.sortText ?? "") < (other.sortText ?? "") ? -1 : 1));
    expect(sorted).toEqual(items);
  });
});

describe("columns of the bound file", () => {
  test("are read where the workspace is trusted", async () => {
    expect(find(await offered({}), fields)?.detail).toBe("column");
  });

  test("have the type that all their values have", async () => {
    const rows = [
      "1,P1,2026-01-05,a",
      "2,P1,2026-01-06,b",
      "3,P1,,a",
      "4,P1,2026-01-06,a",
      "5,P1,,b",
      "6,P1,,b",
    ];
    const csv = `id,Partner,Day,Kind\n${rows.join("\n")}\n`;
    const { items } = await offered({ files: { ...files, "calls.csv": csv } });
    const columns = items.filter(({ detail }) => detail === "column").map(({ label }) => label);
    expect(columns).toEqual([
      'field partner text from "Partner"',
      'field day date optional from "Day"',
      'field kind one of a, b from "Kind"',
    ]);
  });

  test("are not read where it is not", async () => {
    expect(find(await offered({ initializationOptions: { trusted: false } }), fields)).toBeUndefined();
  });

  test("are none where the file is not there, or lies outside of the workspace", async () => {
    const outside = text.replace("calls.csv", "../calls.csv");
    const list = await offered({ files: { ...files, "a.tenet": outside } });
    expect(find(list, fields)).toBeUndefined();
    expect(find(list, "duplicates counted once")).toBeDefined();
  });
});

test("what an item of an older list means is not said", async () => {
  const client = await Client.start({ files });
  await client.open("a.tenet");
  const ask = () => client.ask<CompletionList>("textDocument/completion", "a.tenet", { position: end });
  const [older] = (await ask()).items;
  const [newer] = (await ask()).items;
  const resolve = (item: CompletionItem | undefined) =>
    client.request<CompletionItem>("completionItem/resolve", item);
  expect((await resolve(newer)).documentation).toBeDefined();
  expect((await resolve(older)).documentation).toBeUndefined();
  await client.stop();
});

test("a blank brings no list behind a sentence that is whole", async () => {
  const client = await Client.start({
    files: { "a.tenet": 'standard s "S"\n  needs at least \n  needs no minimum ' },
  });
  await client.open("a.tenet");
  const context = { triggerKind: 2, triggerCharacter: " " };
  const at = (line: number, character: number) =>
    client.ask<CompletionList | null>("textDocument/completion", "a.tenet", {
      position: { line, character },
      context,
    });
  expect((await at(1, 17))?.items.length).toBeGreaterThan(0);
  expect(await at(2, 19)).toBeNull();
  await client.stop();
});

describe("a value that somebody has begun to write", () => {
  const metric = `metric on_time percent of calls where id is given out of calls

standard prompt "Prompt"
  requires on_time at least `;
  const offeredAfter = async (typed: string): Promise<CompletionList> => {
    const lines = `${text.trimEnd()}\n\n${metric}${typed}`.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return offered({ files: { "a.tenet": lines.join("\n") } }, position);
  };

  test("has a hole where nothing of it is written", async () => {
    const list = await offeredAfter("");
    expect(find(list, "95%")).toMatchObject({
      insertTextFormat: 2,
      textEditText: expect.stringMatching(/^\$\{1:95\}%$/),
    });
  });

  test("is asked for anew when somebody begins, and not with every letter after that", async () => {
    expect((await offeredAfter("")).isIncomplete).toBe(true);
    expect((await offeredAfter("9")).isIncomplete).toBe(false);
  });

  test("has none once it is begun, so that what is typed next goes behind it", async () => {
    const item = find(await offeredAfter("9"), "95%");
    expect(item?.insertTextFormat).toBeUndefined();
    expect(item?.textEditText ?? item?.label).toBe("95%");
  });
});
