/** Changes that the server offers at a place: what each provider has, as far as the client asked for its kind. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from "vscode-languageserver";
import type { CodeActionProvider } from "./code-action.ts";
import { feature } from "./feature.ts";
import { fixAll } from "./fix-all.ts";
import { organizeImports } from "./organize-imports.ts";
import { quickFixes } from "./quick-fixes.ts";
import { extractions, inlinings, moves, rewrites } from "./refactorings.ts";

/** All providers: one import and one line each. */
const providers: readonly CodeActionProvider[] = [
  quickFixes,
  rewrites,
  extractions,
  moves,
  inlinings,
  fixAll,
  organizeImports,
];

export const codeActions = feature<"model", CodeActionParams, CodeAction[]>({
  method: "textDocument/codeAction",
  needs: "model",
  otherwise: [],
  capabilities: { codeActionProvider: { codeActionKinds: providers.map(({ kind }) => kind) } },
  answer: async (context, params, token) => {
    const { only, triggerKind } = params.context;
    const found: CodeAction[] = [];
    for (const provider of providers) {
      // What mends something is offered at every move of the cursor; all else is made when somebody asks for it.
      const isAsked = only?.some((kind) => contains(kind, provider.kind)) ?? isOffered(provider, triggerKind);
      if (isAsked) found.push(...(await provider.actions(context, params, token)));
    }
    return found;
  },
});

/** Kinds are a hierarchy by dots: `source` contains `source.fixAll`. */
function contains(kind: string, other: string): boolean {
  return kind === "" || other === kind || other.startsWith(`${kind}.`);
}

function isOffered({ kind }: CodeActionProvider, trigger: CodeActionTriggerKind | undefined): boolean {
  if (kind === CodeActionKind.QuickFix || trigger === CodeActionTriggerKind.Invoked) return true;
  // Clients that do not say why they ask do so when somebody wants it.
  return trigger === undefined && contains(CodeActionKind.Refactor, kind);
}
