import type { SignatureHelp } from "vscode-languageserver";
import { at, expectAt, type Marker, textOf } from "../harness/scene.ts";

/**
 * `signature("te^xt", "sentence as it reads", "part")`: this sentence is shown first, and this part of it is being written;
 * without a part none is. `signature("te^xt")`: nothing is shown.
 */
export const signature: Marker = {
  name: "signature",
  run: async (scene, call) => {
    const [text, label, part] = call.args;
    const position = scene.pointOf(call, text);
    const found = await scene.client.ask<SignatureHelp | null>("textDocument/signatureHelp", call.path, {
      position,
    });
    if (label === undefined) {
      expectAt(call, found).toBeNull();
      return;
    }
    const first = found?.signatures[found.activeSignature ?? 0];
    if (first === undefined) throw new Error(`${at(call)} shows no sentence`);
    expectAt(call, first.label).toBe(textOf(label));
    const [start, end] = (first.parameters?.[found?.activeParameter ?? 0]?.label ?? [0, 0]) as [
      number,
      number,
    ];
    expectAt(call, first.label.slice(start, end)).toBe(part === undefined ? "" : textOf(part));
  },
};
