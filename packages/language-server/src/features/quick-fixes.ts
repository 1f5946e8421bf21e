/** Every fix of every diagnostic at a place; one that is no guess and has no other beside it a client may take by itself. */
import type { Diagnostic } from "@tenet-lang/language";
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { ModelContext } from "../analysis/phase.ts";
import { lspDiagnostic } from "../protocol/diagnostics.ts";
import { spanOf } from "../protocol/positions.ts";
import { type CodeActionProvider, menuTitle } from "./code-action.ts";
import { saidOf } from "./said.ts";
import { workspaceEdit } from "./workspace-edit.ts";

export const quickFixes: CodeActionProvider = {
  kind: CodeActionKind.QuickFix,
  actions: async (context, { range }, token) => {
    const { start, end } = spanOf(context.file, range);
    const said = await saidOf(context, context.known, token);
    return said
      .filter(({ span }) => span.start <= end && start <= span.end)
      .flatMap((diagnostic) => actionsFor(context, diagnostic));
  },
};

function actionsFor(context: ModelContext, diagnostic: Diagnostic): CodeAction[] {
  const { file, fixes } = diagnostic;
  const shown = lspDiagnostic(diagnostic, context.uriOf);
  return fixes.map(({ title, edits, isGuess }) => ({
    title: menuTitle(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown],
    isPreferred: fixes.length === 1 && isGuess !== true,
    edit: workspaceEdit(context, [{ file, edits }]),
  }));
}
