/** Who uses what: which standards and consequences read a metric, and what a standard reads. */
import { type NameSymbol, type Occurrence, type Usage, usedIn, usersOf } from "@tenet-lang/language";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from "vscode-languageserver";
import { namesOf } from "../analysis/names.ts";
import type { ModelContext, WorkspaceContext } from "../analysis/phase.ts";
import { rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { agreementsOf, nameAt } from "./name-at.ts";
import { symbolKinds } from "./symbol-kinds.ts";

export const prepareCallHierarchy = feature<"model", CallHierarchyPrepareParams, CallHierarchyItem[] | null>({
  method: "textDocument/prepareCallHierarchy",
  needs: "model",
  capabilities: { callHierarchyProvider: true },
  answer: async (context, { position }) => {
    const found = await nameAt(context, position);
    if (found === null) return null;
    return [found.occurrence.symbol, ...found.occurrence.others].map((symbol) => itemOf(context, symbol));
  },
});

export const incomingCalls = feature<
  "model",
  CallHierarchyIncomingCallsParams,
  CallHierarchyIncomingCall[] | null
>({
  method: "callHierarchy/incomingCalls",
  needs: "model",
  capabilities: {},
  answer: async (context, { item }, token) => {
    const { folder, path } = context.known.place;
    const users = new Map<string, Usage>();
    for (const analysed of await agreementsOf(context, folder, path, token)) {
      const names = namesOf(analysed);
      const symbol = symbolOf(context, names.declared.symbols, item);
      for (const user of symbol === null ? [] : usersOf(names, symbol)) users.set(user.symbol.id, user);
    }
    return [...users.values()].map(({ symbol, places }) => ({
      from: itemOf(context, symbol),
      fromRanges: rangesOf(places),
    }));
  },
});

export const outgoingCalls = feature<
  "model",
  CallHierarchyOutgoingCallsParams,
  CallHierarchyOutgoingCall[] | null
>({
  method: "callHierarchy/outgoingCalls",
  needs: "model",
  capabilities: {},
  answer: (context, { item }) => {
    const names = namesOf(context.analysed);
    const symbol = symbolOf(context, names.declared.symbols, item);
    if (symbol === null) return null;
    return usedIn(names, symbol).map(({ symbol: used, places }) => ({
      to: itemOf(context, used),
      fromRanges: rangesOf(places),
    }));
  },
});

function itemOf(
  { uriOf }: WorkspaceContext,
  { id, name, kind, title, file, span, nameSpan, owner }: NameSymbol,
): CallHierarchyItem {
  return {
    name,
    detail: title ?? owner?.name ?? "",
    kind: symbolKinds[kind],
    uri: uriOf(file),
    range: rangeOf(file, span),
    selectionRange: rangeOf(file, nameSpan),
    data: id,
  };
}

/** The symbol of an item that a client has kept; by its place, where the text has changed since. */
function symbolOf(
  { file }: ModelContext,
  symbols: readonly NameSymbol[],
  { data, name, kind }: CallHierarchyItem,
): NameSymbol | null {
  const here = symbols.filter((symbol) => symbol.file.path === file.path);
  const same = here.find(({ id, name: called }) => id === data && called === name);
  return same ?? here.find((one) => one.name === name && symbolKinds[one.kind] === kind) ?? null;
}

function rangesOf(places: readonly Occurrence[]) {
  return places.map(({ file, span }) => rangeOf(file, span));
}
