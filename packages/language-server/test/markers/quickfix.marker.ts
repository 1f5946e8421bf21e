import type { CodeAction } from "vscode-languageserver";
import { expectAt, type Marker, type Scene, textOf, textsOf } from "../harness/scene.ts";
import { asked } from "./asked-actions.ts";
import { applied, changedStretch, editsOf } from "./changed-lines.ts";

/**
 * `quickfix("text", "Title", ["line", …])`: this fix is offered for the text on this line, and these lines then stand
 * where others stood.
 */
export const quickfix: Marker = {
  name: "quickfix",
  run: async (scene, call) => {
    const [text, title, lines] = call.args;
    const actions = await asked(scene, call, scene.rangeOf(call, text), ["quickfix"]);
    const action = actions.find((one) => one.title === textOf(title));
    expectAt(call, action === undefined ? actions.map((one) => one.title) : textOf(title)).toEqual(
      textOf(title),
    );
    expectAt(call, newLines(scene, call.path, action)).toEqual(textsOf(lines));
  },
};

/** `nofix("text")`: no fix is offered here. */
export const nofix: Marker = {
  name: "nofix",
  run: async (scene, call) => {
    const actions = await asked(scene, call, scene.rangeOf(call, call.args[0]), ["quickfix"]);
    expectAt(
      call,
      actions.map(({ title }) => title),
    ).toEqual([]);
  },
};

/** `fixall(golden)`: mending all slips of the file makes it the expected text of that name. */
export const fixall: Marker = {
  name: "fixall",
  run: async (scene, call) => {
    const start = { line: call.line, character: 0 };
    const [action] = await asked(scene, call, { start, end: start }, ["source.fixAll"]);
    expectAt(call, textAfter(scene, call.path, action)).toBe(scene.golden.get(textOf(call.args[0])));
  },
};

function textAfter({ files }: Scene, path: string, action: CodeAction | undefined): string {
  const before = files.get(path) ?? "";
  const edits = editsOf(action?.edit ?? {}).flatMap(([, own]) => own);
  return applied(before, edits);
}

function newLines(scene: Scene, path: string, action: CodeAction | undefined): readonly string[] {
  return changedStretch(scene.files.get(path) ?? "", textAfter(scene, path, action)).lines;
}
