/** Everything that the workspace declares, by a few letters of its name or of its label, the best match first. */
import type { NameSymbol } from "@tenet-lang/language";
import type { SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver";
import { rangeOf } from "../protocol/positions.ts";
import { declaredInFile } from "./declared-in-file.ts";
import { feature } from "./feature.ts";
import { likeness } from "./likeness.ts";
import { symbolKinds } from "./symbol-kinds.ts";

/** More than anybody reads. */
const most = 256;

export const workspaceSymbols = feature<"workspace", WorkspaceSymbolParams, SymbolInformation[]>({
  method: "workspace/symbol",
  needs: "workspace",
  otherwise: [],
  capabilities: { workspaceSymbolProvider: true },
  answer: async ({ store, pause }, { query }, token) => {
    const found: { readonly symbol: NameSymbol; readonly uri: string; readonly rank: number }[] = [];
    for (const known of store.all()) {
      await pause(token);
      for (const symbol of declaredInFile(store.treeOf(known))) {
        const rank = rankOf(symbol, query);
        if (rank !== null) found.push({ symbol, uri: known.uri, rank });
      }
    }
    found.sort((one, other) => other.rank - one.rank || (one.symbol.name < other.symbol.name ? -1 : 1));
    return found.slice(0, most).map(({ symbol, uri }) => informationOf(symbol, uri));
  },
});

/** Names before labels, declarations before what stands inside them. */
function rankOf({ name, title, owner }: NameSymbol, query: string): number | null {
  const byName = likeness(query, name);
  const byTitle = title === null ? null : likeness(query, title);
  if (byName === null && byTitle === null) return null;
  return Math.max(byName ?? 0, (byTitle ?? 0) / 2) - (owner === null ? 0 : 0.25);
}

function informationOf(
  { name, title, kind, file, nameSpan, owner }: NameSymbol,
  uri: string,
): SymbolInformation {
  const containerName = owner?.name ?? title;
  return {
    name,
    kind: symbolKinds[kind],
    location: { uri, range: rangeOf(file, nameSpan) },
    ...(containerName === null ? {} : { containerName }),
  };
}
