import { expect } from "vitest";
import type { Range, WorkspaceEdit } from "vscode-languageserver";
import { uriOf } from "../harness/client.ts";
import { at, expectAt, type Marker, shown, textOf } from "../harness/scene.ts";
import { changedLines } from "./changed-lines.ts";

/** `rename("te^xt", "new", golden)`: the name may be changed, and these lines are then others. */
export const rename: Marker = {
  name: "rename",
  run: async (scene, call) => {
    const [text, name, golden] = call.args;
    const position = scene.pointOf(call, text);
    const prepared = await scene.client.ask<{ range: Range; placeholder: string } | null>(
      "textDocument/prepareRename",
      call.path,
      { position },
    );
    expectAt(call, shown(uriOf(call.path), prepared?.range ?? { start: position, end: position })).toBe(
      shown(uriOf(call.path), scene.rangeOf(call, text)),
    );
    const edit = await scene.client.ask<WorkspaceEdit | null>("textDocument/rename", call.path, {
      position,
      newName: textOf(name),
    });
    const expected = scene.golden.get(textOf(golden));
    if (expected === undefined) throw new Error(`there is no @${textOf(golden)}`);
    expectAt(call, changedLines(scene, edit ?? {})).toBe(expected.trimEnd());
  },
};

/** `renameerr("te^xt", "new", "pattern")`: the name cannot become that, or no other at all, and this is why. */
export const renameerr: Marker = {
  name: "renameerr",
  run: async (scene, call) => {
    const [text, name, pattern] = call.args;
    const params = { position: scene.pointOf(call, text), newName: textOf(name) };
    const request = scene.client.ask("textDocument/rename", call.path, params);
    await expect(request, at(call)).rejects.toThrow(new RegExp(textOf(pattern)));
  },
};

/** `norename("te^xt", "pattern")`: asking whether it may be renamed says already why not. */
export const norename: Marker = {
  name: "norename",
  run: async (scene, call) => {
    const [text, pattern] = call.args;
    const params = { position: scene.pointOf(call, text) };
    const request = scene.client.ask("textDocument/prepareRename", call.path, params);
    await expect(request, at(call)).rejects.toThrow(new RegExp(textOf(pattern)));
  },
};
