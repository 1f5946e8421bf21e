/** Heads of declarations, and how a head and its sentences become a declaration. */
import type * as ast from "../ast.ts";

/** The head line of a declaration. */
export type Head<D extends ast.Declaration = ast.Declaration> = D extends ast.Declaration
  ? Omit<D, "span" | "sentences">
  : never;

/** A declaration of a head and the sentences below it. */
export function declarationOf(head: Head, sentences: ast.Declaration["sentences"]): ast.Declaration {
  const end = sentences.at(-1)?.span.end ?? head.headSpan.end;
  const span = { start: head.headSpan.start, end };
  // Which sentences belong to which head is known by the rule that read them, not by the types.
  return { ...head, span, sentences } as ast.Declaration;
}
