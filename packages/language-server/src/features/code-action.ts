/** What offers code actions of one kind; `code-actions.ts` lists all of them. */
import type { CancellationToken, CodeAction, CodeActionKind, CodeActionParams } from "vscode-languageserver";
import type { ModelContext } from "../analysis/phase.ts";

export interface CodeActionProvider {
  readonly kind: CodeActionKind;
  actions(
    context: ModelContext,
    params: CodeActionParams,
    token: CancellationToken,
  ): readonly CodeAction[] | Promise<readonly CodeAction[]>;
}

/** A title as menus have it: what it does, with a capital, and without marks that no menu draws. */
export function menuTitle(order: string): string {
  const plain = order.replaceAll("`", "");
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
}
