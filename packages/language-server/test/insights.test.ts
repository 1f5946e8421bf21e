/** Figures from the data beside the text: of the newest text and the newest data, and only where that is wanted. */

import { afterEach, expect, it } from "vitest";
import type { CodeLens, Hover, MarkupContent } from "vscode-languageserver";
import { Client, type ClientOptions, uriOf, usualCapabilities } from "./harness/client.ts";

const TEXT = `agreement acme "Acme"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
dataset calls from "data/calls.csv" one row per line
  partner who
  dated at_day
  field who text
  field at_day date
  field wait number
metric answered percent of calls where wait at most 60 out of calls
standard quick "Quick"
  requires answered at least 50%
  measured each calendar month
  needs no minimum
test one "One"
  given calls for "P" in 2026-01
  | wait |
  | 5    |
  expect quick for "P" in 2026-01 is met
`;
const ROWS = "who,at_day,wait\nA,2026-02-01,30\nB,2026-02-01,90\n";

const clients: Client[] = [];

async function started(options: ClientOptions = {}, rows: string | Uint8Array = ROWS): Promise<Client> {
  const client = await Client.start({
    ...options,
    files: { "acme.tenet": TEXT, "data/calls.csv": rows },
    capabilities: {
      ...usualCapabilities,
      workspace: {
        ...usualCapabilities.workspace,
        configuration: true,
        codeLens: { refreshSupport: true },
      },
    },
  });
  clients.push(client);
  await client.open("acme.tenet");
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) {
    client.expectQuiet();
    await client.stop();
  }
});

/** What stands above a declaration, worked out. */
async function titles(client: Client, line: number): Promise<readonly (string | undefined)[]> {
  const all = await client.ask<CodeLens[]>("textDocument/codeLens", "acme.tenet");
  const here = all.filter(({ range }) => range.start.line === line);
  const resolved = here.map((one) =>
    one.command === undefined ? client.request<CodeLens>("codeLens/resolve", one) : one,
  );
  return (await Promise.all(resolved)).map(({ command }) => command?.title);
}

const standard = 11;

it("are worked out for the newest text", async () => {
  const client = await started();
  expect(await titles(client, standard)).toEqual(["1 of 2 partners missed in 2026-02", "1 reference"]);
});

it("change with the text and with the data", async () => {
  const rows = "who,at_day,wait\nA,2026-03-01,30\nB,2026-03-01,90\nC,2026-03-01,30\n";
  const client = await started({}, rows);
  expect(await titles(client, standard)).toEqual(["1 of 3 partners missed in 2026-03", "1 reference"]);
  const limit = { start: { line: 12, character: 29 }, end: { line: 12, character: 31 } };
  await client.change("acme.tenet", { range: limit, text: "0" });
  expect(await titles(client, standard)).toEqual(["3 of 3 partners met in 2026-03", "1 reference"]);
  await client.change("acme.tenet", { range: { ...limit, end: { line: 12, character: 30 } }, text: "50" });
  client.disk.set(uriOf("data/calls.csv"), rows.replaceAll("30", "90"));
  expect(await titles(client, standard)).toEqual(["3 of 3 partners missed in 2026-03", "1 reference"]);
});

it("of a text that changes meanwhile are those of the new one", async () => {
  const many = Array.from(
    { length: 40_000 },
    (_, row) => `P${row % 50},2026-03-01,${row % 2 === 0 ? 30 : 90}\n`,
  );
  const client = await started({}, `who,at_day,wait\n${many.join("")}`);
  const before = titles(client, standard);
  const limit = { start: { line: 12, character: 29 }, end: { line: 12, character: 31 } };
  await client.change("acme.tenet", { range: limit, text: "51" });
  // P0, P2, … have only short waits, P1, P3, … only long ones.
  expect((await titles(client, standard))[0]).toBe("25 of 50 partners missed in 2026-03");
  await before;
});

it("say that data cannot be judged", async () => {
  const client = await started({}, "who,at_day,wait\nA,tomorrow,30\n");
  expect((await titles(client, standard))[0]).toBe("Data cannot be judged");
  client.disk.delete(uriOf("data/calls.csv"));
  expect((await titles(client, standard))[0]).toBe("Data cannot be judged");
});

it("are of the date that is set", async () => {
  const client = await started({ settings: { judge: { asOf: "2026-03-01" } } });
  await expect
    .poll(() => titles(client, standard))
    .toEqual(["1 of 2 partners missed in 2026-02", "1 reference"]);
});

it("are not there where a person does not want them", async () => {
  const client = await started({ settings: { dataInsights: false } });
  await expect.poll(() => titles(client, standard)).toEqual(["1 reference"]);
});

it("are not there where the folder is not trusted, and nothing can be run", async () => {
  const client = await started({ initializationOptions: { trusted: false } });
  expect(await titles(client, standard)).toEqual(["1 reference"]);
  expect(await titles(client, 0)).toEqual([]);
  expect(await titles(client, 15)).toEqual([]);
  const hover = await client.ask<Hover>("textDocument/hover", "acme.tenet", {
    position: { line: standard, character: 10 },
  });
  expect((hover.contents as MarkupContent).value).not.toContain("---");
});

it("come to a hover by themselves", async () => {
  const client = await started();
  const shown = async (): Promise<string> => {
    const position = { line: standard, character: 10 };
    const hover = await client.ask<Hover>("textDocument/hover", "acme.tenet", { position });
    return (hover.contents as MarkupContent).value;
  };
  expect(await shown()).not.toContain("partners missed");
  await expect.poll(shown).toContain("1 of 2 partners missed in 2026-02");
});

it("are asked for again when a data file has changed, which is no agreement", async () => {
  const client = await started();
  let refreshed = 0;
  client.connection.onRequest("workspace/codeLens/refresh", () => {
    refreshed += 1;
    return null;
  });
  expect((await titles(client, standard))[0]).toBe("1 of 2 partners missed in 2026-02");
  await client.save("data/calls.csv", ROWS.replaceAll("30", "90"));
  await expect.poll(() => refreshed).toBe(1);
  expect((await titles(client, standard))[0]).toBe("2 of 2 partners missed in 2026-02");
  const reports = await client.request<{ items: readonly { uri: string }[] }>("workspace/diagnostic", {
    previousResultIds: [],
  });
  expect(reports.items.map(({ uri }) => uri)).toEqual([uriOf("acme.tenet")]);
});
