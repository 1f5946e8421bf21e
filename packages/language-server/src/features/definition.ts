/** From a name to where it is declared, and from a path after `uses` to its file. */
import { linksOf } from "@tenet-lang/language";
import type { DefinitionParams, Location, LocationLink } from "vscode-languageserver";
import type { ModelContext } from "../analysis/phase.ts";
import { offsetOf, rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { declarationOf, linkTo, nameNear } from "./name-at.ts";

export const definition = feature<"model", DefinitionParams, Location[] | LocationLink[] | null>({
  method: "textDocument/definition",
  needs: "model",
  capabilities: { definitionProvider: true },
  answer: async (context, { position }) => {
    const found = await nameNear(context, position);
    if (found === null) return fileAt(context, offsetOf(context.file, position));
    const { occurrence } = found;
    const symbols = [occurrence.symbol, ...occurrence.others];
    return context.client.textDocument?.definition?.linkSupport === true
      ? symbols.map((symbol) => linkTo(context, symbol, occurrence))
      : symbols.map((symbol) => declarationOf(context, symbol));
  },
});

function fileAt({ parsed, file, known, store }: ModelContext, offset: number): Location[] | null {
  const link = linksOf(parsed, file.path).find(
    ({ kind, span }) => kind !== "data" && span.start <= offset && offset <= span.end,
  );
  if (link === undefined || link.target === null) return null;
  const target = store.at({ folder: known.place.folder, path: link.target });
  return target === null ? null : [{ uri: target.uri, range: rangeOf(target.file, { start: 0, end: 0 }) }];
}
