import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { anyDeclaration } from "../words.ts";
import { withCalls } from "./example-files.ts";

/** A name that nothing declares. */
export const unknownName: DiagnosticRule = {
  code: "TEN2001",
  name: "unknown-name",
  severity: "error",
  spec: "§3.1",
  summary: "Every name that a sentence reads is declared in the agreement or in a file that it uses.",
  help: "Names are shared by all files of an agreement, in any order. If the name is declared in another file, that file must be named by `uses`.",
  examples: {
    invalid: withCalls("metric offered number of cals\n"),
    valid: withCalls("metric offered number of calls\n"),
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
  const message = `no declaration is called \`${name.text}\`, and ${anyDeclaration(kinds)} must stand here`;
  site.say(unknownName, name.span, message + guessWords(guess), { fixes: guessFix(name.span, guess) });
}
