import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(group: string): string {
  return withStandard(`  requires quick at least 95% for each ${group}
  measured each calendar month
  needs no minimum
`);
}

/** Groups by a field that some rows do not have. */
export const groupField: DiagnosticRule = {
  code: "TEN2504",
  name: "group-field",
  severity: "error",
  spec: "§3.6",
  summary: "The field of `for each` is a field, of one type, of every dataset that the limit and its tolerance read.",
  help: "Every row must fall into a group. If the datasets call it differently, give the field one name and say with `from` how each file's column is called.",
  examples: { invalid: example("outcom"), valid: example("outcome") },
  fix: "offered",
};

/** Reports a group field that a dataset lacks, or has with another type than an earlier one. */
export function reportGroupField(
  site: Site,
  group: ast.Name,
  table: string,
  metric: string,
  fields: readonly string[],
  isOfOtherType: boolean,
): void {
  const guess = isOfOtherType ? null : didYouMean(group.text, fields);
  const message = isOfOtherType
    ? `\`${group.text}\` is of another type in \`${table}\`, so \`${metric}\` cannot be grouped by it`
    : `\`${table}\`, which \`${metric}\` reads, has no field \`${group.text}\``;
  site.say(groupField, group.span, message + guessWords(guess), { fixes: guessFix(group.span, guess) });
}
