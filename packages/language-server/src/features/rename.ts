/**
 * Renaming, in two requests: whether a name may have another, and the edits that give it one.
 *
 * What cannot be renamed is refused in words, which a client shows where the new name is typed.
 */
import { fixedName, type Occurrence, renameSymbol } from "@tenet-lang/language";
import {
  type CancellationToken,
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Analysed } from "../analysis/analysed.ts";
import { namesOf } from "../analysis/names.ts";
import type { ModelContext } from "../analysis/phase.ts";
import { rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { agreementsOf, nameAt } from "./name-at.ts";
import { workspaceEdit } from "./workspace-edit.ts";

export const prepareRename = feature<
  "model",
  PrepareRenameParams,
  { range: Range; placeholder: string } | null
>({
  method: "textDocument/prepareRename",
  needs: "model",
  capabilities: {},
  answer: async (context, { position }) => {
    const found = await nameAt(context, position);
    if (found === null) return null;
    const { symbol, file, span } = found.occurrence;
    const reason = fixedName(symbol);
    if (reason !== null) throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
    return { range: rangeOf(file, span), placeholder: symbol.name };
  },
});

export const rename = feature<"model", RenameParams, WorkspaceEdit | null>({
  method: "textDocument/rename",
  needs: "model",
  capabilities: ({ textDocument }) => ({
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  answer: async (context, { position, newName }, token) => {
    const found = await nameAt(context, position);
    if (found === null) return null;
    const views = (await agreementsAround(context, found.occurrence, token)).map((analysed) => ({
      loaded: analysed.loaded,
      names: namesOf(analysed),
    }));
    const renaming = renameSymbol(views, found.occurrence.symbol, newName);
    if (renaming.kind === "refused") throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.reason);
    return workspaceEdit(context, renaming.files);
  },
});

/** The agreements that read a file in which the name stands: an edit there must suit all of them. */
async function agreementsAround(
  context: ModelContext,
  { file, symbol, others }: Occurrence,
  token: CancellationToken,
): Promise<readonly Analysed[]> {
  const { folder } = context.known.place;
  const paths = new Set([file, symbol.file, ...others.map((one) => one.file)].map(({ path }) => path));
  const found = new Map<string, Analysed>();
  // Each agreement may name it in further files; the set grows while it is gone through.
  for (const path of paths) {
    for (const analysed of await agreementsOf(context, folder, path, token)) {
      if (found.has(analysed.root.address)) continue;
      found.set(analysed.root.address, analysed);
      const { declared, ofSymbol } = namesOf(analysed);
      const namesakes = declared.symbols.filter(({ name }) => name === symbol.name);
      for (const { id } of namesakes) for (const place of ofSymbol.get(id) ?? []) paths.add(place.file.path);
    }
  }
  return [...found.values()];
}
