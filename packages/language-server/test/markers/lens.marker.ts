import type { CodeLens } from "vscode-languageserver";
import { uriOf } from "../harness/client.ts";
import { expectAt, type Marker, shown, textsOf } from "../harness/scene.ts";

/** `lens("text", ["title", …])`: what stands above the text, each worked out as for a lens in sight. */
export const lens: Marker = {
  name: "lens",
  // Hovers show figures that are known, and lenses make them known.
  order: -1,
  run: async (scene, call) => {
    const [text, titles] = call.args;
    const place = shown(uriOf(call.path), scene.rangeOf(call, text));
    const all = await scene.client.ask<CodeLens[]>("textDocument/codeLens", call.path);
    const here = all.filter(({ range }) => shown(uriOf(call.path), range) === place);
    const resolved: CodeLens[] = [];
    for (const one of here) {
      resolved.push(one.command === undefined ? await scene.client.request("codeLens/resolve", one) : one);
    }
    expectAt(
      call,
      resolved.map(({ command }) => command?.title),
    ).toEqual(titles === undefined ? [] : textsOf(titles));
  },
};
