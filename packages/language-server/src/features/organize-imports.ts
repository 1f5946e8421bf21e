/** Puts the `uses` of a file in order, as a client may do whenever it saves. */
import { organizedUses } from "@tenet-lang/language";
import { CodeActionKind } from "vscode-languageserver";
import type { CodeActionProvider } from "./code-action.ts";
import { workspaceEdit } from "./workspace-edit.ts";

export const organizeImports: CodeActionProvider = {
  kind: CodeActionKind.SourceOrganizeImports,
  actions: async (context) => {
    const { file, parsed } = context;
    const agreements = await context.agreements();
    const edits = organizedUses(
      parsed,
      agreements.map(({ loaded }) => loaded),
    );
    if (edits.length === 0) return [];
    const kind = CodeActionKind.SourceOrganizeImports;
    return [{ title: "Put the uses in order", kind, edit: workspaceEdit(context, [{ file, edits }]) }];
  },
};
