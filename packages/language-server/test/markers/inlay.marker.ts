import type { InlayHint, InlineValueText, MarkupContent, Range } from "vscode-languageserver";
import type { MarkerCall } from "../harness/marked-text.ts";
import { expectAt, type Marker, type Scene, textOf, textsOf } from "../harness/scene.ts";

function lineRange(scene: Scene, call: MarkerCall): Range {
  const { line } = call;
  return { start: { line, character: 0 }, end: { line, character: scene.lineOf(call).length } };
}

async function hintsOn(scene: Scene, call: MarkerCall): Promise<readonly InlayHint[]> {
  const range = lineRange(scene, call);
  return (await scene.client.ask<InlayHint[] | null>("textDocument/inlayHint", call.path, { range })) ?? [];
}

/** `inlay("line with ‹hints›")`: the line with all of its hints, each at its place; `inlay()`: it has none. */
export const inlay: Marker = {
  name: "inlay",
  run: async (scene, call) => {
    const hints = await hintsOn(scene, call);
    const line = scene.lineOf(call);
    if (call.args[0] === undefined) {
      expectAt(call, hints).toEqual([]);
      return;
    }
    let shown = "";
    let at = 0;
    for (const { position, label, paddingLeft } of hints) {
      shown += `${line.slice(at, position.character)}‹${paddingLeft === true ? " " : ""}${label}›`;
      at = position.character;
    }
    expectAt(call, (shown + line.slice(at)).trim()).toBe(textOf(call.args[0]));
  },
};

/** `tip("label", "pattern")`: what the hint says once somebody points at it. */
export const tip: Marker = {
  name: "tip",
  run: async (scene, call) => {
    const wanted = textOf(call.args[0]);
    const hint = (await hintsOn(scene, call)).find(({ label }) => label === wanted);
    expectAt(call, hint).toBeDefined();
    const resolved = await scene.client.request<InlayHint>("inlayHint/resolve", hint);
    expectAt(call, (resolved.tooltip as MarkupContent).value).toMatch(new RegExp(textOf(call.args[1])));
  },
};

/** `values(["text", …])`: what is shown beside the line, from the data; `values()`: nothing is. */
export const values: Marker = {
  name: "values",
  run: async (scene, call) => {
    const range = lineRange(scene, call);
    const context = { frameId: 0, stoppedLocation: range };
    const found = await scene.client.ask<InlineValueText[] | null>("textDocument/inlineValue", call.path, {
      range,
      context,
    });
    const texts = (found ?? []).map(({ text }) => text);
    expectAt(call, texts).toEqual(call.args[0] === undefined ? [] : textsOf(call.args[0]));
  },
};
