/** From a name to what is built on it: limits on a metric, what acts on a standard, what counts a dataset. */
import { madeOf } from "@tenet-lang/language";
import type { ImplementationParams, Location } from "vscode-languageserver";
import { namesOf } from "../analysis/names.ts";
import { feature } from "./feature.ts";
import { agreementsOf, declarationOf, nameNear } from "./name-at.ts";

export const implementation = feature<"model", ImplementationParams, Location[] | null>({
  method: "textDocument/implementation",
  needs: "model",
  capabilities: { implementationProvider: true },
  answer: async (context, { position }, token) => {
    const found = await nameNear(context, position);
    if (found === null) return null;
    const { symbol } = found.occurrence;
    const { folder } = context.known.place;
    const built = new Map<string, Location>();
    for (const analysed of await agreementsOf(context, folder, symbol.file.path, token)) {
      for (const one of madeOf(namesOf(analysed), symbol)) built.set(one.id, declarationOf(context, one));
    }
    return [...built.values()];
  },
});
