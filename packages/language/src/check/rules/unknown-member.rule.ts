import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { listWords, type Side } from "../types.ts";
import { withCalls } from "./example-files.ts";

/** A name that is no member of a `one of` list. */
export const unknownMember: DiagnosticRule = {
  code: "TEN2008",
  name: "unknown-member",
  severity: "error",
  spec: "§2.8.3",
  summary: "A `one of` field is compared with its own members, or with another `one of` field.",
  help: "Members are written as the `one of` list names them, without quotes; how the file spells them stands after `written`. A value that the list does not have could never be in the data.",
  examples: {
    invalid: withCalls("metric lost number of calls where outcome is abandonned\n"),
    valid: withCalls("metric lost number of calls where outcome is abandoned\n"),
  },
  fix: "offered",
};

/** Reports a name on the right of a `one of` field. */
export function reportUnknownMember(
  site: Site,
  left: Side,
  name: ast.Name,
  members: readonly string[],
): void {
  const guess = didYouMean(name.text, members);
  const message = `\`${left.words}\` is one of ${listWords(members)}, not \`${name.text}\`${guessWords(guess)}`;
  site.say(unknownMember, name.span, message, { fixes: guessFix(name.span, guess) });
}
