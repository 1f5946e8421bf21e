import type { TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { expectAt, type Marker, type Scene, textOf } from "../harness/scene.ts";

const options = { tabSize: 2, insertSpaces: true };

/** `format(golden)`: the file formatted as a whole is the expected text of that name. */
export const format: Marker = {
  name: "format",
  run: async (scene, call) => {
    const [golden] = call.args;
    const edits = await scene.client.ask<TextEdit[]>("textDocument/formatting", call.path, { options });
    expectAt(call, applied(scene, call.path, edits)).toBe(scene.golden.get(textOf(golden)));
  },
};

/** `formatrange(lines, golden)`: this line and so many below it are formatted, and nothing else. */
export const formatrange: Marker = {
  name: "formatrange",
  run: async (scene, call) => {
    const [lines, golden] = call.args;
    if (lines?.kind !== "number") throw new Error("formatrange takes a number of lines");
    const end = { line: call.line + lines.number, character: 1000 };
    const range = { start: { line: call.line, character: 0 }, end };
    const ask = { range, options };
    const edits = await scene.client.ask<TextEdit[]>("textDocument/rangeFormatting", call.path, ask);
    expectAt(call, applied(scene, call.path, edits)).toBe(scene.golden.get(textOf(golden)));
    const ranges = { ranges: [range], options };
    const same = await scene.client.ask<TextEdit[]>("textDocument/rangesFormatting", call.path, ranges);
    expectAt(call, same).toEqual(edits);
  },
};

/** `typed("te^xt", character, golden)`: after the character at the cursor was typed, the file becomes that text. */
export const typed: Marker = {
  name: "typed",
  run: async (scene, call) => {
    const [cursor, character, golden] = call.args;
    const ch = textOf(character) === "enter" ? "\n" : textOf(character);
    const at = scene.pointOf(call, cursor);
    const position = ch === "\n" ? { line: call.line + 1, character: 0 } : at;
    const edits = await scene.client.ask<TextEdit[]>("textDocument/onTypeFormatting", call.path, {
      position,
      ch,
      options,
    });
    expectAt(call, applied(scene, call.path, edits)).toBe(scene.golden.get(textOf(golden)));
  },
};

function applied({ files }: Scene, path: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(path, "tenet", 1, files.get(path) ?? ""), edits);
}
