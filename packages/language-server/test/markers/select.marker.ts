import type { Range, SelectionRange } from "vscode-languageserver";
import { expectAt, type Marker, type Scene, textsOf } from "../harness/scene.ts";

/**
 * `select("te^xt", ["text", "a longer text", …])`: the selection grows from the cursor through these texts, and then to
 * the whole file. Of a text over several lines the first and the last are given: `"first … last"`.
 */
export const select: Marker = {
  name: "select",
  run: async (scene, call) => {
    const [cursor, texts] = call.args;
    const [innermost] = await scene.client.ask<SelectionRange[]>("textDocument/selectionRange", call.path, {
      positions: [scene.pointOf(call, cursor)],
    });
    const grown: string[] = [];
    for (let each = innermost; each?.parent !== undefined; each = each.parent)
      grown.push(textIn(scene, call.path, each.range));
    expectAt(call, grown).toEqual(textsOf(texts));
  },
};

function textIn({ files }: Scene, path: string, { start, end }: Range): string {
  const lines = (files.get(path) ?? "").split("\n");
  const first = lines[start.line] ?? "";
  if (start.line === end.line) return first.slice(start.character, end.character);
  const last = lines[end.line]?.slice(0, end.character) ?? "";
  return `${first.slice(start.character).trim()} … ${last.trim()}`;
}
