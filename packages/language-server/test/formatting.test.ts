/** Line ends of a file are its author's: formatting keeps them, and asks for no edit of a line for their sake. */
import { expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client } from "./harness/client.ts";

const formatted = `agreement acme "Acme"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
`;

test.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
])("a file with %s", async (_, end) => {
  const text = formatted.replaceAll("\n", end);
  const wide = text.replace("version 1", "version   1");
  const client = await Client.start({ files: { "right.tenet": text, "wide.tenet": wide } });
  const edits: TextEdit[][] = [];
  for (const path of ["right.tenet", "wide.tenet"]) {
    await client.open(path);
    edits.push(await client.ask<TextEdit[]>("textDocument/formatting", path, { options: {} }));
  }
  const [none = [], one = []] = edits;
  expect(none).toEqual([]);
  expect(one).toHaveLength(1);
  expect(TextDocument.applyEdits(TextDocument.create("wide.tenet", "tenet", 1, wide), one)).toBe(text);
  client.expectQuiet();
  await client.stop();
});

test("a table lines up while it is typed, also at the end of a file without a last line break", async () => {
  const client = await Client.start();
  let text = 'test few "Few"\n  given calls\n';
  await client.open("a.tenet", text);
  for (const ch of "| id | wait |\n| c1 | 12345 |") {
    text += ch;
    await client.change("a.tenet", { text });
    if (ch !== "|" && ch !== "\n") continue;
    const document = TextDocument.create("a.tenet", "tenet", 1, text);
    const position = document.positionAt(text.length);
    const asked = { position, ch, options: {} };
    const edits = await client.ask<TextEdit[]>("textDocument/onTypeFormatting", "a.tenet", asked);
    text = TextDocument.applyEdits(document, edits);
    await client.change("a.tenet", { text });
  }
  expect(text).toBe(`test few "Few"
  given calls
  | id | wait  |
  | c1 | 12345 |`);
  client.expectQuiet();
  await client.stop();
});

test("a line break tidies the line that it ends, and leaves the blanks that an editor put on the next one", async () => {
  const client = await Client.start();
  const before = `${formatted}\nstandard   quick "Quick"\n  `;
  await client.open("a.tenet", before);
  const document = TextDocument.create("a.tenet", "tenet", 1, before);
  const asked = { position: document.positionAt(before.length), ch: "\n", options: {} };
  const edits = await client.ask<TextEdit[]>("textDocument/onTypeFormatting", "a.tenet", asked);
  expect(TextDocument.applyEdits(document, edits)).toBe(`${formatted}\nstandard quick "Quick"\n  `);
  client.expectQuiet();
  await client.stop();
});

test("a selection that ends before a line takes nothing of it", async () => {
  const client = await Client.start();
  const before = formatted.replace("version 1", "version   1").replace("effective from", "effective   from");
  await client.open("a.tenet", before);
  const document = TextDocument.create("a.tenet", "tenet", 1, before);
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
  const asked = { range, options: {} };
  const edits = await client.ask<TextEdit[]>("textDocument/rangeFormatting", "a.tenet", asked);
  const expected = formatted.replace("effective from", "effective   from");
  expect(TextDocument.applyEdits(document, edits)).toBe(expected);
  client.expectQuiet();
  await client.stop();
});
