/** All places where a name is written, in every agreement that knows it. */
import type { Location, ReferenceParams } from "vscode-languageserver";
import { rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { nameNear, placesOf } from "./name-at.ts";

export const references = feature<"model", ReferenceParams, Location[] | null>({
  method: "textDocument/references",
  needs: "model",
  capabilities: { referencesProvider: true },
  answer: async (context, { position, context: { includeDeclaration } }, token) => {
    const found = await nameNear(context, position);
    if (found === null) return null;
    const places = await placesOf(context, found, token);
    return places
      .filter(({ role }) => includeDeclaration || role === "reference")
      .map(({ file, span }) => ({ uri: context.uriOf(file), range: rangeOf(file, span) }));
  },
});
