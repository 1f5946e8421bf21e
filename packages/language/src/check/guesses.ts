/**
 * What a person may have meant, of mistakes whose message leaves it open.
 *
 * Where a rule knows what is right, it offers that itself. Here are the guesses: the nearest value that can stand, the
 * few names that could have been meant, the sentence without what is too much. They are offered to whoever writes, and
 * never applied unasked; that each mends the example of its rule is tested with the rules.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { aroundOf, type Guesses } from "./around.ts";
import { fieldGuesses } from "./guess-fields.ts";
import { lengthGuesses } from "./guess-lengths.ts";
import { nameGuesses } from "./guess-names.ts";
import { sentenceGuesses } from "./guess-sentences.ts";
import { valueGuesses } from "./guess-values.ts";
import type { Scope } from "./scope.ts";

const guesses: Guesses = {
  ...valueGuesses,
  ...lengthGuesses,
  ...nameGuesses,
  ...fieldGuesses,
  ...sentenceGuesses,
};

/** More would be no help to choose from. */
const MOST_GUESSES = 4;

/** The diagnostics, those without fixes with what may be meant. */
export function withGuesses(diagnostics: readonly Diagnostic[], scope: Scope): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const guessesOf = guesses[diagnostic.code];
    const around =
      guessesOf === undefined || diagnostic.fixes.length > 0 ? null : aroundOf(diagnostic, scope);
    if (guessesOf === undefined || around === null) return diagnostic;
    return { ...diagnostic, fixes: guessesOf(around).slice(0, MOST_GUESSES) };
  });
}
