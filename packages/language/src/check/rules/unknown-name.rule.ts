import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { anyDeclarationWord } from "../words.ts";
import { withAgreement } from "./example-files.ts";

/** A name that nothing declares. */
export const unknownName: DiagnosticRule = {
  code: "TEN2001",
  name: "unknown-name",
  severity: "error",
  spec: "§2.3.4",
  summary: "Every name that a sentence reads is declared in the agreement or in a file that it uses.",
  help: "Names are shared by all files of an agreement, in any order. If the name is declared in another file, that file must be named by `uses`. A library may leave names to the agreements that use it.",
  examples: {
    invalid: withAgreement("").replace("at least 30 calls", "at least 30 cals"),
    valid: withAgreement(""),
  },
  fix: "offered",
};

/** Reports a name where one of `kinds` must stand. */
export function reportUnknownName(
  site: Site,
  name: ast.Name,
  kinds: readonly string[],
  candidates: readonly string[],
): void {
  const guess = didYouMean(name.text, candidates);
  const message = `there is no ${anyDeclarationWord(kinds)} \`${name.text}\``;
  site.say(unknownName, name.span, message + guessWords(guess), { fixes: guessFix(name.span, guess) });
}
