import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver";
import { uriOf } from "../harness/client.ts";
import { expectAt, type Marker, shown } from "../harness/scene.ts";
import { expected } from "./places.ts";

/** `highlight("te^xt", [written], [read, …])`: the places in this file that are marked as declaring or naming it. */
export const highlight: Marker = {
  name: "highlight",
  run: async (scene, call) => {
    const [at, written, read] = call.args;
    const found = await scene.client.ask<DocumentHighlight[] | null>(
      "textDocument/documentHighlight",
      call.path,
      {
        position: scene.pointOf(call, at),
      },
    );
    const placesOf = (wanted: DocumentHighlightKind): readonly string[] =>
      (found ?? [])
        .filter(({ kind }) => kind === wanted)
        .map(({ range }) => shown(uriOf(call.path), range))
        .sort();
    expectAt(call, placesOf(DocumentHighlightKind.Write)).toEqual(expected(scene, call, written));
    expectAt(call, placesOf(DocumentHighlightKind.Read)).toEqual(expected(scene, call, read));
  },
};
