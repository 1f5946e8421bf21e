/** Markers that ask for places: each is a request whose answer is compared with the places that are expected. */
import type { Location, LocationLink } from "vscode-languageserver";
import type { Argument, MarkerCall } from "../harness/marked-text.ts";
import { expectAt, type Marker, type Scene, shown } from "../harness/scene.ts";

/** A marker `NAME("te^xt", [place, …])`: the request gives exactly these places, in any order. */
export function placesMarker(name: string, method: string, params: object = {}): Marker {
  return {
    name,
    run: async (scene, call) => {
      const [at, places] = call.args;
      const found = await scene.client.ask<readonly (Location | LocationLink)[] | null>(method, call.path, {
        position: scene.pointOf(call, at),
        ...params,
      });
      const actual = (found ?? []).map(placeOf).sort();
      expectAt(call, actual).toEqual(expected(scene, call, places));
    },
  };
}

/** The places of a list, or of one argument. */
export function expected(scene: Scene, call: MarkerCall, places: Argument | undefined): readonly string[] {
  const items = places?.kind === "list" ? places.items : places === undefined ? [] : [places];
  return items
    .map((item) => scene.placeOf(call, item))
    .map(({ uri, range }) => shown(uri, range))
    .sort();
}

function placeOf(one: Location | LocationLink): string {
  return "uri" in one ? shown(one.uri, one.range) : shown(one.targetUri, one.targetSelectionRange);
}
