import type { Hover, MarkupContent } from "vscode-languageserver";
import { uriOf } from "../harness/client.ts";
import { at, expectAt, type Marker, shown, textOf, textsOf } from "../harness/scene.ts";

/**
 * `hover("te^xt", golden)`: this is shown; `hover("te^xt", ["pattern", …])`: it holds these; `hover("te^xt")`: nothing
 * is shown. What is explained is the text itself, or the third argument.
 */
export const hover: Marker = {
  name: "hover",
  run: async (scene, call) => {
    const [text, expected] = call.args;
    const found = await scene.client.ask<Hover | null>("textDocument/hover", call.path, {
      position: scene.pointOf(call, text),
    });
    if (expected === undefined) {
      expectAt(call, found).toBeNull();
      return;
    }
    if (found?.range === undefined) throw new Error(`${at(call)} shows nothing`);
    const { value } = found.contents as MarkupContent;
    const explained = scene.rangeOf(call, call.args[2] ?? text);
    expectAt(call, shown(uriOf(call.path), found.range)).toBe(shown(uriOf(call.path), explained));
    if (expected.kind === "word") expectAt(call, value).toBe(scene.golden.get(textOf(expected))?.trimEnd());
    else for (const pattern of textsOf(expected)) expectAt(call, value).toMatch(new RegExp(pattern));
  },
};
