/** The outline: declarations with their labels, and inside them fields, members, steps and levels. */
import type { NameSymbol } from "@tenet-lang/language";
import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from "vscode-languageserver";
import type { TreeContext } from "../analysis/phase.ts";
import { rangeOf } from "../protocol/positions.ts";
import { declaredInFile } from "./declared-in-file.ts";
import { feature } from "./feature.ts";
import { symbolKinds } from "./symbol-kinds.ts";

export const documentSymbols = feature<"tree", DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>({
  method: "textDocument/documentSymbol",
  needs: "tree",
  otherwise: [],
  capabilities: { documentSymbolProvider: true },
  answer: (context) => {
    const symbols = declaredInFile(context.parsed);
    const isNested = context.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    return isNested ? nested(symbols, null) : symbols.map((symbol) => flat(context, symbol));
  },
});

function nested(symbols: readonly NameSymbol[], owner: NameSymbol | null): DocumentSymbol[] {
  return symbols
    .filter((symbol) => symbol.owner === owner)
    .map((symbol) => {
      const { file, kind, name, title, span, nameSpan } = symbol;
      return {
        name,
        detail: title ?? "",
        kind: symbolKinds[kind],
        range: rangeOf(file, span),
        selectionRange: rangeOf(file, nameSpan),
        children: nested(symbols, symbol),
      };
    });
}

function flat({ known }: TreeContext, { file, kind, name, span, owner }: NameSymbol): SymbolInformation {
  return {
    name,
    kind: symbolKinds[kind],
    location: { uri: known.uri, range: rangeOf(file, span) },
    ...(owner === null ? {} : { containerName: owner.name }),
  };
}
