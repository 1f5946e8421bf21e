import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from "vscode-languageserver";
import type { MarkerCall } from "../harness/marked-text.ts";
import { expectAt, type Marker, type Scene, shown, textsOf } from "../harness/scene.ts";
import { expected } from "./places.ts";

/** `callers("te^xt", [name, …], [place, …])`: what uses it, and where. */
export const callers: Marker = {
  name: "callers",
  run: async (scene, call) => {
    const item = await itemAt(scene, call);
    const found = await scene.client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", {
      item,
    });
    expectAt(
      call,
      found.map(({ from }) => from.name),
    ).toEqual(textsOf(call.args[1]));
    const places = found.flatMap(({ from, fromRanges }) => fromRanges.map((range) => shown(from.uri, range)));
    expectAt(call, places.sort()).toEqual(expected(scene, call, call.args[2]));
  },
};

/** `callees("te^xt", [name, …])`: what it uses, in the order of the text. */
export const callees: Marker = {
  name: "callees",
  run: async (scene, call) => {
    const item = await itemAt(scene, call);
    const found = await scene.client.request<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", {
      item,
    });
    expectAt(
      call,
      found.map(({ to }) => to.name),
    ).toEqual(textsOf(call.args[1]));
  },
};

async function itemAt(scene: Scene, call: MarkerCall): Promise<CallHierarchyItem | undefined> {
  const position = scene.pointOf(call, call.args[0]);
  const items = await scene.client.ask<CallHierarchyItem[] | null>(
    "textDocument/prepareCallHierarchy",
    call.path,
    { position },
  );
  return items?.[0];
}
