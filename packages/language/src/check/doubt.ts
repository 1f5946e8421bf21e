/**
 * Doubt: what not to say about text that could not be read as it stands.
 *
 * A sentence with a syntax error may have been read as something that nobody meant, so nothing more is said about
 * it; and a name may be unknown only because the line that declares it could not be read. One mistake is reported
 * once, by the phase that found it first.
 */
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";

/** Sentences (and heads) that hold a syntax error. */
export interface Doubt {
  /** Whether something at this place belongs to a sentence with a syntax error. */
  readonly covers: (span: Span) => boolean;
  /** Whether what follows may have been meant as sentences: its head was only guessed, or its sentences misfit. */
  readonly isCut: (declaration: ast.Declaration) => boolean;
  /** Whether names may be declared here that nobody could read. */
  readonly hidesNames: boolean;
}

/** A file that could be read as it stands. */
export const noDoubt: Doubt = { covers: () => false, isCut: () => false, hidesNames: false };

/** The doubt about a file. */
export function doubtOf({ tree, diagnostics }: ParsedFile): Doubt {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return noDoubt;
  const guessed = errors.filter(
    ({ name }) => name === "outside-declaration" || name === "misplaced-sentence",
  );
  const heads = tree.declarations.map((declaration) => declaration.headSpan);
  const sentences = tree.declarations.flatMap((declaration) => [...declaration.sentences]);
  const doubtful = [...heads, ...sentences.map(({ span }) => span)].filter((span) =>
    errors.some((error) => touches(span, error.span)),
  );
  return {
    covers: (span) => doubtful.some((other) => touches(other, span)),
    isCut: (declaration) => {
      const next = tree.declarations[tree.declarations.indexOf(declaration) + 1];
      return next !== undefined && guessed.some(({ span }) => touches(span, next.span));
    },
    hidesNames: errors.some((error) => hidesName(error.span, error.name, heads, sentences)),
  };
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Errors that a line may cause which was meant as a head: by itself, or by the sentences below it. */
const LOST_HEADS: ReadonlySet<string> = new Set(["unknown-sentence", "misplaced-sentence"]);

/** An error on a head, outside all sentences, or where a head may have been lost. */
function hidesName(
  error: Span,
  name: string,
  heads: readonly Span[],
  sentences: readonly ast.Node[],
): boolean {
  if (LOST_HEADS.has(name) || heads.some((head) => touches(head, error))) return true;
  return !sentences.some(({ span }) => touches(span, error));
}
