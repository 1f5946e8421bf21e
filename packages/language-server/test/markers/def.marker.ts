import { placesMarker } from "./places.ts";

/** `def("te^xt", place)`: the name is declared there; several places in a list. */
export const def = placesMarker("def", "textDocument/definition");
/** `typedef("te^xt", place)`: what the name is a part of, or is made from. */
export const typedef = placesMarker("typedef", "textDocument/typeDefinition");
/** `impl("te^xt", [place, …])`: what is built on the name. */
export const impl = placesMarker("impl", "textDocument/implementation");
