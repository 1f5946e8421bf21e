/** What clients differ in: links, flat outlines, plain text, edits without versions; and files without anything. */

import { afterEach, describe, expect, it } from "vitest";
import type { Definition, DocumentSymbol, Hover, LocationLink, WorkspaceEdit } from "vscode-languageserver";
import { Client, uriOf, usualCapabilities } from "./harness/client.ts";

const TEXT = `agreement acme "Acme"
metric answered "In time" number of calls
standard quick "Quick"
  requires answered at least 5
dataset calls from "c.csv" one row per line
  field wait duration in seconds
`;

const clients: Client[] = [];

async function client(textDocument: object, workspace: object = {}): Promise<Client> {
  const started = await Client.start({
    files: { "a.tenet": TEXT, "empty.tenet": "", "blank.tenet": "\n\n# nothing\n" },
    capabilities: {
      textDocument: { ...usualCapabilities.textDocument, ...textDocument },
      workspace: { ...usualCapabilities.workspace, ...workspace },
    },
  });
  for (const path of ["a.tenet", "empty.tenet", "blank.tenet"]) await started.open(path);
  clients.push(started);
  return started;
}

afterEach(async () => {
  for (const one of clients.splice(0)) {
    one.expectQuiet();
    await one.stop();
  }
});

const used = { position: { line: 3, character: 12 } };

describe("a client", () => {
  it("that shows links is given the whole declaration", async () => {
    const links = await (await client({ definition: { linkSupport: true } })).ask<LocationLink[]>(
      "textDocument/definition",
      "a.tenet",
      used,
    );
    expect(links).toEqual([
      {
        originSelectionRange: { start: { line: 3, character: 11 }, end: { line: 3, character: 19 } },
        targetUri: uriOf("a.tenet"),
        targetRange: { start: { line: 1, character: 0 }, end: { line: 1, character: 41 } },
        targetSelectionRange: { start: { line: 1, character: 7 }, end: { line: 1, character: 15 } },
      },
    ]);
  });

  it("that has no tree is given a flat outline", async () => {
    const found = await (await client({ documentSymbol: {} })).ask<DocumentSymbol[]>(
      "textDocument/documentSymbol",
      "a.tenet",
    );
    expect(found.map((one) => [one.name, "containerName" in one ? one.containerName : null])).toEqual([
      ["acme", null],
      ["answered", null],
      ["quick", null],
      ["calls", null],
      ["wait", "calls"],
    ]);
  });

  it("that shows plain text is given no marks", async () => {
    const hover = await (await client({ hover: { contentFormat: ["plaintext"] } })).ask<Hover>(
      "textDocument/hover",
      "a.tenet",
      used,
    );
    expect(hover.contents).toEqual({
      kind: "plaintext",
      value: [
        "metric answered In time",
        "",
        "How many rows of calls there are.",
        "",
        "- Counts rows of calls from c.csv, for the brand.",
        "- Read by quick (standard).",
        "",
        "number of calls",
      ].join("\n"),
    });
  });

  it("that knows no versions is given edits by file", async () => {
    const edit = await (await client({}, { workspaceEdit: {} })).ask<WorkspaceEdit>(
      "textDocument/rename",
      "a.tenet",
      { ...used, newName: "solved" },
    );
    expect(edit.documentChanges).toBeUndefined();
    expect(
      edit.changes?.[uriOf("a.tenet")]?.map(({ range, newText }) => [range.start.line, newText]),
    ).toEqual([
      [1, "solved"],
      [3, "solved"],
    ]);
  });

  it("that knows versions is told the one that the edits are for", async () => {
    const edit = await (await client({})).ask<WorkspaceEdit>("textDocument/rename", "a.tenet", {
      ...used,
      newName: "solved",
    });
    expect(edit.documentChanges?.map((one) => "textDocument" in one && one.textDocument)).toEqual([
      { uri: uriOf("a.tenet"), version: 1 },
    ]);
  });
});

describe("a file without anything", () => {
  const requests: readonly (readonly [string, object, unknown])[] = [
    ["hover", {}, null],
    ["definition", {}, null],
    ["typeDefinition", {}, null],
    ["implementation", {}, null],
    ["references", { context: { includeDeclaration: true } }, null],
    ["documentHighlight", {}, null],
    ["prepareRename", {}, null],
    ["rename", { newName: "x" }, null],
    ["prepareCallHierarchy", {}, null],
    ["documentSymbol", {}, []],
    ["documentLink", {}, []],
    ["codeLens", {}, []],
  ];

  it.each(requests)("has no %s, anywhere in it or beyond its end", async (method, params, expected) => {
    const asking = await client({});
    for (const path of ["empty.tenet", "blank.tenet"]) {
      for (const line of [0, 1, 2, 99]) {
        const position = { line, character: line };
        expect(await asking.ask(`textDocument/${method}`, path, { position, ...params })).toEqual(expected);
      }
    }
  });

  it("is not there at all: the same", async () => {
    const asking = await client({});
    const position = { line: 0, character: 0 };
    for (const [method, params] of requests) {
      expect([null, []]).toContainEqual(
        await asking.ask(`textDocument/${method}`, "gone.tenet", { position, ...params }),
      );
    }
  });
});

it("every word of a text can be asked about, also in a sentence that is being written", async () => {
  const asking = await client({});
  const broken = `${TEXT}standard cut "Cut"\n  requires answered at\n  meas\n`;
  await asking.open("broken.tenet", broken);
  for (const [line, text] of broken.split("\n").entries()) {
    for (let character = 0; character <= text.length; character += 3) {
      for (const method of [
        "hover",
        "definition",
        "references",
        "documentHighlight",
        "prepareCallHierarchy",
      ]) {
        const params = { position: { line, character }, context: { includeDeclaration: true } };
        const found = await asking.ask<Definition | Hover | null>(
          `textDocument/${method}`,
          "broken.tenet",
          params,
        );
        expect(JSON.stringify(found)).not.toContain("-1");
      }
    }
  }
});
