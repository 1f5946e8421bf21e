import { expect } from "vitest";
import type { DocumentLink, WorkspaceEdit } from "vscode-languageserver";
import { root, uriOf } from "../harness/client.ts";
import { expectAt, type Marker, type Scene, shown, textOf } from "../harness/scene.ts";
import { changedLines } from "./changed-lines.ts";

/** `link("text", "path")`: the text leads to that file. In a workspace with such markers there are no other links. */
export const link: Marker = {
  name: "link",
  run: (scene, call) => {
    const [text, path] = call.args;
    scene.note("link", `${shown(uriOf(call.path), scene.rangeOf(call, text))} ${textOf(path)}`);
  },
  finish: async (scene) => {
    const wanted = scene.notes.get("link");
    if (wanted !== undefined) expect(await allLinks(scene)).toEqual([...wanted].sort());
  },
};

/** `move("old", "new", golden)`: when that file or folder moves, these lines become others. */
export const move: Marker = {
  name: "move",
  run: async (scene, call) => {
    const [from, to, golden] = call.args.map(textOf);
    const files = [{ oldUri: uriOf(from ?? ""), newUri: uriOf(to ?? "") }];
    const edit = await scene.client.request<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
    expectAt(call, changedLines(scene, edit ?? {})).toBe(scene.golden.get(golden ?? "")?.trimEnd());
  },
};

async function allLinks({ client, files }: Scene): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of files.keys()) {
    if (!path.endsWith(".tenet")) continue;
    for (const { range, target } of await client.ask<DocumentLink[]>("textDocument/documentLink", path)) {
      found.push(`${shown(uriOf(path), range)} ${target?.slice(root.length + 1)}`);
    }
  }
  return found.sort();
}
