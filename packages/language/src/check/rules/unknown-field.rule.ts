import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A field that the dataset does not have. */
export const unknownField: DiagnosticRule = {
  code: "TEN2005",
  name: "unknown-field",
  severity: "error",
  spec: "§2.5.4",
  summary: "Every field that is read is declared in its dataset, or in the partners.",
  help: "Columns of a file are read only where a `field` sentence declares them, with their type. Inside a look-up, names are fields of the dataset that is looked up.",
  examples: {
    invalid: withCalls("metric slow number of calls where wiat more than 60 seconds\n"),
    valid: withCalls("metric slow number of calls where wait more than 60 seconds\n"),
  },
  fix: "offered",
};

/** Reports a name that is no field of `table`. */
export function reportUnknownField(
  site: Site,
  name: ast.Name,
  table: string,
  candidates: readonly string[],
): void {
  const [only] = candidates;
  const isPart = only !== undefined && candidates.length === 1 && name.text.startsWith(only);
  const guess = isPart ? only : didYouMean(name.text, candidates);
  const where = table === "partners" ? "the declared partners have" : `\`${table}\` has`;
  const message = `${where} no field \`${name.text}\`${guessWords(guess)}`;
  site.say(unknownField, name.span, message, { fixes: guessFix(name.span, guess) });
}
