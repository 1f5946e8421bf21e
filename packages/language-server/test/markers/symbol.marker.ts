import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { expectAt, type Marker, textOf, textsOf } from "../harness/scene.ts";

/** `outline(golden)`: the outline of this file, as indented lines `kind name detail`. */
export const outline: Marker = {
  name: "outline",
  run: async (scene, call) => {
    const symbols = await scene.client.ask<DocumentSymbol[]>("textDocument/documentSymbol", call.path);
    const expected = scene.golden.get(textOf(call.args[0])) ?? "";
    expectAt(call, linesOf(symbols, "").join("\n")).toBe(expected.trimEnd());
  },
};

/** `symbol("letters", [name, …])`: what the workspace declares by these letters, the best first. */
export const symbol: Marker = {
  name: "symbol",
  run: async (scene, call) => {
    const [query, names] = call.args;
    const found = await scene.client.request<SymbolInformation[]>("workspace/symbol", {
      query: textOf(query),
    });
    expectAt(
      call,
      found.map(({ name }) => name),
    ).toEqual(names === undefined ? [] : textsOf(names));
  },
};

const kindNames = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

function linesOf(symbols: readonly DocumentSymbol[], indent: string): readonly string[] {
  return symbols.flatMap(({ name, detail, kind, children = [] }) => [
    `${indent}${kindNames.get(kind)} ${name}${detail === "" ? "" : ` ${detail}`}`,
    ...linesOf(children, `${indent}  `),
  ]);
}
