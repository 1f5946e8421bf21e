/** The first word of a sentence that cannot be read yet: what the sentence will mean, once it is whole. */
import type { ParsedFile } from "../syntax/parse.ts";
import { sentenceTerms, type TermAt } from "../vocabulary/vocabulary.ts";
import { formsOf } from "./forms/forms.ts";

/** The term of the sentence that the word at an offset begins; null for any other word, and where all can be read. */
export function beginningAt({ tree, tokens, file }: ParsedFile, offset: number): TermAt | null {
  const holds = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): boolean =>
    span.start <= offset && offset < span.end;
  const declaration = tree.declarations.find(holds);
  const word = tokens.find(holds);
  if (declaration === undefined || word === undefined) return null;
  const isFirst = declaration.sentences.some(
    ({ kind, span }) => kind === "Broken" && span.start === word.span.start,
  );
  if (!isFirst) return null;
  const { start, end } = declaration.wordSpan;
  const form = formsOf(file.text.slice(start, end)).find(([, text]) => text.startsWith(`${word.text} `));
  return form === undefined ? null : { term: sentenceTerms[form[0]], span: word.span };
}
