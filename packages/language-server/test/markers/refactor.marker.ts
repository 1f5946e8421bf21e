import type { Range, WorkspaceEdit } from "vscode-languageserver";
import { root } from "../harness/client.ts";
import type { MarkerCall } from "../harness/marked-text.ts";
import { expectAt, type Marker, type Scene, textOf } from "../harness/scene.ts";
import { asked } from "./asked-actions.ts";
import { applied, changedStretch } from "./changed-lines.ts";

/**
 * `refactor("text", "Title", golden)`: this refactoring is offered where the text stands (at `^` alone, where there is
 * one), and the files are then these: `path:3` with the lines that stand there now, `path made` with all lines of a new
 * file, `path removed`.
 */
export const refactor: Marker = {
  name: "refactor",
  run: async (scene, call) => {
    const [text, title, golden] = call.args;
    const actions = await asked(scene, call, placeOf(scene, call, text), ["refactor"]);
    const action = actions.find((one) => one.title === textOf(title));
    expectAt(call, action === undefined ? actions.map((one) => one.title) : textOf(title)).toEqual(
      textOf(title),
    );
    expectAt(call, filesAfter(scene, action?.edit ?? {})).toBe(scene.golden.get(textOf(golden))?.trimEnd());
  },
};

/** `norefactor("text", "kind", "pattern")`: nothing of a kind is offered here whose title matches. */
export const norefactor: Marker = {
  name: "norefactor",
  run: async (scene, call) => {
    const [text, kind, pattern] = call.args;
    const actions = await asked(scene, call, placeOf(scene, call, text), [textOf(kind)]);
    const found = actions
      .map(({ title }) => title)
      .filter((title) => new RegExp(textOf(pattern)).test(title));
    expectAt(call, found).toEqual([]);
  },
};

/** `organize(golden)`: with its `uses` in order the file is this; `organize(none)`: they are in order. */
export const organize: Marker = {
  name: "organize",
  run: async (scene, call) => {
    const start = { line: call.line, character: 0 };
    const [action] = await asked(scene, call, { start, end: start }, ["source.organizeImports"]);
    const expected = textOf(call.args[0]) === "none" ? "" : scene.golden.get(textOf(call.args[0]))?.trimEnd();
    expectAt(call, action === undefined ? "" : filesAfter(scene, action.edit ?? {})).toBe(expected);
  },
};

function placeOf(scene: Scene, call: MarkerCall, text: MarkerCall["args"][number] | undefined): Range {
  if (!textOf(text).includes("^")) return scene.rangeOf(call, text);
  const point = scene.pointOf(call, text);
  return { start: point, end: point };
}

function filesAfter({ files }: Scene, { documentChanges = [] }: WorkspaceEdit): string {
  const made = new Set<string>();
  const said = documentChanges.map((change) => {
    if ("kind" in change) {
      if (change.kind === "create") made.add(change.uri);
      return change.kind === "delete" ? `${pathOf(change.uri)} removed` : "";
    }
    const { uri } = change.textDocument;
    const before = files.get(pathOf(uri)) ?? "";
    const edits = change.edits.filter((one) => "newText" in one);
    const after = applied(before, edits);
    if (made.has(uri)) return [`${pathOf(uri)} made`, ...shown(after.trimEnd().split("\n"))].join("\n");
    const { line, lines } = changedStretch(before, after);
    return [`${pathOf(uri)}:${line}`, ...shown(lines)].join("\n");
  });
  return said.filter((one) => one !== "").join("\n");
}

function shown(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `| ${line}`.trimEnd());
}

function pathOf(uri: string): string {
  return uri.slice(root.length + 1);
}
