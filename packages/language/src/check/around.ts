/**
 * What stands around a mistake: its declaration, the nodes that hold it, the text as written.
 *
 * For those who say more of a mistake once it is found: where to look next (`other-places.ts`), what may be meant
 * (`guesses.ts`).
 */
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { holds, nodesAround } from "../syntax/nodes-around.ts";
import type { Declared, Scope } from "./scope.ts";

/** A mistake and what it stands in. */
export interface Around {
  readonly diagnostic: Diagnostic;
  readonly file: SourceFile;
  readonly span: Span;
  readonly scope: Scope;
  readonly own: Declared;
  /** The nodes that hold it, from the declaration to the innermost. */
  readonly nodes: readonly ast.Node[];
}

/** Guesses by the codes of rules. */
export type Guesses = Readonly<Record<string, (around: Around) => readonly Fix[]>>;

/** What stands around a diagnostic; null where it is about no declaration. */
export function aroundOf(diagnostic: Diagnostic, scope: Scope): Around | null {
  const { file, span } = diagnostic;
  const own = scope.declarations.find(({ site, node }) => site.file === file && holds(node.span, span));
  return own === undefined
    ? null
    : { diagnostic, file, span, scope, own, nodes: nodesAround(own.node, span) };
}

/** The innermost node of a kind. */
export function innermost<N extends ast.Node>(around: Around, kind: N["kind"]): N | null {
  // INVARIANT: a node of a kind is of that kind.
  return (around.nodes.findLast((node) => node.kind === kind) as N | undefined) ?? null;
}

/** The sentence that the mistake is in. */
export function ownSentence({ own, span }: Around): ast.Sentence | null {
  const found = own.node.sentences.find((sentence) => holds(sentence.span, span));
  return found === undefined || found.kind === "Broken" || found.kind === "UnavailableSentence"
    ? null
    : found;
}

/** Text as it is written. */
export function writtenAt({ file }: Around, { start, end }: Span): string {
  return file.text.slice(start, end);
}

/** Where words begin that stand one after the other at the end of a text, with the blanks before them; null where they do not. */
export function startOfLast(text: string, words: readonly string[]): number | null {
  let rest = text.trimEnd();
  for (const word of words.toReversed()) {
    const before = rest.slice(0, rest.length - word.length);
    if (!rest.endsWith(word) || before.trimEnd() === before) return null;
    rest = before.trimEnd();
  }
  return rest.length;
}
