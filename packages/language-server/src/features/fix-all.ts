/** Mends every slip of writing in a file at once, as a client may do whenever it saves. */
import { mendedText } from "@tenet-lang/language";
import { CodeActionKind } from "vscode-languageserver";
import { editsBetween } from "../protocol/edits.ts";
import type { CodeActionProvider } from "./code-action.ts";
import { workspaceEdit } from "./workspace-edit.ts";

export const fixAll: CodeActionProvider = {
  kind: `${CodeActionKind.SourceFixAll}.tenet`,
  actions: (context) => {
    const { file } = context;
    const edits = editsBetween(file, mendedText(context.parsed));
    if (edits.length === 0) return [];
    const kind = `${CodeActionKind.SourceFixAll}.tenet`;
    return [{ title: "Mend all slips of writing", kind, edit: workspaceEdit(context, [{ file, edits }]) }];
  },
};
