import { uriOf } from "../harness/client.ts";
import { type Marker, textOf } from "../harness/scene.ts";

/** `loc(name, "text")`: gives the text on this line a name. */
export const loc: Marker = {
  name: "loc",
  order: -1,
  run: (scene, call) => {
    const [name, text] = call.args;
    scene.places.set(textOf(name), { uri: uriOf(call.path), range: scene.rangeOf(call, text) });
  },
};
