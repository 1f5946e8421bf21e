import { placesMarker } from "./places.ts";

/** `refs("te^xt", [place, …])`: all places where the name stands, its declaration among them. */
export const refs = placesMarker("refs", "textDocument/references", {
  context: { includeDeclaration: true },
});
/** `uses("te^xt", [place, …])`: the same without its declaration. */
export const uses = placesMarker("uses", "textDocument/references", {
  context: { includeDeclaration: false },
});
