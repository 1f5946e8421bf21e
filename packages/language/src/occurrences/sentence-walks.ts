/** One walk for each kind of sentence; the tables of the `*-sentences.ts` files make up all of them. */
import type * as ast from "../syntax/ast.ts";
import type { Walk } from "./walk.ts";

/** Walks the names of one kind of sentence. */
export type SentenceWalks<K extends ast.Sentence["kind"]> = {
  readonly [Kind in K]: (walk: Walk, node: Extract<ast.Sentence, { readonly kind: Kind }>) => void;
};

/** The first sentence of a kind in the declaration that is walked. */
export function siblingOf<K extends ast.Sentence["kind"]>(
  { node }: Walk,
  kind: K,
): Extract<ast.Sentence, { readonly kind: K }> | null {
  const sentences: readonly ast.Node[] = node.sentences;
  return (
    sentences.find((one): one is Extract<ast.Sentence, { readonly kind: K }> => one.kind === kind) ?? null
  );
}

/** A sentence without names. */
export function nothing(): void {
  // Its words are the language's own.
}
