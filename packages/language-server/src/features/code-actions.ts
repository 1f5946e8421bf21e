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
import { quickFixes } from "./quick-fixes.ts";

/** All providers: one import and one line each. */
const providers: readonly CodeActionProvider[] = [quickFixes, fixAll];

export const codeActions = feature<"model", CodeActionParams, CodeAction[]>({
  method: "textDocument/codeAction",
  needs: "model",
  otherwise: [],
  capabilities: { codeActionProvider: { codeActionKinds: providers.map(({ kind }) => kind) } },
  answer: async (context, params, token) => {
    const { only, triggerKind } = params.context;
    const found: CodeAction[] = [];
    for (const provider of providers) {
      // What changes a whole file is only made when it is asked for by its kind, not at every move of the cursor.
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
  return !contains(CodeActionKind.Source, kind) || trigger === CodeActionTriggerKind.Invoked;
}
